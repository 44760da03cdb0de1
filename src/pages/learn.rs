//! Learn: the list of articles.

use crate::components::shared::Shared;
use crate::content::W;
use crate::route::Route;
use leptos::prelude::*;

/// Learn.
pub fn page(shared: Shared) -> AnyView {
    let articles: Vec<_> = shared
        .content
        .articles
        .iter()
        .map(|article| {
            let url = shared.url(&Route::Article(article.id.clone()));
            view! { <li><a href=url><span><b>{article.title.as_str()}</b><span class="soft">{article.lead.as_str()}</span></span></a></li> }
        })
        .collect();
    view! {
        <h1>{shared.word(W::LearnTitle)}</h1>
        <p class="lead">{shared.word(W::LearnLead)}</p>
        <ul class="list wide">{articles}</ul>
    }
    .into_any()
}
