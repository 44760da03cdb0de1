//! Nodes in memory, with what the views use of a browser's, for tests.

use crate::platform::event::Event;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};

/// A node in an element: another element, or a text.
#[derive(Clone)]
pub struct Node(Rc<Inner>);

/// An element.
#[derive(Clone)]
pub struct Element(Rc<Inner>);

struct Inner {
    parent: RefCell<Weak<Inner>>,
    kind: Kind,
}

enum Kind {
    Text(RefCell<String>),
    Element { tag: String, in_drawing: bool, held: RefCell<Held> },
}

#[derive(Default)]
struct Held {
    attributes: Vec<(String, String)>,
    children: Vec<Rc<Inner>>,
    value: String,
    checked: bool,
    listeners: Vec<(&'static str, Weak<Handler>)>,
}

type Handler = RefCell<Box<dyn FnMut(Event)>>;

impl Inner {
    fn new(kind: Kind) -> Rc<Self> {
        Rc::new(Self { parent: RefCell::default(), kind })
    }

    /// What an element holds. A text holds nothing, and nobody asks it.
    fn held(&self) -> &RefCell<Held> {
        match &self.kind {
            Kind::Element { held, .. } => held,
            Kind::Text(_) => unreachable!("a text holds nothing"),
        }
    }

    fn text(&self) -> String {
        match &self.kind {
            Kind::Text(text) => text.borrow().clone(),
            Kind::Element { held, .. } => held.borrow().children.iter().map(|child| child.text()).collect(),
        }
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl PartialEq for Element {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for Element {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{}>{}", self.tag(), self.text())
    }
}

impl Node {
    /// The one after it in the same element.
    pub fn next(&self) -> Option<Node> {
        let parent = self.0.parent.borrow().upgrade()?;
        let held = parent.held().borrow();
        let here = held.children.iter().position(|child| Rc::ptr_eq(child, &self.0))?;
        held.children.get(here + 1).cloned().map(Node)
    }

    /// The node as an element.
    pub fn element(&self) -> Option<Element> {
        matches!(self.0.kind, Kind::Element { .. }).then(|| Element(self.0.clone()))
    }

    /// The text of a text node; nothing of any other.
    pub fn data(&self) -> Option<String> {
        match &self.0.kind {
            Kind::Text(text) => Some(text.borrow().clone()),
            Kind::Element { .. } => None,
        }
    }

    /// Replaces the text of a text node.
    pub fn set_data(&self, text: &str) {
        if let Kind::Text(old) = &self.0.kind {
            *old.borrow_mut() = text.into();
        }
    }

    /// Takes the node out of its element.
    pub fn remove(&self) {
        if let Some(parent) = self.0.parent.take().upgrade() {
            parent.held().borrow_mut().children.retain(|child| !Rc::ptr_eq(child, &self.0));
        }
    }
}

impl Element {
    /// A new element, in the namespace of drawings or in that of HTML.
    pub fn new(tag: &str, in_drawing: bool) -> Self {
        Self(Inner::new(Kind::Element { tag: tag.into(), in_drawing, held: RefCell::default() }))
    }

    /// The element of the page with that id: there is no page.
    pub fn with_id(_: &str) -> Option<Self> {
        None
    }

    /// The element that an event comes from: events say nothing here.
    pub fn of(_: &Event) -> Option<Self> {
        None
    }

    /// The tag, as HTML writes it.
    pub fn tag(&self) -> String {
        match &self.0.kind {
            Kind::Element { tag, .. } => tag.clone(),
            Kind::Text(_) => unreachable!("a text has no tag"),
        }
    }

    /// Whether it is in the namespace of drawings.
    pub fn is_in_drawing(&self) -> bool {
        matches!(self.0.kind, Kind::Element { in_drawing: true, .. })
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let held = self.0.held().borrow();
        held.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone())
    }

    /// Sets an attribute.
    pub fn set_attribute(&self, name: &str, value: &str) {
        let mut held = self.0.held().borrow_mut();
        match held.attributes.iter_mut().find(|(other, _)| other == name) {
            Some((_, old)) => *old = value.into(),
            None => held.attributes.push((name.into(), value.into())),
        }
    }

    /// Takes an attribute away.
    pub fn remove_attribute(&self, name: &str) {
        self.0.held().borrow_mut().attributes.retain(|(other, _)| other != name);
    }

    /// The names of all attributes.
    pub fn attribute_names(&self) -> Vec<String> {
        self.0.held().borrow().attributes.iter().map(|(name, _)| name.clone()).collect()
    }

    /// What a person has typed or chosen in a field or list.
    pub fn value(&self) -> String {
        self.0.held().borrow().value.clone()
    }

    /// Sets what stands in a field, or is chosen in a list.
    pub fn set_value(&self, value: &str) {
        self.0.held().borrow_mut().value = value.into();
    }

    /// Whether a box is ticked.
    pub fn is_checked(&self) -> bool {
        self.0.held().borrow().checked
    }

    /// Ticks a box, or takes the tick away.
    pub fn set_checked(&self, checked: bool) {
        self.0.held().borrow_mut().checked = checked;
    }

    /// All text in the element.
    pub fn text(&self) -> String {
        self.0.text()
    }

    /// Makes a text all that is in the element.
    pub fn set_text(&self, text: &str) {
        let children = std::mem::take(&mut self.0.held().borrow_mut().children);
        children.iter().for_each(|child| drop(child.parent.take()));
        if !text.is_empty() {
            self.insert_text(text, None);
        }
    }

    /// The first node in the element.
    pub fn first_child(&self) -> Option<Node> {
        self.0.held().borrow().children.first().cloned().map(Node)
    }

    /// All nodes in the element.
    pub fn children(&self) -> Vec<Node> {
        self.0.held().borrow().children.iter().cloned().map(Node).collect()
    }

    /// Puts an element in, before a node of this one or at the end.
    pub fn insert(&self, element: &Element, before: Option<&Node>) {
        self.put_in(&element.0, before);
    }

    /// Puts a new text in, before a node of this element or at the end.
    pub fn insert_text(&self, text: &str, before: Option<&Node>) {
        self.put_in(&Inner::new(Kind::Text(RefCell::new(text.into()))), before);
    }

    fn put_in(&self, node: &Rc<Inner>, before: Option<&Node>) {
        Node(node.clone()).remove();
        *node.parent.borrow_mut() = Rc::downgrade(&self.0);
        let mut held = self.0.held().borrow_mut();
        let place = before.and_then(|before| held.children.iter().position(|child| Rc::ptr_eq(child, &before.0)));
        let place = place.unwrap_or(held.children.len());
        held.children.insert(place, node.clone());
    }

    /// The elements in this one that have an attribute of that name, in the order of the document.
    pub fn having(&self, attribute: &str) -> Vec<Element> {
        self.descendants().into_iter().filter(|element| element.attribute(attribute).is_some()).collect()
    }

    /// Whether another element is this one or in it.
    pub fn contains(&self, other: &Element) -> bool {
        self == other || self.descendants().contains(other)
    }

    /// Whether an element of that tag is in this one.
    pub fn has(&self, tag: &str) -> bool {
        self.descendants().iter().any(|element| element.tag() == tag)
    }

    /// All elements in this one, in the order of the document.
    pub fn descendants(&self) -> Vec<Element> {
        let inside = |child: Element| {
            let mut all = child.descendants();
            all.insert(0, child);
            all
        };
        self.children().iter().filter_map(Node::element).flat_map(inside).collect()
    }

    /// Hears of each event of that name for as long as the listener is kept.
    pub fn listen(&self, name: &'static str, handler: Box<dyn FnMut(Event)>) -> Listener {
        let handler = Rc::new(RefCell::new(handler));
        self.0.held().borrow_mut().listeners.push((name, Rc::downgrade(&handler)));
        Listener { _handler: handler }
    }

    /// Tells those who listen that something happened; the event itself says nothing. It gives how many were told.
    pub fn dispatch(&self, name: &str) -> usize {
        let listeners = self.0.held().borrow().listeners.clone();
        let listening = listeners.iter().filter(|(other, _)| *other == name).filter_map(|(_, heard)| heard.upgrade());
        listening.map(|handler| handler.borrow_mut()(JsValue::UNDEFINED.unchecked_into())).count()
    }

    /// Tells the listeners of a control that a person has changed it.
    pub fn announce_change(&self) {
        self.dispatch("input");
        self.dispatch("change");
    }
}

/// Hears of events until it is dropped.
pub struct Listener {
    _handler: Rc<Handler>,
}
