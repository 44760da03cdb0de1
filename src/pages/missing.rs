//! The page for unknown addresses.

use crate::components::blocks::blocks;
use crate::components::door::door;
use crate::components::el::{El, el};
use crate::components::shared::Shared;
use crate::content::{PageText, W};
use crate::route::Route;

/// Not found.
pub fn page(shared: Shared) -> Vec<El> {
    let mut page = vec![el("h1").text(shared.word(W::MissingTitle))];
    page.extend(blocks(shared, shared.content.page(PageText::NotFound)));
    page.push(door(shared.url(&Route::Home), shared.word(W::MissingHome), ""));
    page
}
