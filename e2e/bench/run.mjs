// The benchmark: node bench/run.mjs [--rounds N]
// It measures the built site against a plain page with the same words, in Chromium made as slow as two phones, writes
// docs/bench.md and the block in README.md, and ends with 1 when a goal is missed.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../support/browsers.mjs';
import { DIST, site as content, words } from '../support/site.mjs';
import { CONDITIONS, nameOf } from './conditions.mjs';
import { floorOf } from './floor.mjs';
import { readSite } from './host.mjs';
import { missed, replaceBlock, report, rowsOf, summary, table, warning } from './report.mjs';
import { exitTime, filterTime, glance, load, offlineStart, search, tour, typing } from './visit.mjs';

const REPORT = new URL('../../docs/bench.md', import.meta.url);
const README = new URL('../../README.md', import.meta.url);

/** Routes are changed from one page only, because the page where a visit starts makes no difference to them. */
const PAGES = [
  { path: '/', routes: true, offline: true },
  { path: '/signs/all/', searches: true },
];
/** So many short visits to app and plain page come with each round: what they measure is compared, so it has to be exact. */
const GLANCES = 5;
/** And so many on which routes are changed: a change is so short that one that the computer disturbs looks twice as long. */
const TOURS = 3;
/** A word that few signs hold: the longest of the first one. */
const word = words.signs[content.signs[0].id].match(/\p{L}+/gu).reduce((a, b) => (b.length > a.length ? b : a));

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error(`--rounds: expected a number from 1, found "${values.rounds}"`);

/** App and floor take turns in being first. */
const inTurn = (count) => (count % 2 === 0 ? ['floor', 'app'] : ['app', 'floor']);

const site = readSite(DIST);
const browser = await chromium.launch(chromiumLaunch);
try {
  const floors = new Map();
  for (const { path } of PAGES) {
    const floor = `/plain${path}`;
    site.add(floor, await floorOf(browser, site, path));
    floors.set(path, floor);
  }

  /** What a visit to the app or to its floor needs to know. */
  const visitTo = (who, path, condition) =>
    who === 'app' ? { site, path, condition, app: true } : { site, path: floors.get(path), condition, app: false };

  /** One visit to the app and one to its floor, in the given order. */
  async function round(condition, { path, searches, offline }, order) {
    const visits = {};
    for (const who of order) visits[who] = await load(browser, visitTo(who, path, condition));
    const { app, floor } = visits;
    if (searches) {
      app.search = await search(browser, { site, path, condition, word, all: content.signs.length });
      app.filtering = await filterTime(browser, { site, path, condition, word });
      app.typing = await typing(browser, { site, path, condition, word });
    }
    app.exit = await exitTime(browser, { site, path, condition });
    if (offline) app.offline = await offlineStart(browser, { site, path, condition });
    return { app, floor };
  }

  /** So many visits of another kind, to the app and to its floor in turn. */
  async function several(visit, number, condition, { path }, first) {
    const visits = { app: [], floor: [] };
    for (let count = first; count < first + number; count += 1) {
      for (const who of inTurn(count)) visits[who].push(await visit(browser, visitTo(who, path, condition)));
    }
    return visits;
  }

  const results = [];
  for (const condition of CONDITIONS) {
    const none = () => ({ app: [], floor: [] });
    const measured = PAGES.map((page) => ({ ...page, condition, visits: none(), glances: none(), tours: none() }));
    // The first round warms up what the computer itself keeps, and is not counted. App and floor, and the pages, take
    // turns, so that whatever else the computer does meets all of them; and in being first, since what was opened before
    // leaves the browser at work.
    for (let count = 0; count <= rounds; count += 1) {
      console.log(`${nameOf(condition)}: ${count === 0 ? 'warming up' : `round ${count} of ${rounds}`}`);
      for (const page of measured) {
        const { app, floor } = await round(condition, page, inTurn(count));
        const glances = await several(glance, GLANCES, condition, page, count);
        const tours = page.routes ? await several(tour, TOURS, condition, page, count) : none();
        if (count === 0) continue;
        for (const [kind, found] of Object.entries({ visits: { app: [app], floor: [floor] }, glances, tours })) {
          page[kind].app.push(...found.app);
          page[kind].floor.push(...found.floor);
        }
      }
    }
    for (const page of measured) results.push({ condition, path: page.path, rows: rowsOf(page) });
  }

  for (const { condition, path, rows } of results) console.log(`\n${path} at ${nameOf(condition)}\n\n${table(rows).trimEnd()}`);
  writeFileSync(REPORT, report(results, { chromium: browser.version(), rounds, glances: GLANCES, tours: TOURS }));
  writeFileSync(README, replaceBlock(readFileSync(README, 'utf8'), summary(results)));

  if (warning(results)) console.log(`\n${warning(results)}`);
  const failures = missed(results);
  for (const line of failures) console.log(`goal missed: ${line}`);
  console.log(`${failures.length === 0 ? 'every goal is met' : `${failures.length} goals missed`}; see docs/bench.md`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  await browser.close();
}
