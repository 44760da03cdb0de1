//! Stands in for the crate of this name, with which Leptos 0.8 passes what belongs to one thread through types that could go
//! to another. That crate asks at each use which thread runs. In WebAssembly without threads there is only one, and the answer
//! brings a second allocator into the download: 2 KB. Everywhere else this one asks as well, and panics as that one does.
//!
//! It can go when the standard library tells the thread's number without allocating.

use std::ops::{Deref, DerefMut};
use std::pin::Pin;
use std::task::{Context, Poll};

/// Threads can be told apart here.
#[cfg(not(all(target_family = "wasm", not(target_feature = "atomics"))))]
mod thread {
    #[derive(Clone, Copy, PartialEq)]
    pub struct Here(std::thread::ThreadId);

    pub fn here() -> Here {
        Here(std::thread::current().id())
    }
}

/// There is one thread.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
mod thread {
    #[derive(Clone, Copy, PartialEq)]
    pub struct Here;

    pub fn here() -> Here {
        Here
    }
}

/// A value that is used and dropped only in the thread that made it; elsewhere this panics.
pub struct SendWrapper<T> {
    value: std::mem::ManuallyDrop<T>,
    thread: thread::Here,
}

// SAFETY: the value is reached and dropped only where `valid`.
unsafe impl<T> Send for SendWrapper<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for SendWrapper<T> {}

impl<T> SendWrapper<T> {
    /// A value of this thread.
    pub fn new(value: T) -> Self {
        Self { value: std::mem::ManuallyDrop::new(value), thread: thread::here() }
    }

    /// Whether this is the value's thread.
    pub fn valid(&self) -> bool {
        self.thread == thread::here()
    }

    /// The value itself.
    #[track_caller]
    pub fn take(self) -> T {
        self.check();
        let mut this = std::mem::ManuallyDrop::new(self);
        // SAFETY: `this` is never dropped nor used again.
        unsafe { std::mem::ManuallyDrop::take(&mut this.value) }
    }

    #[track_caller]
    fn check(&self) {
        assert!(self.valid(), "a value of another thread");
    }
}

impl<T: Clone> Clone for SendWrapper<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        Self::new(T::clone(self))
    }
}

impl<T> Deref for SendWrapper<T> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        self.check();
        &self.value
    }
}

impl<T> DerefMut for SendWrapper<T> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        self.check();
        &mut self.value
    }
}

impl<T> Drop for SendWrapper<T> {
    #[track_caller]
    fn drop(&mut self) {
        if !std::mem::needs_drop::<T>() {
            return;
        }
        self.check();
        // SAFETY: this is its only drop: `take` forgets what it took from.
        unsafe { std::mem::ManuallyDrop::drop(&mut self.value) }
    }
}

impl<T: std::fmt::Debug> std::fmt::Debug for SendWrapper<T> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.deref().fmt(formatter)
    }
}

#[cfg(feature = "futures")]
impl<F: Future> Future for SendWrapper<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        // SAFETY: the value stays where it is as long as the wrapper does.
        let future = unsafe { self.map_unchecked_mut(|wrapper| &mut **wrapper) };
        future.poll(context)
    }
}

#[cfg(feature = "futures")]
impl<S: futures_core::Stream> futures_core::Stream for SendWrapper<S> {
    type Item = S::Item;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        // SAFETY: as above.
        let stream = unsafe { self.map_unchecked_mut(|wrapper| &mut **wrapper) };
        stream.poll_next(context)
    }
}

#[cfg(test)]
mod tests {
    use super::SendWrapper;
    use std::thread;

    /// Whether another thread fails that does this with a wrapped value of this one.
    fn fails_elsewhere(work: impl FnOnce(SendWrapper<String>) + Send + 'static) -> bool {
        let wrapped = SendWrapper::new(String::from("here"));
        thread::spawn(move || work(wrapped)).join().is_err()
    }

    #[test]
    fn the_thread_that_made_a_value_uses_it() {
        let mut wrapped = SendWrapper::new(String::from("a"));
        wrapped.push('b');
        assert!(wrapped.valid());
        assert_eq!(wrapped.clone().take() + &wrapped, "abab");
    }

    #[test]
    fn another_thread_can_neither_use_nor_drop_it() {
        assert!(fails_elsewhere(drop));
        for work in [
            (|wrapped| assert!(!wrapped.is_empty())) as fn(&mut SendWrapper<String>),
            |wrapped| wrapped.push('b'),
            |wrapped| std::mem::forget(wrapped.clone()),
        ] {
            assert!(fails_elsewhere(move |mut wrapped| {
                let failed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(&mut wrapped))).is_err();
                // Dropping it here would fail in any case.
                std::mem::forget(wrapped);
                assert!(!failed);
            }));
        }
        assert!(!fails_elsewhere(std::mem::forget), "to have it is allowed");
    }
}
