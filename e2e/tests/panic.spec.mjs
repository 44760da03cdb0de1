// The app breaks while it runs. What is on the page stays, and goes on as a page without an app.
import { mainPages, site, ui, words } from '../support/site.mjs';
import { expectSignsWithoutApp } from '../support/whole.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ breaks: true, leaves: true });

const heading = (path) => mainPages.find((page) => page.path === path).heading;
const sign = (index) => words.signs[site.signs[index].id];
/** The door to the list of all signs says what is behind it in a second line. */
const allSigns = `${ui('doors.all', { count: site.signs.length })} ${ui('doors.all_about')}`;
const ticked = () => document.querySelectorAll('input:checked').length;

// The app cannot go on without a node that it asks for. It looks at whether an element was made, and panics; for a text
// it does not, and the error of the browser goes right through it.
for (const [name, method] of [
  ['a panic of its own', 'createElement'],
  ['an error of the browser', 'createTextNode'],
]) {
  test.describe(name, () => {
    test.beforeEach(({ server }) => {
      server.inject(`window.breakApp = () => { document.${method} = () => { throw new Error('broken on purpose') } }`);
    });

    /** The page of all signs, reached within the app, which breaks when the first tick has to be listed. */
    async function breakByTick(visitor) {
      await visitor.open('/');
      await visitor.click('link', ui('nav.signs'));
      await visitor.arrives(heading('/signs/'));
      await visitor.click('link', allSigns);
      await visitor.arrives(ui('signs.title'));
      await visitor.evaluate(() => window.breakApp());
      await visitor.click('checkbox', sign(0));
      await visitor.offersApp(false);
    }

    test('during a tick: words and ticks stay, links load pages', async ({ visitor }) => {
      await breakByTick(visitor);
      // The broken app hears of nothing any more.
      const faults = () => window.faultsSeen.length;
      const seen = await visitor.evaluate(faults);
      await visitor.click('checkbox', sign(1));
      expect(await visitor.evaluate(ticked)).toBe(2);
      expect(await visitor.evaluate(faults)).toBe(seen);
      await expectSignsWithoutApp(visitor);
    });

    test('during a tick: Back loads the page before', async ({ visitor }) => {
      await breakByTick(visitor);
      await visitor.back();
      await visitor.arrives(heading('/signs/'));
      await visitor.started();
      expect(await visitor.path()).toBe('/signs/');
    });

    test('during a tick: Exit leaves', async ({ visitor }) => {
      await breakByTick(visitor);
      await visitor.standIn(site.exit);
      await visitor.click('link', ui('bar.exit'));
      await expect.poll(() => visitor.title()).toBe('Elsewhere');
    });

    test('on the way to another page: that page is loaded, once', async ({ visitor, server }) => {
      await visitor.open('/');
      await visitor.evaluate(() => window.breakApp());
      await visitor.click('link', ui('nav.signs'));
      await visitor.arrives(heading('/signs/'));
      await visitor.started();
      expect(await visitor.path()).toBe('/signs/');
      expect(server.requests.filter(({ url }) => url.endsWith('/signs/'))).toHaveLength(1);
    });
  });
}

test('a panic where the host does not call the WebAssembly by its name: the page goes on without an app', async ({ visitor, server }) => {
  // Then no part of the error's stack that is in the WebAssembly names its file.
  server.fault(/\.wasm$/, { type: 'application/octet-stream', body: (bytes) => bytes });
  server.inject(`window.breakApp = () => { document.createElement = () => { throw new Error('broken on purpose') } }`);
  await visitor.open('/signs/all/');
  await visitor.evaluate(() => window.breakApp());
  await visitor.click('checkbox', sign(0));
  await visitor.offersApp(false);
});
