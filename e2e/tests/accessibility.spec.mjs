// What can be measured of WCAG 2.2. What only people can judge is not here.
import { axe, violations } from '../support/axe.mjs';
import { kinds, pagesFor } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

/** The other looks: settings of the phone, and words of the setting on About (loader/settings.js). */
const LOOKS = [
  { name: 'dark colours', dark: true },
  { name: 'high contrast', look: 'high' },
  { name: 'high contrast, dark colours', look: 'high', dark: true },
  { name: 'text twice as large', look: '200' },
  { name: 'forced colours', forced: true },
];

/** Runs in the page: applies a look as if chosen on About, and on request the text spacing of WCAG 2.2, SC 1.4.12. */
function putOn({ look = '', spaced = false }) {
  document.documentElement.dataset.look = look;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }');
  document.adoptedStyleSheets = spaced ? [sheet] : [];
}

// axe reads the document and its computed styles, and has no rules for single engines: one engine is enough.
test.describe('axe finds nothing wrong', { tag: '@chromium' }, () => {
  test.beforeEach(({ server }) => server.inject(axe));

  test('on any page', async ({ visitor }, { project }) => {
    test.setTimeout(120_000);
    for (const { path } of pagesFor(project)) {
      await visitor.open(path);
      expect.soft(await violations(visitor), path).toEqual([]);
    }
  });

  test('on a page of each kind in dark or forced colours, high contrast, and large text', async ({ visitor }) => {
    test.setTimeout(180_000);
    const phone = () => ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query).matches);
    for (const { path } of kinds) {
      await visitor.open(path);
      for (const { name, look, dark = false, forced = false } of LOOKS) {
        await visitor.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', forcedColors: forced ? 'active' : 'none' });
        await visitor.evaluate(putOn, { look });
        expect(await visitor.evaluate(phone), name).toEqual([dark, forced]);
        expect.soft(await violations(visitor), `${path}, ${name}`).toEqual([]);
      }
    }
  });
});

// Every engine has the same document: static.spec.mjs.
test('the name of a control holds the words that are seen on it (SC 2.5.3)', { tag: '@chromium' }, async ({ visitor }) => {
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

/** Runs in the page: opens everything, and reports how far it reaches beyond the screen and which buttons cut off their text. */
function reach() {
  for (const folded of document.querySelectorAll('details')) folded.open = true;
  const { clientWidth, scrollWidth } = document.documentElement;
  const cut = [...document.querySelectorAll('.btn')].filter((button) => button.scrollWidth > button.clientWidth + 1);
  return { screen: innerWidth, beyond: Math.max(0, scrollWidth - clientWidth), cut: cut.map(({ textContent }) => textContent) };
}

test('with everything opened, no page is wider than a screen of 320 px: as it is, with text twice as large (SC 1.4.4), with wide spacing (SC 1.4.12)', async ({ visitor, browserName }, { project }) => {
  test.setTimeout(120_000);
  await visitor.resize({ width: 320, height: 640 });
  for (const { path } of pagesFor(project)) {
    await visitor.open(path);
    for (const look of [{}, { look: '200' }, { spaced: true }]) {
      await visitor.evaluate(putOn, look);
      const { screen, ...found } = await visitor.evaluate(reach);
      // The window of WebKit's small browser stops a little earlier.
      expect(screen).toBeLessThanOrEqual(browserName === 'webkit' ? 340 : 320);
      expect.soft(found, `${path} ${JSON.stringify(look)}`).toEqual({ beyond: 0, cut: [] });
    }
  }
});

for (const { path, look } of [{ path: '/help/' }, { path: '/signs/hotel/' }, { path: '/about/', look: '200' }]) {
  const name = look ? `${path}, text twice as large` : path;
  test(`${name}: nothing that has focus is behind the bar (WCAG 2.2, SC 2.4.11)`, async ({ visitor, browserName }) => {
    // The bar comes first; behind it is the whole page, walked to its end in one engine.
    const end = browserName === 'chromium' ? 'foot' : 'exit';
    await visitor.open(path);
    await visitor.evaluate(putOn, { look });
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
