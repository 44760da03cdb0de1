// Exit: blank at once, then elsewhere, and its entry in the history is gone.
import { site, ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ leaves: true });

async function leave(visitor) {
  const before = await visitor.evaluate(() => history.length);
  await visitor.click('link', ui('bar.exit'));
  await expect.poll(() => visitor.title()).toBe('Elsewhere');
  expect(await visitor.evaluate(() => history.length), 'entries in the history').toBe(before);
}

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
