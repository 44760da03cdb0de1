//! The list of signs: which are listed together, and which fit what someone looks for.

mod common;

use common::{SITE, changed, content};
use porchlight::content::Content;
use porchlight::signs::{Filter, Group, groups, visible};
use serde_json::{Value, json};

/// The indices of the signs of a kind whose settings, as the file gives them, fit.
fn of_kind(kind: &str, fits: impl Fn(&[Value]) -> bool) -> Vec<usize> {
    let site: Value = serde_json::from_str(SITE).unwrap();
    let signs = site["signs"].as_array().unwrap().iter().enumerate();
    let own = signs.filter(|(_, sign)| kind.is_empty() || sign["kind"] == kind);
    own.filter(|(_, sign)| fits(sign["settings"].as_array().unwrap())).map(|(index, _)| index).collect()
}

fn is_anywhere(settings: &[Value]) -> bool {
    settings.contains(&json!("any"))
}

#[test]
fn without_a_setting_every_sign_is_listed_once_under_its_kind() {
    let content = content();
    let expected: Vec<_> = (content.kinds.iter().enumerate())
        .map(|(index, kind)| Group { kind: Some(index), signs: of_kind(&kind.id, |_| true) })
        .collect();
    assert_eq!(groups(&content, None), expected);
    assert_eq!(expected.iter().map(|group| group.signs.len()).sum::<usize>(), content.signs.len());
}

#[test]
fn with_a_setting_its_own_signs_come_first_then_by_kind_those_that_are_seen_anywhere() {
    let content = content();
    for setting in &content.settings {
        let own = |settings: &[Value]| !is_anywhere(settings) && settings.contains(&json!(setting.id));
        let here = Group { kind: None, signs: of_kind("", own) };
        let anywhere = (content.kinds.iter().enumerate())
            .map(|(index, kind)| Group { kind: Some(index), signs: of_kind(&kind.id, is_anywhere) })
            .filter(|group| !group.signs.is_empty());
        let expected: Vec<_> = [here].into_iter().chain(anywhere).collect();
        assert_eq!(groups(&content, Some(&setting.id)), expected, "{}", setting.id);
    }
}

#[test]
fn no_heading_stands_over_nothing() {
    let content = changed(|site, words| {
        site["kinds"].as_array_mut().unwrap().insert(0, json!("new"));
        words["kinds"]["new"] = json!({ "name": "New", "also": "Something else" });
        site["settings"].as_array_mut().unwrap().push(json!("boat"));
        words["settings"]["boat"] = json!({ "name": "Boat", "title": "Boat" });
    })
    .unwrap();
    for setting in [None, Some("boat")] {
        let groups = groups(&content, setting);
        assert!(groups.iter().all(|group| !group.signs.is_empty() && group.kind.is_some_and(|kind| kind > 0)));
    }
}

/// The real content with two signs of which all tags are known.
fn with_two_known() -> Content {
    changed(|site, _| {
        for (index, kind, observer) in [(0, "work", "self"), (1, "body", "friend")] {
            site["signs"][index]["kind"] = json!(kind);
            site["signs"][index]["observers"] = json!([observer]);
        }
    })
    .unwrap()
}

#[test]
fn kind_and_observer_must_both_fit() {
    let content = with_two_known();
    for (kind, observer, expected) in [
        ("", "", vec![0, 1]),
        ("work", "", vec![0]),
        ("body", "", vec![1]),
        ("", "self", vec![0]),
        ("", "friend", vec![1]),
        ("work", "self", vec![0]),
        ("work", "friend", vec![]),
        ("papers", "", vec![]),
    ] {
        let filter = Filter { kind: kind.into(), observer: observer.into(), query: "no such word".into() };
        let fits = visible(&content, &filter);
        assert_eq!(fits.len(), content.signs.len());
        let found: Vec<usize> = (0..2).filter(|index| fits[*index]).collect();
        assert_eq!(found, expected, "{kind} {observer}");
    }
}
