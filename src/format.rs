//! Dates, times and states in the words of the content.

use crate::content::{Content, Meeting, State, W};
use crate::date::{Date, PartialDate, Time};

fn word(list: &[String], index: usize) -> &str {
    list.get(index).map_or("", String::as_str)
}

/// "Thursday, December 3, 2026"
pub fn long_date(content: &Content, date: Date) -> String {
    let calendar = &content.calendar;
    content.ui.fill(
        W::DateLong,
        &[
            ("weekday", word(&calendar.weekdays, date.weekday().into())),
            ("month", word(&calendar.months, usize::from(date.month) - 1)),
            ("day", &date.day.to_string()),
            ("year", &date.year.to_string()),
        ],
    )
}

/// "December 3, 2026", "December 2026" or "2026", as exact as the date is.
pub fn date(content: &Content, date: impl Into<PartialDate>) -> String {
    let PartialDate { year, month, day } = date.into();
    let year = year.to_string();
    let Some(month) = month else { return year };
    let month = word(&content.calendar.months, usize::from(month) - 1);
    match day {
        None => content.ui.fill(W::DateMonth, &[("month", month), ("year", &year)]),
        Some(day) => content.ui.fill(W::DateMedium, &[("month", month), ("day", &day.to_string()), ("year", &year)]),
    }
}

/// "11:30 am"
pub fn time(content: &Content, Time { hour, minute }: Time) -> String {
    let word = if hour < 12 { W::TimeAm } else { W::TimePm };
    let hour = (hour + 11) % 12 + 1;
    content.ui.fill(word, &[("hour", &hour.to_string()), ("minute", &format!("{minute:02}"))])
}

/// "11:30 am to 1:00 pm"
pub fn times(content: &Content, start: Time, end: Time) -> String {
    content.ui.fill(W::MeetTimes, &[("start", &time(content, start)), ("end", &time(content, end))])
}

/// "First Thursday of the month"
pub fn rule_title(content: &Content, meeting: &Meeting) -> String {
    let word = if is_in_every_month(meeting) { W::MeetTitle } else { W::MeetTitleSome };
    content.ui.fill(word, &rule_words(content, meeting))
}

/// "First Thursday of every month, 11:30 am to 1:00 pm"
pub fn rule(content: &Content, meeting: &Meeting) -> String {
    let word = if is_in_every_month(meeting) { W::MeetRule } else { W::MeetRuleSome };
    let [ordinal, weekday] = rule_words(content, meeting);
    let (start, end) = (time(content, meeting.start), time(content, meeting.end));
    content.ui.fill(word, &[ordinal, weekday, ("start", &start), ("end", &end)])
}

/// Not every month has a fifth Thursday.
fn is_in_every_month(meeting: &Meeting) -> bool {
    meeting.repeat.week < 5
}

/// The words for the rule: which one of the month, and which weekday.
pub fn rule_words<'a>(content: &'a Content, meeting: &Meeting) -> [(&'static str, &'a str); 2] {
    [
        ("ordinal", word(&content.calendar.ordinals, ordinal(meeting))),
        ("weekday", word(&content.calendar.weekdays, meeting.repeat.weekday.into())),
    ]
}

/// Where the word for "which one of the month" stands in the lists of the content: the last one is after the fifth.
pub fn ordinal(meeting: &Meeting) -> usize {
    usize::try_from(meeting.repeat.week - 1).unwrap_or(5)
}

/// The mark beside what is not sure.
pub fn state(content: &Content, state: State) -> Option<&str> {
    let word = match state {
        State::Seen => return None,
        State::Check => W::StateCheck,
        State::Recalled => W::StateRecalled,
        State::Conflict => W::StateConflict,
    };
    Some(content.ui.get(word))
}
