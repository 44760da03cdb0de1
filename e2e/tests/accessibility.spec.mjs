// What can be measured of WCAG 2.2. What only people can judge is not here.
import { axe, violations } from '../support/axe.mjs';
import { articlePages, innerPages, mainPages, pages, settingPages } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

/** One page of each kind; places and articles share their views, so that all of them are looked at in one engine. */
const kinds = [...mainPages, ...innerPages, settingPages[0], ...articlePages.filter(({ path }) => path.includes('numbers'))];

for (const dark of [false, true]) {
  test.describe(dark ? 'in dark colours' : 'in light colours', () => {
    test.use({ dark });

    test('axe finds nothing wrong with any page', async ({ visitor, server }, { project }) => {
      test.setTimeout(120_000);
      server.inject(axe);
      for (const { path } of project.name === 'chromium-phone' ? pages : kinds) {
        await visitor.open(path);
        expect(await visitor.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(dark);
        expect.soft(await violations(visitor), path).toEqual([]);
      }
    });
  });
}

test('no page is wider than a screen of 320 px', async ({ visitor, browserName }) => {
  await visitor.resize({ width: 320, height: 640 });
  for (const { path } of pages) {
    await visitor.open(path);
    const { screen, room, page } = await visitor.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      return { screen: innerWidth, room: clientWidth, page: scrollWidth };
    });
    // The window of WebKit's small browser stops a little earlier.
    expect(screen).toBeLessThanOrEqual(browserName === 'webkit' ? 340 : 320);
    expect(page, path).toBeLessThanOrEqual(room);
  }
});

for (const path of ['/help/', '/signs/hotel/']) {
  test(`${path}: nothing that has focus is behind the bar (WCAG 2.2, SC 2.4.11)`, async ({ visitor }) => {
    await visitor.open(path);
    const stops = () => document.querySelectorAll('a[href], button, input, select, summary').length;
    const state = () => {
      const element = document.activeElement;
      const { top, bottom, height } = element.getBoundingClientRect();
      const bar = document.getElementById('bar');
      // At least a line of it; Firefox does not scroll for what is half in view.
      const seen = bottom > 0 && top + Math.min(height, 24) <= bar.getBoundingClientRect().top;
      return { name: element.textContent.slice(0, 40), exit: element.id === 'bar-exit', seen: seen || bar.contains(element) };
    };
    let last;
    for (let stop = await visitor.evaluate(stops); stop > 0 && !last?.exit; stop -= 1) {
      await visitor.press('Tab');
      // Firefox scrolls a moment after it moves focus.
      await expect.poll(async () => (last = await visitor.evaluate(state))).toMatchObject({ seen: true });
    }
    expect(last.exit, 'the way to Exit was walked to its end').toBe(true);
  });
}
