//! What a first visit downloads.

use crate::offline::WORKER;
use crate::sizes::Size;
use scraper::{Html, Selector};

/// The first page.
pub const HOME: &str = "index.html";

/// The folder of what is meant for hosts: no page asks for anything in it.
const FOR_HOSTS: &str = "_hosting/";

/// The kinds of links for which a browser fetches what they lead to, without anyone tapping them.
const FETCHED: [&str; 5] = ["icon", "manifest", "modulepreload", "preload", "stylesheet"];

/// The files of a release that a first visit of `page` downloads before the app has taken it over: the page, every script
/// and all WebAssembly, the content in the page's language, and what the page's own elements and styles fetch. `html` is
/// the text of the page.
pub fn start<'a>(sizes: &'a [Size], page: &str, html: &str) -> Vec<&'a Size> {
    let words = language(html).map(|language| format!("content/{language}.json"));
    let named = named(html);
    let counts = |file: &str| {
        file == page
            || file.ends_with(".js") && file != WORKER
            || file.ends_with(".wasm")
            || file == "content/site.json"
            || words.as_deref() == Some(file)
            || named.iter().any(|text| names(text, file))
    };
    sizes.iter().filter(|size| !size.file.starts_with(FOR_HOSTS) && counts(&size.file)).collect()
}

/// Everything that a first visit of `page` downloads: what the [`start`] needs, the worker, and the files that the offline
/// copy `kept` beside those.
pub fn copy<'a>(sizes: &'a [Size], page: &str, html: &str, kept: &[String]) -> Vec<&'a Size> {
    let start = start(sizes, page, html);
    let counts = |size: &&Size| {
        size.file == WORKER || kept.contains(&size.file) || start.iter().any(|needed| needed.file == size.file)
    };
    sizes.iter().filter(counts).collect()
}

/// The language that the page is written in: the attribute `lang` of its root.
fn language(html: &str) -> Option<String> {
    Html::parse_document(html).root_element().attr("lang").map(String::from)
}

/// The addresses in the page's elements that are fetched at once, and its styles, which name more.
fn named(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let elements = |selector: &str| match Selector::parse(selector) {
        Ok(selector) => page.select(&selector).collect(),
        Err(_) => Vec::new(),
    };
    let fetched = |rel: &str| rel.split_whitespace().any(|kind| FETCHED.contains(&kind));
    let links = elements("link[rel][href]").into_iter().filter(|link| link.attr("rel").is_some_and(fetched));
    let mut named: Vec<String> = links.filter_map(|link| link.attr("href")).map(String::from).collect();
    named.extend(elements("[src]").into_iter().filter_map(|element| element.attr("src")).map(String::from));
    named.extend(elements("style").into_iter().map(|style| style.text().collect()));
    named
}

/// Whether the text names the file: as a whole word, so that `icon.svg` is not found in `my-icon.svg`.
fn names(text: &str, file: &str) -> bool {
    text.match_indices(file).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + file.len()..].chars().next();
        let apart = |neighbour: Option<char>| neighbour.is_none_or(|c| !(c.is_alphanumeric() || "-_.".contains(c)));
        apart(before) && apart(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html lang="de"><head>
<link rel="icon" href="icon.svg"><link rel="alternate" href="meetings.ics"><link rel="apple-touch-icon" href="big.png">
<link rel="modulepreload" href="/club/porch/porchlight-1a2b.js">
<style>.lamp { background: url("lamp.svg") }</style></head>
<body><img src="/club/porch/house.webp"><a href="about.pdf">About</a></body></html>"#;

    fn names_of(files: Vec<&Size>) -> Vec<&str> {
        files.into_iter().map(|size| size.file.as_str()).collect()
    }

    fn sizes(files: &[&str]) -> Vec<Size> {
        files.iter().map(|file| Size { file: (*file).into(), ..Size::default() }).collect()
    }

    /// Those of the files that the start of the page `signs/index.html` needs.
    fn started(files: &[&str]) -> Vec<String> {
        let sizes = sizes(files);
        names_of(start(&sizes, "signs/index.html", PAGE)).into_iter().map(String::from).collect()
    }

    #[test]
    fn the_page_itself_counts_and_no_other() {
        assert_eq!(started(&["404.html", "index.html", "signs/index.html"]), ["signs/index.html"]);
    }

    #[test]
    fn scripts_and_webassembly_count_whatever_they_are_called_but_not_the_worker() {
        let files = ["porchlight-1a2b.js", "porchlight-1a2b_bg.wasm", "snippets/x/inline0.js"];
        assert_eq!(started(&files), files);
        assert_eq!(started(&["_hosting/kill-switch.js", "sw.js"]), [""; 0]);
    }

    #[test]
    fn of_the_content_the_facts_and_the_words_of_the_pages_language_count() {
        let files = ["content/de.json", "content/en.json", "content/site.json"];
        assert_eq!(started(&files), ["content/de.json", "content/site.json"]);
    }

    #[test]
    fn what_the_page_fetches_counts_and_what_someone_has_to_tap_does_not() {
        let files = ["about.pdf", "big.png", "house.webp", "icon.svg", "lamp.svg", "meetings.ics", "my-icon.svg"];
        assert_eq!(started(&files), ["house.webp", "icon.svg", "lamp.svg"]);
    }

    #[test]
    fn the_copy_adds_the_worker_and_what_it_keeps_and_counts_nothing_twice() {
        let sizes =
            sizes(&["_hosting/kill-switch.js", "a.wasm", "help/index.html", "index.html", "signs/index.html", "sw.js"]);
        let kept = ["a.wasm", "index.html"].map(String::from);
        let files = names_of(copy(&sizes, "signs/index.html", PAGE, &kept));
        assert_eq!(files, ["a.wasm", "index.html", "signs/index.html", "sw.js"]);
    }
}
