//! The frame round every page: name and navigation above, the page, and a line below.

use super::el::{El, el};
use super::shared::Shared;
use crate::content::W;
use crate::route::Route;
use leptos::prelude::*;

/// The frame round a page; `page` gives the page of the route.
pub fn frame(shared: Shared, route: RwSignal<Route>, page: impl Fn() -> Vec<El> + 'static) -> El {
    let link = move |target: Route, word: W| {
        let url = shared.url(&target);
        let current = move || route.with(|route| route.section() == target).then(|| "page".into());
        el("a").attr("href", url).live("aria-current", current).text(shared.word(word))
    };
    let brand = el("a")
        .class("brand")
        .attr("href", shared.base)
        .child(el("span").class("lamp").attr("aria-hidden", "true"))
        .text(shared.word(W::Brand));
    let nav = el("nav").attr("aria-label", shared.word(W::NavLabel)).all([
        link(Route::Help, W::NavHelp),
        link(Route::Signs, W::NavSigns),
        link(Route::Meetings, W::NavMeetings),
        link(Route::Learn, W::NavLearn),
    ]);
    el("div").class("frame").all([
        el("header").class("top").child(brand).child(nav),
        el("main").attr("id", "main").live_children(page),
        el("footer").class("foot").child(link(Route::About, W::NavAbout)),
    ])
}
