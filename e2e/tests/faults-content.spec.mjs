// Faults 17 to 21 where a copy is kept: what is wrong does not take the place of what was last found good.
import { firstVisit, start } from '../support/copy.mjs';
import { asUtf16, asWindows1252 } from '../support/encodings.mjs';
import { expectRule } from '../support/rule.mjs';
import { PORTAL } from '../support/server.mjs';
import { hotline, ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ keeps: true, breaks: true });

const NEWER = 'Newer words';
const half = (bytes) => bytes.subarray(0, bytes.length / 2);
const huge = (bytes) => JSON.stringify({ ...JSON.parse(bytes), filling: ' '.repeat(50_000_000) });
const slip = (site) => void (site.lines.find(({ id }) => id === hotline.id).channels[0].value = '1-888-373-788');

/** Each fault; and whether it is looked at in every engine, or does what another one does already. */
const FAULTS = [
  ['17: it ends half-way', true, (server) => server.fault('site.json', { body: half })],
  ['17: the connection is cut', false, (server) => server.fault('en.json', { cut: true })],
  ['17: it is empty', false, (server) => server.fault('en.json', { body: '' })],
  ['17: a list stands where a text should', false, (server) => server.edit('en.json', (words) => void (words.ui.brand = ['?']))],
  ['17: a number has a slip in it', true, (server) => server.edit('site.json', slip)],
  ['17: the server has an error', false, (server) => server.fault('en.json', { status: 500, type: 'text/plain', body: 'Oops' })],
  ['17: it is saved as Windows-1252', true, (server) => server.fault('en.json', { body: asWindows1252 })],
  ['17: it is saved as UTF-16', false, (server) => server.fault('site.json', { body: asUtf16 })],
  ['18: it is of an older form', false, (server) => server.edit('site.json', (site) => void (site.schema = 0))],
  ['18: it is of an unknown form', true, (server) => server.edit('en.json', (words) => void (words.schema = 99))],
  ['19: it is 50 MB', false, (server) => server.fault('en.json', { body: huge })],
  ['19: it is nested 200,000 deep', true, (server) => server.fault('en.json', { body: '['.repeat(2e5) + ']'.repeat(2e5) })],
  ['20: it never ends', true, (server) => server.fault('en.json', { drip: true })],
  ['20: nothing ever ends', false, (server) => server.fault(/^/, { drip: true })],
  ['21: a captive portal answers everything', true, (server) => server.portal()],
  ['21: a captive portal leads everything to its page', false, (server) => server.portal({ redirects: true })],
];

/** Runs in the page: every text that is kept. */
async function keptTexts() {
  const texts = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) texts.push(await (await cache.match(key)).text());
  }
  return texts;
}

for (const [what, everywhere, breakIt] of FAULTS) {
  test(`${what}: what was last good is shown and stays`, { tag: everywhere ? [] : ['@chromium'] }, async ({ visitor, server }) => {
    await firstVisit(visitor);
    server.edit('en.json', (words) => void (words.ui['home.title'] = NEWER));
    await start(visitor, server);
    await visitor.arrives(NEWER);
    const keeps = async (text) => (await visitor.evaluate(keptTexts)).some((kept) => kept.includes(text));
    await expect.poll(() => keeps(`"home.title":"${NEWER}"`)).toBe(true);

    breakIt(server);
    for (const path of ['/', '/signs/']) {
      await start(visitor, server, path);
      await visitor.started();
      await expectRule(visitor);
      expect(await visitor.text()).not.toContain(ui('refresh.failed'));
    }
    await visitor.click('link', ui('brand'));
    await visitor.arrives(NEWER);
    expect(await keeps('Welcome! Please'), PORTAL).toBe(false);
    const damaged = (text) => text.includes('"home.title":') && text.includes('\ufffd');
    expect((await visitor.evaluate(keptTexts)).filter(damaged), 'bytes that are no letters').toEqual([]);

    await server.stop();
    await start(visitor, server);
    await visitor.started();
    await visitor.arrives(NEWER);
  });
}
