//! The signs: which are listed together, which fit what is looked for, and a plain summary of those that were noticed.
//! No score and no verdict: nothing here adds up weights.

use crate::content::{Content, Sign, W};
use crate::search::Index;

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
    /// What was typed into the search.
    pub query: String,
}

impl Filter {
    /// The signs that fit, as indices into the content's signs: best first where words are looked for, else in the
    /// order of the content.
    pub fn find(&self, content: &Content, index: &Index) -> Vec<usize> {
        let mut found = index.ranked(&self.query).unwrap_or_else(|| (0..content.signs.len()).collect());
        found.retain(|sign| {
            let sign = &content.signs[*sign];
            (self.kind.is_empty() || sign.kind == self.kind)
                && (self.observer.is_empty() || sign.observers.contains(&self.observer))
        });
        found
    }
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
