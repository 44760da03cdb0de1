// What is removed stays removed, whatever the worker was just doing: the browser may end it right after its answer, or let
// it go on. Each test has the person remove everything during every single step of it.
import { expect, test } from '@playwright/test';
import { startWorker } from '../support/in-memory.mjs';
import { DIST } from '../support/site.mjs';

const WORK = {
  'while the copy is being made': { prepare: () => {}, work: (worker) => worker.install() },
  'while a copy that was thrown away is made again': {
    async prepare(worker) {
      await worker.install();
      worker.kept.clear();
    },
    work: (worker) => worker.ask('save'),
  },
  'while newer content is being kept': {
    async prepare(worker) {
      await worker.install();
      for (const name of ['content/site.json', 'content/en.json']) await worker.fetch(name);
    },
    work: (worker) => worker.ask('accepted'),
  },
  'while both are being done': {
    async prepare(worker) {
      await worker.install();
      for (const name of ['content/site.json', 'content/en.json']) await worker.fetch(name);
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

test('before anything is kept', async () => {
  const worker = startWorker(DIST);
  await worker.ask('remove');
  await expect(worker.install()).rejects.toThrow();
  expect(worker.writes).toEqual([]);
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
