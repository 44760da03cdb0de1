//! About: who runs it, what it does not collect, what was checked, and how old it is.

use crate::components::blocks::blocks;
use crate::components::door::door;
use crate::components::el::{El, Text, el};
use crate::components::install::icon_on_home_screen;
use crate::components::offline::copy_on_phone;
use crate::components::section::section;
use crate::components::settings::settings;
use crate::components::shared::Shared;
use crate::components::sources::page_sources;
use crate::content::{PageText, W};
use crate::date::Date;
use crate::format;
use crate::route::Route;

const TEXTS: [(&str, W, PageText); 3] = [
    ("who", W::AboutWhoTitle, PageText::AboutWho),
    ("privacy", W::AboutPrivacyTitle, PageText::AboutPrivacy),
    ("review", W::AboutReviewTitle, PageText::AboutReview),
];

/// About.
pub fn page(shared: Shared) -> Vec<El> {
    let title = el("h1").text(shared.word(W::AboutTitle));
    vec![el("article").class("narrow").child(title).later(move || parts(shared))]
}

fn parts(shared: Shared) -> Vec<El> {
    let content = shared.content;
    let [who, privacy, review] =
        TEXTS.map(|(id, title, text)| section(id, shared.word(title)).all(blocks(shared, content.page(text))));
    let version = shared.fill(W::AboutVersion, &[("version", env!("CARGO_PKG_VERSION"))]);
    let dated = move |word, date| el("li").live_text(move || dated(shared, word, date));
    let versions = el("ul")
        .class("plain")
        .child(el("li").text(version))
        .all([dated(W::AboutContent, content.updated), dated(W::AboutWords, content.words_updated)]);
    let versions = section("version", shared.word(W::AboutVersionTitle)).child(versions);
    let phone = door(shared.url(&Route::Phone), shared.word(W::PhoneTitle), shared.word(W::PhoneLead));
    let (copy, icon) = (copy_on_phone(shared), icon_on_home_screen(shared));
    vec![
        who,
        privacy,
        phone,
        settings(shared),
        copy,
        icon,
        review,
        versions,
        page_sources(shared, TEXTS.map(|(_, _, text)| content.page(text)).into(), Vec::new()),
    ]
}

/// A date and how long ago it was. A phone whose clock is behind sees the date alone.
fn dated(shared: Shared, word: W, date: Date) -> Text {
    let text = shared.fill(word, &[("date", &format::date(shared.content, date))]);
    let Some(now) = shared.now.get() else { return text.into() };
    let age = match now.date.day_number() - date.day_number() {
        ..0 => return text.into(),
        0 => shared.word(W::AboutAgeToday).to_string(),
        1 => shared.word(W::AboutAgeOne).to_string(),
        days => shared.fill(W::AboutAge, &[("days", &days.to_string())]),
    };
    format!("{text}, {age}").into()
}
