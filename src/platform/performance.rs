//! Marks in the browser's own timeline. They stay on the phone.

/// Sets a mark (User Timing, W3C).
pub fn mark(name: &str) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        // A mark that cannot be set is no loss to a person.
        let _ = performance.mark(name);
    }
}
