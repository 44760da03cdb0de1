//! The meeting rule against an independent library (`rrule`), and the calendar file against an independent parser
//! (`calcard`).

mod common;

use common::{changed, config, content};
use jiff::civil;
use porchlight::content::{Content, Meeting, Repeat};
use porchlight::date::{Date, Moment, Time};
use porchlight::meetings::ical;
use porchlight::meetings::{Occurrence, between, coming, is_alike, next};
use porchlight::zone::iana;
use proptest::prelude::*;
use rrule::{RRuleSet, Tz};
use serde_json::{Value, json};

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

fn calendar(content: &Content) -> String {
    let zone = iana::zone(&content.meeting.zone, ical::first_year(content)..=2040).unwrap();
    ical::calendar(content, &zone).unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn moment(day: &str, time: &str) -> Moment {
    Moment { date: date(day), time: Time::parse(time).unwrap() }
}

fn days(list: &[Occurrence]) -> Vec<String> {
    list.iter().map(|occurrence| occurrence.date.iso()).collect()
}

/// The real meeting with exceptions.
fn with_exceptions(exceptions: Value) -> Content {
    changed(|site, _| site["meeting"]["exceptions"] = exceptions).unwrap()
}

#[test]
fn over_2400_months_of_random_rules_give_the_days_that_an_independent_library_gives() {
    let mut months = 0;
    let mut runner = proptest::test_runner::TestRunner::new(config(100));
    let rules = (0..7u8, prop_oneof![1..=5i8, Just(-1)], 1990..2090i32, 1..=12u8);
    runner
        .run(&rules, |(weekday, week, year, month)| {
            let meeting = Meeting { repeat: Repeat { weekday, week }, from: date("1900-01-01"), ..content().meeting };
            let first = Date::new(year, month, 1).unwrap();
            let last = Date::new(year + 2, month, 1).unwrap();
            let text = format!(
                "DTSTART:{}T120000Z\nRRULE:FREQ=MONTHLY;BYDAY={week}{};UNTIL={}T235959Z",
                first.basic(),
                DAYS[usize::from(weekday)],
                last.basic()
            );
            let set: RRuleSet = text.parse().unwrap();
            let theirs: Vec<_> = set.all(200).dates.iter().map(|day| day.format("%Y-%m-%d").to_string()).collect();
            prop_assert_eq!(days(&between(&meeting, first, last)), theirs);
            Ok(())
        })
        .unwrap();
    months += 100 * 24;
    assert!(months >= 2_000);
}

/// What a clock on the wall of the zone shows at an instant.
fn wall_clock(instant: jiff::Timestamp, zone: &str) -> Moment {
    let local = instant.in_tz(zone).unwrap();
    Moment {
        date: Date::new(local.year().into(), local.month() as u8, local.day() as u8).unwrap(),
        time: Time { hour: local.hour() as u8, minute: local.minute() as u8 },
    }
}

const ZONES: [&str; 9] = [
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Tokyo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
];

proptest! {
    #![proptest_config(config(400))]

    /// The library reckons in instants and knows the zones' changes; we reckon in what the wall clock shows.
    #[test]
    fn the_next_meeting_is_the_one_that_an_independent_library_finds_in_any_zone_and_near_any_change_of_day(
        zone in prop::sample::select(ZONES.as_slice()),
        weekday in 0..7u8,
        week in prop_oneof![1..=4i8, Just(-1)],
        start in 5..22u8,
        instant in 1_577_836_800i64..2_208_988_800,
        near_midnight in -90i64..90,
        at_midnight in any::<bool>(),
    ) {
        let mut instant = jiff::Timestamp::from_second(instant).unwrap();
        if at_midnight {
            let day = instant.in_tz(zone).unwrap().start_of_day().unwrap();
            instant = day.timestamp() + jiff::SignedDuration::from_mins(near_midnight);
        }
        let (starts, ends) = (Time { hour: start, minute: 30 }, Time { hour: start + 1, minute: 15 });
        let meeting = Meeting {
            repeat: Repeat { weekday, week },
            from: date("1900-01-01"),
            start: starts,
            end: ends,
            ..content().meeting
        };
        let tz: Tz = zone.parse::<chrono_tz::Tz>().unwrap().into();
        let anchor = instant.in_tz(zone).unwrap().date().saturating_sub(jiff::Span::new().months(2));
        let text = format!(
            "DTSTART;TZID={zone}:{}T{start:02}3000\nRRULE:FREQ=MONTHLY;BYDAY={week}{}",
            anchor.strftime("%Y%m%d"),
            DAYS[usize::from(weekday)]
        );
        let set: RRuleSet = text.parse().unwrap();
        let theirs = set
            .into_iter()
            .find(|begins| begins.timestamp() + 45 * 60 > instant.as_second())
            .map(|begins| begins.with_timezone(&tz).format("%Y-%m-%d").to_string());
        let ours = coming(&meeting, wall_clock(instant, zone));
        prop_assert_eq!(next(&ours).map(|next| next.date.iso()), theirs);
    }
}

#[test]
fn todays_meeting_counts_until_it_has_ended() {
    let meeting = content().meeting;
    for (time, expected) in
        [("00:00", "2026-12-03"), ("11:30", "2026-12-03"), ("12:59", "2026-12-03"), ("13:00", "2027-01-07")]
    {
        let now = moment("2026-12-03", time);
        assert_eq!(next(&coming(&meeting, now)).unwrap().date.iso(), expected, "{time}");
    }
    let list = coming(&meeting, moment("2026-12-03", "12:00"));
    assert!(list[0].running(moment("2026-12-03", "12:00")));
    assert!(!list[0].running(moment("2026-12-03", "11:29")));
}

#[test]
fn the_coming_year_has_each_of_its_meetings_once() {
    let list = coming(&content().meeting, moment("2026-11-23", "10:00"));
    assert_eq!(list.len(), 12);
    assert_eq!((list[0].date.iso(), list[11].date.iso()), ("2026-12-03".into(), "2027-11-04".into()));
    let leap = coming(&content().meeting, moment("2028-02-29", "10:00"));
    assert_eq!(leap.len(), 12);
}

#[test]
fn a_cancelled_meeting_is_listed_but_is_never_the_next_one() {
    let content = with_exceptions(json!([{ "date": "2026-12-03", "cancelled": true }]));
    let list = coming(&content.meeting, moment("2026-11-23", "10:00"));
    assert!(list[0].cancelled);
    assert_eq!(next(&list).unwrap().date.iso(), "2027-01-07");
}

#[test]
fn a_moved_meeting_is_found_on_its_new_day_only_even_in_another_month() {
    let content =
        with_exceptions(json!([{ "date": "2027-01-07", "to": "2027-02-11", "start": "18:00", "end": "19:30" }]));
    let list = between(&content.meeting, date("2027-01-01"), date("2027-02-28"));
    assert_eq!(days(&list), ["2027-02-04", "2027-02-11"]);
    assert_eq!(list[1].moved_from, Some(date("2027-01-07")));
    assert_eq!(days(&between(&content.meeting, date("2027-01-01"), date("2027-01-31"))), [] as [&str; 0]);
}

#[test]
fn no_meeting_is_announced_before_the_first() {
    let mut meeting = content().meeting;
    meeting.from = date("2027-01-02");
    let list = between(&meeting, date("2026-01-01"), date("2027-02-28"));
    assert_eq!(days(&list), ["2027-01-07", "2027-02-04"]);
}

/// What an independent parser makes of the file: start and end of each meeting in UTC, up to the end of 2028.
fn read_back(file: &str) -> Vec<(String, String)> {
    let calendar = calcard::icalendar::ICalendar::parse(file).expect("the file parses");
    let expanded = calendar.expand_dates(calcard::common::timezone::Tz::UTC, 100);
    assert!(expanded.errors.is_empty(), "{:?}", expanded.errors);
    let mut list: Vec<_> = expanded
        .events
        .into_iter()
        .map(|event| event.try_into_date_time().expect("each event has a start and an end"))
        .map(|event| (event.start.to_utc().to_rfc3339(), event.end.to_utc().to_rfc3339()))
        // Midnight in Portland.
        .filter(|(start, _)| start.as_str() < "2029-01-01T08")
        .collect();
    list.sort();
    list
}

/// What our own rule says, in UTC, with the zone's changes from another library.
fn our_dates(content: &Content) -> Vec<(String, String)> {
    let list = between(&content.meeting, content.meeting.from, date("2028-12-31"));
    let utc = |day: Date, time: Time| {
        let local =
            civil::date(day.year as i16, day.month as i8, day.day as i8).at(time.hour as i8, time.minute as i8, 0, 0);
        let instant = local.in_tz(&content.meeting.zone).unwrap().timestamp();
        instant.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string()
    };
    let mut list: Vec<_> = list
        .iter()
        .filter(|occurrence| !occurrence.cancelled)
        .map(|occurrence| (utc(occurrence.date, occurrence.start), utc(occurrence.date, occurrence.end)))
        .collect();
    list.sort();
    list
}

#[test]
fn the_calendar_file_reads_back_as_the_dates_that_the_app_shows() {
    let content = content();
    let file = calendar(&content);
    let dates = our_dates(&content);
    assert_eq!(dates.len(), 36);
    assert_eq!(read_back(&file), dates);
}

#[test]
fn cancelled_moved_and_relocated_meetings_read_back_too() {
    let content = changed(|site, _| {
        site["places"]
            .as_array_mut()
            .unwrap()
            .push(json!({ "id": "hall", "name": "Hall; second, door", "address": "Elm \\ 5" }));
        site["meeting"]["exceptions"] = json!([
            { "date": "2026-07-02", "cancelled": true },
            { "date": "2027-01-07", "to": "2027-01-14" },
            { "date": "2027-03-04", "to": "2027-03-25", "start": "18:00", "end": "19:30", "place": "hall" },
            { "date": "2027-06-03", "place": "hall" },
        ]);
    })
    .unwrap();
    let file = calendar(&content);
    assert_eq!(read_back(&file), our_dates(&content));
    assert!(file.contains("EXDATE;TZID=America/Los_Angeles:20260702T113000\r\n"));
    assert!(file.contains("RECURRENCE-ID;TZID=America/Los_Angeles:20270304T113000\r\n"));
    assert!(file.replace("\r\n ", "").contains("LOCATION:Hall\\; second\\, door\\, Elm \\\\ 5\r\n"));
}

#[test]
fn the_calendar_file_keeps_to_the_form_of_rfc_5545_and_stays_neutral() {
    let file = calendar(&content());
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    assert!(!file.replace("\r\n", "").contains(['\r', '\n']), "every line ends with CRLF");
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "no line is longer than 75 octets");
    assert!(file.contains("BEGIN:VTIMEZONE\r\nTZID:America/Los_Angeles\r\n"));
    let lower = file.to_lowercase();
    assert!(["traffick", "sex", "hotline", "victim"].iter().all(|word| !lower.contains(word)));
}

#[test]
fn a_meeting_goes_on_from_its_start_until_its_end_on_its_own_day_unless_it_is_cancelled() {
    let list = coming(&content().meeting, moment("2026-12-03", "10:00"));
    for (day, time, expected) in [
        ("2026-12-03", "11:29", false),
        ("2026-12-03", "11:30", true),
        ("2026-12-03", "12:59", true),
        ("2026-12-03", "13:00", false),
        ("2026-12-02", "12:00", false),
        ("2026-12-04", "12:00", false),
    ] {
        assert_eq!(list[0].running(moment(day, time)), expected, "{day} {time}");
    }
    let cancelled = Occurrence { cancelled: true, ..list[0].clone() };
    assert!(!cancelled.running(moment("2026-12-03", "12:00")));
}

#[test]
fn the_days_until_a_meeting_are_counted_from_today() {
    let list = coming(&content().meeting, moment("2026-12-03", "10:00"));
    for (day, expected) in [("2026-12-03", 0), ("2026-12-02", 1), ("2026-11-23", 10)] {
        assert_eq!(list[0].days_away(moment(day, "23:59")), expected, "{day}");
    }
    assert_eq!(list[1].days_away(moment("2026-12-03", "10:00")), 35);
}

#[test]
fn a_changed_meeting_has_what_the_exception_says_and_the_usual_for_the_rest() {
    let content = changed(|site, _| {
        site["places"].as_array_mut().unwrap().push(json!({ "id": "hall", "name": "Hall", "address": "Elm 5" }));
        site["meeting"]["exceptions"] = json!([
            { "date": "2027-01-07", "to": "2027-01-14", "start": "18:00", "end": "19:30", "place": "hall" },
            { "date": "2027-02-04", "place": "hall" },
            { "date": "2027-03-04", "to": "2027-03-11" },
        ]);
    })
    .unwrap();
    let occurrence = |day, start, end, place: &str, moved_from: Option<&str>| Occurrence {
        date: date(day),
        start: Time::parse(start).unwrap(),
        end: Time::parse(end).unwrap(),
        place: place.into(),
        cancelled: false,
        moved_from: moved_from.map(date),
    };
    assert_eq!(
        between(&content.meeting, date("2027-01-01"), date("2027-03-31")),
        [
            occurrence("2027-01-14", "18:00", "19:30", "hall", Some("2027-01-07")),
            occurrence("2027-02-04", "11:30", "13:00", "hall", None),
            occurrence("2027-03-11", "11:30", "13:00", "benson", Some("2027-03-04")),
        ]
    );
}

#[test]
fn neither_the_rule_nor_an_exception_gives_a_meeting_before_the_first() {
    let content = changed(|site, _| {
        site["meeting"]["from"] = json!("2027-01-08");
        site["meeting"]["exceptions"] = json!([{ "date": "2026-12-03", "cancelled": true }]);
    })
    .unwrap();
    assert_eq!(days(&between(&content.meeting, date("2026-01-01"), date("2027-02-28"))), ["2027-02-04"]);
    let file = calendar(&content);
    assert_eq!(read_back(&file), our_dates(&content));
    assert!(!file.contains("EXDATE") && !file.contains("RECURRENCE-ID"), "{file}");
}

#[test]
fn an_exception_that_is_over_makes_no_rule_invalid_and_one_that_is_not_vanishes_in_none() {
    const OFF_THE_RULE: &str = "date: expected a day on which the rule gives a meeting, found";
    for (what, rule, exception, expected) in [
        ("cancelled, over", json!({}), json!({ "date": "2026-10-01", "cancelled": true }), Ok(1)),
        (
            "cancelled, over, off the new rule",
            second_tuesday(),
            json!({ "date": "2026-10-01", "cancelled": true }),
            Ok(0),
        ),
        (
            "cancelled, to come, off the new rule",
            second_tuesday(),
            json!({ "date": "2026-12-03", "cancelled": true }),
            Err(OFF_THE_RULE),
        ),
        ("moved, over, off the new rule", second_tuesday(), json!({ "date": "2026-10-01", "to": "2026-11-24" }), Ok(0)),
        (
            "moved, over, onto a day of the new rule",
            second_tuesday(),
            json!({ "date": "2026-10-01", "to": "2026-10-13" }),
            Ok(0),
        ),
        (
            "moved to this very day, off the new rule",
            second_tuesday(),
            json!({ "date": "2026-10-01", "to": "2026-11-25" }),
            Err(OFF_THE_RULE),
        ),
        (
            "moved to a day to come, off the new rule",
            second_tuesday(),
            json!({ "date": "2026-10-01", "to": "2026-12-10" }),
            Err(OFF_THE_RULE),
        ),
        (
            "moved from a day to come, off the new rule",
            second_tuesday(),
            json!({ "date": "2026-12-03", "to": "2026-11-20" }),
            Err(OFF_THE_RULE),
        ),
        (
            "over, and ends before the new start",
            json!({ "start": "12:30", "end": "14:00" }),
            json!({ "date": "2026-10-01", "end": "12:30" }),
            Ok(0),
        ),
        (
            "to come, and ends before the new start",
            json!({ "start": "12:30", "end": "14:00" }),
            json!({ "date": "2026-12-03", "end": "12:30" }),
            Err("expected an end that is later"),
        ),
        ("over, at a place that is gone", json!({}), json!({ "date": "2026-10-01", "place": "gone" }), Ok(0)),
        (
            "to come, at a place that is not there",
            json!({}),
            json!({ "date": "2026-12-03", "place": "gone" }),
            Err("\"gone\" is not one of the places"),
        ),
        (
            "before a first day to come",
            json!({ "from": "2027-01-08" }),
            json!({ "date": "2027-01-07", "cancelled": true }),
            Ok(0),
        ),
        (
            "moved before a first day to come",
            json!({ "from": "2027-01-08" }),
            json!({ "date": "2026-12-03", "to": "2027-01-07" }),
            Ok(0),
        ),
        (
            "moved past a first day to come",
            json!({ "from": "2027-01-08" }),
            json!({ "date": "2027-01-07", "to": "2027-01-14" }),
            Err("date: expected a day that is not before 2027-01-08, found 2027-01-07"),
        ),
        (
            "moved to before the first day",
            json!({ "from": "2027-01-08" }),
            json!({ "date": "2027-02-04", "to": "2027-01-07" }),
            Err("to: expected a day that is not before 2027-01-08, found 2027-01-07"),
        ),
        ("no day", json!({}), json!({ "date": "2026-13-01", "cancelled": true }), Err("date: expected a date such as")),
        ("without a day", json!({}), json!({ "cancelled": true }), Err("the key \"date\" is missing")),
        (
            "moved to no day",
            json!({}),
            json!({ "date": "2026-10-01", "to": "2026-10-32" }),
            Err("to: expected a date such as"),
        ),
    ] {
        let content = changed(|site, _| {
            for (key, value) in rule.as_object().unwrap() {
                site["meeting"][key] = value.clone();
            }
            site["updated"] = json!("2026-11-25");
            site["meeting"]["exceptions"] = json!([exception]);
        });
        match (content, expected) {
            (Ok(content), Ok(count)) => {
                assert_eq!(content.meeting.exceptions.len(), count, "{what}");
                assert_eq!(read_back(&calendar(&content)), our_dates(&content), "{what}");
            }
            (Err(problems), Err(expected)) => {
                assert!(problems.iter().any(|problem| problem.contains(expected)), "{what}: {problems:?}")
            }
            (found, expected) => {
                panic!("{what}: expected {expected:?}, found {:?}", found.map(|content| content.meeting))
            }
        }
    }
}

fn second_tuesday() -> Value {
    json!({ "repeat": { "weekday": "tuesday", "week": 2 } })
}

/// The values of a property in the calendar file, unfolded.
fn values(content: &Content, name: &str) -> Vec<String> {
    let file = calendar(content).replace("\r\n ", "");
    let name = format!("{name}:");
    file.split("\r\n").filter_map(|line| line.strip_prefix(name.as_str())).map(String::from).collect()
}

#[test]
fn each_entry_of_the_calendar_file_says_what_it_is_and_where_to_confirm_it() {
    let content = changed(|site, words| {
        site["meeting"]["exceptions"] = json!([{ "date": "2027-01-07", "to": "2027-01-14" }]);
        site["meeting"]["confirm"] = json!("https://club.example/when");
        words["ui"]["meet.summary"] = json!("Club, monthly");
        words["ui"]["meet.description"] = json!("Ask first.\nThen come.");
    })
    .unwrap();
    assert_eq!(values(&content, "SUMMARY"), [r"Club\, monthly"; 2]);
    assert_eq!(values(&content, "X-WR-CALNAME"), [""; 0], "with a name of its own Outlook opens a second calendar");
    assert_eq!(values(&content, "DESCRIPTION"), [r"Ask first.\nThen come."; 2]);
    assert_eq!(values(&content, "URL"), ["https://club.example/when"; 2]);
    assert_eq!(values(&content, "UID"), ["meetings-20260101@soroptimistpdx.com"; 2]);
}

#[test]
fn what_the_club_has_not_confirmed_is_tentative_in_the_calendar_file() {
    for (unconfirmed, expected) in [(json!(["time"]), "TENTATIVE"), (json!([]), "CONFIRMED")] {
        let content = changed(|site, _| site["meeting"]["unconfirmed"] = unconfirmed).unwrap();
        assert_eq!(values(&content, "STATUS"), [expected]);
    }
}

#[test]
fn a_text_in_the_calendar_file_reads_back_as_it_is_whatever_stands_in_it() {
    let long = "ß€😀".repeat(40);
    for (text, written) in [
        ("a, b; c \\ d", r"a\, b\; c \\ d"),
        ("one\ntwo", r"one\ntwo"),
        (r"no \n new line", r"no \\n new line"),
        ("BEGIN:VEVENT", "BEGIN:VEVENT"),
        (&long, &long),
    ] {
        let content = changed(|_, words| words["ui"]["meet.description"] = json!(text)).unwrap();
        assert_eq!(values(&content, "DESCRIPTION"), [written]);
        let file = calendar(&content);
        assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{file}");
        assert_eq!(read_back(&file), our_dates(&content));
    }
}

/// What calendars compare (RFC 5546, section 2.1.5): whose entry it is, which state of it is the later one.
fn state(content: &Content) -> (String, u32, String) {
    let one = |name| values(content, name).remove(0);
    (one("UID"), one("SEQUENCE").parse().unwrap(), one("DTSTAMP"))
}

#[test]
fn a_later_revision_renews_the_same_entries_whatever_has_changed_and_whatever_day_it_is() {
    let (uid, sequence, stamp) = state(&content());
    for (place, value) in [
        ("/meeting/checked", json!("2026-11")),
        ("/meeting/from", json!("2026-12-01")),
        ("/meeting/repeat", json!({ "weekday": "monday", "week": -1 })),
        ("/meeting/exceptions", json!([{ "date": "2026-12-03", "cancelled": true }])),
        ("/meeting/confirm", json!("https://elsewhere.example/")),
        ("/meeting/zone", json!("Europe/Dublin")),
        ("/updated", json!("2026-12-24")),
        ("/updated", json!("2026-11-24")),
    ] {
        let later = changed(|site, _| {
            *site.pointer_mut(place).unwrap() = value.clone();
            site["meeting"]["revision"] = json!(sequence + 1);
        });
        let later = state(&later.unwrap());
        assert_eq!((&later.0, later.1), (&uid, sequence + 1), "{place}");
        assert!(later.2 > stamp, "{place}: {} after {stamp}", later.2);
    }
}

#[test]
fn it_renews_what_0_2_0_has_put_into_calendars() {
    let (uid, sequence, stamp) = state(&content());
    assert_eq!(uid, "meetings-20260101@soroptimistpdx.com");
    assert!(sequence > 328 && stamp.as_str() > "20261125T000000Z", "{sequence} {stamp}");
}

#[test]
fn the_same_revision_has_the_same_stamp_on_any_day() {
    let of = |day: &str| {
        changed(|site, words| {
            site["updated"] = json!(day);
            words["updated"] = json!(day);
        })
    };
    assert_eq!(calendar(&of("2026-11-25").unwrap()), calendar(&of("2026-12-24").unwrap()));
}

#[test]
fn id_and_revision_have_forms_that_a_calendar_file_can_carry() {
    for (key, value, good) in [
        ("id", json!("meetings@club.example"), true),
        ("id", json!("7f3c1b9e-1d0a-4a44-9a2e-0c2a5b7d9e10"), true),
        ("id", json!(""), false),
        ("id", json!("our meetings"), false),
        ("id", json!("meetings;x"), false),
        ("id", json!("treffen-über-mittag"), false),
        ("revision", json!(1), true),
        ("revision", json!(999_999), true),
        ("revision", json!(0), false),
        ("revision", json!(-1), false),
        ("revision", json!(1_000_000), false),
        ("revision", json!("330"), false),
        ("digest", json!(7), false),
        ("zone", json!("+08:00"), false),
        ("zone", json!("/etc/localtime"), false),
    ] {
        let content = changed(|site, _| site["meeting"][key] = value.clone());
        let named = |problems: Vec<String>| {
            problems.iter().any(|problem| problem.starts_with(&format!("site.json: meeting › {key}: ")))
        };
        match content {
            Ok(content) => assert!(good && read_back(&calendar(&content)) == our_dates(&content), "{key}: {value}"),
            Err(problems) => assert!(!good && named(problems), "{key}: {value}"),
        }
    }
}

#[test]
fn in_any_zone_the_file_reads_back_as_the_dates_that_the_app_shows() {
    for zone in ZONES {
        let content = changed(|site, _| site["meeting"]["zone"] = json!(zone)).unwrap();
        assert_eq!(read_back(&calendar(&content)), our_dates(&content), "{zone}");
    }
}

#[test]
fn what_is_said_of_the_meetings_changes_at_midnight_and_when_one_begins_or_ends() {
    let content = with_exceptions(json!([
        { "date": "2027-01-07", "cancelled": true },
        { "date": "2027-02-04", "to": "2027-02-09", "start": "18:00", "end": "19:30" },
    ]));
    for (earlier, later, alike) in [
        (("2026-12-03", "00:00"), ("2026-12-03", "11:29"), true),
        (("2026-12-03", "11:29"), ("2026-12-03", "11:30"), false),
        (("2026-12-03", "11:30"), ("2026-12-03", "12:59"), true),
        (("2026-12-03", "12:59"), ("2026-12-03", "13:00"), false),
        (("2026-12-03", "11:29"), ("2026-12-03", "13:00"), false),
        (("2026-12-03", "13:00"), ("2026-12-03", "23:59"), true),
        (("2026-12-02", "23:59"), ("2026-12-03", "00:00"), false),
        // A clock that is set back.
        (("2026-12-03", "11:30"), ("2026-12-03", "11:29"), false),
        (("2026-12-03", "11:30"), ("2026-12-02", "11:30"), false),
        // A day without a meeting, a cancelled one, a moved one.
        (("2026-12-08", "00:00"), ("2026-12-08", "23:59"), true),
        (("2027-01-07", "12:59"), ("2027-01-07", "13:00"), false),
        (("2027-02-04", "11:00"), ("2027-02-04", "12:00"), true),
        (("2027-02-09", "17:59"), ("2027-02-09", "18:00"), false),
        (("2027-02-09", "11:00"), ("2027-02-09", "12:00"), true),
    ] {
        let (from, to) = (moment(earlier.0, earlier.1), moment(later.0, later.1));
        assert_eq!(is_alike(&content.meeting, from, to), alike, "{earlier:?} {later:?}");
    }
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn the_calendar_file_of_any_rule_and_any_exceptions_reads_back_as_our_dates(
        weekday in 0..7usize,
        week in prop_oneof![1..=5i8, Just(-1)],
        start in 6..20u8,
        choices in prop::collection::vec((0..30usize, 0..3u8, 1..3i32), 0..6),
        summary in "[ -z|~äß€😀]{1,120}",
    ) {
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let repeat = Repeat { weekday: weekday as u8, week };
        let mut days: Vec<Date> = (0..36).filter_map(|month| repeat.in_month(2026 + month / 12, (month % 12) as u8 + 1)).collect();
        days.sort();
        let mut used = Vec::new();
        let mut exceptions = Vec::new();
        for (index, kind, shift) in choices {
            let day = days[index % days.len()];
            if used.contains(&day) {
                continue;
            }
            used.push(day);
            let local = civil::date(day.year as i16, day.month as i8, day.day as i8);
            let to = local.saturating_add(jiff::Span::new().days(shift)).to_string();
            exceptions.push(match kind {
                0 => json!({ "date": day.iso(), "cancelled": true }),
                1 => json!({ "date": day.iso(), "to": to }),
                _ => json!({ "date": day.iso(), "start": "20:15", "end": "21:00" }),
            });
        }
        let changed = changed(|site, words| {
            site["meeting"]["repeat"] = json!({ "weekday": names[weekday], "week": week });
            site["meeting"]["start"] = json!(format!("{start:02}:30"));
            site["meeting"]["end"] = json!(format!("{:02}:15", start + 1));
            site["meeting"]["exceptions"] = json!(exceptions);
            words["ui"]["meet.summary"] = json!(format!("x{}x", summary));
        });
        let content = changed.map_err(|problems| TestCaseError::fail(problems.join("\n")))?;
        let file = calendar(&content);
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 75));
        prop_assert_eq!(read_back(&file), our_dates(&content));
    }
}
