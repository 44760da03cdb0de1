// Exit when it comes at a bad moment: with words written, with files that never come, pressed twice.
import { expectNothing, leave } from '../support/exit.mjs';
import { site, ui, words } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ leaves: true });

const MARKER = 'marigold';
const { saw } = words.flows;
const door = ({ text, about }) => (about ? `${text} ${about}` : text);

/** Runs in the page: everything in it and beside it in which a word could be left. */
const everything = () =>
  JSON.stringify([document.documentElement.outerHTML, location.href, history.state, { ...sessionStorage }, { ...localStorage }]) +
  [...document.querySelectorAll('textarea, input')].map(({ value }) => value);

test('in the middle of a flow, with a word written: neither Back nor Forward brings back a step or the word', async ({ visitor }) => {
  await visitor.open('/signs/saw/');
  await visitor.click('button', door(saw.steps.now.choices.work));
  await visitor.click('button', words.settings.hotel.name);
  await visitor.click('link', door({ text: ui('ready.door'), about: ui('ready.door_about') }));
  await visitor.arrives(ui('ready.title'));
  await visitor.type('textbox', ui('ready.what'), MARKER);
  expect(await visitor.evaluate(everything)).toContain(MARKER);
  await visitor.back();
  await visitor.arrives(saw.title);
  await visitor.standIn(site.exit);
  await leave(visitor);
  for (const step of ['goBack', 'goBack', 'goForward', 'goForward', 'goForward']) {
    await visitor[step]();
    await expectNothing(visitor);
    expect(await visitor.evaluate(everything)).not.toContain(MARKER);
  }
});

test('after links in the app and two steps back, with pages still before it', async ({ visitor }) => {
  await visitor.open('/');
  for (const [link, title] of [['nav.help', 'help.title'], ['nav.learn', 'learn.title'], ['nav.meetings', 'meet.title']]) {
    await visitor.click('link', ui(link));
    if (link !== 'nav.meetings') await visitor.arrives(ui(title));
  }
  await expect.poll(() => visitor.path()).toBe('/meetings/');
  await visitor.back();
  await visitor.arrives(ui('learn.title'));
  await visitor.back();
  await visitor.arrives(ui('help.title'));
  await visitor.standIn(site.exit);
  await leave(visitor);
  for (const step of ['goForward', 'goForward', 'goBack', 'goBack', 'goBack']) {
    await visitor[step]();
    await expectNothing(visitor);
  }
});

test('pressed twice, quickly, it leaves once @chromium', async ({ visitor }) => {
  await visitor.open('/help/');
  await visitor.standIn(site.exit);
  const entries = await visitor.evaluate(() => history.length);
  const { x, y, width, height } = await visitor.page.locator('#bar-exit').boundingBox();
  await visitor.page.mouse.dblclick(x + width / 2, y + height / 2);
  await expect.poll(() => visitor.title()).toBe('Elsewhere');
  expect(await visitor.evaluate(() => history.length)).toBe(entries);
});

test.describe('with JavaScript off', () => {
  // Chromium calls it an error that a script was not run.
  test.use({ breaks: true });

  test('it is a link, and leads away', async ({ visitor, server }) => {
    server.forbidScripts();
    await visitor.visit(server.url('/help/'));
    await visitor.standIn(site.exit);
    await visitor.click('link', ui('bar.exit'));
    await expect.poll(() => visitor.title()).toBe('Elsewhere');
  });
});

test.describe('while the host drips', () => {
  // What is still on its way is broken off, and some browsers call that an error.
  test.use({ breaks: true });

  for (const file of [/\.wasm$/, 'en.json']) {
    test(`${file} never comes whole: it works`, async ({ visitor, server }) => {
      await visitor.open('/learn/');
      server.fault(file, { drip: true });
      await visitor.visit(server.url('/help/'));
      await visitor.standIn(site.exit);
      await leave(visitor);
      await visitor.goBack();
      await expectNothing(visitor);
    });
  }
});
