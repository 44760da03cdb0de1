//! A few words for someone whose phone may be looked at, beside what could give them away. They are in nobody's way.

use super::el::{El, el};
use super::shared::Shared;
use crate::content::W;
use crate::route::Route;

/// The question whether that is so, and the words.
pub fn caution(shared: Shared) -> El {
    let question = el("b").text(shared.word(W::InstallAsk));
    words(shared, el("p").class("note small").child(question).text(" "))
}

/// Puts the words into an element, with the way to more of them.
pub fn words(shared: Shared, element: El) -> El {
    let more = el("a").attr("href", shared.url(&Route::Phone)).text(shared.word(W::CautionMore));
    element.text(shared.word(W::Caution)).text(" ").child(more)
}
