// Faults 6, 7, 14, 16 and 20 while the copy is saved: it is saved as a whole or not at all. The former one stays until then.
import { firstVisit, left, publish, says, saved, shown, start, startUntilFound } from '../support/copy.mjs';
import { expectRule } from '../support/rule.mjs';
import { ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ keeps: true, breaks: true });
test.setTimeout(120_000);

const flip = (bytes) => {
  const changed = Buffer.from(bytes);
  changed[changed.length >> 1] ^= 1;
  return changed;
};

/** A file that the page itself does not need; and one that is another in every release. */
const FILE = 'meetings.ics';
const OTHER = /\.wasm$/;
const FAULTS = [
  ['6: the connection breaks half-way', { cut: true }],
  ['7: a file is gone', { status: 404, type: 'text/plain', body: 'Not found' }],
  ['14: a page comes in place of a file', { status: 200, type: 'text/html', body: '<!doctype html><title>Welcome</title>' }],
  ['16: one bit is another', { body: flip }],
];

/** How many files of a release are kept. */
const files = async () => {
  const names = (await caches.keys()).filter((name) => !name.endsWith('-content'));
  return (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length))).reduce((a, b) => a + b, 0);
};

test('7: a file is gone and another does not come: that one is not waited for', async ({ visitor, server }) => {
  server.fault(FILE, { status: 404, type: 'text/plain', body: 'Not found' });
  const letGo = server.hold('maskable.png');
  await visitor.open('/about/');
  await says(visitor, 'offline.network');
  expect(await visitor.evaluate(files)).toBe(0);
  letGo();
});

for (const [index, [what, fault]] of FAULTS.entries()) {
  const tag = index === 0 ? [] : ['@chromium'];

  test(`${what}, on a first visit: nothing is kept, the page says so, the next visit saves it`, { tag }, async ({ visitor, server }) => {
    server.fault(FILE, fault);
    await visitor.open('/about/');
    await says(visitor, 'offline.network');
    await expectRule(visitor);
    expect(await visitor.evaluate(files)).toBe(0);
    server.mend();
    await visitor.visit('about:blank');
    await visitor.visit(server.url('/about/'));
    await says(visitor, 'offline.saved');
  });

  test(`${what}, on a later one: the former release stays whole, a later visit takes the new one`, { tag }, async ({ visitor, server }) => {
    await firstVisit(visitor);
    await publish(visitor, server, 'second');
    server.fault(OTHER, fault);
    const asked = () => server.requests.filter(({ url, answered }) => OTHER.test(url) && answered).length;
    const before = asked();
    await start(visitor, server);
    await visitor.started();
    await expect.poll(asked, { timeout: 30_000 }).toBeGreaterThan(before);
    await server.stop();
    for (const path of ['/', '/help/', '/signs/']) {
      await start(visitor, server, path);
      await visitor.started();
      expect(await expectRule(visitor)).toBe('first');
    }
    await server.restart();
    server.mend();
    await startUntilFound(visitor, server, 'second');
    await start(visitor, server);
    await visitor.started();
    expect(await shown(visitor)).toBe('second');
  });
}

test('20: a file never ends: the page works, and does not say that the copy is saved', async ({ visitor, server }) => {
  server.fault(FILE, { drip: true });
  await visitor.open('/about/');
  await expect.poll(() => server.requests.some(({ url }) => url.endsWith(FILE))).toBe(true);
  await expectRule(visitor);
  expect(await visitor.text()).not.toContain(ui('offline.saved'));
  await visitor.click('link', ui('nav.help'));
  await visitor.arrives(ui('help.title'));
});

test('20: what a copy that failed has left can be taken away', async ({ visitor, server }) => {
  server.fault(FILE, { status: 500 });
  await visitor.open('/about/');
  await says(visitor, 'offline.network');
  await visitor.click('button', ui('remove.button'));
  await says(visitor, 'remove.done');
  expect(await visitor.evaluate(left)).toEqual({ workers: 0, copies: [] });
});

test('8: no room: the app runs, says why there is no copy, and saves it when there is room', { tag: '@chromium' }, async ({ visitor, server }) => {
  const browser = await visitor.context.newCDPSession(visitor.page);
  const room = (quotaSize) => browser.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize });
  await room(50_000);
  await visitor.open('/about/');
  await says(visitor, 'offline.full');
  await expectRule(visitor);
  await room(undefined);
  await start(visitor, server, '/about/');
  await saved(visitor);
});
