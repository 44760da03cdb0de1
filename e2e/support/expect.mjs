// Playwright's `expect`, polling more often. By default it polls after 100, 250, 500 and then every 1,000 ms, but most
// pages are ready within a tenth of a second. Over a whole run the difference is minutes.
import { expect as playwright } from '@playwright/test';

/** Pauses between polls, in ms; the last one repeats. */
const INTERVALS = [20, 20, 40, 80, 100];

function poll(actual, options) {
  const given = typeof options === 'string' ? { message: options } : options;
  return playwright.poll(actual, { intervals: INTERVALS, ...given });
}

export const expect = new Proxy(playwright, { get: (own, key) => (key === 'poll' ? poll : own[key]) });
