//! A phone that someone else may look at: who would see what, what was done about it, and what a person can do.

use crate::components::blocks::blocks;
use crate::components::el::{El, el};
use crate::components::shared::Shared;
use crate::components::sources::page_sources;
use crate::content::{PageText, W};

/// The page.
pub fn page(shared: Shared) -> Vec<El> {
    let text = shared.content.page(PageText::AboutPhone);
    let article = el("article")
        .class("narrow")
        .child(el("h1").text(shared.word(W::PhoneTitle)))
        .child(el("p").class("lead").text(shared.word(W::PhoneLead)))
        .all(blocks(shared, text))
        .child(page_sources(shared, vec![text], Vec::new()));
    vec![article]
}
