//! How long the app has been in the background, and when what a person noted in it is forgotten.

use super::{browser, listen, performance, task};
use crate::rehearsal;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A moment. The browser's timeline may stand still while a phone sleeps, and the clock may be set: what counts is
/// whichever of the two has gone further, so that nothing is kept for too long.
#[derive(Clone, Copy)]
struct Instant {
    timeline: f64,
    clock: f64,
}

impl Instant {
    fn now() -> Self {
        Self { timeline: performance::now(), clock: js_sys::Date::now() }
    }

    /// Milliseconds since then.
    fn elapsed(self) -> f64 {
        let now = Self::now();
        (now.timeline - self.timeline).max(now.clock - self.clock)
    }
}

#[derive(Default)]
struct Absence {
    hidden: Cell<Option<Instant>>,
    called: Cell<Option<Instant>>,
    /// Whether a timer is running. Only one does, however often a person comes and goes: what it waits for comes no later than
    /// what a later absence waits for, and then it looks again.
    watched: Cell<bool>,
}

impl Absence {
    /// How long it is until everything is forgotten; nothing while the app is in front.
    fn left(&self) -> Option<f64> {
        let hidden = self.hidden.get()?.elapsed();
        Some(rehearsal::left(hidden, self.called.get().map(Instant::elapsed)))
    }

    fn is_over(&self) -> bool {
        self.left().is_some_and(|left| left <= 0.0)
    }
}

/// Calls `forget` when the app has been in the background for too long. A browser may stop it there: then that happens
/// when the app comes back, before anything is drawn.
pub fn watch(forget: impl Fn() + 'static) {
    let Some((_, document)) = browser() else { return };
    let absence = Rc::new(Absence::default());
    let forget = Rc::new(forget);

    let calling = absence.clone();
    listen(&document, "click", move |event| {
        // A link that the app follows, or Exit.
        if event.default_prevented() {
            return;
        }
        let link = event.target().and_then(|target| target.dyn_ref::<Element>()?.closest("a[href^='tel:']").ok()?);
        if link.is_some() {
            calling.called.set(Some(Instant::now()));
        }
    });

    let target = document.clone();
    listen(&target, "visibilitychange", move |_| {
        if document.hidden() {
            absence.hidden.set(Some(Instant::now()));
            if absence.watched.replace(true) {
                return;
            }
            let (absence, forget) = (absence.clone(), forget.clone());
            task::spawn(async move {
                while let Some(left) = absence.left() {
                    if left <= 0.0 {
                        forget();
                        break;
                    }
                    task::wait(left).await;
                }
                absence.watched.set(false);
            });
        } else {
            if absence.is_over() {
                forget();
            }
            absence.hidden.set(None);
        }
    });
}
