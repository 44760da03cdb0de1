//! The document: its base, title, language and focus.

use super::{browser, listen};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The path of the public URL, with a slash at both ends: `/` or `/club/`.
pub fn base_path() -> String {
    let base = browser().and_then(|(_, document)| document.base_uri().ok().flatten()).unwrap_or_default();
    let path = base.splitn(4, '/').nth(3).unwrap_or_default();
    let folder = path.rfind('/').map_or("", |end| &path[..=end]);
    format!("/{folder}")
}

/// Sets the title.
pub fn set_title(title: &str) {
    if let Some((_, document)) = browser() {
        document.set_title(title);
    }
}

/// Sets the language and the direction of the text.
pub fn set_language(code: &str, right_to_left: bool) {
    if let Some(root) = browser().and_then(|(_, document)| document.document_element()) {
        // Setting an attribute fails only for a name that is none.
        let _ = root.set_attribute("lang", code);
        let _ = root.set_attribute("dir", if right_to_left { "rtl" } else { "ltr" });
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

/// Moves focus to the page's heading, which reads it out, without scrolling.
pub fn focus_heading() {
    let heading = browser().and_then(|(_, document)| document.query_selector("h1").ok().flatten());
    focus_quietly(heading.and_then(|heading| heading.dyn_into().ok()));
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
