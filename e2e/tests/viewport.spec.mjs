// Screens of every size, text of every size, and a page that is zoomed in: help and Exit are in sight, and cover little.
import { mirror } from '../support/mirrored.mjs';
import { site } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

/** Low screens have one row in place of the bar: 24rem, and the browser's own font makes that 384 px. */
const LOW = 384;
const SIZES = [
  { width: 320, height: 256 },
  { width: 683, height: 330 },
  { width: 844, height: 340 },
  { width: 1280, height: 384 },
  { width: 320, height: 385 },
  { width: 844, height: 390 },
  { width: 320, height: 480 },
  { width: 320, height: 568 },
  { width: 360, height: 640 },
  { width: 390, height: 844 },
  { width: 1280, height: 720 },
];
const LOOKS = ['', '125', '150', '200', 'dark 200'];

/** Runs in the page: what the bar covers of the screen, and what of its parts is seen. */
async function bar(look) {
  document.documentElement.dataset.look = look;
  scrollTo(0, 0);
  const ofBar = (y) => document.elementFromPoint(innerWidth / 2, y)?.closest('#bar');
  let covered = 0;
  while (covered < innerHeight && ofBar(innerHeight - covered - 1)) covered += 1;
  const hits = (element) => {
    const { left, top, width, height } = element.getClientRects()[0];
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  };
  const inView = (id) => {
    const { left, right, top, bottom, height } = document.getElementById(id).getBoundingClientRect();
    return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight && height >= 43.9 && hits(document.getElementById(id));
  };
  const stays = ['bar-call', 'bar-exit'].filter(inView);
  const cut = [...document.querySelectorAll('#bar .btn')].filter((button) => button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1);
  // Whatever does not stay is on the page.
  const gone = [...document.querySelectorAll('#bar-text, .bar-note > *')].filter((part) => {
    part.scrollIntoView();
    return !hits(part);
  });
  const name = ({ textContent }) => textContent;
  return { height: innerHeight, covered, stays, cut: cut.map(name), gone: gone.map(name) };
}

async function expectHelp(visitor, look, low, name) {
  const { height, covered, ...rest } = await visitor.evaluate(bar, look);
  expect.soft(rest, name).toEqual({ stays: ['bar-call', 'bar-exit'], cut: [], gone: [] });
  expect.soft(covered, `${name}: at most 35 % of the screen`).toBeLessThanOrEqual(0.35 * height);
  if (height <= low) expect.soft(covered, `${name}: one row`).toBeLessThanOrEqual(49);
}

for (const size of SIZES) {
  test(`${size.width} × ${size.height}: Call and Exit stay, the rest is on the page, and the bar covers at most 35 %`, async ({ visitor }) => {
    await visitor.resize(size);
    await visitor.open('/help/');
    for (const look of LOOKS) await expectHelp(visitor, look, LOW, `look "${look}"`);
  });
}

test('the same from right to left', async ({ visitor, server }) => {
  mirror(server);
  await visitor.open('/help/');
  for (const size of SIZES) {
    await visitor.resize(size);
    await expectHelp(visitor, '', LOW, `${size.width} × ${size.height}`);
  }
});

test('the same where the browser’s own font is twice as large', { tag: '@chromium' }, async ({ visitor }) => {
  const browser = await visitor.context.newCDPSession(visitor.page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  for (const size of [...SIZES, { width: 390, height: 740 }, { width: 1280, height: 1024 }]) {
    await visitor.resize(size);
    // A page that is resized may stay zoomed in.
    await visitor.open('/help/');
    for (const look of LOOKS) await expectHelp(visitor, look, 2 * LOW, `${size.width} × ${size.height}, look "${look}"`);
  }
});

/** Runs in the page: whether a line of what has focus is seen: the first one, unless it is higher than the screen. */
function seen() {
  const element = document.activeElement;
  const { left, top, bottom, width } = element.getClientRects()[0];
  const start = Math.max(top, 0);
  const line = Math.min(24, Math.min(bottom, innerHeight) - start);
  const at = document.elementFromPoint(Math.max(0, left + Math.min(width / 2, innerWidth - left - 1)), start + line / 2);
  return { name: element.id || element.textContent.slice(0, 40), seen: line > 0 && element.contains(at) };
}

for (const { path, size, look } of [
  { path: '/help/ready/', size: { width: 320, height: 256 }, look: '200' },
  { path: '/help/ready/', size: { width: 683, height: 330 }, look: '' },
  { path: '/signs/hotel/', size: { width: 320, height: 385 }, look: '200' },
  { path: '/about/', size: { width: 683, height: 330 }, look: '150' },
]) {
  test(`${path} at ${size.width} × ${size.height}, look "${look}": nothing that has focus is covered (WCAG 2.2, SC 2.4.11)`, { tag: '@chromium' }, async ({ visitor }) => {
    await visitor.resize(size);
    await visitor.open(path);
    await visitor.evaluate((look) => void (document.documentElement.dataset.look = look), look);
    const stops = await visitor.evaluate(() => document.querySelectorAll('a[href], button, input, select, summary, textarea').length);
    for (let stop = 0; stop < stops; stop += 1) {
      await visitor.press('Tab');
      if (await visitor.evaluate(() => document.activeElement === document.body)) break;
      await expect.poll(() => visitor.evaluate(seen)).toMatchObject({ seen: true });
    }
  });
}

test('a field that is typed in stays in sight when the window gets lower, as by a keyboard', async ({ visitor }) => {
  await visitor.resize({ width: 390, height: 844 });
  await visitor.open('/help/ready/');
  // The page hears of a new size with a frame; of two between frames it hears once.
  const heard = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (const height of [500, 330]) {
    await visitor.resize({ width: 390, height: 844 });
    await expect.poll(() => visitor.evaluate(() => innerHeight)).toBeGreaterThan(height);
    await visitor.evaluate(heard);
    await visitor.evaluate(() => {
      const field = document.querySelectorAll('textarea')[1];
      field.focus();
      field.scrollIntoView({ block: 'end' });
    });
    await visitor.resize({ width: 390, height });
    await expect.poll(() => visitor.evaluate(() => innerHeight)).toBeLessThan(height + 1);
    await expect.poll(() => visitor.evaluate(seen)).toMatchObject({ seen: true });
  }
});

// WebKit and Firefox bring it back themselves.
test('one that was scrolled out of sight stays there', { tag: '@chromium' }, async ({ visitor }) => {
  await visitor.resize({ width: 390, height: 600 });
  await visitor.open('/help/ready/');
  await visitor.evaluate(() => {
    document.querySelector('textarea').focus();
    scrollTo(0, 1e6);
  });
  const before = await visitor.evaluate(() => document.querySelector('textarea').getBoundingClientRect().bottom);
  expect(before).toBeLessThan(0);
  await visitor.resize({ width: 390, height: 540 });
  await visitor.evaluate(() => new Promise(requestAnimationFrame));
  expect(await visitor.evaluate(() => document.querySelector('textarea').getBoundingClientRect().bottom)).toBeLessThan(0);
});

test('browsers that can make the page smaller when a keyboard comes up are asked to', async ({ visitor }) => {
  await visitor.open('/');
  expect(await visitor.evaluate(() => document.querySelector('[name=viewport]').content)).toContain('interactive-widget=resizes-content');
});

/** Runs in the page: Exit as it is seen, in pixels of the screen: where, how large, and whether a tap there meets it. */
function exitSeen() {
  const exit = document.getElementById('bar-exit');
  const { left, top, right, bottom } = exit.getBoundingClientRect();
  const { offsetLeft, offsetTop, width, height, scale } = visualViewport;
  const met = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return {
    scale: Math.round(scale * 100) / 100,
    fromLeft: Math.round((left - offsetLeft) * scale),
    fromRight: Math.round((offsetLeft + width - right) * scale),
    fromBottom: Math.round((offsetTop + height - bottom) * scale),
    width: Math.round((right - left) * scale),
    height: Math.round((bottom - top) * scale),
    met: exit.contains(met),
    style: exit.hasAttribute('style'),
  };
}

/** Exit stands in the corner, as large as it was. */
async function expectInCorner(visitor, before, scale, side) {
  await expect.poll(() => visitor.evaluate(exitSeen)).toMatchObject({ scale, [side]: 8, fromBottom: 8, met: true });
  const { width, height } = await visitor.evaluate(exitSeen);
  expect(Math.abs(width - before.width) + Math.abs(height - before.height)).toBeLessThanOrEqual(1);
}

for (const { name, isRtl, size } of [
  { name: 'a phone', size: { width: 390, height: 844 } },
  { name: 'a phone on its side', size: { width: 683, height: 330 } },
  { name: 'from right to left', isRtl: true, size: { width: 390, height: 844 } },
]) {
  test(`${name}, zoomed in by two fingers: Exit stays in the corner, and goes back`, { tag: '@chromium' }, async ({ visitor, server }) => {
    if (isRtl) mirror(server);
    const side = isRtl ? 'fromLeft' : 'fromRight';
    await visitor.resize(size);
    await visitor.open('/help/');
    const before = await visitor.evaluate(exitSeen);
    expect(before).toMatchObject({ scale: 1, style: false });
    const browser = await visitor.context.newCDPSession(visitor.page);
    await browser.send('Input.synthesizePinchGesture', { x: 150, y: 150, scaleFactor: 2.5, relativeSpeed: 8000 });
    await expectInCorner(visitor, before, 2.5, side);
    for (const { xDistance = 0, yDistance = 0 } of [{ yDistance: -200 }, { xDistance: -200 }, { yDistance: -2000 }, { xDistance: 300, yDistance: 300 }]) {
      await browser.send('Input.synthesizeScrollGesture', { x: 60, y: 60, xDistance, yDistance, speed: 8000 });
      await expectInCorner(visitor, before, 2.5, side);
    }
    for (const pageScaleFactor of [1.5, 4]) {
      await browser.send('Emulation.setPageScaleFactor', { pageScaleFactor });
      await expectInCorner(visitor, before, pageScaleFactor, side);
    }
    // The app goes on to another page, and the bar stays.
    await visitor.evaluate(() => document.querySelector('nav a[href="/learn/"], nav a[href$="/learn/"]').click());
    await expect.poll(() => visitor.evaluate(() => location.pathname)).toContain('/learn/');
    await expectInCorner(visitor, before, 4, side);
    await browser.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
    await visitor.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => visitor.evaluate(exitSeen)).toEqual(before);
  });
}

/** The other drivers cannot zoom: what the browser would say of it is played. */
const PLAYED = [
  { scale: 2.5, offsetLeft: 0, offsetTop: 0 },
  { scale: 2.5, offsetLeft: 100, offsetTop: 300 },
  { scale: 5, offsetLeft: 7.5, offsetTop: 200.25 },
  { scale: 1.2, offsetLeft: 60, offsetTop: 0 },
];
for (const dir of ['ltr', 'rtl']) {
  test(`zoomed in, as the browser says it, ${dir}: Exit is inside what is seen, and goes back`, async ({ visitor, server }) => {
    const played = () => {
      const view = Object.assign(new EventTarget(), { scale: 1, offsetLeft: 0, offsetTop: 0, width: 0, height: 0 });
      Object.defineProperty(window, 'visualViewport', { value: view });
      window.zoom = (given) => {
        Object.assign(view, given, { width: innerWidth / given.scale, height: innerHeight / given.scale });
        for (const type of ['resize', 'scroll']) view.dispatchEvent(new Event(type));
      };
    };
    server.inject(`(${played})()`);
    await visitor.open('/help/');
    await visitor.evaluate((dir) => void (document.documentElement.dir = dir), dir);
    const zoom = (about) => visitor.evaluate((about) => window.zoom(about), about);
    await zoom({ scale: 1, offsetLeft: 0, offsetTop: 0 });
    const before = await visitor.evaluate(exitSeen);
    for (const about of PLAYED) {
      await zoom(about);
      await expectInCorner(visitor, before, about.scale, dir === 'rtl' ? 'fromLeft' : 'fromRight');
    }
    for (const scale of [1.000001, 0.8]) {
      await zoom({ scale, offsetLeft: 0, offsetTop: 0 });
      expect(await visitor.evaluate(() => document.getElementById('bar-exit').hasAttribute('style'))).toBe(false);
    }
  });
}

test.describe('Exit', () => {
  test.use({ leaves: true });

  test('answers a tap where it is seen in a page that is zoomed in', { tag: '@chromium' }, async ({ visitor }) => {
    await visitor.open('/help/');
    await visitor.standIn(site.exit);
    const browser = await visitor.context.newCDPSession(visitor.page);
    await browser.send('Input.synthesizePinchGesture', { x: 150, y: 150, scaleFactor: 2.5, relativeSpeed: 8000 });
    await expect.poll(() => visitor.evaluate(exitSeen)).toMatchObject({ scale: 2.5, fromBottom: 8 });
    const middle = () => {
      const { left, top, width, height } = document.getElementById('bar-exit').getBoundingClientRect();
      return { x: Math.round(left + width / 2 - visualViewport.offsetLeft), y: Math.round(top + height / 2 - visualViewport.offsetTop) };
    };
    const { x, y } = await visitor.evaluate(middle);
    await visitor.page.touchscreen.tap(x, y);
    await expect.poll(() => visitor.title()).toBe('Elsewhere');
  });
});
