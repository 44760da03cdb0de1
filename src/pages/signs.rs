//! The list of signs: read, search, narrow down, tick. No score and no verdict.

use crate::components::blocks::blocks;
use crate::components::caution::caution;
use crate::components::copy::copy_button;
use crate::components::door::door;
use crate::components::el::{El, Text, el};
use crate::components::section::section;
use crate::components::shared::Shared;
use crate::components::sign::{boxes, row};
use crate::components::sources::page_sources;
use crate::components::state::State;
use crate::content::{Content, PageText, Setting, W};
use crate::flow;
use crate::platform::event::{self, Event};
use crate::platform::{document, page as written};
use crate::rehearsal;
use crate::route::Route;
use crate::search::Index;
use crate::signs::{self, Filter, Group};
use leptos::prelude::*;
use std::cell::OnceCell;
use std::rc::Rc;

/// The id of the summary, to which the page links.
const SUMMARY: &str = "noticed";

/// Ids that the page's own search knows (loader/search.js): the field, the count, and the list of what the app finds.
const FIELD: &str = "search";
const COUNT: &str = "count";
const FOUND: &str = "found";

/// How many signs are listed when someone looks for words: the best of them. A list that is made anew with each letter
/// has to be short.
const MOST: usize = 24;

/// What is looked for, and which signs fit.
struct Search {
    content: &'static Content,
    /// The page's heading, as the content has it.
    title: &'static str,
    /// It is made when someone goes to the field for words, before the first letter.
    index: Rc<OnceCell<Index>>,
    filter: State<Filter>,
    /// The signs of this page, in its order.
    listed: Rc<Vec<usize>>,
    /// For each sign whether it is to be seen in its group.
    visible: State<Vec<bool>>,
    /// Those of them that fit the words, the best first; `None` while there are none.
    found: State<Option<Vec<usize>>>,
}

impl Search {
    fn new(shared: Shared, title: &'static str, listed: Vec<usize>) -> Self {
        let content = shared.content;
        // The words are for one page, the rest is kept on the way to another setting.
        shared.filter.update(|filter| filter.query.clear());
        shared.found.set(None);
        shared.visible.set(shared.filter.with_untracked(|filter| signs::visible(content, filter)));
        Self {
            content,
            title,
            index: Rc::default(),
            filter: shared.filter,
            listed: Rc::new(listed),
            visible: shared.visible,
            found: shared.found,
        }
    }

    /// A handler that changes what is looked for by the value of its control.
    fn narrow(&self, change: impl Fn(&mut Filter, String) + 'static) -> impl Fn(Event) + 'static {
        let (content, title, index, listed) = (self.content, self.title, self.index.clone(), self.listed.clone());
        let (filter, visible, found) = (self.filter, self.visible, self.found);
        move |event| {
            filter.update(|filter| change(filter, event::value(&event)));
            filter.with_untracked(|filter| {
                let mut fits = signs::visible(content, filter);
                let index = index.get_or_init(|| Index::new(content));
                let best: Option<Vec<usize>> = index.ranked(&filter.query).map(|ranked| {
                    let ranked = ranked.into_iter().filter(|index| fits[*index] && listed.contains(index));
                    ranked.take(MOST).collect()
                });
                // A translator has put other words in the page, or the app knows no better.
                let is_better = |best: &Vec<usize>| !best.is_empty() && document::heading() == title;
                let has_words = best.is_some();
                let best = best.filter(is_better);
                if has_words && best.is_none() {
                    let early = written::fitting(&filter.query);
                    for (place, sign) in listed.iter().enumerate() {
                        fits[*sign] &= early.get(place).is_some_and(|fits| *fits);
                    }
                }
                visible.set(fits);
                found.set(best);
            });
        }
    }

    /// A handler that makes the words ready for searching.
    fn prepare(&self) -> impl Fn(Event) + 'static {
        let (content, index) = (self.content, self.index.clone());
        move |_| {
            index.get_or_init(|| Index::new(content));
        }
    }

    /// How many signs are listed now.
    fn count(&self) -> impl Fn() -> usize + 'static {
        let (listed, visible, found) = (self.listed.clone(), self.visible, self.found);
        move || match found.with(|found| found.as_ref().map(Vec::len)) {
            Some(count) => count,
            None => visible.with(|visible| listed.iter().filter(|index| visible[**index]).count()),
        }
    }
}

/// Signs of one setting, or all of them.
pub fn page(shared: Shared, setting: Option<&'static Setting>) -> Vec<El> {
    let content = shared.content;
    let groups = signs::groups(content, setting.map(|setting| setting.id.as_str()));
    let listed: Vec<usize> = groups.iter().flat_map(|group| group.signs.iter().copied()).collect();
    let count = listed.len();
    let title = setting.map_or(shared.word(W::SignsTitle), |setting| &setting.title);
    let search = Search::new(shared, title, listed);
    let (visible, found) = (search.visible, search.found);
    let advice: Vec<_> = flow::advice(content)
        .filter(|advice| {
            let place = advice.setting.and_then(|index| content.settings.get(index));
            place.is_some_and(|place| setting.is_some_and(|setting| setting.id == place.id))
        })
        .collect();
    let text = |text| blocks(shared, content.page(text));
    let texts = [PageText::SignsNext, PageText::SignsWeights];
    let mut texts = Vec::from(texts.map(|text| content.page(text)));
    texts.extend(advice.iter().map(|advice| &*advice.blocks));
    let mut page = vec![el("h1").text(title.as_str())];
    page.extend(setting.is_none().then(|| el("p").class("lead").text(shared.word(W::SignsLead))));
    page.extend(text(PageText::SignsRules));
    page.extend(setting.map(|setting| link_to(shared, setting)));
    page.extend([controls(shared, &search, count), places(shared, setting), boxes(), status(shared, &search)]);
    page.push(found_view(shared, found));
    let groups = groups.into_iter().map(|group| group_view(shared, group, visible, found, setting.is_some()));
    page.extend(groups);
    page.extend(
        advice.into_iter().map(|advice| {
            el("section").child(el("h2").text(advice.title.as_str())).all(blocks(shared, &advice.blocks))
        }),
    );
    page.extend([
        summary(shared),
        section("next", shared.word(W::SignsNextTitle)).all(text(PageText::SignsNext)),
        section("weights", shared.word(W::SignsWeightsTitle)).all(text(PageText::SignsWeights)),
        caution(shared),
        page_sources(shared, texts, Vec::new()),
    ]);
    page
}

/// A link to this setting, to hand on: it says nothing about what was ticked or looked for.
fn link_to(shared: Shared, setting: &'static Setting) -> El {
    let path = shared.url(&Route::Setting(setting.id.clone()));
    let copy = copy_button(shared, shared.word(W::SignsLink), move || document::address(&path));
    el("p").class("actions app-only").child(copy)
}

/// The signs that fit the words which someone looks for.
fn found_view(shared: Shared, found: State<Option<Vec<usize>>>) -> El {
    let rows = move || {
        let found = found.with(|found| found.clone().unwrap_or_default());
        found.into_iter().map(|index| row(shared, index)).collect()
    };
    el("section")
        .attr("id", FOUND)
        .hidden(move || found.with(Option::is_none))
        .child(el("h2").text(shared.word(W::SignsFound)))
        .child(el("ul").class("signs").live_children(rows))
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
    let all = chip(Route::AllSigns, shared.word(W::SignsAnyPlace), current.is_none());
    let place = current.map_or(shared.word(W::SignsAllPlaces), |setting| &setting.name);
    el("details")
        .class("places")
        .attr_if("open", current.is_none().then_some(""))
        .child(el("summary").text(shared.fill(W::SignsWhere, &[("place", place)])))
        .child(el("ul").class("chips").child(all).all(settings))
}

/// Search, kind and observer. Nothing of it is remembered or suggested by the browser. The search does not need the app.
fn controls(shared: Shared, search: &Search, count: usize) -> El {
    let content = shared.content;
    let filter = search.filter;
    let field = |id: &'static str, label: Text, control: El| {
        let label = el("label").attr("for", id).text(label);
        el("p").child(label).child(control.attr("id", id).attr("autocomplete", "off"))
    };
    type Entry = (&'static String, &'static String);
    let choice = |id, word, all, entries: Vec<Entry>, get: fn(&mut Filter) -> &mut String| {
        let option = |(id, name): Entry| el("option").attr("value", id.as_str()).text(name.as_str());
        let control = el("select")
            .child(el("option").attr("value", "").text(shared.word(all)))
            .all(entries.into_iter().map(option))
            .value(move || filter.with(|filter| std::mem::take(get(&mut filter.clone()))))
            .on("change", search.narrow(move |filter, value| *get(filter) = value));
        field(id, shared.word(word).into(), control)
    };
    let query = el("input")
        .attr("type", "search")
        .attr("data-skip", content.search_skip.as_str())
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .value(move || filter.with(|filter| filter.query.clone()))
        .on("focus", search.prepare())
        .on("input", search.narrow(|filter, value| filter.query = value));
    let label = shared.fill(W::SignsSearch, &[("count", &count.to_string())]);
    let kinds = content.kinds.iter().map(|kind| (&kind.id, &kind.name)).collect();
    let observers = content.observers.iter().map(|observer| (&observer.id, &observer.name)).collect();
    el("div").class("controls script-only").attr("role", "search").all([
        field(FIELD, label.into(), query).class("field"),
        choice("kind", W::SignsKind, W::SignsAllKinds, kinds, |filter| &mut filter.kind).class("field app-only"),
        choice("observer", W::SignsObserver, W::SignsAnyObserver, observers, |filter| &mut filter.observer)
            .class("field app-only"),
    ])
}

/// How many signs are listed and how many were noticed.
fn status(shared: Shared, search: &Search) -> El {
    let (filter, shown) = (search.filter, search.count());
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
    let count = el("span")
        .attr("id", COUNT)
        .attr("role", "status")
        .attr("data-none", shared.word(W::SignsNone).as_str())
        .attr("data-one", shared.word(W::SignsShownOne).as_str())
        .attr("data-many", shared.word(W::SignsShown).as_str())
        .live_text(text);
    el("p").class("status").child(count).child(reset).child(jump)
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
fn group_view(
    shared: Shared,
    group: Group,
    visible: State<Vec<bool>>,
    found: State<Option<Vec<usize>>>,
    in_setting: bool,
) -> El {
    let heading = match group.kind {
        None => shared.word(W::SignsHere),
        Some(kind) => shared.content.kinds[kind].name.as_str(),
    };
    let anywhere = in_setting && group.kind.is_some();
    let anywhere = anywhere.then(|| el("small").class("soft").text(shared.word(W::SignsAnyPlace)));
    let listed = group.signs.clone();
    let rows = move || {
        let row = |index: &usize| {
            let index = *index;
            row(shared, index).hidden(move || visible.with(|visible| !visible[index]))
        };
        listed.iter().map(row).collect()
    };
    let signs = group.signs;
    let fits = move || visible.with(|visible| signs.iter().any(|index| visible[*index]));
    el("section")
        .hidden(move || found.with(Option::is_some) || !fits())
        .child(el("h2").text(heading).text(" ").maybe(anywhere))
        .child(el("ul").class("signs").later(rows))
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
    let text = move || untrack(|| rehearsal::text(content, &shared.notes()));
    let ready = door(shared.url(&Route::Ready), shared.word(W::ReadyDoor), shared.word(W::ReadyDoorAbout));
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
        .child(ready)
        .child(el("p").class("actions").child(copy).child(clear))
}
