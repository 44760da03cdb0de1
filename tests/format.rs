//! Dates, times and states in words, and how the interface's texts are filled.

mod common;

use common::{changed, content};
use porchlight::content::{Meeting, Repeat, State, W};
use porchlight::date::{Date, PartialDate, Time};
use porchlight::format::{date, long_date, rule, rule_title, rule_words, state, time, times};
use serde_json::json;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn clock(text: &str) -> Time {
    Time::parse(text).unwrap()
}

/// Which spaces keep a line together is up to the words.
fn spaced(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn a_day_is_written_with_its_weekday_and_month() {
    let content = content();
    for (written, expected) in [
        ("2026-12-03", "Thursday, December 3, 2026"),
        ("2027-01-31", "Sunday, January 31, 2027"),
        ("2028-02-28", "Monday, February 28, 2028"),
    ] {
        assert_eq!(spaced(&long_date(&content, day(written))), expected);
    }
}

#[test]
fn a_date_is_written_as_exactly_as_it_is_known() {
    let content = content();
    for (written, expected) in [
        ("2026-12-03", "December 3, 2026"),
        ("2026-01", "January 2026"),
        ("2026-12", "December 2026"),
        ("2026", "2026"),
    ] {
        assert_eq!(spaced(&date(&content, PartialDate::parse(written).unwrap())), expected);
    }
    assert_eq!(spaced(&date(&content, day("2026-01-09"))), "January 9, 2026", "a full date");
}

#[test]
fn a_time_is_written_on_the_12_hour_clock() {
    let content = content();
    for (written, expected) in [
        ("00:00", "12:00 am"),
        ("00:05", "12:05 am"),
        ("01:30", "1:30 am"),
        ("11:59", "11:59 am"),
        ("12:00", "12:00 pm"),
        ("12:30", "12:30 pm"),
        ("13:00", "1:00 pm"),
        ("23:59", "11:59 pm"),
    ] {
        assert_eq!(spaced(&time(&content, clock(written))), expected);
    }
    assert_eq!(spaced(&times(&content, clock("11:30"), clock("13:00"))), "11:30 am to 1:00 pm");
}

#[test]
fn the_rule_is_named_by_its_week_and_weekday() {
    let content = content();
    for (week, weekday, expected) in [
        (1, 3, ["First", "Thursday"]),
        (2, 0, ["Second", "Monday"]),
        (5, 6, ["Fifth", "Sunday"]),
        (-1, 4, ["Last", "Friday"]),
    ] {
        let meeting = Meeting { repeat: Repeat { weekday, week }, ..content.meeting.clone() };
        let [(_, ordinal), (_, weekday)] = rule_words(&content, &meeting);
        assert_eq!([ordinal, weekday], expected);
    }
}

#[test]
fn a_rule_that_not_every_month_has_a_day_for_promises_none_in_every_month() {
    let content = content();
    for (week, title, whole) in [
        (1, "First Thursday of the month", "First Thursday of every month, 11:30 am to 1:00 pm"),
        (4, "Fourth Thursday of the month", "Fourth Thursday of every month, 11:30 am to 1:00 pm"),
        (-1, "Last Thursday of the month", "Last Thursday of every month, 11:30 am to 1:00 pm"),
        (
            5,
            "Fifth Thursday, in months that have one",
            "Fifth Thursday of each month that has one, 11:30 am to 1:00 pm",
        ),
    ] {
        let meeting = Meeting { repeat: Repeat { weekday: 3, week }, ..content.meeting.clone() };
        assert_eq!(spaced(&rule_title(&content, &meeting)), title);
        assert_eq!(spaced(&rule(&content, &meeting)), whole);
    }
}

#[test]
fn only_what_is_sure_has_no_mark_and_each_doubt_has_its_own() {
    let content = content();
    let ui = &content.ui;
    assert_eq!(state(&content, State::Seen), None);
    for (doubt, word) in
        [(State::Check, W::StateCheck), (State::Recalled, W::StateRecalled), (State::Conflict, W::StateConflict)]
    {
        assert_eq!(state(&content, doubt), Some(ui.get(word).as_str()));
    }
}

#[test]
fn a_text_is_filled_in_every_place_and_keeps_all_that_stands_around_it() {
    let ui = changed(|_, words| words["ui"]["help.text_about"] = json!("Send {keyword} – {keyword}, now")).unwrap().ui;
    assert_eq!(ui.fill(W::HelpTextAbout, &[("other", "no"), ("keyword", "HELP")]), "Send HELP – HELP, now");
    let ui = changed(|_, words| words["ui"]["line.text_keyword"] = json!("Text {keyword} to {number}")).unwrap().ui;
    assert_eq!(ui.fill(W::LineTextKeyword, &[("number", "{1}"), ("keyword", "HELP")]), "Text HELP to {1}");
}

#[test]
fn a_list_in_a_sentence_has_one_and_before_the_last() {
    let ui = content().ui;
    for (texts, expected) in [
        (&[] as &[&str], ""),
        (&["day"], "day"),
        (&["day", "place"], "day and place"),
        (&["day", "place", "time"], "day, place and time"),
    ] {
        assert_eq!(ui.join(texts), expected);
    }
}
