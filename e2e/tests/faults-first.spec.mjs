// Faults on a phone that keeps nothing: 3, 13, 19, 20, 22 and 23. Those that need no test of their own here: 1 is in
// static.spec.mjs and chromium.spec.mjs; 2, 14, 15 and 16 in before.spec.mjs; 17 and 18 in broken.spec.mjs; 24 in
// old.spec.mjs; 25 in exit.spec.mjs.
import { portland, stoppedClock } from '../support/clock.mjs';
import { says } from '../support/copy.mjs';
import { release } from '../support/release.mjs';
import { expectRule } from '../support/rule.mjs';
import { mainPages, site, ui, words } from '../support/site.mjs';
import { expectPlainLink, expectSignsWithoutApp } from '../support/whole.mjs';
import { expect, test } from '../support/test.mjs';

/** Runs in every page: everything by which a page could keep something throws. */
function keepsNothing() {
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(window, name, { get: refuse });
  }
  Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
}

/** Runs in every page: how much it takes of what comes, in bytes or letters. */
function measure() {
  window.taken = 0;
  const count = (type, name, sizeOf) => {
    const original = type.prototype[name];
    type.prototype[name] = async function () {
      const result = await original.call(this);
      window.taken += sizeOf(result);
      return result;
    };
  };
  count(ReadableStreamDefaultReader, 'read', ({ value }) => value?.length ?? 0);
  count(Response, 'text', (text) => text.length);
  count(Response, 'arrayBuffer', (bytes) => bytes.byteLength);
}

/** Runs in every page: timers of ten seconds or more fire when the test says so. */
function holdWaits() {
  window.waits = [];
  const { setTimeout } = window;
  window.setTimeout = (work, wait, ...given) =>
    wait >= 10_000 ? window.waits.push(work) : setTimeout.call(window, work, wait, ...given);
}

test.describe('22: storage throws and cookies are blocked', () => {
  // Chromium asks for /favicon.ico where a text names no icon.
  test.use({ breaks: true });

  test('everything works, and nothing is thrown', async ({ visitor, server }) => {
    server.inject(`(${keepsNothing})()`);
    await visitor.open('/signs/all/');
    await visitor.click('checkbox', words.signs[site.signs[0].id]);
    await visitor.sees('heading', ui('signs.ticked_one'));
    await visitor.click('link', ui('nav.meetings'));
    await visitor.sees('heading', ui('meet.next'));
    await expectRule(visitor);
    expect(await visitor.faults()).toEqual([]);
    // Here one can look at what is kept after all.
    await visitor.visit(server.url('/robots.txt'));
  });
});

test('3: no worker: the page says that there is no copy on this device', async ({ visitor }) => {
  await visitor.open('/about/');
  await says(visitor, 'offline.none');
  await expectRule(visitor);
});

for (const [name, day] of [
  ['ten years ahead', '2036-11-23'],
  ['ten years behind', '2016-11-23'],
]) {
  test(`23: the clock is ${name}: every kind of page opens`, async ({ visitor, server }) => {
    server.inject(stoppedClock(portland(day, '10:00')));
    for (const { path, heading } of mainPages) {
      await visitor.open(path);
      await visitor.arrives(heading);
      await expectRule(visitor);
    }
  });
}

test.describe('what comes is wrong', () => {
  test.use({ breaks: true });

  /** The page stays as it was written, and says that it could not be renewed. */
  async function expectNote(visitor) {
    await visitor.sees('button', ui('refresh.retry'));
    await visitor.arrives(ui('help.title'));
    await expectRule(visitor);
  }

  for (const file of ['site.json', 'en.json']) {
    test(`19: ${file} is 50 MB: refused before it has all been read`, async ({ visitor, server }) => {
      server.inject(`(${measure})()`);
      server.fault(file, { body: Buffer.alloc(50_000_000, ' ') });
      await visitor.visit(server.url('/help/'));
      await expectNote(visitor);
      expect(await visitor.evaluate(() => window.taken)).toBeLessThan(5_000_000);
    });
  }

  for (const [what, open, close] of [
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ]) {
    test(`19: 200,000 ${what} in one another: refused, and the page goes on`, async ({ visitor, server }) => {
      server.fault('en.json', { body: open.repeat(200_000) + '0' + close.repeat(200_000) });
      await visitor.visit(server.url('/help/'));
      await expectNote(visitor);
      await visitor.click('link', ui('nav.learn'));
      await visitor.arrives(ui('learn.title'));
    });
  }

  test('20: the content never ends: in the end the page says that it could not be renewed', { tag: '@chromium' }, async ({ visitor, server }) => {
    server.inject(`(${holdWaits})()`);
    server.fault('en.json', { drip: true });
    await visitor.visit(server.url('/help/'));
    await expect.poll(() => visitor.evaluate(() => window.waits.length)).toBeGreaterThan(0);
    await expect.poll(() => server.requests.some(({ url, answered }) => url.includes('en.json') && !answered)).toBe(true);
    expect(await visitor.count('button', ui('refresh.retry'))).toBe(0);
    await visitor.evaluate(() => window.waits.forEach((end) => end()));
    await expectNote(visitor);
  });

  for (const [what, file] of [
    ['the WebAssembly', /\.wasm$/],
    ['the script', /porchlight-\w+\.js$/],
  ]) {
    test(`20: ${what} never ends: the words are there, and links lead on`, { tag: file.test('.wasm') ? [] : ['@chromium'] }, async ({ visitor, server }) => {
      server.fault(file, { drip: true });
      await visitor.setOut('/help/');
      await visitor.arrives(ui('help.title'));
      await expectRule(visitor);
      // The page may be there before it has asked for the file: mended until then, the app would come after all.
      await expect.poll(() => server.requests.some(({ url, answered }) => file.test(url) && !answered)).toBe(true);
      server.mend();
      await expectPlainLink(visitor);
    });
  }
});

test.describe('13: the page is of a release whose files are gone', () => {
  test.use({ breaks: true });

  test('it stays whole, is not loaded over and over, and the next page has the app again', async ({ visitor, server }) => {
    server.fault(/porchlight-\w+\.(js|wasm)$/, { status: 404, type: 'text/html', body: 'Not found' });
    await visitor.visit(server.url('/signs/all/'));
    await expectSignsWithoutApp(visitor);
    expect(server.requests.filter(({ url }) => url.endsWith('/signs/all/')).length).toBeLessThanOrEqual(2);
    server.mend();
    server.publish(await release('second'));
    await visitor.visit(server.url('/help/'));
    await visitor.started();
  });
});
