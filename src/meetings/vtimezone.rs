//! A time zone's rule for summer time as an iCalendar component.

use crate::zone::{Change, Period, ZoneRule};
use std::fmt::Write;

/// Writes the VTIMEZONE (RFC 5545, section 3.6.5) of a zone from the POSIX rule that the IANA database ends with,
/// such as `PST8PDT,M3.2.0,M11.1.0`. Its first changes are those of `year`.
///
/// # Errors
/// Says what in the rule is not understood: rules by day of the year, and changes before or after the day they are
/// counted from (a handful of zones), are not.
pub fn vtimezone(zone: &str, rule: &str, year: i32) -> Result<String, String> {
    let unclear = || format!("the zone {zone} has a rule that is not understood: {rule}");
    let parsed = ZoneRule::parse(rule).ok_or_else(unclear)?;
    let mut text = format!("BEGIN:VTIMEZONE\r\nTZID:{zone}\r\n");
    match &parsed.summer {
        None => {
            let offset = parsed.standard.offset;
            component(&mut text, "STANDARD", &parsed.standard, offset, "19700101T000000", None);
        }
        Some((summer, summer_begins, standard_begins)) => {
            for (kind, period, from, change) in [
                ("STANDARD", &parsed.standard, summer.offset, standard_begins),
                ("DAYLIGHT", summer, parsed.standard.offset, summer_begins),
            ] {
                let start = local(change, year).ok_or_else(unclear)?;
                component(&mut text, kind, period, from, &start, Some(change));
            }
        }
    }
    text.push_str("END:VTIMEZONE\r\n");
    Ok(text)
}

fn component(text: &mut String, kind: &str, period: &Period, from: i32, start: &str, change: Option<&Change>) {
    let (from, to, name) = (offset(from), offset(period.offset), &period.name);
    // Writing to a String cannot fail.
    let _ =
        write!(text, "BEGIN:{kind}\r\nDTSTART:{start}\r\nTZOFFSETFROM:{from}\r\nTZOFFSETTO:{to}\r\nTZNAME:{name}\r\n");
    if let Some(change) = change {
        let week = if change.week == 5 { -1 } else { i32::from(change.week) };
        let day = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"][usize::from(change.weekday)];
        let _ = write!(text, "RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={week}{day}\r\n", change.month);
    }
    let _ = write!(text, "END:{kind}\r\n");
}

/// `-0800`, as iCalendar writes it (RFC 5545, section 3.3.14).
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

/// The local date and time of a change in that year.
fn local(change: &Change, year: i32) -> Option<String> {
    let date = change.day_in(year)?;
    let (hours, minutes, seconds) = (change.seconds / 3600, change.seconds / 60 % 60, change.seconds % 60);
    Some(format!("{}T{hours:02}{minutes:02}{seconds:02}", date.basic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn portland_changes_its_clocks_in_march_and_november() {
        let text = vtimezone("America/Los_Angeles", "PST8PDT,M3.2.0,M11.1.0", 2026).unwrap();
        assert!(text.contains(
            "BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0700\r\nTZNAME:PDT\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n"
        ));
        assert!(text.contains("BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0700\r\n"));
    }

    #[test]
    fn zones_without_summer_time_and_with_odd_names_are_understood() {
        assert!(vtimezone("Asia/Kathmandu", "<+0545>-5:45", 2026).unwrap().contains("TZOFFSETTO:+0545"));
        let dublin = vtimezone("Europe/Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1", 2026).unwrap();
        assert!(dublin.contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"));
    }

    #[test]
    fn a_rule_that_is_not_understood_is_refused_and_never_guessed() {
        for rule in [
            "",
            "PST",
            "PST8PDT",
            "PST8PDT,J60,J300",
            "PST8PDT,M3.2.0",
            "PST8PDT,M13.2.0,M11.1.0",
            "IST-2IDT,M3.4.4/26,M10.5.0",
            "PST8PDT,M3.2.0,M11.1.0,M1.1.1",
        ] {
            assert!(vtimezone("Some/Where", rule, 2026).is_err(), "{rule}");
        }
    }
}
