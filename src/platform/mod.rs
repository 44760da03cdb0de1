//! Every touch of the browser. Nothing outside this folder names `web_sys` or `js_sys`.

pub mod absence;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod event;
pub mod fetch;
pub mod history;
pub mod node;
pub mod page;
pub mod performance;
pub mod share;
pub mod task;

use wasm_bindgen::JsCast;
use web_sys::{Document, EventTarget, Window};

/// The window and its document. An app that is shown has both.
fn browser() -> Option<(Window, Document)> {
    let window = web_sys::window()?;
    let document = window.document()?;
    Some((window, document))
}

/// Listens for as long as the page lives.
fn listen(target: &EventTarget, name: &str, handler: impl Fn(web_sys::Event) + 'static) {
    let closure = wasm_bindgen::closure::Closure::<dyn Fn(web_sys::Event)>::new(handler);
    // It fails only for a name that is none.
    let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    closure.forget();
}
