// The kinds of hosts that a build is published on, each started for real or played, on this machine only. A host gets a
// copy of the build, below the folder of its address, so a test may edit what is published.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { freePort } from './port.mjs';

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find(existsSync);
const BROTLI = ['/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'].find(existsSync);

/** Whether this machine's nginx can send brotli. */
export const nginxHasBrotli = BROTLI !== undefined;

/**
 * Each kind: how to start it, why it cannot be started here if so, and whether it answers for a missing address with
 * the page that the build brings for that.
 */
export const HOSTS = {
  'a plain file server': { start: startPython, missing: missingPython(), own404: false },
  'nginx with the shipped configuration': { start: startNginx, missing: missingNginx(), own404: true },
  'GitHub Pages, played': { start: startPages, missing: undefined, own404: true },
};

/**
 * Publishes a build on a host of that kind until `stop` is called.
 *
 * @param {string} kind one of HOSTS
 * @param {string} dist the folder of the build
 * @param {string} base the path below which the site stands, with a slash at both ends
 */
export async function publish(kind, dist, base) {
  const folder = await mkdtemp(path.join(tmpdir(), 'porchlight-host-'));
  const root = path.join(folder, 'root');
  const published = path.join(root, base);
  await cp(dist, published, { recursive: true });
  const { origin, stop } = await HOSTS[kind].start({ folder, root, published, base });
  return {
    /** The folder that is published. */
    published,
    /** The address of a page or file, given by its path below the base. */
    url: (below = '') => origin + base + below,
    /** Asks for a file as a browser does that understands these encodings; follows nothing. */
    ask: (below, encodings = 'identity') =>
      fetch(origin + base + below, { redirect: 'manual', headers: { 'accept-encoding': encodings } }),
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true });
    },
  };
}

function missingPython() {
  return spawnSync('python3', ['--version']).status === 0 ? undefined : 'python3 is not installed';
}

async function startPython({ root }) {
  const args = ['-u', '-m', 'http.server', '--bind', '127.0.0.1', '--directory', root, '0'];
  const { found, stop } = await run('python3', args, /Serving HTTP on .* port (\d+)/);
  return { origin: `http://127.0.0.1:${found[1]}`, stop };
}

function missingNginx() {
  return NGINX ? undefined : 'nginx is not installed';
}

/** nginx keeps everything that it writes in the folder, and runs as whoever runs the tests. */
async function startNginx({ folder, root, published }) {
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const lines = [
    ...(BROTLI ? [`load_module ${BROTLI};`] : []),
    'daemon off;',
    'master_process off;',
    `pid ${folder}/pid;`,
    'error_log stderr notice;',
    'events {}',
    'http {',
    'access_log off;',
    ...temporary.map((name) => `${name}_temp_path ${folder}/${name};`),
    'server {',
    `listen 127.0.0.1:${port};`,
    `root ${root};`,
    ...(BROTLI ? ['brotli_static on;'] : []),
    `include ${path.join(published, '_hosting/nginx.conf')};`,
    '}',
    '}',
  ];
  const file = path.join(folder, 'nginx.conf');
  await writeFile(file, lines.join('\n'));
  // It says this once it listens.
  const { stop } = await run(NGINX, ['-p', folder, '-e', 'stderr', '-c', file], /using the "\w+" event method/);
  return { origin: `http://127.0.0.1:${port}`, stop };
}

/** Starts a program, and waits until it says that it is ready. It says what went wrong if it ends before that. */
async function run(program, args, ready) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const found = await new Promise((resolve, reject) => {
    let said = '';
    const listen = (data) => {
      said += data;
      const found = ready.exec(said);
      if (found) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('close', () => reject(new Error(`${program} ended before it was ready:\n${said}`)));
  });
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { found, stop };
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ics': 'text/calendar',
};

/**
 * GitHub Pages as far as it matters here: ten minutes of caching for everything, gzip at most and made there, no other
 * header of the site's own, the way to a folder's slash, and 404.html for what is not there.
 */
async function startPages({ root, published, base }) {
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  });

  async function answer(request, response) {
    const { pathname, search } = new URL(request.url, 'http://host');
    const file = path.join(root, path.normalize(decodeURIComponent(pathname)));
    const kind = await stat(file).catch(() => undefined);
    if (kind?.isDirectory() && !pathname.endsWith('/')) {
      response.writeHead(301, { location: `http://${request.headers.host}${pathname}/${search}` });
      response.end();
      return;
    }
    const found = kind?.isDirectory() ? path.join(file, 'index.html') : file;
    const missing = pathname.startsWith(base) ? path.join(published, '404.html') : undefined;
    const body = await readFile(found).catch(() => undefined);
    if (body) send(request, response, 200, found, body);
    else if (missing) send(request, response, 404, missing, await readFile(missing));
    else send(request, response, 404, 'another-site.html', Buffer.from('another site'));
  }

  function send(request, response, status, file, body) {
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'cache-control': 'max-age=600', vary: 'Accept-Encoding' };
    const gzip = path.extname(file) in TYPES && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    response.writeHead(status, gzip ? { ...headers, 'content-encoding': 'gzip' } : headers);
    response.end(gzip ? gzipSync(body) : body);
  }

  await new Promise((ready, failed) => server.once('error', failed).listen(0, '127.0.0.1', ready));
  const stop = () =>
    new Promise((stopped) => {
      server.close(stopped);
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${server.address().port}`, stop };
}
