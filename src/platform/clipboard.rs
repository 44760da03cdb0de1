//! The clipboard.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Copies a text, and says whether that worked.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    // Browsers leave the clipboard out where the page was not loaded over https.
    let there = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|value| value.is_object());
    there && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
