//! Signs: read, search, filter, tick, and take a plain summary along. No score and no verdict.

use crate::components::blocks::{block_sources, blocks};
use crate::components::copy::copy_button;
use crate::components::shared::Shared;
use crate::components::sources::{mark, page_sources, source_list};
use crate::content::{Content, Holds, Named, PageText, Setting, Sign, Type, W, Weigher, Weight};
use crate::platform::event;
use crate::route::Route;
use crate::signs::{self, Filter, Group, Index};
use leptos::prelude::*;

/// The id of the summary, to which the page links.
const SUMMARY: &str = "noticed";

/// Signs of one setting, or all of them.
pub fn page(shared: Shared, setting: Option<&'static Setting>) -> AnyView {
    let content = shared.content;
    let filter = RwSignal::new(Filter::default());
    let index = Index::new(content);
    let visible = Memo::new(move |_| filter.with(|filter| index.find(content, filter)));
    let groups = signs::groups(content, setting.map(|setting| setting.id.as_str()));
    let listed: Vec<usize> = groups.iter().flat_map(|group| group.signs.iter().copied()).collect();
    let count = listed.len();
    let shown = Memo::new(move |_| visible.with(|visible| listed.iter().filter(|index| visible[**index]).count()));
    let title = setting.map_or(shared.word(W::SignsTitle), |setting| setting.title.as_str());
    let note = setting.and_then(|setting| setting.note.as_deref()).map(|note| view! { <p class="lead">{note}</p> });
    let lead = setting.is_none().then(|| view! { <p class="lead">{shared.word(W::SignsLead)}</p> });
    let texts = [PageText::SignsNext, PageText::SignsWeights];
    let sources = texts.into_iter().flat_map(|text| block_sources(shared, content.page(text)));
    let rest = move || content.page(PageText::SignsNext);
    view! {
        <h1>{title}</h1>
        {lead}
        {note}
        {blocks(shared, content.page(PageText::SignsRules))}
        {places(shared, setting)}
        {controls(shared, filter, count)}
        {status(shared, filter, shown)}
        {group_views(shared, groups, visible, setting.is_some())}
        {summary(shared)}
        <section><h2>{shared.word(W::SignsNextTitle)}</h2>{blocks(shared, rest())}</section>
        <section>
            <h2 id="weights">{shared.word(W::SignsWeightsTitle)}</h2>
            {blocks(shared, content.page(PageText::SignsWeights))}
        </section>
        {page_sources(shared, sources)}
    }
    .into_any()
}

/// The settings: each has an address of its own.
fn places(shared: Shared, current: Option<&'static Setting>) -> AnyView {
    let chip = |route: Route, name: &'static str, pressed: bool| {
        let url = shared.url(&route);
        view! { <li><a class="chip" href=url aria-current=pressed.then_some("page")>{name}</a></li> }
    };
    let mut chips = vec![chip(Route::Signs, shared.word(W::SignsAnyPlace), current.is_none())];
    chips.extend(shared.content.settings.iter().map(|setting| {
        let pressed = current.is_some_and(|current| current.id == setting.id);
        chip(Route::Setting(setting.id.clone()), &setting.name, pressed)
    }));
    let place = current.map_or(shared.word(W::SignsAllPlaces), |setting| setting.name.as_str());
    view! {
        <details class="places" open=current.is_none()>
            <summary>{shared.fill(W::SignsWhere, &[("place", place)])}</summary>
            <ul class="chips">{chips}</ul>
        </details>
    }
    .into_any()
}

/// Search, kind and observer. Nothing of it is remembered or suggested by the browser.
fn controls(shared: Shared, filter: RwSignal<Filter>, count: usize) -> AnyView {
    let content = shared.content;
    let choice = |id: &'static str, word: W, all: W, entries: &'static [Named], get: fn(&mut Filter) -> &mut String| {
        let options: Vec<_> = entries
            .iter()
            .map(|entry| view! { <option value=entry.id.as_str()>{entry.name.as_str()}</option> })
            .collect();
        view! {
            <p class="field">
                <label for=id>{shared.word(word)}</label>
                <select
                    id=id
                    autocomplete="off"
                    prop:value=move || filter.with(|filter| get(&mut filter.clone()).clone())
                    on:change=move |event| filter.update(|filter| *get(filter) = event::value(&event))
                >
                    <option value="">{shared.word(all)}</option>
                    {options}
                </select>
            </p>
        }
        .into_any()
    };
    view! {
        <div class="controls" role="search">
            <p class="field">
                <label for="search">{shared.fill(W::SignsSearch, &[("count", &count.to_string())])}</label>
                <input
                    id="search"
                    type="search"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    prop:value=move || filter.with(|filter| filter.query.clone())
                    on:input=move |event| filter.update(|filter| filter.query = event::value(&event))
                />
            </p>
            {choice("kind", W::SignsKind, W::SignsAllKinds, &content.kinds, |filter| &mut filter.kind)}
            {choice("observer", W::SignsObserver, W::SignsAnyObserver, &content.observers, |filter| &mut filter.observer)}
        </div>
    }
    .into_any()
}

/// How many signs are listed and how many were noticed.
fn status(shared: Shared, filter: RwSignal<Filter>, shown: Memo<usize>) -> AnyView {
    let summary = format!("#{SUMMARY}");
    let text = move || match shown.get() {
        0 => shared.word(W::SignsNone).to_string(),
        1 => shared.word(W::SignsShownOne).into(),
        count => shared.fill(W::SignsShown, &[("count", &count.to_string())]),
    };
    view! {
        <p class="status">
            <span role="status">{text}</span>
            <button
                type="button"
                class="quiet"
                hidden=move || filter.with(|filter| *filter == Filter::default())
                on:click=move |_| filter.set(Filter::default())
            >
                {shared.word(W::SignsReset)}
            </button>
            <a class="quiet" href=move || in_page(&summary) hidden=move || ticked(shared) == 0>{move || noticed(shared)}</a>
        </p>
    }
    .into_any()
}

/// The address of a place on the current page: a bare fragment would lead to the base address instead.
fn in_page(fragment: &str) -> String {
    format!("{}{fragment}", crate::platform::history::current_path())
}

fn ticked(shared: Shared) -> usize {
    shared.ticked.with(|ticked| ticked.iter().filter(|ticked| **ticked).count())
}

fn noticed(shared: Shared) -> String {
    match ticked(shared) {
        0 => shared.word(W::SignsTickedNone).into(),
        1 => shared.word(W::SignsTickedOne).into(),
        count => shared.fill(W::SignsTicked, &[("count", &count.to_string())]),
    }
}

/// The signs under their headings. A heading without a sign that fits is hidden with them.
fn group_views(shared: Shared, groups: Vec<Group>, visible: Memo<Vec<bool>>, in_setting: bool) -> Vec<AnyView> {
    let content = shared.content;
    groups
        .into_iter()
        .map(|group| {
            let heading = match group.kind {
                None => shared.word(W::SignsHere),
                Some(kind) => content.kinds[kind].name.as_str(),
            };
            let anywhere = (in_setting && group.kind.is_some())
                .then(|| view! { " " <small class="soft">{shared.word(W::SignsAnyPlace)}</small> });
            let rows: Vec<_> = group.signs.iter().map(|index| row(shared, *index, visible)).collect();
            let signs = group.signs;
            let empty = move || visible.with(|visible| !signs.iter().any(|index| visible[*index]));
            view! { <section hidden=empty><h2>{heading} {anywhere}</h2><ul class="signs">{rows}</ul></section> }
                .into_any()
        })
        .collect()
}

fn row(shared: Shared, index: usize, visible: Memo<Vec<bool>>) -> AnyView {
    let content = shared.content;
    let sign = &content.signs[index];
    let id = format!("sign-{}", sign.id);
    let tick = move |event| shared.ticked.update(|ticked| ticked[index] = event::checked(&event));
    view! {
        <li hidden=move || visible.with(|visible| !visible[index])>
            <input
                type="checkbox"
                id=id.clone()
                autocomplete="off"
                prop:checked=move || shared.ticked.with(|ticked| ticked[index])
                on:change=tick
            />
            <label for=id>{sign.text.as_str()}</label>
            <details>
                <summary aria-label=shared.fill(W::SignsMoreLabel, &[("sign", &sign.text)])>
                    <b>{weight(shared, sign)}</b> {weigher(shared, sign)}
                </summary>
                {tags(shared, sign)}
            </details>
        </li>
    }
    .into_any()
}

/// How much the sign weighs, in words.
fn weight(shared: Shared, sign: &Sign) -> String {
    let texts: Vec<_> = sign
        .weights
        .iter()
        .map(|(holds, weight)| {
            let weight = shared.word(match weight {
                Weight::Strong => W::WeightStrong,
                Weight::Medium => W::WeightMedium,
                Weight::Weak => W::WeightWeak,
                Weight::Law => W::WeightLaw,
            });
            let word = match holds {
                Holds::Always => return weight.to_string(),
                Holds::Child => W::ForChild,
                Holds::Sex => W::ForSex,
                Holds::Labor => W::ForLabor,
                Holds::Together => W::ForTogether,
            };
            shared.fill(word, &[("weight", &weight.to_lowercase())])
        })
        .collect();
    texts.join("; ")
}

fn weigher(shared: Shared, sign: &Sign) -> String {
    let by = shared.word(match sign.by {
        Weigher::Ilo => W::ByIlo,
        Weigher::Overlay => W::ByOverlay,
        Weigher::Us => W::ByUs,
        Weigher::Law => W::ByLaw,
    });
    format!("· {by}")
}

/// Where the sign is seen, who may notice it, what it points to, and where it was read.
fn tags(shared: Shared, sign: &'static Sign) -> AnyView {
    let content = shared.content;
    let place = |id: &String| content.setting(id).map_or("", |setting| setting.name.as_str());
    let places: Vec<_> = sign.settings.iter().map(place).collect();
    let places = if places.is_empty() { shared.word(W::SignsAnyPlace).into() } else { places.join(", ") };
    let observers = content.observers.iter().filter(|observer| sign.observers.contains(&observer.id));
    let observers: Vec<_> = observers.map(|observer| observer.name.as_str()).collect();
    let points_to = shared.word(match sign.kind_of {
        Type::Sex => W::TypeSex,
        Type::Labor => W::TypeLabor,
        Type::Both => W::TypeBoth,
    });
    let sources = if sign.fact.sources.is_empty() {
        view! { <p>{shared.word(W::SignsNoSource)}</p> }.into_any()
    } else {
        source_list(shared, sign.fact.sources.iter())
    };
    view! {
        <dl class="tags">
            <div><dt>{shared.word(W::SignsTagWhere)}</dt><dd>{places}</dd></div>
            <div><dt>{shared.word(W::SignsTagObservers)}</dt><dd>{observers.join(", ")}</dd></div>
            <div><dt>{shared.word(W::SignsTagType)}</dt><dd>{points_to}</dd></div>
            <div><dt>{shared.word(W::SourcesTitle)}</dt><dd>{sources} {mark(shared, sign.fact.state)}</dd></div>
        </dl>
    }
    .into_any()
}

/// What was noticed, to copy or to clear. It stays on this screen.
fn summary(shared: Shared) -> AnyView {
    let content = shared.content;
    let items = move || {
        shared.ticked.with(|ticked| {
            let noticed = content.signs.iter().zip(ticked).filter(|(_, ticked)| **ticked);
            noticed.map(|(sign, _)| view! { <li>{sign.text.as_str()}</li> }).collect::<Vec<_>>()
        })
    };
    let hidden = move || ticked(shared) == 0;
    let text = move || shared.ticked.with_untracked(|ticked| signs::summary(content, ticked));
    let call = Content::number(content.hotline()).map(|phone| phone.tel());
    view! {
        <section class="sum" id=SUMMARY aria-labelledby="noticed-title">
            <h2 id="noticed-title">{move || noticed(shared)}</h2>
            <ul hidden=hidden>{items}</ul>
            <p class="soft small">{shared.word(W::SignsKept)}</p>
            <p class="actions">
                <a class="btn full" href=call>{shared.word(W::BarCall)}</a>
                <span hidden=hidden>{copy_button(shared, shared.word(W::SignsCopy), text)}</span>
                <button
                    type="button"
                    class="btn"
                    hidden=hidden
                    on:click=move |_| shared.ticked.update(|ticked| ticked.fill(false))
                >
                    {shared.word(W::SignsClear)}
                </button>
            </p>
        </section>
    }
    .into_any()
}
