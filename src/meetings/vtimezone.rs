//! A time zone's rule for summer time, read from its POSIX form, and written as an iCalendar component. It is used at
//! build time only.

use crate::zone::{Change, ZoneRule};
use std::fmt::Write;

/// A rule with the names of its two times: `PST` and `PDT`.
struct Named {
    rule: ZoneRule,
    standard: String,
    summer: String,
}

/// Reads the POSIX rule that the IANA database ends with, such as `PST8PDT,M3.2.0,M11.1.0`.
///
/// # Errors
/// Says what is not understood: rules by day of the year, and changes before or after the day they are counted from (a
/// handful of zones), are not.
pub fn zone_rule(zone: &str, rule: &str) -> Result<ZoneRule, String> {
    named(zone, rule).map(|named| named.rule)
}

fn named(zone: &str, rule: &str) -> Result<Named, String> {
    parse(rule).ok_or_else(|| format!("the zone {zone} has a rule that is not understood: {rule}"))
}

/// Writes the VTIMEZONE (RFC 5545, section 3.6.5) of a zone from its POSIX rule. Its first changes are those of `year`.
///
/// # Errors
/// Those of [`zone_rule`].
pub fn vtimezone(zone: &str, rule: &str, year: i32) -> Result<String, String> {
    let unclear = || format!("the zone {zone} has a rule that is not understood: {rule}");
    let Named { rule: parsed, standard, summer: summer_name } = named(zone, rule)?;
    let mut text = format!("BEGIN:VTIMEZONE\r\nTZID:{zone}\r\n");
    match &parsed.summer {
        None => {
            let offset = parsed.standard;
            component(&mut text, "STANDARD", &standard, [offset, offset], "19700101T000000", None);
        }
        Some((summer, summer_begins, standard_begins)) => {
            for (kind, name, offsets, change) in [
                ("STANDARD", &standard, [*summer, parsed.standard], standard_begins),
                ("DAYLIGHT", &summer_name, [parsed.standard, *summer], summer_begins),
            ] {
                let start = local(change, year).ok_or_else(unclear)?;
                component(&mut text, kind, name, offsets, &start, Some(change));
            }
        }
    }
    text.push_str("END:VTIMEZONE\r\n");
    Ok(text)
}

/// `offsets` are those before and after.
fn component(text: &mut String, kind: &str, name: &str, offsets: [i32; 2], start: &str, change: Option<&Change>) {
    let [from, to] = offsets.map(offset);
    // Writing to a String cannot fail.
    let _ =
        write!(text, "BEGIN:{kind}\r\nDTSTART:{start}\r\nTZOFFSETFROM:{from}\r\nTZOFFSETTO:{to}\r\nTZNAME:{name}\r\n");
    if let Some(change) = change {
        let day = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][usize::from(change.weekday)];
        let _ = write!(text, "RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={}{day}\r\n", change.month, change.week);
    }
    let _ = write!(text, "END:{kind}\r\n");
}

/// `-0800`, as iCalendar writes it (RFC 5545, section 3.3.14).
fn offset(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// The local date and time of a change in that year.
fn local(change: &Change, year: i32) -> Option<String> {
    let date = change.day_in(year)?;
    Some(format!("{}T{:02}{:02}00", date.basic(), change.minutes / 60, change.minutes % 60))
}

/// A change of the form `Mm.w.d[/time]`: month, week (5 is the last one), weekday (0 is Sunday).
fn change(text: &str) -> Option<Change> {
    let (day, time) = text.split_once('/').unwrap_or((text, "2"));
    let mut parts = day.strip_prefix('M')?.split('.').map(|part| part.parse::<u8>().ok());
    let (month, week, weekday) = (parts.next()??, parts.next()??, parts.next()??);
    let minutes = clock(time)?;
    let legal = (1..=12).contains(&month) && (1..=5).contains(&week) && weekday < 7;
    (legal && parts.next().is_none() && (0..24 * 60).contains(&minutes)).then_some(Change {
        month,
        week: if week == 5 { -1 } else { week as i8 },
        weekday: (weekday + 6) % 7,
        minutes,
    })
}

/// Reads a rule of the form `std offset [dst [offset] , change , change]` (POSIX.1-2017, section 8.3, TZ).
fn parse(rule: &str) -> Option<Named> {
    let mut parts = rule.split(',');
    let names = parts.next()?;
    let (standard_name, rest) = name(names)?;
    let (standard_offset, rest) = offset_before(rest);
    let standard = -clock(standard_offset)?;
    if rest.is_empty() {
        let rule = ZoneRule { standard, summer: None };
        return parts.next().is_none().then_some(Named { rule, standard: standard_name, summer: String::new() });
    }
    let (summer_name, rest) = name(rest)?;
    let offset = if rest.is_empty() { standard + 60 } else { -clock(rest)? };
    let (begins, ends) = (change(parts.next()?)?, change(parts.next()?)?);
    let rule = ZoneRule { standard, summer: Some((offset, begins, ends)) };
    parts.next().is_none().then_some(Named { rule, standard: standard_name, summer: summer_name })
}

/// A name of letters, or anything in angle brackets; and what follows.
fn name(text: &str) -> Option<(String, &str)> {
    if let Some(rest) = text.strip_prefix('<') {
        let (name, rest) = rest.split_once('>')?;
        return Some((name.into(), rest));
    }
    let end = text.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(text.len());
    (end >= 3).then(|| (text[..end].into(), &text[end..]))
}

/// An offset, and the name that follows it.
fn offset_before(text: &str) -> (&str, &str) {
    let end = text.find(|letter: char| letter.is_ascii_alphabetic() || letter == '<').unwrap_or(text.len());
    text.split_at(end)
}

/// Minutes of `[+-]h[h][:mm[:00]]`. No clock of today is changed within a minute.
fn clock(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut parts = digits.split(':').map(|part| part.parse::<u16>().ok());
    let hours = parts.next()??;
    let minutes = parts.next().unwrap_or(Some(0))?;
    let seconds = parts.next().unwrap_or(Some(0))?;
    let legal = hours < 168 && minutes < 60 && seconds == 0 && parts.next().is_none();
    legal.then(|| sign * (i32::from(hours) * 60 + i32::from(minutes)))
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
