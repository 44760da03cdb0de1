/* The offline copy. The build puts the release into the line that begins with "const RELEASE"; everything else here is the
   same for every release. docs/architecture.md says what is promised; each rule of it has one function below.

   What is kept stands under names that begin with PREFIX and nowhere else: one cache for each release, and one with the
   content that was last found good. */
const RELEASE = null;

const SCOPE = new URL(registration.scope).pathname;
const PREFIX = `porchlight-${SCOPE}-`;
const OWN = PREFIX + RELEASE.version;
const CONTENT = `${PREFIX}content`;
/** The page into which the app pours any other address. */
const SHELL = 'offline.html';

/** How long a page is waited for, and a content file, before the copy is taken. Together less than three seconds. */
const PAGE_PATIENCE = 2000;
const CONTENT_PATIENCE = 2800;
/** How long a worker or a window is waited for that is asked something: a slow phone has to start it first. */
const ANSWER_PATIENCE = 2000;
/** How long each file of the copy is waited for: on the slowest networks the largest one takes half of it. */
const FILE_PATIENCE = 60_000;
/** How long the network counts as given up after a page did not come. */
const GIVEN_UP = 5000;
/** The most that a content file may weigh, in bytes: twenty times what it does. */
const CONTENT_LIMIT = 2_000_000;

/** When a page did not come from the network in time. */
let gaveUp = 0;
/** Whether the person has asked to remove the copy. */
let removed = false;
/** Ends once nothing is being kept any more. */
let idle = Promise.resolve();
/** Gives up what the copy still loads. */
let loading = new AbortController();
/** By the window that has them: content files fresh from the network that its app has not yet found good. */
const offered = new Map();
/** Windows whose app has refused what came from the network: they get the copy. */
const refused = new Set();

/* Install: all or nothing */

addEventListener('install', (event) => event.waitUntil(keeping(fill)));

/** Begins to keep something, unless the person does not want it. A removal waits for its end: the browser may end this worker
    right after, and what was being kept just then would stay behind. */
function keeping(work) {
  if (removed) return Promise.reject(new Error('removed'));
  const kept = work();
  idle = Promise.all([idle, kept.catch(() => {})]);
  return kept;
}

async function fill() {
  // Two windows may have asked for it at once.
  if (loading.signal.aborted) loading = new AbortController();
  if (await isWhole()) return;
  try {
    const languages = await languagesInUse();
    const pagesOf = (languages) => languages.flatMap(({ pages }) => pages);
    const pages = pagesOf(languages);
    const others = Object.keys(RELEASE.files).filter((name) => !pagesOf(RELEASE.languages).includes(name));
    const contents = [...new Set(languages.flatMap(({ content }) => content))];
    const all = others.length + contents.length + pages.length;
    let done = 0;
    const keep = async (work) => {
      await work;
      done += 1;
      await tell({ done, all });
    };
    await tell({ done, all });
    const cache = await caches.open(OWN);
    let failed = null;
    const keepFile = async (name) => cache.put(SCOPE + name, await checked(name));
    const files = [
      ...others.map((name) => keep(keepFile(name))),
      ...contents.map((name) => keep(firstCopy(name))),
    ];
    // Where one does not come, the others need not; but none may still be being kept when this ends.
    const fail = (error) => {
      failed = failed || error;
      loading.abort();
    };
    await Promise.all(files.map((file) => file.catch(fail)));
    if (failed) throw failed;
    // The first page of the first language comes last: where it is, everything is.
    for (const name of pages.reverse()) await keep(keepFile(name));
  } catch (error) {
    await caches.delete(OWN);
    if (!removed) await tell({ failed: error.name === 'QuotaExceededError' ? 'full' : 'network' });
    throw error;
  }
}

/** Whether this release is here in full. */
const isWhole = async () => Boolean(await caches.match(SCOPE, { cacheName: OWN }));

/** The first language, those that are open in a window, and those that were kept before. */
async function languagesInUse() {
  const open = (await windows(true)).map(({ url }) => languageOf(new URL(url).pathname));
  const wanted = [];
  for (const language of RELEASE.languages) {
    const before = await caches.match(keyOf(language.content[1]), { cacheName: CONTENT });
    if (language.folder === '' || open.includes(language) || before) wanted.push(language);
  }
  return wanted;
}

/** A file of the release: what the browser has already loaded if that is it, else what the server has now. Its digest alone
    decides, so a host may redirect on the way to it: some drop `.html`. */
async function checked(name) {
  for (const cache of ['force-cache', 'no-cache']) {
    const response = await fetch(SCOPE + name, { cache, signal: fileSignal() });
    const bytes = await response.arrayBuffer();
    if (response.ok && (await digest(bytes)) === RELEASE.files[name]) return plain(bytes, response);
  }
  throw new Error(`${name} is not as it was built`);
}

async function digest(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 12);
  return btoa(String.fromCharCode(...sum));
}

/** A page's text, if it is one of ours. */
function ours(text) {
  if (!text.includes(`data-base="${SCOPE}"`)) throw new Error('not a page of ours');
  return text;
}

/** Content for a phone that has none in this form yet. It never takes the place of what was found good. */
async function firstCopy(name) {
  if (await copyOf(name)) return;
  for (const cache of ['force-cache', 'no-cache']) {
    const found = await freshContent(new Request(SCOPE + name, { cache }), fileSignal()).catch(() => null);
    if (found?.schema === RELEASE.schema) return keepContent(name, found);
  }
  throw new Error(`${name} did not come`);
}

addEventListener('activate', (event) => event.waitUntil(sweep()));

/** Takes away the former releases, now that this one has taken over. */
async function sweep() {
  for (const name of await ownCaches()) if (name !== OWN && name !== CONTENT) await caches.delete(name);
}

const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

/* Answers */

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(SCOPE)) return;
  const name = url.pathname.slice(SCOPE.length);
  const language = languageOf(url.pathname);
  if (request.mode === 'navigate' && !url.pathname.split('/').pop().includes('.')) {
    const [place] = name.slice(language.folder.length).split('/');
    // Other sites may stand in folders below this one: what is not named here is for the network to answer.
    const work = language.places.includes(place) ? page(event, url, language) : elsewhere(request, language);
    event.respondWith(work.catch(() => passedOn(request)).catch(() => numbers(language)));
  } else if (RELEASE.languages.some(({ content }) => content.includes(name))) {
    event.respondWith(content(event, name).catch(() => fetch(request)));
  } else if (name && (name in RELEASE.files || name.startsWith('porchlight-'))) {
    event.respondWith(file(request).catch(() => fetch(request)));
  }
});

/** The language in whose folder a path lies. */
function languageOf(path) {
  const within = RELEASE.languages.filter(({ folder }) => path.startsWith(SCOPE + folder));
  return within.find(({ folder }) => folder) ?? RELEASE.languages[0];
}

/** First page and Help: the copy. Any other address: the network while it answers in time and with a page of ours, else the
    shell. */
async function page(event, url, language) {
  const { folder } = language;
  const name = url.pathname.slice(SCOPE.length + folder.length);
  if (name && !name.endsWith('/')) return Response.redirect(`${url.pathname}/${url.search}`);
  const cacheName = await cacheToUse();
  const copy = await caches.match(SCOPE + folder + name, { cacheName });
  if (copy) return copy;
  const shell = await caches.match(SCOPE + folder + SHELL, { cacheName });
  if (shell) return freshPage(event.request).catch(() => ((gaveUp = Date.now()), shell));
  // The browser has thrown the copy away to make room. The page will ask for it again. A host that is broken has no help to
  // show; a network that wants a sign-in first must be seen.
  const response = await passedOn(event.request);
  return response.status < 500 ? response : numbers(language);
}

/** A page from the network, whatever it is. It is asked for by its address: WebKit's own request may carry a condition, and
    the answer to that, 304, has no body. */
const passedOn = ({ url, headers }) =>
  fetch(url, { cache: 'no-cache', redirect: 'manual', headers: { accept: headers.get('accept') ?? '*/*' } });

/** An address that is none of ours. Without a network there is help in place of an error of the browser's. */
async function elsewhere(request, { folder }) {
  try {
    return await passedOn(request);
  } catch (error) {
    const shell = await caches.match(SCOPE + folder + SHELL, { cacheName: OWN });
    if (shell) return shell;
    throw error;
  }
}

/** The cache of this release; or of the one that waits, where nothing stays open that belongs to this one: then it may take
    over, and the page is already its own. Each window is asked: one that reloads is about to go, and WebKit counts pages too
    that it only keeps for the way back, which do not answer. */
async function cacheToUse() {
  const { waiting } = registration;
  if (!waiting) return OWN;
  const open = await inTime(windows());
  if (!open) return OWN;
  const staying = await Promise.all(open.map((window) => ask(window, 'staying?')));
  return (!staying.includes(true) && (await ask(waiting, 'take-over'))) || OWN;
}

/** What comes in time, else nothing. The browser no longer answers a worker that another one has just replaced; a page that
    this one still has to answer would wait for minutes. */
const inTime = (work) => Promise.race([work, new Promise((resolve) => setTimeout(resolve, ANSWER_PATIENCE))]);

/** Asks a worker or a window; nothing where it does not answer. */
function ask(worker, question) {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(question, [port2]);
  return inTime(new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data))));
}

/** For a file of the copy: gives it up when its time is over, or with the whole copy. */
const fileSignal = () => after(FILE_PATIENCE, loading.signal);

/** Gives a request up after that many milliseconds, or with what it is a part of. */
function after(time, whole) {
  const controller = new AbortController();
  const giveUp = () => controller.abort();
  if (whole?.aborted) giveUp();
  whole?.addEventListener('abort', giveUp);
  setTimeout(giveUp, time);
  return controller.signal;
}

/** A page from the network, if it is one of ours and whole in time: not one of a network that wants a sign-in first. */
async function freshPage({ url }) {
  // What something on the way has kept may be of a release whose files are gone.
  const response = await fetch(url, { cache: 'no-cache', signal: after(PAGE_PATIENCE) });
  const text = ours(await response.text());
  return response.redirected ? Response.redirect(response.url) : plain(text, response);
}

/** What is kept nowhere and cannot be loaded: a page with the numbers. */
function numbers(language) {
  return new Response(language.numbers, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** Any other file: as it is kept by this release, or by another one whose page asks for it. */
async function file(request) {
  for (const cacheName of [OWN, ...(await ownCaches())]) {
    const copy = cacheName !== CONTENT && (await caches.match(request, { cacheName, ignoreSearch: true }));
    if (copy) return copy;
  }
  return fetch(request);
}

/** Content: the network while it answers in time and with content, else what was last found good. */
async function content({ request, clientId }, name) {
  const copy = await copyOf(name);
  if (!copy) return fetch(request);
  if (refused.has(clientId) || Date.now() - gaveUp < GIVEN_UP) return copy;
  try {
    const found = await freshContent(request, after(CONTENT_PATIENCE));
    offered.set(clientId, { ...offered.get(clientId), [name]: found });
    return plain(found.bytes, found.response);
  } catch {
    return copy;
  }
}

/** A content file from the network; whether it makes sense is for the app to say. */
async function freshContent(request, signal) {
  const response = await fetch(request, { signal });
  const parts = [];
  let size = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > CONTENT_LIMIT) {
      reader.cancel();
      throw new Error('too large');
    }
    parts.push(value);
  }
  const bytes = await new Blob(parts).arrayBuffer();
  const { schema } = JSON.parse(new TextDecoder().decode(bytes));
  if (!response.ok || !Number.isInteger(schema)) throw new Error('not content');
  return { response, bytes, schema };
}

const keyOf = (name, schema = RELEASE.schema) => `${SCOPE + name}?schema=${schema}`;
const copyOf = (name) => caches.match(keyOf(name), { cacheName: CONTENT });

async function keepContent(name, { response, bytes, schema }) {
  await (await caches.open(CONTENT)).put(keyOf(name, schema), plain(bytes, response));
}

/** A response of its own: nothing in it speaks of how it was packed or asked for, of which page its headers come, nor for how
    long it may be shown without asking here again. */
function plain(body, { status, headers }) {
  const own = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'vary', 'etag', 'last-modified']) own.delete(name);
  own.set('cache-control', 'no-cache');
  return new Response(body, { status, headers: own });
}

/* Messages. What a page may say, and what it gets as an answer. */

addEventListener('message', (event) => {
  const work = MESSAGES[event.data]?.(event.source);
  event.waitUntil(Promise.resolve(work).then((answer) => event.ports[0]?.postMessage(answer), () => {}));
});

const MESSAGES = {
  /** The person, or the former release, has this one take over. */
  'take-over': () => (skipWaiting(), OWN),
  /** The app of that window has found the content good. */
  async accepted({ id }) {
    const found = Object.entries(offered.get(id) ?? {});
    offered.delete(id);
    await keeping(() => Promise.all(found.map(([name, file]) => keepContent(name, file))));
  },
  /** It has not: it will ask again, and gets what was good. */
  refused({ id }) {
    offered.delete(id);
    refused.add(id);
  },
  /** Whether everything is kept, and when newer content was last looked for. */
  async state({ url }) {
    const copy = await copyOf(languageOf(new URL(url).pathname).content[1]);
    return { whole: await isWhole(), looked: copy?.headers.get('date') };
  },
  /** The person, or the page, wants the copy that is not there any more. */
  save: () => ((removed = false), keeping(fill)),
  /** The person does not want it any more. */
  async remove() {
    removed = true;
    loading.abort();
    await idle;
    for (const name of await ownCaches()) await caches.delete(name);
  },
};

const windows = (includeUncontrolled = false) => clients.matchAll({ type: 'window', includeUncontrolled });

async function tell(message) {
  for (const window of await windows(true)) window.postMessage(message);
}
