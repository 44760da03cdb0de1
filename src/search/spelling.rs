//! How words are written, and how near two of them are.

use super::letters::{self, ALONE, NOTHING, SPACE};

/// A folded word.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub text: String,
    /// The word without its ending, and with the "e" that it has lost.
    pub stem: String,
    /// How much of the text is left without the ending.
    bare: usize,
    /// Whether one letter stands for two of the same.
    doubled: bool,
    /// Which letters are in it, one bit for each of ASCII's.
    letters: u32,
}

impl Word {
    pub fn new(text: String, doubled: bool) -> Self {
        let letters = text.bytes().fold(0, |letters, byte| letters | 1 << (byte & 31));
        let bare = without_ending(&text);
        let silent = if !doubled && has_lost_e(bare, &text) { "e" } else { "" };
        Self { stem: format!("{bare}{silent}"), bare: bare.len(), doubled, letters, text }
    }

    /// The word without its ending.
    pub fn bare(&self) -> &str {
        self.text.get(..self.bare).unwrap_or_default()
    }

    /// How many letters of this word are not in the other.
    pub fn missing_in(&self, other: &Self) -> u32 {
        (self.letters & !other.letters).count_ones()
    }

    /// Whether it is a letter that an apostrophe has left over, or a sign: beside other words it says nothing.
    pub fn is_scrap(&self) -> bool {
        !self.is_number() && self.text.chars().nth(1).is_none()
    }

    /// Whether it is a number in digits.
    pub fn is_number(&self) -> bool {
        self.text.bytes().next().is_some_and(|letter| letter.is_ascii_digit())
    }
}

/// The words of a text in small letters, as they sound: without accents, with one letter for those that are often taken
/// for each other, and one for two of the same. A number is a word of its own.
pub(super) fn fold(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = String::new();
    // The letter before, until it has been doubled.
    let mut before = SPACE;
    let mut doubled = false;
    // A space ends the last word.
    for own in text.chars().chain([SPACE]) {
        let letter = letters::fold(own);
        if letter == NOTHING {
            continue;
        }
        let in_number = word.bytes().next_back().is_some_and(|letter| letter.is_ascii_digit());
        let parts = matches!(letter, SPACE | ALONE) || letter.is_ascii_digit() != in_number;
        if parts && !word.is_empty() {
            words.push(Word::new(std::mem::take(&mut word), std::mem::take(&mut doubled)));
            before = SPACE;
        }
        match letter {
            SPACE => {}
            ALONE => words.push(Word::new(own.into(), false)),
            _ if letter == before && !letter.is_ascii_digit() => {
                before = SPACE;
                doubled = true;
            }
            'h' if before == 'p' => {
                word.pop();
                word.push('f');
                before = 'f';
            }
            _ => {
                before = letter;
                word.push(match letter {
                    'y' => 'i',
                    'c' => 'k',
                    letter => letter,
                });
            }
        }
    }
    words
}

/// The endings that a stem leaves away, and how many letters must be left: "cars" and "care" are not the same.
const ENDINGS: [(&str, usize); 8] =
    [("ations", 3), ("ation", 3), ("akion", 3), ("ing", 3), ("ed", 3), ("es", 4), ("s", 3), ("e", 4)];

/// A folded word without its ending.
fn without_ending(word: &str) -> &str {
    let without = |(ending, least): &(&str, usize)| word.strip_suffix(*ending).filter(|stem| stem.len() >= *least);
    ENDINGS.iter().find_map(without).unwrap_or(word)
}

/// Whether a word has lost an "e" at its ending. "Caring" comes from "care" and not from "car", or it would be "carring":
/// so it is with one consonant after one vowel in a short word.
fn has_lost_e(bare: &str, word: &str) -> bool {
    let ending = word.strip_prefix(bare).unwrap_or_default();
    let vowel = |letter: u8| b"aeiou".contains(&letter);
    let closed = match bare.as_bytes() {
        [.., first, second, third] => !vowel(*first) && vowel(*second) && !vowel(*third) && !b"wx".contains(third),
        _ => false,
    };
    let short = bare.bytes().filter(|letter| vowel(*letter)).count() == 1;
    closed && short && matches!(ending, "ing" | "ed" | "es" | "e")
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

    fn stems(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| fold(word)[0].stem.clone()).collect()
    }

    #[test]
    fn capitals_accents_and_marks_do_not_matter() {
        assert_eq!(folded("MÓVIL – “¿Ñandú?”"), "movil nandu");
        assert_eq!(folded("cafe\u{301}"), folded("Café"));
        assert_eq!(folded("don’t"), folded("dont"));
        assert_eq!(folded(" – ?! "), "");
    }

    #[test]
    fn numbers_and_signs_are_words_of_their_own() {
        assert_eq!(folded("15yo, 9am, I-5, $15, 15%"), "15 io 9 am i 5 $ 15 15 %");
        assert_eq!(folded("help🙏🙏now"), "help 🙏 🙏 now");
    }

    #[test]
    fn marks_that_nobody_sees_part_no_word() {
        assert_eq!(folded("pass\u{ad}port pass\u{200b}port \u{202d}passport\u{202c}"), "pasport pasport pasport");
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
            &["care", "cares", "cared", "caring"],
            &["hide", "hides", "hiding"],
            &["feed", "feeds", "feeding"],
            &["eat", "eats", "eating"],
            &["pay", "pays", "paying", "payed"],
            &["sew", "sews", "sewing"],
            &["deported", "deportation", "deportación"],
        ] {
            let stems = stems(forms);
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{stems:?}");
        }
    }

    #[test]
    fn short_words_are_their_own_stems() {
        assert_eq!(stems(&["bus", "care", "id", "need", "thing"]), ["bus", "kare", "id", "ned", "thing"]);
    }

    #[test]
    fn words_with_one_letter_more_or_less_in_the_middle_are_others() {
        for (one, other) in [
            ("care", "cars"),
            ("caring", "cars"),
            ("hiding", "hid"),
            ("hoping", "hopping"),
            ("scared", "scars"),
            ("planes", "plans"),
        ] {
            assert_ne!(stems(&[one]), stems(&[other]), "{one}, {other}");
        }
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
