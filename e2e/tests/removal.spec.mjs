// What is removed stays removed, whatever the worker was just doing: the browser may end it right after its answer, or let
// it go on. For each kind of work the person removes everything during every single step of it.
import { expect, test } from '@playwright/test';
import { startWorker } from '../support/in-memory.mjs';
import { DIST } from '../support/site.mjs';

/** A copy was there; the browser has thrown it away. */
async function throwAway(worker) {
  await worker.install();
  worker.kept.clear();
}

/** A copy is there, and the page has newer content, which its app has not yet found good. */
async function offerContent(worker) {
  await worker.install();
  for (const name of ['content/site.json', 'content/en.json']) await worker.fetch(name);
}

const WORK = {
  'while the copy is being made': { prepare: () => {}, work: (worker) => worker.install() },
  'while a copy that was thrown away is made again': {
    prepare: throwAway,
    work: (worker) => worker.ask('save'),
  },
  'while it is made again for two windows': {
    prepare: throwAway,
    work: (worker) => Promise.all([worker.ask('save'), worker.ask('save')]),
  },
  'while newer content is being kept': {
    prepare: offerContent,
    work: (worker) => worker.ask('accepted'),
  },
  'while both are being done': {
    async prepare(worker) {
      await offerContent(worker);
      worker.kept.clear();
    },
    work: (worker) => Promise.all([worker.ask('save'), worker.ask('accepted')]),
  },
};

for (const [when, { prepare, work }] of Object.entries(WORK)) {
  test(when, async () => {
    const undisturbed = await start(prepare);
    await work(undisturbed);
    expect(undisturbed.writes.length).toBeGreaterThan(0);

    for (let step = 0; step < undisturbed.steps(); step += 1) {
      const worker = await start(prepare);
      const removed = new Promise((answered) => {
        worker.during(step, () => worker.ask('remove').then(answered));
      }).then(() => {
        expect([...worker.kept.keys()], `left by a removal during step ${step}`).toEqual([]);
        worker.writes.splice(0);
      });
      // What is removed meanwhile may fail.
      await Promise.all([work(worker).catch(() => {}), removed]);
      await worker.rests();
      expect(worker.writes, `kept after a removal during step ${step}`).toEqual([]);
    }
  });
}

test('what was removed comes again when it is wanted again', async () => {
  const worker = startWorker(DIST);
  await worker.install();
  const copy = [...worker.kept.keys()].sort();
  await worker.ask('remove');
  await worker.ask('save');
  expect([...worker.kept.keys()].sort()).toEqual(copy);
});

test('before anything is kept', async () => {
  const worker = startWorker(DIST);
  await worker.ask('remove');
  await expect(worker.install()).rejects.toThrow();
  expect(worker.writes).toEqual([]);
});

test('while a file does not come that two windows wait for: it is not waited for', async () => {
  const worker = startWorker(DIST);
  await throwAway(worker);
  const asked = worker.lose('/meetings.ics');
  const first = worker.ask('save');
  await asked;
  const second = worker.ask('save');
  await worker.ask('remove');
  await Promise.all([first, second]);
  expect([...worker.kept.keys()]).toEqual([]);
});

for (const file of ['/content/en.json', '/meetings.ics', '/']) {
  test(`while ${file} does not come: it is not waited for`, async () => {
    const worker = startWorker(DIST);
    const asked = worker.lose(file);
    const outcome = worker.install().then(() => 'whole', () => 'failed');
    await asked;
    await worker.ask('remove');
    expect([...worker.kept.keys()]).toEqual([]);
    expect(await outcome).toBe('failed');
  });
}

/** A worker that has just been prepared: what it does next is counted from here. */
async function start(prepare) {
  const worker = startWorker(DIST);
  await prepare(worker);
  worker.startCounting();
  return worker;
}
