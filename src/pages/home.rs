//! Home: help first, then the ways to everything else.

use crate::components::door::door;
use crate::components::meeting::{distance, tile, when};
use crate::components::shared::Shared;
use crate::content::{Content, W};
use crate::meetings;
use crate::route::Route;
use leptos::prelude::*;

/// How many articles are named on the first page.
const ARTICLES: usize = 4;

/// Home.
pub fn page(shared: Shared) -> AnyView {
    let content = shared.content;
    let phone = |line| Content::number(line).map(|phone| (phone.tel(), phone.shown()));
    let number = phone(content.hotline()).map(|(tel, shown)| view! { <a class="number" href=tel>{shown}</a> });
    let danger = phone(content.emergency()).map(|(tel, shown)| {
        let call = shared.fill(W::BarDangerCall, &[("number", &shown)]);
        view! { <p class="soft">{shared.word(W::BarDanger)} " " <a class="danger" href=tel>{call}</a></p> }
    });
    let articles: Vec<_> = content
        .articles
        .iter()
        .take(ARTICLES)
        .map(|article| {
            let url = shared.url(&Route::Article(article.id.clone()));
            view! { <li><a href=url>{article.title.as_str()}</a></li> }
        })
        .collect();
    view! {
        <div class="cols">
            <div>
                <section class="hero">
                    <h1>{shared.word(W::HomeTitle)}</h1>
                    <p>{shared.word(W::HomeLead)}</p>
                    {number}
                    {danger}
                </section>
                <h2>{shared.word(W::HomeDoors)}</h2>
                <div class="doors">
                    {door(shared.url(&Route::Help), shared.word(W::HomeDoorHelp), shared.word(W::HomeDoorHelpAbout))}
                    {door(shared.url(&Route::Signs), shared.word(W::HomeDoorSigns), shared.word(W::HomeDoorSignsAbout))}
                </div>
            </div>
            <div>
                <h2>{shared.word(W::HomeNext)}</h2>
                {move || next_meeting(shared)}
                <h2>{shared.word(W::HomeLearn)}</h2>
                <ul class="list">
                    {articles}
                    <li><a href=shared.url(&Route::Learn)>{shared.word(W::HomeLearnAll)}</a></li>
                </ul>
            </div>
        </div>
    }
    .into_any()
}

fn next_meeting(shared: Shared) -> AnyView {
    let now = shared.now.get();
    let coming = meetings::coming(&shared.content.meeting, now);
    let url = shared.url(&Route::Meetings);
    match meetings::next(&coming) {
        Some(next) => view! {
            <a class="next" href=url>
                {tile(shared, next.date)}
                <span class="when">{when(shared, next)} <span class="soft">{distance(shared, next, now)}</span></span>
            </a>
        }
        .into_any(),
        None => view! { <p><a href=url>{shared.word(W::MeetNone)}</a></p> }.into_any(),
    }
}
