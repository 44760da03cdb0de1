// Leaving by Exit, and what is to be seen of the app after that.
import { ui } from './site.mjs';
import { expect } from './test.mjs';

/** Leaves by Exit: the other page takes the place of the one that is left. */
export async function leave(visitor) {
  const before = await visitor.evaluate(() => history.length);
  await visitor.click('link', ui('bar.exit'));
  await expect.poll(() => visitor.title()).toBe('Elsewhere');
  expect(await visitor.evaluate(() => history.length), 'entries in the history').toBe(before);
}

/** Runs in the page: what is to be seen of it. */
export const seen = () => [document.title, document.body?.innerText.trim() ?? '', getComputedStyle(document.documentElement).visibility];
export const BLANK = ['', '', 'visible'];

/** Nothing of the app is there, whichever of the tab's pages this is. */
export async function expectNothing(tab) {
  const nothing = async () => {
    const [title, text] = await tab.evaluate(seen);
    return title === 'Elsewhere' || title + text === '';
  };
  await expect.poll(() => tab.evaluate(() => document.readyState)).toBe('complete');
  expect(await nothing()).toBe(true);
}

/** The page is told that there is no network: Exit then leads nowhere. */
export const loseNetwork = (visitor) => visitor.evaluate(() => void Object.defineProperty(navigator, 'onLine', { get: () => false }));

/** Some pages of the app behind the one that is left, and some before it. */
export async function walk(visitor) {
  await visitor.open('/');
  await visitor.click('link', ui('nav.learn'));
  await visitor.arrives(ui('learn.title'));
  await visitor.visit(await visitor.evaluate(() => document.links[document.links.length - 1].href));
  await visitor.started();
  await visitor.click('link', ui('nav.about'));
  await visitor.arrives(ui('about.title'));
  await visitor.click('link', ui('nav.learn'));
  await visitor.arrives(ui('learn.title'));
  await visitor.back();
  await visitor.arrives(ui('about.title'));
}
