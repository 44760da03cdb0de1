//! Where something was read, and marks beside what is not sure.

use super::shared::Shared;
use crate::content::{State, W};
use crate::format;
use leptos::prelude::*;

/// The mark beside what is not sure; nothing beside what was seen.
pub fn mark(shared: Shared, state: State) -> Option<AnyView> {
    format::state(shared.content, state).map(|text| view! { <small class="mark">{text}</small> }.into_any())
}

/// Sources with their dates, each once, in the order in which they are first named.
pub fn source_list<'a>(shared: Shared, ids: impl Iterator<Item = &'a String>) -> AnyView {
    let mut once: Vec<&str> = Vec::new();
    for id in ids {
        if !once.contains(&id.as_str()) {
            once.push(id);
        }
    }
    let content = shared.content;
    let entry = |id: &str| {
        let source = content.source(id)?;
        let dated = source
            .date
            .map(|date| format!("{}, ", shared.fill(W::SourceDated, &[("date", &format::date(content, date))])));
        let read = shared.fill(W::SourceRead, &[("date", &format::date(content, source.read))]);
        let dates = format!(" ({}{read})", dated.unwrap_or_default());
        let name = source.name.as_str();
        let name = match source.url.as_deref() {
            Some(url) => view! { <a href=url rel="noreferrer">{name}</a> }.into_any(),
            None => name.into_any(),
        };
        Some(view! { <li>{name}{dates}</li> }.into_any())
    };
    let entries: Vec<_> = once.into_iter().filter_map(entry).collect();
    view! { <ul class="sources">{entries}</ul> }.into_any()
}

/// The sources of a whole page, closed until someone asks for them.
pub fn page_sources<'a>(shared: Shared, ids: impl Iterator<Item = &'a String>) -> AnyView {
    view! {
        <details class="more">
            <summary>{shared.word(W::SourcesTitle)}</summary>
            {source_list(shared, ids)}
        </details>
    }
    .into_any()
}
