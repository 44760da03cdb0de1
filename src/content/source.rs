//! Sources, and how sure a fact is.

use super::node::Node;
use crate::date::PartialDate;

/// How sure a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum State {
    /// Read in the source named.
    #[default]
    Seen,
    /// Must be checked before anyone relies on it.
    Check,
    /// General knowledge, no stored source.
    Recalled,
    /// Sources disagree.
    Conflict,
}

impl State {
    pub(super) fn read(node: &Node) -> Self {
        const WORDS: [&str; 4] = ["seen", "check", "recalled", "conflict"];
        node.one_of(&WORDS, &[State::Seen, State::Check, State::Recalled, State::Conflict])
    }
}

/// How sure something is, and from which sources.
#[derive(Clone, Debug, Default)]
pub struct Fact {
    /// How sure.
    pub state: State,
    /// The ids of the sources.
    pub sources: Vec<String>,
}

impl Fact {
    /// Reads the keys `state` and `sources`. What was seen was seen somewhere: it needs a source.
    pub(super) fn read(node: &Node, sources: &[String]) -> Self {
        let state = State::read(&node.need("state"));
        let list = node.need("sources");
        let fact = Self { state, sources: list.references(sources, "sources") };
        if state == State::Seen && fact.sources.is_empty() {
            list.report("expected at least one source for what is \"seen\"".into());
        }
        fact
    }
}

/// Where something was read.
#[derive(Debug)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its address, if it has one.
    pub url: Option<String>,
    /// The date of the text itself, if it shows one.
    pub date: Option<PartialDate>,
    /// When it was read.
    pub read: PartialDate,
}

impl Source {
    pub(super) fn read(node: &Node) -> Self {
        node.object(&["id", "name", "url", "date", "read"]);
        Self {
            id: node.need_id("id"),
            name: node.need_text("name"),
            url: node.get("url").map(|url| url.https()),
            date: node.get("date").map(|date| date.partial_date()),
            read: node.need("read").partial_date(),
        }
    }
}
