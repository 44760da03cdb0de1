// What is still on its way when somebody leaves by Exit brings nothing back when it comes. With no network the page that was
// left stays, so there is something that it could be brought back to.
import { BLANK, loseNetwork, seen } from '../support/exit.mjs';
import { ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

// What comes finds nothing of the page any more, and may say so.
test.use({ leaves: true, breaks: true });

/** Goes to Help without waiting until all of it is there. */
async function goToHelp(tab) {
  await tab.setOut('/help/');
  await expect.poll(() => tab.evaluate(() => location.pathname)).toBe('/help/');
}

/** The page is blank, and still is when what was held back has come, and was enough to start the app in a later tab. */
async function expectBlank(visitor, server, letGo) {
  expect(await visitor.evaluate(seen)).toEqual(BLANK);
  const later = await visitor.openTab();
  await goToHelp(later);
  letGo();
  await later.started();
  await later.closeTab();
  await expect.poll(() => visitor.evaluate(() => document.readyState)).toBe('complete');
  expect(await visitor.evaluate(seen)).toEqual(BLANK);
}

for (const [what, file, tag] of [
  ['the WebAssembly', /\.wasm$/],
  ['the words', /en\.json$/],
  // The page itself has not come to its end then, for which the drivers of WebKit and Firefox wait.
  ['the app’s script', /porchlight-\w+\.js$/, '@chromium'],
]) {
  test(what, { tag }, async ({ visitor, server }) => {
    const letGo = server.hold(file);
    const asked = () => server.requests.some(({ url }) => file.test(url.split('?')[0]));
    await goToHelp(visitor);
    await expect.poll(asked).toBe(true);
    await loseNetwork(visitor);
    await visitor.click('link', ui('bar.exit'));
    await expectBlank(visitor, server, letGo);
  });
}

// The drivers of WebKit and Firefox wait for the end of a page.
test('the rest of the page', { tag: '@chromium' }, async ({ visitor, server }) => {
  const letGo = server.stall('/help/', '</main>');
  await goToHelp(visitor);
  await visitor.sees('heading', ui('help.title'));
  await loseNetwork(visitor);
  await visitor.click('link', ui('bar.exit'));
  await expectBlank(visitor, server, letGo);
  // The later tab alone has asked for the app.
  expect(server.requests.filter(({ url }) => url.endsWith('.wasm'))).toHaveLength(1);
});
