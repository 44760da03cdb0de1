// What only Chromium can be asked in a test.
import { readFile } from 'node:fs/promises';
import { mainPages, site, ui, words } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.describe('with JavaScript off', () => {
  // Without it the page cannot be asked for its storage either, so this test brings its own visitor.
  test.use({ javaScriptEnabled: false });

  for (const { path } of mainPages.slice(0, 3)) {
    test(`${path} shows the first screen, and call and text are links`, async ({ page, server }) => {
      await page.goto(server.url(path));
      await expect(page.getByRole('heading', { level: 1, name: ui('home.title') })).toBeVisible();
      const bar = page.getByRole('region', { name: ui('bar.label') });
      await expect(bar.getByRole('link', { name: ui('bar.call') })).toHaveAttribute('href', 'tel:+18883737888');
      await expect(bar.getByRole('link', { name: ui('bar.text') })).toHaveAttribute('href', 'sms:233733');
      await expect(bar.getByRole('link', { name: ui('bar.exit') })).toHaveAttribute('href', site.exit);
      await expect(bar.getByRole('link', { name: ui('bar.call') })).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('alert')).toBeHidden();
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
  await visitor.open('/signs/');
  await visitor.click('checkbox', words.signs[first.id]);
  await visitor.click('checkbox', words.signs[second.id]);
  await visitor.click('button', ui('signs.copy'));
  await expect.poll(() => visitor.mainText()).toContain(ui('line.copied'));
  const summary = await clipboard();
  const parts = [ui('signs.summary'), words.signs[first.id], words.signs[second.id], ui('signs.summary_end')];
  for (const part of parts) expect(summary).toContain(part);
  expect(summary).not.toContain('<');

  await visitor.click('link', ui('nav.meetings'));
  await visitor.click('button', ui('meet.copy_address'));
  const { address } = site.places.find(({ id }) => id === site.meeting.place);
  await expect.poll(clipboard).toBe(address);
});
