//! A meeting in short: a date tile, the day and the time, and how far away it is. A page that was written at build time
//! shows the rule in the same form, because which meeting is the next one depends on when it is read.

use super::el::{El, el};
use super::shared::Shared;
use crate::content::{CalendarWords, Place, W};
use crate::date::{Date, Moment};
use crate::format;
use crate::meetings::Occurrence;

/// What the next meeting, or else the rule, is in words.
pub struct Glance {
    /// A leaf of a calendar.
    pub tile: El,
    /// The day, the times, and how far away it is or, for the rule, in which zone.
    pub when: [El; 3],
}

/// The next meeting at a glance.
pub fn next_glance(shared: Shared, meeting: &Occurrence, now: Moment) -> Glance {
    Glance {
        tile: date_tile(shared, meeting.date),
        when: [
            el("b").text(format::long_date(shared.content, meeting.date)),
            el("span").text(format::times(shared.content, meeting.start, meeting.end)),
            el("span").class("soft").text(distance(shared, meeting, now)),
        ],
    }
}

/// The rule at a glance.
pub fn rule_glance(shared: Shared) -> Glance {
    let content = shared.content;
    let meeting = &content.meeting;
    let CalendarWords { weekdays_short, ordinals_short, .. } = &content.calendar;
    let short = |list: &'static [String], index: usize| list.get(index).map_or("", String::as_str);
    let weekday = short(weekdays_short, meeting.repeat.weekday.into());
    Glance {
        tile: tile(weekday, short(ordinals_short, format::ordinal(meeting)).into()),
        when: [
            el("b").text(format::rule_title(content, meeting)),
            el("span").text(format::times(content, meeting.start, meeting.end)),
            el("span").class("soft").text(shared.word(W::MeetZone)),
        ],
    }
}

fn date_tile(shared: Shared, date: Date) -> El {
    let months = &shared.content.calendar.months_short;
    tile(months.get(usize::from(date.month) - 1).map_or("", String::as_str), date.day.to_string())
}

fn tile(above: &'static str, below: String) -> El {
    el("span").class("tile").attr("aria-hidden", "true").child(el("i").text(above)).child(el("b").text(below))
}

/// How far away a meeting is, in words.
fn distance(shared: Shared, meeting: &Occurrence, now: Moment) -> String {
    if meeting.running(now) {
        return shared.fill(W::MeetNow, &[("end", &format::time(shared.content, meeting.end))]);
    }
    match meeting.days_away(now) {
        0 => shared.word(W::MeetToday).into(),
        1 => shared.word(W::MeetTomorrow).into(),
        days => shared.fill(W::MeetInDays, &[("days", &days.to_string())]),
    }
}

/// Name and address of the place where a meeting is held.
pub fn place_line(shared: Shared, meeting: &Occurrence) -> String {
    let place = shared.content.place(&meeting.place);
    place.map(Place::line).unwrap_or_default()
}
