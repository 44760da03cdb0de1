// A static host as a good one is: every answer is compressed with brotli before anyone asks. The one of the tests
// (support/server.mjs) can go wrong on purpose and compresses nothing.
import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** What is compressed. */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.ics': 'text/calendar; charset=utf-8',
};
/** What is compressed already. */
const PICTURES = { '.png': 'image/png' };
const COMPRESSED_BESIDE = ['.br', '.gz'];

/**
 * Reads a built site once, for as many hosts as are needed: each visit has one of its own, on a port of its own, so it
 * finds nothing that an earlier visit left, and no request of an earlier one is counted.
 */
export function readSite(root) {
  const answers = load(root);
  return {
    /** Adds a page that is in no file. */
    add: (pathname, html) => void answers.set(`${pathname}index.html`, compressed('.html', Buffer.from(html))),
    /** Starts a host on this machine. It does not keep Node running by itself. */
    host: () => listen((pathname) => find(answers, pathname)),
  };
}

/** What a static host has at an address. */
function find(answers, pathname) {
  const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  if (answers.has(file)) return { status: 200, file, ...answers.get(file) };
  // A build with one page for all addresses has no file for most of them.
  if (pathname.endsWith('/')) return { status: 200, file: '/index.html', ...answers.get('/index.html') };
  return { status: 404, file: '/404.html', ...answers.get('/404.html') };
}

async function listen(find) {
  const sent = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(`http://host${request.url}`);
    const { status, file, headers, body } = find(pathname);
    sent.push({ file, bytes: body.length });
    response.writeHead(status, { ...headers, 'content-length': body.length, 'cache-control': 'no-cache' });
    response.end(body);
  });
  await new Promise((ready, failed) => server.once('error', failed).listen(0, '127.0.0.1', ready));
  server.unref();
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /**
     * The files sent so far, with the bytes of their bodies as they went over the wire. Counted here and not in the
     * browser, because the host also sees what the browser does not tell of: icons, manifests and workers. Headers are
     * left out: they are the host's, about 0.2 KB for each request.
     */
    sent,
    stop: () =>
      new Promise((stopped) => {
        server.close(stopped);
        server.closeAllConnections();
      }),
  };
}

/** Every file of the folder by its address, as it will be sent. */
function load(root) {
  const answers = new Map();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const type = path.extname(entry.name);
    if (!entry.isFile() || COMPRESSED_BESIDE.includes(type)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const address = `/${path.relative(root, file).split(path.sep).join('/')}`;
    answers.set(address, compressed(type, readFileSync(file), () => readFileSync(`${file}.br`)));
  }
  return answers;
}

/** The answer with a body; `beside` reads the one that the build has compressed, if it did. */
function compressed(type, plain, beside) {
  const headers = { 'content-type': TYPES[type] ?? PICTURES[type] ?? 'application/octet-stream' };
  if (!(type in TYPES)) return { headers, body: plain };
  return { headers: { ...headers, 'content-encoding': 'br' }, body: read(beside) ?? brotli(plain) };
}

function read(beside) {
  try {
    return beside?.();
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const brotli = (plain) => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
