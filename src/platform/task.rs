//! Work that waits for the browser.

use js_sys::Function;
use std::future::Future;
use std::pin::Pin;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `setTimeout` itself, to be called by the browser.
    #[wasm_bindgen(thread_local_v2, js_name = setTimeout)]
    static SET_TIMEOUT: Function;
}

/// Lets what reacts to signals run its work in the browser's own queue.
pub fn start_reacting() {
    // It fails only where that has been done before.
    let _ = any_spawner::Executor::init_wasm_bindgen();
}

/// Starts a task that runs on its own.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    start(Box::pin(task));
}

/// Does the work once everything that reacts to signals has followed their changes.
pub fn after_changes(work: fn()) {
    spawn(async move {
        leptos::task::tick().await;
        work();
    });
}

/// One kind of task for all: for each kind the glue to the browser's promises would be there once more (2 to 4 KB).
#[inline(never)]
fn start(task: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(task);
}

/// Lets the browser draw what is there; then, not before. A page that nobody sees is not drawn, and does not wait.
pub async fn next_frame() {
    let Some((window, document)) = super::browser() else { return };
    if document.hidden() {
        return pause().await;
    }
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        // The callback of a frame comes before the frame, which waits for it: so all that is called there is a timer.
        let after = SET_TIMEOUT.with(|timer| timer.bind2(&window, &resolve, &JsValue::from(0)));
        // It fails only for wrong arguments.
        let _ = window.request_animation_frame(after.unchecked_ref());
    });
    // This promise is never rejected.
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Lets the browser do what is waiting: draw, and answer taps. Work that goes on for longer than 50 ms is felt.
pub async fn pause() {
    wait(0.0).await;
}

/// Waits for so many milliseconds, or longer if the browser is busy or asleep.
pub async fn wait(milliseconds: f64) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // It fails only for wrong arguments.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds as i32);
        }
    });
    // This promise is never rejected.
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}
