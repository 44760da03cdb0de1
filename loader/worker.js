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
/** How long a page that was answered may take to become a window: the person may have left before that. */
const ARRIVAL_PATIENCE = 10_000;
/** How long an app may take to say whether content is good. After that its window is gone, or it is broken. */
const OFFER_PATIENCE = 60_000;
/** The most that a content file may weigh, in bytes: twenty times what it does. */
const CONTENT_LIMIT = 2_000_000;

/** When a page did not come from the network in time. */
let gaveUp = 0;
/** Whether the person has asked to remove the copy. */
let removed = false;
/** Ends once nothing is being kept any more. */
let idle = Promise.resolve();
/** Ends once the copy is not being made any more. */
let filled = Promise.resolve();
/** Gives up what the copy still loads. */
let loading = new AbortController();
/** By the window that has them: content files fresh from the network that its app has not yet found good. */
const offered = new Map();
/** Windows whose app has refused what came from the network: they get the copy. */
const refused = new Set();
/** Windows that were given a page, and when, or are about to be: until their page says something, they are loading. */
const arriving = new Map();

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

/** One attempt at a time: two windows may ask for it at once. What one has made whole, the next finds. */
function fill() {
  const attempt = filled.then(attemptToFill);
  filled = attempt.catch(() => {});
  return attempt;
}

async function attemptToFill() {
  if (removed) throw new Error('removed');
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
    // Where only the last word about it failed, it is there.
    if (!(await isWhole())) await caches.delete(OWN);
    if (!removed) await tell({ failed: error.name === 'QuotaExceededError' ? 'full' : 'network' });
    throw error;
  }
}

/** Whether this release is here in full. */
const isWhole = async () => Boolean(await caches.match(SCOPE, { cacheName: OWN }));

/** The first language, those that are open in a window, and those that were kept before. */
async function languagesInUse() {
  const open = (await windows(true)).map(({ url }) => pageAt(url).language);
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
  const navigates = request.mode === 'navigate';
  const isFile = name && (isKept(name) || name.startsWith('porchlight-')) && !(navigates && !name.includes('.'));
  const { language, place, path } = pageAt(url);
  let work;
  if (isFile) work = file(request);
  // Other sites may stand in folders below this one: what is not named here is for the network to answer.
  else if (navigates) work = language.places.includes(place) ? page(event, language, path) : elsewhere(request, language);
  else if (RELEASE.languages.some(({ content }) => content.includes(name))) work = content(event, name);
  else return;
  event.respondWith(navigates ? work.catch(() => passedOn(request)).catch(() => numbers(language)) : work.catch(() => fetch(request)));
});

const isKept = (name) => typeof RELEASE.files[name] === 'string';

/** Which page an address means: its language, its first part below the language's folder, and its path below the scope as
    the build writes it. Hosts drop the slash at the end, name `index.html`, drop or add `.html`; people change letters and
    write a slash twice. This is for looking something up: no address is made of it, so nothing can lead away. */
function pageAt(url) {
  const { pathname } = new URL(url);
  const parts = pathname.startsWith(SCOPE) ? meant(pathname.slice(SCOPE.length)).split('/').filter(Boolean) : [];
  const last = parts.pop()?.replace(/\.html$/, '') ?? 'index';
  if (last !== 'index') parts.push(last);
  const path = parts.map((part) => `${part}/`).join('');
  const [first, ...others] = RELEASE.languages;
  const other = others.find(({ folder }) => path.startsWith(folder));
  return { language: other ?? first, place: parts[other ? 1 : 0] ?? '', path };
}

function meant(path) {
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch {
    return path;
  }
}

/** First page and Help: the copy. Any other address: the network while it answers in time and with a page of ours, else the
    shell. The worker leads to no other address: a host that leads back from there would do so for ever. */
async function page(event, language, path) {
  const id = event.resultingClientId;
  arriving.set(id, Infinity);
  try {
    return await pageFor(event.request, language, path, await cacheToUse(id));
  } finally {
    arriving.set(id, Date.now());
  }
}

async function pageFor(request, language, path, cacheName) {
  const copy = language.pages.includes(path) && (await caches.match(SCOPE + path, { cacheName }));
  if (copy) return copy;
  const shell = await caches.match(SCOPE + language.folder + SHELL, { cacheName });
  if (shell) return freshPage(request, path).catch(() => ((gaveUp = Date.now()), shell));
  // The browser has thrown the copy away to make room. The page will ask for it again. A host that is broken has no help to
  // show; a network that wants a sign-in first must be seen.
  const response = await passedOn(request);
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
    that it only keeps for the way back, which do not answer. Nor does one that is still loading: that is known here. */
async function cacheToUse(own) {
  const { waiting } = registration;
  if (!waiting) return OWN;
  const open = await inTime(windows());
  if (!open) return OWN;
  const isOpen = (id) => open.some((window) => window.id === id);
  const isComing = ([id, since]) => id !== own && !isOpen(id) && Date.now() - since < ARRIVAL_PATIENCE;
  if ([...arriving].some(isComing)) return OWN;
  const stays = async (window) => (await ask(window, 'staying?')) ?? arriving.has(window.id);
  const staying = await Promise.all(open.map(stays));
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

/** A page from the network, if it is one of ours and whole in time: not one of a network that wants a sign-in first. Where the
    host has led to another of our pages, so does this; to the same one by another name, the page is here. */
async function freshPage({ url }, path) {
  // What something on the way has kept may be of a release whose files are gone.
  const response = await fetch(url, { cache: 'no-cache', signal: after(PAGE_PATIENCE) });
  const text = ours(await response.text());
  if (new URL(response.url).origin !== location.origin) throw new Error('not of this host');
  return pageAt(response.url).path === path ? plain(text, response) : Response.redirect(response.url);
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
    setTimeout(() => offered.delete(clientId), OFFER_PATIENCE);
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
  // Other bytes than UTF-8 would become replacement characters, without a word.
  const { schema } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
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
  arriving.delete(event.source?.id);
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
    refused.delete(id);
    await keeping(() => Promise.all(found.map(([name, file]) => keepContent(name, file))));
  },
  /** It has not: it will ask again, and gets what was good. */
  refused({ id }) {
    offered.delete(id);
    refused.add(id);
  },
  /** Whether everything is kept, and when newer content was last looked for. */
  async state({ url }) {
    const copy = await copyOf(pageAt(url).language.content[1]);
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
