//! A time zone's rule for summer time as an iCalendar component.

use crate::date::Date;
use std::fmt::Write;

/// The rule of a zone: its two offsets and when each begins, or one offset for the whole year.
struct ZoneRule {
    standard: Period,
    summer: Option<(Period, Change, Change)>,
}

struct Period {
    name: String,
    /// Seconds east of UTC.
    offset: i32,
}

/// A moment of the year: month, week (5 is the last one), weekday (0 is Sunday), hour.
struct Change {
    month: u8,
    week: u8,
    weekday: u8,
    seconds: i32,
}

/// Writes the VTIMEZONE (RFC 5545, section 3.6.5) of a zone from the POSIX rule that the IANA database ends with,
/// such as `PST8PDT,M3.2.0,M11.1.0`. Its first changes are those of `year`.
///
/// # Errors
/// Says what in the rule is not understood: rules by day of the year, and changes before or after the day they are
/// counted from (a handful of zones), are not.
pub fn vtimezone(zone: &str, rule: &str, year: i32) -> Result<String, String> {
    let unclear = || format!("the zone {zone} has a rule that is not understood: {rule}");
    let parsed = parse(rule).ok_or_else(unclear)?;
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
                let start = change.in_year(year).ok_or_else(unclear)?;
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

impl Change {
    fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.split_once('/').unwrap_or((text, "2"));
        let mut parts = day.strip_prefix('M')?.split('.').map(|part| part.parse::<u8>().ok());
        let (month, week, weekday) = (parts.next()??, parts.next()??, parts.next()??);
        let seconds = clock(time)?;
        let legal = (1..=12).contains(&month) && (1..=5).contains(&week) && weekday < 7;
        (legal && parts.next().is_none() && (0..86_400).contains(&seconds)).then_some(Self {
            month,
            week,
            weekday,
            seconds,
        })
    }

    /// The local date and time of the change in that year.
    fn in_year(&self, year: i32) -> Option<String> {
        let repeat = crate::content::Repeat {
            weekday: (self.weekday + 6) % 7,
            week: if self.week == 5 { -1 } else { self.week as i8 },
        };
        let date: Date = repeat.in_month(year, self.month)?;
        let (hours, minutes, seconds) = (self.seconds / 3600, self.seconds / 60 % 60, self.seconds % 60);
        Some(format!("{}T{hours:02}{minutes:02}{seconds:02}", date.basic()))
    }
}

/// Reads a rule of the form `std offset [dst [offset] , change , change]` (POSIX.1-2017, section 8.3, TZ).
fn parse(rule: &str) -> Option<ZoneRule> {
    let mut parts = rule.split(',');
    let names = parts.next()?;
    let (standard_name, rest) = name(names)?;
    let (standard_offset, rest) = offset_before(rest);
    let standard = Period { name: standard_name, offset: -clock(standard_offset)? };
    if rest.is_empty() {
        return parts.next().is_none().then_some(ZoneRule { standard, summer: None });
    }
    let (summer_name, rest) = name(rest)?;
    let offset = if rest.is_empty() { standard.offset + 3600 } else { -clock(rest)? };
    let summer = Period { name: summer_name, offset };
    let (begins, ends) = (Change::parse(parts.next()?)?, Change::parse(parts.next()?)?);
    parts.next().is_none().then_some(ZoneRule { standard, summer: Some((summer, begins, ends)) })
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

/// Seconds of `[+-]h[h][:mm[:ss]]`.
fn clock(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut parts = digits.split(':').map(|part| part.parse::<u16>().ok());
    let hours = parts.next()??;
    let minutes = parts.next().unwrap_or(Some(0))?;
    let seconds = parts.next().unwrap_or(Some(0))?;
    let legal = hours < 168 && minutes < 60 && seconds < 60 && parts.next().is_none();
    legal.then(|| sign * (i32::from(hours) * 3600 + i32::from(minutes) * 60 + i32::from(seconds)))
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
