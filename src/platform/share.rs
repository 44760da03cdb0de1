//! Handing a text on: to another app, or to paper. Each happens only when the person asks for it.

use super::task;
use wasm_bindgen::JsValue;
use web_sys::{Navigator, ShareData};

fn sharer() -> Option<Navigator> {
    let navigator = web_sys::window()?.navigator();
    // Not every browser has it, and it needs https.
    let there = js_sys::Reflect::get(&navigator, &JsValue::from_str("share")).is_ok_and(|value| value.is_function());
    there.then_some(navigator)
}

/// Whether the phone can hand a text on to another app (Web Share API, W3C).
pub fn possible() -> bool {
    // At build time there is no phone.
    cfg!(target_arch = "wasm32") && sharer().is_some()
}

/// Lets the person choose the app that gets the text.
pub fn text(text: &str) {
    if let Some(navigator) = sharer() {
        let data = ShareData::new();
        data.set_text(text);
        let shared = wasm_bindgen_futures::JsFuture::from(navigator.share_with_data(&data));
        // The promise is refused where the person changes their mind, which is no error.
        task::spawn(async { drop(shared.await) });
    }
}

/// Lets the person print the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // It fails only where nothing can be printed.
        let _ = window.print();
    }
}
