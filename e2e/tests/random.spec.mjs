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
/** A sequence that has not come to its end by then, in ms, hangs: most take 20 seconds. */
const HANGS = 150_000;
const { SEED, SEQUENCE, SHRINK } = process.env;

test('the rule holds after every step', async ({ engine }) => {
  const steps = Number(process.env.STEPS ?? LENGTH);
  const runs = Math.ceil(steps / LENGTH);
  test.setTimeout(60_000 + steps * 3_000);
  let done = 0;
  let step = 'before the first step';
  const property = fc.asyncProperty(sequences(LENGTH), async (drawn) => {
    const server = await serve(await release('first'));
    const visitor = await engine.open({});
    try {
      done += await play(server, visitor, drawn, LENGTH, (next) => (step = next));
    } finally {
      await visitor.close();
      await server.stop();
    }
  });
  const seed = SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(SEED);
  try {
    await fc.assert(property, { seed, path: SEQUENCE, numRuns: runs, endOnFailure: !SHRINK, timeout: HANGS });
  } catch (error) {
    throw new Error(`${step}: ${error.message}`, { cause: error });
  }
  console.log(`random steps: ${done}, SEED=${seed}`);
});
