//! The page that the build wrote: waiting for the right moment to take it over, and what it says about the app.

use super::node::Element;
use super::{browser, document, listen};
use js_sys::Array;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The search that needs no app (loader/search.js).
    #[wasm_bindgen(catch, js_name = porchlightSearch)]
    fn porchlight_search(typed: &str) -> Result<Array, JsValue>;
}

/// The ids of the note about content that could not be loaded.
const NOTE: &str = "refresh";
const PROBLEMS: &str = "refresh-problems";
const RETRY: &str = "refresh-retry";

/// Set on the root element while what needs the app may be shown. The page's own script sets it where the app can run. It is
/// no class: those are shared with translators and extensions.
const APP: &str = "data-app";

/// Set on the root element by the page's own script while a finger or a button is down.
const HELD: &str = "data-held";

/// Sent to the document by the page's own script when nothing is down any more and the click has been handled.
const RELEASED: &str = "porchlight-released";

/// Does the work now, or once nothing is pressed any more: a tap under way must end on what it began on.
pub fn when_released(work: impl FnOnce() + 'static) {
    let Some((_, document)) = browser() else { return };
    if !document::root().is_some_and(|root| root.has_attribute(HELD)) {
        return work();
    }
    let work = Cell::new(Some(work));
    listen(&document, RELEASED, move |_| {
        if let Some(work) = work.take() {
            work();
        }
    });
}

/// For each sign listed in the page whether each of the words typed begins one of the words that it has in the page. Empty
/// where the page's own search is missing.
pub fn fitting(typed: &str) -> Vec<bool> {
    let fitting = porchlight_search(typed).unwrap_or_default();
    fitting.iter().map(|fits| fits.is_truthy()).collect()
}

/// Says whether the parts that need the app are shown.
pub fn offer_app(offered: bool) {
    if let Some(root) = document::root() {
        // It fails only for a name that is none.
        let _ = root.toggle_attribute_with_force(APP, offered);
    }
}

/// Says that the content could not be loaded, and why. Everything that the page already shows stays.
pub fn show_failure(problems: &[String]) {
    offer_app(false);
    if let Some(list) = Element::with_id(PROBLEMS) {
        list.set_text(&problems.join("\n"));
    }
    show_note(true);
}

/// Calls the handler when the person asks to try again.
pub fn on_retry(handler: impl Fn() + 'static) {
    if let Some(button) = Element::with_id(RETRY) {
        let retry = move |_| {
            show_note(false);
            handler();
        };
        // It listens for as long as the page lives.
        std::mem::forget(button.listen("click", Box::new(retry)));
    }
}

fn show_note(visible: bool) {
    if let Some(note) = Element::with_id(NOTE) {
        note.put("hidden", (!visible).then_some(""));
    }
}
