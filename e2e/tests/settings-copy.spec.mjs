// The settings where a worker may serve the page: when the chosen look applies.
import { firstVisit } from '../support/copy.mjs';
import { chosen, look } from '../support/look.mjs';
import { ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

// A browser calls it an error that there is no worker's script.
test.use({ keeps: true, breaks: true });

/** Runs in the page before it is read: notes as what it is said to look, time after time. */
function noteLooks() {
  window.looks = [];
  const note = () => window.looks.push(document.documentElement.dataset.look);
  new MutationObserver(note).observe(document, { subtree: true, attributeFilter: ['data-look'] });
}
/** Runs in the page before it is read: nothing is drawn, as far as the page can tell, until `draw` is called. */
function holdFrames() {
  const works = [];
  const own = window.requestAnimationFrame;
  window.requestAnimationFrame = (work) => works.push(work);
  window.draw = () => {
    window.requestAnimationFrame = own;
    for (const work of works) own.call(window, work);
  };
}

test('it looks as chosen from the start once the worker does @chromium', async ({ visitor }) => {
  await firstVisit(visitor, '/about/');
  await visitor.choose('combobox', ui('settings.colors'), ui('settings.dark'));
  await visitor.page.addInitScript(noteLooks);
  await visitor.open('/help/');
  expect(await visitor.evaluate(() => window.looks)).toEqual(['dark']);
  await visitor.open('/about/');
  await visitor.click('button', ui('settings.delete'));
});

test('before that, a page that is opened is drawn first, and then looks as chosen', async ({ visitor, server }) => {
  server.fault('sw.js', { status: 404 });
  await visitor.open('/about/');
  await visitor.choose('combobox', ui('settings.size'), ui('settings.percent', { percent: 200 }));
  server.inject(`(${noteLooks})()`);
  const letGo = server.hold(/\.wasm$/);
  await visitor.visit(server.url('/help/'));
  await expect.poll(() => visitor.evaluate(() => window.looks)).toEqual(['', '200']);
  expect((await visitor.evaluate(look)).fontSize).toBe('32px');
  letGo();
  await visitor.started();
  await visitor.open('/about/');
  await visitor.click('button', ui('settings.delete'));
});

test('the settings say so and the colour round the page is right, also where the app was there first', async ({ visitor, server }) => {
  server.fault('sw.js', { status: 404 });
  await visitor.open('/about/');
  await visitor.choose('combobox', ui('settings.colors'), ui('settings.dark'));
  server.inject(`(${holdFrames})()`);
  await visitor.open('/about/');
  expect(await chosen(visitor)).toEqual(['', '', '', false]);
  await visitor.evaluate(() => window.draw());
  await expect.poll(() => chosen(visitor)).toEqual(['', 'dark', '', false]);
  expect(await visitor.evaluate(look)).toMatchObject({ colorScheme: 'dark' });
  const round = () => [...document.querySelectorAll('[name=theme-color]')].map(({ content }) => content.trim());
  const paper = () => getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
  expect(new Set(await visitor.evaluate(round))).toEqual(new Set([await visitor.evaluate(paper)]));
  await visitor.click('button', ui('settings.delete'));
});
