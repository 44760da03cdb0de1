//! When the club meets: the rule, its exceptions, and what comes next.
//!
//! Every date and time here is in the club's own zone; `now` is what a clock on the wall there shows. So no zone
//! arithmetic is needed, and it does not matter where the phone is. At the end of summer time one hour is shown
//! twice: a meeting that ends in that hour of the night could be listed up to an hour too long.

pub mod ical;
mod vtimezone;

use crate::content::{Change, Meeting};
use crate::date::{Date, Moment, Time};

/// One meeting, or one that was called off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The day.
    pub date: Date,
    /// When it starts.
    pub start: Time,
    /// When it ends, on the same day.
    pub end: Time,
    /// The id of the place.
    pub place: String,
    /// Whether it is called off.
    pub cancelled: bool,
    /// The day that the rule gives, where the meeting was moved to another.
    pub moved_from: Option<Date>,
}

impl Occurrence {
    fn usual(meeting: &Meeting, date: Date) -> Self {
        Self {
            date,
            start: meeting.start,
            end: meeting.end,
            place: meeting.place.clone(),
            cancelled: false,
            moved_from: None,
        }
    }

    /// Whether it goes on at that moment.
    pub fn running(&self, now: Moment) -> bool {
        !self.cancelled && self.date == now.date && self.start <= now.time && now.time < self.end
    }

    /// How many days away it is.
    pub fn days_away(&self, now: Moment) -> i32 {
        self.date.day_number() - now.date.day_number()
    }
}

/// The meetings whose day lies between the two days, both included, cancelled ones too, in order.
pub fn between(meeting: &Meeting, first: Date, last: Date) -> Vec<Occurrence> {
    let inside = |date: Date| first <= date && date <= last;
    let excepted = |date: Date| meeting.exceptions.iter().any(|exception| exception.date == date);
    let months = (first.year * 12 + i32::from(first.month) - 1)..=(last.year * 12 + i32::from(last.month) - 1);
    // In the order of the months, so in the order of the days.
    let mut list: Vec<_> = months
        .filter_map(|month| meeting.repeat.in_month(month.div_euclid(12), month.rem_euclid(12) as u8 + 1))
        .filter(|date| *date >= meeting.from && inside(*date) && !excepted(*date))
        .map(|date| Occurrence::usual(meeting, date))
        .collect();
    for exception in meeting.exceptions.iter().filter(|exception| exception.date >= meeting.from) {
        let usual = Occurrence::usual(meeting, exception.date);
        let occurrence = match &exception.change {
            Change::Cancelled => Occurrence { cancelled: true, ..usual },
            Change::Moved { to, start, end, place } => Occurrence {
                date: *to,
                start: *start,
                end: *end,
                place: place.clone(),
                moved_from: (*to != exception.date).then_some(exception.date),
                ..usual
            },
        };
        if inside(occurrence.date) {
            let place = list.partition_point(|other| other.date < occurrence.date);
            list.insert(place, occurrence);
        }
    }
    list
}

/// The meetings of the coming year that have not ended, cancelled ones too, in order. Today's counts until it ends.
pub fn coming(meeting: &Meeting, now: Moment) -> Vec<Occurrence> {
    let today = now.date;
    // February 29 has no like next year.
    let last =
        Date::new(today.year + 1, today.month, today.day).unwrap_or(Date { year: today.year + 1, ..FEBRUARY_28 });
    let mut list = between(meeting, today, last);
    list.retain(|occurrence| occurrence.date > today || now.time < occurrence.end);
    list
}

const FEBRUARY_28: Date = Date { year: 1, month: 2, day: 28 };

/// Whether the same is to be said of the meetings at both moments: it is the same day, and no meeting has begun or ended.
pub fn is_alike(meeting: &Meeting, earlier: Moment, later: Moment) -> bool {
    let stage = |occurrence: &Occurrence, now: Moment| (now.time >= occurrence.start, now.time >= occurrence.end);
    let today = between(meeting, earlier.date, earlier.date);
    earlier.date == later.date && today.iter().all(|today| stage(today, earlier) == stage(today, later))
}

/// The next meeting that takes place.
pub fn next(coming: &[Occurrence]) -> Option<&Occurrence> {
    coming.iter().find(|occurrence| !occurrence.cancelled)
}
