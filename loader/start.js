/* Starts the app with the WebAssembly that the page has already asked for. The build puts this behind the glue of
   wasm-bindgen, of which it is given two functions: one file, one request, one digest. */
async function start(imports, finish) {
  const loader = document.getElementById('start');
  // No WebAssembly here.
  if (!loader.wasm) return;
  // The browser draws and answers taps in between: together these would keep a slow phone busy for longer than can be felt.
  const pause = () => new Promise((resolve) => setTimeout(resolve));
  try {
    await pause();
    const answer = await loader.wasm;
    // Browsers read it as it comes only under its own media type, which not every host knows.
    const streams = WebAssembly.instantiateStreaming && answer.headers.get('content-type') === 'application/wasm';
    const ready = streams
      ? WebAssembly.instantiateStreaming(answer, imports())
      : WebAssembly.instantiate(await answer.arrayBuffer(), imports());
    const { instance } = await ready;
    await pause();
    finish(instance);
  } catch {
    loader.failed();
  }
}
