// Right to left. No translation is needed to see it: the words are mirrored, letter by letter (support/mirrored.mjs).
import { axe, violations } from '../support/axe.mjs';
import { expectBar, linksIn } from '../support/bar.mjs';
import { mirror, mirrored, ui, words } from '../support/mirrored.mjs';
import { arrow, arrowSide, beyond, edges, runs } from '../support/sides.mjs';
import { articlePages, kinds, settingPages, site, words as english } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.beforeEach(({ server }) => mirror(server));

const SIZES = [320, 390].map((width) => ({ width, height: 844 }));

/** The elements stand in that order from the right. */
async function expectFromTheRight(visitor, ...selectors) {
  const rights = (await visitor.evaluate(edges, selectors)).map(({ right }) => right);
  for (const [index, right] of rights.slice(1).entries()) expect(right, selectors[index + 1]).toBeGreaterThan(rights[index]);
}

/** On both screen sizes the bar starts with the call on the right, and nothing reaches beyond either edge. */
async function expectMirrored(visitor, path) {
  for (const size of SIZES) {
    await visitor.resize(size);
    await expectBar(visitor, linksIn(ui));
    await expectFromTheRight(visitor, '#bar-call', '#bar-text', '#bar-exit');
    expect.soft(await visitor.evaluate(beyond), `${path} on ${size.width} px`).toEqual([]);
  }
}

test('the app takes over every kind of page with the words of that language, mirrored and without reaching beyond the screen', async ({ visitor }) => {
  for (const { path, heading, title } of kinds) {
    await visitor.open(path);
    await visitor.arrives(mirrored(heading));
    expect(heading === mirrored(heading), 'the letters are others').toBe(false);
    expect(await visitor.title()).toBe(mirrored(title));
    // The pages as they are written still have its English name.
    await visitor.sees('navigation', ui('nav.label'));
    expect(await visitor.evaluate(() => getComputedStyle(document.querySelector('h1')).direction)).toBe('rtl');
    await expectMirrored(visitor, path);
  }
});

// Colours do not depend on the direction of text: accessibility.spec.mjs covers the other looks.
test('axe finds nothing wrong with any kind of page', { tag: '@chromium' }, async ({ visitor, server }) => {
  server.inject(axe);
  for (const { path } of kinds) {
    await visitor.open(path);
    expect.soft(await violations(visitor), path).toEqual([]);
  }
});

test('what comes first stands on the right', async ({ visitor }) => {
  await visitor.open('/signs/');
  const [brand, heading] = await visitor.evaluate(edges, ['.brand', 'h1']);
  expect(brand.right).toBe(heading.right);
  expect(brand.left).toBeGreaterThan(brand.right);
  await expectFromTheRight(visitor, ...[1, 2, 3, 4].map((place) => `nav a:nth-child(${place})`));
  await visitor.open('/meetings/');
  await expectFromTheRight(visitor, '.tile', '.when');
  await visitor.open(settingPages[0].path);
  await expectFromTheRight(visitor, '.signs input', '.signs details');
});

test('the arrow of a door stands on the left, and it and those of a list point there', async ({ visitor }) => {
  await visitor.open('/signs/');
  expect(await visitor.evaluate(arrow, '.door')).toBe('left');
  expect(await visitor.evaluate(arrowSide, '.door')).toBe('left');
  await visitor.open('/learn/');
  expect(await visitor.evaluate(arrow, 'main .list a')).toBe('left');
});

test('the line beside a quotation and the marks of a list stand on the right', async ({ visitor }) => {
  const quotes = ({ path }) => english.articles[path.split('/')[2]].blocks.some(({ kind }) => kind === 'quote');
  await visitor.open(articlePages.find(quotes).path);
  const line = () => {
    const { borderLeftWidth, borderRightWidth } = getComputedStyle(document.querySelector('.quote'));
    return { left: parseFloat(borderLeftWidth), right: parseFloat(borderRightWidth) };
  };
  expect(await visitor.evaluate(line)).toEqual({ left: 0, right: 3 });
  await visitor.open('/about/');
  // The marks stand in the room beside the entries.
  const [list, entry] = await visitor.evaluate(edges, ['main .block ul', 'main .block li']);
  expect(entry.right).toBeGreaterThan(list.right);
  expect(entry.left).toBe(list.left);
});

const digits = (text) => text.replaceAll(/\D/g, '');
const writtenOut = site.lines.flatMap(({ channels }) => channels).filter(({ shown }) => shown);
for (const [path, numbers] of [
  ['/', []],
  ['/help/', writtenOut.map(({ shown }) => digits(shown))],
  ['/help/ready/', []],
]) {
  test(`${path}: the digits of every number to call or to text stand from left to right`, async ({ visitor }) => {
    await visitor.open(path);
    const found = await visitor.evaluate(runs, { within: 'a:is([href^="tel:"], [href^="sms:"])', pattern: '\\+?\\d[\\d\\s-]*\\d' });
    expect(found.filter(({ leftToRight }) => !leftToRight)).toEqual([]);
    const bar = linksIn(ui).map(({ name }) => digits(name)).filter(Boolean);
    expect(found.map(({ run }) => digits(run))).toEqual(expect.arrayContaining([...bar, ...numbers]));
  });
}

test('an address in Latin letters stands from left to right', async ({ visitor }) => {
  const { address } = site.places.find(({ id }) => id === site.meeting.place);
  const [houseAndStreet] = /^\d+ \w+/.exec(address);
  await visitor.open('/meetings/');
  const found = await visitor.evaluate(runs, { within: '.facts', pattern: houseAndStreet });
  expect(found).toEqual([{ run: houseAndStreet, leftToRight: true }]);
});

test('the guided flow leads by touch to the page for the call, and Back and Forward walk in it', async ({ visitor }) => {
  const { me } = words.flows;
  const door = ({ text, about }) => (about ? `${text} ${about}` : text);
  const steps = () =>
    [...document.querySelectorAll('.step > h2')].filter((step) => step.checkVisibility()).map(({ textContent }) => textContent);
  const stands = (title) => expect.poll(() => visitor.evaluate(steps)).toEqual([title]);
  await visitor.open('/signs/me/');
  await stands(me.steps.start.title);
  await visitor.tap('button', door(me.steps.start.choices.me));
  await stands(me.steps.ask.title);
  await visitor.tap('button', door(me.steps.ask.choices.on));
  await stands(me.steps.fits.title);
  await visitor.tap('link', door({ text: ui('ready.door'), about: ui('ready.door_about') }));
  await visitor.arrives(ui('ready.title'));

  await visitor.back();
  await visitor.arrives(me.title);
  await stands(me.steps.fits.title);
  await visitor.back();
  await stands(me.steps.ask.title);
  await visitor.forward();
  await stands(me.steps.fits.title);
});

test.describe('without scripts', () => {
  // Chromium calls it an error that a script was not run.
  test.use({ breaks: true });

  test('the pages as they are written stand the same way', async ({ visitor, server }) => {
    server.forbidScripts();
    for (const { path, heading } of kinds) {
      await visitor.visit(server.url(path));
      await visitor.arrives(mirrored(heading));
      await expectMirrored(visitor, path);
    }
    await visitor.visit(server.url('/signs/'));
    expect(await visitor.evaluate(arrow, '.door')).toBe('left');
  });
});
