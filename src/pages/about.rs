//! About: who runs it, what it does not collect, what was checked, and how old it is.

use crate::components::blocks::{block_sources, blocks};
use crate::components::shared::Shared;
use crate::components::sources::page_sources;
use crate::content::{PageText, W};
use crate::date::Date;
use crate::format;
use leptos::prelude::*;

const TEXTS: [(W, PageText, &str); 3] = [
    (W::AboutWhoTitle, PageText::AboutWho, "who"),
    (W::AboutPrivacyTitle, PageText::AboutPrivacy, "privacy"),
    (W::AboutReviewTitle, PageText::AboutReview, "review"),
];

/// About.
pub fn page(shared: Shared) -> AnyView {
    let content = shared.content;
    let texts: Vec<_> = TEXTS
        .iter()
        .map(|(title, text, id)| {
            view! { <section><h2 id=*id>{shared.word(*title)}</h2>{blocks(shared, content.page(*text))}</section> }
        })
        .collect();
    let sources = TEXTS.iter().flat_map(|(_, text, _)| block_sources(shared, content.page(*text)));
    view! {
        <article>
            <h1>{shared.word(W::AboutTitle)}</h1>
            {texts}
            <h2 id="version">{shared.word(W::AboutVersionTitle)}</h2>
            <ul class="plain">
                <li>{shared.fill(W::AboutVersion, &[("version", env!("CARGO_PKG_VERSION"))])}</li>
                <li>{move || dated(shared, W::AboutContent, content.updated)}</li>
                <li>{move || dated(shared, W::AboutWords, content.words_updated)}</li>
            </ul>
            {page_sources(shared, sources)}
        </article>
    }
    .into_any()
}

/// A date and how long ago it was. A phone whose clock is behind sees the date alone.
fn dated(shared: Shared, word: W, date: Date) -> String {
    let text = shared.fill(word, &[("date", &format::date(shared.content, date))]);
    let age = match shared.now.get().date.day_number() - date.day_number() {
        ..0 => return text,
        0 => shared.word(W::AboutAgeToday).to_string(),
        days => shared.fill(W::AboutAge, &[("days", &days.to_string())]),
    };
    format!("{text}, {age}")
}
