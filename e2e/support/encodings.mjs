// Content files as other editors save them.

/** The bytes of a file in Windows-1252. What that does not know becomes a question mark. */
export function asWindows1252(bytes) {
  const others = { '–': 0x96, '—': 0x97, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '€': 0x80, '…': 0x85 };
  const byte = (letter) => others[letter] ?? (letter < '\u0100' ? letter.codePointAt(0) : 0x3f);
  return Buffer.from([...bytes.toString()].map(byte));
}

/** In what some editors call Unicode: UTF-16, the low byte first, with a byte order mark. */
export const asUtf16 = (bytes) => Buffer.from(`\ufeff${bytes}`, 'utf16le');

/** In UTF-8 with a byte order mark. */
export const withMark = (bytes) => Buffer.from(`\ufeff${bytes}`);
