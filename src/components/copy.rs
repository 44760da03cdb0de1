//! A button that copies a text.

use super::shared::Shared;
use crate::content::W;
use crate::platform::clipboard;
use leptos::prelude::*;

/// A button that copies what `text` gives when it is pressed, and says how that went.
pub fn copy_button(shared: Shared, label: impl Into<String>, text: impl Fn() -> String + 'static) -> AnyView {
    let label: String = label.into();
    let outcome = RwSignal::new("");
    let copy = move |_| {
        let text = text();
        leptos::task::spawn_local(async move {
            let done = clipboard::copy(&text).await;
            outcome.set(shared.word(if done { W::LineCopied } else { W::LineCopyFailed }));
        });
    };
    view! {
        <button type="button" class="btn" on:click=copy>{label}</button>
        <span class="outcome" role="status">{outcome}</span>
    }
    .into_any()
}
