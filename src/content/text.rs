//! Running text: blocks, figures and articles.

use super::check_address;
use super::link::HTTPS;
use super::node::Node;
use super::source::{Fact, State};
use crate::date::Date;
use crate::route::Route;

/// A piece of running text.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it shows.
    pub body: Body,
    /// How sure it is, and from where.
    pub fact: Fact,
}

/// What a block shows.
#[derive(Debug, Clone)]
pub enum Body {
    /// A heading, with the id that an address may point to.
    Heading(String, Option<String>),
    /// A paragraph.
    Text(String),
    /// A list.
    List(Vec<String>),
    /// What must be read.
    Note(String),
    /// Words of someone else, and whose.
    Quote(String, String),
    /// What is said and what is so, with the names of the two sides where they need any.
    Pairs(Option<String>, Option<String>, Vec<(String, String)>),
    /// The id of a figure.
    Figure(String),
    /// A way on: its text and where it leads.
    Link(String, Target),
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a page of the app.
    Page(Route),
    /// To another site.
    Web(String),
}

/// Whether a figure still holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The best one known.
    Current,
    /// Overtaken.
    Old,
    /// Doubted by others.
    Disputed,
}

/// A number, with what it estimates.
#[derive(Debug)]
pub struct Figure {
    /// Its id.
    pub id: String,
    /// Whether it still holds.
    pub standing: Standing,
    /// The id of the figure to use instead.
    pub now: Option<String>,
    /// How sure it is, and from where.
    pub fact: Fact,
    /// The number itself.
    pub value: String,
    /// What it counts or estimates.
    pub what: String,
    /// Whose number it is.
    pub by: String,
    /// What one must know beside it.
    pub note: Option<String>,
}

/// An article.
#[derive(Debug)]
pub struct Article {
    /// Its id, which is its address too.
    pub id: String,
    /// The day of its last change.
    pub updated: Date,
    /// Its heading.
    pub title: String,
    /// The neutral title that a browser's tab and history show.
    pub tab: String,
    /// What it says, in a sentence or two.
    pub lead: String,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// The ids that a text may refer to.
pub(super) struct Known<'a> {
    pub sources: &'a [String],
    pub figures: &'a [String],
    pub articles: &'a [String],
    pub settings: &'a [String],
}

const KINDS: [&str; 8] = ["text", "heading", "list", "note", "quote", "pairs", "figure", "link"];

impl Block {
    pub(super) fn read(node: &Node, known: &Known) -> Self {
        let kind = node.need("kind").one_of(&KINDS, &KINDS);
        let own: &[&str] = match kind {
            "heading" => &["text", "id"],
            "list" => &["items"],
            "quote" => &["text", "by"],
            "pairs" => &["a", "b", "pairs"],
            "figure" => &["figure"],
            "link" => &["text", "to"],
            _ => &["text"],
        };
        node.object(&[&["kind", "sources", "state"], own].concat());
        let text = || node.need_text("text");
        let body = match kind {
            "heading" => Body::Heading(text(), node.get("id").map(|id| id.id())),
            "list" => Body::List(node.need("items").texts()),
            "note" => Body::Note(text()),
            "quote" => Body::Quote(text(), node.need_text("by")),
            "pairs" => {
                let read_pair = |pair: &Node| {
                    pair.object(&["a", "b"]);
                    (pair.need_text("a"), pair.need_text("b"))
                };
                Body::Pairs(node.optional_text("a"), node.optional_text("b"), node.need("pairs").some(read_pair))
            }
            "figure" => Body::Figure(node.need("figure").reference(known.figures, "figures")),
            "link" => Body::Link(text(), read_target(&node.need("to"), known)),
            _ => Body::Text(text()),
        };
        let fact = Fact {
            state: node.get("state").map(|state| State::read(&state)).unwrap_or_default(),
            sources: node.get("sources").map(|list| list.references(known.sources, "sources")).unwrap_or_default(),
        };
        Self { body, fact }
    }
}

fn read_target(node: &Node, known: &Known) -> Target {
    let text = node.text();
    if text.starts_with(HTTPS) {
        return Target::Web(node.https());
    }
    let (path, fragment) = text.split_once('#').unwrap_or((&text, ""));
    let route = path.strip_prefix('/').map(Route::parse).unwrap_or(Route::NotFound);
    let missing = match &route {
        Route::NotFound => true,
        Route::Article(id) => !known.articles.contains(id),
        Route::Setting(id) => !known.settings.contains(id),
        _ => false,
    };
    if !text.is_empty() && (missing || !fragment.is_empty()) {
        node.expected("an address of the app such as \"/help/\", or a link that starts with https://");
    }
    Target::Page(route)
}

impl Figure {
    pub(super) fn read(node: &Node, words: &Node, ids: &[String], sources: &[String]) -> Self {
        node.object(&["id", "status", "now", "state", "sources"]);
        let id = node.need_id("id");
        let own = words.need(&id);
        own.object(&["value", "what", "by", "note"]);
        Self {
            standing: node
                .need("status")
                .one_of(&["current", "old", "disputed"], &[Standing::Current, Standing::Old, Standing::Disputed]),
            now: node.get("now").map(|now| now.reference(ids, "figures")),
            fact: Fact::read(node, sources),
            value: own.need_text("value"),
            what: own.need_text("what"),
            by: own.need_text("by"),
            note: own.optional_text("note"),
            id,
        }
    }
}

impl Article {
    pub(super) fn read(node: &Node, words: &Node, known: &Known) -> Self {
        node.object(&["id", "updated"]);
        let id = node.need_id("id");
        check_address(node, &id, Route::Article);
        let own = words.need(&id);
        own.object(&["title", "tab", "lead", "blocks"]);
        Self {
            updated: node.need("updated").date(),
            title: own.need_text("title"),
            tab: own.need_text("tab"),
            lead: own.need_text("lead"),
            blocks: own.need("blocks").some(|block| Block::read(block, known)),
            id,
        }
    }
}
