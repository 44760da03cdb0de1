//! The search: what people type finds the sign they mean, however they write it.

mod common;
mod queries;

use common::{changed, config, content};
use porchlight::content::Content;
use porchlight::search::{Index, unused};
use proptest::prelude::*;
use queries::Query;
use serde_json::json;
use std::collections::HashSet;
use std::sync::LazyLock;

static CONTENT: LazyLock<Content> = LazyLock::new(content);
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&CONTENT));

/// The ids of the signs that fit, best first.
fn found(query: &str) -> Vec<&'static str> {
    let ranked = INDEX.ranked(query).unwrap_or_else(|| panic!("nothing is asked for in \"{query}\""));
    ranked.iter().map(|sign| CONTENT.signs[*sign].id.as_str()).collect()
}

fn expect_among_the_first_five(queries: &[Query]) {
    let failed: Vec<_> = (queries.iter())
        .filter(|(query, expected)| !expected.iter().all(|id| found(query).iter().take(5).any(|found| found == id)))
        .map(|(query, expected)| {
            format!("\"{query}\": expected {expected:?} among the first five of {:?}", found(query))
        })
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn words_that_stand_in_signs() {
    expect_among_the_first_five(queries::PLAIN);
}

#[test]
fn several_words_in_any_order() {
    expect_among_the_first_five(queries::SEVERAL_WORDS);
}

#[test]
fn other_forms_of_words() {
    expect_among_the_first_five(queries::WORD_FORMS);
}

#[test]
fn misspelt_words() {
    expect_among_the_first_five(queries::MISSPELT);
}

#[test]
fn words_that_are_still_being_typed() {
    expect_among_the_first_five(queries::AS_TYPED);
}

#[test]
fn one_word_for_two_and_two_for_one() {
    expect_among_the_first_five(queries::TOGETHER_AND_APART);
}

#[test]
fn accents_and_spanish_words_that_look_alike() {
    expect_among_the_first_five(queries::ACCENTS);
}

#[test]
fn other_words_for_the_same_thing() {
    expect_among_the_first_five(queries::OTHER_WORDS);
}

#[test]
fn everyday_words() {
    expect_among_the_first_five(queries::EVERYDAY);
}

#[test]
fn ages() {
    expect_among_the_first_five(queries::AGES);
}

#[test]
fn numbers_that_are_no_age() {
    for query in queries::NO_AGES {
        // Either the same words with a number that is too high find the same, or the signs are missing that only an age finds.
        let higher = query.split_inclusive(|letter: char| !letter.is_ascii_digit()).map(|part| {
            let rest = part.trim_start_matches(|letter: char| letter.is_ascii_digit());
            if rest == part { part.to_string() } else { format!("40{rest}") }
        });
        let same = found(&higher.collect::<String>()) == found(query);
        let found_by_age = ["76", "78", "81", "92"].iter().filter(|id| found(query).contains(id)).count();
        assert!(same || found_by_age < 4, "{query}: {:?}", found(query));
    }
}

#[test]
fn all_apostrophes_are_one() {
    for query in ["they can’t", "can’t quit", "the boss’s housing", "my boss’s got my passport", "I’m hungry", "won’t"]
    {
        for apostrophe in queries::APOSTROPHES {
            let typed = query.replace('’', &apostrophe.to_string());
            assert_eq!(found(&typed), found(query), "{typed} (U+{:04X})", u32::from(*apostrophe));
        }
    }
    for query in ["they can’t leave", "she doesn’t eat"] {
        assert_eq!(found(&query.replace('’', " ")), found(query), "a letter left over");
    }
}

#[test]
fn a_letter_by_itself_after_other_words_is_no_word_being_typed() {
    for (query, same) in [("passport t", "passport"), ("can\"t quit", "quit"), ("boss s passport", "boss passport")] {
        assert_eq!(found(query), found(same), "{query}");
    }
    assert!(found("they can t").len() < 40);
}

#[test]
fn forms_of_one_word_are_not_those_of_another() {
    for (one, other) in [("caring", "cars"), ("teenager", "manager"), ("caring", "car"), ("weeks", "weed")] {
        assert_ne!(found(one), found(other), "{one}, {other}");
    }
    for (one, other) in [("week", "weeks"), ("hit", "hitting")] {
        assert_eq!(found(one), found(other), "{one}, {other}");
    }
}

#[test]
fn places() {
    expect_among_the_first_five(queries::PLACES);
}

#[test]
fn what_no_sign_is_about_finds_nothing() {
    for query in queries::NOTHING {
        assert_eq!(found(query), [""; 0], "{query}");
    }
}

#[test]
fn the_table_has_at_least_sixty_queries_and_none_twice() {
    let tables = [
        queries::PLAIN,
        queries::SEVERAL_WORDS,
        queries::WORD_FORMS,
        queries::MISSPELT,
        queries::AS_TYPED,
        queries::TOGETHER_AND_APART,
        queries::ACCENTS,
        queries::OTHER_WORDS,
        queries::PLACES,
        queries::EVERYDAY,
        queries::AGES,
    ]
    .concat();
    assert!(queries::EVERYDAY.len() >= 60 && tables.len() >= 240);
    assert_eq!(tables.iter().map(|(query, _)| query).collect::<HashSet<_>>().len(), tables.len());
}

#[test]
fn nothing_is_asked_for_by_spaces_and_marks_alone() {
    for query in ["", "  ", "–?!", "\n"] {
        assert_eq!(INDEX.ranked(query), None, "{query:?}");
    }
}

#[test]
fn what_stands_in_the_sign_comes_before_another_word_for_it_and_before_the_name_of_its_place() {
    let content = changed(|site, words| {
        words["settings"]["hotel"]["name"] = json!("xplace");
        words["search"]["xword"] = json!("xother");
        for (index, text) in ["xword", "xother", "nothing"].iter().enumerate() {
            words["signs"][(index + 1).to_string()] = json!(text);
            site["signs"][index]["settings"] = json!(["farm"]);
        }
        site["signs"][2]["settings"] = json!(["hotel"]);
    })
    .unwrap();
    let index = Index::new(&content);
    assert_eq!(index.ranked("xother"), Some(vec![1, 0]));
    assert_eq!(index.ranked("xplace").unwrap()[0], 2);
    assert_eq!(index.ranked("xword"), Some(vec![0]), "it goes one way only");
}

#[test]
fn other_words_for_a_word_that_no_sign_has_are_told() {
    assert_eq!(unused(&CONTENT), [""; 0]);
    let content = changed(|_, words| words["search"]["xword"] = json!("xother")).unwrap();
    assert_eq!(unused(&content), ["xword"]);
}

#[test]
fn words_that_say_nothing_are_left_out_unless_there_are_no_others() {
    let alone = found("passport");
    assert_eq!(found("they have my passport"), alone);
    assert!(!found("the").is_empty());
}

#[test]
fn a_word_of_the_query_that_no_sign_has_does_not_keep_the_others_from_finding() {
    assert_eq!(found("xyzzy passport"), found("passport"));
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn any_text_can_be_looked_for_and_no_sign_comes_twice(query in any::<String>()) {
        if let Some(ranked) = INDEX.ranked(&query) {
            prop_assert!(ranked.iter().all(|sign| *sign < CONTENT.signs.len()));
            prop_assert_eq!(ranked.iter().collect::<HashSet<_>>().len(), ranked.len());
        }
    }

    #[test]
    fn a_long_text_can_be_looked_for(query in "[a-zà-ÿ '-]{0,3000}") {
        INDEX.ranked(&query);
    }

    #[test]
    fn words_of_signs_can_be_looked_for_in_capitals_and_with_accents(sign in 0..116usize, from in 0..5usize) {
        let text = &CONTENT.signs[sign].text;
        let words: Vec<_> = text.split(' ').skip(from).take(3).collect();
        let query = words.join(" ");
        let accented = query.replace('a', "à").replace('e', "é").replace('o', "ö").replace('u', "u\u{301}");
        prop_assert_eq!(INDEX.ranked(&query.to_uppercase()), INDEX.ranked(&query));
        prop_assert_eq!(INDEX.ranked(&accented), INDEX.ranked(&query));
    }
}

#[test]
fn the_whole_text_of_a_sign_finds_it_first() {
    for sign in &CONTENT.signs {
        assert_eq!(found(&sign.text)[0], sign.id, "{}", sign.text);
    }
}
