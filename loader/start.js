/* Starts the app with the WebAssembly that the page has already asked for. The build puts this behind the glue of
   wasm-bindgen, whose `init` it is given: one file, one request, one digest. */
async function start(init) {
  const loader = document.getElementById('start');
  // No WebAssembly here. Without its answer the glue would ask for a file of its own.
  if (!loader.wasm) return;
  try {
    await init({ module_or_path: loader.wasm });
  } catch {
    loader.failed();
  }
}
