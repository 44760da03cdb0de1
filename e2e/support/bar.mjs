// The bar: help that must be in view on every page and whatever else is broken.
import { expect } from './expect.mjs';
import { emergency, hotline, ui } from './site.mjs';

export const channel = (line, kind) => line.channels.find((channel) => channel.kind === kind);
const call = channel(hotline, 'call');
const text = channel(hotline, 'text');
const danger = channel(emergency, 'call');

/** What is in the bar, in a language. */
export const linksIn = (ui) => [
  { name: `${ui('bar.call')} ${call.shown}`, href: `tel:${call.value}`, inView: true },
  { name: `${ui('bar.text')} ${text.value}`, href: `sms:${text.value}`, inView: true },
  { name: ui('bar.danger_call', { number: danger.value }), href: `tel:${danger.value}`, inView: true },
  { name: ui('bar.exit'), href: expect.stringMatching(/^https:/), inView: true },
];

/** Call, text, the emergency line and Exit are there, lead where they should, and are in view. */
export async function expectBar(visitor, links = linksIn(ui)) {
  expect(await visitor.evaluate(linksOfBar)).toEqual(expect.arrayContaining(links));
}

/** Runs in the page. */
export function linksOfBar() {
  return [...document.querySelectorAll('#bar a')].map((link) => {
    const { top, bottom, left, right, width, height } = link.getBoundingClientRect();
    return {
      name: link.innerText.replaceAll(/\s+/g, ' ').trim(),
      href: link.getAttribute('href'),
      inView: width > 0 && height > 0 && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth,
    };
  });
}
