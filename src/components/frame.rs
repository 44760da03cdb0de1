//! The frame round every page: name and navigation above, the page, a line below, and the bar.

use super::bar::bar;
use super::el::{El, el};
use super::offline::in_short;
use super::shared::Shared;
use super::state::State;
use crate::content::W;
use crate::route::Route;

/// The id of the element that holds everything.
pub const APP: &str = "app";

/// The id of the page's own part, to which a skip link leads.
pub const MAIN: &str = "main";

/// The element of the page's own part, with nothing in it.
pub fn main_part() -> El {
    el("main").attr("id", MAIN)
}

/// What the element that holds everything has in it; `main` is the page's own part.
pub fn frame(shared: Shared, route: State<Route>, main: El) -> Vec<El> {
    let link = move |target: Route, word: W| {
        let url = shared.url(&target);
        let current = move || route.with(|route| route.section() == target).then(|| "page".into());
        el("a").attr("href", url).live("aria-current", current).text(shared.word(word))
    };
    let brand = el("a").class("brand").attr("href", shared.root).child(lamp()).text(shared.word(W::Brand));
    let nav = el("nav").attr("aria-label", shared.word(W::NavLabel)).all([
        link(Route::Help, W::NavHelp),
        link(Route::Signs, W::NavSigns),
        link(Route::Meetings, W::NavMeetings),
        link(Route::Learn, W::NavLearn),
    ]);
    let skip = el("a").class("skip").attr("href", format!("#{MAIN}")).text(shared.word(W::SkipContent));
    vec![
        skip,
        // The bar comes first, so that it is there with the first bytes of a page on a slow connection, and is read first;
        // the style sheet puts it at the lower edge.
        bar(shared),
        el("header").class("top").child(back(shared)).child(brand).child(nav),
        main,
        refresh_note(shared),
        el("footer")
            .class("foot")
            .child(link(Route::About, W::NavAbout))
            .all(other_languages(shared, route))
            .all(in_short(shared)),
    ]
}

/// A way back, for an app on a phone whose system has none. The page's own script says whether that is so, and takes the
/// last step back; where there is none, it leads to the first page.
fn back(shared: Shared) -> El {
    el("a").class("back").attr("href", shared.root).attr("data-do", "back").text(shared.word(W::Back))
}

/// The sign of the app: a lamp left on. It is the drawing of `e2e/icon.svg`, without a request of its own.
fn lamp() -> El {
    let outline = "M16 4v4.5M10 12.5 16 8.5l6 4M11.5 12.5h9l-1.4 10.5h-6.2zM13 27h6";
    let circle = |class, y, radius| el("circle").class(class).attr("cx", "16").attr("cy", y).attr("r", radius);
    el("svg").class("lamp").attr("viewBox", "0 0 32 32").attr("aria-hidden", "true").all([
        el("rect").attr("width", "32").attr("height", "32").attr("rx", "7"),
        circle("halo", "18", "9"),
        el("path").attr("d", outline),
        circle("flame", "17.5", "2.6"),
    ])
}

/// Ways to the same page in the other languages. Each is a document of its own.
fn other_languages(shared: Shared, route: State<Route>) -> Vec<El> {
    let content = shared.content;
    let others = content.languages.iter().filter(|language| language.id != content.language);
    let link = |language: &'static crate::content::Named| {
        let root = format!("{}{}", shared.base, content.folder_of(&language.id));
        el("a")
            .live("href", move || Some(route.with(|route| format!("{root}{}", route.path())).into()))
            .attr("hreflang", language.id.as_str())
            .attr("lang", language.id.as_str())
            .text(language.name.as_str())
    };
    others.map(link).collect()
}

/// Says that newer content could not be loaded, once that is so: the words must be there before they are needed.
fn refresh_note(shared: Shared) -> El {
    let problems = el("details")
        .child(el("summary").text(shared.word(W::RefreshDetail)))
        .child(el("pre").attr("id", "refresh-problems"));
    let retry = el("button").attr("type", "button").class("btn").attr("id", "refresh-retry");
    el("div")
        .attr("id", "refresh")
        .attr("role", "status")
        .attr("hidden", "")
        .child(el("p").text(shared.word(W::RefreshFailed)))
        .child(retry.text(shared.word(W::RefreshRetry)))
        .child(problems)
}
