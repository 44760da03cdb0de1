// The build on the kinds of hosts that it is published on, at the root of a host and in a folder of it.
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { expect } from '../support/expect.mjs';
import { HOSTS, nginxHasBrotli, publish } from '../support/hosts.mjs';
import { DIST, DIST_SUB, SUB_PATH, ui } from '../support/site.mjs';

const NGINX = 'nginx with the shipped configuration';
const PLACES = [
  { base: '/', dist: DIST },
  { base: SUB_PATH, dist: DIST_SUB },
];
/** An address that no page has. */
const NOWHERE = 'nowhere/at/all';

const test = base.extend({
  kind: [NGINX, { option: true }],
  place: [PLACES[0], { option: true }],
  host: async ({ kind, place }, use) => {
    const host = await publish(kind, place.dist, place.base);
    await use(host);
    await host.stop();
  },
});

for (const [kind, { missing, own404 }] of Object.entries(HOSTS)) {
  for (const place of PLACES) {
    test.describe(`${kind} at ${place.base}`, () => {
      test.skip(missing !== undefined, missing);
      test.use({ kind, place });

      test('a page is there as HTML, and its address without the slash leads to it', async ({ host }) => {
        for (const page of ['', 'help/', 'help/ready/', 'signs/', 'signs/me/', 'signs/hotel/', 'meetings/', 'learn/', 'about/']) {
          const answer = await host.ask(page);
          expect.soft(answer.status, page).toBe(200);
          expect.soft(answer.headers.get('content-type'), page).toMatch(/^text\/html/);
        }
        const answer = await host.ask('signs?from=card');
        expect(answer.status).toBe(301);
        const leads = new URL(answer.headers.get('location'), host.url('signs'));
        expect(leads.href).toBe(host.url('signs/?from=card'));
      });

      test('an address that is none is answered with 404', async ({ host }) => {
        const answer = await host.ask(NOWHERE);
        expect(answer.status).toBe(404);
        expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
        if (own404) expect(await answer.text()).toBe(await readFile(path.join(place.dist, '404.html'), 'utf8'));
      });

      test('WebAssembly has its type, so it is compiled while it arrives', async ({ host }) => {
        const answer = await host.ask(fileOf(place.dist, '.wasm'));
        expect(answer.headers.get('content-type')).toBe('application/wasm');
      });

      for (const address of ['', 'signs/', ...(own404 ? [NOWHERE] : [])]) {
        test(`the app starts at /${address}, within its policy`, async ({ host, page }) => {
          const faults = watch(page);
          await page.goto(host.url(address));
          await expect.poll(() => page.evaluate(marks)).toBe(1);
          const heading = { '': 'home.title', 'signs/': 'doors.title', [NOWHERE]: 'missing.title' }[address];
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(ui(heading));
          expect(faults).toEqual([]);
          // Had the page no policy, there would be nothing to break.
          expect(await page.evaluate(brokenByPicture)).toBe('img-src');
        });
      }
    });
  }
}

for (const place of PLACES) {
  test.describe(`${NGINX} at ${place.base}`, () => {
    test.skip(HOSTS[NGINX].missing !== undefined, HOSTS[NGINX].missing);
    test.use({ kind: NGINX, place });

    const wasm = fileOf(place.dist, '.wasm');
    const script = fileOf(place.dist, '.js');

    test('every answer has every header of the release', async ({ host }) => {
      const everywhere = { ...headersFor(place, '*'), 'Cache-Control': 'no-cache' };
      for (const below of ['', 'signs/', 'content/en.json', 'meetings.ics', '404.html', NOWHERE, '_hosting/']) {
        await expectHeaders(await host.ask(below), everywhere, below);
      }
      for (const below of [wasm, script]) {
        const own = { ...everywhere, ...headersFor(place, below) };
        expect(own['Cache-Control']).toContain('immutable');
        await expectHeaders(await host.ask(below), own, below);
        await expectHeaders(await host.ask(below, 'gzip'), own, `${below} as gzip`);
      }
    });

    test('pages and code are sent as they were compressed by the build', async ({ host }) => {
      const encodings = nginxHasBrotli ? [['gzip, deflate, br', 'br'], ['gzip', 'gzip']] : [['gzip, deflate, br', 'gzip']];
      for (const below of [wasm, script, 'index.html']) {
        const plain = await readFile(path.join(place.dist, below));
        for (const [understood, sent] of encodings) {
          const answer = await host.ask(below, understood);
          expect(answer.headers.get('content-encoding'), below).toBe(sent);
          expect(answer.headers.get('vary'), below).toBe('Accept-Encoding');
          const copy = await readFile(path.join(place.dist, `${below}.${sent === 'br' ? 'br' : 'gz'}`));
          expect(Number(answer.headers.get('content-length')), below).toBe(copy.length);
          expect(Buffer.from(await answer.arrayBuffer()).equals(plain), below).toBe(true);
        }
      }
    });

    test('content that is edited in place is sent as it is now', async ({ host }) => {
      const before = await host.ask('content/en.json', 'gzip, deflate, br');
      await before.text();
      await appendFile(path.join(host.published, 'content/en.json'), '\n\n');
      const after = await host.ask('content/en.json', 'gzip, deflate, br');
      expect(await after.text()).toBe(await readFile(path.join(host.published, 'content/en.json'), 'utf8'));
      expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    });

    test('what is for the host alone is hidden from visitors', async ({ host }) => {
      for (const below of ['_hosting/', '_hosting/nginx.conf', '_hosting/Caddyfile', '_headers']) {
        if (!below.endsWith('/')) expect(existsSync(path.join(place.dist, below)), below).toBe(true);
        expect((await host.ask(below)).status, below).toBe(404);
      }
    });
  });

  test(`the build at ${place.base} holds no compressed copy of what is edited in place`, async () => {
    const files = await readdir(path.join(place.dist, 'content'));
    expect(files).toContain('en.json');
    expect(files.filter((file) => !file.endsWith('.json'))).toEqual([]);
  });
}

test('a folder of a host without its slash leads to the site, with its query', async () => {
  test.skip(HOSTS[NGINX].missing !== undefined, HOSTS[NGINX].missing);
  const host = await publish(NGINX, DIST_SUB, SUB_PATH);
  const answer = await fetch(`${host.url().slice(0, -1)}?from=card`, { redirect: 'manual' });
  await host.stop();
  expect(answer.status).toBe(301);
  expect(answer.headers.get('location')).toBe(`${SUB_PATH}?from=card`);
});

/** The only file of the release whose name ends like that and changes with its bytes. */
function fileOf(dist, ending) {
  const rules = readFileSync(path.join(dist, '_headers'), 'utf8');
  const paths = rules.split('\n').filter((line) => line.startsWith('/') && line.endsWith(ending));
  expect(paths, `${ending} in _headers`).toHaveLength(1);
  return path.posix.basename(paths[0]);
}

/** What `_headers` of the build says for a path below the base; `*` is the rule for all. */
function headersFor({ dist, base }, below) {
  const lines = readFileSync(path.join(dist, '_headers'), 'utf8').split('\n');
  const own = lines.slice(lines.indexOf(base + below) + 1);
  const end = own.findIndex((line) => !line.startsWith('  '));
  const pairs = own.slice(0, end).map((line) => line.trim().split(/: (.*)/, 2));
  return Object.fromEntries(pairs);
}

async function expectHeaders(answer, expected, what) {
  await answer.arrayBuffer();
  const sent = Object.fromEntries(Object.keys(expected).map((name) => [name, answer.headers.get(name)]));
  expect(sent, what).toEqual(expected);
}

/** Everything that goes wrong in the page, breaches of its policy among it. */
function watch(page) {
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // The page for unknown addresses has the status 404.
    const unknown = message.location().url === page.url() && message.text().includes('404');
    if (message.type() === 'error' && !unknown) faults.push(message.text());
  });
  return faults;
}

const marks = () => performance.getEntriesByName('app-interactive').length;

/** Runs in the page: which rule a picture from another host breaks. */
function brokenByPicture() {
  return new Promise((broken) => {
    document.addEventListener('securitypolicyviolation', (event) => broken(event.effectiveDirective), { once: true });
    new Image().src = 'https://elsewhere.invalid/picture.png';
  });
}
