//! A sign in a list.

use super::el::{El, Text, el};
use super::shared::Shared;
use super::sources::{mark, source_list};
use super::state::State;
use crate::content::{Holds, Sign, Type, W, Weigher, Weight};
use crate::platform::event;

/// The id of the form that all boxes belong to.
const BOXES: &str = "boxes";

/// The form of all boxes. It keeps browsers from bringing ticks back after a reload, which no box may ask for by itself
/// (HTML, section 4.10.18.7.1), and sends nothing.
pub fn boxes() -> El {
    el("form").attr("id", BOXES).attr("method", "dialog").attr("autocomplete", "off").attr("hidden", "")
}

/// A label with a box to tick, of that form. Its words come behind the box.
pub fn tick(ticked: State<Vec<bool>>, index: usize) -> El {
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("form", BOXES)
        .checked(move || ticked.with(|ticked| ticked[index]))
        .on("change", move |event| ticked.update(|ticked| ticked[index] = event::checked(&event)));
    el("label").child(tick)
}

/// A sign to tick, with how much it weighs and, once opened, the rest that is known about it.
pub fn row(shared: Shared, index: usize) -> El {
    let sign = &shared.content.signs[index];
    let weigher = shared.word(match sign.by {
        Weigher::Ilo => W::ByIlo,
        Weigher::Overlay => W::ByOverlay,
        Weigher::Us => W::ByUs,
        Weigher::Law => W::ByLaw,
    });
    // Its name is what is seen, so that it can be spoken (WCAG 2.2, SC 2.5.3); which sign it belongs to, the list tells.
    let more = el("summary").child(el("span").child(el("b").text(weight(shared, sign))).text(format!(" · {weigher}")));
    el("li")
        .child(tick(shared.ticked, index).text(sign.text.as_str()))
        .child(el("details").child(more).folded(move || tags(shared, sign)))
}

/// How much the sign weighs, in words.
fn weight(shared: Shared, sign: &Sign) -> String {
    let mut text = String::new();
    for (holds, weight) in &sign.weights {
        if !text.is_empty() {
            text.push_str("; ");
        }
        let weight = shared.word(match weight {
            Weight::Strong => W::WeightStrong,
            Weight::Medium => W::WeightMedium,
            Weight::Weak => W::WeightWeak,
            Weight::Law => W::WeightLaw,
        });
        let word = match holds {
            Holds::Always => {
                text.push_str(weight);
                continue;
            }
            Holds::Child => W::ForChild,
            Holds::Sex => W::ForSex,
            Holds::Labor => W::ForLabor,
            Holds::Together => W::ForTogether,
        };
        text.push_str(&shared.fill(word, &[("weight", weight)]));
    }
    text
}

/// Where the sign is seen, who may notice it, what it points to, and where it was read.
fn tags(shared: Shared, sign: &'static Sign) -> El {
    let content = shared.content;
    let place = |id: &String| content.setting(id).map_or("", |setting| setting.name.as_str());
    let places: Vec<_> = sign.settings.iter().map(place).collect();
    let places: Text = if places.is_empty() { shared.word(W::SignsAnyPlace).into() } else { places.join(", ").into() };
    let observers = content.observers.iter().filter(|observer| sign.observers.contains(&observer.id));
    let observers: Vec<_> = observers.map(|observer| observer.name.as_str()).collect();
    // What decides by law can mean nothing else.
    let by_law = sign.by == Weigher::Law;
    let also = content.kinds.iter().find(|kind| kind.id == sign.kind && !by_law);
    let points_to = shared.word(match sign.kind_of {
        Type::Sex => W::TypeSex,
        Type::Labor => W::TypeLabor,
        Type::Both => W::TypeBoth,
    });
    let sources = if sign.fact.sources.is_empty() {
        el("p").text(shared.word(W::SignsNoSource))
    } else {
        let ids: Vec<_> = sign.fact.sources.iter().collect();
        source_list(shared, ids)
    };
    let tag = |word, text: El| el("div").child(el("dt").text(shared.word(word))).child(text);
    let also = also.map(|kind| tag(W::SignsTagAlso, el("dd").text(kind.also.as_str())));
    el("dl").class("tags").child(tag(W::SignsTagType, el("dd").text(points_to))).maybe(also).all([
        tag(W::SignsTagWhere, el("dd").text(places)),
        tag(W::SignsTagObservers, el("dd").text(observers.join(", "))),
        tag(W::SourcesTitle, el("dd").child(sources).maybe(mark(shared, sign.fact.state))),
    ])
}
