//! What must not be said, and what is never a sign.

use super::Language;
use super::pattern::{Pattern, words_of};
use super::walk::{Place, texts};
use serde_json::Value;

/// Words that must not be said, anywhere but in names and in what is quoted.
pub fn banned(language: &Language, words: &Value) -> Vec<String> {
    let found = |place: Place| problems(language, &language.banned, &place);
    texts(words).into_iter().flat_map(found).collect()
}

/// What a person looks like, believes or comes from, in the text of a sign.
pub fn never_a_sign(language: &Language, words: &Value) -> Vec<String> {
    let found = |place: Place| problems(language, &language.never_a_sign, &place);
    texts(words).into_iter().filter(|place| place.place.starts_with("signs › ")).flat_map(found).collect()
}

fn problems(language: &Language, patterns: &[(Pattern, String)], place: &Place) -> Vec<String> {
    let own = words_of(&own(language, place.text));
    let problem = |(pattern, why): &(Pattern, String)| {
        let found = pattern.find(&own)?;
        Some(format!("{{words}}: {}: \"{found}\" must not stand here: {why}", place.place))
    };
    patterns.iter().filter_map(problem).collect()
}

/// The text without names and without what stands in quotation marks; a full stop takes their place.
fn own(language: &Language, text: &str) -> String {
    let mut own = text.to_string();
    for name in &language.names {
        own = own.replace(name.as_str(), ".");
    }
    while let Some((before, rest)) = own.split_once('“') {
        let Some((_, after)) = rest.split_once('”') else { break };
        own = format!("{before}.{after}");
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::tests::english;
    use serde_json::json;

    fn banned_in(text: &str) -> Vec<String> {
        banned(&english(), &json!({ "pages": { "help-call": [{ "kind": "text", "text": text }] } }))
    }

    #[test]
    fn a_banned_word_is_named_with_its_place_and_what_to_write() {
        let expected = "{words}: pages › help-call › 1 › text: \"rescued\" must not stand here: people leave, with \
            support: write \"help\" or \"support\"";
        assert_eq!(banned_in("They were rescued."), [expected]);
    }

    #[test]
    fn nobody_is_saved_and_no_child_sells_itself_and_nothing_is_promised() {
        for text in [
            "You can save lives.",
            "Saving people from harm",
            "A voice for the voiceless",
            "child prostitutes",
            "A modern-day slave",
            "illegal immigrants",
            "It is a horrific crime.",
            "It is completely safe.",
            "It leaves no trace.",
        ] {
            assert!(!banned_in(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn names_and_quotations_and_harmless_meanings_are_let_be() {
        for text in [
            "Our Rescue has a list.",
            "Not “child prostitute.”",
            "The page is saved for offline.",
            "Do not save it.",
            "a conviction for prostitution",
            "No app can promise that you are safe.",
        ] {
            assert_eq!(banned_in(text), [""; 0], "{text}");
        }
        let quote = json!({ "articles": { "a": { "blocks": [{ "kind": "quote", "text": "to rescue", "by": "x" }] } } });
        assert_eq!(banned(&english(), &quote), [""; 0]);
        assert_eq!(banned(&english(), &json!({ "search": { "sold": "prostitute" } })), [""; 0]);
    }

    #[test]
    fn a_quotation_mark_that_never_closes_hides_nothing() {
        assert_eq!(banned_in("“They were rescued.").len(), 1);
    }

    #[test]
    fn looks_origin_belief_and_dress_are_never_signs() {
        let signs = |text: &str| never_a_sign(&english(), &json!({ "signs": { "1": text } }));
        for text in [
            "Is a foreigner",
            "The women are Asian",
            "Has dark skin",
            "Wears a headscarf",
            "Dresses like a sex worker",
            "Wears skimpy clothes",
            "Speaks no English",
        ] {
            assert_eq!(signs(text).len(), 1, "{text}");
        }
        for text in ["Has clothes that are wrong for the weather", "Is cut off from family, friends or worship"] {
            assert_eq!(signs(text), [""; 0], "{text}");
        }
        let elsewhere = json!({ "pages": { "signs-rules": [{ "kind": "note", "text": "Race is never a sign." }] } });
        assert_eq!(never_a_sign(&english(), &elsewhere), [""; 0]);
    }
}
