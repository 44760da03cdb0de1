//! The signs: which are listed together, which fit a search, and a plain summary of those that were noticed.
//! No score and no verdict: nothing here adds up weights.

use crate::content::{Content, Sign, W};

/// Signs under one heading.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// The index of the kind, or `None` for the signs of the chosen setting.
    pub kind: Option<usize>,
    /// Indices into the content's signs.
    pub signs: Vec<usize>,
}

/// Puts the signs in the order in which they are read. Without a setting: by kind. With one: first those of that
/// setting, then by kind those that are seen anywhere. Groups are never empty.
pub fn groups(content: &Content, setting: Option<&str>) -> Vec<Group> {
    let indices = |fits: &dyn Fn(&Sign) -> bool| -> Vec<usize> {
        (0..content.signs.len()).filter(|index| fits(&content.signs[*index])).collect()
    };
    let here =
        setting.map(|id| Group { kind: None, signs: indices(&|sign| sign.settings.iter().any(|own| own == id)) });
    let by_kind = content.kinds.iter().enumerate().map(|(index, kind)| Group {
        kind: Some(index),
        signs: indices(&|sign| sign.kind == kind.id && (setting.is_none() || sign.settings.is_empty())),
    });
    here.into_iter().chain(by_kind).filter(|group| !group.signs.is_empty()).collect()
}

/// What a person looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The id of a kind; empty means every kind.
    pub kind: String,
    /// The id of an observer; empty means everyone.
    pub observer: String,
    /// Words that must all be in the sign's text.
    pub query: String,
}

/// The texts of the signs, made ready for searching once.
pub struct Index(Vec<String>);

impl Index {
    /// Makes the texts ready.
    pub fn new(content: &Content) -> Self {
        Self(content.signs.iter().map(|sign| fold(&sign.text)).collect())
    }

    /// For each sign whether it fits.
    pub fn find(&self, content: &Content, filter: &Filter) -> Vec<bool> {
        let query = fold(&filter.query);
        let words: Vec<&str> = query.split_whitespace().collect();
        let fits = |(sign, text): (&Sign, &String)| {
            (filter.kind.is_empty() || sign.kind == filter.kind)
                && (filter.observer.is_empty() || sign.observers.contains(&filter.observer))
                && words.iter().all(|word| text.contains(word))
        };
        content.signs.iter().zip(&self.0).map(fits).collect()
    }
}

/// Lower case, without accents and without marks between words, so that "Móvil" finds "movil".
fn fold(text: &str) -> String {
    let plain = |letter: char| match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        letter if letter.is_alphanumeric() => letter,
        _ => ' ',
    };
    text.chars().flat_map(char::to_lowercase).map(plain).collect()
}

/// What was noticed, as plain text to copy or read aloud. `ticked` holds a flag for each sign.
pub fn summary(content: &Content, ticked: &[bool]) -> String {
    let noticed = content.signs.iter().zip(ticked).filter(|(_, ticked)| **ticked);
    let mut text = content.ui.get(W::SignsSummary).to_string();
    for (sign, _) in noticed {
        text.push_str("\n- ");
        text.push_str(&sign.text);
    }
    text.push_str("\n\n");
    text.push_str(content.ui.get(W::SignsSummaryEnd));
    text
}
