//! A time zone as an iCalendar component (RFC 5545, section 3.6.5). It is used at build time only.

use crate::content::Repeat;
use crate::date::Moment;
use crate::zone::{Period, Zone, moment};

/// The lines of the VTIMEZONE of a zone.
///
/// Where all changes of the clocks in the span fit "the second Sunday of March, each year", that is what is written: it
/// holds for ever, and every calendar app knows it. Other changes are listed one by one.
pub fn vtimezone(zone: &Zone) -> Vec<String> {
    let mut lines = vec!["BEGIN:VTIMEZONE".into(), format!("TZID:{}", zone.name)];
    let kinds = kinds(zone);
    let rules: Option<Vec<_>> = kinds.iter().map(|kind| yearly(&kind.onsets, zone)).collect();
    // The span begins a year before the meetings do: where it brings a change in that year, nothing has to be said of the
    // time before.
    let years = |period: &Period| moment(period.begins).map(|begins| begins.date.year);
    if zone.periods.get(1).is_none_or(|second| years(second) != years(&zone.periods[0])) {
        let first = &zone.periods[0];
        lines.extend(observance(first, first.offset, "19700101T000000", None));
    }
    for (index, kind) in kinds.iter().enumerate() {
        let more = match &rules {
            Some(rules) => Some(rules[index].clone()),
            None if kind.onsets.len() > 1 => Some(format!("RDATE:{}", list(&kind.onsets[1..]))),
            None => None,
        };
        lines.extend(observance(kind.period, kind.before, &kind.onsets[0].basic(), more));
    }
    lines.push("END:VTIMEZONE".into());
    lines
}

/// All changes from one certain time to another.
struct Kind<'a> {
    period: &'a Period,
    /// The offset before.
    before: i32,
    /// When the changes come, on the clock that is changed.
    onsets: Vec<Moment>,
}

fn kinds(zone: &Zone) -> Vec<Kind<'_>> {
    let mut kinds: Vec<Kind> = Vec::new();
    for pair in zone.periods.windows(2) {
        let (before, period) = (pair[0].offset, &pair[1]);
        let Some(onset) = moment(period.begins + before) else { continue };
        let same = |kind: &&mut Kind| {
            let known = kind.period;
            kind.before == before
                && (known.offset, known.summer, &known.name) == (period.offset, period.summer, &period.name)
        };
        match kinds.iter_mut().find(same) {
            Some(kind) => kind.onsets.push(onset),
            None => kinds.push(Kind { period, before, onsets: vec![onset] }),
        }
    }
    kinds
}

/// The rule by which changes come once in each year of the span, if there is one.
fn yearly(onsets: &[Moment], zone: &Zone) -> Option<String> {
    let first = onsets.first()?;
    let (date, time) = (first.date, first.time);
    let years = moment(zone.periods[0].begins)?.date.year..moment(zone.ends)?.date.year;
    let fits = |week: i8| {
        let repeat = Repeat { weekday: date.weekday(), week };
        let expected = years.clone().map(|year| Some(Moment { date: repeat.in_month(year, date.month)?, time }));
        expected.eq(onsets.iter().copied().map(Some))
    };
    let week = [1, 2, 3, 4, -1].into_iter().find(|week| fits(*week))?;
    let day = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][usize::from(date.weekday())];
    Some(format!("RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={week}{day}", date.month))
}

fn list(onsets: &[Moment]) -> String {
    onsets.iter().map(|onset| onset.basic()).collect::<Vec<_>>().join(",")
}

fn observance(period: &Period, before: i32, start: &str, more: Option<String>) -> Vec<String> {
    let kind = if period.summer { "DAYLIGHT" } else { "STANDARD" };
    let mut lines = vec![
        format!("BEGIN:{kind}"),
        format!("DTSTART:{start}"),
        format!("TZOFFSETFROM:{}", offset(before)),
        format!("TZOFFSETTO:{}", offset(period.offset)),
        format!("TZNAME:{}", period.name),
    ];
    lines.extend(more);
    lines.push(format!("END:{kind}"));
    lines
}

/// `-0800`, as iCalendar writes it (RFC 5545, section 3.3.14).
fn offset(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}
