// The app takes a page over that is already there: nothing that a person has, sees or is about to do gets lost.
import { articlePages, innerPages, mainPages, settingPages, site, ui, words } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

const WASM = /\.wasm$/;
const kinds = [...mainPages, ...innerPages, settingPages[0], articlePages[0]];
const sign = (index) => words.signs[site.signs[index].id];
const search = ui('signs.search', { count: site.signs.length });

/** Opens a page, does something before the app is there, and lets the app come. */
async function before(visitor, server, path, work) {
  const letGo = server.hold(WASM);
  await visitor.visit(server.url(path));
  const result = await work();
  letGo();
  await visitor.started();
  return result;
}

// Elements that only a running program can fill.
const LIVE = '.next, .dates li, [data-text]';

/** Runs in the page. */
function remember(live) {
  const walker = document.createTreeWalker(document.getElementById('app'));
  window.known = new Set();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!(node.closest ? node : node.parentElement).closest(live)) window.known.add(node);
  }
}

/** Runs in the page: the nodes that are new, and those that are gone. */
function changes(live) {
  const known = window.known;
  const name = (node) => node.data ?? node.outerHTML.slice(0, 80);
  const gone = [...known].filter((node) => !node.isConnected).map(name);
  window.known = new Set();
  const walker = document.createTreeWalker(document.getElementById('app'));
  const fresh = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    // HTML cannot hold a text that is still empty.
    if (node.data === '' || known.has(node)) continue;
    if (!(node.closest ? node : node.parentElement).closest(live)) fresh.push(name(node));
  }
  return { count: known.size > 20, gone, fresh };
}

test('the nodes of every kind of page stay', async ({ visitor, server }) => {
  for (const { path } of kinds) {
    await test.step(path, async () => {
      await before(visitor, server, path, () => visitor.evaluate(remember, LIVE));
      expect(await visitor.evaluate(changes, LIVE)).toEqual({ count: true, gone: [], fresh: [] });
    });
  }
});

/** Runs in the page before anything of it: counts what is written although it was so before. */
const countRepeats = () => {
  window.repeats = 0;
  new MutationObserver((records) => {
    window.repeats += records.filter(({ target, attributeName, oldValue }) => target.getAttribute(attributeName) === oldValue).length;
  }).observe(document, { subtree: true, attributeOldValue: true });
};

test('nothing is written that is there already', async ({ visitor, server }) => {
  server.inject(`(${countRepeats})()`);
  const repeats = () => visitor.evaluate(() => window.repeats);
  await visitor.open('/signs/all/');
  expect(await repeats()).toBe(0);
  // Now the page was written from other content, and all of it is looked at.
  server.edit('en.json', (words) => void (words.ui['signs.lead'] += '!'));
  await visitor.open('/signs/all/');
  expect(await repeats()).toBe(0);
});

test('scroll, focus, and what is open or closed stay', async ({ visitor, server }) => {
  const state = () => ({
    scroll: Math.round(scrollY),
    focus: [...document.querySelectorAll('li input')].indexOf(document.activeElement),
    details: [...document.querySelectorAll('details')].map(({ open }) => open),
  });
  const made = await before(visitor, server, '/signs/all/', async () => {
    await visitor.evaluate(() => {
      // One that was open, and one that was closed.
      for (const selector of ['.places', 'li details']) document.querySelector(`${selector} > summary`).click();
      document.querySelector('li + li input').focus({ preventScroll: true });
      scrollTo(0, 1200);
    });
    await expect.poll(() => visitor.evaluate(state)).toMatchObject({ scroll: 1200 });
    return visitor.evaluate(state);
  });
  expect(made.details.filter((open) => open)).toHaveLength(1);
  expect(made.focus).toBe(1);
  expect(await visitor.evaluate(state)).toEqual(made);
});

test('ticks, words and choices made before count', async ({ visitor, server }) => {
  await before(visitor, server, '/signs/all/', async () => {
    await visitor.click('checkbox', sign(0));
    await visitor.click('checkbox', sign(1));
    await visitor.choose('combobox', ui('signs.kind'), words.kinds.papers.name);
    await visitor.type('searchbox', search, 'passport');
  });
  await visitor.sees('heading', ui('signs.ticked', { count: 2 }));
  const state = () => ({
    typed: document.querySelector('input[type=search]').value,
    chosen: document.getElementById('kind').value,
    noticed: [...document.querySelectorAll('#noticed li')].map((item) => item.textContent),
    listed: [...document.querySelectorAll('.signs label')].filter((label) => label.checkVisibility()).map((label) => label.textContent),
    status: document.querySelector('.status [role=status]').textContent,
  });
  const { listed, status, ...kept } = await visitor.evaluate(state);
  expect(kept).toEqual({ typed: 'passport', chosen: 'papers', noticed: [sign(0), sign(1)] });
  const kinds = listed.map((text) => site.signs.find(({ id }) => words.signs[id] === text).kind);
  expect([...new Set(kinds)]).toEqual(['papers']);
  const papers = site.signs.filter(({ kind }) => kind === 'papers');
  expect(listed.length, 'what was typed narrows the list further').toBeLessThan(papers.length);
  expect(status).toBe(listed.length === 1 ? ui('signs.shown_one') : ui('signs.shown', { count: listed.length }));
});

test('while something is pressed, the app waits; then the press counts', async ({ visitor, server }) => {
  // The app listens for the end of the press when it is ready in all but that.
  server.inject(`
    window.waits = false;
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (name, ...rest) {
      if (name === 'porchlight-released') window.waits = true;
      return addEventListener.call(this, name, ...rest);
    };
  `);
  const letGo = server.hold(WASM);
  await visitor.visit(server.url('/signs/all/'));
  await visitor.hold('checkbox', sign(0));
  letGo();
  await expect.poll(() => visitor.evaluate(() => window.waits)).toBe(true);
  expect(await visitor.evaluate(() => performance.getEntriesByName('app-interactive').length)).toBe(0);
  await visitor.letGo();
  await visitor.started();
  await visitor.sees('heading', ui('signs.ticked_one'));
});

test('a link that is followed before the app is there leads on', async ({ visitor, server }) => {
  await before(visitor, server, '/', async () => {
    await visitor.click('link', ui('nav.help'));
    await visitor.arrives(ui('help.title'));
  });
  expect(await visitor.path()).toBe('/help/');
});

test('content that is newer than the page is put in, and what is gone is taken out', async ({ visitor, server }) => {
  const { path, heading } = articlePages[0];
  const { id } = site.articles[0];
  const gone = words.articles[id].blocks.at(-1);
  const paragraph = words.articles[id].blocks.find(({ kind }) => kind === 'text');
  server.edit('en.json', ({ articles }) => {
    const article = articles[id];
    article.title = 'A newer title';
    article.blocks = [{ ...paragraph, text: 'A newer paragraph.' }, ...article.blocks.slice(0, -1)];
  });
  await before(visitor, server, path, async () => {
    await visitor.arrives(heading);
    expect(await visitor.mainText()).toContain(gone.text);
  });
  await visitor.arrives('A newer title');
  const text = await visitor.mainText();
  expect(text.split('A newer paragraph.')).toHaveLength(2);
  expect(text).not.toContain(gone.text);
});
