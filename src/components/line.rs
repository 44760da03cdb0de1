//! A help line and the ways to it.

use super::el::{El, Text, el};
use super::shared::Shared;
use super::sources::{away, mark};
use crate::content::{Contact, Line, Operator, W};
use crate::format;

/// What the link of a contact says.
fn label(shared: Shared, contact: &Contact) -> String {
    let (word, phone) = match contact {
        Contact::Call(phone) => (W::LineCall, phone),
        Contact::Text(phone, None) => (W::LineText, phone),
        Contact::Text(phone, Some(keyword)) => {
            return shared.fill(W::LineTextKeyword, &[("keyword", keyword), ("number", &phone.shown())]);
        }
        Contact::Relay(phone) => (W::LineRelay, phone),
        Contact::Tty(phone) => (W::LineTty, phone),
        Contact::Chat(_) => return shared.word(W::LineChat).into(),
        Contact::Form(_) => return shared.word(W::LineForm).into(),
        Contact::Site(_) => return shared.word(W::LineSite).into(),
    };
    shared.fill(word, &[("number", &phone.shown())])
}

/// Who answers, and whether that is police.
fn who(operator: Operator) -> W {
    match operator {
        Operator::Charity => W::WhoCharity,
        Operator::Government => W::WhoGovernment,
        Operator::Police => W::WhoPolice,
        Operator::Immigration => W::WhoImmigration,
    }
}

/// What is left behind by the ways to a line that may be used, each kind once.
fn traces(shared: Shared, line: &Line) -> String {
    let has = |fits: fn(&Contact) -> bool| line.usable().any(|channel| fits(&channel.contact));
    let traces = [
        (W::TraceCall, has(|contact| matches!(contact, Contact::Call(_) | Contact::Relay(_) | Contact::Tty(_)))),
        (W::TraceText, has(|contact| matches!(contact, Contact::Text(..)))),
        (W::TraceWeb, has(|contact| contact.phone().is_none())),
    ];
    let left = traces.into_iter().filter(|(_, left)| *left).map(|(word, _)| shared.word(word).as_str());
    left.collect::<Vec<_>>().join(" ")
}

/// What else there is to know before one calls.
fn more(shared: Shared, line: &'static Line) -> El {
    let unknown = shared.word(W::LineUnknown);
    let known = |text: &'static Option<String>| text.as_deref().unwrap_or(unknown);
    let checked = line.channels.first().map(|channel| format::date(shared.content, channel.checked));
    let tag = |word, text: Text| el("div").child(el("dt").text(shared.word(word))).child(el("dd").text(text));
    el("dl").class("tags").all([
        tag(W::LineWho, shared.word(who(line.operator)).into()),
        tag(W::LineLanguages, known(&line.languages).into()),
        tag(W::LineTrace, traces(shared, line).into()),
        tag(W::LineChecked, checked.unwrap_or_default().into()),
    ])
}

/// A help line: who answers, when, and the ways to it that may be used. `heading` is the tag of its name: `h3`, or
/// `h4` below another heading.
pub fn line_view(shared: Shared, line: &'static Line, heading: &'static str) -> El {
    let police = line.enforces().then(|| el("small").class("mark").text(shared.word(who(line.operator))));
    let hours = line.hours.as_deref().unwrap_or(shared.word(W::LineUnknown));
    let hours = format!("{}: {hours}", shared.word(W::LineHours));
    let ways = line.usable().map(|channel| {
        let link = away(channel.contact.href()).text(label(shared, &channel.contact));
        el("li").child(link).maybe(mark(shared, channel.fact.state))
    });
    let ways: Vec<_> = ways.collect();
    let unchecked = line.awaits_check().then(|| {
        let word = if ways.is_empty() { W::LineUnchecked } else { W::LineUncheckedSite };
        el("p").class("soft small").text(shared.word(word))
    });
    let ways = (!ways.is_empty()).then(|| el("ul").class("ways").all(ways));
    let summary = el("summary").attr("aria-label", format!("{}: {}", shared.word(W::LineMore), line.name));
    let summary = summary.text(shared.word(W::LineMore));
    el("div")
        .class("line")
        .child(el(heading).text(line.name.as_str()).text(" ").maybe(police))
        .child(el("p").text(line.about.as_str()))
        .child(el("p").class("soft small").text(hours))
        .maybe(line.note.as_deref().map(|note| el("p").class("soft small").text(note)))
        .maybe(ways)
        .maybe(unchecked)
        .child(el("details").class("soft").child(summary).folded(move || more(shared, line)))
}
