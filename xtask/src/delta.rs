//! One text described as changes of another. The offline copy has two pages that share style, bar and scripts with the
//! first page: described like this they cost a third.

use serde::Serialize;

/// A piece of the new text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Piece {
    /// What stands between two places of the old text, counted in UTF-16 code units as JavaScript does.
    Kept(usize, usize),
    /// A text of its own.
    New(String),
}

/// A piece of the old text that is shorter than this is written out: naming its place is no shorter.
const WORTH_NAMING: usize = 12;

/// The changes that make `new` of `old`. Both are HTML: what is compared is one tag with the text behind it at a time.
pub fn delta(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (tokens(old), tokens(new));
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let most = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| old == new).count();
    let middle = common(&old[start..old.len() - end], &new[start..new.len() - end]);
    let middle = middle.into_iter().map(|(in_old, in_new)| (in_old + start, in_new + start));
    let ends = (1..=end).rev().map(|back| (old.len() - back, new.len() - back));
    let pairs: Vec<_> = (0..start).map(|at| (at, at)).chain(middle).chain(ends).collect();
    write(&old, &new, &pairs)
}

fn tokens(html: &str) -> Vec<&str> {
    html.split_inclusive('>').collect()
}

/// The longest common subsequence, as pairs of places.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut longest = vec![0_u16; (old.len() + 1) * width];
    for (in_old, token) in old.iter().enumerate().rev() {
        for (in_new, other) in new.iter().enumerate().rev() {
            longest[in_old * width + in_new] = if token == other {
                longest[(in_old + 1) * width + in_new + 1] + 1
            } else {
                longest[(in_old + 1) * width + in_new].max(longest[in_old * width + in_new + 1])
            };
        }
    }
    let (mut in_old, mut in_new, mut pairs) = (0, 0, Vec::new());
    while in_old < old.len() && in_new < new.len() {
        if old[in_old] == new[in_new] {
            pairs.push((in_old, in_new));
            in_old += 1;
            in_new += 1;
        } else if longest[(in_old + 1) * width + in_new] >= longest[in_old * width + in_new + 1] {
            in_old += 1;
        } else {
            in_new += 1;
        }
    }
    pairs
}

fn write(old: &[&str], new: &[&str], pairs: &[(usize, usize)]) -> Vec<Piece> {
    let mut starts = vec![0];
    for token in old {
        starts.push(starts[starts.len() - 1] + token.encode_utf16().count());
    }
    let mut pieces = Vec::new();
    let mut next_pair = pairs.iter().peekable();
    let mut at = 0;
    while at < new.len() {
        let Some(&(from, _)) = next_pair.peek().copied().filter(|pair| pair.1 == at) else {
            push_new(&mut pieces, new[at]);
            at += 1;
            continue;
        };
        let mut until = from;
        while next_pair.next_if_eq(&&(until, at)).is_some() {
            until += 1;
            at += 1;
        }
        if starts[until] - starts[from] < WORTH_NAMING {
            old[from..until].iter().for_each(|token| push_new(&mut pieces, token));
        } else {
            pieces.push(Piece::Kept(starts[from], starts[until]));
        }
    }
    pieces
}

fn push_new(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        Some(Piece::New(before)) => before.push_str(text),
        _ => pieces.push(Piece::New(text.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the worker makes of the changes.
    fn apply(old: &str, pieces: &[Piece]) -> String {
        let units: Vec<u16> = old.encode_utf16().collect();
        let text = |piece: &Piece| match piece {
            Piece::Kept(from, until) => String::from_utf16(&units[*from..*until]).unwrap(),
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
    }
}
