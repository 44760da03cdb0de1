//! The browser's own timeline: its clock, and marks in it. They stay on the phone.

/// Milliseconds since the page was opened (High Resolution Time, W3C).
pub fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Sets a mark (User Timing, W3C).
pub fn mark(name: &str) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        // A mark that cannot be set is no loss to a person.
        let _ = performance.mark(name);
    }
}
