//! The nodes of a document, as few kinds and methods as the views need (DOM Standard, WHATWG). They are the browser's; in
//! tests they stand in memory, so that what builds pages and takes them over can be tested without a browser.

#[cfg(not(test))]
mod browser;
#[cfg(test)]
mod memory;

#[cfg(not(test))]
pub use browser::{Element, Listener, Node};
#[cfg(test)]
pub use memory::{Element, Listener, Node};

impl Element {
    /// Brings an attribute up to date; `None` takes it away. One that is so already is not written: each write wakes
    /// whoever watches the page.
    pub fn put(&self, name: &str, value: Option<&str>) {
        if self.attribute(name).as_deref() == value {
            return;
        }
        match value {
            Some(value) => self.set_attribute(name, value),
            None => self.remove_attribute(name),
        }
    }

    /// Makes a text all that is in the element, unless it is so already. A text that stands there alone stays the same node.
    pub fn put_text(&self, text: &str) {
        if self.text() == text {
            return;
        }
        match self.first_child().filter(|first| first.data().is_some() && first.next().is_none()) {
            Some(only) => only.set_data(text),
            None => self.set_text(text),
        }
    }
}
