// On paper: dark on white, whatever the screen looks like, and the numbers once.
import { inflateSync } from 'node:zlib';
import { linksIn } from '../support/bar.mjs';
import { asPrinted, contrasts, standing } from '../support/printed.mjs';
import { kinds, ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

/** How the screen looks: what was chosen on About. */
const LOOKS = ['', 'dark', 'light', 'high', 'dark high', 'dark high cover 200'];

/** Runs in the page: puts on a look; one that hides the page is put on while another app is in front. */
function putOn(look) {
  document.documentElement.dataset.look = look;
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => look.includes('cover') });
  document.dispatchEvent(new Event('visibilitychange'));
}

async function expectDarkOnWhite(visitor, name) {
  const found = await visitor.evaluate(contrasts);
  expect(found.length, name).toBeGreaterThan(10);
  // WCAG 2.2, SC 1.4.3, and a ground that is as good as white.
  expect.soft(found.filter(({ contrast, ground }) => contrast < 4.5 || ground < 0.9), name).toEqual([]);
  expect.soft(await visitor.evaluate(() => getComputedStyle(document.documentElement).colorScheme), name).toBe('light');
}

/** Runs in the page: the links of the bar that are seen on paper. */
const numbers = () => [...document.querySelectorAll('#bar a')].filter((link) => link.checkVisibility()).map((link) => link.innerText.replaceAll(/\s+/g, ' ').trim());

for (const dark of [false, true]) {
  test.describe(dark ? 'on a phone that has dark colours' : 'on a phone that has light colours', () => {
    test.use({ dark });

    test('every kind of page is dark on white, however it was chosen to look', async ({ visitor }) => {
      test.setTimeout(120_000);
      for (const { path } of kinds) {
        await visitor.open(path);
        await visitor.evaluate(asPrinted);
        for (const look of LOOKS) {
          await visitor.evaluate(putOn, look);
          await expectDarkOnWhite(visitor, `${path} ${look}`);
        }
        await visitor.evaluate(putOn, '');
      }
    });
  });
}

test('the numbers stand on paper once, and nothing stands on each sheet', async ({ visitor }) => {
  const expected = linksIn(ui).map(({ name }) => name).filter((name) => name !== ui('bar.exit'));
  for (const height of [844, 330]) {
    await visitor.resize({ width: 683, height });
    for (const path of ['/', '/help/ready/', '/signs/all/']) {
      await visitor.open(path);
      await visitor.evaluate(asPrinted);
      expect(await visitor.evaluate(numbers), path).toEqual(expected);
      expect(await visitor.evaluate(standing), path).toBe(0);
    }
  }
});

test('what has focus while the page is hidden is printed', async ({ visitor }) => {
  await visitor.open('/help/ready/');
  await visitor.evaluate(() => document.querySelector('.number').focus());
  await visitor.evaluate(putOn, 'cover');
  await visitor.evaluate(asPrinted);
  expect(await visitor.evaluate(() => document.activeElement.checkVisibility({ opacityProperty: true, visibilityProperty: true }))).toBe(true);
});

test('the ways to reach the hotline are on paper', async ({ visitor }) => {
  await visitor.open('/help/');
  await visitor.evaluate(asPrinted);
  const ways = () => [...document.querySelectorAll('.doors > .door')].map((way) => way.checkVisibility());
  expect(new Set(await visitor.evaluate(ways))).toEqual(new Set([true]));
});

/** The colours in which a PDF of Chromium's draws: red, green and blue from 0 to 1. */
function inks(pdf) {
  const found = new Set();
  const text = pdf.toString('latin1');
  for (const { index, 0: head } of text.matchAll(/stream\r?\n/g)) {
    const start = index + head.length;
    let drawn;
    try {
      drawn = inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1');
    } catch {
      continue;
    }
    for (const [, block] of drawn.matchAll(/([^]*?BT\b[^]*?)ET\b/g)) {
      const colours = [...block.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) rg/g)];
      if (colours.length > 0) found.add(colours.at(-1).slice(1).join(' '));
    }
  }
  return [...found];
}

test('the sheets that Chromium prints have dark letters, with and without grounds', { tag: '@chromium' }, async ({ visitor }) => {
  for (const path of ['/', '/help/ready/', '/about/']) {
    await visitor.open(path);
    await visitor.evaluate(putOn, 'dark');
    await visitor.page.emulateMedia({ colorScheme: 'dark' });
    for (const printBackground of [false, true]) {
      const drawn = inks(await visitor.page.pdf({ printBackground }));
      expect(drawn.length, path).toBeGreaterThan(1);
      // Darker than a mid grey, or a colour of the alarm.
      expect.soft(drawn.filter((ink) => Math.min(...ink.split(' ').map(Number)) > 0.45), `${path} ${printBackground}`).toEqual([]);
    }
  }
});
