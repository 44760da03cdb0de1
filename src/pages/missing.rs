//! The page for unknown addresses.

use crate::components::blocks::blocks;
use crate::components::door::door;
use crate::components::shared::Shared;
use crate::content::{PageText, W};
use crate::route::Route;
use leptos::prelude::*;

/// Not found.
pub fn page(shared: Shared) -> AnyView {
    view! {
        <h1>{shared.word(W::MissingTitle)}</h1>
        {blocks(shared, shared.content.page(PageText::NotFound))}
        {door(shared.url(&Route::Home), shared.word(W::MissingHome), "")}
    }
    .into_any()
}
