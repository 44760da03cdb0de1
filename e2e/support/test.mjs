// What every browser test is given: a host, and a person with a browser.
import { test as base } from '@playwright/test';
import { expect } from './expect.mjs';
import { startPlaywright } from './playwright.mjs';
import { release } from './release.mjs';
import { serve } from './server.mjs';
import { DIST, DIST_SUB, SUB_PATH, site } from './site.mjs';
import { WATCH } from './watch.mjs';
import { startWebKit } from './webkit.mjs';

export { expect };

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
  /** Whether the browser can keep an offline copy. Where it can, the site under test is the release named "first". */
  keeps: [false, { option: true }],
  /** Whether the browser keeps pages that are left as they were, for Back and Forward (WebKit always does). */
  keepsPages: [false, { option: true }],

  /** The project's browser. Some settings can only be made at its start: there is one for each that is asked for. */
  engine: [
    async ({ playwright, browserName }, use) => {
      const running = new Map();
      const start = (world) =>
        browserName === 'webkit' ? startWebKit(world) : startPlaywright(playwright[browserName], world);
      await use({
        async open({ timeZone, ...others }) {
          // WebKit reads the time zone when it starts; the others take it with each context.
          const world = browserName === 'webkit' ? { timeZone, ...others } : others;
          const key = JSON.stringify(world);
          if (!running.has(key)) running.set(key, await start(world));
          return running.get(key).open({ timeZone });
        },
      });
      for (const browser of running.values()) await browser.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  server: async ({ inFolder, keeps }, use) => {
    const [dist, base] = inFolder ? [DIST_SUB, SUB_PATH] : [DIST, '/'];
    const server = await serve(keeps ? await release('first', dist, base) : dist, base);
    if (!keeps) server.inject(`${WATCH};(${withoutWorkers})()`);
    server.fault('/elsewhere.html', { status: 200, type: 'text/html', body: '<!doctype html><title>Elsewhere</title>' });
    await use(server);
    await server.stop();
  },

  visitor: async ({ engine, server, dark, timeZone, breaks, leaves, keeps, keepsPages }, use) => {
    const visitor = withApp(await engine.open({ dark, timeZone, keepsPages }), server);
    await use(visitor);
    // Whatever a test was about: nothing was asked of another host, and nothing is kept.
    const allowed = (url) => url.startsWith(server.origin) || (leaves && url.startsWith(site.exit));
    const foreign = (await visitor.requests()).filter((url) => !allowed(url));
    expect.soft(foreign, 'requests to other hosts').toEqual([]);
    const { copies, workers, session, ...rest } = await visitor.evaluate(kept);
    expect.soft(rest, 'what the browser keeps').toEqual(NOTHING);
    // Exit leaves a mark in the tab, without which Back would show the app.
    expect.soft(session.filter((key) => !leaves || key !== 'closed'), 'what the tab keeps').toEqual([]);
    const copy = new RegExp(`^porchlight-\\S+ ${keeps ? copied(server.url('/')) : NEVER}$`);
    expect.soft(copies.filter((entry) => !copy.test(entry)), 'copies that do not belong here').toEqual([]);
    expect.soft(workers.filter((scope) => !keeps || scope !== server.url('/')), 'workers').toEqual([]);
    // Whatever else a test breaks, no page does what its policy forbids. When a page of Firefox is closed, Playwright puts
    // a style of its own into it to take a picture: that is not meant.
    expect.soft([...server.violations], 'violations of the policy').toEqual([]);
    if (!breaks) {
      expect.soft(await visitor.faults(), `errors in the browser\n${server.told()}\n`).toEqual([]);
    }
    await visitor.close();
  },
});

/** Runs in every page where the browser can keep nothing, as in a private window of Firefox. */
function withoutWorkers() {
  delete Navigator.prototype.serviceWorker;
}

/** What a person does with this app, in words of the app. */
function withApp(visitor, server) {
  const app = {
    ...visitor,
    /** Opens a page of the site and waits for the app. */
    async open(path) {
      await visitor.visit(server.url(path));
      await app.started();
    },
    /**
     * Sets out for a page of the site, from one that asks for nothing of the app: a browser that is led there by a test
     * would wait for the end of what never comes.
     */
    async setOut(path) {
      await visitor.visit(server.url('/numbers.html'));
      await visitor.evaluate((url) => void setTimeout(() => location.assign(url)), server.url(path));
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
    openTab: async () => withApp(await visitor.openTab(), server),
    mainText: () => visitor.evaluate(() => document.querySelector('main').innerText),
  };
  return app;
}

const marks = () => performance.getEntriesByName('app-interactive').length;
const isOffered = () => document.documentElement.hasAttribute('data-app');
/** The page's own part is busy while the rest of a long page follows its heading. */
const headings = () =>
  [...document.querySelectorAll('main:not([aria-busy]) h1')].map((heading) => heading.textContent);

const NOTHING = { cookie: '', local: [], databases: [] };

/** What an offline copy holds is the same for everybody: of the pages only two, so it does not tell which were read. */
const copied = (site) => `${site}(help/|[^?#]*[^?#/]|content/\\w+\\.json\\?schema=\\d+)?`;
const NEVER = '(?!)';

/** Runs in the page: all that a site can leave in a browser. */
async function kept() {
  const files = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => `${name} ${url}`);
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  return {
    cookie: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    copies: (await Promise.all((await caches.keys()).map(files))).flat(),
    workers: workers.map(({ scope }) => scope),
  };
}
