// The pages as they are read where no script runs. Scripts are switched off by the host, with a sandbox (HTML, section
// 7.1.5): so every engine can be asked.
import { expectBar } from '../support/bar.mjs';
import { LIVE, contentOf } from '../support/live.mjs';
import { kinds, pagesFor, site, ui, words } from '../support/site.mjs';
import { expectPlainLink } from '../support/whole.mjs';
import { expect, test } from '../support/test.mjs';

// Chromium calls it an error that a script was not run.
test.use({ breaks: true });

/** Runs in the page: visible controls that do nothing without the app. */
const idle = () =>
  [...document.querySelectorAll('button, input[type=search], select, [role=alert], #refresh')]
    .filter((element) => element.checkVisibility())
    .map((element) => element.outerHTML);

// In a folder the pages are those of the root with other addresses (files.spec.mjs), so one engine is enough there.
for (const [where, inFolder, tag] of [
  ['at the root', false, []],
  ['in a folder', true, ['@chromium']],
]) {
  test.describe(where, { tag }, () => {
    test.use({ inFolder });

    test('every page holds what the app shows: words, links and order; controls that need the app are hidden', async ({ visitor, server }, { project }) => {
      test.setTimeout(120_000);
      const list = inFolder ? kinds : pagesFor(project);
      const written = new Map();
      const allowScripts = server.forbidScripts();
      for (const { path } of list) {
        await visitor.visit(server.url(path));
        expect(await visitor.evaluate(() => window.faultsSeen === undefined), 'no script ran').toBe(true);
        expect(await visitor.evaluate(idle), path).toEqual([]);
        written.set(path, await visitor.evaluate(contentOf, LIVE));
      }
      allowScripts();
      for (const { path } of list) {
        await visitor.open(path);
        expect(await visitor.evaluate(contentOf, LIVE), path).toEqual(written.get(path));
      }
    });
  });
}

test('links load pages, boxes can be ticked and details opened', async ({ visitor, server }) => {
  server.forbidScripts();
  await visitor.visit(server.url('/signs/all/'));
  // At once: nothing waits for a script that does not come.
  expect(await visitor.evaluate(() => document.getAnimations().length)).toBe(0);
  await expectBar(visitor);
  await visitor.click('checkbox', words.signs[site.signs[0].id]);
  expect(await visitor.evaluate(() => document.querySelectorAll('input:checked').length)).toBe(1);
  const opened = () => {
    const more = document.querySelector('li details');
    more.querySelector('summary').click();
    return [more.open, more.querySelector('dd').checkVisibility()];
  };
  expect(await visitor.evaluate(opened)).toEqual([true, true]);
  await expectPlainLink(visitor);
  await visitor.back();
  await visitor.arrives(ui('signs.title'));
});
