//! A meeting in short: a date tile, the day and the time, and how far away it is.

use super::el::{El, el};
use super::shared::Shared;
use crate::content::{Place, W};
use crate::date::{Date, Moment};
use crate::format;
use crate::meetings::Occurrence;

/// A leaf of a calendar.
pub fn tile(shared: Shared, date: Date) -> El {
    let months = &shared.content.calendar.months_short;
    let month = months.get(usize::from(date.month) - 1).map_or("", String::as_str);
    el("span")
        .class("tile")
        .attr("aria-hidden", "true")
        .child(el("i").text(month))
        .child(el("b").text(date.day.to_string()))
}

/// The day of a meeting, and its time.
pub fn when(shared: Shared, meeting: &Occurrence) -> [El; 2] {
    let date = format::long_date(shared.content, meeting.date);
    let times = format::times(shared.content, meeting.start, meeting.end);
    [el("b").text(date), el("span").text(times)]
}

/// How far away a meeting is, in words.
pub fn distance(shared: Shared, meeting: &Occurrence, now: Moment) -> String {
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
