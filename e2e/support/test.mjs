// What every browser test is given: a host, and a person with a browser.
import { test as base } from '@playwright/test';
import { startPlaywright } from './playwright.mjs';
import { VIOLATION, serve } from './server.mjs';
import { DIST, DIST_SUB, SUB_PATH, site } from './site.mjs';
import { startWebKit } from './webkit.mjs';

export { expect } from '@playwright/test';

export const test = base.extend({
  /** Whether the person has dark colours. */
  dark: [false, { option: true }],
  /** The time zone of the person's phone, as the IANA database names it. */
  timeZone: [undefined, { option: true }],
  /** Whether the site stands in a folder of its host. */
  inFolder: [false, { option: true }],
  /** Whether this test breaks something, so that the browser may report errors. */
  breaks: [false, { option: true }],
  /** Whether this test leaves the site by its exit. */
  leaves: [false, { option: true }],

  /** The project's browser. Some settings can only be made at its start: there is one for each that is asked for. */
  engine: [
    async ({ playwright, browserName }, use) => {
      const running = new Map();
      const start = (world) =>
        browserName === 'webkit' ? startWebKit(world) : startPlaywright(playwright[browserName], world);
      await use({
        async open(world) {
          const key = JSON.stringify(world);
          if (!running.has(key)) running.set(key, await start(world));
          return running.get(key).open();
        },
      });
      for (const browser of running.values()) await browser.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  server: async ({ inFolder }, use) => {
    const server = inFolder ? await serve(DIST_SUB, SUB_PATH) : await serve(DIST);
    server.inject(`(${watch})(${JSON.stringify(VIOLATION)})`);
    server.fault('/elsewhere.html', { status: 200, type: 'text/html', body: '<!doctype html><title>Elsewhere</title>' });
    await use(server);
    await server.stop();
  },

  visitor: async ({ engine, server, dark, timeZone, breaks, leaves }, use) => {
    const visitor = withApp(await engine.open({ dark, timeZone }), server);
    await use(visitor);
    // Whatever a test was about: nothing was asked of another host, and nothing is kept.
    const allowed = (url) => url.startsWith(server.origin) || (leaves && url.startsWith(site.exit));
    const foreign = (await visitor.requests()).filter((url) => !allowed(url));
    base.expect.soft(foreign, 'requests to other hosts').toEqual([]);
    base.expect.soft(await visitor.evaluate(kept), 'what the browser keeps').toEqual(NOTHING);
    // Whatever else a test breaks, no page does what its policy forbids. When a page of Firefox is closed, Playwright puts
    // a style of its own into it to take a picture: that is not meant.
    base.expect.soft([...server.violations], 'violations of the policy').toEqual([]);
    if (!breaks) base.expect.soft(await visitor.faults(), 'errors in the browser').toEqual([]);
    await visitor.close();
  },
});

/** What a person does with this app, in words of the app. */
function withApp(visitor, server) {
  const expect = base.expect;
  const app = {
    ...visitor,
    /** Opens a page of the site and waits for the app. */
    async open(path) {
      await visitor.visit(server.url(path));
      await app.started();
    },
    started: () => expect.poll(() => visitor.evaluate(marks), { message: 'the app has started' }).toBe(1),
    /** Waits until the page has that heading, and is complete. */
    arrives: (heading) => expect.poll(() => visitor.evaluate(headings)).toEqual([heading]),
    /** The path below the site's base, with query and fragment. */
    path: async () => (await visitor.url()).slice((server.origin + server.base).length - 1),
    text: () => visitor.evaluate(() => document.body.innerText),
    /** Waits until the page has what needs the app, or has it no more. */
    offersApp: (offered) =>
      expect.poll(() => visitor.evaluate(isOffered), { message: 'parts that need the app are shown' }).toBe(offered),
    mainText: () => visitor.evaluate(() => document.querySelector('main').innerText),
  };
  return app;
}

const marks = () => performance.getEntriesByName('app-interactive').length;
const isOffered = () => document.documentElement.classList.contains('app');
/** The page's own part is busy while the rest of a long page follows its heading. */
const headings = () =>
  [...document.querySelectorAll('main:not([aria-busy]) h1')].map((heading) => heading.textContent);

const NOTHING = { cookie: '', local: [], session: [], databases: [], caches: [] };

/** Runs in the page: all that a site can leave in a browser. */
async function kept() {
  return {
    cookie: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
  };
}

/** Runs in every page before any other script: tells the host of violations, and keeps errors for engines that do not
    report them. */
function watch(violation) {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    // It waits for the answer, so that nothing is lost with the page.
    const request = new XMLHttpRequest();
    request.open('POST', violation, false);
    request.send(`${location.pathname}: ${effectiveDirective} forbids ${blockedURI} ${sample}`);
  });
  window.faultsSeen = [];
  const keep = (text) => window.faultsSeen.push(String(text));
  window.addEventListener('error', (event) => keep(event.message ?? `${event.target.src ?? event.target.href} failed`), true);
  window.addEventListener('unhandledrejection', (event) => keep(event.reason));
  const { error } = console;
  console.error = (...given) => {
    keep(given.join(' '));
    error.apply(console, given);
  };
}
