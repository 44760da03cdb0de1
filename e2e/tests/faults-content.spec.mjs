// Faults 17 to 21 where a copy is kept: what is wrong does not take the place of what was last found good.
import { firstVisit, start } from '../support/copy.mjs';
import { expectRule } from '../support/rule.mjs';
import { PORTAL } from '../support/server.mjs';
import { hotline, ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ keeps: true, breaks: true });

const NEWER = 'Newer words';
const half = (bytes) => bytes.subarray(0, bytes.length / 2);
const slip = (site) => void (site.lines.find(({ id }) => id === hotline.id).channels[0].value = '1-888-373-788');

const FAULTS = [
  ['17: it ends half-way', (server) => server.fault('site.json', { body: half })],
  ['17: the connection is cut', (server) => server.fault('en.json', { cut: true })],
  ['17: it is empty', (server) => server.fault('en.json', { body: '' })],
  ['17: a list stands where a text should', (server) => server.edit('en.json', (words) => void (words.ui.brand = ['?']))],
  ['17: a number has a slip in it', (server) => server.edit('site.json', slip)],
  ['17: the server has an error', (server) => server.fault('en.json', { status: 500, type: 'text/plain', body: 'Oops' })],
  ['18: it is of an older form', (server) => server.edit('site.json', (site) => void (site.schema = 0))],
  ['18: it is of an unknown form', (server) => server.edit('en.json', (words) => void (words.schema = 99))],
  ['19: it is 50 MB', (server) => server.fault('en.json', { body: Buffer.alloc(50_000_000, ' ') })],
  ['19: it is nested 200,000 deep', (server) => server.fault('en.json', { body: '['.repeat(2e5) + ']'.repeat(2e5) })],
  ['20: it never ends', (server) => server.fault('en.json', { drip: true })],
  ['20: nothing ever ends', (server) => server.fault(/^/, { drip: true })],
  ['21: a captive portal answers everything', (server) => server.portal()],
  ['21: a captive portal leads everything to its page', (server) => server.portal({ redirects: true })],
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

for (const [what, breakIt] of FAULTS) {
  test(`${what}: what was last good is shown and stays`, async ({ visitor, server }) => {
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

    await server.stop();
    await start(visitor, server);
    await visitor.started();
    await visitor.arrives(NEWER);
  });
}
