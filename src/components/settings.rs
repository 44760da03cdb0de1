//! What a person can change about how the app looks. The page's own scripts do the work (`loader/settings.js`), and a page
//! looks as was chosen before it is first drawn (`loader/early.js`); so this holds also where the app does not run.

use super::el::{El, el};
use super::offline::{button, when};
use super::section::section;
use super::shared::Shared;
use crate::content::W;

/// Text sizes beside the usual one, in percent of it (WCAG 2.2, SC 1.4.4).
const SIZES: [&str; 3] = ["125", "150", "200"];

/// The part of a page with the settings.
pub fn settings(shared: Shared) -> El {
    let word = |word| shared.word(word).to_string();
    let line = |word| el("p").text(shared.word(word));
    let sizes = SIZES.map(|size| (size, shared.fill(W::SettingsPercent, &[("percent", size)])));
    let choices = el("div").class("controls").all([
        choice(shared, "size", W::SettingsSize, &sizes),
        choice(
            shared,
            "colors",
            W::SettingsColors,
            &[("light", word(W::SettingsLight)), ("dark", word(W::SettingsDark))],
        ),
        choice(shared, "contrast", W::SettingsContrast, &[("high", word(W::SettingsHigh))]),
    ]);
    let cover = el("input").attr("type", "checkbox").attr("id", "cover").attr("value", "cover");
    let cover = el("p").class("check").child(cover.attr("data-set", "")).text(" ");
    let cover = cover.child(el("label").attr("for", "cover").text(shared.word(W::SettingsCover)));
    let part = section("settings", shared.word(W::SettingsTitle))
        .child(line(W::SettingsAbout))
        .child(choices)
        .child(cover)
        .child(line(W::SettingsCoverAbout).class("soft small"))
        .child(when("unkept", line(W::SettingsUnkept).attr("role", "status")))
        .child(when("chosen", el("p").child(button(shared, "forget", W::SettingsDelete))));
    when("settings", part)
}

/// A choice of which the first entry is what the phone or the browser says.
fn choice(shared: Shared, id: &'static str, title: W, others: &[(&'static str, String)]) -> El {
    let usual = el("option").attr("value", "").text(shared.word(W::SettingsUsual));
    let other = |(value, name): &(&'static str, String)| el("option").attr("value", *value).text(name.clone());
    let control = el("select").attr("id", id).attr("autocomplete", "off").attr("data-set", "").child(usual);
    el("p")
        .class("field")
        .child(el("label").attr("for", id).text(shared.word(title)))
        .child(control.all(others.iter().map(other)))
}
