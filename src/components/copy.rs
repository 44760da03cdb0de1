//! A button that copies a text.

use super::el::{El, Text, el};
use super::shared::Shared;
use crate::content::W;
use crate::platform::{clipboard, task};
use leptos::prelude::*;

/// A button that copies what `text` gives when it is pressed, and says how that went.
pub fn copy_button(shared: Shared, label: impl Into<Text>, text: impl Fn() -> String + 'static) -> El {
    // Nothing yet, copied, or not.
    let outcome = RwSignal::new(0_usize);
    let copy = move |_| {
        let text = text();
        task::spawn(async move {
            let done = clipboard::copy(&text).await;
            // The person may have gone on to another page while the phone was asked.
            let _ = outcome.try_set(if done { 1 } else { 2 });
        });
    };
    let said = move || match outcome.get() {
        0 => "".into(),
        1 => shared.word(W::LineCopied).into(),
        _ => shared.word(W::LineCopyFailed).into(),
    };
    let button = el("button").attr("type", "button").class("btn").on("click", copy).text(label);
    let outcome = el("span").class("outcome").attr("role", "status").live_text(said);
    el("span").class("copy app-only").child(button).child(outcome)
}
