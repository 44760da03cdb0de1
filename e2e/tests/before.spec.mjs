// Before the app is there, and where it never comes: the first screen and the bar need neither it nor its content.
import { channel, expectBar } from '../support/bar.mjs';
import { hotline, ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

const WASM = /\.wasm$/;

async function firstScreen(visitor) {
  await visitor.arrives(ui('home.title'));
  expect(await visitor.mainText()).toContain(ui('home.lead'));
  await expectBar(visitor);
}

test.describe('the app', () => {
  test.use({ breaks: true });

  for (const [what, fault] of [
    ['is missing', { status: 404, body: 'Not found', type: 'text/plain' }],
    ['is cut off', { cut: true }],
    ['is a page of the network', { body: '<!doctype html><title>Welcome</title>', type: 'text/html' }],
  ]) {
    test(`${what}: the first screen and the bar stay`, async ({ visitor, server }) => {
      server.fault(WASM, fault);
      await visitor.visit(server.url('/help/'));
      // The browser has asked for the app and got what it got.
      await expect.poll(() => server.requests.some(({ url, answered }) => WASM.test(url) && answered)).toBe(true);
      await firstScreen(visitor);
    });
  }
});

test('an app of the wrong type still starts', async ({ visitor, server }) => {
  server.fault(WASM, { type: 'application/octet-stream' });
  await visitor.open('/help/');
  await visitor.arrives(ui('help.title'));
});

test('the bar stays the same while the app starts, so no tap is lost', async ({ visitor, server }) => {
  const letGo = server.hold(WASM);
  await visitor.visit(server.url('/meetings/'));
  await firstScreen(visitor);
  const tag = () => {
    for (const node of document.querySelectorAll('#bar, #bar *')) node.seenBefore = true;
    document.querySelector('#bar a').focus();
  };
  await visitor.evaluate(tag);
  letGo();
  await visitor.started();
  const state = () => ({
    fresh: [...document.querySelectorAll('#bar, #bar *')].filter((node) => !node.seenBefore).length,
    focus: document.activeElement.getAttribute('href'),
  });
  expect(await visitor.evaluate(state)).toEqual({ fresh: 0, focus: `tel:${channel(hotline, 'call').value}` });
});
