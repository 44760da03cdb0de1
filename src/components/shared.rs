//! What every view is given.

use crate::content::{Content, W};
use crate::date::Moment;
use crate::route::Route;
use leptos::prelude::*;

/// What every view is given. It is small and can be copied.
#[derive(Clone, Copy)]
pub struct Shared {
    /// The content; it lives as long as the page.
    pub content: &'static Content,
    /// The path of the public URL, with a slash at both ends.
    pub base: &'static str,
    /// What a clock in the club's zone shows.
    pub now: RwSignal<Moment>,
    /// For each sign whether it is ticked. It lives here and nowhere else: never in storage, address or history.
    pub ticked: RwSignal<Vec<bool>>,
}

impl Shared {
    /// A text of the interface.
    pub fn word(self, word: W) -> &'static str {
        self.content.ui.get(word)
    }

    /// A text of the interface with its placeholders filled.
    pub fn fill(self, word: W, values: &[(&str, &str)]) -> String {
        self.content.ui.fill(word, values)
    }

    /// The address of a page.
    pub fn url(self, route: &Route) -> String {
        format!("{}{}", self.base, route.path())
    }
}
