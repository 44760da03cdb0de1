// Exit in the window of the installed app: it has no address to type, so a button opens the app again, and nothing else
// is there until it is pressed.
import { site, ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ leaves: true });

const isInstalled = () => matchMedia('(display-mode: standalone)').matches;

/** The page is told that it is in such a window: no driver opens one. */
function install(server) {
  server.inject(`
    const ask = window.matchMedia.bind(window);
    window.matchMedia = (query) => (query === '(display-mode: standalone)' ? { matches: true } : ask(query));
  `);
}

/** The whole page is one button, and its word is a neutral one. */
async function expectOnlyButton(visitor) {
  await visitor.sees('button', ui('blank.open'));
  const all = () => [document.title, document.body.innerText.trim(), document.body.children.length];
  expect(await visitor.evaluate(all)).toEqual(['', ui('blank.open'), 1]);
  expect(await visitor.evaluate(isInstalled)).toBe(true);
}

async function open(visitor, server) {
  install(server);
  await visitor.open('/');
  await visitor.click('link', ui('nav.about'));
  await visitor.arrives(ui('about.title'));
  await visitor.open('/help/');
  expect(await visitor.evaluate(isInstalled)).toBe(true);
}

test('Back, and a reload, bring the button and nothing else; pressed, it opens the app', async ({ visitor, server }) => {
  await open(visitor, server);
  await visitor.standIn(site.exit);
  await visitor.click('link', ui('bar.exit'));
  await expect.poll(() => visitor.title()).toBe('Elsewhere');
  for (const step of ['goBack', 'goBack', 'goForward', 'reload']) {
    await visitor[step]();
    await expectOnlyButton(visitor);
  }
  await visitor.click('button', ui('blank.open'));
  await visitor.started();
  await visitor.arrives(ui('about.title'));
  expect(await visitor.evaluate(() => sessionStorage.length)).toBe(0);
  // From here on it is an app like any other.
  await visitor.click('link', ui('nav.help'));
  await visitor.arrives(ui('help.title'));
  await visitor.reload();
  await visitor.started();
});

test('the button is put there once: whoever has got to it is not taken away from it', async ({ visitor, server }) => {
  await open(visitor, server);
  await visitor.standIn(site.exit);
  await visitor.click('link', ui('bar.exit'));
  await expect.poll(() => visitor.title()).toBe('Elsewhere');
  server.inject(`(${countButtons})()`);
  await visitor.goBack();
  await visitor.reload();
  await expectOnlyButton(visitor);
  expect(await visitor.evaluate(() => window.buttons)).toBe(1);
});

/** Runs in the page: how many buttons were put into its body, itself. */
function countButtons() {
  window.buttons = 0;
  const count = ({ target, addedNodes }) => {
    if (target === document.body) window.buttons += [...addedNodes].filter(({ localName }) => localName === 'button').length;
  };
  new MutationObserver((records) => records.forEach(count)).observe(document, { childList: true, subtree: true });
}

test('with no network the button stands in the place of the page, and stays when the app comes back to the front', async ({ visitor, server }) => {
  await open(visitor, server);
  await visitor.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { get: () => false });
  });
  await visitor.click('link', ui('bar.exit'));
  await expectOnlyButton(visitor);
  await visitor.evaluate(() => {
    for (const name of ['visibilitychange', 'resume']) document.dispatchEvent(new Event(name));
    for (const name of ['focus', 'online']) window.dispatchEvent(new Event(name));
  });
  await expectOnlyButton(visitor);
  await visitor.click('button', ui('blank.open'));
  await visitor.started();
  await visitor.arrives(ui('help.title'));
});
