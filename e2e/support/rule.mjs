// The rule that holds whatever has happened: help is in view, the screen is not blank, it is of one release, and no page
// is loaded over and over.
import { emergency, hotline } from './site.mjs';
import { channel } from './bar.mjs';
import { expect } from './test.mjs';

/** Where call, text and the emergency line lead. */
const HELP = [
  `tel:${channel(hotline, 'call').value}`,
  `sms:${channel(hotline, 'text').value}`,
  `tel:${channel(emergency, 'call').value}`,
];

/** Waits until the tab shows a screen that keeps the rule, and tells of which release it is, if it is a page of one. */
export async function expectRule(tab, message = 'the rule') {
  await expect
    .poll(() => tab.evaluate(look, HELP), { message })
    .toEqual({ missing: [], blank: false, mixed: false });
  return tab.evaluate(() => document.documentElement.dataset.release);
}

/** Runs in the page. */
function look(help) {
  const inView = (link) => {
    const { top, bottom, left, right, width, height } = link.getBoundingClientRect();
    return width > 0 && height > 0 && top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth + 1;
  };
  const found = [...document.links].filter(inView).map((link) => link.getAttribute('href'));
  const release = document.documentElement.dataset.release;
  return {
    missing: help.filter((href) => !found.includes(href)),
    blank: !document.querySelector('h1')?.innerText.trim(),
    mixed: (window.scriptsOf ?? []).some((name) => name !== release),
  };
}

/** How often a page was loaded in the tab. */
export const loads = (tab) => tab.evaluate(() => Number(window.name));
