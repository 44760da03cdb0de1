//! Help: every way to the hotline, what happens then, and who else can help.

use crate::components::blocks::blocks;
use crate::components::copy::copy_button;
use crate::components::door::door;
use crate::components::el::{El, el};
use crate::components::line::line_view;
use crate::components::section::section;
use crate::components::shared::Shared;
use crate::components::sources::page_sources;
use crate::content::{Area, Channel, Contact, Line, PageText, W};
use crate::format;
use crate::lines;
use crate::platform::event;
use crate::route::Route;
use leptos::prelude::*;

const TEXTS: [(&str, W, PageText); 4] = [
    ("call", W::HelpCallTitle, PageText::HelpCall),
    ("limits", W::HelpLimitsTitle, PageText::HelpLimits),
    ("trace", W::HelpTraceTitle, PageText::HelpTrace),
    ("writing", W::HelpFormTitle, PageText::HelpForm),
];

/// Help.
pub fn page(shared: Shared) -> Vec<El> {
    let content = shared.content;
    let hotline = content.hotline();
    let emergency = content.emergency();
    let part =
        move |(id, title, text)| section(id, shared.word(title)).later(move || blocks(shared, content.page(text)));
    let channels = content.lines.iter().flat_map(|line| &line.channels);
    let of_lines = channels.flat_map(|channel| &channel.fact.sources).collect();
    let checked = hotline.channels.first().map(|channel| format::date(content, channel.checked)).unwrap_or_default();
    let local = |line: &Line| matches!(line.area, Area::Oregon | Area::Portland) && !line.enforces();
    let abroad = |line: &Line| line.area == Area::Abroad && !line.enforces();
    vec![
        el("h1").text(shared.word(W::HelpTitle)),
        el("p").class("lead").text(shared.word(W::HelpLead)),
        el("div").class("doors").all(hotline.usable().map(|channel| way(shared, channel))),
        el("p").class("actions").all(hotline.usable().filter_map(|channel| copy(shared, channel))),
        jumps(shared),
        el("div").class("pair").all(TEXTS.map(part)),
        find(shared),
        section("needs", shared.word(W::HelpNeedsTitle)).later(move || by_need(shared)),
        section("oregon", shared.word(W::HelpOregonTitle)).later(move || vec![list(shared, "h3", &local)]),
        section("abroad", shared.word(W::HelpAbroadTitle)).later(move || vec![list(shared, "h3", &abroad)]),
        section("police", shared.word(W::HelpPoliceTitle)).later(move || {
            let mut police = blocks(shared, content.page(PageText::HelpPolice));
            police.push(list(shared, "h3", &|line| line.enforces() && line.id != emergency.id));
            police
        }),
        el("p").class("note").text(shared.fill(W::HelpChecked, &[("date", &checked)])),
        page_sources(shared, TEXTS.map(|(_, _, text)| content.page(text)).into(), of_lines),
    ]
}

/// Ways to the parts of this long page.
fn jumps(shared: Shared) -> El {
    let parts = [
        ("needs", W::HelpNeedsTitle),
        ("oregon", W::HelpOregonTitle),
        ("abroad", W::HelpAbroadTitle),
        ("trace", W::HelpTraceTitle),
        ("police", W::HelpPoliceTitle),
    ];
    // The whole address: a bare fragment would be resolved against the base, which is another page.
    let url = shared.url(&Route::Help);
    let jump = |(id, title)| {
        let link = el("a").class("chip").attr("href", format!("{url}#{id}")).text(shared.word(title));
        el("li").child(link)
    };
    el("nav").attr("aria-label", shared.word(W::HelpJump)).child(el("ul").class("chips").all(parts.map(jump)))
}

/// The lines for one need and one place, near ones first, those of police and immigration last. Without the app all
/// lines are there below.
fn find(shared: Shared) -> El {
    let content = shared.content;
    // 0 is any; the others are counted from 1.
    let (need, place) = (RwSignal::new(0_usize), RwSignal::new(0_usize));
    let field = move |id: &'static str, word, any, names: Vec<&'static String>, chosen: RwSignal<usize>| {
        let option = |(index, name): (usize, &'static String)| el("option").attr("value", index.to_string()).text(name);
        let control = el("select")
            .attr("id", id)
            .attr("autocomplete", "off")
            .all([shared.word(any)].into_iter().chain(names).enumerate().map(option))
            .value(move || chosen.get().to_string())
            .on("change", move |event| chosen.set(event::value(&event).parse::<u16>().unwrap_or_default().into()));
        el("p").class("field").child(el("label").attr("for", id).text(shared.word(word))).child(control)
    };
    let views = move || {
        let need = need.get().checked_sub(1).and_then(|index| content.needs.get(index)).map(|need| need.id.as_str());
        let place = place.get().checked_sub(1).and_then(|index| PLACES.get(index)).map(|(area, _)| *area);
        if need.is_none() && place.is_none() {
            return Vec::new();
        }
        let lines = lines::find(content, need, place);
        if lines.is_empty() {
            return vec![el("p").text(shared.word(W::HelpNone))];
        }
        lines.into_iter().map(|line| line_view(shared, line, "h3")).collect()
    };
    let controls = move || {
        let needs = content.needs.iter().map(|need| &need.name).collect();
        let places = PLACES.map(|(_, word)| shared.word(word)).to_vec();
        el("div").class("controls app-only").all([
            field("need", W::HelpNeed, W::HelpAnyNeed, needs, need),
            field("place", W::HelpPlace, W::HelpAnyPlace, places, place),
        ])
    };
    el("section")
        .class("app-only")
        .child(el("h2").attr("id", "find").text(shared.word(W::HelpFindTitle)))
        .later(move || vec![controls(), el("div").class("lines").live_children(views)])
}

/// The places to choose from.
const PLACES: [(Area, W); 4] = [
    (Area::Portland, W::AreaPortland),
    (Area::Oregon, W::AreaOregon),
    (Area::Us, W::AreaUs),
    (Area::Abroad, W::AreaAbroad),
];

/// One way to the hotline.
fn way(shared: Shared, channel: &'static Channel) -> El {
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
    door(contact.href(), title, about).attr("rel", "noreferrer")
}

/// A button that copies a number.
fn copy(shared: Shared, channel: &'static Channel) -> Option<El> {
    let text = match &channel.contact {
        Contact::Call(phone) | Contact::Text(phone, _) => phone.shown(),
        _ => return None,
    };
    let label = shared.fill(W::LineCopyLabel, &[("text", &text)]);
    Some(copy_button(shared, label, move || text.clone()))
}

/// The lines of the United States under the need that they serve first; a need without a line is left out.
fn by_need(shared: Shared) -> Vec<El> {
    let content = shared.content;
    let fits = |need: &str, line: &Line| {
        let listed = line.id == content.emergency().id || (line.area == Area::Us && !line.enforces());
        listed && line.id != content.hotline().id && line.needs.first().is_some_and(|first| first == need)
    };
    let needs = content.needs.iter().filter(|need| content.lines.iter().any(|line| fits(&need.id, line)));
    let view = |need: &'static crate::content::Named| {
        let list = list(shared, "h4", &|line| fits(&need.id, line));
        el("section").class("need").child(el("h3").text(need.name.as_str())).child(list)
    };
    needs.map(view).collect()
}

fn list(shared: Shared, heading: &'static str, fits: &dyn Fn(&Line) -> bool) -> El {
    let lines = shared.content.lines.iter().filter(|line| fits(line));
    el("div").class("lines").all(lines.map(|line| line_view(shared, line, heading)))
}
