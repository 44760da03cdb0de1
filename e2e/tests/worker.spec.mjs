// The worker in memory: what a browser shows only now and then, because it depends on which of two things comes first.
import { expect, test } from '@playwright/test';
import { startWorker } from '../support/in-memory.mjs';
import { DIST, ui } from '../support/site.mjs';

const CONTENT = ['content/site.json', 'content/en.json'];

/** A worker with a whole copy. */
async function withCopy() {
  const worker = startWorker(DIST);
  await worker.install();
  return worker;
}
const copyOf = (worker) => [...worker.kept].map(([name, files]) => [name, [...files.keys()].sort()]).sort();

for (const file of ['/meetings.ics', '/offline.html', '/']) {
  for (const [which, times, then] of [
    ['first', 1, 'the second makes it'],
    ['second', 2, 'the copy of the first stays'],
  ]) {
    test(`two windows ask for the copy, and the ${which} time ${file} does not come: ${then}`, async () => {
      const whole = copyOf(await withCopy());
      const worker = await withCopy();
      worker.kept.clear();
      worker.failLate(file, times);
      await Promise.all([worker.ask('save'), worker.ask('save')]);
      expect(copyOf(worker)).toEqual(whole);
      expect((await worker.ask('state')).whole).toBe(true);
    });
  }
}

/** Addresses, each with what is shown there without a network. */
const ANSWERS = [
  ['/', 'index.html'],
  ['/index.html', 'index.html'],
  ['/INDEX.HTML?x=1', 'index.html'],
  ['//', 'index.html'],
  ['/.//', 'index.html'],
  ['/help', 'help/index.html'],
  ['/help/index.html', 'help/index.html'],
  ['/Help.html', 'help/index.html'],
  ['//help//', 'help/index.html'],
  ['/%68elp/', 'help/index.html'],
  ['/meetings', 'offline.html'],
  ['/meetings.', 'offline.html'],
  ['/signs/all/index.html', 'offline.html'],
  ['/offline.html', 'offline.html'],
  ['/404.html', 'offline.html'],
  ['/share.png', 'offline.html'],
  ['/content/en.json', 'offline.html'],
  ['/nowhere/x.pdf', 'offline.html'],
  ['//evil.example/x', 'offline.html'],
  ['///evil.example/help', 'offline.html'],
  ['/\\evil.example/x', 'offline.html'],
  ['/\t/evil.example/x', 'offline.html'],
  ['/..//evil.example/x', 'offline.html'],
  ['/%2F/evil.example/x', 'offline.html'],
  ['/%5C%5Cevil.example/x', 'offline.html'],
  ['/help//evil.example', 'offline.html'],
  ['/help/%2F%2Fevil.example/', 'offline.html'],
  ['/learn/%252e%252e/', 'offline.html'],
  ['/help/%', 'offline.html'],
  ['/%E0%A4%A', 'offline.html'],
  ['/constructor', 'offline.html'],
  ['/__proto__/', 'offline.html'],
];

test('every address is answered without a network, and none leads elsewhere', async () => {
  const worker = await withCopy();
  worker.goOffline();
  for (const [address, file] of ANSWERS) {
    const answer = await worker.navigate(`https://example.org${address}`);
    expect.soft(answer.headers.get('location'), address).toBe(null);
    expect.soft(await answer.text(), address).toContain(` data-page="${file}"`);
  }
});

test('every address is answered with a network, and none leads elsewhere', async () => {
  const worker = await withCopy();
  for (const [address] of ANSWERS) {
    const answer = await worker.navigate(`https://example.org${address}`);
    expect.soft(answer.headers.get('location'), address).toBe(null);
    expect.soft([200, 404], address).toContain(answer.status);
  }
});

test('without a copy and without a network every address is answered with the numbers', async () => {
  const worker = await withCopy();
  worker.kept.clear();
  worker.goOffline();
  for (const [address] of ANSWERS) {
    const answer = await worker.navigate(`https://example.org${address}`);
    expect.soft(await answer.text(), address).toContain(ui('offline.numbers'));
  }
});

/** Windows beside the one that reloads, and whether the release that waits may take over. */
const WINDOWS = [
  ['there is none', () => {}, true],
  ['one stays', (worker) => worker.openWindow('other', true), false],
  ['one is about to go', (worker) => worker.openWindow('other', false), true],
  ['one that was there before says nothing: the browser keeps it for the way back', (worker) => worker.openWindow('other'), true],
  [
    'one is still loading',
    async (worker) => {
      await worker.navigate('/signs/', 'other');
      worker.openWindow('other');
    },
    false,
  ],
  [
    'one has loaded, said so, and is kept for the way back',
    async (worker) => {
      await worker.navigate('/signs/', 'page');
      await worker.ask('state');
      worker.openWindow('page');
    },
    true,
  ],
  ['one has its answer, and is not there yet', (worker) => worker.navigate('/signs/', 'other'), false],
  [
    'one waits for its answer',
    async (worker) => {
      const asked = worker.lose('/signs/');
      worker.navigate('/signs/', 'other');
      await asked;
    },
    false,
  ],
];

for (const [what, prepare, mayTakeOver] of WINDOWS) {
  test(`a release waits, a window reloads, and of the others ${what}`, async () => {
    const worker = await withCopy();
    worker.closeWindows();
    await prepare(worker);
    const asked = worker.release('next');
    const answer = worker.navigate('/', 'new');
    // Who says nothing is not waited for.
    await worker.rests();
    worker.pass(2000);
    await answer;
    expect(asked).toEqual(mayTakeOver ? ['take-over'] : []);
  });
}

test('content that no app finds good or bad is not held for ever', async () => {
  const worker = await withCopy();
  for (const name of CONTENT) await worker.fetch(name);
  worker.pass(60_000);
  worker.startCounting();
  await worker.ask('accepted');
  expect(worker.writes, 'it was held no more').toEqual([]);
});

const BYTES = [
  ['in Windows-1252', (file) => Buffer.from(file.toString().replaceAll('’', '\u0092').replaceAll(/[^\0-\xff]/g, ''), 'latin1')],
  ['in UTF-16', (file) => Buffer.from(`\ufeff${file}`, 'utf16le')],
  ['with one byte in a word that is no letter', (file) => Buffer.from(file.toString('latin1').replace('Porchlight', 'Porch\xfflight'), 'latin1')],
  ['cut off', (file) => file.subarray(0, file.length / 2)],
];

for (const [how, change] of BYTES) {
  test(`content saved ${how} is not shown: the copy is, and it stays`, async () => {
    const worker = await withCopy();
    const before = await (await worker.fetch('content/en.json'))[0].arrayBuffer();
    await worker.ask('accepted');
    worker.alter('/content/en.json', change);
    worker.startCounting();
    const [shown] = await worker.fetch('content/en.json');
    expect(Buffer.from(await shown.arrayBuffer()).equals(Buffer.from(before))).toBe(true);
    await worker.ask('accepted');
    expect(worker.writes).toEqual([]);
  });
}
