//! One text described as changes of others. The pages of the offline copy share style, bar and scripts with each other, and
//! their words with the content: described like this they cost a seventh.

use serde::Serialize;
use std::cmp::Reverse;
use std::collections::HashMap;

/// A piece of the new text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Piece {
    /// A piece of the old text: how far it is from the end of the last one to where it begins, and its length, both counted
    /// in UTF-16 code units as JavaScript does.
    Kept(isize, usize),
    /// A text of its own.
    New(String),
}

/// A shorter piece of words, in characters, is written out: naming its place is no shorter.
const SHORTEST: usize = 16;

/// The same for markup, which comes again and again and costs little where it is written out once more.
const SHORTEST_OF_MARKUP: usize = 32;

/// So many characters are written out where a longer piece begins behind them.
const PATIENCE: usize = 8;

/// The changes that make `new` of two texts, one behind the other: markup and words. At each place it is the longest piece of
/// them, and of equally long ones the one nearest to what was taken before.
pub fn delta([markup, words]: [&str; 2], new: &str) -> Vec<Piece> {
    let text: Vec<char> = markup.chars().chain(words.chars()).collect();
    let old = Old::new(&text, markup.chars().count());
    let new: Vec<char> = new.chars().collect();
    let (mut pieces, mut at, mut taken) = (Vec::new(), 0, 0);
    while at < new.len() {
        let found = old.longest(&new[at..], taken).filter(|(_, length)| {
            let later = |skipped| old.longest(new.get(at + skipped..)?, taken).map(|(_, length)| length - skipped);
            (1..=PATIENCE).filter_map(later).all(|later| later <= *length)
        });
        if let Some((place, length)) = found {
            let distance = old.starts[place] as isize - old.starts[taken] as isize;
            pieces.push(Piece::Kept(distance, old.starts[place + length] - old.starts[place]));
            taken = place + length;
            at += length;
        } else {
            if !matches!(pieces.last(), Some(Piece::New(_))) {
                pieces.push(Piece::New(String::new()));
            }
            if let Some(Piece::New(text)) = pieces.last_mut() {
                text.push(new[at]);
            }
            at += 1;
        }
    }
    pieces
}

/// What pieces are taken of.
struct Old<'a> {
    text: &'a [char],
    /// Where words begin, in characters.
    words: usize,
    /// Where each character begins, in UTF-16 code units; and where the text ends.
    starts: Vec<usize>,
    /// Where each text stands that is as long as the shortest piece.
    places: HashMap<&'a [char], Vec<usize>>,
}

impl<'a> Old<'a> {
    fn new(text: &'a [char], words: usize) -> Self {
        let mut starts = vec![0];
        for letter in text {
            starts.push(starts[starts.len() - 1] + letter.len_utf16());
        }
        let mut places: HashMap<&[char], Vec<usize>> = HashMap::new();
        for (place, beginning) in text.windows(SHORTEST).enumerate() {
            places.entry(beginning).or_default().push(place);
        }
        Self { text, words, starts, places }
    }

    /// Where the longest piece stands with which a text begins, if it is worth naming, and its length.
    fn longest(&self, text: &[char], taken: usize) -> Option<(usize, usize)> {
        let places = self.places.get(text.get(..SHORTEST)?)?;
        let found = places.iter().map(|&place| (place, common(&self.text[place..], text)));
        let worth = |&(place, length): &(usize, usize)| place >= self.words || length >= SHORTEST_OF_MARKUP;
        found.filter(worth).max_by_key(|(place, length)| (*length, Reverse(place.abs_diff(taken))))
    }
}

/// How many characters both begin with.
fn common(one: &[char], other: &[char]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the worker makes of the changes.
    fn apply(old: &str, pieces: &[Piece]) -> String {
        let units: Vec<u16> = old.encode_utf16().collect();
        let mut at = 0;
        let text = |piece: &Piece| match piece {
            Piece::Kept(distance, length) => {
                let from = at + distance;
                at = from + *length as isize;
                String::from_utf16(&units[from as usize..at as usize]).unwrap()
            }
            Piece::New(text) => text.clone(),
        };
        pieces.iter().map(text).collect()
    }

    #[test]
    fn what_is_made_of_the_changes_is_the_new_text() {
        let old = "<html lang=\"en\"><title>A – 💡</title><main><p>one</p><p>two</p></main><script src=\"x\"></script>";
        let cases = [
            old.to_string(),
            String::new(),
            "<html>".into(),
            old.replace("A – 💡", "B ü").replace("<p>two</p>", "<p>zwei</p><p>two</p><p>💡</p>"),
            format!("{old}{old}"),
        ];
        for new in cases {
            for words in ["", "<p>two</p><p>💡</p>"] {
                assert_eq!(apply(&format!("{old}{words}"), &delta([old, words], &new)), new);
                assert_eq!(apply(&format!("{words}{new}"), &delta([words, &new], old)), old);
            }
        }
    }

    #[test]
    fn what_both_have_is_not_written_twice() {
        let (old, new) =
            ("<style>a long style of both</style><p>old</p>", "<style>a long style of both</style><p>new</p>");
        assert_eq!(delta([old, ""], new), [Piece::Kept(0, 38), Piece::New("new</p>".into())]);
        assert_eq!(serde_json::to_string(&delta([old, ""], new)).unwrap(), "[[0,38],\"new</p>\"]");
        let moved = "<p>new</p><style>a long style of both</style>";
        assert_eq!(delta([old, ""], moved), [Piece::New("<p>new</p>".into()), Piece::Kept(0, 35)]);
    }

    #[test]
    fn markup_is_named_only_where_it_is_long_and_words_sooner() {
        let short = "sixteen letters!";
        let (one, two) = (format!("{short}<i>"), format!("<b>{short}"));
        assert_eq!(delta([&one, ""], &two), [Piece::New(two.clone())]);
        assert_eq!(delta(["", &one], &two), [Piece::New("<b>".into()), Piece::Kept(0, 16)]);
        assert_eq!(delta(["", &one[1..]], &two), [Piece::New(two.clone())], "fifteen are too few");
        let long = "thirty-two letters are long here";
        assert_eq!(delta([&format!("{long}<i>"), ""], &format!("<b>{long}")).len(), 2);
    }

    #[test]
    fn a_longer_piece_that_begins_a_little_later_is_waited_for() {
        let words = "sixteen letters! | letters! and then as many again";
        let new = "sixteen letters! and then as many again";
        assert_eq!(delta(["", words], new), [Piece::New("sixteen".into()), Piece::Kept(18, 32)]);
    }
}
