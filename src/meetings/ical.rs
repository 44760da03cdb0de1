//! The meetings as an iCalendar file (RFC 5545), written at build time: files made in the page fail in iPhone web
//! apps. Nothing in it depends on the clock, so that two builds give the same bytes.

use super::vtimezone::vtimezone;
use super::{Occurrence, between};
use crate::content::{Change, Content, W};
use crate::date::{Date, Moment, Time};
use crate::zone::{Zone, moment};

/// The first year of what the calendar file has to know of the meeting's zone: the one before the first meeting.
pub fn first_year(content: &Content) -> i32 {
    content.meeting.from.year - 1
}

/// Writes the calendar file. `zone` is the meeting's, from [`first_year`] on.
///
/// # Errors
/// Says why there is nothing to write.
pub fn calendar(content: &Content, zone: &Zone) -> Result<String, String> {
    let meeting = &content.meeting;
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
    // No name for a calendar (X-WR-CALNAME): with one, Outlook opens a second calendar instead of adding to the person's.
    lines.plain("METHOD:PUBLISH");
    for line in vtimezone(zone) {
        lines.plain(&line);
    }

    let usual = Occurrence::usual(meeting, first);
    let day = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][usize::from(meeting.repeat.weekday)];
    let mut extra = vec![format!("RRULE:FREQ=MONTHLY;BYDAY={}{day}", meeting.repeat.week)];
    for exception in meeting.exceptions.iter().filter(|exception| exception.change == Change::Cancelled) {
        extra.push(format!("EXDATE{}", local(content, exception.date, meeting.start)));
    }
    event(&mut lines, content, &usual, &extra);
    for exception in &meeting.exceptions {
        if let Change::Moved { to, .. } = exception.change {
            let changed = between(meeting, to, to)
                .into_iter()
                .find(|occurrence| occurrence.moved_from.unwrap_or(to) == exception.date);
            let id = format!("RECURRENCE-ID{}", local(content, exception.date, meeting.start));
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
    lines.plain("BEGIN:VEVENT");
    // The same for ever, so that a calendar that reads the file again changes its entries and adds none.
    lines.plain(&format!("UID:{}", meeting.id));
    lines.plain(&format!("DTSTAMP:{}Z", stamp(meeting.revision)));
    lines.plain(&format!("SEQUENCE:{}", meeting.revision));
    lines.plain(&format!("DTSTART{}", local(content, occurrence.date, occurrence.start)));
    lines.plain(&format!("DTEND{}", local(content, occurrence.date, occurrence.end)));
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

/// When this revision was made, as far as a file without a clock can tell: a minute for each revision after a day on
/// which 0.2.0 was the last release. Calendars that know an entry already take the one with the larger SEQUENCE and, where
/// they look at DTSTAMP, the later one (RFC 5545, sections 3.8.7.2 and 3.8.7.4; RFC 5546, section 2.1.5). A day that
/// someone writes into the content would not do: two changes on one day would be the same.
fn stamp(revision: u32) -> String {
    let start =
        Date { year: 2026, month: 11, day: 26 }.day_number() - Date { year: 1970, month: 1, day: 1 }.day_number();
    i32::try_from(revision)
        .ok()
        .and_then(|revision| moment(start * 24 * 60 + revision))
        .map_or_else(String::new, Moment::basic)
}

/// The rest of a property that is a time in the meeting's zone.
fn local(content: &Content, date: Date, time: Time) -> String {
    format!(";TZID={}:{}", content.meeting.zone, Moment { date, time }.basic())
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

    /// A text value, with what has a meaning of its own escaped (section 3.3.11). No text of the content has other control
    /// characters than the ends of its lines.
    fn text(&mut self, name: &str, value: &str) {
        let escaped = value.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n");
        self.plain(&format!("{name}:{escaped}"));
    }
}
