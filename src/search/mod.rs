//! The search over the signs: from what a person typed to the signs that fit it, best first.
//!
//! It forgives spelling, accents and the forms of words, and takes a word that is still being typed. Where no sign has a
//! word, it looks for those that are a slip or two away. The content adds other words that people say (`search`) and
//! names those that say nothing (`search_skip`).

mod spelling;

use crate::content::{Content, Sign};
use spelling::{Word, fold, is_near, stem};

/// As many words of a query are looked at; the longest sign has fewer.
const MOST_WORDS: usize = 40;

/// How well a word fits one that is asked for: it is the same, it begins so, it is one slip away, it is two away.
const SAME: usize = 12;
const BEGINS: usize = 9;
const ONE_SLIP: usize = 6;
const TWO_SLIPS: usize = 4;

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
}

impl Index {
    /// Makes the words ready.
    pub fn new(content: &Content) -> Self {
        let others: Vec<_> = content.search.iter().map(|(word, others)| (fold(word), fold(others))).collect();
        Self {
            signs: content.signs.iter().map(|sign| found_by(content, sign, &others)).collect(),
            skip: fold(&content.search_skip),
        }
    }

    /// The signs that fit the query, as indices into the content's signs, best first. `None` where nothing is asked for.
    pub fn ranked(&self, query: &str) -> Option<Vec<usize>> {
        let mut asked = fold(query);
        asked.truncate(MOST_WORDS);
        let last = asked.len().checked_sub(1)?;
        let skipped = |word: &Word| self.skip.iter().any(|skip| skip.text == word.text);
        let only_skipped = asked.iter().all(skipped);
        let mut scores = vec![0; self.signs.len()];
        let mut before = "";
        for (place, word) in asked.iter().enumerate() {
            if skipped(word) && !only_skipped {
                continue;
            }
            let typing = place == last;
            if !self.count(&mut scores, word, exact, typing) {
                self.count(&mut scores, word, misspelt, typing);
            }
            // What is two words for one person is one for another.
            let mut pair = String::from(before);
            pair.push_str(&word.text);
            if !before.is_empty() {
                self.count(&mut scores, &Word::new(pair), same, false);
            }
            before = &word.text;
        }
        Some(best_first(&scores))
    }

    /// Adds what a word tells of each sign, and says whether it tells anything. What few signs have says more than what
    /// most have, and short words say little.
    fn count(&self, scores: &mut [usize], word: &Word, fit: Fit, typing: bool) -> bool {
        let fits: Vec<usize> = self.signs.iter().map(|sign| fit(sign, word, typing)).collect();
        let found = fits.iter().filter(|fit| **fit > 0).count();
        let says = (2 * fits.len()).checked_div(found).unwrap_or(1).ilog2() << word.text.len().min(4);
        scores.iter_mut().zip(fits).for_each(|(score, fit)| *score += fit * says as usize);
        found > 0
    }
}

/// The signs with at least half the score of the best one. Equal ones stay in the order of the content.
fn best_first(scores: &[usize]) -> Vec<usize> {
    let best = scores.iter().copied().max().unwrap_or_default();
    let mut ranked: Vec<usize> = Vec::new();
    for (sign, score) in scores.iter().enumerate() {
        if *score > 0 && *score * 2 >= best {
            let place = ranked.iter().position(|other| scores[*other] < *score).unwrap_or(ranked.len());
            ranked.insert(place, sign);
        }
    }
    ranked
}

/// The words to which the content adds others, but that stand in no sign, kind or place.
pub fn unused(content: &Content) -> Vec<&str> {
    let own: Vec<Own> = content.signs.iter().flat_map(|sign| found_by(content, sign, &[])).collect();
    let is_there = |word: &Word| own.iter().any(|own| own.word.stem() == word.stem());
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
        let means = |own: &&Own| words.iter().any(|word| word.stem() == own.word.stem());
        if let Some(less) = list.iter().filter(means).map(|own| own.less).min() {
            list.extend(others.iter().map(|other| Own { word: other.clone(), less: less + OTHER_WORD }));
        }
    }
    list
}

/// A sign that has the word itself.
fn same(sign: &[Own], word: &Word, _typing: bool) -> usize {
    let same = sign.iter().filter(|own| own.word.stem() == word.stem());
    same.map(|own| own.counts(SAME)).max().unwrap_or_default()
}

/// A sign that has the word without any slip.
fn exact(sign: &[Own], word: &Word, typing: bool) -> usize {
    let mut best = same(sign, word, typing);
    let mut before = "";
    for own in sign {
        let text = own.word.text.as_str();
        // What is one word for one person is two for another.
        let together = word.text.strip_prefix(before).is_some_and(|rest| stem(rest) == own.word.stem());
        let begins = (typing || word.text.len() > 2) && text.starts_with(&word.text)
            || word.stem().len() > 3 && text.starts_with(word.stem());
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
    // Short words are too near to others, and hardly anyone gets the first letter wrong.
    if word.missing_in(own) > 2 || length < 4 || length < 6 && asked.get(..1) != text.get(..1) {
        return 0;
    }
    let begin = text.get(..length).filter(|_| typing).unwrap_or(text);
    let near = |slips| {
        is_near(word.stem().as_bytes(), own.stem().as_bytes(), slips)
            || is_near(asked.as_bytes(), begin.as_bytes(), slips)
    };
    if near(1) {
        ONE_SLIP
    } else if word.stem().len() > 6 && near(2) {
        TWO_SLIPS
    } else {
        0
    }
}
