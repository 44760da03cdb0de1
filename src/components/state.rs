//! What a person has noted, and who hears of it when it changes.

use leptos::prelude::*;
use std::cell::RefCell;

/// A value that lives as long as the page, with a signal for its changes. A signal of the value's own type would bring
/// 3 KB of code with it, for each such type.
pub struct State<T: 'static> {
    value: &'static RefCell<T>,
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
        Self { value: Box::leak(Box::new(RefCell::new(value))), changes: RwSignal::new(0) }
    }

    /// Looks at the value, and again whenever it has changed.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.changes.get();
        look(&self.value.borrow())
    }

    /// Looks at the value once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.value.borrow())
    }

    /// Changes the value.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        change(&mut self.value.borrow_mut());
        // How often does not matter, only that it is another number.
        self.changes.set(self.changes.get_untracked().wrapping_add(1));
    }
}
