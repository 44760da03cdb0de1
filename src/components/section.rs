//! A part of a page.

use super::el::{El, el};

/// A part of a page under a heading that an address may point to.
pub fn section(id: &'static str, title: &'static str) -> El {
    el("section").child(el("h2").attr("id", id).text(title))
}
