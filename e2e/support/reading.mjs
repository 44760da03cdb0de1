// The school grade that a text asks for (Flesch and Kincaid, 1975): long sentences and long words raise it.
//
// Counted are whole sentences and the lines of lists. Set aside are headings, quotations, figures and sources, which
// are not ours to shorten. A name or a number counts as one short word: a reader takes it as one thing, however many
// syllables it has. A name is a run of words with a capital letter that does not open a sentence, or one of NAMES.
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** Names that also open sentences or are written small. */
const NAMES = [
  'Soroptimist International',
  'Soroptimists STOP Trafficking',
  'Slavery Footprint',
  'Better Trade Tool',
  'Comply Chain',
  'Multnomah County',
  'Porchlight',
  'Oregon',
  'January',
  'September',
  'United Nations',
];
const RUN = /(?<![.!?:]\s|^|[“(])\b[A-Z][\w’'&-]*(?:,? (?:of|and|the|for|in|to|on|against) (?=[A-Z])|[ -](?=[A-Z])|[A-Z][\w’'&-]*)*/g;

/** The parts of a running text that are sentences. */
export function sentencesOf(blocks) {
  return blocks.flatMap((block) => {
    if (block.kind === 'text' || block.kind === 'note') return split(block.text);
    if (block.kind === 'list') return block.items.flatMap(split);
    if (block.kind === 'pairs') return block.pairs.flatMap(({ a, b }) => [...split(a), ...split(b)]);
    return [];
  });
}

/** Splits a text after each full stop, question mark, exclamation mark or colon that ends a thought. */
export function split(text) {
  return text.split(/(?<=[.!?:][”)]?)\s+(?=[A-Z“(0-9])/).filter((sentence) => /[a-z]/i.test(sentence));
}

/** The grade of sentences. */
export function grade(sentences) {
  const words = sentences.map(plain).flatMap((sentence) => sentence.match(/[\w’'-]+/g) ?? []);
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  });
}

function plain(sentence) {
  let text = sentence;
  for (const name of NAMES) text = text.replaceAll(name, 'Ann');
  return text.replaceAll(RUN, 'Ann').replaceAll(/[$]?\d[\d,.–-]*/g, 'two');
}
