//! Loading the content files.

use gloo_net::http::Request;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::RequestCache;

/// Loads two files side by side; each is its text, or what went wrong.
pub async fn both(first: String, second: String) -> [Result<String, String>; 2] {
    // A promise starts at once, a future when it is awaited.
    let first = future_to_promise(text(first));
    let second = future_to_promise(text(second));
    [read(JsFuture::from(first).await), read(JsFuture::from(second).await)]
}

fn read(outcome: Result<JsValue, JsValue>) -> Result<String, String> {
    let text = |value: JsValue| value.as_string().unwrap_or_default();
    outcome.map(text).map_err(text)
}

async fn text(url: String) -> Result<JsValue, JsValue> {
    // People edit these files in place: ask the server each time whether there is a newer one.
    let request = Request::get(&url).cache(RequestCache::NoCache);
    let response = request.send().await.map_err(|_| JsValue::from_str("the server could not be reached"))?;
    if !response.ok() {
        return Err(format!("the server answered {}", response.status()).into());
    }
    let text = response.text().await.map_err(|_| JsValue::from_str("the file broke off while loading"))?;
    Ok(text.into())
}
