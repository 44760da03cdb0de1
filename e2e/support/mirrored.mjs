// A language that is written from right to left, made of the English words: each Latin letter gives way to a Hebrew one,
// so every text is as long as it was, and what still is in Latin letters has not come from the file of words.
import { ui as english, words as englishWords } from './site.mjs';

const ALEF = 'א'.codePointAt(0);
const CODES = ['language', 'updated', 'id', 'kind', 'state', 'sources', 'figure', 'to'];

/** A text in that language. Placeholders and what HTML writes for a character stay. */
export const mirrored = (text) =>
  text.replaceAll(/\{\w+\}|&[#\w]+;|[a-z]/gi, (part) =>
    part.length > 1 ? part : String.fromCodePoint(ALEF + part.toLowerCase().codePointAt(0) - 'a'.codePointAt(0)),
  );

function mirroredValue(value, key) {
  if (CODES.includes(key)) return value;
  if (typeof value === 'string') return mirrored(value);
  if (Array.isArray(value)) return value.map((item) => mirroredValue(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, value]) => [key, mirroredValue(value, key)]));
}

/** The file of words in that language. What the search is told of words is told of these. */
function mirroredWords(file) {
  const search = Object.entries(file.search).map((entry) => entry.map(mirrored));
  return { ...mirroredValue(file), direction: 'rtl', search: Object.fromEntries(search) };
}

/** A page as the build writes it in that language, but for attributes: those are the app's to put in. */
function mirroredPage(html) {
  const texts = (part) =>
    part.replaceAll(/(<(script|style)>[^]*?<\/\2)|>[^<]+/g, (text, code) => (code ? text : mirrored(text)));
  return html.replace(' dir="ltr"', ' dir="rtl"').replace(/<title>[^<]*/, texts).replace(/<body>[^]*/, texts);
}

export const words = mirroredWords(englishWords);

/** A text of the interface with its placeholders filled. */
export const ui = (key, values) => mirrored(english(key, values));

/** From here on the host has the site in that language, and in no other. */
export function mirror(server) {
  server.edit('en.json', mirroredWords);
  server.alter(mirroredPage);
}
