//! What an event says about its control.

use wasm_bindgen::JsCast;

pub use web_sys::Event;

/// The event as the renderer hands it over.
pub fn from(value: wasm_bindgen::JsValue) -> Event {
    value.unchecked_into()
}

/// The value of the field or list that the event comes from.
pub fn value(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(field) = target.dyn_ref::<web_sys::HtmlInputElement>() {
        return field.value();
    }
    target.dyn_ref::<web_sys::HtmlSelectElement>().map(web_sys::HtmlSelectElement::value).unwrap_or_default()
}

/// Whether the box that the event comes from is ticked.
pub fn checked(event: &Event) -> bool {
    let target = event.target();
    target
        .as_ref()
        .and_then(|target| target.dyn_ref::<web_sys::HtmlInputElement>())
        .is_some_and(|field| field.checked())
}
