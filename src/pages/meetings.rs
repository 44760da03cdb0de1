//! Meetings: the rule, the next meeting, the coming year, and the calendar file.

use crate::components::blocks::{block_sources, blocks};
use crate::components::copy::copy_button;
use crate::components::meeting::{distance, place_line, tile, when};
use crate::components::shared::Shared;
use crate::components::sources::page_sources;
use crate::content::{PageText, Unconfirmed, W};
use crate::format;
use crate::meetings::{self, Occurrence};
use crate::route::{self, CALENDAR_FILE};
use leptos::prelude::*;

/// Meetings.
pub fn page(shared: Shared) -> AnyView {
    let content = shared.content;
    let meeting = &content.meeting;
    let rule = format::rule_words(content, meeting);
    let (start, end) = (format::time(content, meeting.start), format::time(content, meeting.end));
    let [ordinal, weekday] = rule;
    let times = [("start", start.as_str()), ("end", end.as_str())];
    let sentence = shared.fill(W::MeetRule, &[ordinal, weekday, times[0], times[1]]);
    let calendar = format!("{}{CALENDAR_FILE}", shared.base);
    let sources = meeting.sources.iter().chain(block_sources(shared, content.page(PageText::MeetingsGuests)));
    view! {
        <h1>{shared.fill(W::MeetTitle, &rule)}</h1>
        <div class="cols">
            <div>
                {move || next(shared)}
                {unconfirmed(shared)}
                <dl class="facts">
                    <div><dt>{shared.word(W::MeetWhen)}</dt><dd>{sentence} <span class="soft">{shared.word(W::MeetZone)}</span></dd></div>
                    {location(shared)}
                    <div><dt>{shared.word(W::MeetWhat)}</dt><dd>{shared.word(W::MeetWhatIs)}</dd></div>
                </dl>
                <p class="actions">
                    <a class="btn full" href=calendar download=CALENDAR_FILE>{shared.word(W::MeetCalendar)}</a>
                </p>
                <p class="soft small">{shared.word(W::MeetCalendarAbout)}</p>
                <h2>{shared.word(W::MeetGuests)}</h2>
                {blocks(shared, content.page(PageText::MeetingsGuests))}
            </div>
            <div>
                <h2 id="dates">{shared.word(W::MeetDates)}</h2>
                {move || dates(shared)}
            </div>
        </div>
        {page_sources(shared, sources)}
    }
    .into_any()
}

/// The next meeting that takes place.
fn next(shared: Shared) -> AnyView {
    let now = shared.now.get();
    let coming = meetings::coming(&shared.content.meeting, now);
    let Some(next) = meetings::next(&coming) else {
        return view! { <p class="note">{shared.word(W::MeetNone)}</p> }.into_any();
    };
    let distance = format!("{} · {}", distance(shared, next, now), shared.word(W::MeetZone));
    view! {
        <section class="next">
            {tile(shared, next.date)}
            <div class="when">
                <h2 class="soft small">{shared.word(W::MeetNext)}</h2>
                {when(shared, next)}
                <span class="soft">{distance}</span>
                <span class="soft">{changes(shared, next)}</span>
            </div>
        </section>
    }
    .into_any()
}

/// What the club has not confirmed, why, and where to ask.
fn unconfirmed(shared: Shared) -> Option<AnyView> {
    let meeting = &shared.content.meeting;
    let parts: Vec<_> = meeting
        .unconfirmed
        .iter()
        .map(|part| {
            shared.word(match part {
                Unconfirmed::Day => W::MeetUnconfirmedDay,
                Unconfirmed::Place => W::MeetUnconfirmedPlace,
                Unconfirmed::Time => W::MeetUnconfirmedTime,
            })
        })
        .collect();
    if parts.is_empty() {
        return None;
    }
    let what = shared.fill(W::MeetUnconfirmed, &[("what", &shared.content.ui.join(&parts))]);
    Some(
        view! {
            <p class="note">
                <b>{what}</b> " " {shared.word(W::MeetReason)} " "
                <a href=meeting.confirm.as_str() rel="noreferrer">{shared.word(W::MeetConfirm)}</a>
            </p>
        }
        .into_any(),
    )
}

/// The usual place, its address to copy, and the maps that open it.
fn location(shared: Shared) -> Option<AnyView> {
    let place = shared.content.place(&shared.content.meeting.place)?;
    let whole = format!("{}, {}", place.name, place.address);
    let (apple, google) = (route::apple_maps(&whole), route::google_maps(&whole));
    let address = place.address.as_str();
    Some(
        view! {
            <div>
                <dt>{shared.word(W::MeetWhere)}</dt>
                <dd>
                    {place.name.as_str()}<br/>{address}
                    <ul class="ways">
                        <li><a href=apple rel="noreferrer">{shared.word(W::MeetAppleMaps)}</a></li>
                        <li><a href=google rel="noreferrer">{shared.word(W::MeetGoogleMaps)}</a></li>
                        <li>{copy_button(shared, shared.word(W::MeetCopyAddress), move || address.into())}</li>
                    </ul>
                </dd>
            </div>
        }
        .into_any(),
    )
}

/// The meetings of the coming year.
fn dates(shared: Shared) -> AnyView {
    let coming = meetings::coming(&shared.content.meeting, shared.now.get());
    let entry = |meeting: &Occurrence| {
        view! {
            <li class:gone=meeting.cancelled>
                <span>{format::long_date(shared.content, meeting.date)}</span>
                <span class="soft small">{changes(shared, meeting)}</span>
            </li>
        }
    };
    view! { <ol class="list dates">{coming.iter().map(entry).collect::<Vec<_>>()}</ol> }.into_any()
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
