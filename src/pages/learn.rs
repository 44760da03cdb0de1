//! Learn: the list of articles.

use crate::components::el::{El, el};
use crate::components::shared::Shared;
use crate::content::{Article, W};
use crate::route::Route;

/// Learn.
pub fn page(shared: Shared) -> Vec<El> {
    let entry = move |article: &'static Article| {
        let title = el("b").text(article.title.as_str());
        let lead = el("span").class("soft").text(article.lead.as_str());
        let url = shared.url(&Route::Article(article.id.clone()));
        el("li").child(el("a").attr("href", url).child(el("span").child(title).child(lead)))
    };
    vec![
        el("h1").text(shared.word(W::LearnTitle)),
        el("p").class("lead").text(shared.word(W::LearnLead)),
        el("ul").class("list wide").later(move || shared.content.articles.iter().map(entry).collect()),
    ]
}
