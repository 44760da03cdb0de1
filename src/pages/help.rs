//! Help: every way to the hotline, what happens then, and who else can help.

use crate::components::blocks::{block_sources, blocks};
use crate::components::copy::copy_button;
use crate::components::door::door;
use crate::components::line::line_view;
use crate::components::shared::Shared;
use crate::components::sources::page_sources;
use crate::content::{Area, Channel, Contact, Line, PageText, W};
use crate::format;
use leptos::prelude::*;

const TEXTS: [(W, PageText, &str); 4] = [
    (W::HelpCallTitle, PageText::HelpCall, "call"),
    (W::HelpLimitsTitle, PageText::HelpLimits, "limits"),
    (W::HelpTraceTitle, PageText::HelpTrace, "trace"),
    (W::HelpFormTitle, PageText::HelpForm, "writing"),
];

/// Help.
pub fn page(shared: Shared) -> AnyView {
    let content = shared.content;
    let hotline = content.hotline();
    let ways: Vec<_> = hotline.usable().map(|channel| way(shared, channel)).collect();
    let copies: Vec<_> = hotline.usable().filter_map(|channel| copy(shared, channel)).collect();
    let texts: Vec<_> = TEXTS
        .iter()
        .map(|(title, text, id)| {
            view! { <section><h2 id=*id>{shared.word(*title)}</h2>{blocks(shared, content.page(*text))}</section> }
        })
        .collect();
    let sources = TEXTS
        .iter()
        .flat_map(|(_, text, _)| block_sources(shared, content.page(*text)))
        .chain(content.lines.iter().flat_map(|line| line.channels.iter().flat_map(|channel| &channel.fact.sources)));
    let checked = format::date(content, hotline.channels[0].checked);
    view! {
        <h1>{shared.word(W::HelpTitle)}</h1>
        <p class="lead">{shared.word(W::HelpLead)}</p>
        <div class="doors">{ways}</div>
        <p class="actions">{copies}</p>
        <div class="pair">{texts}</div>
        <h2 id="needs">{shared.word(W::HelpNeedsTitle)}</h2>
        {by_need(shared)}
        <h2 id="oregon">{shared.word(W::HelpOregonTitle)}</h2>
        {lines(shared, &|line| matches!(line.area, Area::Oregon | Area::Portland) && !line.enforces())}
        <h2 id="abroad">{shared.word(W::HelpAbroadTitle)}</h2>
        {lines(shared, &|line| line.area == Area::Abroad && !line.enforces())}
        <h2 id="police">{shared.word(W::HelpPoliceTitle)}</h2>
        {blocks(shared, content.page(PageText::HelpPolice))}
        {lines(shared, &|line| line.enforces() && line.id != content.emergency().id)}
        <p class="note">{shared.fill(W::HelpChecked, &[("date", &checked)])}</p>
        {page_sources(shared, sources)}
    }
    .into_any()
}

/// One way to the hotline.
fn way(shared: Shared, channel: &'static Channel) -> AnyView {
    let contact = &channel.contact;
    let number = contact.phone().map(|phone| phone.shown()).unwrap_or_default();
    let filled = |word| shared.fill(word, &[("number", &number)]);
    let word = |word| shared.word(word).to_string();
    let (title, about) = match contact {
        Contact::Call(_) | Contact::Tty(_) => (filled(W::LineCall), word(W::HelpCallAbout)),
        Contact::Text(_, keyword) => {
            let keyword = keyword.as_deref().unwrap_or_default();
            (filled(W::LineText), shared.fill(W::HelpTextAbout, &[("keyword", keyword)]))
        }
        Contact::Relay(_) => (word(W::HelpRelay), filled(W::HelpRelayAbout)),
        Contact::Chat(_) => (word(W::LineChat), word(W::HelpChatAbout)),
        Contact::Form(_) => (word(W::LineForm), word(W::HelpFormAbout)),
        Contact::Site(_) => (word(W::LineSite), word(W::HelpSiteAbout)),
    };
    door(contact.href(), title, about)
}

/// A button that copies a number or the word to send.
fn copy(shared: Shared, channel: &'static Channel) -> Option<AnyView> {
    let text = match &channel.contact {
        Contact::Call(phone) | Contact::Text(phone, _) => phone.shown(),
        _ => return None,
    };
    let label = shared.fill(W::LineCopyLabel, &[("text", &text)]);
    Some(copy_button(shared, label, move || text.clone()))
}

/// The lines of the United States under the need that they serve first; a need without a line is left out.
fn by_need(shared: Shared) -> Vec<AnyView> {
    let content = shared.content;
    let fits = |need: &str, line: &Line| {
        let listed = line.id == content.emergency().id || (line.area == Area::Us && !line.enforces());
        listed && line.id != content.hotline().id && line.needs.first().is_some_and(|first| first == need)
    };
    let needs = content.needs.iter().filter(|need| content.lines.iter().any(|line| fits(&need.id, line)));
    needs
        .map(|need| {
            view! { <section class="need"><h3>{need.name.as_str()}</h3>{lines(shared, &|line| fits(&need.id, line))}</section> }
                .into_any()
        })
        .collect()
}

fn lines(shared: Shared, fits: &dyn Fn(&Line) -> bool) -> AnyView {
    let lines: Vec<_> =
        shared.content.lines.iter().filter(|line| fits(line)).map(|line| line_view(shared, line)).collect();
    view! { <div class="lines">{lines}</div> }.into_any()
}
