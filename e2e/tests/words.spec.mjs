// The words: plain enough to read under stress, and free of drama. No browser is needed. `cargo xtask check` holds the same
// for each page as it is written; here other libraries count, over the content file.
import { expect, test } from '@playwright/test';
import { grade, sentencesOf, split } from '../support/reading.mjs';
import { words } from '../support/site.mjs';

const all = (texts) => texts.filter(Boolean).flatMap(split);
const ofAll = (entries, key) => all(Object.values(entries).map((entry) => entry[key]));

/** Keys of the interface that are sentences, and not labels. */
const SENTENCES = Object.values(words.ui).filter((text) => /[a-z][.?!]$/.test(text));

/** The blocks of running text in a value, wherever they stand. */
function blocksIn(value) {
  if (value === null || typeof value !== 'object') return [];
  return 'kind' in value ? [value] : Object.values(value).flatMap(blocksIn);
}

/** What belongs together is read as one text: the grade of three or four sentences says little. */
const running = {};
for (const [part, entries] of Object.entries(words)) {
  if (part === 'articles') continue;
  for (const [id, entry] of Object.entries(entries)) {
    const name = part === 'pages' ? `page "${id.split('-')[0]}"` : `the ${part}`;
    (running[name] ??= []).push(...sentencesOf(blocksIn(entry)));
  }
}

const TEXTS = [
  ...Object.entries(running).map(([name, sentences]) => [name, 6, sentences]),
  ['the interface', 6, all(SENTENCES)],
  ['the signs', 6, Object.values(words.signs)],
  ['the questions', 6, [...ofAll(words.questions, 'ask'), ...ofAll(words.questions, 'answer')]],
  ['what else signs can mean', 6, ofAll(words.kinds, 'also')],
  ...Object.entries(words.flows).map(([id, { lead, steps }]) => {
    const texts = Object.values(steps).flatMap(({ title, blocks = [] }) => [...split(title), ...sentencesOf(blocks)]);
    return [`flow "${id}"`, 6, [...split(lead), ...texts]];
  }),
  ['the help lines', 6, [...ofAll(words.lines, 'about'), ...ofAll(words.lines, 'note')]],
  ...Object.entries(words.articles).map(([id, { lead, blocks }]) => {
    return [`article "${id}"`, 8, [...split(lead), ...sentencesOf(blocks)]];
  }),
  ['the figures', 8, [...ofAll(words.figures, 'what'), ...ofAll(words.figures, 'note')]],
].filter(([, , sentences]) => sentences.length > 0);

for (const [name, limit, sentences] of TEXTS) {
  test(`${name}: school grade ${limit} or below`, () => {
    const reached = grade(sentences);
    const hardest = sentences.toSorted((a, b) => grade([b]) - grade([a])).slice(0, 3);
    const found = `${name} asks for grade ${reached.toFixed(1)}; its hardest sentences: ${hardest.join(' | ')}`;
    expect(reached, found).toBeLessThanOrEqual(limit);
  });
}

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
