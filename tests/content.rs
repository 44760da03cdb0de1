//! The content check: what is right is accepted, and every kind of mistake is named with file, place and what was
//! expected.

mod common;

use common::{SITE, WORDS, changed, config, content};
use porchlight::content::{Contact, Content, State, load};
use porchlight::route::Route;
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn the_real_content_is_accepted() {
    let content = content();
    assert_eq!(content.signs.len(), 116);
}

/// Expects exactly one problem, and that it reads as given.
#[track_caller]
fn one_problem(change: impl FnOnce(&mut Value, &mut Value), expected: &str) {
    match changed(change) {
        Ok(_) => panic!("accepted, but expected: {expected}"),
        Err(problems) => assert_eq!(problems, [expected]),
    }
}

/// Expects that the problems, among others perhaps, contain this one.
#[track_caller]
fn among_problems(change: impl FnOnce(&mut Value, &mut Value), expected: &str) {
    let problems = changed(change).err().unwrap_or_default();
    assert!(problems.iter().any(|problem| problem == expected), "expected {expected}, found {problems:#?}");
}

#[test]
fn an_unknown_key_is_named() {
    one_problem(
        |site, _| site["places"][0]["adress"] = json!("x"),
        r#"site.json: places "benson": unknown key "adress"; known here: id, name, address"#,
    );
}

#[test]
fn a_missing_key_is_named_once_and_nothing_below_it() {
    one_problem(
        |site, _| drop(site.as_object_mut().unwrap().remove("meeting")),
        r#"site.json: the key "meeting" is missing"#,
    );
    one_problem(
        |_, words| drop(words["ui"].as_object_mut().unwrap().remove("nav.help")),
        r#"en.json: ui: the key "nav.help" is missing"#,
    );
}

#[test]
fn a_sign_without_a_source_is_refused() {
    one_problem(
        |site, _| site["signs"][0]["sources"] = json!([]),
        r#"site.json: signs "1" › sources: expected at least one source for what is "seen""#,
    );
}

#[test]
fn a_meeting_that_ends_before_it_starts_is_refused() {
    one_problem(
        |site, _| site["meeting"]["end"] = json!("11:00"),
        "site.json: meeting › end: expected an end that is later than the start, on the same day",
    );
}

#[test]
fn a_phone_number_that_is_not_e164_is_refused() {
    for number in
        ["1-888-373-7888", "18883737888", "+1888373", "+1 888 373 7888", "+08883737888", "12", "+1888373788812345"]
    {
        let found = format!(
            r#"site.json: lines "hotline" › channels 1 › value: expected a phone number in E.164 form such as "+15032355333", or a short one of 3 to 6 digits, found "{number}""#
        );
        among_problems(|site, _| *hotline_number(site) = json!(number), &found);
    }
}

fn hotline_number(site: &mut Value) -> &mut Value {
    let lines = site["lines"].as_array_mut().unwrap();
    &mut lines.iter_mut().find(|line| line["id"] == "hotline").unwrap()["channels"][0]["value"]
}

#[test]
fn a_date_that_is_not_a_date_is_refused() {
    one_problem(
        |site, _| site["updated"] = json!("2026-02-30"),
        r#"site.json: updated: expected a date such as "2026-11-23", found "2026-02-30""#,
    );
    one_problem(
        |site, _| site["sources"][1]["read"] = json!("November 2026"),
        &format!(
            r#"site.json: sources "{}" › read: expected a date such as "2026-11-23", "2026-11" or "2026", found "November 2026""#,
            serde_json::from_str::<Value>(SITE).unwrap()["sources"][1]["id"].as_str().unwrap()
        ),
    );
    one_problem(
        |site, _| site["meeting"]["start"] = json!("11:30am"),
        r#"site.json: meeting › start: expected a time on the 24-hour clock such as "11:30", found "11:30am""#,
    );
}

#[test]
fn a_duplicate_id_is_refused() {
    among_problems(
        |site, _| {
            let sign = site["signs"][0].clone();
            site["signs"].as_array_mut().unwrap().push(sign);
        },
        r#"site.json: signs: the id "1" stands twice"#,
    );
}

#[test]
fn a_key_that_stands_twice_in_the_file_is_refused() {
    let site = SITE.replacen('{', r#"{ "schema": 1, "#, 1);
    let problems = load(&site, WORDS, "en.json").unwrap_err();
    assert!(problems[0].to_string().contains(r#"the key "schema" stands twice"#), "{}", problems[0]);
}

#[test]
fn a_reference_to_nothing_is_refused() {
    one_problem(
        |site, _| site["meeting"]["place"] = json!("moon"),
        r#"site.json: meeting › place: "moon" is not one of the places"#,
    );
    one_problem(
        |site, _| site["signs"][5]["kind"] = json!("moon"),
        r#"site.json: signs "6" › kind: "moon" is not one of the kinds"#,
    );
    one_problem(
        |_, words| words["articles"]["myths"]["blocks"][0] = json!({ "kind": "figure", "figure": "moon" }),
        r#"en.json: articles › myths › blocks 1 › figure: "moon" is not one of the figures"#,
    );
    one_problem(
        |_, words| words["signs"]["117"] = json!("A sign of nothing"),
        r#"en.json: signs: "117" is not in site.json"#,
    );
    one_problem(
        |site, _| site["hotline"] = json!("moon"),
        r#"site.json: hotline: expected the id of a line with a "call" channel that is "seen", found "moon""#,
    );
}

#[test]
fn a_link_that_is_not_https_is_refused() {
    for link in [
        "http://example.org/",
        "javascript:alert(1)",
        "//example.org",
        "https://",
        "https://user@example.org/",
        "https://example.org/\"onclick=",
        "https://exa mple.org/",
    ] {
        let problems = changed(|site, _| site["exit"] = json!(link)).err().unwrap_or_default();
        assert_eq!(problems.len(), 1, "{link}: {problems:?}");
        assert!(problems[0].starts_with("site.json: exit: expected a link that starts with https://"), "{problems:?}");
    }
    one_problem(
        |_, words| {
            words["articles"]["myths"]["blocks"][0] = json!({ "kind": "link", "text": "Away", "to": "/nowhere/" })
        },
        r#"en.json: articles › myths › blocks 1 › to: expected an address of the app such as "/help/", or a link that starts with https://, found "/nowhere/""#,
    );
}

#[test]
fn another_schema_is_refused_before_anything_else() {
    one_problem(
        |site, _| *site = json!({ "schema": 2, "everything": "different" }),
        "site.json: schema: this version of the app reads schema 1, the file has 2",
    );
}

#[test]
fn a_wrong_type_is_refused() {
    one_problem(|site, _| *site = json!([]), "site.json: expected an object in braces { }, found a list");
    one_problem(
        |_, words| words["signs"]["1"] = json!(5),
        "en.json: signs › 1: expected a text that is not empty and has no spaces at its ends, found 5",
    );
    one_problem(|_, words| words["months"] = json!(["January"]), "en.json: months: expected 12 entries, found 1");
}

#[test]
fn a_text_that_lost_its_placeholder_is_refused() {
    one_problem(
        |_, words| words["ui"]["signs.search"] = json!("Search signs"),
        "en.json: ui › signs.search: expected the placeholder {count} in the text",
    );
}

#[test]
fn a_file_that_is_no_json_is_refused_with_line_and_column() {
    for (broken, message) in [
        ("<!doctype html><title>Sign in</title>", "site.json: expected JSON: expected value at line 1 column 1"),
        ("", "site.json: expected JSON: EOF while parsing a value at line 1 column 0"),
    ] {
        let problems = load(broken, WORDS, "en.json").unwrap_err();
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [message]);
    }
    let deep = "[".repeat(100_000);
    assert!(load(&deep, WORDS, "en.json").is_err(), "nested without end");
}

#[test]
fn an_exception_must_be_a_day_of_the_rule_and_say_what_is_different() {
    one_problem(
        |site, _| site["meeting"]["exceptions"] = json!([{ "date": "2027-01-08", "cancelled": true }]),
        "site.json: meeting › exceptions 1 › date: expected a day on which the rule gives a meeting, found 2027-01-08",
    );
    one_problem(
        |site, _| site["meeting"]["exceptions"] = json!([{ "date": "2027-01-07" }]),
        "site.json: meeting › exceptions 1: expected \"cancelled\": true, or what is different: to, start, end or place",
    );
    one_problem(
        |site, _| {
            site["meeting"]["exceptions"] =
                json!([{ "date": "2027-01-07", "cancelled": true }, { "date": "2027-01-07", "to": "2027-01-14" }]);
        },
        "site.json: meeting › exceptions: the date 2027-01-07 stands twice",
    );
    one_problem(
        |site, _| {
            site["meeting"]["exceptions"] =
                json!([{ "date": "2027-01-07", "to": "2027-01-14" }, { "date": "2027-02-04", "to": "2027-01-14" }]);
        },
        "site.json: meeting › exceptions: two meetings would fall on 2027-01-14",
    );
}

#[test]
fn a_number_that_is_not_sure_is_never_offered() {
    let content = content();
    for line in &content.lines {
        for channel in line.usable() {
            assert!(channel.fact.state == State::Seen || channel.contact.phone().is_none(), "{}", line.id);
        }
    }
    let conflict = content.lines.iter().find(|line| line.id == "safety-compass").unwrap();
    assert!(conflict.awaits_check());
    assert!(!conflict.usable().any(|channel| matches!(channel.contact, Contact::Call(_))));
}

#[test]
fn lines_of_police_and_immigration_are_marked_as_such_and_never_first() {
    let content = content();
    for id in ["hsi-tips", "fbi-tips", "portland-police-tips", "washington-county"] {
        assert!(content.lines.iter().find(|line| line.id == id).unwrap().enforces(), "{id}");
    }
    assert_eq!(content.hotline().id, "hotline");
    assert!(!content.hotline().enforces());
}

#[test]
fn titles_for_tab_and_history_are_neutral() {
    let content = content();
    let tabs = content.articles.iter().map(|article| &article.tab);
    let settings = content.settings.iter().map(|setting| &setting.name);
    for title in tabs.chain(settings) {
        let lower = title.to_lowercase();
        for word in ["traffick", "sex", "slave", "victim", "survivor", "police", "abuse", "violence", "hotline"] {
            assert!(!lower.contains(word), "{title}");
        }
    }
    let ids =
        content.articles.iter().map(|article| &article.id).chain(content.settings.iter().map(|setting| &setting.id));
    for id in ids {
        assert!(["traffick", "sex", "slave", "victim"].iter().all(|word| !id.contains(word)), "{id}");
    }
}

#[test]
fn every_address_of_the_content_can_be_reached() {
    let content = content();
    let settings = content.settings.iter().map(|setting| Route::Setting(setting.id.clone()));
    let articles = content.articles.iter().map(|article| Route::Article(article.id.clone()));
    for route in settings.chain(articles) {
        assert_eq!(Route::parse(&route.path()), route);
    }
}

#[test]
fn looks_and_belonging_are_never_signs() {
    for sign in &content().signs {
        let text = sign.text.to_lowercase();
        for word in
            ["race", "ethnic", "nationality", "skin", "religion", "muslim", "foreigner", "accent", "dresses like"]
        {
            assert!(!text.split(|letter: char| !letter.is_alphabetic()).any(|own| own == word), "{}", sign.text);
        }
    }
}

/// Any JSON value, small.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(json!("2026-11-23")),
        Just(json!("-1")),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map("[a-z]{0,8}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Every value in a document, by JSON pointer.
fn pointers(value: &Value, path: &str, found: &mut Vec<String>) {
    found.push(path.into());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, &format!("{path}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (key, item) in fields {
                pointers(item, &format!("{path}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        _ => {}
    }
}

/// What the views take from the content must hold for any content that was accepted.
fn use_it(content: &Content) {
    let date = content.updated;
    let last = porchlight::date::Date { year: date.year.saturating_add(1), ..date };
    let _ = porchlight::meetings::between(&content.meeting, date, last);
    let _ = porchlight::meetings::ical::calendar(content, "PST8PDT,M3.2.0,M11.1.0");
    let _ = porchlight::signs::groups(content, Some("hotel"));
    let _ = porchlight::content::shell(content);
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn no_text_makes_the_loader_panic(site in ".{0,200}", words in ".{0,200}") {
        let _ = load(&site, &words, "en.json");
    }

    #[test]
    fn no_json_makes_the_loader_panic(site in any_json(), words in any_json()) {
        let _ = load(&site.to_string(), &words.to_string(), "en.json");
        let _ = load(SITE, &words.to_string(), "en.json");
        let _ = load(&site.to_string(), WORDS, "en.json");
    }

    #[test]
    fn no_file_that_broke_off_makes_the_loader_panic(end in 0..WORDS.len()) {
        let part = String::from_utf8_lossy(&WORDS.as_bytes()[..end]);
        prop_assert!(load(SITE, &part, "en.json").is_err() || WORDS[end..].trim().is_empty());
    }

    #[test]
    fn no_value_in_any_place_makes_the_loader_or_the_rules_panic(place in any::<prop::sample::Index>(), value in any_json(), in_site in any::<bool>()) {
        let mut document: Value = serde_json::from_str(if in_site { SITE } else { WORDS }).unwrap();
        let mut all: Vec<String> = Vec::new();
        pointers(&document, "", &mut all);
        *document.pointer_mut(place.get::<String>(&all)).unwrap() = value;
        let text = document.to_string();
        let loaded = if in_site { load(&text, WORDS, "en.json") } else { load(SITE, &text, "en.json") };
        if let Ok(content) = loaded {
            use_it(&content);
        }
    }
}
