// An app that does not come, or is not the one that the page was made for: the page stays whole without it.
import { expectBar } from '../support/bar.mjs';
import { ui } from '../support/site.mjs';
import { expectSignsWithoutApp } from '../support/whole.mjs';
import { expect, test } from '../support/test.mjs';

const FILES = [
  ['the WebAssembly', /\.wasm$/, 'the server could not be reached'],
  ['the script', /porchlight-\w+\.js$/, 'failed-network'],
];

/** One bit of one byte is another, in a text that does not matter for whether the app runs. */
const flipIn = (text) => (bytes) => {
  const at = bytes.indexOf(text);
  if (at < 0) throw new Error(`the file does not hold "${text}"`);
  const changed = Buffer.from(bytes);
  changed[at] ^= 0x20;
  return changed;
};
const withoutDigests = (page) => page.replaceAll(/ (data-)?integrity="[^"]*"/g, '');

for (const [name, file, text] of FILES) {
  test.describe(name, () => {
    for (const [what, fault] of [
      ['is missing', { status: 404, body: 'Not found', type: 'text/plain' }],
      ['is cut off', { cut: true }],
      ['is a page of the network', { body: '<!doctype html><title>Welcome</title>', type: 'text/html' }],
      ['has one flipped bit', { body: flipIn(text) }],
    ]) {
      test.describe(what, () => {
        test.use({ breaks: true });

        test('the page stays whole', async ({ visitor, server }) => {
          server.fault(file, fault);
          await visitor.visit(server.url('/signs/all/'));
          await expectSignsWithoutApp(visitor);
        });
      });
    }

    test.describe('has one flipped bit, and the page names no digest', () => {
      // Chromium complains of the missing digest.
      test.use({ breaks: true });

      test('the app starts: only the digest stops it', async ({ visitor, server }) => {
        server.fault(file, { body: flipIn(text) });
        server.alter(withoutDigests);
        await visitor.open('/help/');
      });
    });
  });
}

/** Goes to Help, of which only a part comes. */
async function goToPart(visitor, server, before) {
  server.stall('/help/', before);
  await visitor.setOut('/help/');
  await expect.poll(() => visitor.evaluate(holdTime)).toBe('/help/');
}
/** Runs in the page: once the bar is there, what happens after a time waits. */
const holdTime = () => {
  if (!document.getElementById('bar')) return '';
  for (const animation of document.getAnimations()) animation.pause();
  return location.pathname;
};
const shows = () => getComputedStyle(document.getElementById('bar')).visibility;

test.describe('of a page that comes slowly', () => {
  // What has not come by the end of the test is broken off.
  test.use({ breaks: true });

  // The drivers of WebKit and Firefox wait for the end of a page.
  test('the bar is the first to be seen, at the lower edge, and its call link is met', { tag: '@chromium' }, async ({ visitor, server }) => {
    await goToPart(visitor, server, '<header');
    await expect.poll(() => visitor.evaluate(shows)).toBe('visible');
    await expectBar(visitor);
    const { bottom, height, met } = await visitor.evaluate(() => {
      const { left, top, bottom } = document.getElementById('bar-call').getBoundingClientRect();
      const bar = document.getElementById('bar').getBoundingClientRect();
      return { bottom: bar.bottom, height: innerHeight, met: document.elementFromPoint(left + 9, (top + bottom) / 2).closest('a').id };
    });
    expect(met).toBe('bar-call');
    expect(bottom).toBe(height);
  });

  test('nothing is seen before its own script, but for a few seconds only', { tag: '@chromium' }, async ({ visitor, server }) => {
    await goToPart(visitor, server, 'document.currentScript');
    expect(await visitor.evaluate(shows)).toBe('hidden');
    const times = await visitor.evaluate(() =>
      document.getAnimations().map((animation) => {
        animation.finish();
        return animation.effect.getTiming().duration;
      }),
    );
    expect(times).toEqual([3000]);
    expect(await visitor.evaluate(shows)).toBe('visible');
  });
});

test('neither the first frame nor the WebAssembly waits for the app’s script', async ({ visitor, server }) => {
  const [[, wasm], [, script]] = FILES;
  server.inject(`(${tellOfFrame})()`);
  const release = server.hold(script);
  const visit = visitor.visit(server.url('/help/'));
  const asked = (what) => expect.poll(() => server.requests.some(what)).toBe(true);
  await asked(({ method }) => method === 'HEAD');
  await asked(({ url }) => wasm.test(url));
  release();
  await visit;
  await visitor.started();
});

/** Runs in the page: tells the host of the first frame. The driver would wait for what is held back. */
function tellOfFrame() {
  const told = new PerformanceObserver(() => {
    if (performance.getEntriesByName('first-contentful-paint').length === 0) return;
    told.disconnect();
    fetch(location.href, { method: 'HEAD' });
  });
  told.observe({ type: 'paint', buffered: true });
}

test('an app of the wrong type still starts', async ({ visitor, server }) => {
  server.fault(/\.wasm$/, { type: 'application/octet-stream' });
  await visitor.open('/help/');
  await visitor.arrives(ui('help.title'));
});

test('the page is asked for the app once', async ({ visitor, server }) => {
  await visitor.open('/help/');
  for (const [, file] of FILES) expect(server.requests.filter(({ url }) => file.test(url))).toHaveLength(1);
});
