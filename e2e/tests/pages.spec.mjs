// Every address of the contract, opened from outside: from a link, a bookmark, a message.
import { expectBar } from '../support/bar.mjs';
import { SUB_PATH, innerPages, kinds, mainPages, pagesFor, ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

async function isWhole(visitor, { path, heading, title, nav }) {
  await visitor.open(path);
  await visitor.arrives(heading);
  // Once, and not once more now that the page is there.
  await visitor.started();
  expect(await visitor.title()).toBe(title);
  expect(title, 'a title that others may read').not.toMatch(/traffick|\bsex|victim|slave|abuse|hotline/i);
  await expectBar(visitor);

  const current = await visitor.evaluate(() =>
    [...document.querySelectorAll('nav [aria-current], .foot [aria-current]')].map((link) => link.textContent),
  );
  expect(current).toEqual(nav ? [ui(nav)] : []);
}

async function areWhole(visitor, list) {
  for (const page of list) await test.step(page.path, () => isWhole(visitor, page));
}

test('every page of the navigation', ({ visitor }) => areWhole(visitor, mainPages));
test('every page behind those', ({ visitor }) => areWhole(visitor, innerPages));
test('every place with signs, and every article', ({ visitor }, { project }) => {
  const others = [...mainPages, ...innerPages];
  return areWhole(visitor, pagesFor(project).filter((page) => !others.includes(page)));
});

// Addresses do not depend on the window's width.
test.describe(`below ${SUB_PATH}`, { tag: '@any-width' }, () => {
  test.use({ inFolder: true });

  test('pages of each kind, and no link that leads out of the folder', async ({ visitor }) => {
    for (const page of kinds) {
      await test.step(page.path, async () => {
        await isWhole(visitor, page);
        const links = await visitor.evaluate(() => [...document.links].map(({ href }) => href));
        const ours = links.filter((href) => href.startsWith('http://127.0.0.1'));
        for (const href of ours) expect(new URL(href).pathname).toMatch(new RegExp(`^${SUB_PATH}`));
      });
    }
  });
});
