//! Values that change, and who hears of it.

use leptos::prelude::*;
use std::cell::RefCell;

/// A value that lives as long as the page, with a signal for its changes: all signals are of one type, because each
/// type of them brings 2 to 3 KB of code (before compression).
pub struct State<T: 'static>(&'static Watched<T>);

struct Watched<T> {
    value: RefCell<T>,
    changes: RwSignal<usize>,
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for State<T> {}

impl<T: Default> Default for State<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> State<T> {
    /// A value that nobody has changed yet.
    pub fn new(value: T) -> Self {
        Self(Box::leak(Box::new(Watched { value: RefCell::new(value), changes: RwSignal::new(0) })))
    }

    /// Looks at the value, and again whenever it has changed.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        follow(self.0.changes);
        look(&self.0.value.borrow())
    }

    /// Looks at the value once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.0.value.borrow())
    }

    /// Changes the value.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        change(&mut self.0.value.borrow_mut());
        bump(self.0.changes);
    }
}

impl<T: PartialEq> State<T> {
    /// Puts another value in its place. Nobody hears of the same one.
    pub fn set(self, value: T) {
        if *self.0.value.borrow() != value {
            self.update(|place| *place = value);
        }
    }
}

impl<T: Clone> State<T> {
    /// The value, and again whenever it has changed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// Says that there was a change: how often does not matter, only that it is another number.
#[inline(never)]
fn bump(changes: RwSignal<usize>) {
    changes.set(changes.get_untracked().wrapping_add(1));
}

/// Hears of the changes.
#[inline(never)]
fn follow(changes: RwSignal<usize>) {
    changes.get();
}
