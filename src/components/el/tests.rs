//! Taking over, bringing up to date and putting in pages, on nodes in memory.

use super::screen::Screen;
use super::{El, dom, el};
use crate::components::state::State;
use crate::platform::node::{Element, Node};
use any_spawner::Executor;
use scraper::Html;
use std::rc::Rc;

/// Lets what reacts follow what has changed.
fn follow() {
    Executor::poll_local();
}

/// What the page below reacts to.
#[derive(Clone, Copy, Default)]
struct Told {
    name: State<String>,
    open: State<bool>,
    names: State<Vec<String>>,
    pressed: State<usize>,
}

impl Told {
    fn new() -> Self {
        // It fails only where another test has done it.
        let _ = Executor::init_futures_executor();
        Self::default()
    }

    /// Changes all of it, and lets the page follow.
    fn change(self) {
        self.name.set("Ada".into());
        self.open.set(true);
        self.names.set(vec!["Ada".into(), "Bo".into()]);
        follow();
    }
}

/// A page of each kind of thing that there is.
fn page(told: Told, title: &'static str) -> Vec<El> {
    let names = move || told.names.get().into_iter().map(|name| el("li").child(el("b").text(name))).collect();
    vec![
        el("h1").text(title),
        el("p").text("Written ").child(el("a").attr("href", "tel:1").text("1")).text(" once"),
        el("p").class("name").live_text(move || format!("Name: {}", told.name.get()).into()),
        el("div").child(el("span").text("before")).child(button(told, "Press")).child(el("span").text("after")),
        el("section").hidden(move || !told.open.get()).child(el("svg").child(el("polygon").attr("points", "0 0"))),
        el("label").child(el("input").attr("type", "checkbox").checked(move || told.open.get())),
        el("details").child(el("summary").text("More")).folded(|| el("dl").child(el("dt").text("Folded"))),
        el("ul").later(move || vec![el("li").child(button(told, "Later"))]),
        el("ol").live_children(names),
    ]
}

fn button(told: Told, text: &'static str) -> El {
    el("button").on("click", move |_| told.pressed.update(|pressed| *pressed += 1)).text(text)
}

/// An element with the nodes that a browser makes of a page of the build.
fn written(page: Vec<El>) -> Element {
    let html = el("main").all(page).html();
    let parsed = Html::parse_fragment(&html);
    let root = parsed.root_element();
    let main = root.child_elements().next().expect("a page");
    copy(main, false)
}

fn copy(from: scraper::ElementRef, in_drawing: bool) -> Element {
    let in_drawing = in_drawing || from.value().name() == "svg";
    let element = Element::new(from.value().name(), in_drawing);
    from.value().attrs().for_each(|(name, value)| element.set_attribute(name, value));
    for child in from.children() {
        match (scraper::ElementRef::wrap(child), child.value().as_text()) {
            (Some(child), _) => element.insert(&copy(child, in_drawing), None),
            (_, Some(text)) => element.insert_text(text, None),
            _ => {}
        }
    }
    element
}

/// The element as text: tags, attributes in their order by name, texts.
fn shown(element: &Element) -> String {
    let mut names = element.attribute_names();
    names.retain(|name| name != "data-live");
    names.sort();
    let attributes = names.iter().map(|name| format!(" {name}={:?}", element.attribute(name).unwrap_or_default()));
    let attributes: String = attributes.collect();
    let ticked = if element.is_checked() { " ticked" } else { "" };
    let inside = element.children().into_iter().map(|child| match child.element() {
        Some(element) => shown(&element),
        None => child.data().unwrap_or_default(),
    });
    format!("<{}{attributes}{ticked}>{}</>", element.tag(), inside.collect::<String>())
}

/// The page as it is where nobody has written it before.
fn made(told: Told, title: &'static str) -> Element {
    let main = Element::new("main", false);
    for child in page(told, title) {
        let built = dom::make(child, false, &mut None);
        main.insert(&built.element, None);
        std::mem::forget(built);
    }
    open(&main);
    main
}

/// Opens what is folded.
fn open(page: &Element) {
    page.descendants().iter().filter(|element| element.tag() == "details").for_each(|details| {
        details.dispatch("click");
    });
}

fn first(page: &Element, tag: &str) -> Element {
    page.descendants().into_iter().find(|element| element.tag() == tag).expect("such an element")
}

fn take_over(page: &Element, describe: impl Fn() -> Vec<El>, is_same: bool) -> Vec<dom::Built> {
    dom::take_over(page, describe, dom::marked(page, None), is_same)
}

/// Puts each text into an element of its own, as translators do.
fn translate(element: &Element) {
    for node in element.children() {
        match (node.element(), node.data()) {
            (Some(child), _) => translate(&child),
            (None, Some(text)) => {
                let font = Element::new("font", false);
                font.insert_text(&format!("«{text}»"), None);
                element.insert(&font, Some(&node));
                node.remove();
            }
            _ => {}
        }
    }
}

fn insert(page: &Element, tag: &str, before: Option<Node>) {
    let foreign = Element::new(tag, false);
    foreign.insert_text("foreign", None);
    page.insert(&foreign, before.as_ref());
}

fn insert_marked(page: &Element, tag: &str) {
    let foreign = Element::new(tag, false);
    foreign.set_attribute("data-live", "");
    page.insert(&foreign, None);
}

/// What others do to a page before the app has it: the name, and how.
type Change = (&'static str, fn(&Element));

const CHANGES: [Change; 10] = [
    ("nothing", |_| ()),
    ("each text in an element of its own", translate),
    ("an element first in the page", |page| insert(page, "div", page.first_child())),
    ("an element last in the page", |page| insert(page, "div", None)),
    ("a button before ours", |page| {
        let parent = first(page, "div");
        insert(&parent, "button", parent.first_child());
    }),
    ("a span beside ours", |page| insert(&first(page, "div"), "span", None)),
    ("a paragraph before the one that changes", |page| insert(page, "p", page.children().get(1).cloned())),
    ("something in the text that changes", |page| {
        let name = page.children()[2].element().expect("a paragraph");
        insert(&name, "grammarly-extension", None);
    }),
    ("a link torn into parts", |page| {
        let link = first(page, "a");
        link.set_text("");
        insert(&link, "span", None);
    }),
    ("attributes of others on every element", |page| {
        for element in page.descendants() {
            element.set_attribute("data-darkreader-inline-color", "");
            element.set_attribute("_msttexthash", "123");
        }
    }),
];

#[test]
fn a_page_that_others_have_changed_reacts_as_it_should() {
    for (name, change) in CHANGES {
        let told = Told::new();
        let main = written(page(told, "Title"));
        change(&main);
        let own: Vec<_> = main.having("data-live");
        let built = take_over(&main, || page(told, "Title"), true);
        assert_eq!(main.having("data-live"), own, "{name}: the nodes that react stay");
        told.change();
        for button in own.iter().filter(|element| element.tag() == "button") {
            button.dispatch("click");
        }
        assert_eq!(told.pressed.get_untracked(), 2, "{name}: each button is heard once");
        let text = main.text();
        assert_eq!(text.matches("Name: Ada").count(), 1, "{name}: {text}");
        assert_eq!(text.matches("Name").count(), 1, "{name}: nothing is doubled: {text}");
        assert_eq!(first(&main, "ol").text(), "AdaBo", "{name}");
        told.names.set(vec!["Cy".into()]);
        follow();
        assert_eq!(first(&main, "ol").text(), "Cy", "{name}");
        assert_eq!(first(&main, "section").attribute("hidden"), None, "{name}");
        assert!(first(&main, "input").is_checked(), "{name}");
        drop(built);
    }
}

#[test]
fn a_page_that_others_change_later_reacts_as_it_should() {
    for (name, change) in CHANGES {
        let told = Told::new();
        let main = written(page(told, "Title"));
        let built = take_over(&main, || page(told, "Title"), true);
        change(&main);
        told.change();
        let text = main.text();
        assert_eq!(text.matches("Name").count(), 1, "{name}: {text}");
        assert_eq!(text.matches("Name: Ada").count(), 1, "{name}: {text}");
        assert_eq!(first(&main, "ol").text(), "AdaBo", "{name}");
        drop(built);
    }
}

#[test]
fn nothing_of_others_is_taken_out_of_a_page_from_the_same_content() {
    for (name, change) in CHANGES {
        let told = Told::new();
        let main = written(page(told, "Title"));
        change(&main);
        let before = shown(&main);
        let built = take_over(&main, || page(told, "Title"), true);
        // A text that changes is brought up to date at once.
        if !matches!(name, "each text in an element of its own" | "something in the text that changes") {
            assert_eq!(shown(&main), before, "{name}");
        }
        drop(built);
    }
}

#[test]
fn a_page_from_other_content_becomes_the_one_that_is_described() {
    for (name, change) in CHANGES {
        let told = Told::new();
        let main = written(page(told, "Earlier"));
        change(&main);
        let built = take_over(&main, || page(told, "Title"), false);
        for element in main.descendants() {
            element.remove_attribute("data-darkreader-inline-color");
        }
        assert_eq!(shown(&main), shown(&made(told, "Title")), "{name}");
        told.change();
        assert_eq!(shown(&main), shown(&made(told, "Title")), "{name}");
        first(&main, "button").dispatch("click");
        assert_eq!(told.pressed.get_untracked(), 1, "{name}");
        drop(built);
    }
}

#[test]
fn the_nodes_of_a_page_from_other_content_stay_where_they_can() {
    let told = Told::new();
    let main = written(page(told, "Earlier"));
    let before = main.descendants();
    insert(&main, "div", main.first_child());
    insert(&main, "p", main.children().get(3).cloned());
    let built = take_over(&main, || page(told, "Title"), false);
    assert_eq!(main.descendants(), before);
    drop(built);
}

#[test]
fn marks_that_are_not_ours_or_are_missing_only_cost_the_short_way() {
    let changes: [Change; 4] = [
        ("a copy of ours", |page| {
            insert(page, "ol", page.first_child());
            first(page, "ol").set_attribute("data-live", "");
            page.insert(&first(page, "ol"), page.children().last());
        }),
        ("one too many", |page| first(page, "h1").set_attribute("data-live", "")),
        ("one too few", |page| first(page, "button").remove_attribute("data-live")),
        ("on other elements", |page| {
            first(page, "button").remove_attribute("data-live");
            first(page, "h1").set_attribute("data-live", "");
        }),
    ];
    for (name, change) in changes {
        let told = Told::new();
        let main = written(page(told, "Title"));
        change(&main);
        let built = take_over(&main, || page(told, "Title"), true);
        told.change();
        assert_eq!(shown(&main), shown(&made(told, "Title")), "{name}");
        assert_eq!(first(&main, "button").dispatch("click"), 1, "{name}");
        drop(built);
    }
}

#[test]
fn what_a_person_did_before_the_app_was_there_counts() {
    let changes: [Change; 2] = [("nothing", |_| ()), ("a mark too many", |page| insert_marked(page, "p"))];
    for (is_same, (_, change)) in [true, false].into_iter().flat_map(|same| changes.map(|change| (same, change))) {
        let told = Told::new();
        let tick = move || {
            let input = el("input").checked(move || told.open.get());
            let ticked = move |_| {
                told.open.update(|open| *open = true);
                told.pressed.update(|pressed| *pressed += 1);
            };
            vec![el("label").child(input.on("change", ticked))]
        };
        let main = written(tick());
        change(&main);
        first(&main, "input").set_checked(true);
        let built = take_over(&main, tick, is_same);
        assert!(told.open.get_untracked());
        assert_eq!(told.pressed.get_untracked(), 1, "it counts once");
        assert!(first(&main, "input").is_checked());
        drop(built);
    }
}

#[test]
fn an_opened_part_stays_open_until_the_app_has_a_reason_to_change_it() {
    for is_same in [true, false] {
        let told = Told::new();
        let part = move || vec![el("details").live("open", move || told.open.get().then(|| "".into()))];
        let main = written(part());
        first(&main, "details").set_attribute("open", "");
        let built = take_over(&main, part, is_same);
        assert_eq!(first(&main, "details").attribute("open").as_deref(), Some(""));
        told.open.set(true);
        told.open.set(false);
        follow();
        assert_eq!(first(&main, "details").attribute("open"), None);
        drop(built);
    }
}

#[test]
fn everything_in_a_drawing_is_a_drawing() {
    let drawing = || el("svg").child(el("g").child(el("linearGradient"))).child(el("foreignObject").child(el("p")));
    let built = dom::make(el("p").child(drawing()), false, &mut None);
    let drawn: Vec<_> = built.element.descendants().into_iter().filter(Element::is_in_drawing).collect();
    let tags: Vec<_> = drawn.iter().map(Element::tag).collect();
    assert_eq!(tags, ["svg", "g", "linearGradient", "foreignObject"]);
}

#[test]
fn what_is_gone_hears_nothing() {
    let told = Told::new();
    let main = written(page(told, "Title"));
    let built = take_over(&main, || page(told, "Title"), true);
    drop(built);
    told.change();
    assert_eq!(first(&main, "button").dispatch("click"), 0);
    assert!(!main.text().contains("Ada"));
}

/// A screen with a page of the build, and whether it says that it is busy.
fn screen(told: Told) -> (Element, Screen, impl Fn() -> bool) {
    let main = written(page(told, "First"));
    let screen = Screen::take_over(main.clone(), || page(told, "First"), true);
    let element = main.clone();
    (main, screen, move || element.attribute("aria-busy").is_some())
}

#[test]
fn another_page_comes_with_its_heading_first_and_then_whole() {
    let told = Told::new();
    let (main, screen, is_busy) = screen(told);
    drop(screen.begin(|| page(told, "Second")));
    assert_eq!((main.text().as_str(), is_busy()), ("Second", true));
    while !screen.go_on(|| true) {
        assert!(is_busy());
    }
    assert!(!is_busy());
    open(&main);
    assert_eq!(shown(&main), shown(&made(told, "Second")));
    told.change();
    assert!(main.text().contains("Name: Ada"));
}

#[test]
fn whoever_goes_on_before_a_page_is_whole_gets_the_next_one() {
    let told = Told::new();
    let (main, screen, is_busy) = screen(told);
    let first = screen.begin(|| page(told, "Second"));
    let second = screen.begin(|| page(told, "Third"));
    assert_eq!((main.text().as_str(), is_busy()), ("Third", true));
    screen.complete();
    drop((first, second));
    assert!(!is_busy());
    told.change();
    assert_eq!(main.text().matches("Name: Ada").count(), 1);
}

#[test]
fn what_is_for_later_comes_in_its_place() {
    let told = Told::new();
    let (main, screen, _) = screen(told);
    let nested = || {
        let inner = || vec![el("p").text("2"), el("div").later(|| vec![el("p").text("3")])];
        let last = el("div").later(|| vec![el("p").text("4")]);
        let pair = el("div").child(el("div").later(inner)).child(last);
        vec![el("h1").text("1"), pair, el("p").text("5")]
    };
    let whole = dom::make(el("main").all(nested()), false, &mut None);
    drop(screen.begin(nested));
    while !screen.go_on(|| true) {
        assert!("12345".starts_with(&main.text()), "nothing moves once it is there: {}", main.text());
    }
    assert_eq!(main.text(), "12345");
    assert_eq!(shown(&main), shown(&whole.element));
}

#[test]
fn a_page_without_a_heading_comes_too() {
    let told = Told::new();
    let (main, screen, is_busy) = screen(told);
    drop(screen.begin(|| vec![el("p").text("words")]));
    assert_eq!((main.text().as_str(), is_busy()), ("words", false));
}

#[test]
fn the_page_before_reacts_no_more() {
    let told = Told::new();
    let (_, screen, _) = screen(told);
    let watched = Rc::new(());
    let inside = watched.clone();
    let counting = move || {
        let inside = inside.clone();
        vec![el("h1").text("1"), el("p").live_text(move || format!("{}", Rc::strong_count(&inside)).into())]
    };
    drop(screen.begin(counting));
    screen.complete();
    drop(screen.begin(|| page(told, "Second")));
    follow();
    assert_eq!(Rc::strong_count(&watched), 1);
}
