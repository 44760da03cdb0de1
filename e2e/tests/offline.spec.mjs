// After one visit the app works with the server gone (fault 4). To stop the server is what offline is in every engine, for
// workers too.
import { expectBar } from '../support/bar.mjs';
import { firstVisit, says, saved } from '../support/copy.mjs';
import { articlePages, mainPages, pages, pagesFor, settingPages, site, ui, words } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

// A browser calls it an error that the server does not answer.
test.use({ keeps: true, breaks: true });

const kinds = [...mainPages, settingPages[0], articlePages[0]];
/** When newer text was last looked for is another time each time. */
const looked = new RegExp(`^${ui('offline.looked', { time: '.*' })}$`);
const search = ui('signs.search', { count: site.signs.length });

for (const [where, inFolder] of [
  ['at the root', false],
  ['in a folder', true],
]) {
  test.describe(where, () => {
    test.use({ inFolder });

    test('every address opens, with its heading and its title, and help in view', async ({ visitor, server }, { project }) => {
      test.setTimeout(90_000);
      await firstVisit(visitor);
      await server.stop();
      for (const { path, heading, title } of inFolder ? kinds : pagesFor(project)) {
        await visitor.open(path);
        await visitor.arrives(heading);
        expect(await visitor.title()).toBe(title);
        await expectBar(visitor);
      }
    });
  });
}

test('every kind of page says the same as with a network', async ({ visitor, server }) => {
  test.setTimeout(120_000);
  await firstVisit(visitor);
  const read = async (path) => {
    await visitor.open(path);
    await saved(visitor);
    return (await visitor.mainText()).split('\n').filter((line) => !looked.test(line));
  };
  const online = [];
  for (const { path } of kinds) online.push(await read(path));
  await server.stop();
  for (const [index, { path }] of kinds.entries()) expect(await read(path), path).toEqual(online[index]);
});

test('the date of the copy stays in the language of the words, whatever the page is said to be in @chromium', async ({ visitor }) => {
  await firstVisit(visitor);
  await visitor.open('/about/');
  await saved(visitor);
  const line = () => [...document.querySelectorAll('[data-text]')].map(({ textContent }) => textContent).join();
  await expect.poll(() => visitor.evaluate(line)).toMatch(/\d{4}/);
  const before = await visitor.evaluate(line);
  await visitor.evaluate(() => {
    document.documentElement.lang = 'ja';
    // All of it is written anew.
    for (const element of document.querySelectorAll('[data-text]')) element.textContent = '';
    dispatchEvent(new Event('storage'));
  });
  expect(await visitor.evaluate(line)).toBe(before);
});

for (const path of ['/', '/signs/all/']) {
  test(`a first visit of ${path} keeps the first page, Help and the shell as they were built`, async ({ visitor, server }) => {
    await firstVisit(visitor, path);
    const pagesAsked = server.requests.filter(({ url }) => /\/$|\.html$/.test(url)).map(({ url }) => url);
    expect([...new Set(pagesAsked)].sort()).toEqual([...new Set(['/', '/help/', '/offline.html', path])].sort());
    for (const kept of ['/', '/help/', '/offline.html']) {
      const both = async (kept) => {
        const copy = await caches.match(kept);
        const built = await fetch(`${kept}?`, { cache: 'reload' });
        return [await copy.text(), copy.status, await built.text()];
      };
      const [copy, status, built] = await visitor.evaluate(both, kept);
      expect(copy, kept).toBe(built);
      expect(status).toBe(200);
    }
  });
}

test('a first visit of any page is enough for all others', async ({ visitor, server }) => {
  await firstVisit(visitor, settingPages[0].path);
  await server.stop();
  for (const path of ['/', '/help/', articlePages[0].path]) {
    await visitor.open(path);
    await visitor.arrives(pages.find((page) => page.path === path).heading);
  }
});

test('what is kept does not tell what was read', async ({ visitor }) => {
  await firstVisit(visitor);
  const kept = async () => {
    const keys = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url);
    return (await Promise.all((await caches.keys()).map(keys))).flat().sort();
  };
  const before = await visitor.evaluate(kept);
  for (const path of ['/signs/hotel/', articlePages[0].path, '/help/', '/']) await visitor.open(path);
  expect(await visitor.evaluate(kept)).toEqual(before);
});

test('Help says what was edited since the build', async ({ visitor, server }) => {
  server.edit('en.json', (words) => void (words.ui['help.lead'] = 'Other words.'));
  await firstVisit(visitor);
  await server.stop();
  await visitor.open('/help/');
  await visitor.arrives(ui('help.title'));
  expect(await visitor.mainText()).toContain('Other words.');
});

test('search, ticks and the summary work', async ({ visitor, server }) => {
  await firstVisit(visitor);
  await server.stop();
  await visitor.open('/signs/all/');
  await visitor.click('checkbox', words.signs[site.signs[0].id]);
  await visitor.sees('heading', ui('signs.ticked_one'));
  await visitor.type('searchbox', search, 'zzzz');
  await expect.poll(() => visitor.mainText()).toContain(ui('signs.none'));
  await visitor.click('button', ui('signs.reset'));
  await visitor.sees('heading', ui('signs.ticked_one'));
});

test('the next meeting is told, and the calendar file is there', async ({ visitor, server }) => {
  await firstVisit(visitor);
  await server.stop();
  await visitor.open('/meetings/');
  await visitor.sees('heading', ui('meet.next'));
  const file = await visitor.evaluate(async (name) => {
    const link = [...document.links].find((link) => link.innerText.includes(name));
    return (await fetch(link.href)).text();
  }, ui('meet.calendar'));
  expect(file).toMatch(/^BEGIN:VCALENDAR/);
});

test('links lead on, and Back leads back', async ({ visitor, server }) => {
  await firstVisit(visitor);
  await server.stop();
  await visitor.open('/');
  await visitor.click('link', ui('nav.signs'));
  await visitor.arrives(ui('doors.title'));
  await visitor.reload();
  await visitor.started();
  await visitor.arrives(ui('doors.title'));
  await visitor.back();
  await visitor.arrives(ui('home.title'));
});

test('the page tells how far the saving is, that it is done, and that the copy is a trace', async ({ visitor, server }) => {
  const letGo = server.hold('meetings.ics');
  await visitor.open('/about/');
  const progress = new RegExp(ui('offline.saving', { done: '(\\d+)', all: '(\\d+)' }));
  const status = () => visitor.evaluate(() => document.querySelector('#copy').closest('section').innerText);
  await expect.poll(status).toMatch(progress);
  await expect.poll(async () => {
    const [, done, all] = (await status()).match(progress);
    // All but the file that is held back, and what is kept after all others.
    return Number(done) > 3 && Number(done) < Number(all);
  }).toBe(true);
  expect(await status()).not.toContain(ui('offline.saved'));
  letGo();
  await says(visitor, 'offline.saved');
  await visitor.sees('button', ui('remove.button'));
});

test('5: nothing is promised before the copy is whole', async ({ visitor, server }) => {
  server.hold('meetings.ics');
  await visitor.open('/about/');
  await expect.poll(() => server.requests.some(({ url }) => url.endsWith('sw.js'))).toBe(true);
  await visitor.reload();
  await visitor.started();
  const text = await visitor.text();
  for (const word of ['offline.saved', 'offline.short_saved']) expect(text).not.toContain(ui(word));
});

test.describe('what is sent', () => {
  test.skip(({ browserName }) => browserName === 'webkit', 'a test’s window of WebKit keeps nothing of what it has loaded');

  test('what the page has just loaded is not sent twice', async ({ visitor, server }) => {
    await firstVisit(visitor);
    const sent = server.requests.filter(({ status }) => status === 200).map(({ url }) => url);
    const twice = sent.filter((url, index) => sent.indexOf(url) !== index);
    expect(twice).toEqual([]);
  });
});

test.describe('25: Exit with no network', () => {
  test.use({ leaves: true });

  test('page and title are blank in the same moment, and a second tap changes nothing', async ({ visitor, server }) => {
    await firstVisit(visitor);
    await server.stop();
    await visitor.open('/help/');
    await visitor.standIn(site.exit);
    const blank = await visitor.evaluate((name) => {
      const exit = [...document.links].find((link) => link.innerText.trim() === name);
      exit.click();
      exit.click();
      return { title: document.title, nodes: document.body.childNodes.length };
    }, ui('bar.exit'));
    expect(blank).toEqual({ title: '', nodes: 0 });
    await expect.poll(async () => (await visitor.url()).includes('/help/')).toBe(false);
    // Where one can look at what is kept.
    await server.restart();
    await visitor.open('/');
  });
});
