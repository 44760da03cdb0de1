// One cold visit: a browser with nothing kept, on a throttled phone.
import { devices } from '@playwright/test';
import { throttle } from './conditions.mjs';
import { probe } from './probe.mjs';

/** A visit is over when nothing was asked or answered for so long, in ms. Long tasks are counted until then. */
const QUIET = 1000;

/** Opens a page and leaves it to the work, which is given the page, its traffic and its host. */
async function open(browser, { site, path, condition, app }, work) {
  const host = await site.host();
  const context = await browser.newContext(devices['Pixel 7']);
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await throttle(cdp, condition);
    await page.addInitScript(probe, { app });
    const traffic = watch(cdp);
    await page.goto(host.origin + path, { waitUntil: 'commit' });
    return await work(page, traffic, host);
  } finally {
    await context.close();
    await host.stop();
  }
}

/** Waits until the visit is over. */
async function over(page, traffic) {
  await page.evaluate(() => window.bench.complete);
  await traffic.quiet();
}

/** A first visit that ends when the call link can be tapped: when that was, and when there was something to see. */
export async function glance(browser, visit) {
  return open(browser, visit, (page) => page.evaluate(() => window.bench.glance()));
}

/** A first visit that does nothing but wait. */
export async function load(browser, visit) {
  return open(browser, visit, async (page, traffic, { sent }) => {
    await over(page, traffic);
    const { tasks, ...times } = await page.evaluate(() => window.bench.results());
    return {
      ...times,
      bytes: sum(sent),
      wasm: sum(sent.filter(({ file }) => file.endsWith('.wasm'))),
      requests: sent.length,
      tasks: tasks.length,
      blocking: blockingTime(tasks, times.paint),
    };
  });
}

/** A first visit; once it is over, every link of the navigation is tapped: where each leads, and how long it took, in ms. */
export async function tour(browser, visit) {
  return open(browser, visit, async (page, traffic) => {
    await over(page, traffic);
    if (!visit.app) await page.evaluate(answerTaps);
    return routeChanges(page);
  });
}

/** A first visit on which a word is put into the search as soon as its field is there. */
export async function search(browser, visit) {
  return open(browser, { ...visit, app: true }, async (page) => {
    await focusSearch(page);
    await page.keyboard.insertText(visit.word);
    return page.evaluate((all) => window.bench.filtered(all), visit.all);
  });
}

/** A first visit on which someone types that word meanwhile: by how much tasks were too long, in ms. */
export async function typing(browser, visit) {
  return open(browser, { ...visit, app: true }, async (page, traffic) => {
    await focusSearch(page);
    await page.keyboard.type(visit.word, { delay: 100 });
    await over(page, traffic);
    return blockingTime((await page.evaluate(() => window.bench.results())).tasks, 0);
  });
}

async function focusSearch(page) {
  await page.evaluate(() => window.bench.field());
  await page.evaluate(() => document.querySelector('input[type=search]').focus());
}

/** Once the app has taken over, the first word for the search: how long the app works on it, in ms. */
export async function filterTime(browser, visit) {
  return open(browser, { ...visit, app: true }, async (page, traffic) => {
    await over(page, traffic);
    await tap(page, 'input[type=search]');
    const time = page.evaluate(() => window.bench.filtering());
    await page.evaluate(() => window.bench.idle());
    await page.keyboard.insertText(visit.word);
    return time;
  });
}

/** Exit, once the app has taken over: how long until the blank page is painted, in ms. */
export async function exitTime(browser, visit) {
  return open(browser, { ...visit, app: true }, async (page, traffic) => {
    await over(page, traffic);
    await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { get: () => false }) && null);
    await page.evaluate(() => window.bench.warmUp());
    const time = page.evaluate(() => window.bench.exit());
    await tap(page, '#bar-exit');
    return time;
  });
}

/** A later start with the host gone: how long until the copy that a first visit has saved is painted, in ms. */
export async function offlineStart(browser, visit) {
  return open(browser, { ...visit, app: true }, async (page, traffic, host) => {
    await page.evaluate(() => window.bench.complete);
    // The worker is only active once everything is kept.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await host.stop();
    await page.goto('about:blank');
    await page.goto(host.origin + visit.path, { waitUntil: 'commit' });
    await page.evaluate(() => window.bench.complete);
    return (await page.evaluate(() => window.bench.results())).paint;
  });
}

/** Runs in the plain page: the least that an answer to a tap can be. */
function answerTaps() {
  addEventListener('click', (event) => {
    event.preventDefault();
    document.querySelector('h1').textContent = event.target.textContent;
  });
}

async function routeChanges(page) {
  // Links that call or leave the site hold a colon; the page's own link leads nowhere else.
  const own = 'nav a:not([href*=":"], [aria-current])';
  const targets = await page.evaluate(
    (selector) => Array.from(document.querySelectorAll(selector), (link) => link.getAttribute('href')),
    own,
  );
  await page.evaluate(() => window.bench.warmUp());
  const times = [];
  for (const to of targets) {
    await page.evaluate(() => window.bench.idle());
    const change = page.evaluate(() => window.bench.routeChange());
    await tap(page, `nav a[href="${to}"]`);
    times.push({ to, time: await change });
  }
  return times;
}

/**
 * A finger at a place. Nothing here may be looked for with a locator: with the first one the driver puts its own listeners
 * for everything that a pointer does into the page, and each tap would wait for them too.
 */
async function tap(page, selector) {
  const [x, y] = await page.evaluate((selector) => {
    const { left, top, width, height } = document.querySelector(selector).getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  }, selector);
  await page.evaluate(() => window.bench.idle());
  await page.touchscreen.tap(x, y);
}

/**
 * Total blocking time (https://web.dev/articles/tbt) in ms: by how much tasks were longer than 50 ms. What was before
 * the first contentful paint blocks nothing that could be tapped.
 */
export function blockingTime(tasks, paint) {
  const over = ({ start, duration }) => start + duration - Math.max(start, paint) - 50;
  return tasks.map(over).reduce((total, time) => total + Math.max(0, time), 0);
}

const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);

/** Follows what the page asks for. */
function watch(cdp) {
  const underWay = new Set();
  let changed = () => {};
  cdp.on('Network.requestWillBeSent', ({ requestId }) => changed(underWay.add(requestId)));
  for (const end of ['Network.loadingFinished', 'Network.loadingFailed']) {
    cdp.on(end, ({ requestId }) => changed(underWay.delete(requestId)));
  }
  return {
    /** Waits until everything asked for has arrived, and nothing more is asked for. */
    quiet: () =>
      new Promise((resolve) => {
        let timer;
        changed = () => {
          clearTimeout(timer);
          if (underWay.size === 0) timer = setTimeout(resolve, QUIET);
        };
        changed();
      }),
  };
}
