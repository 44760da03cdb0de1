//! What the clock on a wall shows, by the zone's rule.

mod common;

use common::config;
use jiff::Timestamp;
use porchlight::date::{Date, Moment, Time};
use porchlight::meetings::zone_rule;
use porchlight::zone::ZoneRule;
use proptest::prelude::*;

/// Zones and their rules as the IANA database gives them: with and without summer time, south of the equator, with odd
/// offsets, far from UTC, and with a summer time that is called winter time.
const ZONES: [(&str, &str); 8] = [
    ("America/Los_Angeles", "PST8PDT,M3.2.0,M11.1.0"),
    ("America/New_York", "EST5EDT,M3.2.0,M11.1.0"),
    ("America/Sao_Paulo", "<-03>3"),
    ("Asia/Kathmandu", "<+0545>-5:45"),
    ("Australia/Lord_Howe", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"),
    ("Europe/Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1"),
    ("Pacific/Auckland", "NZST-12NZDT,M9.5.0,M4.1.0/3"),
    ("Pacific/Kiritimati", "<+14>-14"),
];

fn wall_clock(minutes: i32, zone: &str) -> Moment {
    let local = Timestamp::from_second(i64::from(minutes) * 60).unwrap().in_tz(zone).unwrap();
    Moment {
        date: Date::new(local.year().into(), local.month() as u8, local.day() as u8).unwrap(),
        time: Time { hour: local.hour() as u8, minute: local.minute() as u8 },
    }
}

/// The rule as it comes with a page.
fn read_back(zone: &str, rule: &str) -> ZoneRule {
    let rule = zone_rule(zone, rule).unwrap();
    let read = ZoneRule::read(&rule.written()).unwrap();
    assert_eq!(read, rule);
    read
}

fn minutes(date: &str) -> i32 {
    let seconds = date.parse::<Timestamp>().unwrap().as_second();
    i32::try_from(seconds / 60).unwrap()
}

proptest! {
    #![proptest_config(config(4000))]

    #[test]
    fn it_shows_what_an_independent_library_shows_in_the_years_to_come(
        (zone, rule) in prop::sample::select(ZONES.as_slice()),
        minute in minutes("2026-01-01T00:00:00Z")..minutes("2070-01-01T00:00:00Z"),
    ) {
        let rule = read_back(zone, rule);
        prop_assert_eq!(rule.moment(minute), Some(wall_clock(minute, zone)));
    }
}

#[test]
fn every_change_of_the_clocks_comes_in_the_right_minute() {
    let first = minutes("2026-01-01T00:00:00Z");
    for (zone, rule) in ZONES {
        let rule = read_back(zone, rule);
        // A quarter of an hour is a part of every change; a year and a half has changes in both directions.
        for minute in (first..first + 548 * 24 * 60).step_by(15) {
            for near in [minute - 1, minute] {
                assert_eq!(rule.moment(near), Some(wall_clock(near, zone)), "{zone}, {near}");
            }
        }
    }
}

#[test]
fn no_number_is_too_large() {
    for (zone, rule) in ZONES {
        let rule = read_back(zone, rule);
        for minute in [i32::MIN, i32::MAX] {
            let _ = rule.moment(minute);
        }
    }
}

#[test]
fn what_is_no_rule_is_not_read_as_one() {
    for line in ["", "x", "-480 ", "-480 -420", "-480 -420 3 2 6 120", "-480 -420 300 2 6 120 11 1 6 120"] {
        assert_eq!(ZoneRule::read(line), None, "{line}");
    }
}
