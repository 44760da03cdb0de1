//! The words of a sentence, as a reader takes them.

use crate::syllables;

/// What a known name is read as.
const NAME: &str = "Ann";

/// The words and syllables of a sentence.
pub fn count(sentence: &str, names: &[impl AsRef<str>]) -> (usize, usize) {
    let plain = names.iter().fold(sentence.to_string(), |text, name| text.replace(name.as_ref(), NAME));
    let mut words = 0;
    let mut syllables = 0;
    let mut in_name = false;
    let mut opens = true;
    for word in plain.split(|letter: char| letter.is_whitespace() || "—–/".contains(letter)) {
        let opened = opens || word.starts_with(['“', '(']);
        // After a colon inside a sentence a new thought begins, too.
        opens = word.ends_with([':', '.']);
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        if bare.is_empty() {
            continue;
        }
        let is_capitalized = bare.starts_with(char::is_uppercase) && bare != "I";
        let is_name = is_capitalized && !opened || bare == NAME;
        if is_name && in_name {
            continue;
        }
        words += 1;
        syllables += if is_name { 1 } else { in_parts(bare) };
        in_name = is_name && !word.ends_with(',');
    }
    (words, syllables)
}

/// The syllables of a word that may be made of several: "door-to-door".
fn in_parts(word: &str) -> usize {
    word.split('-').filter(|part| !part.is_empty()).map(syllables).sum()
}

#[cfg(test)]
mod tests {
    fn count(sentence: &str) -> (usize, usize) {
        super::count(sentence, &["Porchlight", "The New Face of Slavery"])
    }

    #[test]
    fn a_run_of_capitalized_words_is_one_short_word() {
        assert_eq!(count("They ask the National Human Trafficking Hotline now."), (5, 5));
        assert_eq!(count("Ask Oregon, Washington and I will."), (6, 6));
    }

    #[test]
    fn a_word_that_opens_a_sentence_or_a_quotation_is_no_name() {
        assert_eq!(count("Employers say: Yesterday is “Yesterday”."), (5, 11));
    }

    #[test]
    fn a_known_name_is_one_short_word_wherever_it_stands() {
        assert_eq!(count("Porchlight knows."), (2, 2));
        assert_eq!(count("Porchlight Oregon knows."), (2, 2));
        assert_eq!(count("The New Face of Slavery is read."), (3, 3));
    }

    #[test]
    fn a_number_is_one_short_word() {
        assert_eq!(count("Some 27,600,000 were there."), (4, 4));
        assert_eq!(count("A 12-year-old called."), (3, 5));
    }

    #[test]
    fn a_word_of_several_parts_is_one_word() {
        assert_eq!(count("They go door-to-door."), (3, 5));
    }
}
