//! The next meeting in one line: a date tile, the day and the time.

use super::shared::Shared;
use crate::content::W;
use crate::date::{Date, Moment};
use crate::format;
use crate::meetings::Occurrence;
use leptos::prelude::*;

/// A leaf of a calendar.
pub fn tile(shared: Shared, date: Date) -> AnyView {
    let month = shared.content.calendar.months_short.get(usize::from(date.month) - 1).map_or("", String::as_str);
    view! { <span class="tile" aria-hidden="true"><i>{month}</i><b>{date.day.to_string()}</b></span> }.into_any()
}

/// The day and time of a meeting.
pub fn when(shared: Shared, meeting: &Occurrence) -> AnyView {
    let date = format::long_date(shared.content, meeting.date);
    let times = format::times(shared.content, meeting.start, meeting.end);
    view! { <b>{date}</b> <span>{times}</span> }.into_any()
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
    place.map(|place| format!("{}, {}", place.name, place.address)).unwrap_or_default()
}
