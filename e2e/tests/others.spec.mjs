// Others change the page before the app is there, and after: what reacts is right, nothing is doubled, nothing gets lost.
import { CHANGES, EARLY_CHANGES, toRun } from '../support/others.mjs';
import { listed } from '../support/signs.mjs';
import { articlePages, innerPages, mainPages, site, ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

/** Opens a page, has it changed before the app is there, and lets the app come. */
async function openChanged(visitor, server, path, change) {
  const letGo = server.hold(/\.wasm$/);
  await visitor.visit(server.url(path));
  await visitor.evaluate(toRun(change));
  letGo();
  await visitor.started();
  await visitor.offersApp(true);
}

// The changes are in names too: what follows finds its nodes by their ids.

/** Looks for a word, ticks what is found, takes both back. It gives what the page said meanwhile. */
async function searchAndTick(word) {
  const field = document.getElementById('search');
  const visible = () => [...document.querySelectorAll('.signs input')].filter((box) => box.checkVisibility());
  const said = () => document.getElementById('count').textContent;
  const look = (text) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return new Promise((resolve) => setTimeout(resolve));
  };
  await look(word);
  const found = visible();
  const searched = [found.length, said()];
  found[0].click();
  await new Promise((resolve) => setTimeout(resolve));
  const ticked = document.getElementById('noticed-title').textContent;
  const noticed = document.querySelectorAll('#noticed li').length;
  found[0].click();
  await look('');
  return { searched, ticked, noticed, all: said(), status: document.querySelectorAll('#count').length };
}

async function expectSigns(visitor) {
  const { searched, ...rest } = await visitor.evaluate(searchAndTick, 'passport');
  expect(searched[0]).toBeGreaterThan(0);
  expect(searched[0]).toBeLessThan(20);
  expect(searched[1]).toBe(listed(searched[0]));
  expect(rest).toEqual({ ticked: ui('signs.ticked_one'), noticed: 1, all: listed(site.signs.length), status: 1 });
}

/** Writes a note, then taps Text and Copy. */
async function noteAndTap(note) {
  const field = document.querySelector('main textarea');
  field.value = note;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  addEventListener('click', (event) => event.preventDefault(), { once: true });
  document.getElementById('bar-text').click();
  const copies = [...document.querySelectorAll('.aloud .copy, .actions .copy, .copy')];
  const button = copies.at(-1).querySelector('button');
  button.click();
  await new Promise((resolve) => setTimeout(resolve));
  return { kept: field.value, aloud: document.querySelector('.aloud').innerText.split(note).length - 1 };
}

async function expectNotes(visitor) {
  expect(await visitor.evaluate(noteAndTap, 'marigold')).toEqual({ kept: 'marigold', aloud: 1 });
  const outcomes = () => [...document.querySelectorAll('.copy .outcome')].filter(({ textContent }) => /\w/.test(textContent)).length;
  await expect.poll(() => visitor.evaluate(outcomes), { message: 'a copy button says how it went' }).toBeGreaterThan(0);
}

/** How often each of some texts is to be read in the page. */
const readings = (texts) => {
  const plain = document.body.innerText.replaceAll(/\s+/g, ' ');
  return texts.map((text) => plain.split(text).length - 1);
};

async function expectMeeting(visitor) {
  const texts = [ui('home.next'), ui('home.meetings')];
  await expect.poll(() => visitor.evaluate(readings, texts)).toEqual([1, 0]);
}

const PAGES = [
  ['/signs/all/', expectSigns],
  ['/help/ready/', expectNotes],
  ['/', expectMeeting],
];

for (const [name, change, tag = []] of CHANGES) {
  test(`${name}: the page reacts as it should`, { tag }, async ({ visitor, server }) => {
    for (const [path, expectRight] of PAGES) {
      await test.step(path, async () => {
        await openChanged(visitor, server, path, change);
        await expectRight(visitor);
        await visitor.evaluate(toRun(change));
        await expectRight(visitor);
      });
    }
    const others = server.requests.filter(({ url }) => /content\/(?!en|site)/.test(url));
    expect(others, 'content in other languages').toEqual([]);
  });
}

for (const [name, change] of EARLY_CHANGES) {
  test(`${name}: the page reacts as it should`, { tag: '@chromium' }, async ({ visitor, server }) => {
    for (const [path, expectRight] of PAGES) {
      await test.step(path, async () => {
        await openChanged(visitor, server, path, change);
        await expectRight(visitor);
      });
    }
  });
}

test('a page from other content is right after each change', { tag: '@chromium' }, async ({ visitor, server }) => {
  server.edit('en.json', (words) => void (words.ui['signs.lead'] += '!'));
  for (const [name, change] of [...CHANGES, ...EARLY_CHANGES]) {
    await test.step(name, async () => {
      await openChanged(visitor, server, '/signs/all/', change);
      await expectSigns(visitor);
    });
  }
});

test('classes of others stay, and what needs the app is shown all the same', async ({ visitor, server }) => {
  await openChanged(visitor, server, '/signs/all/', `document.documentElement.className = 'translated-ltr';`);
  expect(await visitor.evaluate(() => document.documentElement.className)).toBe('translated-ltr');
});

test.describe('errors of others', () => {
  test.use({ breaks: true });

  /** Runs in the page: an error with that stack, as an extension's promise or script. */
  const throwWith = ({ name, stack, asPromise }) => {
    const error = Object.assign(new Error('not ours'), { name });
    Object.defineProperty(error, 'stack', { value: stack.replace('ORIGIN', location.origin) });
    if (asPromise) dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: error }));
    else dispatchEvent(new ErrorEvent('error', { error, message: String(error), filename: '' }));
  };

  const STACKS = [
    ['Error', 'Error: x\n    at f (chrome-extension://abc/inpage.wasm:1:1)'],
    ['RuntimeError', 'RuntimeError: unreachable\n    at wasm://wasm/0012abcd:wasm-function[12]:0x34'],
    ['RuntimeError', '<?>.wasm-function[12]@[wasm code]\nsafari-web-extension://abc/content.js:1:1'],
    ['Error', 'f@moz-extension://abc/porchlight.js:1:1'],
    ['TypeError', 'TypeError: x\n    at ORIGIN/help/:1:20'],
    ['Error', ''],
  ];

  test('leave the app as it is', async ({ visitor }) => {
    await visitor.open('/signs/all/');
    for (const [name, stack] of STACKS) {
      for (const asPromise of [true, false]) await visitor.evaluate(throwWith, { name, stack, asPromise });
    }
    await visitor.evaluate(() => void dispatchEvent(new ErrorEvent('error', { message: 'Script error.' })));
    await visitor.evaluate(() => void dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: null })));
    await visitor.offersApp(true);
    await expectSigns(visitor);
  });

  test('that come from our own files end it', async ({ visitor }) => {
    await visitor.open('/signs/all/');
    await visitor.evaluate(() => {
      const file = document.getElementById('start').src;
      const error = Object.assign(new Error('ours'), { stack: `Error: ours\n    at f (${file}:1:1)` });
      dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: error }));
    });
    await visitor.offersApp(false);
  });
});

test('every page comes without an error in a translator’s hands', async ({ visitor, server }) => {
  const [, translate] = CHANGES[0];
  for (const { path } of [...mainPages, ...innerPages, articlePages[0]]) {
    await test.step(path, () => openChanged(visitor, server, path, translate));
  }
});
