// Random sequences of what can happen to an app between a server that is not always there and a phone that is used. After
// every step the rule must hold in every tab.
import fc from 'fast-check';
import { isSaved, saved, settled, shown, start } from './copy.mjs';
import { release } from './release.mjs';
import { expectRule, loads } from './rule.mjs';
import { expect } from './test.mjs';

const RELEASES = ['first', 'second', 'third'];
/** Addresses of the site. Any other may be another site's, and shows what the network says as long as it says anything. */
const PATHS = ['/', '/help/', '/signs/', '/signs/hotel/', '/meetings/', '/learn/numbers/', '/about/'];
const FILES = [/\.html$|\/$/, /\.json$/, /\.js$/, /\.wasm$/, /sw\.js$/, /^/];
const TABS = 3;

/** A world after a first visit that has saved the copy. Where the copy has been thrown away, only the network can serve. */
async function begin(server, visitor) {
  await visitor.visit(server.url('/'));
  await saved(visitor);
  return { server, tabs: [visitor], online: true, broken: false, released: 'first', evicted: false };
}

const last = ({ tabs }) => tabs.at(-1);

/** Each step: whether it makes sense in a world, and how it is done. Those that load a page tell in which tab. */
const STEPS = {
  deploy: {
    given: { name: fc.constantFrom(...RELEASES) },
    async run(world, { name }) {
      world.server.publish(await release(name));
      world.released = name;
    },
  },
  offline: {
    makesSense: ({ online }) => online,
    async run(world) {
      await world.server.stop();
      world.online = false;
    },
  },
  online: {
    makesSense: ({ online }) => !online,
    async run(world) {
      await world.server.restart();
      world.online = true;
    },
  },
  cut: {
    given: { file: fc.constantFrom(...FILES), bytes: fc.constantFrom(0, 1, 1000, true) },
    makesSense: ({ evicted }) => !evicted,
    run: (world, { file, bytes }) => breaks(world, () => world.server.fault(file, { cut: bytes })),
  },
  another: {
    given: { file: fc.constantFrom(...FILES), status: fc.constantFrom(200, 404, 500) },
    makesSense: ({ evicted }) => !evicted,
    run: (world, { file, status }) =>
      breaks(world, () => world.server.fault(file, { status, type: 'text/html', body: '<title>Another page</title>' })),
  },
  drip: {
    given: { file: fc.constantFrom(/\.json$/, /\.html$|\/$/) },
    makesSense: ({ evicted }) => !evicted,
    run: (world, { file }) => breaks(world, () => world.server.fault(file, { drip: true })),
  },
  portal: {
    given: { redirects: fc.boolean() },
    makesSense: ({ evicted }) => !evicted,
    run: (world, given) => breaks(world, () => world.server.portal(given)),
  },
  mend: {
    makesSense: (world) => world.broken,
    async run(world) {
      world.server.mend();
      world.broken = false;
    },
  },
  visit: {
    given: { path: fc.constantFrom(...PATHS) },
    async run(world, { path }) {
      await last(world).visit(world.server.url(path));
      return last(world);
    },
  },
  reload: {
    async run(world) {
      await last(world).reload();
      return last(world);
    },
  },
  restart: {
    given: { path: fc.constantFrom(...PATHS) },
    makesSense: ({ tabs }) => tabs.length === 1,
    async run(world, { path }) {
      await start(last(world), world.server, path);
      return last(world);
    },
  },
  openTab: {
    given: { path: fc.constantFrom(...PATHS) },
    makesSense: ({ tabs }) => tabs.length < TABS,
    async run(world, { path }) {
      const tab = await last(world).openTab();
      world.tabs.push(tab);
      await tab.visit(world.server.url(path));
      return tab;
    },
  },
  closeTab: {
    makesSense: ({ tabs }) => tabs.length > 1,
    run: async (world) => void (await world.tabs.pop().closeTab()),
  },
  evict: {
    makesSense: (world) => !world.broken,
    async run(world) {
      const evict = async () => void (await Promise.all((await caches.keys()).map((name) => caches.delete(name))));
      await last(world).evaluate(evict);
      world.evicted = true;
    },
  },
};

function breaks(world, breakIt) {
  breakIt();
  world.broken = true;
}

/** How sequences are drawn. They are longer than they need be: not every step makes sense where it comes. */
export function sequences(length) {
  const steps = Object.entries(STEPS).map(([step, { given }]) => fc.record({ step: fc.constant(step), ...given }));
  return fc.array(fc.oneof(...steps), { minLength: 3 * length, maxLength: 3 * length });
}

/**
 * Does as many steps of a sequence as `length` says, leaving out those that make no sense, and checks the rule after each. In
 * the end all is mended, and the app must be whole. `tell` is told which step comes next.
 *
 * @returns {Promise<number>} how many steps were done
 */
export async function play(server, visitor, sequence, length, tell) {
  const world = await begin(server, visitor);
  let counts = await countLoads(world);
  let done = 0;
  for (const [index, { step, ...given }] of sequence.entries()) {
    const { makesSense = () => true, run } = STEPS[step];
    if (done === length) break;
    if (!makesSense(world)) continue;
    done += 1;
    const message = `after step ${index}, ${step} ${JSON.stringify(given)}`;
    tell(message);
    const loaded = await run(world, given);
    for (const tab of world.tabs) await expectRule(tab, message);
    const now = await countLoads(world);
    for (const [tab, count] of now) {
      // A page is loaded when the person does it, and then at most once more.
      const most = tab === loaded ? 2 : 0;
      if (counts.has(tab)) expect(count - counts.get(tab), `pages loaded ${message}`).toBeLessThanOrEqual(most);
    }
    counts = now;
    if (loaded && world.online && !world.broken && world.evicted) {
      // Now the copy is saved again; at a later visit, if it must be another release's and the browser has just looked for one.
      world.evicted = await settled(loaded).then(
        () => false,
        () => true,
      );
    }
  }
  await expectWhole(world);
  return done;
}

/** One tab after another: the driver of WebKit has one window at a time, and asked for two at once it may answer for the other. */
async function countLoads({ tabs }) {
  const counts = new Map();
  for (const tab of tabs) counts.set(tab, await loads(tab));
  return counts;
}

/** All is mended: after a few starts the app is of the release that is published, and saved. */
async function expectWhole(world) {
  const { server, tabs, released } = world;
  server.mend();
  if (!world.online) await server.restart();
  while (tabs.length > 1) await tabs.pop().closeTab();
  const [tab] = tabs;
  let starts = 0;
  const message = `${released} is in use and saved once all is mended`;
  const startAgain = async () => {
    starts += 1;
    await start(tab, server);
    await expect.poll(async () => [await shown(tab), await isSaved(tab)], { message, timeout: 4_000 }).toEqual([released, true]);
  };
  await expect(startAgain).toPass({ timeout: 60_000 });
  expect(starts, 'starts until then').toBeLessThanOrEqual(4);
  await expectRule(tab);
}
