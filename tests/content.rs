//! The content check: what is right is accepted, and every kind of mistake is named with file, place and what was
//! expected.

mod common;

use common::{SITE, WORDS, changed, config, content};
use porchlight::content::{
    Block, Body, Contact, Content, Holds, PageText, Standing, State, Target, Unconfirmed, Weight, load, text_of,
};
use porchlight::meetings::ical;
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
fn every_file_of_words_is_in_a_language_of_the_site() {
    one_problem(
        |_, words| words["language"] = json!("es"),
        r#"en.json: language: expected one of the languages that site.json lists, found "es""#,
    );
    among_problems(
        |site, _| site["languages"] = json!([]),
        "site.json: languages: expected at least one entry, found an empty list",
    );
    among_problems(
        |site, _| site["languages"].as_array_mut().unwrap().push(json!({ "id": "en", "name": "Again" })),
        r#"site.json: languages: the id "en" stands twice"#,
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
fn what_stands_round_an_age_names_the_place_of_the_number_and_may_be_left_out() {
    one_problem(
        |_, words| words["search_ages"][0] = json!("is 15"),
        "en.json: search_ages 1: expected the placeholder {number} in the text",
    );
    for key in ["search_ages", "search_counts", "search_numbers"] {
        assert!(changed(|_, words| drop(words.as_object_mut().unwrap().remove(key))).is_ok(), "{key}");
    }
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
    let site = SITE.replacen('{', r#"{ "schema": 2, "#, 1);
    let problems = load(&site, WORDS, "en.json").unwrap_err();
    assert_eq!(problems[0].to_string(), r#"site.json: the key "schema" stands twice"#);
    let words = WORDS.replacen(r#""brand": "#, r#""brand": "Lost", "brand": "#, 1);
    let problems = load(SITE, &words, "en.json").unwrap_err();
    assert_eq!(
        problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [r#"en.json: ui: the key "brand" stands twice"#]
    );
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
        r#"site.json: hotline: expected the id of a line of no police with a "call" channel that is "seen", found "moon""#,
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
        "https://a..b/",
        "https://-a.org/",
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
        |site, _| *site = json!({ "schema": 3, "everything": "different" }),
        "site.json: schema: this version of the app reads schema 2, the file has 3",
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
    one_problem(
        |_, words| words["signs"]["1"] = json!(1.5),
        "en.json: signs › 1: expected a text that is not empty and has no spaces at its ends, found a number",
    );
}

#[test]
fn a_text_that_lost_its_placeholder_is_refused() {
    one_problem(
        |_, words| words["ui"]["signs.search"] = json!("Search signs"),
        "en.json: ui › signs.search: expected the placeholder {count} in the text",
    );
}

#[test]
fn a_file_that_is_not_json_is_refused_with_line_and_column() {
    for (broken, message) in [
        ("<!doctype html><title>Sign in</title>", "site.json: not valid JSON: expected value at line 1 column 1"),
        ("", "site.json: not valid JSON: EOF while parsing a value at line 1 column 0"),
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

#[test]
fn the_meeting_rule_and_its_exceptions_are_checked_too() {
    for week in [0, 6, -2] {
        let expected = format!(
            "site.json: meeting › repeat › week: expected 1 to 5, or -1 for the last one of the month, found {week}"
        );
        among_problems(|site, _| site["meeting"]["repeat"]["week"] = json!(week), &expected);
    }
    one_problem(
        |site, _| site["meeting"]["end"] = site["meeting"]["start"].clone(),
        "site.json: meeting › end: expected an end that is later than the start, on the same day",
    );
    one_problem(
        |site, _| site["meeting"]["sources"] = json!(["moon"]),
        r#"site.json: meeting › sources 1: "moon" is not one of the sources"#,
    );
    for (exception, expected) in [
        (
            json!({ "date": "2027-01-07", "start": "13:00" }),
            "exceptions 1: expected an end that is later than the start, on the same day",
        ),
        (
            json!({ "date": "2027-01-07", "cancelled": true, "to": "2027-01-14" }),
            "exceptions 1: a cancelled meeting has no to, start, end or place",
        ),
        (json!({ "date": "2027-01-07", "to": "2027-02-04" }), "exceptions: two meetings would fall on 2027-02-04"),
        (json!({ "date": "2027-01-07", "place": "moon" }), r#"exceptions 1 › place: "moon" is not one of the places"#),
    ] {
        let expected = format!("site.json: meeting › {expected}");
        one_problem(|site, _| site["meeting"]["exceptions"] = json!([exception]), &expected);
    }
}

#[test]
fn each_part_of_the_meeting_that_is_not_confirmed_is_known_as_such() {
    let parts = [("day", Unconfirmed::Day), ("place", Unconfirmed::Place), ("time", Unconfirmed::Time)];
    for (word, part) in parts {
        let content = changed(|site, _| site["meeting"]["unconfirmed"] = json!([word])).unwrap();
        assert_eq!(content.meeting.unconfirmed, [part]);
    }
}

#[test]
fn an_id_that_could_not_be_an_address_is_refused() {
    for id in ["Hall", "hall-", "-hall", "hall 5", "häll", ""] {
        let expected = format!(
            "site.json: places \"{id}\" › id: expected an id of lower-case letters, digits and hyphens, found \"{id}\""
        );
        let place = json!({ "id": id, "name": "Hall", "address": "Elm 5" });
        one_problem(|site, _| site["places"].as_array_mut().unwrap().push(place), &expected);
    }
}

#[test]
fn a_text_with_spaces_at_its_ends_a_list_without_entries_and_one_with_too_many_are_refused() {
    one_problem(
        |_, words| words["signs"]["1"] = json!("A sign "),
        r#"en.json: signs › 1: expected a text that is not empty and has no spaces at its ends, found "A sign ""#,
    );
    one_problem(
        |site, _| site["signs"][0]["weights"] = json!([]),
        r#"site.json: signs "1" › weights: expected at least one entry, found an empty list"#,
    );
    one_problem(
        |_, words| words["ordinals"].as_array_mut().unwrap().push(json!("Lastest")),
        "en.json: ordinals: expected 6 entries, found 7",
    );
}

#[test]
fn words_of_another_schema_are_refused_too() {
    one_problem(
        |_, words| words["schema"] = json!(3),
        "en.json: schema: this version of the app reads schema 2, the file has 3",
    );
}

#[test]
fn links_with_brackets_or_backslashes_or_without_a_host_are_refused() {
    for link in ["https://a.org/<b", "https://a.org/>b", r"https://a.org/\b", "https://localhost/"] {
        let problems = changed(|site, _| site["exit"] = json!(link)).err().unwrap_or_default();
        assert_eq!(problems.len(), 1, "{link}: {problems:?}");
    }
}

#[test]
fn links_that_browsers_open_are_accepted() {
    for link in [
        "https://example.org:8443/x",
        "https://example.org:443",
        "https://es.wikipedia.org/wiki/Niño",
        "https://es.wikipedia.org/wiki/Ni%C3%B1o",
        "https://español.example/",
        "https://пример.example/путь?ключ=значение#часть",
        "https://例え.example/",
        "https://example.org/a'b(c)[d]{e}|f^g`h",
        "https://203.0.113.7/x",
        "https://example.org/@name",
        "https://example.org/?mail=a@b.org",
    ] {
        assert_eq!(changed(|site, _| site["exit"] = json!(link)).err(), None, "{link}");
    }
}

#[test]
fn a_link_that_is_refused_names_the_character() {
    for (link, expected) in [
        ("HTTP://example.org/", r#", found "HTTP://example.org/""#),
        ("https://example.org/a b", r#" and has no spaces, ", \, < and > in it, found U+0020 before "b""#),
        ("https://example.org/a\u{a0}b", r#" and has no spaces, ", \, < and > in it, found U+00A0 before "b""#),
        (
            "https://example.org/\u{200b}",
            r#" and has no spaces, ", \, < and > in it, found U+200B after "https://example.org/""#,
        ),
        ("\u{feff}https://example.org/", r#", found U+FEFF before "https…""#),
        (
            "https://example.org/\u{202e}gpj.exe",
            r#" and has no spaces, ", \, < and > in it, found U+202E before "gpj.e…""#,
        ),
        ("https://example.org/<b", r#" and has no spaces, ", \, < and > in it, found U+003C before "b""#),
        (
            "https://me:secret@example.org/",
            r#" and the host, without a name or a password, found "@" in "me:secret@example.org""#,
        ),
        ("https://[2001:db8::1]/", r#" and a host of letters, digits, dots and hyphens, found "[" in "[2001:db8::1]""#),
        ("https://exa_mple.org/", r#" and a host of letters, digits, dots and hyphens, found "_" in "exa_mple.org""#),
        ("https://example。org/", r#" and a host of letters, digits, dots and hyphens, found "。" in "example。org""#),
        ("https://example.org:x/", r#" and a host, with a port from 1 to 65535 if any, found "example.org:x""#),
        ("https://example.org:0/", r#" and a host, with a port from 1 to 65535 if any, found "example.org:0""#),
        ("https://example.org:65536/", r#" and a host, with a port from 1 to 65535 if any, found "example.org:65536""#),
        ("https://example.org:/", r#" and a host, with a port from 1 to 65535 if any, found "example.org:""#),
    ] {
        let expected = format!("site.json: exit: expected a link that starts with https://{expected}");
        one_problem(|site, _| site["exit"] = json!(link), &expected);
    }
}

#[test]
fn characters_that_nobody_sees_are_named_by_their_code_point() {
    for (text, found) in [
        ("Por\u{fffd}tland", "U+FFFD before \"tland\""),
        ("Portland\u{fffd}", "U+FFFD after \"Portland\""),
        ("Two\nlines", "U+000A before \"lines\""),
        ("A\ttab", "U+0009 before \"tab\""),
        ("Bell\u{7}", "U+0007 after \"Bell\""),
        ("can\u{92}t", "U+0092 before \"t\""),
        ("Two\u{2028}lines", "U+2028 before \"lines\""),
        ("\u{202d}Portland\u{202c}", "U+202D before \"Portl…\""),
        ("Port\u{feff}land", "U+FEFF before \"land\""),
        ("\u{e001} Icon", "U+E001 before \" Icon\""),
        ("\u{200b}", "U+200B alone"),
        ("\u{ad}\u{200d}\u{2060}", "U+00AD alone"),
        ("\u{3164}", "U+3164 alone"),
        ("\u{2800}\u{2800}", "U+2800 alone"),
    ] {
        one_problem(
            |_, words| words["ui"]["home.title"] = json!(text),
            &format!("en.json: ui › home.title: expected a text in one line without hidden characters, found {found}"),
        );
    }
}

#[test]
fn what_languages_and_signs_need_inside_a_text_is_accepted() {
    for text in [
        "Ni\u{a0}hao",
        "10\u{202f}000",
        "\u{200e}+1 503",
        "שלום\u{200f}",
        "\u{2067}שלום\u{2069}",
        "می\u{200c}خواهم",
        "क्\u{200d}ष",
        "👩\u{200d}👧 ❤\u{fe0f}",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        "Traf\u{ad}ficking",
        "long\u{200b}word",
        "“Quotes” – dashes… €5",
    ] {
        assert_eq!(changed(|_, words| words["ui"]["home.title"] = json!(text)).err(), None, "{text:?}");
    }
}

#[test]
fn an_article_cannot_take_the_address_of_the_list_of_articles() {
    among_problems(
        |site, words| {
            site["articles"][0]["id"] = json!("index");
            words["articles"]["index"] = words["articles"]["myths"].clone();
        },
        "site.json: articles \"index\": \"index\" is the address of another page: expected another id",
    );
}

#[test]
fn the_text_for_calendars_may_have_several_lines() {
    assert!(changed(|_, words| words["ui"]["meet.description"] = json!("One.\n\nTwo.")).is_ok());
    one_problem(
        |_, words| words["ui"]["meet.description"] = json!("One.\r\nTwo."),
        "en.json: ui › meet.description: expected a text without hidden characters, found U+000D before \" Two.\"",
    );
}

#[test]
fn a_key_or_a_name_with_a_hidden_character_says_so() {
    one_problem(
        |site, _| site["places"][0]["\u{200b}note"] = json!("x"),
        r#"site.json: places "benson": unknown key U+200B before "note"; known here: id, name, address"#,
    );
    one_problem(
        |site, _| site["updated"] = json!("\u{200e}2026-11-25"),
        r#"site.json: updated: expected a date such as "2026-11-23", found U+200E before "2026-…""#,
    );
}

/// What the check and the app say of a file with these bytes.
fn read(bytes: &[u8]) -> Result<String, String> {
    text_of(bytes.to_vec())
}

#[test]
fn bytes_that_are_not_utf_8_are_refused() {
    let byte = |byte, line| {
        Err(format!("expected UTF-8, found the byte {byte} in line {line}: save the file as UTF-8 in your editor"))
    };
    // As Windows-1252, as UTF-16 of either order, cut within a letter, and a surrogate on its own.
    let windows: Vec<u8> = WORDS.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(0x92)).collect();
    let line = 1 + WORDS.split(|letter: char| !letter.is_ascii()).next().unwrap().matches('\n').count();
    assert_eq!(read(&windows), byte("92", line));
    assert_eq!(read(b"\xff\xfe{\0}\0"), byte("FF", 1));
    assert_eq!(read(b"\xfe\xff\0{\0}"), byte("FE", 1));
    assert_eq!(read(b"{}\n\n\xe2\x80"), byte("E2", 3));
    assert_eq!(read(b"\xed\xa0\x80"), byte("ED", 1));
    assert_eq!(read(WORDS.as_bytes()).as_deref(), Ok(WORDS));
}

#[test]
fn half_a_letter_in_an_escape_is_refused() {
    let broken = WORDS.replacen("Porchlight", r"Porch\ud83dlight", 1);
    let problems = load(SITE, &broken, "en.json").unwrap_err();
    assert!(problems[0].message.starts_with("not valid JSON: "), "{problems:?}");
}

#[test]
fn a_hotline_without_a_number_that_is_sure_is_refused() {
    for (key, what) in [("hotline", "a line of no police with"), ("emergency", "a line with")] {
        let expected = format!(
            r#"site.json: {key}: expected the id of {what} a "call" channel that is "seen", found "safety-compass""#
        );
        one_problem(|site, _| site[key] = json!("safety-compass"), &expected);
    }
    let content = content();
    assert_eq!((content.hotline().id.as_str(), content.emergency().id.as_str()), ("hotline", "emergency"));
}

#[test]
fn the_direction_of_writing_and_the_day_of_the_words_are_those_of_the_words() {
    for (direction, right_to_left) in [("ltr", false), ("rtl", true)] {
        let content = changed(|site, words| {
            words["direction"] = json!(direction);
            site["updated"] = json!("2026-01-02");
            words["updated"] = json!("2026-03-04");
        })
        .unwrap();
        assert_eq!(content.right_to_left, right_to_left);
        assert_eq!((content.updated.iso(), content.words_updated.iso()), ("2026-01-02".into(), "2026-03-04".into()));
    }
}

#[test]
fn each_fixed_page_has_its_own_text() {
    for (name, page) in [
        ("help-call", PageText::HelpCall),
        ("help-limits", PageText::HelpLimits),
        ("help-trace", PageText::HelpTrace),
        ("help-form", PageText::HelpForm),
        ("help-police", PageText::HelpPolice),
        ("signs-rules", PageText::SignsRules),
        ("signs-weights", PageText::SignsWeights),
        ("signs-next", PageText::SignsNext),
        ("meetings-guests", PageText::MeetingsGuests),
        ("about-who", PageText::AboutWho),
        ("about-privacy", PageText::AboutPrivacy),
        ("about-phone", PageText::AboutPhone),
        ("about-review", PageText::AboutReview),
        ("not-found", PageText::NotFound),
    ] {
        let content =
            changed(|_, words| words["pages"][name] = json!([{ "kind": "text", "text": "Only here" }])).unwrap();
        assert!(matches!(content.page(page), [Block { body: Body::Text(text), .. }] if text == "Only here"), "{name}");
    }
}

#[test]
fn a_sign_keeps_its_weights_and_when_they_hold() {
    let content = changed(|site, _| {
        site["signs"][0]["weights"] = json!([
            { "weight": "medium" },
            { "weight": "strong", "for": "child" },
            { "weight": "weak", "for": "sex" },
            { "weight": "law", "for": "labor" },
            { "weight": "weak", "for": "together" },
        ]);
    })
    .unwrap();
    assert_eq!(
        content.signs[0].weights,
        [
            (Holds::Always, Weight::Medium),
            (Holds::Child, Weight::Strong),
            (Holds::Sex, Weight::Weak),
            (Holds::Labor, Weight::Law),
            (Holds::Together, Weight::Weak),
        ]
    );
}

/// The first block of the article on myths, when it is this.
fn first_block(block: Value) -> Result<Block, Vec<String>> {
    let content = changed(|_, words| words["articles"]["myths"]["blocks"][0] = block)?;
    Ok(content.article("myths").unwrap().blocks[0].clone())
}

#[test]
fn a_link_inside_the_app_must_lead_to_something_that_exists() {
    let link = |to: &str| first_block(json!({ "kind": "link", "text": "On", "to": to }));
    for (to, route) in [
        ("/help/", Route::Help),
        ("/signs/hotel/", Route::Setting("hotel".into())),
        ("/learn/myths/", Route::Article("myths".into())),
    ] {
        assert!(matches!(link(to).unwrap().body, Body::Link(_, Target::Page(page)) if page == route), "{to}");
    }
    for to in ["/signs/moon/", "/learn/moon/", "/help/#moon", "help/", "http://example.org/"] {
        let expected = format!(
            r#"en.json: articles › myths › blocks 1 › to: expected an address of the app such as "/help/", or a link that starts with https://, found "{to}""#
        );
        assert_eq!(link(to).unwrap_err(), [expected]);
    }
}

#[test]
fn a_block_keeps_its_doubt_and_its_sides_and_has_no_other_keys_or_sources() {
    let doubt = first_block(json!({ "kind": "text", "text": "Maybe", "state": "recalled" })).unwrap();
    assert_eq!(doubt.fact.state, State::Recalled);
    let pairs = json!({ "kind": "pairs", "a": "Said", "b": "So", "pairs": [{ "a": "said first", "b": "so second" }] });
    let body = first_block(pairs).unwrap().body;
    assert!(matches!(body, Body::Pairs(a, b, pairs)
        if (a.as_deref(), b.as_deref()) == (Some("Said"), Some("So")) && pairs == [("said first".into(), "so second".into())]));
    let plain = first_block(json!({ "kind": "pairs", "pairs": [{ "a": "who", "b": "what" }] })).unwrap().body;
    assert!(matches!(plain, Body::Pairs(None, None, _)), "sides need no names");
    for (block, expected) in [
        (
            json!({ "kind": "text", "text": "x", "items": [] }),
            r#"blocks 1: unknown key "items"; known here: kind, sources, state, text"#,
        ),
        (
            json!({ "kind": "text", "text": "x", "sources": ["moon"] }),
            r#"blocks 1 › sources 1: "moon" is not one of the sources"#,
        ),
    ] {
        assert_eq!(first_block(block).unwrap_err(), [format!("en.json: articles › myths › {expected}")]);
    }
}

#[test]
fn a_figure_keeps_its_standing_and_points_to_one_that_exists() {
    for (word, standing) in [("current", Standing::Current), ("old", Standing::Old), ("disputed", Standing::Disputed)] {
        assert_eq!(
            changed(|site, _| site["figures"][0]["status"] = json!(word)).unwrap().figures[0].standing,
            standing
        );
    }
    let problems = changed(|site, _| site["figures"][0]["now"] = json!("moon")).unwrap_err();
    assert!(problems.len() == 1 && problems[0].ends_with(r#"› now: "moon" is not one of the figures"#), "{problems:?}");
}

#[test]
fn a_page_belongs_to_the_part_of_the_app_that_leads_to_it() {
    assert_eq!(Route::Setting("hotel".into()).section(), Route::Signs);
    assert_eq!(Route::Article("myths".into()).section(), Route::Learn);
    for route in [Route::Home, Route::Help, Route::Signs, Route::Meetings, Route::Learn, Route::About] {
        assert_eq!(route.section(), route);
    }
    assert_eq!(Route::parse("index.html"), Route::Home, "where a host names the file");
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
    let _ = porchlight::zone::iana::zone(&content.meeting.zone, ical::first_year(content)..=2040)
        .and_then(|zone| ical::calendar(content, &zone));
    let _ = porchlight::signs::groups(content, Some("hotel"));
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

#[test]
fn a_north_american_number_has_eleven_digits_and_is_shown_with_all_of_them() {
    for number in ["+1888373788", "+188837378881"] {
        let problems = changed(|site, _| *hotline_number(site) = json!(number)).err().unwrap_or_default();
        assert!(problems.iter().any(|problem| problem.contains("expected a phone number in E.164 form")), "{number}");
    }
    for shown in ["0000", "888", "373-7888", "1-888-373-7889"] {
        let shown_as = |site: &mut Value| {
            let lines = site["lines"].as_array_mut().unwrap();
            lines.iter_mut().find(|line| line["id"] == "hotline").unwrap()["channels"][0]["shown"] = json!(shown);
        };
        among_problems(
            |site, _| shown_as(site),
            &format!(
                r#"site.json: lines "hotline" › channels 1 › shown: expected the same digits as in value +18883737888, found "{shown}""#
            ),
        );
    }
}

#[test]
fn no_line_of_police_or_immigration_can_become_the_hotline() {
    one_problem(
        |site, _| site["hotline"] = json!("hsi-tips"),
        r#"site.json: hotline: expected the id of a line of no police with a "call" channel that is "seen", found "hsi-tips""#,
    );
}

#[test]
fn a_meeting_is_not_moved_before_the_first() {
    one_problem(
        |site, _| {
            site["meeting"]["from"] = json!("2027-01-08");
            site["meeting"]["exceptions"] = json!([{ "date": "2027-02-04", "to": "2026-12-31" }]);
        },
        "site.json: meeting › exceptions 1 › to: expected a day that is not before 2027-01-08, found 2026-12-31",
    );
}

#[test]
fn a_misspelled_placeholder_and_a_lost_brace_are_refused() {
    one_problem(
        |_, words| words["ui"]["signs.search"] = json!("{count} of {cuont}"),
        "en.json: ui › signs.search: the placeholder {cuont} has no meaning here",
    );
    one_problem(
        |_, words| words["ui"]["signs.search"] = json!("{count} of {all"),
        "en.json: ui › signs.search: expected braces only round a placeholder, as in {count}",
    );
}
