//! The part of the page that becomes another page when a link is followed. Another page comes bit by bit: its top at once,
//! the rest while the browser can already draw and answer taps.

use super::El;
use super::dom::{self, Built, Later};
use crate::platform::node::Element;
use leptos::prelude::Owner;
use std::cell::RefCell;
use std::vec::IntoIter;

/// Says that an element is not complete (WAI-ARIA 1.2). Only [`Screen`] sets it, and takes it away; the page's own script
/// reads it: an app that breaks meanwhile has left the person between two pages.
const BUSY: &str = "aria-busy";

/// What is seen first, and read out first: nothing else is put in before it can be seen.
const HEADING: &str = "h1";

/// An element of the page, and the page in it.
pub struct Screen {
    element: Element,
    page: RefCell<Page>,
}

/// A page, or as much of it as is there. What reacts in it ends when this is dropped.
pub struct Page {
    owner: Owner,
    built: Vec<Built>,
    /// Children that are still to be put in. The last ones come first.
    rest: Vec<Turn>,
}

/// Children of one element.
struct Turn {
    parent: Element,
    in_drawing: bool,
    children: Children,
}

enum Children {
    Later(super::Live<Vec<El>>),
    Described(IntoIter<El>),
}

impl From<Later> for Turn {
    fn from(later: Later) -> Self {
        Self { parent: later.parent, in_drawing: later.in_drawing, children: Children::Later(later.children) }
    }
}

impl Screen {
    /// Takes over the page that the build wrote into the element; `is_same` says that it was written from the same content.
    pub fn take_over(element: Element, describe: impl Fn() -> Vec<El>, is_same: bool) -> Self {
        let owner = Owner::new();
        let found = dom::marked(&element, None);
        let built = owner.with(|| dom::take_over(&element, describe, found, is_same));
        element.put(BUSY, None);
        Self { element, page: RefCell::new(Page { owner, built, rest: Vec::new() }) }
    }

    /// Begins to show another page, as far as its heading. It gives the page before, which is out of the document; to let go
    /// of it can wait.
    pub fn begin(&self, describe: impl FnOnce() -> Vec<El>) -> Page {
        self.element.put(BUSY, Some("true"));
        let owner = Owner::new();
        let children = Children::Described(owner.with(describe).into_iter());
        let turn = Turn { parent: self.element.clone(), in_drawing: false, children };
        self.element.set_text("");
        let before = self.page.replace(Page { owner, built: Vec::new(), rest: vec![turn] });
        self.go_on(|| self.element.has(HEADING));
        before
    }

    /// Puts in more of the page, until that is enough for now or all of it is there. True if all of it is.
    pub fn go_on(&self, enough: impl Fn() -> bool) -> bool {
        let page = &mut *self.page.borrow_mut();
        while page.put_in() {
            if enough() {
                break;
            }
        }
        let is_whole = page.rest.is_empty();
        if is_whole {
            self.element.put(BUSY, None);
        }
        is_whole
    }

    /// Puts in all that is not there yet.
    pub fn complete(&self) {
        self.go_on(|| false);
    }
}

impl Page {
    /// Puts in the next child; false if there is none.
    fn put_in(&mut self) -> bool {
        while let Some(turn) = self.rest.last_mut() {
            match &mut turn.children {
                Children::Later(children) => {
                    turn.children = Children::Described(self.owner.with(children).into_iter());
                }
                Children::Described(children) => {
                    let Some(child) = children.next() else {
                        self.rest.pop();
                        continue;
                    };
                    let mut later = Some(Vec::new());
                    let child = self.owner.with(|| dom::make(child, turn.in_drawing, &mut later));
                    turn.parent.insert(&child.element, None);
                    self.built.push(child);
                    // What is inside of this child comes before its next sibling, so that nothing moves once it is there.
                    self.rest.extend(later.into_iter().flatten().rev().map(Turn::from));
                    return true;
                }
            }
        }
        false
    }
}
