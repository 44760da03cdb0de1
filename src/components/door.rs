//! A door: a large choice, with one line in bold and one in soft ink.

use super::el::{El, Text, el};

/// A door to `href`.
pub fn door(href: String, title: impl Into<Text>, about: impl Into<Text>) -> El {
    let about: Text = about.into();
    let about = (!about.is_empty()).then(|| el("span").text(about));
    el("a").class("door").attr("href", href).child(el("b").text(title)).maybe(about)
}
