// The files of the build themselves, without a browser.
import { expect, test } from '@playwright/test';
import { parse } from 'acorn';
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { DIST, DIST_SUB, SUB_PATH, pages, settingPages, site, ui, words } from '../support/site.mjs';

const UNKNOWN = '/nowhere/';
const fileOf = (address) => (address === UNKNOWN ? '404.html' : `${address.slice(1)}index.html`);
const read = (root, address) => readFileSync(path.join(root, fileOf(address)), 'utf8');

/** The words between tags. */
function textOf(html) {
  const signs = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return html.replaceAll(/<[^>]*>/g, '\n').replaceAll(/&(lt|gt|quot|amp);/g, (sign) => signs[sign]);
}
/** The words in a page's body. */
const wordsOf = (html) => textOf(html.slice(html.indexOf('<body>')));

test('below a folder, every page is the one of the root with other addresses', () => {
  // Whole addresses stand in a build that knows its host.
  const plain = (html) =>
    html
      .replaceAll(/ *<(link rel="canonical"|meta property="og:url") [^>]*>\n/g, '')
      .replaceAll(/(?<=og:image" content=")https?:\/\/[^/]*/g, '');
  for (const { path: address } of pages) {
    const below = plain(read(DIST_SUB, address));
    expect(below.replaceAll(SUB_PATH, '/'), address).toBe(plain(read(DIST, address)));
  }
});

test('the lists of signs are whole', () => {
  for (const address of ['/signs/all/', ...settingPages.map(({ path }) => path)]) {
    const place = address.split('/')[2];
    const own = site.signs.filter(({ settings }) => place === 'all' || settings.includes(place) || settings.includes('any'));
    const html = read(DIST, address);
    const labels = html.match(/<label><input type="checkbox"[^]*?(?=<\/label>)/g);
    expect(labels.map((label) => textOf(label).trim()).sort(), address).toEqual(own.map(({ id }) => words.signs[id]).sort());
  }
});

test('nothing depends on the day on which it is read', () => {
  const live = ['home.next', 'meet.next', 'meet.today', 'meet.tomorrow', 'meet.dates', 'about.age_today', 'about.age_one'];
  const distances = ['meet.in_days', 'about.age'].map((key) => new RegExp(`^${ui(key, { days: '\\d+' })}$`, 'm'));
  for (const address of ['/', '/meetings/', '/about/']) {
    const text = wordsOf(read(DIST, address));
    const lines = text.split('\n');
    for (const key of live) expect(lines, address).not.toContain(ui(key));
    for (const distance of distances) expect(text, address).not.toMatch(distance);
  }
  const meetings = wordsOf(read(DIST, '/meetings/'));
  const { start } = site.meeting;
  for (const part of [ui('meet.usual'), ui('meet.dates_fixed'), ui('meet.zone'), start.replace(/^0/, '')]) {
    expect(meetings).toContain(part);
  }
  expect(meetings.match(new RegExp(`^(${words.weekdays.join('|')}), .*, \\d{4}$`, 'gm')), 'dates with their years').toHaveLength(12);
});

test('the inline script is one that browsers of 2015 can read', () => {
  for (const { path: address } of pages) {
    const scripts = [...read(DIST, address).matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => script);
    expect(scripts, address).toHaveLength(1);
    parse(scripts[0], { ecmaVersion: 5 });
  }
});

/** What the checker says about pages that are right. */
const NOT_WRONG = [
  // It trims a text before it works out its digest, which no browser does; and it reads files, which have no origin that
  // could be 'self'. Whether the policy allows what the page holds is seen in every browser test.
  /^(Inline (style|script)|Resource) violates Content Security Policy \(meta tag\)/,
  // It does not know this property yet, and neither do some browsers: there a field does not grow.
  /^CSS: “field-sizing”: Property “field-sizing” doesn't exist/,
];

test('every page passes the Nu HTML checker', async () => {
  test.skip(
    !process.env.CI && spawnSync('java', ['-version']).error !== undefined,
    'no Java: on Debian it is the package default-jre-headless',
  );
  test.setTimeout(120_000);
  const jar = path.join(path.dirname(createRequire(import.meta.url).resolve('vnu-jar')), 'build/dist/vnu.jar');
  const files = [DIST, DIST_SUB].flatMap((root) => pages.map(({ path: address }) => path.join(root, fileOf(address))));
  const check = promisify(execFile)('java', ['-jar', jar, '--format', 'json', '--exit-zero-always', ...files], {
    maxBuffer: 2 ** 26,
  });
  const { messages } = JSON.parse((await check).stderr);
  const found = messages
    .filter(({ message }) => !NOT_WRONG.some((known) => known.test(message)))
    .map(({ url, message, extract }) => `${new URL(url).pathname}: ${message} ${extract ?? ''}`);
  expect([...new Set(found)].slice(0, 20)).toEqual([]);
});
