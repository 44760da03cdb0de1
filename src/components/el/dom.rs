//! Elements in a document.
//!
//! A page that the build wrote is taken over node by node: what is there stays there, so that scroll, focus, a
//! selection, an open `<details>` and a tap under way are not lost. Where the content has changed since the build,
//! texts and attributes are brought up to date, missing elements are put in, and what is left over is taken out.

use super::{Attribute, Child, El, Parts};
use crate::platform::event;
use leptos::prelude::untrack;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::renderer::{CastFrom, RemoveEventHandler, Rndr, types};

/// The namespace of drawings (SVG 2, section 1.1).
const SVG: &str = "http://www.w3.org/2000/svg";

/// An element in the document, and what keeps it up to date. When this is dropped, that ends.
pub struct Built {
    element: types::Element,
    _effects: Vec<RenderEffect<()>>,
    _handlers: Vec<RemoveEventHandler<types::Element>>,
    _children: Vec<Built>,
    _changing: Option<RenderEffect<Vec<Built>>>,
}

/// Makes an element of the document the one that is described, with all that is in it.
pub fn take_over(el: El, element: types::Element) -> Built {
    fill(*el.0, element, true)
}

fn fresh(el: El) -> Built {
    let namespace = matches!(el.0.tag, "svg" | "path" | "circle" | "rect").then_some(SVG);
    let element = Rndr::create_element(el.0.tag, namespace);
    fill(*el.0, element, false)
}

/// Where the next child of an element belongs.
struct Place {
    parent: types::Element,
    /// A node of the page that nothing has claimed yet; all of its siblings before it are claimed.
    next: Option<types::Node>,
}

impl Place {
    fn within(parent: &types::Element, found: bool) -> Self {
        Self { parent: parent.clone(), next: if found { Rndr::first_child(parent) } else { None } }
    }

    /// The next element: the one that is there if it has the same tag, or a new one in front of it.
    fn element(&mut self, el: El) -> Built {
        if let Some(found) = self.next.clone().and_then(types::Element::cast_from)
            && found.local_name() == el.0.tag
        {
            self.next = Rndr::next_sibling(&found);
            return fill(*el.0, found, true);
        }
        let built = fresh(el);
        Rndr::insert_node(&self.parent, &built.element, self.next.as_ref());
        built
    }

    /// The next text: the one that is there, or a new one. `None` leaves open what it says.
    fn text(&mut self, text: Option<&str>) -> types::Text {
        if let Some(found) = self.next.clone().and_then(types::Text::cast_from) {
            self.next = Rndr::next_sibling(&found);
            if let Some(text) = text
                && found.node_value().as_deref() != Some(text)
            {
                Rndr::set_text(&found, text);
            }
            return found;
        }
        let node = Rndr::create_text_node(text.unwrap_or_default());
        Rndr::insert_node(&self.parent, &node, self.next.as_ref());
        node
    }

    /// Takes out what nothing has claimed.
    fn end(mut self) {
        while let Some(node) = self.next.take() {
            self.next = Rndr::next_sibling(&node);
            Rndr::remove_node(&self.parent, &node);
        }
    }
}

fn fill(parts: Parts, element: types::Element, found: bool) -> Built {
    let Parts { attributes, children, .. } = parts;
    let mut built = Built {
        element: element.clone(),
        _effects: Vec::new(),
        _handlers: Vec::new(),
        _children: Vec::new(),
        _changing: None,
    };
    let mut place = Place::within(&element, found);
    let mut changing = false;
    for child in children {
        match child {
            Child::El(child) => {
                let child = place.element(child);
                built._children.push(child);
            }
            Child::Fixed(text) => drop(place.text(Some(&text))),
            Child::Live(text) => {
                let node = place.text(None);
                built.keep(Box::new(move || Rndr::set_text(&node, &text())));
            }
            Child::All(children) => {
                changing = true;
                let parent = element.clone();
                built._changing = Some(RenderEffect::new(move |earlier: Option<Vec<Built>>| {
                    let children = children();
                    let found = found && earlier.is_none();
                    if !found {
                        Rndr::clear_children(&parent);
                    }
                    let mut place = Place::within(&parent, found);
                    let children = children.into_iter().map(|child| place.element(child)).collect();
                    place.end();
                    children
                }));
            }
        }
    }
    if !changing {
        place.end();
    }
    if found {
        drop_other_attributes(&element, &attributes);
    }
    // What a person typed or ticked before the app was there.
    let mut made_before = false;
    // A list's value can only be set once its entries are there: attributes come after the children.
    for (name, attribute) in attributes {
        let element = element.clone();
        match attribute {
            Attribute::Fixed(value) => {
                // Whether `<details>` is open is the person's choice by now.
                if !found || (name != "open" && element.get_attribute(name).as_deref() != Some(&*value)) {
                    Rndr::set_attribute(&element, name, &value);
                }
            }
            Attribute::Live(value) => built.keep(Box::new(move || match value() {
                Some(value) => Rndr::set_attribute(&element, name, &value),
                None => Rndr::remove_attribute(&element, name),
            })),
            Attribute::Value(value) => {
                let typed = found.then(|| event::value_of(&element)).filter(|typed| *typed != untrack(&value));
                let field = element.clone();
                built.keep(Box::new(move || Rndr::set_property(&field, name, &value().into())));
                if let Some(typed) = typed {
                    Rndr::set_property(&element, name, &typed.into());
                    made_before = true;
                }
            }
            Attribute::Checked(checked) => {
                let ticked = found.then(|| event::is_checked(&element)).filter(|ticked| *ticked != untrack(&checked));
                let field = element.clone();
                built.keep(Box::new(move || Rndr::set_property(&field, name, &checked().into())));
                if let Some(ticked) = ticked {
                    Rndr::set_property(&element, name, &ticked.into());
                    made_before = true;
                }
            }
            Attribute::On(handler) => built._handlers.push(Rndr::add_event_listener(&element, name, handler)),
        }
    }
    if made_before {
        event::announce_change(&element);
    }
    built
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

impl Built {
    #[inline(never)]
    fn keep(&mut self, effect: Box<dyn Fn()>) {
        self._effects.push(RenderEffect::new(move |_| effect()));
    }
}
