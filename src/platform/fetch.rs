//! Loading the content files, but neither what never ends nor what is far too large.

use gloo_net::http::Request;
use js_sys::{ArrayBuffer, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{AbortController, RequestCache, RequestInit};

/// How long a file is waited for, in milliseconds. On a slow network (50 kbps) both take a third of it.
const PATIENCE: i32 = 15_000;

/// The most that a file may weigh, in bytes: twenty times what it does.
const LIMIT: u32 = 2_000_000;

/// Loads two files side by side; each is its bytes, or what went wrong.
pub async fn both(first: String, second: String) -> [Result<Vec<u8>, String>; 2] {
    // A promise starts at once, a future when it is awaited.
    let first = future_to_promise(bytes(first));
    let second = future_to_promise(bytes(second));
    [read(JsFuture::from(first).await), read(JsFuture::from(second).await)]
}

fn read(outcome: Result<JsValue, JsValue>) -> Result<Vec<u8>, String> {
    let bytes = outcome.map_err(|error| error.as_string().unwrap_or_default())?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

async fn bytes(url: String) -> Result<JsValue, JsValue> {
    let unreachable = |_| JsValue::from_str("the server could not be reached");
    let broken = |_| JsValue::from_str("the file broke off while loading");
    let too_large = || JsValue::from_str("the file is far too large");
    let controller = AbortController::new()?;
    give_up_in_time(&controller)?;
    // People edit these files in place: ask the server each time whether there is a newer one.
    let asked = RequestInit::new();
    asked.set_cache(RequestCache::NoCache);
    asked.set_signal(Some(&controller.signal()));
    // gloo-net's own builder brings what writes queries and headers: 1 KB.
    let request = Request::from(web_sys::Request::new_with_str_and_init(&url, &asked)?);
    let response = request.send().await.map_err(unreachable)?;
    if !response.ok() {
        return Err(format!("the server answered {}", response.status()).into());
    }
    // A host that says how long the file is saves the reading.
    let announced = response.headers().get("content-length").and_then(|length| length.parse::<u32>().ok());
    if announced.is_some_and(|length| length > LIMIT) {
        controller.abort();
        return Err(too_large());
    }
    // As the browser's own bytes: only what is not too large is copied into our memory. Its own text would put replacement
    // characters for what is not UTF-8, without a word.
    let response: web_sys::Response = response.into();
    let bytes = JsFuture::from(response.array_buffer()?).await.map_err(broken)?;
    if bytes.dyn_ref::<ArrayBuffer>().is_some_and(|bytes| bytes.byte_length() > LIMIT) {
        return Err(too_large());
    }
    Ok(bytes)
}

fn give_up_in_time(controller: &AbortController) -> Result<(), JsValue> {
    let abort: Function = Reflect::get(controller, &"abort".into())?.dyn_into()?;
    if let Some(window) = web_sys::window() {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&abort.bind0(controller), PATIENCE)?;
    }
    Ok(())
}
