//! The meetings as an iCalendar file (RFC 5545), written at build time: files made in the page fail in iPhone web
//! apps. Nothing in it depends on the clock, so that two builds give the same bytes.

use super::vtimezone::vtimezone;
use super::{Occurrence, between};
use crate::content::{Change, Content, W};
use crate::date::{Date, Time};

/// Writes the calendar file. `zone_rule` is the POSIX rule of the meeting's zone, such as `PST8PDT,M3.2.0,M11.1.0`.
///
/// # Errors
/// Says why there is nothing to write, or what in the zone's rule is not understood.
pub fn calendar(content: &Content, zone_rule: &str) -> Result<String, String> {
    let meeting = &content.meeting;
    let zone = meeting.zone.as_str();
    let from = meeting.from;
    let first = (0..24)
        .map(|month| from.year * 12 + i32::from(from.month) - 1 + month)
        .filter_map(|month| meeting.repeat.in_month(month / 12, (month % 12) as u8 + 1))
        .find(|date| *date >= from)
        .ok_or("the meeting's rule gives no day within two years")?;

    let mut lines = Lines::default();
    lines.plain("BEGIN:VCALENDAR");
    lines.plain("VERSION:2.0");
    lines.plain("PRODID:-//Porchlight//Meetings//EN");
    lines.plain("CALSCALE:GREGORIAN");
    lines.plain("METHOD:PUBLISH");
    lines.text("X-WR-CALNAME", content.ui.get(W::MeetSummary));
    lines.0.push_str(&vtimezone(zone, zone_rule, from.year - 1)?);

    let usual = Occurrence::usual(meeting, first);
    let day = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][usize::from(meeting.repeat.weekday)];
    let mut extra = vec![format!("RRULE:FREQ=MONTHLY;BYDAY={}{day}", meeting.repeat.week)];
    let kept = meeting.exceptions.iter().filter(|exception| exception.date >= first);
    for exception in kept.clone().filter(|exception| exception.change == Change::Cancelled) {
        extra.push(format!("EXDATE;TZID={zone}:{}", local(exception.date, meeting.start)));
    }
    event(&mut lines, content, &usual, &extra);
    for exception in kept {
        if let Change::Moved { to, .. } = exception.change {
            let changed = between(meeting, to, to)
                .into_iter()
                .find(|occurrence| occurrence.moved_from.unwrap_or(to) == exception.date);
            let id = format!("RECURRENCE-ID;TZID={zone}:{}", local(exception.date, meeting.start));
            if let Some(changed) = changed {
                event(&mut lines, content, &changed, &[id]);
            }
        }
    }
    lines.plain("END:VCALENDAR");
    Ok(lines.0)
}

fn event(lines: &mut Lines, content: &Content, occurrence: &Occurrence, extra: &[String]) {
    let meeting = &content.meeting;
    let zone = &meeting.zone;
    let host = meeting.confirm.trim_start_matches("https://").split('/').next().unwrap_or_default();
    lines.plain("BEGIN:VEVENT");
    // The same for ever, so that a calendar that reads the file again changes its entries and adds none.
    lines.plain(&format!("UID:meetings-{}@{host}", meeting.from.basic()));
    let changed = content.updated.max(content.words_updated);
    lines.plain(&format!("DTSTAMP:{}T000000Z", changed.basic()));
    lines.plain(&format!("SEQUENCE:{}", (changed.day_number() - EPOCH.day_number()).max(0)));
    lines.plain(&format!("DTSTART;TZID={zone}:{}", local(occurrence.date, occurrence.start)));
    lines.plain(&format!("DTEND;TZID={zone}:{}", local(occurrence.date, occurrence.end)));
    for line in extra {
        lines.plain(line);
    }
    lines.plain(if meeting.unconfirmed.is_empty() { "STATUS:CONFIRMED" } else { "STATUS:TENTATIVE" });
    lines.text("SUMMARY", content.ui.get(W::MeetSummary));
    if let Some(place) = content.place(&occurrence.place) {
        lines.text("LOCATION", &place.line());
    }
    lines.text("DESCRIPTION", content.ui.get(W::MeetDescription));
    lines.plain(&format!("URL:{}", meeting.confirm));
    lines.plain("END:VEVENT");
}

/// The day from which SEQUENCE counts: each later state of the content has a larger one.
const EPOCH: Date = Date { year: 2026, month: 1, day: 1 };

fn local(date: Date, time: Time) -> String {
    format!("{}T{:02}{:02}00", date.basic(), time.hour, time.minute)
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A line as it is, folded at 75 octets (section 3.1), never inside a character.
    fn plain(&mut self, line: &str) {
        let mut width = 0;
        for letter in line.chars() {
            if width + letter.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A text value, with what has a meaning of its own escaped (section 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let escaped = value
            .replace('\\', "\\\\")
            .replace(';', "\\;")
            .replace(',', "\\,")
            .replace("\r\n", "\n")
            .replace(['\n', '\r'], "\\n");
        self.plain(&format!("{name}:{escaped}"));
    }
}
