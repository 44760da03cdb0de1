import { defineConfig, devices } from '@playwright/test';
import { chromiumLaunch, firefoxUse } from './support/browsers.mjs';

/** Specs for every engine that keep no offline copy. */
const everywhere = [
  'pages', 'static', 'takeover', 'before', 'old', 'broken', 'panic', 'router', 'hostile', 'signs', 'flow', 'ready', 'meetings', 'clock', 'exit', 'exit-kept', 'exit-hostile', 'exit-installed', 'exit-late', 'help', 'settings', 'accessibility', 'rtl', 'search', 'exit-keys', 'viewport', 'print', 'others',
  'faults-first',
];
/**
 * Specs for every engine that keep an offline copy. Its worker gives the network two to three seconds, which two browsers on
 * two cores could use up: these run one at a time.
 */
const withCopy = [
  'faults-install', 'faults-content', 'faults-worker', 'offline', 'releases', 'remove', 'random', 'exit-offline', 'settings-copy',
  'hosts',
];
const files = (names) => names.map((name) => `**/${name}.spec.mjs`);

const phone = { ...devices['Pixel 7'], launchOptions: chromiumLaunch };
const desktop = { ...devices['Desktop Chrome'], launchOptions: chromiumLaunch };
const firefox = { ...firefoxUse, viewport: { width: 390, height: 844 } };
/** Driven over WebDriver, see support/webkit.mjs. */
const webkit = { browserName: 'webkit' };

/** Tests tagged `@chromium` prove nothing new in another engine, or only work in Chromium. They run on its phone. */
const others = { grepInvert: /@chromium/ };

export default defineConfig({
  testDir: 'tests',
  outputDir: 'results/artifacts',
  // Long enough for a slow machine: what is promised is what comes, and not how soon. That is for the benchmark.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  retries: 0,
  // `cargo xtask test` runs the projects without a copy on two.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['./support/reporter.mjs']],
  use: { screenshot: 'only-on-failure', trace: 'off' },
  projects: [
    // No browser: the words and the numbers themselves, the build's own files, and the benchmark's arithmetic.
    { name: 'content', testMatch: files(['words', 'seed', 'calendar', 'files', 'bench', 'removal', 'worker']) },
    { name: 'chromium-phone', testMatch: files([...everywhere, 'shift', 'chromium', 'hosting', 'install']), use: phone },
    // What a wide window can change.
    { name: 'chromium-desktop', testMatch: files(['pages', 'shift', 'accessibility']), use: desktop, grepInvert: /@chromium|@any-width/ },
    { name: 'firefox', testMatch: files(everywhere), use: firefox, ...others },
    { name: 'webkit', testMatch: files(everywhere), use: webkit, ...others },
    { name: 'chromium-phone-copy', testMatch: files(withCopy), use: phone },
    { name: 'firefox-copy', testMatch: files(withCopy), use: firefox, ...others },
    { name: 'webkit-copy', testMatch: files(withCopy), use: webkit, ...others },
  ],
});
