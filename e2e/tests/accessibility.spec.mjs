// What can be measured of WCAG 2.2. What only people can judge is not here.
import { axe, violations } from '../support/axe.mjs';
import { kinds, pages } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

/** What can be chosen on About, and what phones have: in words of the setting (loader/settings.js). */
const LOOKS = [
  { name: 'light colours' },
  { name: 'dark colours', dark: true },
  { name: 'high contrast', look: 'high' },
  { name: 'high contrast, dark colours', look: 'high', dark: true },
  { name: 'text twice as large', look: '200' },
];

/** Every page of the host looks as if the person had chosen that. */
function choose(server, look = '') {
  const chosen = (words) => {
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (key) {
      return key.endsWith('-look') ? words : getItem.call(this, key);
    };
  };
  server.inject(`(${chosen})(${JSON.stringify(look)})`);
}

for (const { name, look, dark = false } of LOOKS) {
  test.describe(name, () => {
    test.use({ dark });

    test('axe finds nothing wrong with any page', async ({ visitor, server }, { project }) => {
      test.setTimeout(120_000);
      server.inject(axe);
      choose(server, look);
      // Places and articles share their views: all of them are looked at in one engine.
      for (const { path } of project.name === 'chromium-phone' ? pages : kinds) {
        await visitor.open(path);
        expect(await visitor.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(dark);
        expect(await visitor.evaluate(() => document.documentElement.dataset.look)).toBe(look ?? '');
        expect.soft(await violations(visitor), path).toEqual([]);
      }
    });
  });
}

test('forced colours: axe finds nothing wrong with any page @chromium', async ({ visitor, server }) => {
  test.setTimeout(120_000);
  server.inject(axe);
  await visitor.page.emulateMedia({ forcedColors: 'active' });
  for (const { path } of pages) {
    await visitor.open(path);
    expect(await visitor.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    expect.soft(await violations(visitor), path).toEqual([]);
  }
});

test('the name of a control holds the words that are seen on it (SC 2.5.3)', async ({ visitor }) => {
  const named = () =>
    [...document.querySelectorAll(':is(a, button, summary)[aria-label]')].map((control) => [control.textContent, control.getAttribute('aria-label')]);
  const found = [];
  for (const { path } of kinds) {
    await visitor.open(path);
    found.push(...(await visitor.evaluate(named)));
  }
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(([seen, name]) => !name.includes(seen.trim()))).toEqual([]);
});

/** Runs in the page: text as far apart as someone may set it (WCAG 2.2, SC 1.4.12). */
function spaceOut() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }');
  document.adoptedStyleSheets = [sheet];
}

for (const { name, look, spaced } of [
  { name: '' },
  { name: ', nor with text twice as large (SC 1.4.4)', look: '200' },
  { name: ', nor with text set apart (SC 1.4.12)', spaced: true },
]) {
  test(`no page is wider than a screen of 320 px, with everything opened${name}`, async ({ visitor, server, browserName }) => {
    test.setTimeout(120_000);
    choose(server, look);
    await visitor.resize({ width: 320, height: 640 });
    for (const { path } of name ? kinds : pages) {
      await visitor.open(path);
      if (spaced) await visitor.evaluate(spaceOut);
      const { screen, room, page, cut } = await visitor.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true;
        const { clientWidth, scrollWidth } = document.documentElement;
        const cut = [...document.querySelectorAll('.btn')].filter((button) => button.scrollWidth > button.clientWidth + 1);
        return { screen: innerWidth, room: clientWidth, page: scrollWidth, cut: cut.map(({ textContent }) => textContent) };
      });
      // The window of WebKit's small browser stops a little earlier.
      expect(screen).toBeLessThanOrEqual(browserName === 'webkit' ? 340 : 320);
      expect.soft(page, path).toBeLessThanOrEqual(room);
      expect.soft(cut, `${path}: buttons with more than they can show`).toEqual([]);
    }
  });
}

for (const { path, look } of [{ path: '/help/' }, { path: '/signs/hotel/' }, { path: '/about/', look: '200' }]) {
  const name = look ? `${path}, text twice as large` : path;
  test(`${name}: nothing that has focus is behind the bar (WCAG 2.2, SC 2.4.11)`, async ({ visitor, server, browserName }) => {
    // The bar comes first; behind it is the whole page, walked to its end in one engine.
    const end = browserName === 'chromium' ? 'foot' : 'exit';
    choose(server, look);
    await visitor.open(path);
    const stops = () => document.querySelectorAll('a[href], button, input, select, summary').length;
    const state = () => {
      const element = document.activeElement;
      const { top, bottom, height } = element.getBoundingClientRect();
      const bar = document.getElementById('bar');
      // At least a line of it; Firefox does not scroll for what is half in view.
      const seen = bottom > 0 && top + Math.min(height, 24) <= bar.getBoundingClientRect().top;
      return { name: element.textContent.slice(0, 40), exit: element.id === 'bar-exit', foot: Boolean(element.closest('.foot')), seen: seen || bar.contains(element) };
    };
    let last;
    for (let stop = await visitor.evaluate(stops); stop > 0 && !last?.[end]; stop -= 1) {
      await visitor.press('Tab');
      // Firefox scrolls a moment after it moves focus.
      await expect.poll(async () => (last = await visitor.evaluate(state))).toMatchObject({ seen: true });
    }
    expect(last[end], 'the way was walked to its end').toBe(true);
  });
}
