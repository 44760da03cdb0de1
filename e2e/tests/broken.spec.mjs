// Content that does not arrive, or is wrong. The page stays whole and says quietly that it could not be renewed; the
// volunteer sees which file it was.
import { expectBar } from '../support/bar.mjs';
import { asUtf16, asWindows1252, withMark } from '../support/encodings.mjs';
import { emergency, hotline, ui, words } from '../support/site.mjs';
import { expectPlainLink } from '../support/whole.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ breaks: true });

const HTML = '<!doctype html><title>Welcome to the network</title>';
const half = (bytes) => bytes.subarray(0, bytes.length / 2);
const firstCall = (site) => site.lines.find(({ id }) => id === hotline.id).channels[0];

const FAULTS = [
  ['site.json is missing', 'site.json', (server) => server.fault('site.json', { status: 404, body: HTML, type: 'text/html' })],
  ['en.json is missing', 'en.json', (server) => server.fault('en.json', { status: 404, body: HTML, type: 'text/html' })],
  ['a network answers with its own page', 'en.json', (server) => server.fault('en.json', { body: HTML, type: 'text/html' })],
  ['site.json ends half-way', 'site.json', (server) => server.fault('site.json', { body: half })],
  ['the connection is cut', 'en.json', (server) => server.fault('en.json', { cut: true })],
  ['a list stands where a text should', 'en.json', (server) => server.edit('en.json', (words) => void (words.ui.brand = ['?']))],
  ['the file is of a later form', 'site.json', (server) => server.edit('site.json', (site) => void (site.schema = 99))],
  ['a time zone is misspelt', 'site.json', (server) => server.edit('site.json', (site) => void (site.meeting.zone = 'America/Los_Angelos'))],
  ['a number has a slip in it', 'site.json', (server) => server.edit('site.json', (site) => void (firstCall(site).value = '1-888-373-788'))],
  ['en.json is saved as Windows-1252', 'en.json: expected UTF-8, found the byte 96 in line', (server) => server.fault('en.json', { body: asWindows1252 })],
  ['site.json is saved as UTF-16', 'site.json: expected UTF-8, found the byte FF in line 1', (server) => server.fault('site.json', { body: asUtf16 })],
  ['a number was pasted with a mark of direction', 'found U+202D before "+1888…"', (server) => server.edit('site.json', (site) => void (firstCall(site).value = '\u202d+18883737888\u202c'))],
  ['the file is empty', 'site.json', (server) => server.fault('site.json', { body: '' })],
];

/** The page as the build wrote it, and the note, which says this among other things. */
async function expectWhole(visitor, told) {
  await visitor.sees('button', ui('refresh.retry'));
  await visitor.sees('status');
  expect(await visitor.evaluate(() => document.getElementById('refresh').innerText)).toContain(ui('refresh.failed'));
  expect(await visitor.evaluate(() => document.querySelector('#refresh details').textContent)).toContain(told);
  await visitor.arrives(ui('help.title'));
  const text = await visitor.mainText();
  for (const part of [ui('help.lead'), words.lines[emergency.id].name]) expect(text).toContain(part);
  await visitor.offersApp(false);
  expect(await visitor.count('alert')).toBe(0);
  await expectBar(visitor);
}

for (const [what, told, breakIt] of FAULTS) {
  test(`${what}: the page stays whole, and "Try again" works once it is mended`, async ({ visitor, server }) => {
    breakIt(server);
    await visitor.visit(server.url('/help/'));
    await expectWhole(visitor, told);
    await visitor.click('button', ui('refresh.retry'));
    await expectWhole(visitor, told);

    server.mend();
    await visitor.click('button', ui('refresh.retry'));
    await visitor.started();
    await visitor.offersApp(true);
    expect(await visitor.count('button', ui('refresh.retry'))).toBe(0);
    await visitor.arrives(ui('help.title'));
    await expectBar(visitor);
  });
}

test('with broken content, links load pages', async ({ visitor, server }) => {
  server.fault('en.json', { body: '{' });
  await visitor.visit(server.url('/help/'));
  await visitor.sees('button', ui('refresh.retry'));
  await expectPlainLink(visitor);
});

test('a byte order mark is no mistake', async ({ visitor, server }) => {
  for (const file of ['en.json', 'site.json']) server.fault(file, { body: withMark });
  await visitor.open('/help/');
  await visitor.arrives(ui('help.title'));
  await visitor.offersApp(true);
});

test('an edited file shows at the next start, in the bar too', async ({ visitor, server }) => {
  await visitor.open('/');
  server.edit('en.json', (words) => void (words.ui['home.title'] = 'A new first line'));
  server.edit('site.json', (site) => {
    Object.assign(firstCall(site), { value: '+15035550123', shown: '1-503-555-0123' });
  });
  await visitor.reload();
  await visitor.started();
  await visitor.arrives('A new first line');
  await expectBar(visitor, [{ name: `${ui('bar.call')} 1-503-555-0123`, href: 'tel:+15035550123', inView: true }]);
});
