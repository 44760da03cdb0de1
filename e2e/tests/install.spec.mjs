// What the tools of Chromium say: that the site can be installed, and what Lighthouse counts.
import { devices, expect, test } from '@playwright/test';
import lighthouse from 'lighthouse';
import { chromiumLaunch } from '../support/browsers.mjs';
import { freePort } from '../support/port.mjs';
import { serve } from '../support/server.mjs';
import { DIST, DIST_SUB, SUB_PATH } from '../support/site.mjs';

const CATEGORIES = ['accessibility', 'best-practices', 'seo'];

for (const [dist, base] of [
  [DIST, '/'],
  [DIST_SUB, SUB_PATH],
]) {
  test(`at ${base}: nothing keeps Chromium from installing it`, async ({ playwright }, info) => {
    const server = await serve(dist, base);
    // A window that keeps nothing cannot install anything.
    const profile = info.outputPath('profile');
    const context = await playwright.chromium.launchPersistentContext(profile, { ...chromiumLaunch, ...devices['Pixel 7'] });
    const [page] = context.pages();
    await page.goto(server.url('/'));
    const browser = await context.newCDPSession(page);
    const { url, errors } = await browser.send('Page.getAppManifest');
    expect(url).toMatch(/\.webmanifest$/);
    expect(errors).toEqual([]);
    expect((await browser.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
    await context.close();
    await server.stop();
  });
}

for (const path of ['/', '/help/', '/about/']) {
  test(`${path}: Lighthouse gives 100`, async ({ playwright }) => {
    test.setTimeout(90_000);
    // This build knows where it will stand, so it has canonical addresses.
    const server = await serve(DIST_SUB, SUB_PATH);
    const port = await freePort();
    const args = [...chromiumLaunch.args, `--remote-debugging-port=${port}`];
    const browser = await playwright.chromium.launch({ ...chromiumLaunch, args });
    const { lhr } = await lighthouse(server.url(path), { port, logLevel: 'error', onlyCategories: CATEGORIES });
    await browser.close();
    await server.stop();
    const lost = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 1);
    expect(lost.map(({ id, explanation, displayValue }) => [id, explanation, displayValue])).toEqual([]);
    for (const id of CATEGORIES) expect(lhr.categories[id].score, id).toBe(1);
  });
}
