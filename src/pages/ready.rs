//! A page to hold while calling: what the hotline asks with the person's own words, and what it can and cannot do.
//! What is written here stays in memory, until it is forgotten.

use crate::components::blocks::blocks;
use crate::components::caution::caution;
use crate::components::copy::copy_button;
use crate::components::door::door;
use crate::components::el::{El, el};
use crate::components::section::section;
use crate::components::shared::Shared;
use crate::components::sources::page_sources;
use crate::content::{Contact, Content, PageText, W};
use crate::platform::{event, share};
use crate::rehearsal::{self, FIELDS};
use crate::route::Route;
use leptos::prelude::*;

/// A hint for each of the questions.
const HINTS: [W; 5] = [W::ReadyWhoHint, W::ReadyWhatHint, W::ReadyWhenHint, W::ReadyWhereHint, W::ReadyWhyHint];

/// The ids of the fields: no words that a browser offers to fill in.
const IDS: [&str; 5] = ["note-1", "note-2", "note-3", "note-4", "note-5"];

/// Ready to call.
pub fn page(shared: Shared) -> Vec<El> {
    let text = shared.content.page(PageText::ReadyLine);
    let back = door(shared.url(&Route::Signs), shared.word(W::HomeDoorSigns), shared.word(W::HomeDoorSignsAbout));
    vec![
        el("h1").text(shared.word(W::ReadyTitle)),
        el("p").class("lead").text(shared.word(W::ReadyLead)),
        number(shared),
        el("div").class("cols").child(asked(shared)).child(el("div").child(read(shared)).all(blocks(shared, text))),
        back,
        caution(shared),
        page_sources(shared, vec![text], Vec::new()),
    ]
}

/// The number, large, and the way by text with its keyword to copy.
fn number(shared: Shared) -> El {
    let hotline = shared.content.hotline();
    let call = Content::number(hotline).map(|phone| {
        let link = el("a").class("number").attr("href", phone.tel());
        link.text(phone.shown())
    });
    let text = hotline.usable().find_map(|channel| match &channel.contact {
        Contact::Text(phone, Some(keyword)) => Some((phone, keyword)),
        _ => None,
    });
    let text = text.map(|(phone, keyword)| {
        let words = shared.fill(W::ReadyText, &[("keyword", keyword), ("number", &phone.shown())]);
        let copy = shared.fill(W::LineCopyLabel, &[("text", keyword)]);
        let link = el("a").attr("href", phone.sms()).text(words);
        el("p").class("actions").child(link).child(copy_button(shared, copy, move || keyword.clone()))
    });
    el("div").class("hero").maybe(call).maybe(text)
}

/// What the hotline asks, each with room for an answer. Nothing of it is remembered, corrected or looked up.
fn asked(shared: Shared) -> El {
    let field = |index: usize| {
        let id = IDS[index];
        let area = el("textarea")
            .attr("id", id)
            .class("app-only")
            .attr("rows", "2")
            .attr("autocomplete", "off")
            .attr("autocorrect", "off")
            .attr("spellcheck", "false")
            .attr("writingsuggestions", "false")
            .attr("aria-describedby", format!("{id}-hint"))
            .value(move || shared.written.with(|written| written[index].clone()))
            .on("input", move |event| shared.written.update(|written| written[index] = event::value(&event)));
        let hint = el("small").attr("id", format!("{id}-hint")).class("soft").text(shared.word(HINTS[index]));
        let label = el("label").attr("for", id).text(shared.word(FIELDS[index]));
        el("div").class("field").child(label).child(hint).child(area)
    };
    section("asked", shared.word(W::ReadyAsk))
        .child(el("p").text(shared.word(W::ReadyAskAbout)))
        .all((0..FIELDS.len()).map(field))
}

/// What to read aloud: large, in the order in which it is asked; and the ways to take it along.
fn read(shared: Shared) -> El {
    let content = shared.content;
    let empty = move || shared.notes().is_empty();
    let views = move || {
        let line = |(field, answers): (W, Vec<String>)| {
            let answers = answers.into_iter().map(|answer| el("dd").text(answer));
            el("div").child(el("dt").text(shared.word(field))).all(answers)
        };
        shared.notes().into_iter().map(line).collect()
    };
    let text = move || untrack(|| rehearsal::text(content, &shared.notes()));
    let button = |word| el("button").attr("type", "button").class("btn").text(shared.word(word));
    let share = el("details")
        .hidden(|| !share::possible())
        .child(el("summary").text(shared.word(W::ReadyShare)))
        .child(el("p").text(shared.word(W::ReadyShareAbout)))
        .child(button(W::ReadyShareNow).on("click", move |_| share::text(&text())));
    let actions = el("p")
        .class("actions")
        .child(copy_button(shared, shared.word(W::SignsCopy), text))
        .child(button(W::ReadyPrint).on("click", |_| share::print()))
        .child(button(W::SignsClear).on("click", move |_| shared.forget()));
    el("section")
        .class("sum aloud app-only")
        .attr("aria-labelledby", "aloud")
        .child(el("h2").attr("id", "aloud").text(shared.word(W::ReadyRead)))
        .child(el("p").hidden(move || !empty()).text(shared.word(W::ReadyNothing)))
        .child(el("dl").hidden(empty).live_children(views))
        .child(
            el("div")
                .class("keep")
                .hidden(empty)
                .child(actions)
                .child(share)
                .child(el("p").class("soft small").text(shared.word(W::ReadyPrintAbout))),
        )
        .child(el("p").class("soft small").text(shared.word(W::ReadyKept)))
}
