//! One article, with its sources and dates.

use crate::components::blocks::{block_sources, blocks};
use crate::components::door::door;
use crate::components::el::{El, el};
use crate::components::shared::Shared;
use crate::components::sources::source_list;
use crate::content::{Article, W};
use crate::format;
use crate::route::Route;

/// The article.
pub fn page(shared: Shared, article: &'static Article) -> Vec<El> {
    let mut others = shared.content.articles.iter().skip_while(|other| other.id != article.id).skip(1);
    let next = others.next().map(|next| {
        let door = door(shared.url(&Route::Article(next.id.clone())), next.title.as_str(), next.lead.as_str());
        el("section").child(el("h2").text(shared.word(W::LearnNext))).child(door)
    });
    let changed = shared.fill(W::LearnChanged, &[("date", &format::date(shared.content, article.updated))]);
    let text = el("div")
        .child(el("h1").text(article.title.as_str()))
        .child(el("p").class("lead").text(article.lead.as_str()))
        .all(blocks(shared, &article.blocks));
    let aside = el("aside")
        .child(el("h2").text(shared.word(W::SourcesTitle)))
        .child(source_list(shared, &block_sources(shared, &article.blocks)))
        .child(el("p").class("soft small").text(changed))
        .maybe(next);
    vec![el("article").class("cols").child(text).child(aside)]
}
