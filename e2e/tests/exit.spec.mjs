// Exit: blank at once, then elsewhere, and its entry in the history is gone.
import { portland, stoppedClock } from '../support/clock.mjs';
import { BLANK, expectNothing, leave, seen, walk } from '../support/exit.mjs';
import { site, ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ leaves: true });

for (const path of ['/', '/signs/hotel/']) {
  test(`from ${path}: page and title are blank in the same moment`, async ({ visitor }) => {
    await visitor.open(path);
    await visitor.standIn(site.exit);
    // Within one task of the page: nothing is drawn in between.
    const blank = await visitor.evaluate((name) => {
      [...document.links].find((link) => link.innerText.trim() === name).click();
      return { title: document.title, nodes: document.body.childNodes.length };
    }, ui('bar.exit'));
    expect(blank).toEqual({ title: '', nodes: 0 });
    await expect.poll(() => visitor.title()).toBe('Elsewhere');
  });
}

test('it takes the place of the page in the history', async ({ visitor }) => {
  await visitor.open('/');
  await visitor.click('link', ui('nav.signs'));
  await visitor.arrives(ui('doors.title'));
  await visitor.standIn(site.exit);
  await leave(visitor);
});

test.describe('before the app and without it', () => {
  // What is still on its way is broken off, and some browsers call that an error.
  test.use({ breaks: true });

  test('it works while the app is still on its way', async ({ visitor, server }) => {
    const letGo = server.hold(/\.wasm$/);
    await visitor.visit(server.url('/help/'));
    await visitor.standIn(site.exit);
    await leave(visitor);
    letGo();
  });

  test('it works where the content is broken', async ({ visitor, server }) => {
    server.fault('en.json', { body: '{' });
    await visitor.visit(server.url('/help/'));
    await visitor.sees('button', ui('refresh.retry'));
    await visitor.standIn(site.exit);
    await leave(visitor);
  });
});

test('neither Back nor Forward shows anything of the app', async ({ visitor, browserName }) => {
  await walk(visitor);
  await visitor.standIn(site.exit);
  await leave(visitor);
  // Behind the three entries of this test, WebKit still has those of the tests before.
  const back = browserName === 'webkit' ? 3 : 10;
  for (const [go, most] of [
    ['goBack', back],
    ['goForward', 10],
  ]) {
    for (let steps = 0; steps < most; steps += 1) {
      await visitor[go]();
      await expectNothing(visitor);
    }
  }
});

test('a reload of a page that is blank leaves it blank; its address opens it', async ({ visitor, server }) => {
  await walk(visitor);
  await visitor.standIn(site.exit);
  await leave(visitor);
  await visitor.goBack();
  const asked = server.requests.length;
  await visitor.reload();
  await expect.poll(() => visitor.evaluate(seen)).toEqual(BLANK);
  // The app does not start there.
  expect(server.requests.slice(asked).filter(({ url }) => /wasm$|content/.test(url))).toEqual([]);
  await visitor.open('/help/');
  await visitor.arrives(ui('help.title'));
  await expect.poll(() => visitor.evaluate(() => sessionStorage.length)).toBe(0);
  await visitor.click('link', ui('nav.learn'));
  await visitor.arrives(ui('learn.title'));
  await visitor.reload();
  await visitor.arrives(ui('learn.title'));
});

test('another tab with the app leaves as well', async ({ visitor }) => {
  await visitor.open('/help/');
  const other = await visitor.openTab();
  await other.open('/');
  await other.open('/about/');
  await other.standIn(site.exit);
  await visitor.standIn(site.exit);
  await leave(visitor);
  await expect.poll(() => other.title()).toBe('Elsewhere');
  await other.goBack();
  await expectNothing(other);
  await other.closeTab();
});

test('a page that the browser had made ahead is open once it is shown, and stays so', async ({ visitor, server }) => {
  await visitor.open('/help/');
  // No driver makes a page ahead. It looks at a copy of what the tab keeps; once it is shown, it has the tab's own.
  await visitor.evaluate(() => {
    sessionStorage.setItem('closed', '');
    document.dispatchEvent(new Event('prerenderingchange'));
  });
  await visitor.reload();
  await visitor.arrives(ui('help.title'));
});

test('a page opened anew stays open, also where it is loaded again before it could be seen', async ({ visitor, server }) => {
  await visitor.open('/help/');
  // The mark of an earlier Exit, and a page that is never drawn.
  await visitor.evaluate(() => sessionStorage.setItem('closed', ''));
  server.inject('window.requestAnimationFrame = () => 0');
  await visitor.open('/about/');
  expect(await visitor.text()).toContain(ui('about.title'));
  await visitor.reload();
  await visitor.started();
  expect(await visitor.text()).toContain(ui('about.title'));
});

test('a page opened anew takes away no mark that comes after it was seen', async ({ visitor }) => {
  await visitor.open('/help/');
  await visitor.arrives(ui('help.title'));
  // As by an Exit of which a kept page is not told.
  await visitor.evaluate(() => sessionStorage.setItem('closed', ''));
  await visitor.reload();
  await expect.poll(() => visitor.evaluate(seen)).toEqual(BLANK);
});

test('Exit counts also in a page opened anew that could not yet be seen', async ({ visitor, server }) => {
  await visitor.open('/');
  server.inject('window.requestAnimationFrame = () => 0');
  await visitor.open('/help/');
  await visitor.standIn(site.exit);
  await leave(visitor);
  await visitor.goBack();
  await expectNothing(visitor);
});

test.describe('where nothing can be kept', () => {
  test('this page is blank, and the browser leaves', async ({ visitor, server }) => {
    const blocked = () => Object.defineProperty(window, 'sessionStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } });
    server.inject(`(${blocked})()`);
    await visitor.open('/help/');
    await visitor.standIn(site.exit);
    await leave(visitor);
  });
});
