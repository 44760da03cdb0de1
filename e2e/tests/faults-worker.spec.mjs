// Faults 9, 10 and 11: what is kept is gone, the worker fails, or it is one that never lets go.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { firstVisit, left, looked, newVersion, publish, saved, shown, start, visitUntil } from '../support/copy.mjs';
import { RELEASED, release, workerOf } from '../support/release.mjs';
import { expectRule, loads } from '../support/rule.mjs';
import { DIST, site, ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ keeps: true, breaks: true });
test.setTimeout(120_000);

/** Runs in the page. */
const evict = async () => void (await Promise.all((await caches.keys()).map((name) => caches.delete(name))));

test('9: the copy was thrown away: the network serves, and it is saved again', async ({ visitor, server }) => {
  await firstVisit(visitor);
  await visitor.evaluate(evict);
  await start(visitor, server, '/help/');
  await visitor.started();
  await saved(visitor);
  await server.stop();
  await start(visitor, server, '/signs/');
  await visitor.arrives(ui('doors.title'));
});

test('9: the copy was thrown away while the page is open: a page that was seen before comes again', async ({ visitor, server }) => {
  await firstVisit(visitor);
  await start(visitor, server);
  await visitor.started();
  server.fault(/\.wasm$/, { status: 404, type: 'text/plain', body: 'Not found' });
  for (let visits = 0; visits < 3; visits += 1) {
    await visitor.evaluate(evict);
    // The browser knows this page; WebKit asks for it on condition that it has changed.
    await visitor.visit(server.url('/'));
    await expectRule(visitor);
  }
});

test('9: the copy was thrown away and there is no network: a page with the numbers', async ({ visitor, server }) => {
  await firstVisit(visitor);
  await visitor.evaluate(evict);
  await server.stop();
  for (const path of ['/', '/help/', '/signs/', '/learn/nowhere/']) {
    await start(visitor, server, path);
    await visitor.sees('heading', ui('bar.label'));
    await expectRule(visitor);
    expect(await visitor.text()).toContain(ui('offline.numbers'));
    const exits = (exit) => [...document.links].some(({ href }) => href === exit);
    expect(await visitor.evaluate(exits, site.exit)).toBe(true);
  }
  await server.restart();
  await start(visitor, server);
  await visitor.started();
  await saved(visitor);
});

test('9: the copy was thrown away and the host is broken: a page with the numbers', async ({ visitor, server }) => {
  await firstVisit(visitor);
  await visitor.evaluate(evict);
  server.fault(/\/$/, { status: 500, type: 'text/html', body: '<!doctype html><title>Error</title><h1>Internal error</h1>' });
  await start(visitor, server, '/help/');
  await visitor.sees('heading', ui('bar.label'));
  await expectRule(visitor);
});

/** What the worker is made of fails from the moment on at which a page says so. */
const FAILING = {
  'nothing that is kept can be read': `for (const [type, names] of [[CacheStorage, ['match', 'open', 'keys', 'has']], [Cache, ['match', 'put']]])
    for (const name of names) type.prototype[name] = () => { throw new Error('broken'); };`,
  'it does not know its windows': `Clients.prototype.matchAll = () => Promise.reject(new Error('broken'));`,
  'it fails before it has begun to answer': `self.URL = class { constructor() { throw new Error('broken'); } };`,
};

for (const [what, code] of Object.entries(FAILING)) {
  test(`10: ${what}: the network serves`, async ({ visitor, server }) => {
    const breaking = `addEventListener('message', ({ data }) => { if (data === 'fail') { ${code} } });\n`;
    server.fault('sw.js', { body: (bytes) => breaking + bytes });
    await firstVisit(visitor);
    await start(visitor, server);
    await visitor.started();
    await visitor.evaluate(() => navigator.serviceWorker.controller.postMessage('fail'));
    const asked = server.requests.length;
    for (const path of ['/', '/help/', '/signs/']) {
      await visitor.open(path);
      await expectRule(visitor);
    }
    expect(server.requests.length).toBeGreaterThan(asked);
  });
}

test('10: it asks which windows are open, gets no answer, and a new release waits: the page comes all the same', async ({ visitor, server }) => {
  const silence = `Clients.prototype.matchAll = () => new Promise(() => {});`;
  const breaking = `addEventListener('message', ({ data }) => { if (data === 'fail') { ${silence} } });\n`;
  server.fault('sw.js', { body: (bytes) => breaking + bytes });
  await firstVisit(visitor);
  await publish(visitor, server, 'second');
  await newVersion(visitor, server, () => start(visitor, server));
  await visitor.evaluate(() => navigator.serviceWorker.controller.postMessage('fail'));
  await visitor.visit(server.url('/help/'));
  expect(await expectRule(visitor)).toBe('first');
});

/**
 * Visits the site until there is no worker and no copy any more, and tells how often that was needed. A browser that has just
 * looked for another worker does not look again in the visit that follows.
 */
async function visitUntilNothingLeft(visitor, server) {
  let visits = 0;
  await visitUntil(visitor, server, async () => {
    visits += 1;
    await start(visitor, server);
    await expectRule(visitor);
    await expect.poll(() => visitor.evaluate(left), { timeout: 8_000 }).toEqual({ workers: 0, copies: [] });
  });
  return visits;
}

/**
 * Waits until the page has asked for a worker, and that one has ended itself as well. Each page does so once the app is there, and
 * WebKit holds up a worker whose page is left meanwhile, and all later ones with it (`looked` in support/copy.mjs). In Chromium
 * this would keep the worker: what is asked for again while a page still has it is not taken away.
 */
async function asked(visitor) {
  await visitor.started();
  await visitor.evaluate(async () => {
    const loader = document.getElementById('start');
    // One that was asked for later comes later: when this one has ended, so have those before.
    await navigator.serviceWorker.register(loader.trusted(loader.dataset.worker), { updateViaCache: 'none' });
  });
  await expect.poll(() => visitor.evaluate(left)).toEqual({ workers: 0, copies: [] });
}

const killSwitch = () => readFileSync(path.join(DIST, '_hosting/kill-switch.js'));

for (const name of [...RELEASED, 'zombie.js']) {
  test(`11: the kill switch brings ${name} back within two navigations`, async ({ visitor, server, browserName }) => {
    server.fault('sw.js', { body: (bytes) => workerOf(name, bytes.toString()) });
    await visitor.open('/');
    const state = async () => (await navigator.serviceWorker.getRegistration())?.active?.state;
    await expect.poll(() => visitor.evaluate(state), { timeout: 30_000 }).toBe('activated');
    // A visit under this worker: it may keep what it likes.
    await visitor.open('/help/');
    await visitor.open('/');
    expect(await visitor.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);

    server.mend();
    await publish(visitor, server, 'second');
    server.fault('sw.js', { body: killSwitch });
    const before = await loads(visitor);
    expect(await visitUntilNothingLeft(visitor, server)).toBeLessThanOrEqual(2);
    if (browserName === 'webkit') await asked(visitor);
    await visitor.visit(server.url('/help/'));
    await visitor.started();
    await expectRule(visitor);
    expect(await shown(visitor)).toBe('second');
    expect(await visitor.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
    // Those of the person, and at most one that renews a page whose files are gone.
    expect(await loads(visitor)).toBeLessThanOrEqual(before + 4);
    await expect.poll(() => visitor.evaluate(left)).toEqual({ workers: 0, copies: [] });
  });
}

test('11: after the kill switch, the next release is saved again', async ({ visitor, server }) => {
  await firstVisit(visitor);
  await looked(visitor);
  server.fault('sw.js', { body: killSwitch });
  await visitUntilNothingLeft(visitor, server);
  server.mend();
  server.publish(await release('second'));
  await start(visitor, server);
  await saved(visitor);
  expect(await shown(visitor)).toBe('second');
});
