//! A door: a large choice, with one line in bold and one in soft ink.

use leptos::prelude::*;

/// A door to `href`.
pub fn door(href: String, title: impl Into<String>, about: impl Into<String>) -> AnyView {
    let (title, about): (String, String) = (title.into(), about.into());
    view! { <a class="door" href=href><b>{title}</b><span>{about}</span></a> }.into_any()
}
