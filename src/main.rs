//! Starts the app in a browser, and nothing else.

/// Smaller and faster than the allocator that Rust's standard library brings for WebAssembly; docs/size.md has the figures.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    porchlight::app::start();
}
