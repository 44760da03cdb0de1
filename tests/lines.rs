//! Help lines: how numbers are written and dialed, and to which channels people may be sent.

mod common;

use common::changed;
use porchlight::content::{Area, Contact, Content, Line, Operator, State};
use porchlight::lines::find;
use serde_json::{Value, json};

/// The real content with one line whose channels, and other keys, are these.
fn with_line(channels: Value, keys: &[(&str, Value)]) -> Result<Content, Vec<String>> {
    changed(|site, words| {
        let mut line = json!({ "id": "new", "place": "us", "needs": ["now"], "who": "charity", "channels": channels });
        line["needs"] = json!([site["needs"][0]]);
        for (key, value) in keys {
            line[*key] = value.clone();
        }
        site["lines"].as_array_mut().unwrap().push(line);
        words["lines"]["new"] = json!({ "name": "New", "about": "A line to try" });
    })
}

fn channel(kind: &str, value: &str, state: &str) -> Value {
    json!({ "kind": kind, "value": value, "state": state, "sources": ["hl-do"], "checked": "2026-11" })
}

fn new_line(content: &Content) -> &Line {
    content.lines.last().unwrap()
}

/// How a number to call is shown, with or without a form of its own in the content.
fn shown(value: &str, shown: Option<&str>) -> Result<String, Vec<String>> {
    let mut call = channel("call", value, "seen");
    if let Some(shown) = shown {
        call["shown"] = json!(shown);
    }
    let content = with_line(json!([call]), &[])?;
    Ok(Content::number(new_line(&content)).unwrap().shown())
}

#[test]
fn numbers_are_shown_as_people_write_them() {
    for (value, own, expected) in [
        ("+15032355333", None, "503-235-5333"),
        ("+18883737888", None, "1-888-373-7888"),
        ("+18005551234", None, "1-800-555-1234"),
        ("911", None, "911"),
        ("+448000121700", None, "+448000121700"),
        ("+448000121700", Some("08000 121 700"), "08000 121 700"),
        ("+18028726199", Some("+1-802-872-6199"), "+1-802-872-6199"),
        // Some countries keep their zero abroad, some have none at home.
        ("+2250123456789", Some("01 23 45 67 89"), "01 23 45 67 89"),
        ("+390612345678", Some("06 1234 5678"), "06 1234 5678"),
        ("+4930123456", Some("030 123456"), "030 123456"),
        ("+4712345678", Some("12 34 56 78"), "12 34 56 78"),
        ("233733", Some("233\u{a0}733"), "233\u{a0}733"),
    ] {
        assert_eq!(shown(value, own).unwrap(), expected);
    }
}

#[test]
fn a_number_that_is_shown_with_other_digits_than_it_dials_is_refused() {
    for other in ["503-235-5334", "503-235-533", "1-503-235-53333", "33", "Call us"] {
        let expected = format!(
            r#"site.json: lines "new" › channels 1 › shown: expected the same digits as in value +15032355333, found "{other}""#
        );
        assert_eq!(shown("+15032355333", Some(other)).unwrap_err(), [expected]);
    }
}

#[test]
fn a_number_that_is_refused_says_what_is_hidden_in_it_and_where_an_extension_belongs() {
    let form = r#"expected a phone number in E.164 form such as "+15032355333", or a short one of 3 to 6 digits"#;
    let extension = r#"extension in words, in the line's "note""#;
    for (value, found) in [
        ("\u{202d}+15032355333\u{202c}", "U+202D before \"+1503…\""),
        ("\u{200e}+15032355333", "U+200E before \"+1503…\""),
        ("+15032355333\u{200b}", "U+200B after \"+15032355333\""),
        ("+1\u{a0}503\u{2011}235\u{2011}5333", "\"+1\u{a0}503\u{2011}235\u{2011}5333\""),
        ("(503) 235-5333", "\"(503) 235-5333\""),
    ] {
        let expected = format!(r#"site.json: lines "new" › channels 1 › value: {form}, found {found}"#);
        assert_eq!(shown(value, None).unwrap_err(), [expected]);
    }
    for value in
        ["+15032355333 ext. 2", "+15032355333x2", "+15032355333,,2", "+15032355333;ext=2", "+15032355333#2", "911p2"]
    {
        let expected =
            format!(r#"site.json: lines "new" › channels 1 › value: {form}, and an {extension}, found "{value}""#);
        assert_eq!(shown(value, None).unwrap_err(), [expected]);
    }
    let expected = format!(
        r#"site.json: lines "new" › channels 1 › shown: expected the same digits as in value +15032355333, found "503-235-5333 ext. 2"; an {extension}"#
    );
    assert_eq!(shown("+15032355333", Some("503-235-5333 ext. 2")).unwrap_err(), [expected]);
}

#[test]
fn numbers_of_a_wrong_length_are_refused() {
    for (value, legal) in [
        ("12", false),
        ("211", true),
        ("233733", true),
        ("2337331", false),
        ("+4912345", false),
        ("+49123456", true),
        ("+491234567890123", true),
        ("+4912345678901234", false),
    ] {
        assert_eq!(shown(value, None).is_ok(), legal, "{value}");
    }
}

#[test]
fn each_way_to_a_line_opens_what_it_says() {
    let mut text = channel("text", "233733", "seen");
    text["keyword"] = json!("HELP");
    let content = with_line(
        json!([
            channel("call", "+15032355333", "seen"),
            text,
            channel("relay", "711", "seen"),
            channel("tty", "+15032355334", "seen"),
            channel("chat", "https://example.org/chat", "seen"),
            channel("form", "https://example.org/form", "seen"),
            channel("site", "https://example.org/", "seen"),
        ]),
        &[],
    )
    .unwrap();
    let ways: Vec<_> = new_line(&content).usable().map(|channel| &channel.contact).collect();
    let links: Vec<_> = ways.iter().map(|way| way.href()).collect();
    assert_eq!(
        links,
        [
            "tel:+15032355333",
            "sms:233733",
            "tel:711",
            "tel:+15032355334",
            "https://example.org/chat",
            "https://example.org/form",
            "https://example.org/",
        ]
    );
    assert!(matches!(
        ways.as_slice(),
        [
            Contact::Call(_),
            Contact::Text(_, Some(keyword)),
            Contact::Relay(_),
            Contact::Tty(_),
            Contact::Chat(_),
            Contact::Form(_),
            Contact::Site(_),
        ] if keyword == "HELP"
    ));
}

#[test]
fn a_number_is_offered_only_when_it_was_seen_and_a_site_always() {
    for (kind, value) in [("call", "+15032355333"), ("text", "233733"), ("relay", "711"), ("tty", "+15032355333")] {
        for (word, sure) in [("seen", true), ("check", false), ("recalled", false), ("conflict", false)] {
            let content = with_line(json!([channel(kind, value, word)]), &[]).unwrap();
            let line = new_line(&content);
            assert_eq!(line.usable().count() == 1, sure, "{kind} {word}");
            assert_eq!(line.awaits_check(), !sure, "{kind} {word}");
            assert_eq!(Content::number(line).is_some(), sure && kind == "call", "{kind} {word}");
        }
    }
    for kind in ["chat", "form", "site"] {
        let content = with_line(json!([channel(kind, "https://example.org/", "check")]), &[]).unwrap();
        assert!(new_line(&content).usable().count() == 1 && !new_line(&content).awaits_check(), "{kind}");
        assert_eq!(new_line(&content).channels[0].fact.state, State::Check);
    }
}

#[test]
fn place_and_operator_of_a_line_are_those_of_the_file() {
    let read = |key: &str, word: &str| with_line(json!([]), &[(key, json!(word))]).unwrap();
    for (word, area) in
        [("us", Area::Us), ("oregon", Area::Oregon), ("portland", Area::Portland), ("abroad", Area::Abroad)]
    {
        assert_eq!(new_line(&read("place", word)).area, area);
    }
    for (word, operator, enforces) in [
        ("charity", Operator::Charity, false),
        ("government", Operator::Government, false),
        ("police", Operator::Police, true),
        ("immigration", Operator::Immigration, true),
    ] {
        let content = read("who", word);
        assert_eq!((new_line(&content).operator, new_line(&content).enforces()), (operator, enforces));
    }
}

#[test]
fn a_line_for_an_unknown_need_is_refused() {
    let problems = with_line(json!([]), &[("needs", json!(["moon"]))]).unwrap_err();
    assert_eq!(problems, [r#"site.json: lines "new" › needs 1: "moon" is not one of the needs"#]);
}

#[test]
fn every_need_has_a_line_and_every_line_is_found_by_its_needs_and_its_place() {
    let content = common::content();
    for need in &content.needs {
        assert!(!find(&content, Some(&need.id), None).is_empty(), "{}", need.id);
    }
    for line in &content.lines {
        for need in &line.needs {
            assert!(find(&content, Some(need), Some(line.area)).iter().any(|found| found.id == line.id), "{}", line.id);
        }
        let elsewhere = find(&content, None, Some(Area::Abroad)).iter().any(|found| found.id == line.id);
        assert_eq!(elsewhere, line.area == Area::Abroad, "{}", line.id);
    }
}

#[test]
fn near_lines_come_first_police_last_and_danger_now_before_all() {
    let content = common::content();
    for place in [None, Some(Area::Portland), Some(Area::Oregon), Some(Area::Us), Some(Area::Abroad)] {
        let found = find(&content, None, place);
        let us = place != Some(Area::Abroad);
        assert_eq!(found[0].id == content.emergency().id, us, "{place:?}");
        let rest = &found[usize::from(us)..];
        assert!(rest.is_sorted_by_key(|line| line.enforces()), "{place:?}");
        let near = |line: &&Line| {
            [Area::Portland, Area::Oregon, Area::Us, Area::Abroad].iter().position(|area| *area == line.area)
        };
        assert!(rest.iter().filter(|line| !line.enforces()).is_sorted_by_key(near), "{place:?}");
    }
    let portland: Vec<_> =
        find(&content, Some("home"), Some(Area::Portland)).iter().map(|line| line.id.as_str()).collect();
    assert_eq!(portland, ["call-to-safety", "home-free", "domestic-violence", "stronghearts"]);
    let oregon: Vec<_> = find(&content, Some("home"), Some(Area::Oregon)).iter().map(|line| line.id.as_str()).collect();
    assert_eq!(oregon, ["domestic-violence", "stronghearts"]);
}
