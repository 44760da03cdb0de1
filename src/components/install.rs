//! How to put an icon on the home screen, after the question whether that is wise.

use super::caution;
use super::el::{El, el};
use super::offline::{button, when};
use super::section::section;
use super::shared::Shared;
use crate::content::W;

/// What Safari draws for "Share" and for "Add to Home Screen", and what Firefox draws for its menu.
const SHARE: &str = "M8 10V2M5 4.5 8 1.5l3 3M5 7H3v7.5h10V7h-2";
const ADD: &str = "M2.5 2.5h11v11h-11zM8 5.5v5M5.5 8h5";
const MENU: &str = "M8 3v.01M8 8v.01M8 13v.01";

/// The part of a page about the icon.
pub fn icon_on_home_screen(shared: Shared) -> El {
    let line = |word| el("p").text(shared.word(word));
    let ask = el("div")
        .class("note")
        .child(el("p").child(el("b").text(shared.word(W::InstallAsk))))
        .child(line(W::InstallShows))
        .child(caution::words(shared, el("p")));
    let step = |word, drawing: &'static str| {
        let drawing =
            el("svg").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true").child(el("path").attr("d", drawing));
        el("li").text(shared.word(word)).text(" ").child(drawing)
    };
    let steps = |title, steps: [El; 2]| {
        el("div").child(el("h3").text(shared.word(title))).child(el("ol").class("steps").all(steps))
    };
    let ways = el("div")
        .child(el("div").class("doors").all([
            steps(W::InstallIphone, [step(W::InstallIphoneShare, SHARE), step(W::InstallIphoneAdd, ADD)]),
            steps(W::InstallFirefox, [step(W::InstallFirefoxMenu, MENU), step(W::InstallFirefoxAdd, ADD)]),
        ]))
        .child(line(W::InstallOther));
    section("icon", shared.word(W::InstallTitle))
        .child(when("installed", line(W::InstallDone)))
        .child(ask.attr("data-when", "prompt steps"))
        .child(when("prompt", el("p").child(button(shared, "install", W::InstallButton))))
        // Without a program these are the right ones.
        .child(ways.attr("data-when", "steps"))
}
