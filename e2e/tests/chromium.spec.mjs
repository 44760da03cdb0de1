// What only Chromium can be asked in a test.
import { readFile } from 'node:fs/promises';
import { expectBar } from '../support/bar.mjs';
import { mainPages, site, ui, words } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.describe('with JavaScript off in the browser itself', () => {
  test.use({ javaScriptEnabled: false, breaks: true });

  for (const { path, heading } of mainPages) {
    test(`${path} is whole, and call and text are links`, async ({ visitor, server }) => {
      await visitor.visit(server.url(path));
      await visitor.arrives(heading);
      await expectBar(visitor);
      await visitor.offersApp(false);
    });
  }
});

test('a click with Ctrl opens another tab, and this one stays', async ({ visitor, server }) => {
  await visitor.open('/');
  const opened = visitor.context.waitForEvent('page');
  await visitor.page.getByRole('link', { name: ui('nav.learn'), exact: true }).click({ modifiers: ['Control'] });
  const other = await opened;
  await other.waitForURL(server.url('/learn/'));
  await visitor.arrives(ui('home.title'));
});

test('the calendar link hands over a file, and the page stays', async ({ visitor }) => {
  await visitor.open('/meetings/');
  const download = visitor.page.waitForEvent('download');
  await visitor.click('link', ui('meet.calendar'));
  const file = await download;
  expect(file.suggestedFilename()).toBe('meetings.ics');
  expect(await readFile(await file.path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR/);
  expect(await visitor.path()).toBe('/meetings/');
});

test('the summary and the address arrive in the clipboard as plain text', async ({ visitor }) => {
  await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = () => visitor.evaluate(() => navigator.clipboard.readText());
  const [first, second] = site.signs;
  await visitor.open('/signs/all/');
  await visitor.click('checkbox', words.signs[first.id]);
  await visitor.click('checkbox', words.signs[second.id]);
  await visitor.click('button', ui('signs.copy'));
  await expect.poll(() => visitor.mainText()).toContain(ui('line.copied'));
  const summary = await clipboard();
  const parts = [ui('ready.what'), words.signs[first.id], words.signs[second.id], ui('signs.summary_end')];
  for (const part of parts) expect(summary).toContain(part);
  expect(summary).not.toContain('<');

  await visitor.click('link', ui('nav.meetings'));
  await visitor.click('button', ui('meet.copy_address'));
  const { address } = site.places.find(({ id }) => id === site.meeting.place);
  await expect.poll(clipboard).toBe(address);
});
