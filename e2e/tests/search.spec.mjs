// The search of the signs answers with the page: before the app, without it, and where the app knows no better.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { QUERIES } from '../support/queries.mjs';
import { SEARCH, count, listed, visibleSigns } from '../support/signs.mjs';
import { site, ui, words } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

const WASM = /\.wasm$/;
const text = (sign) => words.signs[sign.id];
const all = site.signs.map(text).sort();

/** Marks that people type or paste for an apostrophe (tests/queries/mod.rs has more). */
const APOSTROPHES = ["'", '’', '‘', '`', '´', 'ʼ', 'ʻ', '′', '＇', '\u0092'];

/** The signs with a word that begins so, in the order of the alphabet. */
const beginning = (letters) => all.filter((text) => new RegExp(`\\b${letters}`, 'i').test(text));

/** Types over what is there. */
async function search(visitor, typed) {
  await visitor.evaluate(() => void document.getElementById('search').select());
  await visitor.type('searchbox', SEARCH, typed);
}

/** The page of all signs while the app is on its way, and what lets that come. */
async function openEarly(visitor, server) {
  const letGo = server.hold(WASM);
  await visitor.visit(server.url('/signs/all/'));
  return letGo;
}

/** Runs in the page. */
const emptyHeadings = () =>
  [...document.querySelectorAll('main section > .signs')]
    .filter((list) => list.checkVisibility() && ![...list.children].some((row) => row.checkVisibility()))
    .map((list) => list.parentNode.querySelector('h2').textContent);

test('before the app: each word begins a word of the sign, whatever its case and accents, and the count is told', async ({ visitor, server }) => {
  const letGo = await openEarly(visitor, server);
  const both = beginning('boss').filter((text) => beginning('pass').includes(text));
  for (const [typed, expected] of [
    ['passp', beginning('passp')],
    ['PÁSSPORT', beginning('passport')],
    ['my boss has the pass', both],
    // All apostrophes are one, in the words typed and in those of the page; what one leaves over is no word.
    ...APOSTROPHES.map((apostrophe) => [`boss${apostrophe}s`, beginning('boss’s')]),
    ['the boss s', beginning('boss')],
    ['passport t', beginning('passport')],
    ['“passport” 😢', beginning('passport')],
    ['pass\u00adport', beginning('passport')],
    ['Ｐassport', []],
    ['i5', beginning('i-5')],
    ['they can t', beginning('they').filter((text) => beginning('can').includes(text))],
    ['t', beginning('t')],
    ['xyzzy', []],
    ['  ', all],
  ]) {
    await search(visitor, typed);
    expect(await visibleSigns(visitor), typed).toEqual(expected);
    expect(await count(visitor), typed).toBe(listed(expected.length));
    expect(await visitor.evaluate(emptyHeadings), 'headings without a sign').toEqual([]);
  }
  letGo();
  await visitor.started();
});

test.describe('while the list is still coming', () => {
  // What has not come by the end of the test is broken off. Only Chromium's driver lets a test act before the whole page is there.
  test.use({ breaks: true });

  test('what comes later is filtered too', { tag: '@chromium' }, async ({ visitor, server }) => {
    server.hold(WASM);
    const sendRest = server.stall('/signs/all/', beginning('passport').at(-1));
    await visitor.setOut('/signs/all/');
    await visitor.sees('searchbox', SEARCH);
    await visitor.type('searchbox', SEARCH, 'passport');
    sendRest();
    await expect.poll(() => visibleSigns(visitor)).toEqual(beginning('passport'));
    expect(await count(visitor)).toBe(listed(beginning('passport').length));
  });
});

test('the app takes over what was typed, and keeps words, focus, ticks and scroll', async ({ visitor, server }) => {
  const letGo = await openEarly(visitor, server);
  await search(visitor, 'passport');
  const early = await visibleSigns(visitor);
  await visitor.click('checkbox', early[0]);
  const field = () => void document.getElementById('search').focus({ preventScroll: true });
  await visitor.evaluate(field);
  const state = () => ({
    typed: document.getElementById('search').value,
    focus: document.activeElement.id,
    ticked: [...document.querySelectorAll('input:checked')].filter((box) => box.checkVisibility()).map((box) => box.labels[0].textContent),
    scroll: Math.round(scrollY),
  });
  const before = await visitor.evaluate(state);
  expect(before).toMatchObject({ typed: 'passport', focus: 'search', ticked: [early[0]] });
  letGo();
  await visitor.started();
  expect(await visitor.evaluate(state)).toEqual(before);
  const found = await visibleSigns(visitor);
  expect(found).toEqual(expect.arrayContaining(early));
  expect(await count(visitor)).toBe(listed(found.length));
});

test('where the app finds nothing, or a translator has changed the words, the early answer stays', async ({ visitor }) => {
  await visitor.open('/signs/all/');
  // As page translators do: other words, and elements round them.
  const translate = () => {
    for (const element of document.querySelectorAll('h1, .signs label')) {
      const text = [...element.childNodes].find(({ data }) => data);
      const inner = document.createElement('font');
      inner.textContent = text.data.replace(/passport/gi, 'pasaporte');
      if (element.localName === 'h1') inner.textContent = 'Todas las señales';
      const outer = document.createElement('font');
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  await visitor.evaluate(translate);
  const expected = beginning('passport').map((text) => text.replace(/passport/gi, 'pasaporte')).sort();
  for (const typed of ['pasaporte', 'pasáporte']) {
    await search(visitor, typed);
    await expect.poll(() => visibleSigns(visitor)).toEqual(expected);
    expect(await count(visitor)).toBe(listed(expected.length));
  }
  await visitor.click('button', ui('signs.reset'));
  await expect.poll(async () => (await visibleSigns(visitor)).length).toBe(site.signs.length);
  expect(await count(visitor)).toBe(listed(site.signs.length));
});

test.describe('once the app has broken', () => {
  test.use({ breaks: true });

  test('the field answers all the same', async ({ visitor, server }) => {
    server.inject(`window.breakApp = () => { document.createElement = () => { throw new Error('broken on purpose') } }`);
    await visitor.open('/signs/all/');
    await search(visitor, 'passport');
    await expect.poll(() => count(visitor)).not.toBe(listed(site.signs.length));
    await visitor.evaluate(() => window.breakApp());
    // It breaks at the first letter that finds other signs: that one is answered as well.
    await search(visitor, 'd');
    await visitor.offersApp(false);
    expect(await visibleSigns(visitor)).toEqual(beginning('d'));
    await search(visitor, 'debt');
    expect(await visibleSigns(visitor)).toEqual(beginning('debt'));
    expect(await count(visitor)).toBe(listed(beginning('debt').length));
  });
});

test('what it finds early, the app finds too', { tag: '@chromium' }, async ({ visitor }) => {
  await visitor.open('/signs/all/');
  const queries = [...new Set([...QUERIES, ...fromSigns()])];
  const early = await visitor.evaluate((queries) => {
    const texts = [...document.querySelectorAll('.signs label')].map(({ textContent }) => textContent);
    return queries.map((query) => {
      const fits = window.porchlightSearch(query);
      return texts.filter((_, index) => fits[index]);
    });
  }, queries);
  const ranked = rankedByTheApp(queries);
  expect(early.filter((texts) => texts.length > 0).length, 'queries that find something').toBeGreaterThan(1000);
  const more = queries.map((query, index) => [query, early[index].filter((text) => !ranked[index].includes(text))]);
  expect(more.filter(([, texts]) => texts.length > 0)).toEqual([]);
});

test('on a page that was reached within the app, it is there as well', async ({ visitor }) => {
  await visitor.open('/');
  await visitor.click('link', ui('nav.signs'));
  await visitor.arrives(ui('doors.title'));
  await visitor.click('link', `${ui('doors.all', { count: site.signs.length })} ${ui('doors.all_about')}`);
  await visitor.arrives(ui('signs.title'));
  expect(await visitor.evaluate(() => window.porchlightSearch('passport').filter(Boolean).length)).toBe(beginning('passport').length);
});

/** What someone types who types the signs' own words: each one up to its third letter, whole, and with the next. */
function fromSigns() {
  const parts = all.map((text) => text.split(/[^\p{L}\p{N}’]+/u).filter(Boolean));
  const typed = parts.flatMap((own) => own.flatMap((word, index) => [word.slice(0, 3), word, `${word} ${own[index + 1] ?? ''}`]));
  return typed.map((query) => query.trim()).filter((query) => query.length > 2);
}

/** The texts of all signs that the app's own search ranks for each query, before it shows the best of them. */
function rankedByTheApp(queries) {
  const project = fileURLToPath(new URL('../..', import.meta.url));
  const output = execFileSync('cargo', ['run', '--quiet', '--example', 'search', '--', ...queries], { cwd: project, encoding: 'utf8' });
  const lists = output.split(/^# .*$/m).slice(1);
  return lists.map((list) => [...list.matchAll(/^ *(\d+)  /gm)].map(([, id]) => words.signs[id]));
}
