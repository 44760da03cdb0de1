//! Events of controls, and what controls say.

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlInputElement};

pub use web_sys::Event;

/// The event as the renderer hands it over.
pub fn from(value: wasm_bindgen::JsValue) -> Event {
    value.unchecked_into()
}

fn target(event: &Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// The value of the field or list that the event comes from.
pub fn value(event: &Event) -> String {
    target(event).map(|control| value_of(&control)).unwrap_or_default()
}

/// Whether the box that the event comes from is ticked.
pub fn checked(event: &Event) -> bool {
    target(event).is_some_and(|control| is_checked(&control))
}

/// The value of a field or list.
pub fn value_of(control: &Element) -> String {
    let value = js_sys::Reflect::get(control, &JsValue::from_str("value"));
    value.ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Whether a box is ticked.
pub fn is_checked(control: &Element) -> bool {
    control.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
}

/// Tells the handlers of a control what happened to it before they were there.
pub fn announce_change(control: &Element) {
    for name in ["input", "change"] {
        if let Ok(event) = Event::new(name) {
            // It fails only for an event that is already on its way.
            let _ = control.dispatch_event(&event);
        }
    }
}
