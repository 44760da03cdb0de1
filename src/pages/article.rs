//! One article, with its sources and dates.

use crate::components::blocks::blocks;
use crate::components::door::door;
use crate::components::el::{El, el};
use crate::components::shared::Shared;
use crate::components::sources::{block_sources, source_list};
use crate::content::{Article, W};
use crate::format;
use crate::route::Route;

/// The article.
pub fn page(shared: Shared, article: &'static Article) -> Vec<El> {
    let text = el("div")
        .child(el("h1").text(article.title.as_str()))
        .child(el("p").class("lead").text(article.lead.as_str()))
        .later(move || blocks(shared, &article.blocks));
    vec![el("article").class("cols").child(text).child(el("aside").later(move || beside(shared, article)))]
}

/// Sources, the date, and the way to the next article.
fn beside(shared: Shared, article: &'static Article) -> Vec<El> {
    let mut others = shared.content.articles.iter().skip_while(|other| other.id != article.id).skip(1);
    let next = others.next().map(|next| {
        let door = door(shared.url(&Route::Article(next.id.clone())), next.title.as_str(), next.lead.as_str());
        el("section").child(el("h2").text(shared.word(W::LearnNext))).child(door)
    });
    let changed = shared.fill(W::LearnChanged, &[("date", &format::date(shared.content, article.updated))]);
    let title = el("h2").text(shared.word(W::SourcesTitle));
    let sources = source_list(shared, block_sources(shared, &article.blocks));
    [Some(title), Some(sources), Some(el("p").class("soft small").text(changed)), next].into_iter().flatten().collect()
}
