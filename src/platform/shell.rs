//! What stands in `index.html` itself: the bar, the first screen, and the message when the content does not load.

use super::{browser, document, listen};
use crate::content::{self, Content};
use leptos::tachys::view::Render;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

fn element(id: &str) -> Option<Element> {
    browser().and_then(|(_, document)| document.get_element_by_id(id))
}

fn show(id: &str, visible: bool) {
    if let Some(element) = element(id) {
        let element: &HtmlElement = element.unchecked_ref();
        element.set_hidden(!visible);
    }
}

/// Puts what the content says into the elements of `index.html`. They stay the same elements: a tap that is under way
/// is not lost.
pub fn fill(content: &Content) {
    document::set_language(&content.language, content.right_to_left);
    for part in content::shell(content) {
        let Some(element) = element(part.id) else { continue };
        if let Some(text) = part.text {
            element.set_text_content(Some(&text));
        }
        if let Some(href) = part.href {
            // Setting an attribute fails only for a name that is none.
            let _ = element.set_attribute("href", &href);
        }
    }
}

/// Puts the app where the first screen was, in one step.
pub fn mount<V: Render + 'static>(view: impl FnOnce() -> V + 'static) {
    let Some(root) = element("app") else { return };
    root.set_text_content(None);
    leptos::mount::mount_to_renderer(&root, view).forget();
}

/// Shows the message that the content could not be loaded, and why.
pub fn show_failure(problems: &[String]) {
    if let Some(list) = element("start-problems") {
        list.set_text_content(Some(&problems.join("\n")));
    }
    show("start-failure", true);
}

/// Calls the handler when the person asks to try again.
pub fn on_retry(handler: impl Fn() + 'static) {
    if let Some(button) = element("start-retry") {
        listen(&button, "click", move |_| {
            show("start-failure", false);
            handler();
        });
    }
}
