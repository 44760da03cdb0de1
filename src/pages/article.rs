//! One article, with its sources and dates.

use crate::components::blocks::{block_sources, blocks};
use crate::components::door::door;
use crate::components::shared::Shared;
use crate::components::sources::source_list;
use crate::content::{Article, W};
use crate::format;
use crate::route::Route;
use leptos::prelude::*;

/// The article.
pub fn page(shared: Shared, article: &'static Article) -> AnyView {
    let articles = &shared.content.articles;
    let position = articles.iter().position(|other| other.id == article.id);
    let next = position.and_then(|position| articles.get(position + 1));
    let next = next.map(|next| {
        view! {
            <h2>{shared.word(W::LearnNext)}</h2>
            {door(shared.url(&Route::Article(next.id.clone())), next.title.as_str(), next.lead.as_str())}
        }
    });
    let changed = shared.fill(W::LearnChanged, &[("date", &format::date(shared.content, article.updated))]);
    view! {
        <article>
            <h1>{article.title.as_str()}</h1>
            <p class="lead">{article.lead.as_str()}</p>
            {blocks(shared, &article.blocks)}
            <h2>{shared.word(W::SourcesTitle)}</h2>
            {source_list(shared, block_sources(shared, &article.blocks))}
            <p class="soft small">{changed}</p>
            {next}
        </article>
    }
    .into_any()
}
