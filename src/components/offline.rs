//! What is said about the copy on this phone, and what a person can do about it. Everything is there from the start and
//! hidden; the page's own script (`loader/offline.js`) shows what holds, also where the app does not run.

use super::el::{El, el};
use super::section::section;
use super::shared::Shared;
use crate::content::W;

/// Something that is shown while one of the states holds.
pub fn when(states: &'static str, element: El) -> El {
    element.attr("data-when", states).attr("hidden", "")
}

/// A button whose work the page's own script does.
pub fn button(shared: Shared, work: &'static str, word: W) -> El {
    el("button").attr("type", "button").class("btn").attr("data-do", work).text(shared.word(word))
}

/// A line of text with places that the page's own script fills.
fn filled(shared: Shared, word: W) -> El {
    el("p").attr("data-text", shared.word(word))
}

/// The part of a page about the copy on this phone.
pub fn copy_on_phone(shared: Shared) -> El {
    let line = |word| el("p").text(shared.word(word));
    let item = |word| el("li").text(shared.word(word));
    let states = el("div").attr("role", "status").all([
        when("saving", filled(shared, W::OfflineSaving)),
        when("saved ready", line(W::OfflineSaved)),
        when("ready", line(W::OfflineReady).class("note")),
        when("none", line(W::OfflineNone)),
        when("failed-full", line(W::OfflineFull)),
        when("failed-network", line(W::OfflineNetwork)),
        when("off", line(W::OfflineOff)),
        when("removed", line(W::RemoveDone)),
        when("removed-partly", line(W::RemovePartly)),
    ]);
    let rest = el("div")
        .child(line(W::RemoveRest))
        .child(el("ul").child(item(W::RemoveHistory)).child(item(W::RemoveIcon)))
        .child(line(W::RemoveAgain));
    let actions = el("p").class("actions").all([
        when("ready", button(shared, "update", W::OfflineUpdate)),
        when("saving saved ready failed-full failed-network", button(shared, "remove", W::RemoveButton)),
        when("removed removed-partly", button(shared, "never", W::RemoveNever)),
        when("off", button(shared, "save", W::OfflineSave)),
    ]);
    section("copy", shared.word(W::OfflineTitle))
        .child(line(W::OfflineAbout))
        .child(states)
        .child(when("looked", filled(shared, W::OfflineLooked).class("soft")))
        .child(when("removed removed-partly", rest))
        .child(actions)
}

/// The same in a few words, for the line below each page.
pub fn in_short(shared: Shared) -> [El; 2] {
    [("saved", W::OfflineShortSaved), ("ready", W::OfflineShortReady)]
        .map(|(states, word)| when(states, el("span").text(shared.word(word))))
}
