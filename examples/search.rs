//! What the search of the signs finds for each query, and how long that takes:
//! `cargo run --release --example search -- "my pasport" debt`.

use porchlight::content::load;
use porchlight::search::Index;
use std::time::{Duration, Instant};

const SITE: &str = include_str!("../public/content/site.json");
const WORDS: &str = include_str!("../public/content/en.json");

fn main() {
    let content = match load(SITE, WORDS, "en.json") {
        Ok(content) => content,
        Err(problems) => return problems.iter().for_each(|problem| println!("{problem}")),
    };
    let (index, made) = timed(|| Index::new(&content));
    println!("made ready in {made:?}");
    for query in std::env::args().skip(1) {
        // The first time also waits for memory.
        index.ranked(&query);
        let (ranked, searched) = timed(|| index.ranked(&query));
        println!("# {query}, searched in {searched:?}");
        for sign in ranked.unwrap_or_default() {
            println!("{:>4}  {}", content.signs[sign].id, content.signs[sign].text);
        }
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begin = Instant::now();
    (work(), begin.elapsed())
}
