// The words: free of drama, and of numbers that are wrongly passed around. No browser is needed. `cargo xtask check` holds
// the whole list of words, and the school grade of each page.
import { expect, test } from '@playwright/test';
import { words } from '../support/site.mjs';

test('no drama, and nobody is saved', () => {
  const forbidden =
    /\b(rescu\w+|voiceless|horrif\w+|travest\w+|tortur\w+|heartbreak\w+|shocking|helpless|plight|scourge|evil|monsters?|epidemic|innocent)\b/gi;
  const found = ownWords(words).flatMap(([place, text]) => (text.match(forbidden) ?? []).map((word) => `${place}: ${word}`));
  expect(found).toEqual([]);
});

test('no number that is wrongly passed around', () => {
  const everything = JSON.stringify(words);
  for (const number of ['503-731-3100', '800-509-5439', '1-800-503']) expect(everything).not.toContain(number);
});

/** Every text with its place, without what is quoted from others. */
function ownWords(value, place = '') {
  if (typeof value === 'string') return [[place, value.replaceAll(/“[^”]*”/g, '')]];
  if (value === null || typeof value !== 'object' || value.kind === 'quote') return [];
  return Object.entries(value).flatMap(([key, inside]) => ownWords(inside, `${place}/${key}`));
}
