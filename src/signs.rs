//! The signs: which are listed together, and which fit what someone looks for.
//! No score and no verdict: nothing here adds up weights.

use crate::content::{Content, Sign};

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
    /// Words to look for.
    pub query: String,
}

/// For each sign whether it is of the kind and for the observer that are looked for. The words are another matter.
pub fn visible(content: &Content, filter: &Filter) -> Vec<bool> {
    let fits = |sign: &Sign| {
        (filter.kind.is_empty() || sign.kind == filter.kind)
            && (filter.observer.is_empty() || sign.observers.contains(&filter.observer))
    };
    content.signs.iter().map(fits).collect()
}
