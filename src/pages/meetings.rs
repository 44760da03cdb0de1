//! Meetings: the rule, the next meeting, the coming year, and the calendar file.

use crate::components::blocks::blocks;
use crate::components::copy::copy_button;
use crate::components::el::{El, el};
use crate::components::meeting::{next_glance, place_line, rule_glance};
use crate::components::shared::Shared;
use crate::components::sources::{away, page_sources};
use crate::content::{PageText, Unconfirmed, W};
use crate::date::{Moment, Time};
use crate::format;
use crate::meetings::{self, Occurrence};
use crate::route::{self, CALENDAR_FILE};

/// Meetings.
pub fn page(shared: Shared) -> Vec<El> {
    let content = shared.content;
    vec![
        el("h1").text(format::rule_title(content, &content.meeting)),
        el("div").class("cols").later(move || columns(shared)),
        page_sources(shared, vec![content.page(PageText::MeetingsGuests)], content.meeting.sources.iter().collect()),
    ]
}

/// The next meeting and what belongs to it; and the dates.
fn columns(shared: Shared) -> Vec<El> {
    let content = shared.content;
    let from = format::date(content, content.meeting.from);
    let zone = el("span").class("soft").text(shared.word(W::MeetZone));
    let fact = |word, text: El| el("div").child(el("dt").text(shared.word(word))).child(text);
    let facts = el("dl")
        .class("facts")
        .child(fact(W::MeetWhen, el("dd").text(format::rule(content, &content.meeting)).text(" ").child(zone)))
        .maybe(location(shared).map(|place| fact(W::MeetWhere, place)))
        .child(fact(W::MeetWhat, el("dd").text(shared.word(W::MeetWhatIs))));
    let calendar = el("a")
        .class("btn full")
        .attr("href", format!("{}{CALENDAR_FILE}", shared.base))
        .attr("download", CALENDAR_FILE)
        .text(shared.word(W::MeetCalendar));
    let first = el("div")
        .child(el("div").live_children(move || vec![next(shared)]))
        .maybe(unconfirmed(shared))
        .child(facts)
        .child(el("p").class("actions").child(calendar))
        .child(el("p").class("soft small").text(shared.fill(W::MeetCalendarAbout, &[("date", &from)])))
        .child(el("h2").text(shared.word(W::MeetGuests)))
        .all(blocks(shared, content.page(PageText::MeetingsGuests)));
    let second = el("div")
        .child(el("h2").attr("id", "dates").live_text(move || dates_title(shared).into()))
        .child(el("ol").class("list dates").live_children(move || dates(shared)));
    vec![first, second]
}

/// The next meeting that takes place, or the rule in a page that was written at build time.
fn next(shared: Shared) -> El {
    let (title, glance, changes) = match shared.now.get() {
        None => (W::MeetUsual, rule_glance(shared), String::new()),
        Some(now) => match meetings::next(&meetings::coming(&shared.content.meeting, now)) {
            Some(next) => (W::MeetNext, next_glance(shared, next, now), changes(shared, next)),
            None => return el("p").class("note").text(shared.word(W::MeetNone)),
        },
    };
    let words = el("div")
        .class("when")
        .child(el("h2").class("soft small").text(shared.word(title)))
        .all(glance.when)
        .maybe((!changes.is_empty()).then(|| el("span").class("soft").text(changes)));
    el("section").class("next").child(glance.tile).child(words)
}

/// What the club has not confirmed, why, and where to ask.
fn unconfirmed(shared: Shared) -> Option<El> {
    let meeting = &shared.content.meeting;
    let part = |part: &Unconfirmed| {
        shared
            .word(match part {
                Unconfirmed::Day => W::MeetUnconfirmedDay,
                Unconfirmed::Place => W::MeetUnconfirmedPlace,
                Unconfirmed::Time => W::MeetUnconfirmedTime,
            })
            .as_str()
    };
    let parts: Vec<_> = meeting.unconfirmed.iter().map(part).collect();
    let what = shared.fill(W::MeetUnconfirmed, &[("what", &shared.content.ui.join(&parts))]);
    let confirm = away(meeting.confirm.as_str()).text(shared.word(W::MeetConfirm));
    let note = el("p").class("note").child(el("b").text(what)).text(" ").text(shared.word(W::MeetReason));
    (!parts.is_empty()).then(|| note.text(" ").child(confirm))
}

/// The usual place, its address to copy, and the maps that open it.
fn location(shared: Shared) -> Option<El> {
    let place = shared.content.place(&shared.content.meeting.place)?;
    let whole = place.line();
    let map = |url: String, word| el("li").child(away(url).text(shared.word(word)));
    let ways = el("ul").class("ways").all([
        map(route::apple_maps(&whole), W::MeetAppleMaps),
        map(route::google_maps(&whole), W::MeetGoogleMaps),
        el("li").child(copy_button(shared, shared.word(W::MeetCopyAddress), || place.address.clone())),
    ]);
    Some(el("dd").text(place.name.as_str()).child(el("br")).text(place.address.as_str()).child(ways))
}

fn dates_title(shared: Shared) -> &'static str {
    shared.word(if shared.now.get().is_some() { W::MeetDates } else { W::MeetDatesFixed })
}

/// The meetings of the coming year; in a page that was written at build time, of the year after the last change to the
/// content.
fn dates(shared: Shared) -> Vec<El> {
    let written = Moment { date: shared.content.updated, time: Time { hour: 0, minute: 0 } };
    let now = shared.now.get().unwrap_or(written);
    let entry = |meeting: Occurrence| {
        let date = format::long_date(shared.content, meeting.date);
        el("li")
            .attr_if("class", meeting.cancelled.then_some("gone"))
            .child(el("span").text(date))
            .child(el("span").class("soft small").text(changes(shared, &meeting)))
    };
    meetings::coming(&shared.content.meeting, now).into_iter().map(entry).collect()
}

/// What is different about a meeting, in words.
fn changes(shared: Shared, meeting: &Occurrence) -> String {
    let content = shared.content;
    if meeting.cancelled {
        return shared.word(W::MeetCancelled).into();
    }
    let usual = &content.meeting;
    let mut changes = Vec::new();
    if let Some(date) = meeting.moved_from {
        changes.push(shared.fill(W::MeetMoved, &[("date", &format::date(content, date))]));
    }
    if (meeting.start, meeting.end) != (usual.start, usual.end) {
        changes.push(format::times(content, meeting.start, meeting.end));
    }
    if meeting.place != usual.place {
        changes.push(shared.fill(W::MeetOther, &[("place", &place_line(shared, meeting))]));
    }
    changes.join(" · ")
}
