// Exit where the browser keeps pages as they were when they were left, and puts them back on Back and Forward without
// loading them (the back/forward cache): no script of such a page runs anew.
import { expectNothing, leave, walk } from '../support/exit.mjs';
import { site, ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ keepsPages: true, leaves: true });

/** Runs in every page before its own script: whether it was loaded, and could be seen, at each moment at which it came. */
function watchReturns() {
  window.returns = [];
  window.addEventListener('pageshow', ({ persisted }) => {
    window.returns.push({ persisted, visibility: getComputedStyle(document.documentElement).visibility });
  });
}

const LOADED = { persisted: false, visibility: 'visible' };
const PUT_BACK = { persisted: true, visibility: 'hidden' };

/** Waits until the page at that address is there, and tells how it has come each time. */
async function returns(visitor, url) {
  await expect.poll(() => visitor.evaluate(() => location.href)).toBe(url);
  return visitor.evaluate(() => window.returns);
}

test.beforeEach(({ server }) => server.inject(`(${watchReturns})()`));

test('such a page comes back hidden, and is shown where nobody has left by Exit', async ({ visitor, server }) => {
  await visitor.open('/');
  await visitor.open('/about/');
  await visitor.back();
  expect(await returns(visitor, server.url('/'))).toEqual([LOADED, PUT_BACK]);
  const visible = () => getComputedStyle(document.documentElement).visibility;
  expect(await visitor.evaluate(visible)).toBe('visible');
  await visitor.arrives(ui('home.title'));
});

test('the page before shows nothing', async ({ visitor, server }) => {
  await visitor.open('/');
  await visitor.open('/about/');
  await visitor.standIn(site.exit);
  await leave(visitor);
  await visitor.back();
  await returns(visitor, server.url('/'));
  await expectNothing(visitor);
});

test.describe('where the message of Exit does not reach what is kept', () => {
  // That message makes Chromium and Firefox throw away the pages that would hear it, so without it they are put back.
  test.beforeEach(({ server }) => server.inject('delete window.BroadcastChannel'));
  // In Firefox a page that is put back sees what the tab held when it was left, without the mark of Exit. Every Firefox that
  // keeps pages has the message.
  test.skip(({ browserName }) => browserName === 'firefox', 'only the message reaches a kept page of Firefox');

  test('a page that is put back, by Back or by Forward, shows nothing at any moment', async ({ visitor, server }) => {
    await visitor.open('/');
    await visitor.open('/about/');
    await visitor.open('/help/');
    await visitor.goBack();
    expect(await returns(visitor, server.url('/about/'))).toEqual([LOADED, PUT_BACK]);
    await visitor.standIn(site.exit);
    await leave(visitor);
    await visitor.goBack();
    expect(await returns(visitor, server.url('/'))).toEqual([LOADED, PUT_BACK]);
    await expectNothing(visitor);
    await visitor.goForward();
    await expect.poll(() => visitor.title()).toBe('Elsewhere');
    await visitor.goForward();
    expect(await returns(visitor, server.url('/help/'))).toEqual([LOADED, PUT_BACK]);
    await expectNothing(visitor);
  });
});

for (const heard of [true, false]) {
  const title = `Back ten times and Forward ten times shows nothing of the app, ${heard ? 'loaded anew' : 'put back'}`;
  // WebKit does this in exit.spec.mjs; the driver of Firefox does not tell when a page is put back.
  test(title, { tag: '@chromium' }, async ({ visitor, server }) => {
    if (!heard) server.inject('delete window.BroadcastChannel');
    await visitor.open('/about/');
    await walk(visitor);
    await visitor.standIn(site.exit);
    await leave(visitor);
    const putBack = [];
    for (const go of ['goBack', 'goForward']) {
      for (let steps = 0; steps < 10; steps += 1) {
        await visitor[go]();
        await expectNothing(visitor);
        putBack.push(await visitor.evaluate(() => window.returns?.at(-1).persisted === true));
      }
    }
    // Else this would say nothing about such pages: once blank, they are kept like any other.
    expect(putBack).toContain(true);
  });
}
