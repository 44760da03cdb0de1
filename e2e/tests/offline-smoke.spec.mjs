// The offline copy at a glance: what a person has after one visit.
import { expect, test } from '@playwright/test';
import { serve } from '../support/server.mjs';
import { DIST, ui } from '../support/site.mjs';

test.use({ serviceWorkers: 'allow' });

let server;
test.beforeEach(async () => void (server = await serve(DIST)));
test.afterEach(() => server.stop().catch(() => {}));

const started = (page) => page.waitForFunction(() => performance.getEntriesByName('app-interactive').length > 0);
const saved = (page) => expect(page.getByText(ui('offline.short_saved'), { exact: true })).toBeVisible({ timeout: 15_000 });

test('after one visit it opens without a network, at every address', async ({ page }) => {
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(server.url('/'));
  await started(page);
  await saved(page);
  console.log(await page.evaluate(() => caches.keys()), server.requests.map((r) => r.url).join(' '));
  await server.stop();
  for (const [path, heading] of [['/', ui('home.title')], ['/help/', ui('help.title')], ['/signs/', ui('signs.title')], ['/about/', ui('about.title')], ['/learn', ui('learn.title')]]) {
    const before = Date.now();
    await page.goto(server.url(path));
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await started(page);
    console.log(path, Date.now() - before, 'ms');
  }
  expect(faults.filter((fault) => !fault.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
});

test('Help from the copy is the page that was built', async ({ page }) => {
  await page.goto(server.url('/'));
  await saved(page);
  const [kept, built] = await page.evaluate(async () => {
    const copy = await caches.match('/help/');
    return [await copy.text(), await (await fetch('/help/', { cache: 'reload' })).text()];
  });
  expect(kept).toBe(built);
});

test('what was saved can be removed, and is not saved again when that is asked', async ({ page }) => {
  await page.goto(server.url('/about/'));
  await saved(page);
  await page.getByRole('button', { name: ui('remove.button') }).click();
  await expect(page.getByText(ui('remove.done'))).toBeVisible();
  expect(await page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length])).toEqual([[], 0]);
  await page.getByRole('button', { name: ui('remove.never') }).click();
  await expect(page.getByText(ui('offline.off'))).toBeVisible();
  await page.reload();
  await expect(page.getByText(ui('offline.off'))).toBeVisible();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await page.getByRole('button', { name: ui('offline.save') }).click();
  await saved(page);
});
