// Signs: read, search, filter, tick, and take along. Nothing of it leaves the screen.
import { count as status, listed, visibleSigns } from '../support/signs.mjs';
import { mainPages, settingPages, site, ui, words } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

const text = (sign) => words.signs[sign.id];
const texts = (signs) => signs.map(text).sort();
const passport = site.signs.find(({ id }) => id === '60');

test('every sign is listed', async ({ visitor }) => {
  await visitor.open('/signs/all/');
  expect(await visibleSigns(visitor)).toEqual(texts(site.signs));
  expect(await status(visitor)).toBe(listed(site.signs.length));
});

test('every place lists its own signs and those of any place', async ({ visitor }) => {
  await visitor.open('/signs/all/');
  for (const [index, { heading }] of settingPages.entries()) {
    const id = site.settings[index];
    await visitor.click('link', words.settings[id].name);
    await visitor.arrives(heading);
    const own = site.signs.filter(({ settings }) => settings.includes(id) || settings.includes('any'));
    expect(await visibleSigns(visitor), id).toEqual(texts(own));
    expect(await status(visitor), id).toBe(listed(own.length));
    await visitor.back();
    await visitor.arrives(ui('signs.title'));
  }
});

test('Back leads to the sign that was read last', async ({ visitor }) => {
  /** The first sign below the upper edge. */
  const read = () => {
    const below = (label) => label.getBoundingClientRect().top >= 0;
    return [...document.querySelectorAll('.signs label')].find(below).textContent;
  };
  await visitor.open('/signs/all/');
  await visitor.evaluate(() => scrollTo(0, 4000));
  await expect.poll(() => visitor.evaluate(() => scrollY > 3000)).toBe(true);
  const last = await visitor.evaluate(read);
  // A click of the driver would bring the link into view first.
  const reach = (name) => [...document.links].find(({ textContent }) => textContent === name).focus({ preventScroll: true });
  await visitor.evaluate(reach, ui('nav.help'));
  await visitor.press('Enter');
  await visitor.arrives(mainPages.find(({ path }) => path === '/help/').heading);
  await visitor.back();
  await visitor.arrives(ui('signs.title'));
  await expect.poll(() => visitor.evaluate(read)).toBe(last);
});

test('search narrows the list and says the count', async ({ visitor }) => {
  await visitor.open('/signs/all/');
  await visitor.type('searchbox', ui('signs.search', { count: site.signs.length }), 'passport');
  await expect.poll(async () => (await visibleSigns(visitor)).length).toBeLessThan(20);
  const found = await visibleSigns(visitor);
  expect(found).toContain(text(passport));
  expect(await status(visitor)).toBe(listed(found.length));

  await visitor.type('searchbox', ui('signs.search', { count: site.signs.length }), 'xyzzy');
  await expect.poll(() => status(visitor)).toBe(ui('signs.none'));
  expect(await visibleSigns(visitor)).toEqual([]);
});

test('filters combine, and one button takes them away', async ({ visitor }) => {
  await visitor.open('/signs/all/');
  expect(await visitor.count('button', ui('signs.reset'))).toBe(0);
  await visitor.choose('combobox', ui('signs.kind'), words.kinds.papers.name);
  const papers = site.signs.filter(({ kind }) => kind === 'papers');
  await expect.poll(() => visibleSigns(visitor)).toEqual(texts(papers));

  await visitor.choose('combobox', ui('signs.observer'), words.observers.employer);
  const both = papers.filter(({ observers }) => observers.includes('employer'));
  await expect.poll(() => visibleSigns(visitor)).toEqual(texts(both));
  expect(await status(visitor)).toBe(listed(both.length));

  await visitor.click('button', ui('signs.reset'));
  await expect.poll(() => visibleSigns(visitor)).toEqual(texts(site.signs));
  expect(await visitor.count('button', ui('signs.reset'))).toBe(0);
});

test('ticks are counted, listed, kept on other pages, cleared, and gone after a reload', async ({ visitor }) => {
  const [first, second] = site.signs;
  await visitor.open('/signs/all/');
  await visitor.sees('heading', ui('signs.ticked_none'));
  await visitor.click('checkbox', text(first));
  await visitor.sees('heading', ui('signs.ticked_one'));
  await visitor.click('checkbox', text(second));
  await visitor.sees('heading', ui('signs.ticked', { count: 2 }));
  const noticed = () => [...document.querySelectorAll('#noticed li')].map((item) => item.textContent);
  expect(await visitor.evaluate(noticed)).toEqual([text(first), text(second)]);

  await visitor.click('link', ui('nav.learn'));
  await visitor.arrives(ui('learn.title'));
  await visitor.back();
  await visitor.arrives(ui('signs.title'));
  await visitor.sees('heading', ui('signs.ticked', { count: 2 }));
  const ticked = () => document.querySelectorAll('input:checked').length;
  expect(await visitor.evaluate(ticked)).toBe(2);

  await visitor.click('button', ui('signs.clear'));
  await visitor.sees('heading', ui('signs.ticked_none'));
  expect(await visitor.evaluate(ticked)).toBe(0);

  await visitor.click('checkbox', text(first));
  await visitor.sees('heading', ui('signs.ticked_one'));
  await visitor.reload();
  await visitor.started();
  await visitor.sees('heading', ui('signs.ticked_none'));
  expect(await visitor.evaluate(ticked)).toBe(0);
});

test('what was ticked and typed is in no address, no history and no request', async ({ visitor, server }) => {
  const marker = 'marigold';
  await visitor.open('/signs/all/');
  await visitor.click('checkbox', text(passport));
  await visitor.type('searchbox', ui('signs.search', { count: site.signs.length }), marker);
  await expect.poll(() => status(visitor)).toBe(ui('signs.none'));
  const traces = async () =>
    JSON.stringify([
      await visitor.evaluate(() => [location.href, history.state, document.title, window.name]),
      await visitor.requests(),
      server.requests,
    ]);
  const expectNone = async () => {
    expect(await traces()).not.toContain(marker);
    expect(await traces()).not.toContain(text(passport));
  };
  await expectNone();
  await visitor.click('link', ui('nav.learn'));
  await visitor.arrives(ui('learn.title'));
  await expectNone();
  await visitor.back();
  await visitor.arrives(ui('signs.title'));
  await expectNone();
  expect(await visitor.evaluate(() => document.querySelector('input[type=search]').value)).toBe('');
});

test('the browser is asked to remember no field, by the page and by the app', async ({ visitor, server }) => {
  const remembered = () =>
    [...document.querySelectorAll('input, select, textarea')]
      .filter((field) => (field.getAttribute('autocomplete') ?? field.form?.autocomplete) !== 'off')
      .map(({ id }) => id);
  const letGo = server.hold(/\.wasm$/);
  await visitor.visit(server.url('/signs/all/'));
  expect(await visitor.evaluate(remembered)).toEqual([]);
  letGo();
  await visitor.started();
  expect(await visitor.evaluate(remembered)).toEqual([]);
});
