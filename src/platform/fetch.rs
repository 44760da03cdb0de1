//! Loading the content files.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    // In `loader/content.js`, which the build puts beside the glue.
    #[wasm_bindgen(js_name = loadText)]
    fn load_text(url: &str) -> Promise;
}

/// Loads two files side by side; each is its text, or what went wrong.
pub async fn both(first: String, second: String) -> [Result<String, String>; 2] {
    // A promise starts at once, a future when it is awaited.
    let (first, second) = (load_text(&first), load_text(&second));
    [read(JsFuture::from(first).await), read(JsFuture::from(second).await)]
}

fn read(outcome: Result<JsValue, JsValue>) -> Result<String, String> {
    let text = |value: JsValue| value.as_string().unwrap_or_default();
    outcome.map(text).map_err(text)
}
