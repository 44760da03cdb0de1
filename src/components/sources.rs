//! Where something was read, and marks beside what is not sure.

use super::el::{El, el};
use super::shared::Shared;
use crate::content::{Block, Body, State, W};
use crate::format;

/// The mark beside what is not sure; nothing beside what was seen.
pub fn mark(shared: Shared, state: State) -> Option<El> {
    format::state(shared.content, state).map(|text| el("small").class("mark").text(text))
}

/// The ids of the sources of a running text and of the figures in it.
pub fn block_sources(shared: Shared, blocks: &'static [Block]) -> Vec<&'static String> {
    let mut ids: Vec<&'static String> = Vec::new();
    for block in blocks {
        ids.extend(&block.fact.sources);
        if let Body::Figure(id) = &block.body
            && let Some(figure) = shared.content.figure(id)
        {
            ids.extend(&figure.fact.sources);
        }
    }
    ids
}

/// Sources with their dates, each once, in the order in which they are first named.
pub fn source_list(shared: Shared, ids: Vec<&'static String>) -> El {
    let content = shared.content;
    let mut list = el("ul").class("sources");
    for (index, id) in ids.iter().enumerate() {
        let Some(source) = content.source(id).filter(|_| !ids[..index].contains(id)) else { continue };
        let mut dates = shared.fill(W::SourceRead, &[("date", &format::date(content, source.read))]);
        if let Some(date) = source.date {
            dates = format!("{}, {dates}", shared.fill(W::SourceDated, &[("date", &format::date(content, date))]));
        }
        let name = source.name.as_str();
        let name = match source.url.as_deref() {
            Some(url) => away(url).text(name),
            None => el("span").text(name),
        };
        list = list.child(el("li").child(name).text(format!(" ({dates})")));
    }
    list
}

/// The sources of a page: those of its texts, and others. They are closed, and not looked for, until someone asks.
pub fn page_sources(shared: Shared, texts: Vec<&'static [Block]>, others: Vec<&'static String>) -> El {
    let summary = el("summary").text(shared.word(W::SourcesTitle));
    let ids = move || texts.iter().flat_map(|text| block_sources(shared, text)).chain(others.iter().copied()).collect();
    el("details").class("more").child(summary).folded(move || source_list(shared, ids()))
}

/// A link that leaves the app: the other site is not told from where.
pub fn away(url: impl Into<super::el::Text>) -> El {
    el("a").attr("href", url).attr("rel", "noreferrer")
}
