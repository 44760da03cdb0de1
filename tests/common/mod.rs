//! The real content, as texts to change and as content.

use porchlight::content::{Content, load};
use serde_json::Value;

pub const SITE: &str = include_str!("../../public/content/site.json");
pub const WORDS: &str = include_str!("../../public/content/en.json");

/// The real content.
#[allow(dead_code, reason = "each test file takes what it needs")]
pub fn content() -> Content {
    load(SITE, WORDS, "en.json").unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

/// The real content with a change in either file.
#[allow(dead_code, reason = "each test file takes what it needs")]
pub fn changed(change: impl FnOnce(&mut Value, &mut Value)) -> Result<Content, Vec<String>> {
    let mut site: Value = serde_json::from_str(SITE).expect("site.json is JSON");
    let mut words: Value = serde_json::from_str(WORDS).expect("en.json is JSON");
    change(&mut site, &mut words);
    load(&site.to_string(), &words.to_string(), "en.json")
        .map_err(|problems| problems.iter().map(ToString::to_string).collect())
}
