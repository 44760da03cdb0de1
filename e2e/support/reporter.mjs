// Counts the tests, on screen in a form that any reader of logs understands, and in a file.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../results/counts.json', import.meta.url));

export default class Counts {
  onBegin(config, suite) {
    this.suite = suite;
  }

  onTestBegin() {
    this.ran = true;
  }

  onEnd() {
    // Nothing runs where tests are only listed.
    if (!this.ran) return;
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const test of this.suite.allTests()) {
      // A test that never ran, because the run was broken off, has not passed.
      const ran = test.results.length > 0;
      const outcome = test.outcome();
      if (ran && outcome === 'expected') counts.passed += 1;
      else if (ran && outcome === 'skipped') counts.skipped += 1;
      else counts.failed += 1;
    }
    mkdirSync(path.dirname(FILE), { recursive: true });
    writeFileSync(FILE, `${JSON.stringify(counts)}\n`);
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
  }

  printsToStdio() {
    return true;
  }
}
