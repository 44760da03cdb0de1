//! Elements of one and the same type, on Leptos' renderer and its effects. [`html`] writes them at build time, [`dom`]
//! puts them in the document, or takes over those that the build wrote.
//!
//! The `view!` macro gives each piece of markup a type of its own, and the code that builds, updates and removes it
//! once more for each. For these pages that was 153 KB of WebAssembly (brotli); `docs/architecture.md` has the
//! figures. Here one type serves for all of them.

pub mod dom;
#[cfg(not(target_arch = "wasm32"))]
pub mod html;

use crate::platform::event::{self, Event};
use leptos::tachys::renderer::types;
use std::borrow::Cow;

/// A text that lives as long as the page, or one of its own.
pub type Text = Cow<'static, str>;

/// A value that is computed anew whenever a signal that it reads has changed.
type Live<T> = Box<dyn Fn() -> T>;

/// An element: its tag, attributes and children.
///
/// It is one pointer, and the methods that do the work are kept out of line: pages are mostly calls of them, so each
/// byte of a call counts.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, Attribute)>,
    children: Vec<Child>,
    /// Whether anything in it reacts. What does not needs no look when a page is taken over that says the same.
    reacts: bool,
}

enum Attribute {
    Fixed(Text),
    /// `None` leaves it out.
    Live(Live<Option<Text>>),
    /// A property of the element, not an attribute: what a person has typed or ticked.
    Value(Live<String>),
    Checked(Live<bool>),
    On(Box<dyn FnMut(types::Event)>),
}

enum Child {
    El(El),
    Fixed(Text),
    Live(Live<Text>),
    /// Elements that change together; they are the only children.
    All(Live<Vec<El>>, Pace),
    /// Elements that are described when their turn comes; they are the last children.
    Later(Live<Vec<El>>),
    /// What a `<details>` holds after its summary. None of it reacts.
    Folded(Live<El>),
}

/// How new elements are put in place of earlier ones.
enum Pace {
    AtOnce,
    /// As many at a time as can be felt as one, except where the function says that all are needed now.
    Gradual(Live<bool>),
}

/// An element with that tag.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new(), reacts: false }))
}

impl El {
    #[inline(never)]
    fn set(mut self, name: &'static str, attribute: Attribute) -> Self {
        self.0.reacts |= !matches!(attribute, Attribute::Fixed(_));
        self.0.attributes.push((name, attribute));
        self
    }

    #[inline(never)]
    fn set_fixed(self, name: &'static str, value: &'static str) -> Self {
        self.set(name, Attribute::Fixed(Text::Borrowed(value)))
    }

    #[inline(never)]
    fn push(mut self, child: Child) -> Self {
        // Two texts side by side are one node once they are written as HTML, so they have to be one here as well: else
        // a page that is taken over would not keep its nodes.
        if let (Some(Child::Fixed(before)), Child::Fixed(text)) = (self.0.children.last_mut(), &child) {
            before.to_mut().push_str(text);
            return self;
        }
        self.0.reacts |= match &child {
            Child::El(child) => child.0.reacts,
            Child::Fixed(_) | Child::Folded(_) => false,
            Child::Live(_) | Child::All(..) | Child::Later(_) => true,
        };
        self.0.children.push(child);
        self
    }

    #[inline(never)]
    fn push_fixed(self, text: &'static str) -> Self {
        self.push(Child::Fixed(Text::Borrowed(text)))
    }

    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Text>) -> Self {
        match value.into() {
            Text::Borrowed(value) => self.set_fixed(name, value),
            value => self.set(name, Attribute::Fixed(value)),
        }
    }

    /// Sets an attribute where there is a value.
    pub fn attr_if(self, name: &'static str, value: Option<impl Into<Text>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets the class.
    #[inline(never)]
    pub fn class(self, class: &'static str) -> Self {
        self.set_fixed("class", class)
    }

    /// Keeps an attribute as the function says; `None` leaves it out.
    pub fn live(self, name: &'static str, value: impl Fn() -> Option<Text> + 'static) -> Self {
        self.set(name, Attribute::Live(Box::new(value)))
    }

    /// Hides the element while the condition holds.
    pub fn hidden(self, holds: impl Fn() -> bool + 'static) -> Self {
        self.live("hidden", move || holds().then_some(Text::Borrowed("")))
    }

    /// Keeps a field's value as the function says.
    pub fn value(self, value: impl Fn() -> String + 'static) -> Self {
        self.set("value", Attribute::Value(Box::new(value)))
    }

    /// Keeps a box ticked as the function says.
    pub fn checked(self, checked: impl Fn() -> bool + 'static) -> Self {
        self.set("checked", Attribute::Checked(Box::new(checked)))
    }

    /// Calls the handler for each event of that name.
    pub fn on(self, name: &'static str, handler: impl Fn(Event) + 'static) -> Self {
        self.set(name, Attribute::On(Box::new(move |value| handler(event::from(value)))))
    }

    /// Adds a text.
    pub fn text(self, text: impl Into<Text>) -> Self {
        match text.into() {
            Text::Borrowed(text) => self.push_fixed(text),
            text => self.push(Child::Fixed(text)),
        }
    }

    /// Adds a text that changes.
    pub fn live_text(self, text: impl Fn() -> Text + 'static) -> Self {
        self.push(Child::Live(Box::new(text)))
    }

    /// Adds an element.
    #[inline(never)]
    pub fn child(self, child: El) -> Self {
        self.push(Child::El(child))
    }

    /// Adds an element where there is one.
    #[inline(never)]
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Adds elements.
    pub fn all(mut self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Adds what a `<details>` holds after its summary. It is made when someone opens it: a list with a hundred of them
    /// is there sooner. Nothing in it may react.
    pub fn folded(self, inside: impl Fn() -> El + 'static) -> Self {
        self.push(Child::Folded(Box::new(inside)))
    }

    /// Adds elements that are not described before their turn comes: where a page is put in bit by bit, its top is on the
    /// screen by then. Nothing can come after them.
    pub fn later(self, children: impl Fn() -> Vec<El> + 'static) -> Self {
        self.push(Child::Later(Box::new(children)))
    }

    /// Fills the element with elements that change together; it must have no other children.
    pub fn live_children(self, children: impl Fn() -> Vec<El> + 'static) -> Self {
        self.push(Child::All(Box::new(children), Pace::AtOnce))
    }

    /// The same for elements that are many: the first of them are there at once, the others, and what in them is for
    /// [`later`](Self::later), follow while the browser can already draw and answer taps; until then the element is busy.
    /// `at_once` says when all are needed.
    pub fn gradual_children(
        self,
        children: impl Fn() -> Vec<El> + 'static,
        at_once: impl Fn() -> bool + 'static,
    ) -> Self {
        self.push(Child::All(Box::new(children), Pace::Gradual(Box::new(at_once))))
    }
}
