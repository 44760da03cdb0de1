//! Signs: read, search, filter, tick, and take a plain summary along. No score and no verdict.

use crate::components::blocks::{block_sources, blocks};
use crate::components::copy::copy_button;
use crate::components::el::{El, Text, el};
use crate::components::section::section;
use crate::components::shared::Shared;
use crate::components::sources::{mark, page_sources, source_list};
use crate::content::{Content, Holds, Named, PageText, Setting, Sign, Type, W, Weigher, Weight};
use crate::platform::event::{self, Event};
use crate::route::Route;
use crate::search::Index;
use crate::signs::{self, Filter, Group};
use leptos::prelude::*;
use std::rc::Rc;

/// The id of the summary, to which the page links.
const SUMMARY: &str = "noticed";

/// The id of the form that all boxes belong to.
const BOXES: &str = "boxes";

/// What is looked for, and for each sign whether it fits.
struct Search {
    content: &'static Content,
    index: Rc<Index>,
    filter: RwSignal<Filter>,
    visible: RwSignal<Vec<bool>>,
}

impl Search {
    fn new(content: &'static Content) -> Self {
        Self {
            content,
            index: Rc::new(Index::new(content)),
            filter: RwSignal::new(Filter::default()),
            visible: RwSignal::new(vec![true; content.signs.len()]),
        }
    }

    /// A handler that changes what is looked for by the value of its control.
    fn narrow(&self, change: impl Fn(&mut Filter, String) + 'static) -> impl Fn(Event) + 'static {
        let (content, index, filter, visible) = (self.content, self.index.clone(), self.filter, self.visible);
        move |event| {
            filter.update(|filter| change(filter, event::value(&event)));
            let found = filter.with_untracked(|filter| filter.find(content, &index));
            let mut fits = vec![false; content.signs.len()];
            found.into_iter().for_each(|sign| fits[sign] = true);
            visible.set(fits);
        }
    }
}

/// Signs of one setting, or all of them.
pub fn page(shared: Shared, setting: Option<&'static Setting>) -> Vec<El> {
    let content = shared.content;
    let search = Search::new(content);
    let visible = search.visible;
    let groups = signs::groups(content, setting.map(|setting| setting.id.as_str()));
    let listed: Vec<usize> = groups.iter().flat_map(|group| group.signs.iter().copied()).collect();
    let count = listed.len();
    let shown = move || visible.with(|visible| listed.iter().filter(|index| visible[**index]).count());
    let lead = match setting {
        None => Some(shared.word(W::SignsLead)),
        Some(setting) => setting.note.as_deref(),
    };
    let text = |text| blocks(shared, content.page(text));
    let texts = [PageText::SignsNext, PageText::SignsWeights];
    let sources: Vec<_> = texts.iter().flat_map(|text| block_sources(shared, content.page(*text))).collect();
    let title = setting.map_or(shared.word(W::SignsTitle), |setting| setting.title.as_str());
    let mut page = vec![el("h1").text(title)];
    page.extend(lead.map(|lead| el("p").class("lead").text(lead)));
    page.extend(text(PageText::SignsRules));
    page.extend([places(shared, setting), controls(shared, &search, count), boxes(), status(shared, &search, shown)]);
    page.extend(groups.into_iter().map(|group| group_view(shared, group, visible, setting.is_some())));
    page.extend([
        summary(shared),
        section("next", shared.word(W::SignsNextTitle)).all(text(PageText::SignsNext)),
        section("weights", shared.word(W::SignsWeightsTitle)).all(text(PageText::SignsWeights)),
        page_sources(shared, sources),
    ]);
    page
}

/// The settings: each has an address of its own.
fn places(shared: Shared, current: Option<&'static Setting>) -> El {
    let chip = |route: Route, name: &'static str, pressed: bool| {
        let link = el("a").class("chip").attr("href", shared.url(&route)).text(name);
        el("li").child(link.attr_if("aria-current", pressed.then_some("page")))
    };
    let settings = shared.content.settings.iter().map(|setting| {
        let pressed = current.is_some_and(|current| current.id == setting.id);
        chip(Route::Setting(setting.id.clone()), &setting.name, pressed)
    });
    let all = chip(Route::Signs, shared.word(W::SignsAnyPlace), current.is_none());
    let place = current.map_or(shared.word(W::SignsAllPlaces), |setting| setting.name.as_str());
    el("details")
        .class("places")
        .attr_if("open", current.is_none().then_some(""))
        .child(el("summary").text(shared.fill(W::SignsWhere, &[("place", place)])))
        .child(el("ul").class("chips").child(all).all(settings))
}

/// Search, kind and observer. Nothing of it is remembered or suggested by the browser.
fn controls(shared: Shared, search: &Search, count: usize) -> El {
    let content = shared.content;
    let filter = search.filter;
    let field = |id: &'static str, label: Text, control: El| {
        let label = el("label").attr("for", id).text(label);
        el("p").class("field").child(label).child(control.attr("id", id).attr("autocomplete", "off"))
    };
    let choice = |id, word, all, entries: &'static [Named], get: fn(&mut Filter) -> &mut String| {
        let option = |entry: &'static Named| el("option").attr("value", entry.id.as_str()).text(entry.name.as_str());
        let control = el("select")
            .child(el("option").attr("value", "").text(shared.word(all)))
            .all(entries.iter().map(option))
            .value(move || filter.with(|filter| std::mem::take(get(&mut filter.clone()))))
            .on("change", search.narrow(move |filter, value| *get(filter) = value));
        field(id, shared.word(word).into(), control)
    };
    let query = el("input")
        .attr("type", "search")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .value(move || filter.with(|filter| filter.query.clone()))
        .on("input", search.narrow(|filter, value| filter.query = value));
    let label = shared.fill(W::SignsSearch, &[("count", &count.to_string())]);
    el("div").class("controls app-only").attr("role", "search").all([
        field("search", label.into(), query),
        choice("kind", W::SignsKind, W::SignsAllKinds, &content.kinds, |filter| &mut filter.kind),
        choice("observer", W::SignsObserver, W::SignsAnyObserver, &content.observers, |filter| &mut filter.observer),
    ])
}

/// The form of all boxes. It keeps browsers from bringing ticks back after a reload, which no box may ask for by itself
/// (HTML, section 4.10.18.7.1), and sends nothing.
fn boxes() -> El {
    el("form").attr("id", BOXES).attr("method", "dialog").attr("autocomplete", "off").attr("hidden", "")
}

/// How many signs are listed and how many were noticed.
fn status(shared: Shared, search: &Search, shown: impl Fn() -> usize + 'static) -> El {
    let filter = search.filter;
    let text = move || match shown() {
        0 => shared.word(W::SignsNone).into(),
        1 => shared.word(W::SignsShownOne).into(),
        count => shared.fill(W::SignsShown, &[("count", &count.to_string())]).into(),
    };
    let reset = el("button")
        .attr("type", "button")
        .class("quiet")
        .hidden(move || filter.with(|filter| *filter == Filter::default()))
        .on("click", search.narrow(|filter, _| *filter = Filter::default()))
        .text(shared.word(W::SignsReset));
    let jump = el("a")
        .class("quiet")
        // A bare fragment, which the app follows without an entry in the history: nobody can read there that
        // something was noticed.
        .attr("href", format!("#{SUMMARY}"))
        .hidden(move || ticked(shared) == 0)
        .live_text(move || noticed(shared));
    el("p").class("status").child(el("span").attr("role", "status").live_text(text)).child(reset).child(jump)
}

fn ticked(shared: Shared) -> usize {
    shared.ticked.with(|ticked| ticked.iter().filter(|ticked| **ticked).count())
}

fn noticed(shared: Shared) -> Text {
    match ticked(shared) {
        0 => shared.word(W::SignsTickedNone).into(),
        1 => shared.word(W::SignsTickedOne).into(),
        count => shared.fill(W::SignsTicked, &[("count", &count.to_string())]).into(),
    }
}

/// Signs under their heading. A heading without a sign that fits is hidden with them.
fn group_view(shared: Shared, group: Group, visible: RwSignal<Vec<bool>>, in_setting: bool) -> El {
    let heading = match group.kind {
        None => shared.word(W::SignsHere),
        Some(kind) => shared.content.kinds[kind].name.as_str(),
    };
    let anywhere = in_setting && group.kind.is_some();
    let anywhere = anywhere.then(|| el("small").class("soft").text(shared.word(W::SignsAnyPlace)));
    let listed = group.signs.clone();
    let rows = move || listed.iter().map(|index| row(shared, *index, visible)).collect();
    let signs = group.signs;
    el("section")
        .hidden(move || visible.with(|visible| !signs.iter().any(|index| visible[*index])))
        .child(el("h2").text(heading).text(" ").maybe(anywhere))
        .child(el("ul").class("signs").later(rows))
}

fn row(shared: Shared, index: usize, visible: RwSignal<Vec<bool>>) -> El {
    let sign = &shared.content.signs[index];
    let id = format!("sign-{}", sign.id);
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("id", id.clone())
        .attr("form", BOXES)
        .checked(move || shared.ticked.with(|ticked| ticked[index]))
        .on("change", move |event| shared.ticked.update(|ticked| ticked[index] = event::checked(&event)));
    let weigher = shared.word(match sign.by {
        Weigher::Ilo => W::ByIlo,
        Weigher::Overlay => W::ByOverlay,
        Weigher::Us => W::ByUs,
        Weigher::Law => W::ByLaw,
    });
    let more = el("summary")
        .attr("aria-label", shared.fill(W::SignsMoreLabel, &[("sign", &sign.text)]))
        .child(el("span").child(el("b").text(weight(shared, sign))).text(format!(" · {weigher}")));
    el("li")
        .hidden(move || visible.with(|visible| !visible[index]))
        .child(tick)
        .child(el("label").attr("for", id).text(sign.text.as_str()))
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
    let points_to = shared.word(match sign.kind_of {
        Type::Sex => W::TypeSex,
        Type::Labor => W::TypeLabor,
        Type::Both => W::TypeBoth,
    });
    let sources = if sign.fact.sources.is_empty() {
        el("p").text(shared.word(W::SignsNoSource))
    } else {
        let ids: Vec<_> = sign.fact.sources.iter().collect();
        source_list(shared, &ids)
    };
    let tag = |word, text: El| el("div").child(el("dt").text(shared.word(word))).child(text);
    el("dl").class("tags").all([
        tag(W::SignsTagWhere, el("dd").text(places)),
        tag(W::SignsTagObservers, el("dd").text(observers.join(", "))),
        tag(W::SignsTagType, el("dd").text(points_to)),
        tag(W::SourcesTitle, el("dd").child(sources).maybe(mark(shared, sign.fact.state))),
    ])
}

/// What was noticed, to copy or to clear. It stays on this screen.
fn summary(shared: Shared) -> El {
    let content = shared.content;
    let items = move || {
        shared.ticked.with(|ticked| {
            let noticed = content.signs.iter().zip(ticked).filter(|(_, ticked)| **ticked);
            noticed.map(|(sign, _)| el("li").text(sign.text.as_str())).collect()
        })
    };
    let hidden = move || ticked(shared) == 0;
    let text = move || shared.ticked.with_untracked(|ticked| signs::summary(content, ticked));
    let call = Content::number(content.hotline()).map(|phone| phone.tel());
    let call = el("a").class("btn full").attr_if("href", call).text(shared.word(W::BarCall));
    let clear = el("button")
        .attr("type", "button")
        .class("btn")
        .hidden(hidden)
        .on("click", move |_| shared.ticked.update(|ticked| ticked.fill(false)))
        .text(shared.word(W::SignsClear));
    let copy = copy_button(shared, shared.word(W::SignsCopy), text).hidden(hidden);
    el("section")
        .class("sum app-only")
        .attr("id", SUMMARY)
        .attr("aria-labelledby", "noticed-title")
        .child(el("h2").attr("id", "noticed-title").live_text(move || noticed(shared)))
        .child(el("ul").hidden(hidden).live_children(items))
        .child(el("p").class("soft small").text(shared.word(W::SignsKept)))
        .child(el("p").class("actions").child(call).child(copy).child(clear))
}
