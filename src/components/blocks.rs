//! Running text.

use super::door::door;
use super::el::{El, el};
use super::shared::Shared;
use super::sources::{away, mark};
use crate::content::{Block, Body, Figure, Standing, Target, W};

/// What the ids of headings from the content begin with in a page.
const HEADING: &str = "at-";

/// A running text.
pub fn blocks(shared: Shared, blocks: &'static [Block]) -> Vec<El> {
    blocks.iter().map(|block| one(shared, block)).collect()
}

fn one(shared: Shared, block: &'static Block) -> El {
    let mark = mark(shared, block.fact.state);
    let marked = |element: El| match mark {
        Some(mark) => element.text(" ").child(mark),
        None => element,
    };
    match &block.body {
        // With a prefix that no id of ours has: scripts and styles look for those.
        Body::Heading(text, id) => {
            let id = id.as_ref().map(|id| format!("{HEADING}{id}"));
            el("h2").attr_if("id", id).text(text.as_str())
        }
        Body::Text(text) => marked(el("p").text(text.as_str())),
        Body::List(items) => {
            let list = el("ul").all(items.iter().map(|item| el("li").text(item.as_str())));
            marked(el("div").class("block").child(list))
        }
        Body::Note(text) => marked(el("p").class("note").text(text.as_str())),
        Body::Quote(text, by) => el("figure")
            .class("quote")
            .child(el("blockquote").text(text.as_str()))
            .child(marked(el("figcaption").text(by.as_str()))),
        Body::Pairs(a, b, pairs) => {
            let side = |tag, name: &'static Option<String>, text: &'static String| {
                el(tag).maybe(name.as_deref().map(|name| el("small").text(name))).text(text.as_str())
            };
            let pair = |(said, so)| el("div").child(side("dt", a, said)).child(side("dd", b, so));
            let list = el("dl").class("pairs").all(pairs.iter().map(|(said, so)| pair((said, so))));
            marked(el("div").class("block").child(list))
        }
        Body::Figure(id) => match shared.content.figure(id) {
            Some(figure) => figure_view(shared, figure),
            None => el("p"),
        },
        Body::Link(text, Target::Page(route)) => door(shared.url(route), text.as_str(), ""),
        Body::Link(text, Target::Web(url)) => marked(el("p").child(away(url.as_str()).text(text.as_str()))),
    }
}

/// A figure with what it estimates, and its successor where it is old or disputed.
fn figure_view(shared: Shared, figure: &'static Figure) -> El {
    let (class, standing) = match figure.standing {
        Standing::Current => ("figure", None),
        Standing::Old => ("figure past", Some(W::FigureOld)),
        Standing::Disputed => ("figure past", Some(W::FigureDisputed)),
    };
    let standing = standing.map(|word| el("small").class("mark").text(shared.word(word)));
    let by = el("p").class("soft small").text(figure.by.as_str()).text(" ").maybe(mark(shared, figure.fact.state));
    let now = figure.now.as_ref().and_then(|id| shared.content.figure(id)).map(|now| {
        let text = shared.fill(W::FigureNow, &[("value", &now.value), ("what", &now.what)]);
        el("p").class("now").text(text)
    });
    el("div")
        .class(class)
        .child(el("p").class("value").text(figure.value.as_str()).text(" ").maybe(standing))
        .child(el("p").text(figure.what.as_str()))
        .child(by)
        .maybe(figure.note.as_deref().map(|note| el("p").text(note)))
        .maybe(now)
}
