// Getting ready to call: a person's own words, in memory only, and gone when promised.
import { site, ui, words } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

const { saw } = words.flows;
const door = ({ text, about }) => (about ? `${text} ${about}` : text);
const toReady = door({ text: ui('ready.door'), about: ui('ready.door_about') });
const MARKER = 'marigold';
const QUESTIONS = ['who', 'what', 'when', 'where', 'why'];
/** The name of a field is its question; its hint is a description. */
const field = (question) => ui(`ready.${question}`);

const aloud = (visitor) => visitor.evaluate(() => document.querySelector('.aloud').innerText);
/** Everything in the document: its markup, and what is in its fields. */
const inDocument = (visitor) =>
  visitor.evaluate(() => document.documentElement.outerHTML + [...document.querySelectorAll('textarea, input')].map(({ value }) => value));

/** A way through a flow, with something ticked, chosen and written. */
async function note(visitor) {
  await visitor.open('/signs/saw/');
  await visitor.click('button', door(saw.steps.now.choices.work));
  await visitor.click('button', words.settings.hotel.name);
  const strong = site.signs.find(({ id }) => id === '27');
  await visitor.click('checkbox', words.signs[strong.id]);
  await visitor.click('link', toReady);
  await visitor.arrives(ui('ready.title'));
  for (const question of QUESTIONS) await visitor.type('textbox', field(question), `${MARKER} ${question}`);
  await expect.poll(() => aloud(visitor)).toContain(`${MARKER} why`);
  return words.signs[strong.id];
}

test('what was ticked, chosen and written stands where it answers', async ({ visitor }) => {
  const sign = await note(visitor);
  const lines = () =>
    [...document.querySelectorAll('.aloud dl > div')].map((line) => [...line.children].map(({ textContent }) => textContent));
  expect(await visitor.evaluate(lines)).toEqual([
    [field('who'), `${MARKER} who`],
    [field('what'), `${MARKER} what`, sign],
    [field('when'), `${MARKER} when`],
    [field('where'), `${MARKER} where`, words.settings.hotel.name],
    [field('why'), `${MARKER} why`],
  ]);
});

/** Every place outside of the document in which a page can leave something. */
async function traces(visitor, server) {
  const inPage = await visitor.evaluate(async () => {
    const globals = Object.getOwnPropertyNames(window).map((name) => {
      try {
        return JSON.stringify(window[name]);
      } catch {
        // It goes round in a circle, as the window does.
        return name;
      }
    });
    const held = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) held.push(request.url, await (await cache.match(request)).text());
    }
    return [
      location.href,
      history.state,
      document.title,
      document.cookie,
      globals,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      await indexedDB.databases(),
      held,
      performance.getEntries().map(({ name }) => name),
    ];
  });
  return JSON.stringify([inPage, await visitor.requests(), server.requests]);
}

test('nothing of it is in address, history, storage, caches, globals or requests', async ({ visitor, server }) => {
  const sign = await note(visitor);
  const expectNone = async () => {
    const found = await traces(visitor, server);
    for (const word of [MARKER, sign, 'hotel', 'professional']) expect(found).not.toContain(word);
  };
  await expectNone();
  // On every entry of the way.
  for (const heading of [saw.title, saw.title, saw.title]) {
    await visitor.back();
    await visitor.arrives(heading);
    await expectNone();
  }
  expect(await visitor.evaluate(() => String(history.state))).toMatch(/^\d+ \d+$/);
});

test('Clear leaves nothing of it in the document', async ({ visitor }) => {
  const sign = await note(visitor);
  await visitor.click('button', ui('signs.clear'));
  await expect.poll(() => inDocument(visitor)).not.toContain(MARKER);
  expect(await inDocument(visitor)).not.toContain(sign);
  await visitor.back();
  await visitor.arrives(saw.title);
  await visitor.sees('heading', saw.steps.now.title);
});

test.describe('Exit', () => {
  test.use({ leaves: true, breaks: true });

  test('leaves nothing of it in the document, nor behind Back', async ({ visitor }) => {
    await note(visitor);
    await visitor.standIn(site.exit);
    await visitor.click('link', ui('bar.exit'));
    await expect.poll(() => visitor.title()).toBe('Elsewhere');
    expect(await inDocument(visitor)).not.toContain(MARKER);
    await visitor.back();
    await expect.poll(() => visitor.title()).not.toBe('Elsewhere');
    expect(await inDocument(visitor)).not.toContain(MARKER);
  });
});

test.describe('in the background', () => {
  test.beforeEach(({ server }) => {
    // The app goes to the background and comes back later. Calls are not made.
    server.inject(`
      let later = 0;
      let hidden = false;
      const now = Date.now;
      Date.now = () => now() + later;
      Object.defineProperty(document, 'hidden', { get: () => hidden });
      const change = (value) => { hidden = value; document.dispatchEvent(new Event('visibilitychange')); };
      window.away = (minutes) => { change(true); later += minutes * 60000; change(false); };
      window.addEventListener('click', (event) => event.target.closest('a[href^="tel:"]') && event.preventDefault());
    `);
  });
  const away = (minutes) => [(minutes) => window.away(minutes), minutes];

  test('it is kept for less than ten minutes, then forgotten', async ({ visitor }) => {
    await note(visitor);
    await visitor.evaluate(...away(9.9));
    expect(await aloud(visitor)).toContain(MARKER);
    // Each time counts by itself.
    await visitor.evaluate(...away(9.9));
    expect(await aloud(visitor)).toContain(MARKER);
    await visitor.evaluate(...away(10));
    await expect.poll(() => inDocument(visitor)).not.toContain(MARKER);
  });

  test('after Call was tapped it is kept for sixty minutes', async ({ visitor }) => {
    await note(visitor);
    await visitor.evaluate(() => document.getElementById('bar-call').click());
    await visitor.evaluate(...away(30));
    await visitor.evaluate(...away(29.5));
    expect(await aloud(visitor)).toContain(MARKER);
    await visitor.evaluate(...away(10));
    await expect.poll(() => inDocument(visitor)).not.toContain(MARKER);
  });
});

test('coming and going fifty times leaves one timer at most', async ({ visitor, server }) => {
  server.inject(`
    let hidden = false;
    Object.defineProperty(document, 'hidden', { get: () => hidden });
    window.change = (value) => { hidden = value; document.dispatchEvent(new Event('visibilitychange')); };
    // Nothing else waits for a minute.
    window.waiting = new Set();
    const { setTimeout, clearTimeout } = window;
    window.setTimeout = (work, wait, ...given) => {
      const timer = setTimeout(() => { window.waiting.delete(timer); work(...given); }, wait);
      if (wait > 60000) window.waiting.add(timer);
      return timer;
    };
    window.clearTimeout = (timer) => { window.waiting.delete(timer); clearTimeout(timer); };
  `);
  await note(visitor);
  const timers = async (times) => {
    for (let time = 0; time < times; time += 1) {
      await visitor.evaluate(() => window.change(true));
      await visitor.evaluate(() => window.change(false));
    }
    return visitor.evaluate(() => window.waiting.size);
  };
  expect(await timers(1), 'timers are counted').toBe(1);
  expect(await timers(49)).toBe(1);
  expect(await aloud(visitor)).toContain(MARKER);
});

test('it is handed on only on purpose, after a warning', async ({ visitor, server }) => {
  server.inject('window.handed = []; navigator.share = async (data) => void window.handed.push(data)');
  await note(visitor);
  expect(await visitor.count('button', ui('ready.share_now'))).toBe(0);
  await visitor.evaluate(() => document.querySelector('.keep summary').click());
  await expect.poll(() => visitor.mainText()).toContain(ui('ready.share_about'));
  expect(await visitor.evaluate(() => window.handed)).toEqual([]);
  await visitor.click('button', ui('ready.share_now'));
  await expect.poll(() => visitor.evaluate(() => window.handed.length)).toBe(1);
  const [handed] = await visitor.evaluate(() => window.handed);
  expect(Object.keys(handed)).toEqual(['text']);
  expect(handed.text).toContain(`${MARKER} who`);
});

test('where the phone cannot hand it on, that is not offered', async ({ visitor, server }) => {
  server.inject('delete Navigator.prototype.share');
  await note(visitor);
  expect(await visitor.evaluate(() => document.querySelector('.keep details').checkVisibility())).toBe(false);
});
