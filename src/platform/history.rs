//! Addresses and history: links inside the app are followed without loading a page; Back and Forward bring back the
//! place on the page. What the history keeps of us is a number for the entry and how far down the page was.

use super::{browser, document, listen};
use crate::route;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, MouseEvent, ScrollRestoration, Window};

/// A move to an address of the app.
pub struct Visit {
    /// The path below the folder of the language's pages.
    pub path: String,
    /// The part after `#`; empty where there is none.
    fragment: String,
    /// How far down the page was when it was left, for Back and Forward.
    scroll: Option<f64>,
    /// How far down the page before was.
    from: f64,
    /// The number of its entry in the history.
    pub entry: usize,
}

/// The current path below the folder of the language's pages, as it is meant: `%68elp` is `help`. Outside of the folder
/// every path is unknown, so the whole path is given.
pub fn path_below(root: &str) -> String {
    let path = browser().and_then(|(window, _)| window.location().pathname().ok()).unwrap_or_default();
    let inside = path.split_at_checked(root.len()).filter(|(folder, _)| folder.eq_ignore_ascii_case(root));
    let below = inside.map_or(path.as_str(), |(_, below)| below);
    js_sys::decode_uri_component(below).map_or_else(|_| below.into(), String::from)
}

/// How far down each entry's page was, by the entry's number, and which entry is the current one.
#[derive(Default)]
struct Entries {
    current: usize,
    scrolls: Vec<f64>,
    /// How far down the page was by what the browser's history says of the current entry.
    written: f64,
}

impl Entries {
    fn keep(&mut self, scroll: f64) {
        if self.scrolls.len() <= self.current {
            self.scrolls.resize(self.current + 1, 0.0);
        }
        self.scrolls[self.current] = scroll;
    }
}

thread_local! {
    static ENTRIES: Rc<RefCell<Entries>> = Rc::default();
}

/// Follows links and history from now on: `visit` is called for each move to an address of the app, given below the
/// folder `root`. The entry of the history gets the path of the page that it shows, whatever the host calls it.
pub fn follow(root: &'static str, path: Option<String>, visit: impl Fn(Visit) + 'static) {
    let Some((window, document)) = browser() else { return };
    let Ok(history) = window.history() else { return };
    let (current, scroll) = read_state(&history.state().unwrap_or(JsValue::NULL)).unwrap_or_default();
    let entries = ENTRIES.with(Rc::clone);
    entries.borrow_mut().current = current;
    entries.borrow_mut().keep(scroll);
    entries.borrow_mut().written = scroll;
    let visit = Rc::new(visit);
    let location = window.location();
    let other = path.filter(|path| location.pathname().is_ok_and(|now| now != *path));
    let url = other.map(|path| path + &location.search().unwrap_or_default() + &location.hash().unwrap_or_default());
    write_state(&window, current, scroll, url.as_deref());

    let (known, go, view) = (entries.clone(), visit.clone(), window.clone());
    listen(&document, "click", move |event| {
        let Some(href) = plain_click(&event) else { return };
        let (url, fragment) = href.split_once('#').unwrap_or((&href, ""));
        if url.is_empty() {
            // A place on this page, without an entry in the history.
            event.prevent_default();
            document::go_to(fragment);
            return;
        }
        let Some(path) = route::path_in_app(url, root) else { return };
        // Else the browser follows it.
        let Some((entry, from)) = enter(&view, &known, &href) else { return };
        event.prevent_default();
        go(Visit { path: path.into(), fragment: fragment.into(), scroll: None, from, entry });
    });

    let (known, go, view) = (entries.clone(), visit, window.clone());
    listen(&window, "popstate", move |event| {
        let state = event.dyn_ref::<web_sys::PopStateEvent>().map(web_sys::PopStateEvent::state);
        let mut known = known.borrow_mut();
        let from = view.scroll_y().unwrap_or_default();
        known.keep(from);
        let fragment = view.location().hash().unwrap_or_default().trim_start_matches('#').to_string();
        known.written = 0.0;
        let scroll = match read_state(&state.unwrap_or(JsValue::NULL)) {
            Some((entry, scroll)) => {
                known.current = entry;
                known.written = scroll;
                Some(known.scrolls.get(entry).copied().unwrap_or(scroll))
            }
            // An entry that is not ours: the person changed the fragment in the address by hand.
            None => {
                known.current += 1;
                let current = known.current;
                known.scrolls.truncate(current);
                write_state(&view, current, 0.0, None);
                None
            }
        };
        let entry = known.current;
        drop(known);
        go(Visit { path: path_below(root), fragment, scroll, from, entry });
    });

    // A page that is loaded anew is whole before the app is there: then the browser itself brings back the scroll.
    // Chromium and Firefox lose what is set as late as `pagehide`, some versions of WebKit send only that.
    for name in ["beforeunload", "pagehide"] {
        let view = window.clone();
        listen(&window, name, move |_| restore_scroll(&view, ScrollRestoration::Auto));
    }
}

/// Adds an entry to the history. It gives the number of the entry, and how far down the page that is left was; nothing where
/// the browser refuses: each limits how often this may be done in a while.
fn enter(window: &Window, entries: &RefCell<Entries>, url: &str) -> Option<(usize, f64)> {
    let scroll = window.scroll_y().unwrap_or_default();
    let mut known = entries.borrow_mut();
    known.keep(scroll);
    let current = known.current + 1;
    // For Back after a reload, when `known` is gone. The browser's history is slow: it is told only what is new.
    if known.written != scroll {
        write_state(window, known.current, scroll, None);
        known.written = scroll;
    }
    // Browsers bring back the scroll before the page is there again: within the document we do it, when it is.
    restore_scroll(window, ScrollRestoration::Manual);
    if !write_state(window, current, 0.0, Some(url)) {
        return None;
    }
    known.current = current;
    known.scrolls.truncate(current);
    known.written = 0.0;
    Some((current, scroll))
}

/// Goes on to another step of the same page: Back leads back to this one. It gives the number of the new entry, which has
/// the same address; where the browser refuses one, that of the current entry, and Back leads to the step before.
pub fn step() -> usize {
    let Some((window, _)) = browser() else { return 0 };
    let url = window.location().href().unwrap_or_default();
    ENTRIES.with(|entries| {
        let entered = enter(&window, entries, &url);
        entered.map_or_else(|| entries.borrow().current, |(entry, _)| entry)
    })
}

/// Shows the step that was just gone to, from its top.
pub fn settle_step() {
    document::focus_heading();
    if let Some((window, _)) = browser() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Goes one entry back.
pub fn back() {
    if let Some(history) = browser().and_then(|(window, _)| window.history().ok()) {
        // It fails only in a document that is no longer shown.
        let _ = history.back();
    }
}

fn restore_scroll(window: &Window, by: ScrollRestoration) {
    if let Ok(history) = window.history() {
        // It fails only in a document that is no longer shown.
        let _ = history.set_scroll_restoration(by);
    }
}

impl Visit {
    /// Whether it leads to an entry that was not there before.
    pub fn is_new(&self) -> bool {
        self.scroll.is_none()
    }

    /// Whether the visit leads to a place on the page that is there only once the whole page is.
    pub fn needs_whole_page(&self) -> bool {
        self.scroll.is_some_and(|scroll| scroll > 0.0) || !self.fragment.is_empty()
    }
}

/// Puts the scroll where it belongs once the page of a visit is in place. It says whether the visit leads to an element
/// of the page, which has the focus then.
pub fn settle(visit: &Visit) -> bool {
    if !visit.fragment.is_empty() && visit.is_new() && document::go_to(&visit.fragment) {
        return true;
    }
    let scroll = visit.scroll.unwrap_or_default();
    // A scroll wants to know where everything stands; from top to top it is not needed.
    if let Some((window, _)) = browser().filter(|_| scroll != 0.0 || visit.from != 0.0) {
        window.scroll_to_with_x_and_y(0.0, scroll);
    }
    false
}

/// What the link says that a click would follow in this window. Another language is another document.
fn plain_click(event: &Event) -> Option<String> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let changed = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    if event.default_prevented() || click.button() != 0 || changed {
        return None;
    }
    let link = event.target()?.dyn_ref::<Element>()?.closest("a:not([target],[download],[hreflang])").ok()??;
    link.get_attribute("href")
}

/// Writes what the history keeps of an entry: a new one with that address, or the current one. True if it was written. Browsers
/// limit how often this may be done: WebKit and Firefox throw then, Chromium does nothing.
fn write_state(window: &Window, entry: usize, scroll: f64, url: Option<&str>) -> bool {
    let Ok(history) = window.history() else { return false };
    let state = JsValue::from_str(&format!("{entry} {}", scroll as i64));
    let written = match url {
        Some(url) => history.push_state_with_url(&state, "", Some(url)),
        None => history.replace_state_with_url(&state, "", None),
    };
    written.is_ok() && history.state().is_ok_and(|now| now == state)
}

fn read_state(state: &JsValue) -> Option<(usize, f64)> {
    let text = state.as_string()?;
    let (entry, scroll) = text.split_once(' ')?;
    let (entry, scroll) = (entry.parse::<u16>().ok()?, scroll.parse::<u32>().ok()?);
    Some((entry.into(), scroll.into()))
}
