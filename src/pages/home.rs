//! Home: help first, then the ways to everything else.

use crate::components::door::door;
use crate::components::el::{El, el};
use crate::components::meeting::{next_glance, rule_glance};
use crate::components::shared::Shared;
use crate::content::{Content, W};
use crate::meetings;
use crate::route::Route;

/// How many articles are named on the first page.
const ARTICLES: usize = 4;

/// Home.
pub fn page(shared: Shared) -> Vec<El> {
    let content = shared.content;
    let title = move |word| el("h2").text(shared.word(word));
    let doors = el("div").class("doors").all([
        door(shared.url(&Route::Help), shared.word(W::HomeDoorHelp), shared.word(W::HomeDoorHelpAbout)),
        door(shared.url(&Route::Signs), shared.word(W::HomeDoorSigns), shared.word(W::HomeDoorSignsAbout)),
    ]);
    let entry = |route: &Route, text: &'static str| el("li").child(el("a").attr("href", shared.url(route)).text(text));
    let articles = content.articles.iter().take(ARTICLES);
    let articles = articles.map(|article| entry(&Route::Article(article.id.clone()), &article.title));
    let learn = el("ul").class("list").all(articles).child(entry(&Route::Learn, shared.word(W::HomeLearnAll)));
    let first = el("div").child(hero(shared)).child(title(W::HomeDoors)).child(doors);
    let second = el("div")
        .child(el("h2").live_text(move || meetings_title(shared).into()))
        .child(el("div").live_children(move || vec![next_meeting(shared)]))
        .child(title(W::HomeLearn))
        .child(learn);
    vec![el("div").class("cols").child(first).child(second)]
}

fn hero(shared: Shared) -> El {
    let phone = |line| Content::number(line).map(|phone| (phone.tel(), phone.shown()));
    let number = phone(shared.content.hotline());
    let number = number.map(|(tel, shown)| el("a").class("number").attr("href", tel).text(shown));
    let danger = phone(shared.content.emergency()).map(|(tel, shown)| {
        let call = shared.fill(W::BarDangerCall, &[("number", &shown)]);
        let call = el("a").class("danger").attr("href", tel).text(call);
        el("p").class("soft").text(shared.word(W::BarDanger)).text(" ").child(call)
    });
    el("section")
        .class("hero")
        .child(el("h1").text(shared.word(W::HomeTitle)))
        .child(el("p").text(shared.word(W::HomeLead)))
        .maybe(number)
        .maybe(danger)
}

fn meetings_title(shared: Shared) -> &'static str {
    shared.word(if shared.now.get().is_some() { W::HomeNext } else { W::HomeMeetings })
}

fn next_meeting(shared: Shared) -> El {
    let link = el("a").attr("href", shared.url(&Route::Meetings));
    let glance = match shared.now.get() {
        None => rule_glance(shared),
        Some(now) => match meetings::next(&meetings::coming(&shared.content.meeting, now)) {
            Some(next) => next_glance(shared, next, now),
            None => return el("p").child(link.text(shared.word(W::MeetNone))),
        },
    };
    let unsure = !shared.content.meeting.unconfirmed.is_empty();
    let unsure = unsure.then(|| el("small").class("mark").text(shared.word(W::MeetUnconfirmedShort)));
    link.class("next").child(glance.tile).child(el("span").class("when").all(glance.when).maybe(unsure))
}
