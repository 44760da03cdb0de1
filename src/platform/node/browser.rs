//! The browser's own nodes.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue, intern};
use web_sys::{Event, HtmlInputElement};

/// The namespace of drawings (SVG 2, section 1.1).
const SVG: &str = "http://www.w3.org/2000/svg";

/// The document. Where there is none, nothing can be shown.
fn document() -> web_sys::Document {
    web_sys::window().and_then(|window| window.document()).expect("a document")
}

/// A node in an element: another element, a text, or something that is neither.
#[derive(Clone, PartialEq)]
pub struct Node(web_sys::Node);

impl Node {
    /// The one after it in the same element.
    pub fn next(&self) -> Option<Node> {
        self.0.next_sibling().map(Node)
    }

    /// The node as an element.
    pub fn element(&self) -> Option<Element> {
        self.0.dyn_ref::<web_sys::Element>().cloned().map(Element)
    }

    /// The text of a text node; nothing of any other.
    pub fn data(&self) -> Option<String> {
        self.0.dyn_ref::<web_sys::Text>().and_then(|text| text.node_value())
    }

    /// Replaces the text of a text node.
    pub fn set_data(&self, text: &str) {
        self.0.set_node_value(Some(text));
    }

    /// Takes the node out of its element.
    pub fn remove(&self) {
        if let Some(parent) = self.0.parent_node() {
            // It fails only for a node that is no child.
            let _ = parent.remove_child(&self.0);
        }
    }
}

/// An element of the page, or one that is not in it yet.
#[derive(Clone, PartialEq)]
pub struct Element(web_sys::Element);

impl Element {
    /// A new element, in the namespace of drawings or in that of HTML.
    ///
    /// # Panics
    /// Where the tag is no name.
    pub fn new(tag: &str, in_drawing: bool) -> Self {
        let tag = intern(tag);
        let element = match in_drawing {
            true => document().create_element_ns(Some(intern(SVG)), tag),
            false => document().create_element(tag),
        };
        Self(element.expect("a tag"))
    }

    /// The element of the page with that id.
    pub fn with_id(id: &str) -> Option<Self> {
        crate::platform::browser()?.1.get_element_by_id(id).map(Self)
    }

    /// The element that an event comes from.
    pub fn of(event: &Event) -> Option<Self> {
        event.target()?.dyn_into().ok().map(Self)
    }

    /// The tag, as HTML writes it.
    pub fn tag(&self) -> String {
        self.0.local_name()
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.0.get_attribute(intern(name))
    }

    /// Sets an attribute.
    pub fn set_attribute(&self, name: &str, value: &str) {
        // It fails only for a name that is none.
        let _ = self.0.set_attribute(intern(name), value);
    }

    /// Takes an attribute away.
    pub fn remove_attribute(&self, name: &str) {
        // As above.
        let _ = self.0.remove_attribute(intern(name));
    }

    /// The names of all attributes.
    pub fn attribute_names(&self) -> Vec<String> {
        self.0.get_attribute_names().iter().filter_map(|name| name.as_string()).collect()
    }

    /// What a person has typed or chosen in a field or list.
    pub fn value(&self) -> String {
        let value = js_sys::Reflect::get(&self.0, &JsValue::from_str(intern("value")));
        value.ok().and_then(|value| value.as_string()).unwrap_or_default()
    }

    /// Sets what stands in a field, or is chosen in a list.
    pub fn set_value(&self, value: &str) {
        // It fails only for what is neither.
        let _ = js_sys::Reflect::set(&self.0, &JsValue::from_str(intern("value")), &JsValue::from_str(value));
    }

    /// Whether a box is ticked.
    pub fn is_checked(&self) -> bool {
        self.0.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
    }

    /// Ticks a box, or takes the tick away.
    pub fn set_checked(&self, checked: bool) {
        if let Some(input) = self.0.dyn_ref::<HtmlInputElement>() {
            input.set_checked(checked);
        }
    }

    /// All text in the element.
    pub fn text(&self) -> String {
        self.0.text_content().unwrap_or_default()
    }

    /// Makes a text all that is in the element.
    pub fn set_text(&self, text: &str) {
        self.0.set_text_content(Some(text));
    }

    /// The first node in the element.
    pub fn first_child(&self) -> Option<Node> {
        self.0.first_child().map(Node)
    }

    /// Puts an element in, before a node of this one or at the end.
    pub fn insert(&self, element: &Element, before: Option<&Node>) {
        // It fails only where `before` is in another element.
        let _ = self.0.insert_before(&element.0, before.map(|node| &node.0));
    }

    /// Puts a new text in, before a node of this element or at the end.
    pub fn insert_text(&self, text: &str, before: Option<&Node>) {
        let text = document().create_text_node(text);
        // As above.
        let _ = self.0.insert_before(&text, before.map(|node| &node.0));
    }

    /// The elements in this one that have an attribute of that name, in the order of the document.
    pub fn having(&self, attribute: &str) -> Vec<Element> {
        let Ok(found) = self.0.query_selector_all(&format!("[{attribute}]")) else { return Vec::new() };
        (0..found.length()).filter_map(|index| Some(Element(found.get(index)?.dyn_into().ok()?))).collect()
    }

    /// Whether another element is this one or in it.
    pub fn contains(&self, other: &Element) -> bool {
        self.0.contains(Some(&other.0))
    }

    /// Whether an element of that tag is in this one.
    pub fn has(&self, tag: &str) -> bool {
        self.0.query_selector(tag).is_ok_and(|found| found.is_some())
    }

    /// Hears of each event of that name for as long as the listener is kept.
    pub fn listen(&self, name: &'static str, handler: Box<dyn FnMut(Event)>) -> Listener {
        let handler = Closure::wrap(handler);
        // It fails only for a name that is none.
        let _ = self.0.add_event_listener_with_callback(intern(name), handler.as_ref().unchecked_ref());
        Listener { element: self.0.clone(), name, handler }
    }

    /// Tells the listeners of a control that a person has changed it.
    pub fn announce_change(&self) {
        for name in ["input", "change"] {
            if let Ok(event) = Event::new(name) {
                // It fails only for an event that is already on its way.
                let _ = self.0.dispatch_event(&event);
            }
        }
    }
}

/// Hears of events until it is dropped.
pub struct Listener {
    element: web_sys::Element,
    name: &'static str,
    handler: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let handler = self.handler.as_ref().unchecked_ref();
        // As above.
        let _ = self.element.remove_event_listener_with_callback(intern(self.name), handler);
    }
}
