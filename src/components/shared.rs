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
    /// The path below which the pages of this language stand, with a slash at both ends.
    pub root: &'static str,
    /// What a clock in the club's zone shows. `None` in pages written at build time, which must stay true for as long
    /// as they are read, and in the app until it has taken such a page over.
    pub now: RwSignal<Option<Moment>>,
    /// For each sign whether it is ticked. It lives here and nowhere else: never in storage, address or history.
    pub ticked: RwSignal<Vec<bool>>,
}

impl Shared {
    /// What every view of a page in one language is given; nothing is ticked, and it is no time yet.
    pub fn new(content: &'static Content, base: &'static str, root: &'static str) -> Self {
        let ticked = RwSignal::new(vec![false; content.signs.len()]);
        Self { content, base, root, now: RwSignal::new(None), ticked }
    }

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
        format!("{}{}", self.root, route.path())
    }
}
