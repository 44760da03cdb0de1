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

/// The texts of the signs, made ready for searching once.
pub struct Index(Vec<String>);

impl Index {
    /// Makes the texts ready.
    pub fn new(content: &Content) -> Self {
        Self(content.signs.iter().map(|sign| fold(&sign.text)).collect())
    }

    /// The signs that fit the words, the best first; `None` where there are no words.
    pub fn ranked(&self, query: &str) -> Option<Vec<usize>> {
        let query = fold(query);
        let words: Vec<&str> = query.split_whitespace().collect();
        let fits = |index: &usize| words.iter().all(|word| contains(&self.0[*index], word));
        (!words.is_empty()).then(|| (0..self.0.len()).filter(fits).collect())
    }
}

/// For each sign whether it is of the kind and for the observer that are looked for. The words are another matter.
pub fn visible(content: &Content, filter: &Filter) -> Vec<bool> {
    let fits = |sign: &Sign| {
        (filter.kind.is_empty() || sign.kind == filter.kind)
            && (filter.observer.is_empty() || sign.observers.contains(&filter.observer))
    };
    content.signs.iter().map(fits).collect()
}

/// Whether a text is part of another, byte for byte.
fn contains(text: &str, part: &str) -> bool {
    part.is_empty() || text.as_bytes().windows(part.len()).any(|window| window == part.as_bytes())
}

/// Small letters without accents, and a space for each mark: "Móvil" finds "movil". It knows the letters of English,
/// Spanish and their neighbours; the whole of Unicode would cost 20 KB of tables.
fn fold(text: &str) -> String {
    let plain = |letter: char| match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'Á' | 'À' | 'Â' | 'Ä' | 'Ã' | 'Å' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'Í' | 'Ì' | 'Î' | 'Ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'Ó' | 'Ò' | 'Ô' | 'Ö' | 'Õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => 'u',
        'ñ' | 'Ñ' => 'n',
        'ç' | 'Ç' => 'c',
        // Marks of ASCII and Latin-1, then General Punctuation: typographic quotation marks and dashes.
        '\0'..='/' | ':'..='@' | '['..='`' | '{'..='\u{bf}' | '\u{2000}'..='\u{206f}' => ' ',
        letter => letter.to_ascii_lowercase(),
    };
    text.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_forgives_capitals_accents_and_marks() {
        assert_eq!(fold("Móvil – “ID”, ¿Ñandú?"), "movil    id    nandu ");
        assert!(contains(&fold("Boss or \"friend\" keeps their passport"), &fold("FRIEND")));
        assert!(!contains("short", "longer than it"));
    }
}
