//! Events of controls, and what controls say.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

pub use web_sys::Event;

fn target(event: &Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// The value of the field or list that the event comes from.
pub fn value(event: &Event) -> String {
    let value = target(event).and_then(|control| js_sys::Reflect::get(&control, &JsValue::from_str("value")).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Whether the box that the event comes from is ticked.
pub fn checked(event: &Event) -> bool {
    target(event).is_some_and(|control| control.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked))
}
