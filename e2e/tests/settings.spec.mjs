// The settings on About: the page looks as was chosen, and what is kept for that is known and can be deleted.
import { chosen, look } from '../support/look.mjs';
import { ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

/** Runs in the page: what this site keeps in the browser, beside an offline copy. */
const kept = () => Object.entries(localStorage);

const KEPT = 'porchlight-/-look';
/** The size comes last: it moves the others. */
const CHOICES = [
  ['settings.colors', ui('settings.dark')],
  ['settings.contrast', ui('settings.high')],
  ['settings.size', ui('settings.percent', { percent: 150 })],
];

async function chooseAll(visitor) {
  await visitor.click('checkbox', ui('settings.cover'));
  for (const [name, label] of CHOICES) await visitor.choose('combobox', ui(name), label);
}

test('nothing is kept until a person changes something', async ({ visitor }) => {
  await visitor.open('/about/');
  await visitor.sees('combobox', ui('settings.size'));
  expect(await visitor.evaluate(kept)).toEqual([]);
  expect(await visitor.count('button', ui('settings.delete'))).toBe(0);
});

test('text size, colours and contrast are as chosen: at once, on other pages, and in what is loaded anew', async ({ visitor }) => {
  await visitor.open('/about/');
  const before = await visitor.evaluate(look);
  await chooseAll(visitor);
  const after = await visitor.evaluate(look);
  expect(parseFloat(after.fontSize)).toBe(parseFloat(before.fontSize) * 1.5);
  expect(after).toMatchObject({ colorScheme: 'dark', soft: after.ink });
  expect(before.soft).not.toBe(before.ink);
  expect(await visitor.evaluate(kept)).toEqual([[KEPT, '150 dark high cover']]);

  await visitor.click('link', ui('nav.help'));
  await visitor.arrives(ui('help.title'));
  expect(await visitor.evaluate(look)).toEqual(after);
  await visitor.open('/about/');
  expect(await visitor.evaluate(look)).toEqual(after);
  expect(await chosen(visitor)).toEqual(['150', 'dark', 'high', true]);
  await visitor.click('button', ui('settings.delete'));
});

/** Runs in the page: every colour of it. */
const colours = () => {
  const names = ['paper', 'surface', 'ink', 'soft', 'line', 'edge', 'deep', 'on-deep', 'tint', 'glow', 'glow-soft', 'alarm'];
  const style = getComputedStyle(document.documentElement);
  return names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
};

test('dark as it is chosen has the colours of dark as the phone has it @chromium', async ({ visitor }) => {
  await visitor.open('/about/');
  const light = await visitor.evaluate(colours);
  await visitor.page.emulateMedia({ colorScheme: 'dark' });
  const dark = await visitor.evaluate(colours);
  await visitor.page.emulateMedia({ colorScheme: 'light' });
  await visitor.choose('combobox', ui('settings.colors'), ui('settings.dark'));
  expect(await visitor.evaluate(colours)).toEqual(dark);
  expect(dark).not.toEqual(light);
  await visitor.click('button', ui('settings.delete'));
});

test.describe('on a phone that has dark colours', () => {
  test.use({ dark: true });

  test('the page has them too, unless light ones are chosen', async ({ visitor }) => {
    await visitor.open('/about/');
    const before = await visitor.evaluate(colours);
    await visitor.choose('combobox', ui('settings.colors'), ui('settings.dark'));
    expect(await visitor.evaluate(colours)).toEqual(before);
    await visitor.choose('combobox', ui('settings.colors'), ui('settings.light'));
    expect(await visitor.evaluate(colours)).not.toEqual(before);
    await visitor.click('button', ui('settings.delete'));
  });
});

test('coming from another page, the controls say what was chosen', async ({ visitor }) => {
  await visitor.open('/about/');
  await visitor.choose('combobox', ui('settings.colors'), ui('settings.light'));
  await visitor.click('link', ui('nav.help'));
  await visitor.arrives(ui('help.title'));
  await visitor.click('link', ui('nav.about'));
  await visitor.arrives(ui('about.title'));
  await visitor.sees('combobox', ui('settings.colors'));
  expect(await chosen(visitor)).toEqual(['', 'light', '', false]);
  await visitor.click('button', ui('settings.delete'));
});

test('the page looks as chosen before the app is there', async ({ visitor, server }) => {
  await visitor.open('/about/');
  await visitor.choose('combobox', ui('settings.size'), ui('settings.percent', { percent: 200 }));
  const letGo = server.hold(/\.wasm$/);
  await visitor.visit(server.url('/signs/'));
  expect((await visitor.evaluate(look)).fontSize).toBe('32px');
  letGo();
  await visitor.started();
  await visitor.open('/about/');
  await visitor.click('button', ui('settings.delete'));
});

test('they are deleted by their button, and nothing is left', async ({ visitor }) => {
  await visitor.open('/about/');
  const before = await visitor.evaluate(look);
  await chooseAll(visitor);
  await visitor.click('button', ui('settings.delete'));
  expect(await visitor.evaluate(kept)).toEqual([]);
  expect(await visitor.evaluate(look)).toEqual(before);
  expect(await chosen(visitor)).toEqual(['', '', '', false]);
  expect(await visitor.count('button', ui('settings.delete'))).toBe(0);
});

test('the last setting that is taken back leaves nothing behind', async ({ visitor }) => {
  await visitor.open('/about/');
  await visitor.choose('combobox', ui('settings.contrast'), ui('settings.high'));
  await visitor.choose('combobox', ui('settings.contrast'), ui('settings.usual'));
  expect(await visitor.evaluate(kept)).toEqual([]);
});

test('what is chosen in one tab holds in the other, which does not undo it', async ({ visitor }) => {
  await visitor.open('/about/');
  const before = await visitor.evaluate(look);
  const other = await visitor.openTab();
  await other.open('/about/');
  await visitor.choose('combobox', ui('settings.colors'), ui('settings.dark'));
  await expect.poll(async () => (await other.evaluate(look)).colorScheme).toBe('dark');
  expect(await chosen(other)).toEqual(['', 'dark', '', false]);
  await other.choose('combobox', ui('settings.contrast'), ui('settings.high'));
  expect(await other.evaluate(kept)).toEqual([[KEPT, 'dark high']]);
  await expect.poll(() => chosen(visitor)).toEqual(['', 'dark', 'high', false]);
  await other.click('button', ui('settings.delete'));
  await expect.poll(() => visitor.evaluate(look)).toEqual(before);
  await other.closeTab();
});

test('the colour round the page is that of the page, also when the sun goes down @chromium', async ({ visitor }) => {
  const around = () => {
    const round = [...document.querySelectorAll('[name=theme-color]')].map(({ content }) => content.trim());
    return [...round, getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()];
  };
  const expectOne = async () => expect.poll(async () => new Set(await visitor.evaluate(around)).size).toBe(1);
  await visitor.open('/about/');
  await visitor.choose('combobox', ui('settings.size'), ui('settings.percent', { percent: 125 }));
  await expectOne();
  await visitor.page.emulateMedia({ colorScheme: 'dark' });
  await expectOne();
  await visitor.click('button', ui('settings.delete'));
});

/** Runs in the page: the person goes to another app and comes back, as far as a page can tell. */
const goAway = (hidden) => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
  return getComputedStyle(document.querySelector('h1')).visibility;
};

test('the page is blank while another app is in front, only where that was chosen', async ({ visitor }) => {
  await visitor.open('/about/');
  expect(await visitor.evaluate(goAway, true)).toBe('visible');
  expect(await visitor.evaluate(goAway, false)).toBe('visible');
  await visitor.click('checkbox', ui('settings.cover'));
  expect(await visitor.evaluate(goAway, true)).toBe('hidden');
  expect(await visitor.evaluate(goAway, false)).toBe('visible');
  await visitor.click('button', ui('settings.delete'));
});

/** Runs in the page: what has focus, and where the caret is. */
const focus = () => {
  const { id, selectionStart, selectionEnd } = document.activeElement;
  return [id, selectionStart ?? null, selectionEnd ?? null];
};
const frames = async () => {
  for (let frames = 3; frames > 0; frames -= 1) await new Promise(requestAnimationFrame);
};
/** Runs in the page: what of it can be seen. */
const inSight = () =>
  [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })).length;

for (const { path, id, types } of [
  { path: '/help/ready/', id: 'note-2', types: true },
  { path: '/signs/all/', id: 'search', types: true },
  { path: '/help/', id: 'need' },
  { path: '/help/', id: 'bar-exit' },
]) {
  test(`a page that was blank while another app was in front has focus where it was, on ${path} in ${id}`, async ({ visitor }) => {
    await visitor.open(path);
    await visitor.evaluate((id) => {
      document.documentElement.dataset.look = 'cover';
      document.getElementById(id).focus();
    }, id);
    if (types) {
      await visitor.evaluate(() => {
        document.activeElement.value = 'abcd';
        document.activeElement.dispatchEvent(new Event('input', { bubbles: true }));
        document.activeElement.setSelectionRange(2, 2);
      });
    }
    const before = await visitor.evaluate(focus);
    await visitor.evaluate(goAway, true);
    // Browsers take focus away from what is hidden when they draw.
    await visitor.evaluate(frames);
    expect(await visitor.evaluate(inSight)).toBe(0);
    expect(await visitor.evaluate(focus)).toEqual(before);
    await visitor.evaluate(goAway, false);
    await visitor.evaluate(frames);
    expect(await visitor.evaluate(focus)).toEqual(before);
    expect(await visitor.evaluate(() => getComputedStyle(document.activeElement).opacity)).toBe('1');
    if (types) {
      await visitor.press('x');
      expect(await visitor.evaluate(() => document.activeElement.value)).toBe('abxcd');
    }
  });
}

test.describe('where the browser keeps nothing', () => {
  test('they hold for this page, and the page says so', async ({ visitor, server }) => {
    const blocked = () => {
      for (const name of ['getItem', 'setItem']) Storage.prototype[name] = () => { throw new DOMException('no', 'SecurityError'); };
    };
    server.inject(`(${blocked})()`);
    await visitor.open('/about/');
    expect(await visitor.text()).not.toContain(ui('settings.unkept'));
    await visitor.choose('combobox', ui('settings.colors'), ui('settings.dark'));
    expect(await visitor.evaluate(look)).toMatchObject({ colorScheme: 'dark' });
    await expect.poll(() => visitor.text()).toContain(ui('settings.unkept'));
  });
});

test('what was stored by somebody else, or is damaged, does no harm', async ({ visitor }) => {
  await visitor.open('/about/');
  await visitor.evaluate((key) => localStorage.setItem(key, '"><b>999 dark" nothing'), KEPT);
  await visitor.open('/about/');
  await visitor.sees('combobox', ui('settings.size'));
  expect(await chosen(visitor)).toEqual(['', '', '', false]);
  await visitor.click('button', ui('settings.delete'));
  expect(await visitor.evaluate(kept)).toEqual([]);
});
