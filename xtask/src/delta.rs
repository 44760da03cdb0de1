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

/// A piece of the old text that is shorter than this, in characters, is written out: naming its place is no shorter.
const WORTH_NAMING: usize = 20;

/// The changes that make `new` of `old`: at each place the longest piece of `old`, and of equally long ones the one nearest to
/// what was taken before.
pub fn delta(old: &str, new: &str) -> Vec<Piece> {
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let mut starts = vec![0];
    for letter in &old {
        starts.push(starts[starts.len() - 1] + letter.len_utf16());
    }
    let mut places: HashMap<&[char], Vec<usize>> = HashMap::new();
    for (place, beginning) in old.windows(WORTH_NAMING).enumerate() {
        places.entry(beginning).or_default().push(place);
    }
    let distance = |from: usize, to: usize| starts[to] as isize - starts[from] as isize;
    let (mut pieces, mut at, mut taken) = (Vec::new(), 0, 0);
    while at < new.len() {
        let rest = &new[at..];
        let found = rest.get(..WORTH_NAMING).and_then(|beginning| places.get(beginning)).into_iter().flatten();
        let longest = found.map(|&place| (place, common(&old[place..], rest)));
        if let Some((place, length)) = longest.max_by_key(|(place, length)| (*length, Reverse(place.abs_diff(taken)))) {
            pieces.push(Piece::Kept(distance(taken, place), starts[place + length] - starts[place]));
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
            assert_eq!(apply(old, &delta(old, &new)), new);
            assert_eq!(apply(&new, &delta(&new, old)), old);
        }
    }

    #[test]
    fn what_both_have_is_not_written_twice() {
        let (old, new) =
            ("<style>a long style of both</style><p>old</p>", "<style>a long style of both</style><p>new</p>");
        assert_eq!(delta(old, new), [Piece::Kept(0, 38), Piece::New("new</p>".into())]);
        assert_eq!(serde_json::to_string(&delta(old, new)).unwrap(), "[[0,38],\"new</p>\"]");
        let moved = "<p>new</p><style>a long style of both</style>";
        assert_eq!(delta(old, moved), [Piece::New("<p>new</p>".into()), Piece::Kept(0, 35)]);
    }
}
