//! Work that waits for the browser.

use std::future::Future;
use std::pin::Pin;

/// Lets what reacts to signals run its work in the browser's own queue.
pub fn start_reacting() {
    // It fails only where that has been done before.
    let _ = any_spawner::Executor::init_wasm_bindgen();
}

/// Starts a task that runs on its own.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    start(Box::pin(task));
}

/// One kind of task for all: for each kind the glue to the browser's promises would be there once more (2 to 4 KB).
#[inline(never)]
fn start(task: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(task);
}
