//! How many syllables an English word has: the runs of vowels, less what is written and not said.

use std::collections::BTreeMap;

/// The syllables of a word in small letters, at least one. `known` holds the words that the rule gets wrong; it is asked
/// for their plurals as well.
pub fn syllables(word: &str, known: &BTreeMap<String, usize>) -> usize {
    let plain: String =
        word.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect();
    // "Someone’s" is said as "someone" with an s.
    let plain =
        word.rsplit_once(['’', '\'']).map_or(plain.as_str(), |(_, end)| plain.strip_suffix(end).unwrap_or(&plain));
    if let Some(count) = known.get(plain).or_else(|| known.get(plain.strip_suffix('s')?)) {
        return *count;
    }
    let letters = plain.as_bytes();
    let vowel = |index: usize| letters.get(index).is_some_and(|letter| b"aeiouy".contains(letter));
    // A y between vowels parts them: "buyer", "trying".
    let parted = |index: usize| index > 1 && letters[index - 1] == b'y';
    let starts = |index: &usize| vowel(*index) && (*index == 0 || !vowel(index - 1) || parted(*index));
    let runs = (0..letters.len()).filter(starts).count();
    let matches = |parts: &[&str]| parts.iter().map(|part| plain.matches(part).count()).sum::<usize>();
    let said_apart = matches(&["ia", "iu", "eo", "ua", "eing", "uing", "oing", "uou"]);
    let said_together = matches(&["tia", "cia", "sia", "gia", "qua", "gua", "eou", "suad", "geo"]);
    (runs + said_apart).saturating_sub(said_together + silent(plain, &vowel)).max(1)
}

/// How many vowels are written and not said.
fn silent(word: &str, vowel: &impl Fn(usize) -> bool) -> usize {
    let spoken = |stem: &str| !stem.is_empty() && !vowel(stem.len() - 1);
    let table = |stem: &str| stem.ends_with('l') && stem.len() > 1 && !vowel(stem.len() - 2);
    let hisses = |stem: &str| ["s", "z", "x", "c", "g", "sh", "ch"].iter().any(|end| stem.ends_with(end));
    let has_end = |ends: &[&str]| ends.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end));
    let at_end = if let Some(stem) = word.strip_suffix("es") {
        spoken(stem) && !hisses(stem) && !table(stem)
    } else if let Some(stem) = word.strip_suffix("ed") {
        spoken(stem) && !stem.ends_with(['t', 'd'])
    } else if let Some(stem) = word.strip_suffix('e') {
        spoken(stem) && !table(stem)
    } else {
        has_end(&["ely", "eless", "eful", "ement", "ements", "eness"])
    };
    // Words made of two: "homework", "themselves" has none.
    let parts = ["some", "home", "house", "there", "where", "fore", "ware", "hope", "life", "fire", "else"];
    let inside = parts.iter().any(|part| {
        let rest = word.strip_prefix(part).unwrap_or_default();
        rest.len() > 2 && !rest.starts_with(|letter: char| "aeiouy".contains(letter)) && !has_end(&["eless", "eful"])
    });
    usize::from(at_end) + usize::from(inside)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::english;

    /// Words with the syllables that dictionaries give them.
    const WORDS: [(usize, &[&str]); 5] = [
        (1, &["call", "house", "asked", "hired", "lives", "years", "eye", "vague", "they’re", "boss"]),
        (
            2,
            &[
                "someone", "table", "wanted", "houses", "trying", "buyer", "quiet", "people", "safety", "homeless",
                "going",
            ],
        ),
        (
            3,
            &[
                "trafficking",
                "employer",
                "area",
                "violence",
                "suicide",
                "anyone",
                "completely",
                "agreement",
                "interview",
            ],
        ),
        (4, &["immigration", "situation", "information", "security", "january", "confidential"]),
        (5, &["organization", "opportunity", "nationality’s"]),
    ];

    #[test]
    fn words_have_as_many_syllables_as_in_a_dictionary() {
        let known = english().syllables;
        for (count, words) in WORDS {
            for word in words {
                assert_eq!(super::syllables(word, &known), count, "{word}");
            }
        }
    }

    #[test]
    fn the_plural_of_a_word_that_is_known_is_known_too() {
        let known = [("area".to_string(), 3)].into();
        assert_eq!(super::syllables("areas", &known), 3);
    }
}
