//! Running text.

use super::door::door;
use super::shared::Shared;
use super::sources::mark;
use crate::content::{Block, Body, Figure, Standing, Target, W};
use leptos::prelude::*;

/// A running text.
pub fn blocks(shared: Shared, blocks: &'static [Block]) -> Vec<AnyView> {
    blocks.iter().map(|block| one(shared, block)).collect()
}

/// The ids of the sources of a running text and of the figures in it.
pub fn block_sources(shared: Shared, blocks: &'static [Block]) -> impl Iterator<Item = &'static String> {
    blocks.iter().flat_map(move |block| {
        let figure = match &block.body {
            Body::Figure(id) => shared.content.figure(id),
            _ => None,
        };
        block.fact.sources.iter().chain(figure.into_iter().flat_map(|figure| &figure.fact.sources))
    })
}

fn one(shared: Shared, block: &'static Block) -> AnyView {
    let mark = mark(shared, block.fact.state);
    match &block.body {
        Body::Heading(text, id) => view! { <h2 id=id.as_deref()>{text.as_str()}</h2> }.into_any(),
        Body::Text(text) => view! { <p>{text.as_str()} {mark}</p> }.into_any(),
        Body::List(items) => {
            let items: Vec<_> = items.iter().map(|item| view! { <li>{item.as_str()}</li> }).collect();
            view! { <ul>{items}</ul> {mark} }.into_any()
        }
        Body::Note(text) => view! { <p class="note">{text.as_str()} {mark}</p> }.into_any(),
        Body::Quote(text, by) => view! {
            <figure class="quote">
                <blockquote>{text.as_str()}</blockquote>
                <figcaption>{by.as_str()} {mark}</figcaption>
            </figure>
        }
        .into_any(),
        Body::Pairs(a, b, pairs) => {
            let pair = |(said, so): &'static (String, String)| {
                view! {
                    <div>
                        <dt><small>{a.as_str()}</small>{said.as_str()}</dt>
                        <dd><small>{b.as_str()}</small>{so.as_str()}</dd>
                    </div>
                }
            };
            view! { <dl class="pairs">{pairs.iter().map(pair).collect::<Vec<_>>()}</dl> {mark} }.into_any()
        }
        Body::Figure(id) => shared.content.figure(id).map(|figure| figure_view(shared, figure)).into_any(),
        Body::Link(text, Target::Page(route)) => door(shared.url(route), text.as_str(), ""),
        Body::Link(text, Target::Web(url)) => {
            view! { <p><a href=url.as_str() rel="noreferrer">{text.as_str()}</a> {mark}</p> }.into_any()
        }
    }
}

/// A figure with what it estimates, and its successor where it is old or disputed.
fn figure_view(shared: Shared, figure: &'static Figure) -> AnyView {
    let standing = match figure.standing {
        Standing::Current => None,
        Standing::Old => Some(W::FigureOld),
        Standing::Disputed => Some(W::FigureDisputed),
    };
    let standing = standing.map(|word| view! { <small class="mark">{shared.word(word)}</small> });
    let now = figure.now.as_ref().and_then(|id| shared.content.figure(id)).map(|now| {
        let text = shared.fill(W::FigureNow, &[("value", &now.value), ("what", &now.what)]);
        view! { <p class="now">{text}</p> }
    });
    let note = figure.note.as_deref().map(|note| view! { <p>{note}</p> });
    view! {
        <div class="figure" class:past=figure.standing != Standing::Current>
            <p class="value">{figure.value.as_str()} {standing}</p>
            <p>{figure.what.as_str()}</p>
            <p class="soft small">{figure.by.as_str()} {mark(shared, figure.fact.state)}</p>
            {note}
            {now}
        </div>
    }
    .into_any()
}
