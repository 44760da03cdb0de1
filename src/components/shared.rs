//! What every view is given.

use super::state::State;
use crate::content::{Content, W};
use crate::date::Moment;
use crate::flow::Walk;
use crate::rehearsal::{self, Answered, FIELDS, Notes};
use crate::route::Route;
use crate::signs::Filter;
use std::ops::Deref;

/// What every view is given. It is one address, since each handler and each text that changes holds a copy.
#[derive(Clone, Copy)]
pub struct Shared(&'static Fields);

/// What lives as long as the page.
pub struct Fields {
    /// The content; it lives as long as the page.
    pub content: &'static Content,
    /// The path of the public URL, with a slash at both ends.
    pub base: &'static str,
    /// The path below which the pages of this language stand, with a slash at both ends.
    pub root: &'static str,
    /// What a clock in the club's zone showed when last something changed by it. `None` in pages written at build time, which must stay true for as long
    /// as they are read, and in the app until it has taken such a page over.
    pub now: State<Option<Moment>>,
    /// For each sign whether it is ticked. This and what follows lives here and nowhere else: never in storage, address
    /// or history.
    pub ticked: State<Vec<bool>>,
    /// For each question whether it is ticked.
    pub answered: State<Vec<bool>>,
    /// What was written for each question of the hotline.
    pub written: State<Vec<String>>,
    /// The way through the flows.
    pub walk: State<Walk>,
    /// What the list of signs is narrowed to.
    pub filter: State<Filter>,
    /// For each sign whether it is of the kind and for the observer that were chosen.
    pub visible: State<Vec<bool>>,
    /// The signs that fit the words which someone looks for, the best first; `None` while there are no words.
    pub found: State<Option<Vec<usize>>>,
}

impl Deref for Shared {
    type Target = Fields;

    fn deref(&self) -> &Fields {
        self.0
    }
}

impl Shared {
    /// What every view of a page in one language is given; nothing is ticked, and it is no time yet.
    pub fn new(content: &'static Content, base: &'static str, root: &'static str) -> Self {
        Self(Box::leak(Box::new(Fields {
            content,
            base,
            root,
            now: State::default(),
            ticked: State::new(vec![false; content.signs.len()]),
            answered: State::new(vec![false; content.flows.questions.len()]),
            written: State::new(vec![String::new(); FIELDS.len()]),
            walk: State::default(),
            filter: State::default(),
            visible: State::new(vec![true; content.signs.len()]),
            found: State::default(),
        })))
    }

    /// Forgets all that a person ticked, chose and wrote.
    pub fn forget(self) {
        self.ticked.set(vec![false; self.content.signs.len()]);
        // Topics that were opened by hand follow this too.
        self.answered.update(|answered| answered.fill(false));
        self.written.set(vec![String::new(); FIELDS.len()]);
        self.walk.update(Walk::forget);
        self.filter.set(Filter::default());
        self.visible.set(vec![true; self.content.signs.len()]);
        self.found.set(None);
    }

    /// What was ticked, chosen and written, under the questions that it answers; and again whenever it changes.
    pub fn notes(self) -> Vec<Answered> {
        let at = self.walk.with(Walk::last);
        self.written.with(|written| {
            self.ticked.with(|ticked| {
                self.answered.with(|answered| rehearsal::lines(self.content, Notes { ticked, answered, at, written }))
            })
        })
    }

    /// A text of the interface.
    pub fn word(self, word: W) -> &'static String {
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
