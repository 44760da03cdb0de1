//! Walking a JSON tree while remembering where we are, so that each mistake can name its place.

use super::hidden::{misplaced, quoted};
use super::json::Json;
use super::link;
use crate::date::{Date, PartialDate, Time};
use crate::route::is_slug;
use std::cell::RefCell;
use std::fmt;

/// One mistake in a content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The place in the file, such as `lines "childhelp" › channels 1 › value`; empty for the file as a whole.
    pub place: String,
    /// What was expected there, and what was found.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let Self { file, place, message } = self;
        if place.is_empty() {
            return write!(formatter, "{file}: {message}");
        }
        write!(formatter, "{file}: {place}: {message}")
    }
}

/// A content file while it is being read: its name and the mistakes found so far.
pub struct Document {
    file: String,
    problems: RefCell<Vec<Problem>>,
}

impl Document {
    /// An empty document of that file name.
    pub fn new(file: &str) -> Self {
        Self { file: file.into(), problems: RefCell::default() }
    }

    /// An empty document of the same name.
    pub fn beside(&self) -> Self {
        Self::new(&self.file)
    }

    /// Takes over the mistakes of another one.
    pub fn add(&self, other: Self) {
        self.problems.borrow_mut().extend(other.into_problems());
    }

    /// Whether no mistake was found.
    pub fn is_clean(&self) -> bool {
        self.problems.borrow().is_empty()
    }

    /// Notes a mistake at a place.
    pub fn report(&self, place: String, message: String) {
        self.problems.borrow_mut().push(Problem { file: self.file.clone(), place, message });
    }

    /// All mistakes found.
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    /// The index in a list, from 0.
    Item(usize),
}

/// A value in a document and the way to it.
///
/// The reading functions never fail: they note the mistake in the document and go on with an empty value, so that
/// one run finds every mistake. Who reads a document must look at its problems before using what was read.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    document: &'a Document,
    parent: Option<&'a Node<'a>>,
    step: Step<'a>,
    /// `None` where a missing value has been reported already: everything below stays silent.
    json: Option<&'a Json>,
}

impl<'a> Node<'a> {
    /// The top of a document.
    pub fn root(document: &'a Document, json: &'a Json) -> Self {
        Self { document, parent: None, step: Step::Root, json: Some(json) }
    }

    /// Reads the value; its mistakes count only where `matters` says so of what was read. Else it must have none.
    pub fn read_if<T>(&self, read: impl Fn(&Node) -> T, matters: impl Fn(&T) -> bool) -> Option<T> {
        let aside = self.document.beside();
        let value = read(&Node { document: &aside, ..*self });
        if !matters(&value) && !aside.is_clean() {
            return None;
        }
        self.document.add(aside);
        Some(value)
    }

    /// Notes that something else was expected here; what was found is added.
    pub fn expected(&self, what: &str) {
        if let Some(json) = self.json {
            self.report(format!("expected {what}, found {}", json.describe()));
        }
    }

    /// Notes a mistake here, unless it follows from a missing value that has been noted already.
    pub fn report(&self, message: String) {
        if self.json.is_some() {
            self.document.report(self.place(), message);
        }
    }

    /// The way to this value, such as `signs "67" › sources 2`.
    fn place(&self) -> String {
        let Some(parent) = self.parent else { return String::new() };
        let mut place = parent.place();
        match self.step {
            Step::Root => {}
            Step::Field(name) => {
                if !place.is_empty() {
                    place.push_str(" › ");
                }
                place.push_str(name);
            }
            Step::Item(index) => match self.named() {
                Some(id) => place.push_str(&format!(" \"{id}\"")),
                None => place.push_str(&format!(" {}", index + 1)),
            },
        }
        place
    }

    /// The `id` of an object: people find that faster than a position.
    fn named(&self) -> Option<&'a str> {
        let Some(Json::Object(fields)) = self.json else { return None };
        fields.iter().find_map(|(key, value)| match value {
            Json::Text(id) if key == "id" => Some(id.as_str()),
            _ => None,
        })
    }

    fn fields(&self) -> &'a [(String, Json)] {
        match self.json {
            Some(Json::Object(fields)) => fields,
            _ => &[],
        }
    }

    /// Whether something stands here that is not yet known to be missing.
    pub fn present(&self) -> bool {
        self.json.is_some()
    }

    /// Notes every key that stands twice in one object, here and below: one of the two values would be lost without a
    /// word. An error made while parsing could say this too, but such errors bring 4.5 KB of WebAssembly with them.
    pub fn check_keys(&self) {
        match self.json {
            Some(Json::Object(fields)) => {
                for (index, (key, json)) in fields.iter().enumerate() {
                    let twice = fields[..index].iter().any(|(known, _)| known == key);
                    if twice {
                        self.report(format!("the key \"{key}\" stands twice"));
                    }
                    let step = Step::Field(key);
                    Node { document: self.document, parent: Some(self), step, json: Some(json) }.check_keys();
                }
            }
            Some(Json::List(items)) => {
                items.iter().enumerate().for_each(|(index, json)| self.item(index, json).check_keys());
            }
            _ => {}
        }
    }

    /// Expects an object with no other keys than these.
    pub fn object(&self, known: &[&str]) {
        self.any_object();
        for (key, _) in self.fields() {
            if !known.contains(&key.as_str()) {
                self.report(format!("unknown key {}; known here: {}", quoted(key), known.join(", ")));
            }
        }
    }

    /// Expects an object whose keys the reader takes as they come.
    pub fn any_object(&self) {
        if !matches!(self.json, Some(Json::Object(_))) {
            self.expected("an object in braces { }");
        }
    }

    /// The keys of an object, in the order of the file.
    pub fn keys(&self) -> impl Iterator<Item = &'a str> {
        self.fields().iter().map(|(key, _)| key.as_str())
    }

    /// The value of a key that may be left out.
    pub fn get<'b>(&'b self, key: &'b str) -> Option<Node<'b>> {
        let (_, json) = self.fields().iter().find(|(known, _)| known == key)?;
        Some(Node { document: self.document, parent: Some(self), step: Step::Field(key), json: Some(json) })
    }

    /// The value of a key that must be there.
    pub fn need<'b>(&'b self, key: &'b str) -> Node<'b> {
        self.get(key).unwrap_or_else(|| {
            if matches!(self.json, Some(Json::Object(_))) {
                self.report(format!("the key \"{key}\" is missing"));
            }
            Node { document: self.document, parent: Some(self), step: Step::Field(key), json: None }
        })
    }

    fn items(&self) -> &'a [Json] {
        match self.json {
            Some(Json::List(items)) => items,
            _ => {
                self.expected("a list in brackets [ ]");
                &[]
            }
        }
    }

    fn item<'b>(&'b self, index: usize, json: &'b Json) -> Node<'b> {
        Node { document: self.document, parent: Some(self), step: Step::Item(index), json: Some(json) }
    }

    /// Goes through the items of a list. There are many kinds of lists, and this is there only once.
    #[inline(never)]
    pub fn each(&self, read: &mut dyn FnMut(&Node)) {
        for (index, json) in self.items().iter().enumerate() {
            read(&self.item(index, json));
        }
    }

    /// Reads each item of a list.
    pub fn list<T>(&self, read: impl Fn(&Node) -> T) -> Vec<T> {
        let mut list = Vec::new();
        self.each(&mut |item| list.push(read(item)));
        list
    }

    /// Reads a list that must not be empty.
    pub fn some<T>(&self, read: impl Fn(&Node) -> T) -> Vec<T> {
        self.not_empty();
        self.list(read)
    }

    fn not_empty(&self) {
        if matches!(self.json, Some(Json::List(items)) if items.is_empty()) {
            self.report("expected at least one entry, found an empty list".into());
        }
    }

    /// A list of texts.
    pub fn texts(&self) -> Vec<String> {
        self.list(|item| item.text())
    }

    /// A list of references to ids in `known`; `what` names them, such as "sources".
    pub fn references(&self, known: &[String], what: &str) -> Vec<String> {
        self.list(|item| item.reference(known, what))
    }

    /// A list of references that must not be empty.
    pub fn some_references(&self, known: &[String], what: &str) -> Vec<String> {
        self.not_empty();
        self.references(known, what)
    }

    /// The text as it stands, if it is one.
    pub fn raw(&self) -> Option<&'a str> {
        match self.json {
            Some(Json::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// A text that is not empty, has no spaces at its ends and nothing hidden in it.
    pub fn text(&self) -> String {
        self.checked(self.raw().and_then(misplaced), "in one line ")
    }

    /// The same, of one line or more.
    pub fn lines(&self) -> String {
        self.checked(self.raw().and_then(|text| misplaced(&text.replace('\n', " "))), "")
    }

    fn checked(&self, misplaced: Option<String>, form: &str) -> String {
        match (self.raw(), misplaced) {
            (Some(text), Some(found)) if !text.is_empty() => {
                self.report(format!("expected a text {form}without hidden characters, found {found}"));
            }
            (Some(text), _) if !text.is_empty() && text.trim() == text => return text.into(),
            _ => self.expected("a text that is not empty and has no spaces at its ends"),
        }
        String::new()
    }

    /// The text of a key that must be there.
    #[inline(never)]
    pub fn need_text(&self, key: &str) -> String {
        self.need(key).text()
    }

    /// The id that stands under a key that must be there.
    #[inline(never)]
    pub fn need_id(&self, key: &str) -> String {
        self.need(key).id()
    }

    /// The text of a key that may be left out.
    pub fn optional_text(&self, key: &str) -> Option<String> {
        self.get(key).map(|node| node.text())
    }

    /// Reads a text in a form of its own; `what` says which form is expected.
    pub fn parsed<T>(&self, what: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let value = self.raw().and_then(parse);
        if value.is_none() {
            self.expected(what);
        }
        value
    }

    /// A text in a form of its own, as it stands.
    pub fn formed(&self, what: &str, fits: impl FnOnce(&str) -> bool) -> String {
        self.parsed(what, |text| fits(text).then(|| text.to_string())).unwrap_or_default()
    }

    /// An id: lower-case letters, digits and hyphens. Slugs of addresses are ids too.
    pub fn id(&self) -> String {
        let legal = |text: &str| is_slug(text) && !text.starts_with('-') && !text.ends_with('-');
        self.formed("an id of lower-case letters, digits and hyphens", legal)
    }

    /// The `id` of an object, before the object itself is read.
    pub fn raw_id(&self) -> String {
        self.named().unwrap_or_default().into()
    }

    /// The value that belongs to one of a few words; the first one where another word stands.
    pub fn one_of<T: Copy, const N: usize>(&self, words: &[&str; N], values: &[T; N]) -> T {
        values[self.choice(words)]
    }

    fn choice(&self, words: &[&str]) -> usize {
        let found = self.raw().and_then(|text| words.iter().position(|word| *word == text));
        found.unwrap_or_else(|| {
            self.expected(&format!("one of {}", words.join(", ")));
            0
        })
    }

    /// A full date.
    pub fn date(&self) -> Date {
        self.parsed("a date such as \"2026-11-23\"", Date::parse).unwrap_or(Date { year: 1, month: 1, day: 1 })
    }

    /// A date as exact as the source gives it.
    pub fn partial_date(&self) -> PartialDate {
        self.parsed("a date such as \"2026-11-23\", \"2026-11\" or \"2026\"", PartialDate::parse)
            .unwrap_or(PartialDate { year: 1, month: None, day: None })
    }

    /// A time of day.
    pub fn time(&self) -> Time {
        self.parsed("a time on the 24-hour clock such as \"11:30\"", Time::parse).unwrap_or(Time { hour: 0, minute: 0 })
    }

    /// An https link.
    pub fn https(&self) -> String {
        let Some(text) = self.raw() else {
            self.expected("a link that starts with https://");
            return String::new();
        };
        if let Some(mistake) = link::mistake_in(text) {
            self.report(mistake);
        }
        text.into()
    }

    /// A whole number.
    pub fn integer(&self) -> i64 {
        match self.json {
            Some(Json::Whole(value)) => *value,
            _ => {
                self.expected("a whole number");
                0
            }
        }
    }

    /// `true` or `false`.
    pub fn flag(&self) -> bool {
        match self.json {
            Some(Json::Bool(value)) => *value,
            _ => {
                self.expected("true or false");
                false
            }
        }
    }

    /// A reference to one of the ids in `known`; `what` names them, such as "sources".
    pub fn reference(&self, known: &[String], what: &str) -> String {
        let id = self.text();
        if !id.is_empty() && !known.contains(&id) {
            self.report(format!("{} is not one of the {what}", quoted(&id)));
        }
        id
    }
}
