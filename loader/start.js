/* Starts the app with the WebAssembly that the page has already asked for. The build appends this to wasm-bindgen's glue,
   whose `init` it is given: one file, one request, one digest. */
async function start(init) {
  const loader = document.getElementById('start');
  // No WebAssembly here.
  if (!loader.wasm) return;
  // An error names the files that it went through, by which early.js tells it from others': ten of them may all be nameless.
  Error.stackTraceLimit = 100;
  try {
    await init({ module_or_path: loader.wasm });
  } catch {
    loader.failed();
  }
}
