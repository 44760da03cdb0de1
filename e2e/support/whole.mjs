// A page whose app does not run: everything to read is there, links load pages, the search answers, and nothing is offered
// that needs the app.
import { expectBar } from './bar.mjs';
import { SEARCH, count, listed, visibleSigns } from './signs.mjs';
import { innerPages, mainPages, ui } from './site.mjs';
import { expect } from './test.mjs';

const signs = innerPages.find(({ path }) => path === '/signs/all/');
const learn = mainPages.find(({ path }) => path === '/learn/');

/** The page of all signs, which has the most that needs the app, is there without it, and its links are plain. */
export async function expectSignsWithoutApp(visitor) {
  await visitor.offersApp(false);
  await visitor.arrives(signs.heading);
  expect(await visitor.title()).toBe(signs.title);
  expect(await visitor.mainText()).toContain(ui('signs.lead'));
  for (const role of ['combobox', 'alert']) expect(await visitor.count(role), role).toBe(0);
  expect(await visitor.count('button', ui('refresh.retry'))).toBe(0);
  await expectBar(visitor);
  await visitor.type('searchbox', SEARCH, 'passport');
  const found = await visibleSigns(visitor);
  expect(found.length).toBeGreaterThan(0);
  for (const text of found) expect(text.toLowerCase()).toContain('passport');
  expect(await count(visitor)).toBe(listed(found.length));
  await expectPlainLink(visitor);
}

/** A link loads its page: what was in the document is gone with it. */
export async function expectPlainLink(visitor) {
  await visitor.evaluate(() => void (window.sameDocument = true));
  await visitor.click('link', ui('nav.learn'));
  await visitor.arrives(learn.heading);
  expect(await visitor.evaluate(() => window.sameDocument === undefined)).toBe(true);
  expect(await visitor.path()).toBe(learn.path);
}
