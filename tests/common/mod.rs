//! The real content, as texts to change and as content.

use porchlight::content::{Content, load};
use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;
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

/// Properties are tried on the same cases each time, so that a test fails because of a change and not by chance.
#[allow(dead_code, reason = "each test file takes what it needs")]
pub fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_123),
        ..ProptestConfig::with_cases(cases)
    }
}
