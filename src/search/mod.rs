//! The search over the signs: from what a person typed to the signs that fit it, best first.
//!
//! It forgives spelling, accents and the forms of words, and takes a word that is still being typed. Where no sign has a
//! word, it looks for those that are a slip or two away. The content adds other words that people say (`search`) and
//! names those that say nothing (`search_skip`).

mod age;
mod letters;
mod spelling;

pub use letters::for_script;

use crate::content::{Content, Sign};
use age::Ages;
use spelling::{Word, fold, is_near};

/// As many words of a query are looked at, without those that say nothing; the longest sign has fewer.
const MOST_WORDS: usize = 40;

/// How well a word fits one that is asked for: it is the same, it begins so, it is one slip away, it is two away.
const SAME: usize = 12;
const BEGINS: usize = 9;
const ONE_SLIP: usize = 6;
const TWO_SLIPS: usize = 4;

/// A longer word says no more than one of so many letters.
const MOST_LETTERS: usize = 4;

/// What a word counts less that does not stand in the sign: another word for one that does, or the name of the sign's
/// kind or places.
const OTHER_WORD: usize = 2;
const TAG: usize = 5;

/// A word that a sign is found by.
struct Own {
    word: Word,
    /// What it counts less than a word of the sign's own text.
    less: usize,
}

impl Own {
    /// What a fit counts with this word; never nothing.
    fn counts(&self, fit: usize) -> usize {
        fit.saturating_sub(self.less).max(fit.min(1))
    }
}

/// How well a sign fits a word. The flag says that there may be more to come of it.
type Fit = fn(&[Own], &Word, bool) -> usize;

/// The words of the signs, made ready for searching once.
pub struct Index {
    signs: Vec<Vec<Own>>,
    skip: Vec<Word>,
    ages: Ages,
}

impl Index {
    /// Makes the words ready.
    pub fn new(content: &Content) -> Self {
        let others: Vec<_> = content.search.iter().map(|(word, others)| (fold(word), fold(others))).collect();
        Self {
            signs: content.signs.iter().map(|sign| found_by(content, sign, &others)).collect(),
            skip: fold(&content.search_skip),
            ages: Ages::new(content),
        }
    }

    /// The signs that fit the query, as indices into the content's signs, best first. `None` where nothing is asked for.
    pub fn ranked(&self, query: &str) -> Option<Vec<usize>> {
        let asked = fold(query);
        let last = asked.len().checked_sub(1)?;
        let mut scores = vec![0; self.signs.len()];
        if self.ages.are_in(&asked) {
            // The law decides by it: it says as much as a long word that one sign alone has.
            let fits = self.fits(&Word::new(age::OF_AGE.into(), false), same, false);
            add(&mut scores, &fits, self.weight(1, MOST_LETTERS));
        }
        let mut before = "";
        // The page's own search finds these (loader/search.js), so they are found here too.
        let mut early = vec![true; self.signs.len()];
        for place in self.telling(&asked) {
            let word = &asked[place];
            let typing = place == last;
            early.iter_mut().zip(&self.signs).for_each(|(early, sign)| *early &= has_beginning(sign, word));
            if !self.count(&mut scores, word, exact, typing) {
                self.count(&mut scores, word, misspelt, typing);
            }
            // What is two words for one person is one for another.
            let mut pair = String::from(before);
            pair.push_str(&word.text);
            if !before.is_empty() {
                self.count(&mut scores, &Word::new(pair, false), same, false);
            }
            before = &word.text;
        }
        Some(best_first(&scores, &early))
    }

    /// Where the words stand that are looked for: those that say something, or all where none does. A letter that an
    /// apostrophe has left over is no word that is being typed.
    fn telling(&self, asked: &[Word]) -> Vec<usize> {
        let places = |tells: &dyn Fn(&Word) -> bool| -> Vec<usize> {
            let telling = asked.iter().enumerate().filter(|(_, word)| tells(word));
            telling.map(|(place, _)| place).take(MOST_WORDS).collect()
        };
        // "Off" is not "of".
        let skipped = |word: &Word| self.skip.contains(word);
        let telling = places(&|word| !word.is_scrap() && !skipped(word));
        let whole = if telling.is_empty() { places(&|word| !word.is_scrap()) } else { telling };
        if whole.is_empty() { places(&|_| true) } else { whole }
    }

    /// Adds what a word tells of each sign, and says whether it tells anything.
    fn count(&self, scores: &mut [usize], word: &Word, fit: Fit, typing: bool) -> bool {
        let fits = self.fits(word, fit, typing);
        let found = fits.iter().filter(|fit| **fit > 0).count();
        add(scores, &fits, self.weight(found, word.text.len()));
        found > 0
    }

    fn fits(&self, word: &Word, fit: Fit, typing: bool) -> Vec<usize> {
        self.signs.iter().map(|sign| fit(sign, word, typing)).collect()
    }

    /// What a word says that finds so many signs: what few signs have says more than what most have, and short words say
    /// little.
    fn weight(&self, found: usize, letters: usize) -> usize {
        let says = (2 * self.signs.len()).checked_div(found).unwrap_or(1).ilog2() << letters.min(MOST_LETTERS);
        says as usize
    }
}

fn add(scores: &mut [usize], fits: &[usize], weight: usize) {
    scores.iter_mut().zip(fits).for_each(|(score, fit)| *score += fit * weight);
}

/// The signs with at least half the score of the best one, and those of the early search. Equal ones stay in the order of
/// the content.
fn best_first(scores: &[usize], early: &[bool]) -> Vec<usize> {
    let best = scores.iter().copied().max().unwrap_or_default();
    let mut ranked: Vec<usize> = Vec::new();
    for (sign, (score, early)) in scores.iter().zip(early).enumerate() {
        if *early || *score > 0 && *score * 2 >= best {
            let place = ranked.iter().position(|other| scores[*other] < *score).unwrap_or(ranked.len());
            ranked.insert(place, sign);
        }
    }
    ranked
}

/// The words to which the content adds others, but that stand in no sign, kind or place.
pub fn unused(content: &Content) -> Vec<&str> {
    let own: Vec<Own> = content.signs.iter().flat_map(|sign| found_by(content, sign, &[])).collect();
    let is_there = |word: &Word| own.iter().any(|own| own.word.stem == word.stem);
    let added = content.search.iter().map(|(word, _)| word.as_str());
    added.filter(|word| !fold(word).iter().any(is_there)).collect()
}

/// The words that find a sign: its own, those of its kind and places, and others that mean the same.
fn found_by(content: &Content, sign: &Sign, others: &[(Vec<Word>, Vec<Word>)]) -> Vec<Own> {
    let mut list = Vec::new();
    let mut add = |text: &str, less| list.extend(fold(text).into_iter().map(|word| Own { word, less }));
    add(&sign.text, 0);
    for kind in content.kinds.iter().filter(|kind| kind.id == sign.kind) {
        add(&kind.name, TAG);
    }
    for setting in content.settings.iter().filter(|setting| sign.settings.contains(&setting.id)) {
        // The more places a sign is seen at, the less it says of each.
        add(&setting.name, TAG + sign.settings.len());
    }
    for (words, others) in others {
        let means = |own: &&Own| words.iter().any(|word| word.stem == own.word.stem);
        if let Some(less) = list.iter().filter(means).map(|own| own.less).min() {
            list.extend(others.iter().map(|other| Own { word: other.clone(), less: less + OTHER_WORD }));
        }
    }
    list
}

/// Whether a word of the sign's own text begins so.
fn has_beginning(sign: &[Own], word: &Word) -> bool {
    sign.iter().any(|own| own.less == 0 && own.word.text.starts_with(&word.text))
}

/// A sign that has the word itself.
fn same(sign: &[Own], word: &Word, _typing: bool) -> usize {
    let same = sign.iter().filter(|own| own.word.stem == word.stem);
    same.map(|own| own.counts(SAME)).max().unwrap_or_default()
}

/// A sign that has the word without any slip.
fn exact(sign: &[Own], word: &Word, typing: bool) -> usize {
    let mut best = same(sign, word, typing);
    let mut before = "";
    for own in sign {
        let text = own.word.text.as_str();
        // What is one word for one person is two for another.
        let together =
            word.text.strip_prefix(before).is_some_and(|rest| Word::new(rest.into(), false).stem == own.word.stem);
        let begins = (typing || word.text.len() > 2) && text.starts_with(&word.text)
            || word.bare().len() > 3 && text.starts_with(word.bare());
        if together {
            best = best.max(own.counts(SAME));
        } else if begins {
            best = best.max(own.counts(BEGINS));
        }
        before = text;
    }
    best
}

/// A sign that has the word when slips are forgiven: one in a short word, two in a long one.
fn misspelt(sign: &[Own], word: &Word, typing: bool) -> usize {
    sign.iter().map(|own| own.counts(near(&own.word, word, typing))).max().unwrap_or_default()
}

fn near(own: &Word, word: &Word, typing: bool) -> usize {
    let (text, asked) = (own.text.as_str(), word.text.as_str());
    let length = asked.len();
    let same_begin = asked.get(..1) == text.get(..1);
    // Short words are too near to others, also with an ending, and hardly anyone gets the first letter wrong.
    if word.missing_in(own) > 2 || word.bare().len() < 4 || length < 6 && !same_begin {
        return 0;
    }
    let begin = text.get(..length).filter(|_| typing).unwrap_or(text);
    let near = |slips| {
        is_near(word.bare().as_bytes(), own.bare().as_bytes(), slips)
            || is_near(asked.as_bytes(), begin.as_bytes(), slips)
    };
    if near(1) {
        ONE_SLIP
    } else if word.bare().len() > 6 && same_begin && near(2) {
        TWO_SLIPS
    } else {
        0
    }
}
