/* Loads a content file for the app (`src/platform/fetch.rs`), which takes neither what never ends nor what is far too large:
   the text, or an exception that says what went wrong. */
const CONTENT_LIMIT = 2_000_000;
const CONTENT_PATIENCE = 15_000;

async function loadText(url) {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), CONTENT_PATIENCE);
  let response;
  try {
    // People edit these files in place: ask the server each time whether there is a newer one.
    response = await fetch(url, { cache: 'no-cache', signal: stop.signal });
  } catch {
    throw 'the server could not be reached';
  }
  if (!response.ok) throw `the server answered ${response.status}`;
  const decoder = new TextDecoder();
  let text = '';
  try {
    // A host that says how long the file is saves the reading.
    const announced = response.headers.get('content-length') > CONTENT_LIMIT;
    for (const reader = response.body.getReader(); !announced && text.length < CONTENT_LIMIT; ) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    throw 'the file broke off while loading';
  }
  stop.abort();
  throw 'the file is far too large';
}
