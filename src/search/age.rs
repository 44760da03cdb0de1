//! Ages: a number from 1 to 17 says that someone is under 18, where it is no number of something else.

use super::spelling::{Word, fold};
use crate::content::Content;

/// What an age is looked for as, in every language: the signs about children and their kind say "18".
pub(super) const OF_AGE: &str = "18";

/// The words of a language by which an age is known.
pub(super) struct Ages {
    /// Numbers below 18 in letters.
    numbers: Vec<Word>,
    /// What stands round an age.
    ages: Vec<Around>,
    /// What stands round a number of something else.
    counts: Vec<Around>,
}

/// The words before a number and those after it.
struct Around {
    before: Vec<Word>,
    after: Vec<Word>,
}

impl Around {
    fn new(text: &str) -> Self {
        let mut parts = text.split(['{', '}']);
        let mut part = |place| fold(parts.nth(place).unwrap_or_default());
        // Between the two stands the name of the placeholder.
        Self { before: part(0), after: part(1) }
    }

    fn is_at(&self, words: &[Word], place: usize) -> bool {
        let before = words.get(..place).is_some_and(|before| before.ends_with(&self.before));
        before && words.get(place + 1..).is_some_and(|after| after.starts_with(&self.after))
    }
}

impl Ages {
    pub fn new(content: &Content) -> Self {
        let around = |texts: &[String]| texts.iter().map(|text| Around::new(text)).collect();
        Self {
            numbers: fold(&content.search_numbers),
            ages: around(&content.search_ages),
            counts: around(&content.search_counts),
        }
    }

    /// Whether one of the words is an age below 18.
    pub fn are_in(&self, words: &[Word]) -> bool {
        (0..words.len()).any(|place| self.is_age(words, place))
    }

    /// A number is an age by itself, or beside words that say so; never where it counts something or is only the first part
    /// of one, as in "9:30" and "10,000".
    fn is_age(&self, words: &[Word], place: usize) -> bool {
        let text = &words[place].text;
        let in_digits = text.parse::<u8>().is_ok_and(|number| (1..18).contains(&number));
        let is_young = in_digits || self.numbers.iter().any(|number| number.text == *text);
        let among = |list: &[Around]| list.iter().any(|around| around.is_at(words, place));
        let is_part = words.get(place + 1).is_some_and(Word::is_number);
        is_young && !is_part && (in_digits && words.len() == 1 || among(&self.ages)) && !among(&self.counts)
    }
}
