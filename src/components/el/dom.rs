//! Elements in a document.
//!
//! A page that the build wrote is taken over node by node: what is there stays there, so that scroll, focus, a
//! selection, an open `<details>` and a tap under way are not lost. Where the page was written from the same content,
//! only what reacts is looked at. Else texts and attributes are brought up to date, missing elements are put in, and
//! what is left over is taken out.

use super::{Attribute, Child, El, Live, Pace, Parts};
use crate::platform::{event, performance, task};
use leptos::prelude::{Owner, untrack};
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::renderer::{CastFrom, RemoveEventHandler, Rndr, types};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The namespace of drawings (SVG 2, section 1.1).
const SVG: &str = "http://www.w3.org/2000/svg";

/// How long new elements are put in without a pause, in milliseconds. A phone that is four times slower than a computer
/// stays within the 50 ms after which a wait is felt.
const STRETCH: f64 = 8.0;

/// What is seen first, and read out first: nothing else is put in before it can be seen.
const HEADING: &str = "h1";

/// Where an element comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is new.
    New,
    /// The build wrote it, perhaps from other content, or for another page.
    Written,
    /// The build wrote it, from this content and for this page.
    WrittenTheSame,
}

/// An element in the document, and what keeps it up to date. When this is dropped, that ends.
pub struct Built {
    element: types::Element,
    _effects: Vec<RenderEffect<()>>,
    _handlers: Vec<RemoveEventHandler<types::Element>>,
    _children: Vec<Built>,
    _changing: Option<RenderEffect<Kept>>,
}

/// Children that are kept until others take their place.
type Kept = Rc<RefCell<Vec<Built>>>;

/// Makes an element of the document the one that is described, with all that is in it.
pub fn take_over(el: El, element: types::Element, origin: Origin) -> Built {
    let built = fill(*el.0, element, origin);
    MADE_BEFORE.take().iter().for_each(event::announce_change);
    built
}

thread_local! {
    /// Controls that a person used before the app was there. What they changed counts when the whole page is taken over:
    /// until then everything is looked for as it was written.
    static MADE_BEFORE: RefCell<Vec<types::Element>> = const { RefCell::new(Vec::new()) };
}

/// Makes the element that is described, which is in no document yet.
fn fresh(el: El) -> Built {
    if el.0.tag == HEADING {
        HEADED.set(true);
    }
    let namespace = matches!(el.0.tag, "svg" | "path" | "circle" | "rect").then_some(SVG);
    let element = Rndr::create_element(el.0.tag, namespace);
    fill(*el.0, element, Origin::New)
}

/// Where the next child of an element belongs.
struct Place {
    parent: types::Element,
    origin: Origin,
    /// A node of the page that nothing has claimed yet; all of its siblings before it are claimed.
    next: Option<types::Node>,
}

impl Place {
    fn within(parent: &types::Element, origin: Origin) -> Self {
        let next = if origin == Origin::New { None } else { Rndr::first_child(parent) };
        Self { parent: parent.clone(), origin, next }
    }

    fn pass(&mut self) {
        self.next = self.next.as_ref().and_then(Rndr::next_sibling);
    }

    /// The next element: the one that is there if it has the same tag, or a new one in front of it. Nothing if there is
    /// nothing to keep up to date.
    fn element(&mut self, el: El) -> Option<Built> {
        let the_same = self.origin == Origin::WrittenTheSame;
        if the_same && !el.0.reacts {
            self.pass();
            return None;
        }
        if let Some(found) = self.next.clone().and_then(types::Element::cast_from)
            && (the_same || found.local_name() == el.0.tag)
        {
            self.pass();
            return Some(fill(*el.0, found, self.origin));
        }
        let built = fresh(el);
        Rndr::insert_node(&self.parent, &built.element, self.next.as_ref());
        Some(built)
    }

    /// The next text, if it changes: the one that is there, or a new one. A text of its own must not stand beside it.
    fn live_text(&mut self) -> types::Text {
        match self.next.clone().and_then(types::Text::cast_from) {
            Some(found) => {
                self.pass();
                found
            }
            None => self.new_text(""),
        }
    }

    fn fixed_text(&mut self, text: &str) {
        let found = self.next.clone().and_then(types::Text::cast_from);
        match (self.origin, found) {
            // An empty text has no node.
            (Origin::WrittenTheSame, _) if text.is_empty() => {}
            (Origin::WrittenTheSame, _) => self.pass(),
            (_, Some(found)) => {
                self.pass();
                if found.node_value().as_deref() != Some(text) {
                    Rndr::set_text(&found, text);
                }
            }
            _ => drop(self.new_text(text)),
        }
    }

    fn new_text(&self, text: &str) -> types::Text {
        let node = Rndr::create_text_node(text);
        Rndr::insert_node(&self.parent, &node, self.next.as_ref());
        node
    }

    /// Takes out what nothing has claimed.
    fn end(mut self) {
        while let Some(node) = self.next.take().filter(|_| self.origin == Origin::Written) {
            self.next = Rndr::next_sibling(&node);
            Rndr::remove_node(&self.parent, &node);
        }
    }
}

fn fill(parts: Parts, element: types::Element, origin: Origin) -> Built {
    let Parts { attributes, children, .. } = parts;
    let mut built = Built {
        element: element.clone(),
        _effects: Vec::new(),
        _handlers: Vec::new(),
        _children: Vec::new(),
        _changing: None,
    };
    let mut place = Place::within(&element, origin);
    for child in children {
        match child {
            Child::El(child) => built._children.extend(place.element(child)),
            Child::Fixed(text) => place.fixed_text(&text),
            Child::Live(text) => {
                let node = place.live_text();
                built.keep(Box::new(move || Rndr::set_text(&node, &text())));
            }
            Child::All(children, pace) => {
                // These are all there is in the element.
                place.next = None;
                built.change(children, pace, origin);
            }
            Child::Later(children) => {
                if let Some(children) = later(&element, children, origin) {
                    built._children.extend(children().into_iter().filter_map(|child| place.element(child)));
                }
            }
            Child::Folded(inside) => match origin {
                Origin::New => built.unfold_when_opened(inside),
                Origin::Written => built._children.extend(place.element(inside())),
                Origin::WrittenTheSame => place.pass(),
            },
        }
    }
    place.end();
    built.set(attributes, origin);
    built
}

impl Built {
    /// A list's value can only be set once its entries are there: attributes come after the children.
    fn set(&mut self, attributes: Vec<(&'static str, Attribute)>, origin: Origin) {
        if origin == Origin::Written {
            drop_other_attributes(&self.element, &attributes);
        }
        let found = origin != Origin::New;
        // What a person typed or ticked before the app was there.
        let mut made_before = false;
        for (name, attribute) in attributes {
            let element = self.element.clone();
            match attribute {
                Attribute::Fixed(value) => {
                    // Whether `<details>` is open is the person's choice by now.
                    if origin == Origin::New || (origin == Origin::Written && name != "open") {
                        Rndr::set_attribute(&element, name, &value);
                    }
                }
                Attribute::Live(value) => self.keep(Box::new(move || match value() {
                    Some(value) => Rndr::set_attribute(&element, name, &value),
                    None => Rndr::remove_attribute(&element, name),
                })),
                Attribute::Value(value) => {
                    let typed = found.then(|| event::value_of(&element)).filter(|typed| *typed != untrack(&value));
                    self.keep(Box::new(move || Rndr::set_property(&element, name, &value().into())));
                    if let Some(typed) = typed {
                        Rndr::set_property(&self.element, name, &typed.into());
                        made_before = true;
                    }
                }
                Attribute::Checked(checked) => {
                    let ticked = found.then(|| event::is_checked(&element)).filter(|now| *now != untrack(&checked));
                    self.keep(Box::new(move || Rndr::set_property(&element, name, &checked().into())));
                    if let Some(ticked) = ticked {
                        Rndr::set_property(&self.element, name, &ticked.into());
                        made_before = true;
                    }
                }
                Attribute::On(handler) => self._handlers.push(Rndr::add_event_listener(&element, name, handler)),
            }
        }
        if made_before {
            MADE_BEFORE.with_borrow_mut(|controls| controls.push(self.element.clone()));
        }
    }

    fn change(&mut self, children: Live<Vec<El>>, pace: Pace, origin: Origin) {
        let parent = self.element.clone();
        self._changing = Some(RenderEffect::new(move |earlier: Option<Kept>| {
            let children = children();
            let origin = if earlier.is_none() { origin } else { Origin::New };
            let kept = Kept::default();
            if origin == Origin::New {
                Rndr::clear_children(&parent);
            }
            if let (Origin::New, Pace::Gradual(at_once)) = (origin, &pace)
                && !at_once()
            {
                let turn = Turn { parent: parent.clone(), children: Children::Described(children.into_iter()) };
                // The page before is out of the document; to let go of it can wait until this one is seen.
                let gone = earlier.map(|earlier| earlier.take()).unwrap_or_default();
                Rest { turns: vec![turn] }.start(parent.clone(), &kept, gone);
                return kept;
            }
            let mut place = Place::within(&parent, origin);
            kept.borrow_mut().extend(children.into_iter().filter_map(|child| place.element(child)));
            place.end();
            if let Pace::Gradual(_) = pace {
                Rndr::remove_attribute(&parent, BUSY);
            }
            kept
        }));
    }

    #[inline(never)]
    fn keep(&mut self, effect: Box<dyn Fn()>) {
        self._effects.push(RenderEffect::new(move |_| effect()));
    }

    /// Makes what a `<details>` holds when its summary is pressed, which is before it opens.
    fn unfold_when_opened(&mut self, inside: Box<dyn Fn() -> El>) {
        let parent = self.element.clone();
        let inside = Cell::new(Some(inside));
        let unfold = move |_| {
            if let Some(inside) = inside.take() {
                Rndr::insert_node(&parent, &fresh(inside()).element, None);
            }
        };
        self._handlers.push(Rndr::add_event_listener(&self.element, "click", Box::new(unfold)));
    }
}

/// Says that an element is not complete (WAI-ARIA 1.2).
const BUSY: &str = "aria-busy";

/// Children that are still to be put in. The last ones come first.
struct Rest {
    turns: Vec<Turn>,
}

/// Children of one element.
struct Turn {
    parent: types::Element,
    children: Children,
}

enum Children {
    Later(Live<Vec<El>>),
    Described(std::vec::IntoIter<El>),
}

thread_local! {
    /// Where children that are for later are put, while a page is put in bit by bit.
    static LATER: RefCell<Option<Vec<Turn>>> = const { RefCell::new(None) };
    /// Whether a heading has been made since this was last looked at.
    static HEADED: Cell<bool> = const { Cell::new(false) };
}

/// Keeps children for later where a page is put in bit by bit; else gives them back.
fn later(parent: &types::Element, children: Live<Vec<El>>, origin: Origin) -> Option<Live<Vec<El>>> {
    LATER.with_borrow_mut(|later| match later {
        Some(later) if origin == Origin::New => {
            later.push(Turn { parent: parent.clone(), children: Children::Later(children) });
            None
        }
        _ => Some(children),
    })
}

impl Rest {
    /// Puts in the first ones now, and the others bit by bit once those can be seen, unless those that are kept are dropped
    /// before: then others have taken their place. Those before, which are gone, are dropped once these can be seen.
    fn start(mut self, busy: types::Element, kept: &Kept, gone: Vec<Built>) {
        HEADED.set(false);
        self.put_in(&|| HEADED.get(), kept);
        let kept = Rc::downgrade(kept);
        let owner = Owner::current().unwrap_or_default();
        task::spawn(async move {
            task::next_frame().await;
            // The focus on the heading goes first: with more in the page, it would have to wait for a layout of that.
            task::pause().await;
            drop(gone);
            loop {
                let Some(kept) = kept.upgrade() else { return };
                let until = performance::now() + STRETCH;
                owner.with(|| self.put_in(&|| performance::now() > until, &kept));
                if self.turns.is_empty() {
                    break;
                }
                drop(kept);
                task::pause().await;
            }
            Rndr::remove_attribute(&busy, BUSY);
        });
    }

    fn put_in(&mut self, enough: &dyn Fn() -> bool, kept: &Kept) {
        LATER.set(Some(Vec::new()));
        while let Some(turn) = self.turns.last_mut() {
            match &mut turn.children {
                Children::Later(children) => turn.children = Children::Described(children().into_iter()),
                Children::Described(children) => {
                    let Some(child) = children.next() else {
                        self.turns.pop();
                        continue;
                    };
                    let child = fresh(child);
                    Rndr::insert_node(&turn.parent, &child.element, None);
                    kept.borrow_mut().push(child);
                    // What is inside of this child comes before its next sibling, so that nothing moves once it is there.
                    let inside = LATER.replace(Some(Vec::new())).unwrap_or_default();
                    self.turns.extend(inside.into_iter().rev());
                }
            }
            if enough() {
                break;
            }
        }
        LATER.set(None);
    }
}

/// Takes out the attributes that belong to an earlier content. `open` is the person's; what begins with `data-`, and
/// `style`, may be the browser's or an extension's.
fn drop_other_attributes(element: &types::Element, attributes: &[(&'static str, Attribute)]) {
    let names = element.get_attribute_names();
    for name in names.iter().filter_map(|name| name.as_string()) {
        let known = attributes.iter().any(|(own, _)| *own == name) || name == "open" || name == "style";
        if !known && !name.starts_with("data-") {
            Rndr::remove_attribute(element, &name);
        }
    }
}
