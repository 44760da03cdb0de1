//! The one table by which letters are folded, here and by the page's own search (`loader/search.js`), into which the build
//! writes it.
//!
//! It knows the Latin letters, for whoever types an accent or leaves it out, and every mark that is taken for an apostrophe.
//! The tables of all of Unicode would cost 20 KB.

/// What stands between words.
pub(super) const SPACE: char = ' ';

/// What is left out: "don’t" is "dont", some keyboards send an accent as a mark of its own, and some texts hide marks in
/// their words that nobody sees.
pub(super) const NOTHING: char = '\'';

/// What is a word by itself: "$15" is no age, and no word has a face in it.
pub(super) const ALONE: char = '*';

/// From the first letter to the second, all are folded into the third, or into one of those above.
const TABLE: [(char, char, char); 109] = [
    // ASCII and Latin-1, with the two apostrophes of Windows-1252 where a text was taken for Latin-1.
    ('\0', '#', SPACE),
    ('$', '%', ALONE),
    ('&', '&', SPACE),
    ('\'', '\'', NOTHING),
    ('(', '/', SPACE),
    (':', '@', SPACE),
    ('[', '_', SPACE),
    ('`', '`', NOTHING),
    ('{', '\u{90}', SPACE),
    ('\u{91}', '\u{92}', NOTHING),
    ('\u{93}', '¡', SPACE),
    ('¢', '¥', ALONE),
    ('¦', '¬', SPACE),
    ('\u{ad}', '\u{ad}', NOTHING),
    ('®', '³', SPACE),
    ('´', '´', NOTHING),
    ('µ', '¿', SPACE),
    ('À', 'Å', 'a'),
    ('Æ', 'Æ', 'e'),
    ('Ç', 'Ç', 'c'),
    ('È', 'Ë', 'e'),
    ('Ì', 'Ï', 'i'),
    ('Ð', 'Ð', 'd'),
    ('Ñ', 'Ñ', 'n'),
    ('Ò', 'Ö', 'o'),
    ('×', '×', SPACE),
    ('Ø', 'Ø', 'o'),
    ('Ù', 'Ü', 'u'),
    ('Ý', 'Ý', 'y'),
    ('ß', 'ß', 's'),
    ('à', 'å', 'a'),
    ('æ', 'æ', 'e'),
    ('ç', 'ç', 'c'),
    ('è', 'ë', 'e'),
    ('ì', 'ï', 'i'),
    ('ð', 'ð', 'd'),
    ('ñ', 'ñ', 'n'),
    ('ò', 'ö', 'o'),
    ('÷', '÷', SPACE),
    ('ø', 'ø', 'o'),
    ('ù', 'ü', 'u'),
    ('ý', 'ý', 'y'),
    ('ÿ', 'ÿ', 'y'),
    // Latin Extended-A, and of B what Vietnamese, Romanian and Chinese in Latin letters need.
    ('Ā', 'ą', 'a'),
    ('Ć', 'č', 'c'),
    ('Ď', 'đ', 'd'),
    ('Ē', 'ě', 'e'),
    ('Ĝ', 'ģ', 'g'),
    ('Ĥ', 'ħ', 'h'),
    ('Ĩ', 'ı', 'i'),
    ('Ĵ', 'ĵ', 'j'),
    ('Ķ', 'ĸ', 'k'),
    ('Ĺ', 'ł', 'l'),
    ('Ń', 'ŋ', 'n'),
    ('Ō', 'ő', 'o'),
    ('Œ', 'œ', 'e'),
    ('Ŕ', 'ř', 'r'),
    ('Ś', 'š', 's'),
    ('Ţ', 'ŧ', 't'),
    ('Ũ', 'ų', 'u'),
    ('Ŵ', 'ŵ', 'w'),
    ('Ŷ', 'Ÿ', 'y'),
    ('Ź', 'ž', 'z'),
    ('ſ', 'ſ', 's'),
    ('Ơ', 'ơ', 'o'),
    ('Ư', 'ư', 'u'),
    ('Ǎ', 'ǎ', 'a'),
    ('Ǐ', 'ǐ', 'i'),
    ('Ǒ', 'ǒ', 'o'),
    ('Ǔ', 'ǜ', 'u'),
    ('Ș', 'ș', 's'),
    ('Ț', 'ț', 't'),
    // Letters that are marks, among them most apostrophes of other languages; then accents as marks of their own.
    ('ʹ', 'ˋ', NOTHING),
    ('\u{300}', '\u{36f}', NOTHING),
    ('Ё', 'Ё', 'е'),
    ('ё', 'ё', 'е'),
    ('՚', '՚', NOTHING),
    ('Ạ', 'ặ', 'a'),
    ('Ẹ', 'ệ', 'e'),
    ('Ỉ', 'ị', 'i'),
    ('Ọ', 'ợ', 'o'),
    ('Ụ', 'ự', 'u'),
    ('Ỳ', 'ỹ', 'y'),
    ('ẞ', 'ẞ', 's'),
    ('᾽', '᾿', NOTHING),
    // General Punctuation: spaces, dashes, quotation marks, and what nobody sees.
    ('\u{2000}', '\u{200a}', SPACE),
    ('\u{200b}', '\u{200f}', NOTHING),
    ('\u{2010}', '\u{2017}', SPACE),
    ('‘', '’', NOTHING),
    ('‚', '‚', SPACE),
    ('‛', '‛', NOTHING),
    ('“', '\u{2029}', SPACE),
    ('\u{202a}', '\u{202e}', NOTHING),
    ('\u{202f}', '‱', SPACE),
    ('′', '′', NOTHING),
    ('″', '‴', SPACE),
    ('‵', '‵', NOTHING),
    ('‶', '\u{205f}', SPACE),
    ('\u{2060}', '\u{206f}', NOTHING),
    // Currencies, and signs from arrows to faces.
    ('\u{20a0}', '\u{20cf}', ALONE),
    ('\u{20d0}', '\u{20ff}', NOTHING),
    ('\u{2190}', '\u{2bff}', ALONE),
    ('\u{3000}', '\u{3003}', SPACE),
    ('\u{fe00}', '\u{fe0f}', NOTHING),
    ('\u{feff}', '\u{feff}', NOTHING),
    ('＇', '＇', NOTHING),
    ('｀', '｀', NOTHING),
    ('\u{fffd}', '\u{fffd}', NOTHING),
    ('\u{10000}', '\u{10ffff}', ALONE),
];

/// What a letter is folded into.
pub(super) fn fold(letter: char) -> char {
    let letter = letter.to_ascii_lowercase();
    if letter.is_ascii_alphanumeric() {
        return letter;
    }
    TABLE.iter().find(|(first, last, _)| (*first..=*last).contains(&letter)).map_or(letter, |(.., to)| *to)
}

/// The table as the text of a script's string: three UTF-16 code units for each line of it. All beyond the first plane is
/// one line, so that its first unit and its last are enough.
pub fn for_script() -> String {
    let unit = |unit: Option<u16>| format!("\\u{:04x}", unit.unwrap_or_default());
    let units = |letter: char| letter.encode_utf16(&mut [0; 2]).to_vec();
    let line = |(first, last, to): &(char, char, char)| {
        [units(*first).first().copied(), units(*last).last().copied(), units(*to).first().copied()].map(unit).concat()
    };
    TABLE.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_stands_twice_in_the_table() {
        for (index, (first, last, _)) in TABLE.iter().enumerate() {
            assert!(first <= last, "{first}");
            let twice = TABLE.iter().skip(index + 1).find(|(from, to, _)| from <= last && first <= to);
            assert_eq!(twice, None, "{first:?} to {last:?}");
        }
    }

    #[test]
    fn the_table_for_the_script_has_three_units_a_line() {
        let table = for_script();
        assert_eq!(table.len(), TABLE.len() * 3 * "\\u0000".len());
        assert!(table.starts_with("\\u0000\\u0023\\u0020\\u0024\\u0025\\u002a"));
        assert!(table.ends_with("\\ud800\\udfff\\u002a"));
    }
}
