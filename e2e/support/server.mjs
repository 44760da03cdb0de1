// A static host for one test: on this machine only, on a port that no test before had. That is a fresh origin, so nothing
// that a browser keeps can pass from one test to the next. It can also go wrong on purpose.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { VIOLATION } from './watch.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.ics': 'text/calendar; charset=utf-8',
};

/** Pages end with a slash; no file of the site does. */
const PAGE = /\/$/;

/** What a network shows before it lets anyone through (a captive portal). */
export const PORTAL = '<!doctype html><title>Free network</title><h1>Welcome! Please sign in.</h1>';

/** How long a host that drips waits between two bytes: any file takes longer than a test. */
const DRIP = 1000;

/**
 * Serves a built site until `stop` is called.
 *
 * @param {string} root the folder of the build
 * @param {string} base the path below which the site stands, with a slash at both ends
 */
export async function serve(root, base = '/') {
  const faults = [];
  let headers = { 'cache-control': 'no-cache' };
  const scripts = [];
  const requests = [];
  const violations = [];
  const dripping = new Set();
  let scriptsForbidden = false;
  let habit = null;

  /** What a static host answers: the file, or the page for unknown addresses. */
  async function find(pathname) {
    // What the build offers to hosts that choose among forms of a file is no address of the site.
    if (/\.(br|gz)$/.test(pathname)) return { status: 404, type: 'text/plain', body: Buffer.from('no such file') };
    // A host that has addresses without a slash has the folder's own too.
    const inFolder = habit ? `${pathname}/`.startsWith(base) : pathname.startsWith(base);
    if (!inFolder) return { status: 404, type: 'text/plain', body: Buffer.from('another site') };
    const below = pathname.slice(base.length);
    const names = below === '' || below.endsWith('/') ? [`${below}index.html`] : [below];
    if (habit) names.push(`${below}/index.html`, `${below}.html`);
    for (const name of names) {
      const file = path.join(root, path.normalize(`/${name}`));
      const body = await readFile(file).catch(() => undefined);
      if (body) return { status: 200, type: TYPES[path.extname(file)] ?? 'application/octet-stream', body };
    }
    return { status: 404, type: TYPES['.html'], body: await readFile(path.join(root, '404.html')) };
  }

  async function answer(request, response) {
    const { pathname, search } = new URL(`http://host${request.url}`);
    if (pathname === VIOLATION) {
      for await (const text of request) violations.push(String(text));
      return response.end();
    }
    const record = { method: request.method, url: request.url, answered: false };
    requests.push(record);
    response.once('close', () => (record.answered = true));
    let given = headers;
    // What goes wrong is decided as the request comes: a test that has seen it may mend the host before its file is read.
    const wrong = faults.filter(({ file }) => matches(file, pathname));
    let { status, type, body } = await find(decode(pathname));
    const leads = habit?.(pathname) ?? pathname;
    if (leads !== pathname) {
      given = { ...given, location: leads + search };
      [status, body] = [301, Buffer.alloc(0)];
    }
    for (const fault of wrong) {
      await fault.held;
      status = fault.status ?? status;
      type = fault.type ?? type;
      given = { ...given, ...fault.headers };
      body = typeof fault.body === 'function' ? Buffer.from(fault.body(body)) : Buffer.from(fault.body ?? body);
      if (fault.cut === undefined && !fault.drip) continue;
      // The browser is promised the whole file.
      response.writeHead(status, { 'content-type': type, 'content-length': body.length });
      if (fault.drip) {
        dripping.add(response);
        return drip(response, body);
      }
      const sent = fault.cut === true ? body.length / 2 : fault.cut;
      return response.write(body.subarray(0, sent), () => response.destroy());
    }
    if (type.startsWith('text/html') && scripts.length > 0) body = withScripts(body, scripts);
    given = { ...given, 'content-type': type };
    // A document in a sandbox runs no script, in every engine, and can still be looked at from outside.
    if (scriptsForbidden) given['content-security-policy'] = 'sandbox allow-same-origin allow-popups';
    given.etag = `"${createHash('sha1').update(JSON.stringify(given)).update(body).digest('hex')}"`;
    // What the browser has already got is not sent once more, as on any host.
    if (wrong.length === 0 && status === 200 && request.headers['if-none-match'] === given.etag) {
      record.status = 304;
      response.writeHead(304, given);
      return response.end();
    }
    record.status = status;
    response.writeHead(status, { ...given, 'content-length': body.length });
    const stalled = wrong.find(({ before }) => before);
    if (stalled) {
      const at = body.indexOf(stalled.before);
      if (at < 0) throw new Error(`${pathname} does not hold "${stalled.before}"`);
      response.write(body.subarray(0, at));
      await stalled.rest;
      body = body.subarray(at);
    }
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  });
  // Whether a connection is used again must not depend on how long a test took: the browser decides when it ends.
  server.keepAliveTimeout = 0;
  const listen = (port) => once(server.listen(port, '127.0.0.1'), 'listening');
  const port = await freshPort(listen, server);
  const origin = `http://127.0.0.1:${port}`;

  return {
    origin,
    base,
    /** Every request so far: method, path with query, the answer's status, and whether the answer is over. */
    requests,
    /** The same from that one on, as text: a line each. */
    told: (first = 0) =>
      requests.slice(first).map(({ method, url, status, answered }) => `${method} ${url} ${status} ${answered}`).join('\n'),
    /** What pages did against their policy, as they have told. */
    violations,
    /** The address of a page or file, given by its path below the base and with a slash in front. */
    url: (below = '/') => origin + base + below.slice(1),
    /**
     * Makes requests for a file go wrong: `file` is the end of its path or an expression, the fault any of `status`,
     * `type`, `headers`, `body` (bytes, or a function that changes them), `cut` (the connection breaks after so many
     * bytes, or half-way), `drip` (the bytes come so slowly that the file never ends) and `held` (a promise to wait for).
     */
    fault: (file, fault) => void faults.push({ file, ...fault }),
    /** Changes a JSON file: the callback gets its value, and alters it or gives another. */
    edit(file, change) {
      const body = (bytes) => {
        const value = JSON.parse(bytes);
        return JSON.stringify(change(value) ?? value);
      };
      faults.push({ file, body });
    },
    /** Holds back a file until the function that it gives is called. */
    hold(file) {
      let release;
      faults.push({ file, held: new Promise((resolve) => (release = resolve)) });
      return release;
    },
    /** Sends a file as far as that text, and the rest once the function that it gives is called. */
    stall(file, before) {
      let release;
      faults.push({ file, before, rest: new Promise((resolve) => (release = resolve)) });
      return release;
    },
    /** Changes the text of every page. */
    alter: (change) => void faults.push({ file: PAGE, body: (bytes) => change(bytes.toString()) }),
    /** Switches scripts off until the function that it gives is called. */
    forbidScripts() {
      scriptsForbidden = true;
      return () => void (scriptsForbidden = false);
    },
    /** Plays a network that answers everything with a page of its own, or leads there. */
    portal: ({ redirects = false } = {}) =>
      void faults.push(
        redirects
          ? { file: /^(?!\/portal$)/, status: 302, headers: { location: '/portal' }, body: '' }
          : { file: /^/, status: 200, type: 'text/html', body: PORTAL },
        { file: '/portal', status: 200, type: 'text/html', body: PORTAL },
      ),
    /** Publishes another folder in the place of the one before. */
    publish: (folder) => void (root = folder),
    /** Has the host lead to other addresses: a function of the path. It then finds pages with and without slash or `.html`. */
    behave: (leads) => void (habit = leads),
    /** Sends other headers with every file. */
    headers: (given) => void (headers = given),
    /** Takes every fault away; what still drips is broken off. */
    mend() {
      faults.splice(0);
      for (const response of dripping) response.destroy();
      dripping.clear();
    },
    /** Runs a script in every page before any other. */
    inject: (script) => void scripts.push(script),
    /** Nobody answers at the address any more. For every engine, and for workers too, this is what offline is. */
    stop: () =>
      new Promise((stopped) => {
        server.close(stopped);
        server.closeAllConnections();
      }),
    /** After `stop`: the same address answers again. */
    restart: () => listen(port),
  };
}

/** The ports that tests of this process have had. The system gives some of them twice in a few hundred times. */
const had = new Set();

/** Listens on a port that none has had. */
async function freshPort(listen, server) {
  await listen(0);
  const { port } = server.address();
  if (!had.has(port)) {
    had.add(port);
    return port;
  }
  await new Promise((closed) => server.close(closed));
  return freshPort(listen, server);
}

/** Sends a file byte by byte, with a pause after each, until the other side has had enough. */
function drip(response, body) {
  let sent = 0;
  const next = () => response.write(body.subarray(sent, ++sent));
  const clock = setInterval(next, DRIP);
  response.once('close', () => clearInterval(clock));
  next();
}

function decode(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function matches(file, pathname) {
  return file instanceof RegExp ? file.test(pathname) : pathname.endsWith(file);
}

function withScripts(body, scripts) {
  const tags = scripts.map((script) => `<script>${script}</script>`).join('');
  return Buffer.from(body.toString().replace('<head>', () => `<head>${tags}`));
}
