//! The document: where it stands, its language, title and focus.

use super::{browser, listen};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The root element.
pub fn root() -> Option<Element> {
    browser().and_then(|(_, document)| document.document_element())
}

/// The path of the public URL, with a slash at both ends: `/` or `/club/`. The build writes it into each page.
pub fn base() -> String {
    attribute("data-base").unwrap_or_else(|| "/".into())
}

/// The file for which the page was written, below the folder of the language's pages.
pub fn file() -> String {
    attribute("data-page").unwrap_or_default()
}

/// Whether the page was written for that file name and from that content.
pub fn is_written_for(name: &str, digest: u64) -> bool {
    file() == name && attribute("data-content") == Some(digest.to_string())
}

/// What the clocks of the zone show as a line of numbers, if the page was written for that zone.
pub fn zone(name: &str) -> Option<String> {
    let (known, line) =
        attribute("data-zone")?.split_once(' ').map(|(known, line)| (known == name, line.to_string()))?;
    known.then_some(line)
}

/// The code of the language that the page is written in. Not its `lang`: that is a translator's to change.
pub fn language() -> String {
    attribute("data-language").unwrap_or_default()
}

/// The whole address of a path on this host.
pub fn address(path: &str) -> String {
    let origin = browser().and_then(|(window, _)| window.location().origin().ok()).unwrap_or_default();
    format!("{origin}{path}")
}

fn attribute(name: &str) -> Option<String> {
    root().and_then(|root| root.get_attribute(name))
}

/// Sets the title.
pub fn set_title(title: &str) {
    if let Some((_, document)) = browser() {
        document.set_title(title);
    }
}

/// Calls the handler whenever the page comes back to the front.
pub fn on_return(handler: impl Fn() + 'static) {
    if let Some((_, document)) = browser() {
        let target = document.clone();
        listen(&target, "visibilitychange", move |_| {
            if !document.hidden() {
                handler();
            }
        });
    }
}

/// The heading of the page's own part; an extension's panel may have another.
const HEADING: &str = "main h1";

/// The text of the page's heading, as it is in the page now.
pub fn heading() -> String {
    let heading = browser().and_then(|(_, document)| document.query_selector(HEADING).ok().flatten());
    heading.and_then(|heading| heading.text_content()).unwrap_or_default()
}

/// Moves focus to the heading of the page, or of the step that it shows, which reads it out, without scrolling.
pub fn focus_heading() {
    let find = |(_, document): (_, web_sys::Document)| {
        let step = document.query_selector(".step.on > h2").ok().flatten();
        step.or_else(|| document.query_selector(HEADING).ok().flatten())
    };
    focus_quietly(browser().and_then(find).and_then(|heading| heading.dyn_into().ok()));
}

/// Moves to the element with that id, and says whether there is one.
pub fn go_to(id: &str) -> bool {
    let Some(element) = browser().and_then(|(_, document)| document.get_element_by_id(id)) else { return false };
    element.scroll_into_view();
    focus_quietly(element.dyn_into().ok());
    true
}

fn focus_quietly(element: Option<HtmlElement>) {
    if let Some(element) = element {
        if !element.has_attribute("tabindex") && element.tab_index() < 0 {
            element.set_tab_index(-1);
        }
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}
