//! A help line and the ways to it.

use super::el::{El, el};
use super::shared::Shared;
use super::sources::{away, mark};
use crate::content::{Contact, Line, Operator, W};

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

/// A help line: who answers, when, and the ways to it that may be used. `heading` is the tag of its name: `h3`, or
/// `h4` below another heading.
pub fn line_view(shared: Shared, line: &'static Line, heading: &'static str) -> El {
    let who = match line.operator {
        Operator::Police => Some(W::WhoPolice),
        Operator::Immigration => Some(W::WhoImmigration),
        Operator::Charity | Operator::Government => None,
    };
    let who = who.map(|word| el("small").class("mark").text(shared.word(word)));
    let soft = |text: &'static String| el("p").class("soft small").text(text.as_str());
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
    el("div")
        .class("line")
        .child(el(heading).text(line.name.as_str()).text(" ").maybe(who))
        .child(el("p").text(line.about.as_str()))
        .maybe(line.hours.as_ref().map(soft))
        .maybe(line.note.as_ref().map(soft))
        .maybe(ways)
        .maybe(unchecked)
}
