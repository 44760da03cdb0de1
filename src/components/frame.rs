//! The frame round every page: name and navigation above, the page, and a line below.

use super::shared::Shared;
use crate::content::W;
use crate::pages;
use crate::route::Route;
use leptos::prelude::*;

/// The frame round the page of the route.
pub fn frame(shared: Shared, route: RwSignal<Route>) -> impl IntoView {
    let section = Memo::new(move |_| route.with(Route::section));
    let link = move |target: Route, word: W| {
        let url = shared.url(&target);
        view! {
            <a href=url aria-current=move || (section.get() == target).then_some("page")>{shared.word(word)}</a>
        }
        .into_any()
    };
    view! {
        <header class="top">
            <a class="brand" href=shared.base>
                <svg viewBox="0 0 32 32" aria-hidden="true">
                    <circle class="lamp-glow" cx="16" cy="18" r="12"></circle>
                    <path class="lamp-frame" d="M16 3v5M9.5 12.5 16 8l6.5 4.5M11 12.5h10l-1.6 11.5h-6.8zM12.5 28h7"></path>
                    <circle class="lamp-light" cx="16" cy="18.2" r="2.8"></circle>
                </svg>
                {shared.word(W::Brand)}
            </a>
            <nav aria-label=shared.word(W::NavLabel)>
                {link(Route::Help, W::NavHelp)} {link(Route::Signs, W::NavSigns)}
                {link(Route::Meetings, W::NavMeetings)} {link(Route::Learn, W::NavLearn)}
            </nav>
        </header>
        <main id="main">{move || route.with(|route| pages::page(shared, route))}</main>
        <footer class="foot">{link(Route::About, W::NavAbout)}</footer>
    }
}
