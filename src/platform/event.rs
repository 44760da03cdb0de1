//! Events of controls, and what controls say.

use super::node::Element;

pub use web_sys::Event;

/// The value of the field or list that the event comes from.
pub fn value(event: &Event) -> String {
    Element::of(event).map(|control| control.value()).unwrap_or_default()
}

/// Whether the box that the event comes from is ticked.
pub fn checked(event: &Event) -> bool {
    Element::of(event).is_some_and(|control| control.is_checked())
}
