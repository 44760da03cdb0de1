// Faults 12 and 13: releases come and go while the app is open. No page is switched under a person, nothing is lost, and no
// screen is mixed of two releases.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { firstVisit, looked, newVersion, publish, saved, settled, shown, start, startUntilFound } from '../support/copy.mjs';
import { RELEASED, release, workerOf } from '../support/release.mjs';
import { expectRule, loads } from '../support/rule.mjs';
import { articlePages, site, ui, words } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ keeps: true, breaks: true });
test.setTimeout(120_000);

const sign = (index) => words.signs[site.signs[index].id];
const search = ui('signs.search', { count: site.signs.length });

/** Ticks two signs, and types. */
async function work(visitor) {
  await visitor.open('/signs/all/');
  await visitor.click('checkbox', sign(0));
  await visitor.click('checkbox', sign(1));
  await visitor.type('searchbox', search, 'passport');
}

/** What was done is all there, in a page that was loaded once. */
async function expectWork(visitor, count) {
  const state = () => ({
    typed: document.querySelector('input[type=search]').value,
    noticed: [...document.querySelectorAll('#noticed li')].map((item) => item.textContent),
  });
  expect(await visitor.evaluate(state)).toEqual({ typed: 'passport', noticed: [sign(0), sign(1)] });
  expect(await expectRule(visitor)).toBe('first');
  expect(await loads(visitor)).toBe(count);
}

/** In another tab, a release is found, and the person wants it at once. */
async function takeOver(other, server, name) {
  await newVersion(other, server, () => other.open('/about/'));
  const before = await loads(other);
  await other.click('button', ui('offline.update'));
  await expect.poll(() => loads(other)).toBe(before + 1);
  await saved(other);
  expect(await expectRule(other)).toBe(name);
  expect(await loads(other)).toBe(before + 1);
}

test('12: two releases and a roll-back under an open tab: nothing is lost in it', async ({ visitor, server }) => {
  await firstVisit(visitor);
  await work(visitor);
  const count = await loads(visitor);
  const other = await visitor.openTab();
  for (const name of ['second', 'third', 'first']) {
    await publish(visitor, server, name);
    await takeOver(other, server, name);
    await expectWork(visitor, count);
  }
  // The old page finishes its work: its own links still lead on.
  await visitor.click('link', ui('nav.meetings'));
  await visitor.sees('heading', ui('meet.next'));
  expect(await loads(visitor)).toBe(count);
  await other.closeTab();
});

test('12: the next start has the new release, and no page is loaded twice', async ({ visitor, server }) => {
  await firstVisit(visitor);
  await publish(visitor, server, 'second');
  await startUntilFound(visitor, server, 'second');
  await start(visitor, server);
  await saved(visitor);
  expect(await expectRule(visitor)).toBe('second');
  expect((await visitor.evaluate(() => caches.keys())).length, 'one for the release, one for the content').toBe(2);
  await server.stop();
  for (const path of ['/', '/help/', articlePages[0].path]) {
    await start(visitor, server, path);
    await visitor.started();
    expect(await expectRule(visitor)).toBe('second');
  }
});

for (const name of RELEASED) {
  test(`12: a phone with the worker ${name} comes over to this release`, async ({ visitor, server }) => {
    server.fault('sw.js', { body: (bytes) => workerOf(name, bytes.toString()) });
    await firstVisit(visitor);
    await looked(visitor);
    server.mend();
    server.publish(await release('second'));
    await startUntilFound(visitor, server, 'second');
    await start(visitor, server);
    await saved(visitor);
    expect((await visitor.evaluate(() => caches.keys())).length, 'one for the release, one for the content').toBe(2);
    await server.stop();
    for (const path of ['/', '/help/', '/signs/all/']) {
      await start(visitor, server, path);
      await visitor.started();
      expect(await expectRule(visitor)).toBe('second');
    }
  });
}

test('12: with two windows open, a reload does not switch; with one it does', async ({ visitor, server }) => {
  await firstVisit(visitor);
  // Only the second visit is one under the worker.
  await start(visitor, server);
  const other = await visitor.openTab();
  await other.open('/help/');
  await publish(visitor, server, 'second');
  await newVersion(other, server, () => other.reload());
  await other.reload();
  await other.started();
  // From the network it is the new one's, else the copy's.
  await expectRule(other);
  await other.closeTab();
  await visitor.reload();
  await visitor.started();
  expect(await expectRule(visitor)).toBe('second');
});

test('12: while another window still waits for its page, a reload does not switch; when it is gone, one does', async ({ visitor, server }) => {
  await firstVisit(visitor);
  await start(visitor, server);
  // A window that goes before it has spoken counts as one that is still to come, for ten seconds.
  await settled(visitor);
  await publish(visitor, server, 'second');
  await newVersion(visitor, server, () => visitor.reload());
  const other = await visitor.openTab();
  const letGo = server.hold('/signs/');
  await other.evaluate((url) => void setTimeout(() => location.assign(url)), server.url('/signs/'));
  await expect.poll(() => server.requests.some(({ url }) => url === '/signs/')).toBe(true);
  await visitor.reload();
  await visitor.started();
  expect(await expectRule(visitor)).toBe('first');
  letGo();
  await other.arrives(ui('doors.title'));
  await other.started();
  await settled(other);
  // From the network it is the new one's, else the copy's.
  await expectRule(other);
  await other.closeTab();
  await visitor.reload();
  await visitor.started();
  expect(await expectRule(visitor)).toBe('second');
});

test('12: a roll-back is a release like any other', async ({ visitor, server }) => {
  server.publish(await release('second'));
  await firstVisit(visitor);
  await publish(visitor, server, 'first');
  await startUntilFound(visitor, server, 'first');
  await start(visitor, server);
  await saved(visitor);
  expect(await expectRule(visitor)).toBe('first');
});

test('13: the files of the release in use are gone from the server: it goes on from the copy', async ({ visitor, server }) => {
  await firstVisit(visitor);
  await publish(visitor, server, 'second');
  // The new worker does not come.
  server.fault('sw.js', { status: 404, type: 'text/html', body: 'Not found' });
  for (const path of ['/', '/help/', '/signs/', '/']) {
    await visitor.open(path);
    await expectRule(visitor);
  }
  expect(await shown(visitor)).toBe('first');
});

for (const [what, times, name, count] of [
  ['once: it is loaded anew, and is the new one', 1, 'second', 2],
  ['always: it stays as it is, and is not loaded over and over', Infinity, 'first', 1],
]) {
  test(`13: the first page comes from something on the way that has kept it, its files are gone, ${what}`, async ({ visitor, server }) => {
    const old = await readFile(path.join(await release('first'), 'signs/index.html'));
    server.publish(await release('second'));
    let asked = 0;
    server.fault('/signs/', { body: (bytes) => (asked++ < times ? old : bytes) });
    await visitor.visit(server.url('/signs/'));
    if (name === 'second') await visitor.started();
    else await visitor.offersApp(false);
    // The page has looked whether there is a newer one.
    await expect.poll(() => asked).toBeGreaterThan(1);
    expect(await expectRule(visitor)).toBe(name);
    expect(await loads(visitor)).toBe(count);
  });
}

for (const [what, tag, headers] of [
  ['lets everything be kept for a year', [], { 'cache-control': 'max-age=31536000' }],
  ['says nothing about keeping', ['@chromium'], { 'last-modified': 'Tue, 01 Jan 2019 00:00:00 GMT' }],
]) {
  test(`a host that ${what}: the new release comes all the same, as a whole`, { tag }, async ({ visitor, server }) => {
    server.headers(headers);
    const paths = ['/', '/help/', '/signs/'];
    for (const path of paths) await firstVisit(visitor, path);
    await publish(visitor, server, 'second');
    await startUntilFound(visitor, server, 'second');
    for (const path of paths) {
      await start(visitor, server, path);
      await visitor.started();
      expect(await expectRule(visitor)).toBe('second');
    }
  });
}

test('each release keeps its pages with the headers that came with it, whatever page is open', async ({ visitor, server }) => {
  const headers = (name) => ({ 'cache-control': 'max-age=600', 'x-release': name });
  server.headers(headers('first'));
  await firstVisit(visitor);
  server.headers(headers('second'));
  await publish(visitor, server, 'second');
  // The page that is open then is one that the browser itself still has of the first release.
  await startUntilFound(visitor, server, 'second');
  await start(visitor, server);
  await saved(visitor);
  const kept = async () => {
    const of = async (path) => (await caches.match(path)).headers.get('x-release');
    return Promise.all(['/', '/help/', '/offline.html'].map(of));
  };
  expect(await visitor.evaluate(kept)).toEqual(['second', 'second', 'second']);
});
