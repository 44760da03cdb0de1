// Moving about: links are followed without loading a page, and the browser's own ways still work.
import { articlePages, mainPages, site, ui, words } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

const page = (path) => mainPages.find((page) => page.path === path);
const inNavigation = mainPages.filter(({ nav }) => nav);
const about = page('/about/');
const help = page('/help/');

const focused = () => document.activeElement.tagName;
const down = () => Math.round(scrollY);
const markDocument = () => void (window.sameDocument = true);
const sameDocument = () => window.sameDocument === true;
/** Whether the page of a link is still being put there; then it goes to its top. */
const busy = () => document.querySelector('main').ariaBusy === 'true';
const goTo = (y) => scrollTo(0, y);
const lowest = () => document.documentElement.scrollHeight - innerHeight;

test('a link shows its page without loading one', async ({ visitor }) => {
  await visitor.open('/');
  await visitor.evaluate(markDocument);
  for (const { path, heading, title, nav } of inNavigation) {
    await visitor.click('link', ui(nav));
    await visitor.arrives(heading);
    expect(await visitor.title()).toBe(title);
    expect(await visitor.path()).toBe(path);
    await expect.poll(() => visitor.evaluate(focused)).toBe('H1');
    await expect.poll(() => visitor.evaluate(down)).toBe(0);
  }
  expect(await visitor.evaluate(sameDocument)).toBe(true);
});

test('Back and Forward bring back page, title and place', async ({ visitor }) => {
  await visitor.open(help.path);
  await visitor.evaluate(markDocument);
  await visitor.evaluate(goTo, await visitor.evaluate(lowest));
  await visitor.click('link', ui('nav.about'));
  await visitor.arrives(about.heading);
  await expect.poll(() => visitor.evaluate(down)).toBe(0);

  await visitor.back();
  await visitor.arrives(help.heading);
  expect(await visitor.title()).toBe(help.title);
  await expect.poll(() => visitor.evaluate(() => scrollY > 1000)).toBe(true);

  await visitor.forward();
  await visitor.arrives(about.heading);
  expect(await visitor.title()).toBe(about.title);
  await expect.poll(() => visitor.evaluate(down)).toBe(0);
  expect(await visitor.evaluate(sameDocument)).toBe(true);
});

test('the heading of a new page has the focus before anything else of the page is there', async ({ visitor }) => {
  await visitor.open('/');
  await visitor.evaluate(() => {
    document.addEventListener('focusin', ({ target }) => {
      if (target.localName === 'h1') window.atFocus = document.querySelector('main').innerText.trim();
    });
  });
  await visitor.click('link', ui('nav.help'));
  await expect.poll(() => visitor.evaluate(() => window.atFocus)).toBe(help.heading);
});

test('what belongs to a page that is left is let go of once the new heading is seen', async ({ visitor }) => {
  await visitor.open(help.path);
  await visitor.evaluate(() => {
    window.released = 0;
    const { removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.removeEventListener = function (...given) {
      window.released += 1;
      return removeEventListener.apply(this, given);
    };
    const beforeFrame = () => (window.atFrame = [window.released, document.querySelector('h1').textContent]);
    addEventListener('click', () => requestAnimationFrame(beforeFrame), { capture: true, once: true });
  });
  await visitor.click('link', ui('nav.signs'));
  await expect.poll(() => visitor.evaluate(() => window.released)).toBeGreaterThan(0);
  expect(await visitor.evaluate(() => window.atFrame)).toEqual([0, page('/signs/').heading]);
});

for (const [way, from] of [
  ['opened from outside', help.path],
  ['reached by a link', '/'],
]) {
  test(`a reload keeps the page and the place on it: ${way}`, async ({ visitor }) => {
    await visitor.open(from);
    if (from !== help.path) await visitor.click('link', ui('nav.help'));
    await visitor.arrives(help.heading);
    await expect.poll(() => visitor.evaluate(busy)).toBe(false);
    await visitor.evaluate(goTo, 900);
    await expect.poll(() => visitor.evaluate(down)).toBe(900);
    await visitor.reload();
    await visitor.started();
    await visitor.arrives(help.heading);
    await expect.poll(() => visitor.evaluate(down)).toBe(900);
  });
}

test('Back from another site, or after a reload, still knows the way', async ({ visitor }) => {
  await visitor.open('/');
  await visitor.click('link', ui('nav.learn'));
  await visitor.arrives(ui('learn.title'));
  await visitor.reload();
  await visitor.started();
  await visitor.back();
  await visitor.arrives(page('/').heading);
  expect(await visitor.title()).toBe(ui('brand'));
});

test('an address with a fragment leads to its place', async ({ visitor }) => {
  await visitor.open('/help/#oregon');
  await visitor.arrives(help.heading);
  const top = () => document.getElementById('oregon').getBoundingClientRect().top;
  await expect.poll(() => visitor.evaluate(top)).toBeLessThan(200);
  expect(await visitor.evaluate(top)).toBeGreaterThanOrEqual(0);
});

test('a link within the page stays on it', async ({ visitor }) => {
  await visitor.open('/signs/hotel/');
  await visitor.evaluate(markDocument);
  const sign = site.signs.find(({ settings }) => settings.includes('hotel'));
  await visitor.click('checkbox', words.signs[sign.id]);
  await visitor.click('link', ui('signs.ticked_one'));
  // Neither address nor history says that something was noticed.
  expect(await visitor.path()).toBe('/signs/hotel/');
  const inView = () => document.getElementById('noticed').getBoundingClientRect().top < innerHeight;
  await expect.poll(() => visitor.evaluate(inView)).toBe(true);
  await visitor.arrives(words.settings.hotel.title);
  expect(await visitor.evaluate(sameDocument)).toBe(true);
  expect(await visitor.count('link', ui('signs.ticked_one')), 'still ticked').toBe(1);
});

test('an article leads to the next one', async ({ visitor }) => {
  const [first, second] = articlePages;
  await visitor.open(first.path);
  const { title, lead } = words.articles[site.articles[1].id];
  await visitor.click('link', `${title} ${lead}`);
  await visitor.arrives(second.heading);
  expect(await visitor.path()).toBe(second.path);
});

for (const inFolder of [false, true]) {
  test.describe(inFolder ? 'in a folder' : 'at the root', () => {
    test.use({ inFolder });

    test('the keyboard meets the way to the text first, then the bar', async ({ visitor }) => {
      await visitor.open('/help/');
      const focused = () => document.activeElement.textContent;
      const inside = (selector) => document.activeElement.closest(selector) !== null;
      await visitor.press('Tab');
      await expect.poll(() => visitor.evaluate(focused)).toBe(ui('skip.content'));
      await visitor.press('Tab');
      await expect.poll(() => visitor.evaluate(inside, '#bar')).toBe(true);
    });

    test(`"${ui('skip.content')}" works with the keyboard`, async ({ visitor }) => {
      await visitor.open('/help/');
      const inside = () => document.activeElement.closest('#main') !== null;
      await visitor.press('Tab');
      await visitor.press('Enter');
      await expect.poll(() => visitor.evaluate(inside)).toBe(true);
      // With a <base>, a bare fragment is an address below the base: the first page.
      expect((await visitor.path()).split('#')[0]).toBe('/help/');
      await visitor.arrives(help.heading);
      await visitor.press('Tab');
      await expect.poll(() => visitor.evaluate(inside)).toBe(true);
    });
  });
}

/** Runs in the page: taps links so fast that the page of the first is not there yet. */
const tapAtOnce = (paths) => {
  for (const path of paths) document.querySelector(`nav a[href$="${path}"], footer a[href$="${path}"]`).click();
};
const elements = () => document.querySelectorAll('main *').length;

for (const [name, paths] of [
  ['the same link twice', ['/help/', '/help/']],
  ['one link and then another', ['/about/', '/help/']],
  ['a link, another, and the first again', ['/help/', '/about/', '/help/']],
]) {
  test(`${name}, at once: the page that was asked for last comes whole`, async ({ visitor }) => {
    await visitor.open('/help/');
    const whole = await visitor.evaluate(elements);
    await visitor.open('/');
    await visitor.evaluate(tapAtOnce, paths);
    await visitor.arrives(help.heading);
    // What is folded is made when it is opened.
    const folded = await visitor.evaluate(() => document.querySelectorAll('main details').length);
    expect(folded).toBeGreaterThan(20);
    await visitor.evaluate(() => document.querySelectorAll('main summary').forEach((summary) => summary.click()));
    expect(await visitor.evaluate(elements)).toBe(whole);
    await expect.poll(() => visitor.evaluate(focused)).toBe('H1');
  });
}

for (const [name, refuse] of [
  ['with an error', () => (History.prototype.pushState = () => { throw new DOMException('too often', 'SecurityError'); })],
  ['without a word', () => (History.prototype.pushState = () => {})],
]) {
  test(`a browser refuses an entry in the history ${name}: address and page stay together`, async ({ visitor }) => {
    await visitor.open('/');
    await visitor.evaluate(refuse);
    await visitor.click('link', ui('nav.help'));
    await visitor.arrives(help.heading);
    expect(await visitor.path()).toBe('/help/');
  });

  test(`a browser refuses an entry in the history ${name}: a guided flow goes on`, async ({ visitor }) => {
    await visitor.open('/signs/me/');
    await visitor.evaluate(refuse);
    const step = () => document.querySelector('.step:not(.later) h2').textContent;
    const first = await visitor.evaluate(step);
    await visitor.evaluate(() => document.querySelector('.step:not(.later) .choices button').click());
    await expect.poll(() => visitor.evaluate(step)).not.toBe(first);
  });
}
