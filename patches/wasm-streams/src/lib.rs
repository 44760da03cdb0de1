//! Stands in for the crate of this name, which Leptos 0.8 brings for server functions that stream. What that crate
//! exports to JavaScript stays in every download, used or not: 4 KB of WebAssembly and 1 KB of glue. Porchlight has no
//! server and so no server function. Only what `server_fn` names is here; nothing ever calls it.
//!
//! It can go when Leptos no longer links the crate for every app.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::{JsCast, JsValue};

/// A stream of the browser (Streams, WHATWG).
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Gives no stream: there is nothing to send one to.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// The stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that is over at once.
    pub fn into_stream(self) -> Ended {
        Ended
    }
}

/// A stream with nothing in it.
pub struct Ended;

impl Stream for Ended {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
