//! Elements of one and the same type, on Leptos' effects. [`html`] writes them at build time, [`dom`]
//! puts them in the document, or takes over those that the build wrote.
//!
//! The `view!` macro gives each piece of markup a type of its own, and the code that builds, updates and removes it
//! once more for each. For these pages that was 153 KB of WebAssembly (brotli); `docs/architecture.md` has the
//! figures. Here one type serves for all of them.

pub mod dom;
#[cfg(not(target_arch = "wasm32"))]
pub mod html;
pub mod screen;
#[cfg(test)]
mod tests;

use crate::platform::event::Event;
use std::borrow::Cow;

/// A text that lives as long as the page, or one of its own.
pub type Text = Cow<'static, str>;

/// A value that is computed anew whenever a signal that it reads has changed.
type Live<T> = Box<dyn Fn() -> T>;

/// The attribute of every element that reacts, in a page that the build wrote: the app finds it by that, whatever else
/// has come into the page.
const LIVE: &str = "data-live";

/// An element: its tag, attributes and what it holds.
///
/// It is one pointer, and the methods that do the work are kept out of line: pages are mostly calls of them, so each
/// byte of a call counts.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, Attribute)>,
    content: Content,
}

enum Attribute {
    Fixed(Text),
    /// `None` leaves it out.
    Live(Live<Option<Text>>),
    /// A property of the element, not an attribute: what a person has typed or ticked.
    Value(Live<String>),
    Checked(Live<bool>),
    On(Box<dyn FnMut(Event)>),
}

/// What an element holds. What changes has its element to itself, so that it can be replaced as a whole: a translator may
/// have put anything in place of its nodes.
enum Content {
    Children(Vec<Child>),
    /// A text that changes.
    Text(Live<Text>),
    /// Elements that change together.
    Elements(Live<Vec<El>>),
    /// What a [screen](screen::Screen) puts there.
    Outlet,
}

enum Child {
    El(El),
    Fixed(Text),
    /// Elements that are described when their turn comes; they are the last children.
    Later(Live<Vec<El>>),
    /// What a `<details>` holds after its summary. None of it reacts.
    Folded(Live<El>),
}

impl Parts {
    /// Whether the element itself reacts; what is in it may as well.
    fn is_live(&self) -> bool {
        let content = matches!(self.content, Content::Text(_) | Content::Elements(_));
        content || self.attributes.iter().any(|(_, attribute)| !matches!(attribute, Attribute::Fixed(_)))
    }
}

/// An element with that tag.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), content: Content::Children(Vec::new()) }))
}

impl El {
    #[inline(never)]
    fn set(mut self, name: &'static str, attribute: Attribute) -> Self {
        self.0.attributes.push((name, attribute));
        self
    }

    #[inline(never)]
    fn set_fixed(self, name: &'static str, value: &'static str) -> Self {
        self.set(name, Attribute::Fixed(Text::Borrowed(value)))
    }

    #[inline(never)]
    fn push(mut self, child: Child) -> Self {
        let Content::Children(children) = &mut self.0.content else {
            debug_assert!(false, "<{}> has something that changes to itself", self.0.tag);
            return self;
        };
        debug_assert!(
            !matches!(children.last(), Some(Child::Later(_))),
            "what is for later is last in <{}>",
            self.0.tag
        );
        // Two texts side by side are one node once they are written as HTML, so they have to be one here as well: else
        // a page that is taken over would not keep its nodes.
        if let (Some(Child::Fixed(before)), Child::Fixed(text)) = (children.last_mut(), &child) {
            before.to_mut().push_str(text);
            return self;
        }
        children.push(child);
        self
    }

    /// Gives the element something that changes, or others, to hold; nothing else can be in it.
    #[inline(never)]
    fn hold(mut self, content: Content) -> Self {
        let is_empty = matches!(&self.0.content, Content::Children(children) if children.is_empty());
        debug_assert!(is_empty, "<{}> has something in it, and cannot have something that changes", self.0.tag);
        self.0.content = content;
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
        self.set(name, Attribute::On(Box::new(handler)))
    }

    /// Adds a text.
    pub fn text(self, text: impl Into<Text>) -> Self {
        match text.into() {
            Text::Borrowed(text) => self.push_fixed(text),
            text => self.push(Child::Fixed(text)),
        }
    }

    /// Fills the element with a text that changes; it can have nothing else in it.
    pub fn live_text(self, text: impl Fn() -> Text + 'static) -> Self {
        self.hold(Content::Text(Box::new(text)))
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
    /// is there sooner. Nothing in it may react, since in a page that the build wrote nobody looks there.
    ///
    /// # Panics
    /// At build time, where something in it reacts.
    pub fn folded(self, inside: impl Fn() -> El + 'static) -> Self {
        self.push(Child::Folded(Box::new(inside)))
    }

    /// Adds elements that are not described before their turn comes: where a page is put in bit by bit, its top is on the
    /// screen by then. Nothing can come after them.
    pub fn later(self, children: impl Fn() -> Vec<El> + 'static) -> Self {
        self.push(Child::Later(Box::new(children)))
    }

    /// Fills the element with elements that change together; it can have nothing else in it.
    pub fn live_children(self, children: impl Fn() -> Vec<El> + 'static) -> Self {
        self.hold(Content::Elements(Box::new(children)))
    }

    /// Leaves what is in the element to a [screen](screen::Screen).
    pub fn outlet(self) -> Self {
        self.hold(Content::Outlet)
    }
}
