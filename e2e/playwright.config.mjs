import { defineConfig, devices } from '@playwright/test';
import { chromiumLaunch, firefoxUse } from './support/browsers.mjs';

const everywhere = [
  'pages', 'static', 'takeover', 'before', 'old', 'broken', 'panic', 'router', 'hostile', 'signs', 'flow', 'ready', 'meetings', 'exit',
  'exit-kept', 'exit-hostile', 'exit-installed', 'exit-late', 'help', 'settings', 'accessibility', 'rtl', 'search',
  'faults-first', 'faults-install', 'faults-content', 'faults-worker', 'offline', 'releases', 'remove', 'random',
];
/** What need not be looked at in every engine, or can only be shown in Chromium. */
const chromiumOnly = /@chromium/;
const files = (names) => names.map((name) => `**/${name}.spec.mjs`);

export default defineConfig({
  testDir: 'tests',
  outputDir: 'results/artifacts',
  // Long enough for a slow machine: what is promised is what comes, and not how soon. That is for the benchmark.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  retries: 0,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['./support/reporter.mjs']],
  use: { screenshot: 'only-on-failure', trace: 'off' },
  projects: [
    // No browser: the words and the numbers themselves, the build's own files, and the benchmark's arithmetic.
    { name: 'content', testMatch: files(['words', 'seed', 'calendar', 'files', 'bench', 'removal']) },
    {
      name: 'chromium-phone',
      testMatch: files([...everywhere, 'shift', 'chromium', 'hosting', 'install']),
      use: { ...devices['Pixel 7'], launchOptions: chromiumLaunch },
    },
    {
      name: 'chromium-desktop',
      // What a wide window and a mouse can change.
      testMatch: files(['pages', 'shift', 'router', 'signs', 'accessibility']),
      use: { ...devices['Desktop Chrome'], launchOptions: chromiumLaunch },
    },
    {
      name: 'firefox',
      testMatch: files(everywhere),
      grepInvert: chromiumOnly,
      use: { ...firefoxUse, viewport: { width: 390, height: 844 } },
    },
    // Driven over WebDriver, see support/webkit.mjs.
    { name: 'webkit', testMatch: files(everywhere), grepInvert: chromiumOnly, use: { browserName: 'webkit' } },
  ],
});
