// Hosts that lead from one address to another, and addresses that people and other programs make of ours: the page comes,
// with a network and without, before there is a copy and after, and no address leads off the site.
import { firstVisit, saved } from '../support/copy.mjs';
import { HABITS } from '../support/habits.mjs';
import { expectRule } from '../support/rule.mjs';
import { pages } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

/** Ways to write an address, and the one under which the page is known. */
const ADDRESSES = [
  ['/', '/'],
  ['/meetings/', '/meetings/'],
  ['/meetings', '/meetings/'],
  ['/signs/all/index.html', '/signs/all/'],
  ['/Meetings/', '/meetings/'],
  ['/help', '/help/'],
  ['/index.html', '/'],
  ['/index.html?from=card#main', '/?from=card#main'],
  ['/help/index.html', '/help/'],
  ['/HELP/?from=card', '/help/?from=card'],
  ['/meetings.html', '/meetings/'],
  ['/meetings/index', '/meetings/'],
  ['/meetings?from=card&to=1#main', '/meetings/?from=card&to=1#main'],
  ['/help//ready', '/help/ready/'],
  ['/help/%72eady/', '/help/ready/'],
];
/** The habits that matter in a folder as well, and to every engine. */
const HARDEST = ['strips the slash at the end', 'serves index.html by name'];
/** Of every kind one is enough but for the hardest habits at the root: engines differ in how a worker's answer is taken. */
const addressesFor = ({ name }, habit, inFolder) =>
  name.startsWith('chromium') && HARDEST.includes(habit) && !inFolder ? ADDRESSES : ADDRESSES.slice(0, 6);
const KNOWN = new Map(pages.map((page) => [page.path, page]));

/** The page is whole, is that of the address, and every link of it leads to a page. */
async function expectPage(visitor, server, written, address) {
  await test.step(written, async () => {
    const { heading, title } = KNOWN.get(address.replace(/[?#].*/, ''));
    await visitor.started();
    await visitor.arrives(heading);
    expect.soft(await visitor.title(), written).toBe(title);
    expect.soft(await visitor.path(), written).toBe(address);
    const paths = await visitor.evaluate(() => [...document.links].filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname));
    const unknown = paths.map((path) => `/${path.slice(server.base.length)}`).filter((path) => !KNOWN.has(path));
    expect(unknown.filter((path) => path !== '/meetings.ics')).toEqual([]);
  });
}

for (const inFolder of [false, true]) {
  test.describe(inFolder ? 'in a folder' : 'at the root', () => {
    test.use({ inFolder });
    test.setTimeout(180_000);

    for (const [habit, leads] of Object.entries(HABITS).filter(([habit]) => !inFolder || HARDEST.includes(habit))) {
      test.describe(`a host that ${habit}`, { tag: HARDEST.includes(habit) ? [] : ['@chromium'] }, () => {
        test('the pages come, and come again', async ({ visitor, server }, { project }) => {
          server.behave(leads);
          for (const [written, address] of addressesFor(project, habit, inFolder)) {
            await visitor.visit(server.url(written));
            await expectPage(visitor, server, written, address);
            await visitor.reload();
            await expectPage(visitor, server, written, address);
          }
        });

        test.describe('with a copy', () => {
          // A browser calls it an error that the server does not answer.
          test.use({ keeps: true, breaks: true });

          test('the pages come, and come again, and without a network', async ({ visitor, server }, { project }) => {
            server.behave(leads);
            await firstVisit(visitor);
            for (const [written, address] of addressesFor(project, habit, inFolder)) {
              await visitor.visit(server.url(written));
              await expectPage(visitor, server, written, address);
              await visitor.reload();
              await expectPage(visitor, server, written, address);
            }
            await server.stop();
            for (const [written, address] of addressesFor(project, habit, inFolder)) {
              await visitor.visit(server.url(written));
              await expectPage(visitor, server, written, address);
            }
          });
        });
      });
    }
  });
}

/** Addresses that nobody of the site made, as they are typed behind the site's own. */
const HOSTILE = [
  '//evil.example/x',
  '//evil.example',
  '///evil.example/x',
  '//evil.example/help',
  '/\\evil.example/x',
  '\\\\evil.example\\x',
  '/%2F/evil.example/x',
  '/%2Fevil.example',
  '/%5Cevil.example/x',
  '/%5C%5Cevil.example',
  '/\t/evil.example/x',
  '/..//evil.example/x',
  '/.//evil.example/x',
  '/help/..//evil.example',
  '/help//evil.example',
  '/help/%2e%2e//evil.example',
  '/learn/%252e%252e/x',
  '//',
  '/./',
  '/https://evil.example',
  '/https:evil.example',
  '/@evil.example',
  '/help@evil.example',
  '/help/?next=//evil.example',
  '/help/#//evil.example',
  '/__proto__',
  '/constructor',
  '/%',
  '/%E0%A4%A',
  '/help%00',
  '/meetings.',
  '/meetings.ics/x',
  '/help/index.html/index.html',
  '/index.html/',
  '/offline.html',
  '/404.html',
  '/nowhere.html',
  '/signs/.hidden',
  '/content/',
  '/content/en.json',
  '/share.png',
  '/icons/192.png',
  '/porchlight-0000.js',
  '/sw.js',
];

for (const inFolder of [false, true]) {
  test.describe(inFolder ? 'in a folder' : 'at the root', () => {
    test.use({ inFolder, keeps: true, breaks: true });
    test.setTimeout(180_000);

    test('no address leads off the site, and without a network each is answered with help in view', async ({ visitor, server }, { project }) => {
      await firstVisit(visitor);
      await saved(visitor);
      const addressOf = (path) => new URL(server.origin + server.base.slice(0, -1) + path);
      const some = project.name.startsWith('chromium') ? HOSTILE : HOSTILE.slice(0, 12).concat('/meetings.', '/offline.html', '/share.png');
      // An address that leads out of the folder is not the site's to answer.
      const paths = some.filter((path) => addressOf(path).pathname.startsWith(server.base));
      const visit = (path) => visitor.visit(addressOf(path).href);
      const origin = () => visitor.evaluate(() => location.origin);
      for (const path of paths) {
        await test.step(path, async () => {
          await visit(path);
          expect(await origin()).toBe(server.origin);
        });
      }
      await server.stop();
      for (const path of paths) {
        await test.step(`${path} without a network`, async () => {
          await visit(path);
          expect(await origin()).toBe(server.origin);
          if (!(await visitor.evaluate(() => document.contentType)).startsWith('text/html')) return;
          await expectRule(visitor);
        });
      }
    });
  });
}
