//! How words are written, and how near two of them are.

/// A folded word.
#[derive(Clone)]
pub(super) struct Word {
    pub text: String,
    /// How long its stem is.
    stem: usize,
    /// Which letters are in it, one bit for each of ASCII's.
    letters: u32,
}

impl Word {
    pub fn new(text: String) -> Self {
        let letters = text.bytes().fold(0, |letters, byte| letters | 1 << (byte & 31));
        Self { stem: stem(&text).len(), letters, text }
    }

    /// The word without its ending.
    pub fn stem(&self) -> &str {
        self.text.get(..self.stem).unwrap_or_default()
    }

    /// How many letters of this word are not in the other.
    pub fn missing_in(&self, other: &Self) -> u32 {
        (self.letters & !other.letters).count_ones()
    }
}

/// The words of a text in small letters, as they sound: without accents, with one letter for those that are often taken
/// for each other, and one for two of the same.
///
/// It knows the letters of English, Spanish and their neighbors; the whole of Unicode would cost 20 KB of tables.
pub(super) fn fold(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = String::new();
    // The letter before, until it has been doubled.
    let mut before = ' ';
    for letter in text.chars() {
        let letter = match letter {
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'Á' | 'À' | 'Â' | 'Ä' | 'Ã' | 'Å' => 'a',
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' | 'Í' | 'Ì' | 'Î' | 'Ï' => 'i',
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'Ó' | 'Ò' | 'Ô' | 'Ö' | 'Õ' => 'o',
            'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => 'u',
            'ñ' | 'Ñ' => 'n',
            'ç' | 'Ç' => 'c',
            // "Don’t" is "dont", and some keyboards send an accent as a mark of its own.
            '\'' | '’' | '\u{300}'..='\u{36f}' => continue,
            // Marks of ASCII and Latin-1, then General Punctuation: typographic quotation marks and dashes.
            '\0'..='/' | ':'..='@' | '['..='`' | '{'..='\u{bf}' | '\u{2000}'..='\u{206f}' => ' ',
            letter => letter.to_ascii_lowercase(),
        };
        if letter == ' ' {
            if !word.is_empty() {
                words.push(Word::new(std::mem::take(&mut word)));
            }
            before = ' ';
        } else if letter == before && !letter.is_ascii_digit() {
            before = ' ';
        } else if letter == 'h' && before == 'p' {
            word.pop();
            word.push('f');
            before = 'f';
        } else {
            before = letter;
            word.push(match letter {
                'y' => 'i',
                'c' => 'k',
                letter => letter,
            });
        }
    }
    if !word.is_empty() {
        words.push(Word::new(word));
    }
    words
}

/// The endings that a stem leaves away, and how many letters must be left: "cars" and "care" are not the same.
const ENDINGS: [(&str, usize); 8] =
    [("ations", 3), ("ation", 3), ("akion", 3), ("ing", 3), ("ed", 3), ("es", 4), ("s", 3), ("e", 4)];

/// A folded word without its ending.
pub(super) fn stem(word: &str) -> &str {
    let without = |(ending, least): &(&str, usize)| word.strip_suffix(*ending).filter(|stem| stem.len() >= *least);
    ENDINGS.iter().find_map(without).unwrap_or(word)
}

/// Whether one text becomes the other by at most so many slips: a letter too many, one left out, a wrong one, or two
/// neighbors swapped (the optimal string alignment distance). Both are looked at byte by byte, so a letter beyond ASCII
/// counts as two.
pub(super) fn is_near(one: &[u8], other: &[u8], slips: u8) -> bool {
    let (Some((a, one_rest)), Some((b, other_rest))) = (one.split_first(), other.split_first()) else {
        return one.len() + other.len() <= slips.into();
    };
    if a == b {
        return is_near(one_rest, other_rest, slips);
    }
    let Some(left) = slips.checked_sub(1) else { return false };
    let swapped = match (one_rest, other_rest) {
        ([c, one @ ..], [d, other @ ..]) => a == d && b == c && is_near(one, other, left),
        _ => false,
    };
    swapped || is_near(one_rest, other_rest, left) || is_near(one_rest, other, left) || is_near(one, other_rest, left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    fn folded(text: &str) -> String {
        fold(text).iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn capitals_accents_and_marks_do_not_matter() {
        assert_eq!(folded("MÓVIL – “¿Ñandú?”"), "movil nandu");
        assert_eq!(folded("cafe\u{301}"), folded("Café"));
        assert_eq!(folded("don’t"), folded("dont"));
        assert_eq!(folded(" – ?! "), "");
    }

    #[test]
    fn letters_that_sound_alike_are_one_and_so_are_two_of_the_same() {
        for (one, other) in
            [("tattoo", "tatoo"), ("photo", "foto"), ("contract", "kontract"), ("bodyguard", "bodiguard")]
        {
            assert_eq!(folded(one), folded(other));
        }
        assert_eq!(folded("1888"), "1888", "digits are not letters");
        assert_ne!(folded("zzzz"), folded("z"), "nobody doubles a letter three times by mistake");
    }

    #[test]
    fn a_word_has_one_stem_in_all_its_forms() {
        for forms in [
            &["lock", "locks", "locked", "locking"][..],
            &["bruise", "bruises", "bruised"],
            &["nanny", "nannies"],
            &["hit", "hits", "hitting"],
            &["deported", "deportation", "deportación"],
        ] {
            let stems: Vec<_> = forms.iter().map(|form| stem(&folded(form)).to_string()).collect();
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{stems:?}");
        }
    }

    #[test]
    fn short_words_are_their_own_stems() {
        for word in ["bus", "care", "id", "need", "thing"] {
            assert_eq!(stem(word), word.strip_suffix("ing").filter(|stem| stem.len() > 2).unwrap_or(word));
        }
        assert_ne!(stem("care"), stem("cars"));
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_123), ..ProptestConfig::with_cases(4000)
        })]

        #[test]
        fn nearness_is_the_optimal_string_alignment_distance(one in "[a-c]{0,8}", other in "[a-c]{0,8}", slips in 0..4u8) {
            let near = strsim::osa_distance(&one, &other) <= slips.into();
            prop_assert_eq!(is_near(one.as_bytes(), other.as_bytes(), slips), near);
        }
    }
}
