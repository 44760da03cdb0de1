// Random sequences of deploys, roll-backs, faults, tabs and reloads: after every step help is visible, no screen is blank or
// mixed of two releases, and no page is loaded over and over.
//
// A failing sequence names its seed and path. To run it again: SEED=… SEQUENCE=… npx playwright test random. STEPS=1000
// makes a run longer, and SHRINK=1 looks for the shortest sequence that fails.
import fc from 'fast-check';
import { release } from '../support/release.mjs';
import { play, sequences } from '../support/sequence.mjs';
import { serve } from '../support/server.mjs';
import { test } from '../support/test.mjs';

const LENGTH = 20;
const { SEED, SEQUENCE, SHRINK } = process.env;
const STEPS = Number(process.env.STEPS ?? 100);
const runs = Math.ceil(STEPS / LENGTH);

test(`the rule holds through ${runs * LENGTH} steps`, async ({ engine }, info) => {
  test.setTimeout(60_000 + STEPS * 3_000);
  const sequence = fc.asyncProperty(sequences(LENGTH), async (steps) => {
    const server = await serve(await release('first'));
    const visitor = await engine.open({});
    try {
      await play(server, visitor, steps);
    } finally {
      await visitor.close();
      await server.stop();
    }
  });
  const seed = SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(SEED);
  info.annotations.push({ type: 'seed', description: String(seed) });
  await fc.assert(sequence, { seed, path: SEQUENCE, numRuns: runs, endOnFailure: !SHRINK });
});
