// The worker without a browser: what it calls is played in memory, one step after the other, so that a test can put
// something between any two of them. What browsers really do is shown in them, by the other tests.
import { createHash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { createContext, runInContext } from 'node:vm';

// Every file of the copy listens to one signal; Node takes more than ten for a leak.
setMaxListeners(50);

/** To keep something takes that many times as long as to look for it. */
const WRITING = 20;

/** A window or worker that answers every question in the same way. */
function windowThat(id, says, url, asked = []) {
  const postMessage = (question, [port] = []) => {
    if (!port) return;
    asked.push(question);
    if (says !== undefined) port.postMessage(says);
    port.close();
  };
  return { id, url, postMessage };
}

/**
 * Starts the worker of a build.
 *
 * @param {string} root the folder of the build
 */
export function startWorker(root) {
  const origin = 'https://example.org';
  const scope = `${origin}/`;
  const listeners = {};
  const kept = new Map();
  const writes = [];
  let steps = 0;
  let running = 0;
  let fetched = 0;
  let interrupt = null;
  let missing = null;
  let failing = null;
  let waiting = null;
  let online = true;
  let altered = null;
  const windows = [];
  const timers = [];

  /** Every call that a browser answers later: after so many tasks. */
  async function step(tasks = 1) {
    // As anything that comes to a worker: in a task of its own.
    if (interrupt?.step === steps) setImmediate().then(interrupt.act);
    steps += 1;
    running += 1;
    for (; tasks > 0; tasks -= 1) await setImmediate();
    running -= 1;
  }
  const absolute = (request) => new URL(request.url ?? request, scope).href;

  const cacheOf = (files) => ({
    async put(request, response) {
      await step(WRITING);
      writes.push(absolute(request));
      files.set(absolute(request), response);
    },
  });
  const caches = {
    async open(name) {
      await step(WRITING);
      writes.push(name);
      if (!kept.has(name)) kept.set(name, new Map());
      return cacheOf(kept.get(name));
    },
    async match(request, { cacheName }) {
      await step();
      return kept.get(cacheName)?.get(absolute(request))?.clone();
    },
    async keys() {
      await step();
      return [...kept.keys()];
    },
    async delete(name) {
      await step();
      return kept.delete(name);
    },
  };

  async function fetch(request, { signal } = {}) {
    const { pathname } = new URL(absolute(request));
    signal?.throwIfAborted();
    const givenUp = new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    // Each file takes longer than the one before: some are being kept while others are still loaded.
    const late = pathname === failing?.pathname && failing.times-- === 1;
    const answered = pathname === missing?.pathname ? new Promise(() => missing.asked()) : step((fetched += late ? 10_000 : 10));
    await Promise.race([answered, givenUp]);
    if (late || !online) throw new TypeError('no network');
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const found = existsSync(path.join(root, name));
    const file = readFileSync(path.join(root, found ? name : '404.html'));
    const body = pathname === altered?.pathname ? altered.change(file) : file;
    const type = !found || name.endsWith('.html') ? 'text/html' : 'text/plain';
    const response = new Response(body, { status: found ? 200 : 404, headers: { 'content-type': type } });
    return Object.defineProperty(response, 'url', { value: absolute(request) });
  }

  /** A request knows its address only in a browser. */
  class OwnRequest {
    constructor(url) {
      this.url = new URL(url, scope).href;
    }
  }
  const client = { id: 'page', url: scope, postMessage() {} };
  windows.push(client);
  const world = {
    addEventListener: (type, listener) => void (listeners[type] = listener),
    registration: {
      scope,
      get waiting() {
        return waiting;
      },
    },
    location: new URL('sw.js', scope),
    clients: {
      async matchAll() {
        await step();
        return windows;
      },
    },
    // The time that the worker has for anything is over when the test says so.
    setTimeout: (work, time) => void timers.push({ work, time }),
    MessageChannel,
    Request: OwnRequest,
    crypto: { subtle: { digest: async (_, bytes) => new Uint8Array(createHash('sha256').update(new Uint8Array(bytes)).digest()).buffer } },
    caches,
    fetch,
    ...{ AbortController, Blob, Headers, Response, TextDecoder, URL, btoa },
  };
  runInContext(readFileSync(path.join(root, 'sw.js'), 'utf8'), createContext(world));

  /** Hands an event to the worker; ends with what the worker has begun for it. */
  async function dispatch(type, event = {}) {
    const work = [];
    listeners[type]({ ...event, waitUntil: (promise) => work.push(promise), respondWith: (promise) => work.push(promise) });
    return Promise.all(work);
  }

  return {
    /** The caches by their names: responses by their addresses. */
    kept,
    /** The names of caches that were opened and the addresses that were put into them, so far. */
    writes,
    /** How many steps it has taken. */
    steps: () => steps,
    startCounting() {
      steps = 0;
      writes.splice(0);
    },
    /** Does something once the worker has begun the step of that number, and before that is done. */
    during: (step, act) => void (interrupt = { step, act }),
    /** Ends when no step is under way any more. */
    async rests() {
      for (let quiet = 0; quiet < 5; quiet = running > 0 ? 0 : quiet + 1) await setImmediate();
    },
    /** Has a file never come; ends once the worker has asked for it. */
    lose: (pathname) => new Promise((asked) => (missing = { pathname, asked })),
    /** Has the nth request for a file fail, and late: everything else is over by then. */
    failLate: (pathname, times) => void (failing = { pathname, times }),
    /** Has the bytes of a file come changed. */
    alter: (pathname, change) => void (altered = { pathname, change }),
    goOffline: () => void (online = false),
    /** Lets so many milliseconds be over, for all that waits for its time. */
    pass(time) {
      for (const timer of timers.splice(0)) if (timer.time > time) timers.push(timer);
      else timer.work();
    },
    closeWindows: () => void windows.splice(0),
    /** Opens another window, which says what it is given to say to a question: nothing where that is nothing. */
    openWindow: (id, says) => void windows.push(windowThat(id, says, scope)),
    /** A new release waits; tells how often it was asked to take over. */
    release(name) {
      const asked = [];
      waiting = windowThat(name, 'porchlight-/-other', scope, asked);
      return asked;
    },
    /** Asks for a page as a window does that is led there; ends with the answer. */
    navigate: (address, resultingClientId = 'new') => {
      const request = { url: new URL(address, origin).href, method: 'GET', mode: 'navigate', headers: new Headers() };
      return dispatch('fetch', { request, resultingClientId, clientId: '' }).then(([answer]) => answer);
    },
    install: () => dispatch('install'),
    fetch: (url) => dispatch('fetch', { request: { url: absolute(url), method: 'GET', mode: 'cors' }, clientId: client.id }),
    /** Says something to the worker, as the page does; ends with its answer, if it has one. */
    ask: (question) =>
      new Promise((answer) => {
        const port = { postMessage: answer };
        dispatch('message', { data: question, source: client, ports: [port] }).then(answer);
      }),
  };
}
