//! What stands in the page's own part until the app has poured another page there, and where the app does not come: the
//! ways to the two pages that are kept whole.

use crate::components::door::door;
use crate::components::el::{El, el};
use crate::components::shared::Shared;
use crate::content::W;
use crate::route::Route;

/// The page without words of its own.
pub fn page(shared: Shared) -> Vec<El> {
    vec![
        el("h1").text(shared.word(W::OfflineShellTitle)),
        el("p").text(shared.word(W::OfflineShell)),
        door(shared.url(&Route::Home), shared.word(W::MissingHome), ""),
        door(shared.url(&Route::Help), shared.word(W::NavHelp), ""),
    ]
}
