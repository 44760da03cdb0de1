//! A help line and the ways to it.

use super::shared::Shared;
use super::sources::mark;
use crate::content::{Contact, Line, Operator, W};
use leptos::prelude::*;

/// What the link of a contact says.
fn label(shared: Shared, contact: &Contact) -> String {
    let number = |word, number: String| shared.fill(word, &[("number", &number)]);
    match contact {
        Contact::Call(phone) => number(W::LineCall, phone.shown()),
        Contact::Text(phone, None) => number(W::LineText, phone.shown()),
        Contact::Text(phone, Some(keyword)) => {
            shared.fill(W::LineTextKeyword, &[("keyword", keyword), ("number", &phone.shown())])
        }
        Contact::Relay(phone) => number(W::LineRelay, phone.shown()),
        Contact::Tty(phone) => number(W::LineTty, phone.shown()),
        Contact::Chat(_) => shared.word(W::LineChat).into(),
        Contact::Form(_) => shared.word(W::LineForm).into(),
        Contact::Site(_) => shared.word(W::LineSite).into(),
    }
}

/// A help line: who answers, when, and the ways to it that may be used.
pub fn line_view(shared: Shared, line: &'static Line) -> AnyView {
    let who = match line.operator {
        Operator::Police => Some(W::WhoPolice),
        Operator::Immigration => Some(W::WhoImmigration),
        Operator::Charity | Operator::Government => None,
    };
    let who = who.map(|word| view! { <small class="mark">{shared.word(word)}</small> });
    let way = |channel: &'static crate::content::Channel| {
        let contact = &channel.contact;
        let text = label(shared, contact);
        view! { <li><a href=contact.href() rel="noreferrer">{text}</a> {mark(shared, channel.fact.state)}</li> }
    };
    let ways: Vec<_> = line.usable().map(way).collect();
    let unchecked = line.awaits_check().then(|| {
        let elsewhere = line.usable().next().is_some();
        let word = if elsewhere { W::LineUncheckedSite } else { W::LineUnchecked };
        view! { <p class="soft small">{shared.word(word)}</p> }
    });
    let soft = |text: &'static str| view! { <p class="soft small">{text}</p> };
    view! {
        <div class="line">
            <h4>{line.name.as_str()} {who}</h4>
            <p>{line.about.as_str()}</p>
            {line.hours.as_deref().map(soft)}
            {line.note.as_deref().map(soft)}
            <ul class="ways">{ways}</ul>
            {unchecked}
        </div>
    }
    .into_any()
}
