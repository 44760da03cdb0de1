//! Two doors: about oneself or someone one knows, and about something that was seen.

use crate::components::caution::caution;
use crate::components::door::door;
use crate::components::el::{El, el};
use crate::components::shared::Shared;
use crate::content::{Flow, W};
use crate::route::Route;

/// The doors.
pub fn page(shared: Shared) -> Vec<El> {
    let content = shared.content;
    let to = |route: &Route, flow: &'static Flow| door(shared.url(route), flow.door.0.as_str(), flow.door.1.as_str());
    let count = content.signs.len().to_string();
    let all = door(
        shared.url(&Route::AllSigns),
        shared.fill(W::DoorsAll, &[("count", &count)]),
        shared.word(W::DoorsAllAbout),
    );
    let flows = [to(&Route::Me, &content.flows.me), to(&Route::Saw, &content.flows.saw)];
    vec![
        el("h1").text(shared.word(W::DoorsTitle)),
        el("p").class("lead").text(shared.word(W::DoorsLead)),
        el("div").class("doors").all(flows),
        all,
        caution(shared),
    ]
}
