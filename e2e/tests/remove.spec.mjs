// "Remove from this phone": what the app keeps is gone, and the page says what it could not take away.
import { firstVisit, left, says, start } from '../support/copy.mjs';
import { ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ keeps: true });

const section = () => document.getElementById('copy').closest('section').innerText;

test('the copy is gone, and the page says so and what is left to do', async ({ visitor }) => {
  await firstVisit(visitor, '/about/');
  await visitor.click('button', ui('remove.button'));
  await says(visitor, 'remove.done');
  expect(await visitor.evaluate(left)).toEqual({ workers: 0, copies: [] });
  const text = await visitor.evaluate(section);
  for (const word of ['remove.rest', 'remove.history', 'remove.icon', 'remove.again']) expect(text).toContain(ui(word));
  expect(text).not.toContain(ui('offline.saved'));
});

test('the settings go with it', async ({ visitor }) => {
  await firstVisit(visitor, '/about/');
  await visitor.choose('combobox', ui('settings.colors'), ui('settings.dark'));
  expect(await visitor.evaluate(() => localStorage.length)).toBe(1);
  await visitor.click('button', ui('remove.button'));
  await says(visitor, 'remove.done');
  expect(await visitor.evaluate(() => [localStorage.length, document.documentElement.dataset.look])).toEqual([0, '']);
});

test('it is not saved again where the person says so, until they want it', async ({ visitor, server }) => {
  await firstVisit(visitor, '/about/');
  await visitor.click('button', ui('remove.button'));
  await visitor.click('button', ui('remove.never'));
  await start(visitor, server, '/about/');
  await says(visitor, 'offline.off');
  expect(await visitor.evaluate(left)).toMatchObject({ workers: 0 });
  await visitor.click('button', ui('offline.save'));
  await says(visitor, 'offline.saved');
});

test('without that, the next visit saves it again', async ({ visitor, server }) => {
  await firstVisit(visitor, '/about/');
  await visitor.click('button', ui('remove.button'));
  await says(visitor, 'remove.done');
  await start(visitor, server, '/about/');
  await says(visitor, 'offline.saved');
});

test('taken away before it has come, it does not come', async ({ visitor, server }) => {
  const letGo = server.hold('sw.js');
  await visitor.open('/');
  await expect.poll(() => server.requests.some(({ url }) => url.endsWith('/sw.js'))).toBe(true);
  await visitor.click('link', ui('nav.about'));
  await visitor.arrives(ui('about.title'));
  await visitor.click('button', ui('remove.button'));
  await says(visitor, 'remove.done');
  letGo();
  await expect.poll(() => server.requests.filter(({ url, answered }) => url.endsWith('/sw.js') && answered).length).toBe(1);
  await expect.poll(() => visitor.evaluate(left)).toEqual({ workers: 0, copies: [] });
  await says(visitor, 'remove.done');
});

test('taken away while it is coming, it does not come', async ({ visitor, server }) => {
  const letGo = server.hold('meetings.ics');
  await visitor.open('/about/');
  await expect.poll(() => server.requests.some(({ url }) => url.endsWith('/meetings.ics'))).toBe(true);
  await visitor.click('button', ui('remove.button'));
  await says(visitor, 'remove.done');
  expect(await visitor.evaluate(left)).toEqual({ workers: 0, copies: [] });
  letGo();
  await visitor.reload();
  await says(visitor, 'offline.saved');
});
