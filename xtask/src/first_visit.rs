//! What a first visit of the first page downloads.

use crate::sizes::Size;
use scraper::{Html, Selector};

/// The page that a first visit opens.
pub const PAGE: &str = "index.html";

/// The folder of what is meant for hosts: no page asks for anything in it.
const FOR_HOSTS: &str = "_hosting/";

/// The kinds of links for which a browser fetches what they lead to, without anyone tapping them.
const FETCHED: [&str; 5] = ["icon", "manifest", "modulepreload", "preload", "stylesheet"];

/// Those files of a release that a first visit downloads, by rule: the first page; every script and all WebAssembly;
/// the content's facts and the words of the page's language; what the page's own elements and styles fetch; and what the
/// offline copy keeps. `home` is the text of the first page, `kept` are the files that the copy's worker names.
pub fn files<'a>(sizes: &'a [Size], home: &str, kept: &[String]) -> Vec<&'a Size> {
    let words = language(home).map(|language| format!("content/{language}.json"));
    let named = named(home);
    let counts = |file: &str| {
        file == PAGE
            || kept.iter().any(|kept| kept == file)
            || file.ends_with(".js")
            || file.ends_with(".wasm")
            || file == "content/site.json"
            || words.as_deref() == Some(file)
            || named.iter().any(|text| names(text, file))
    };
    sizes.iter().filter(|size| !size.file.starts_with(FOR_HOSTS) && counts(&size.file)).collect()
}

/// The language that the page is written in: the attribute `lang` of its root.
fn language(html: &str) -> Option<String> {
    Html::parse_document(html).root_element().attr("lang").map(String::from)
}

/// The addresses in the page's elements that are fetched at once, and its styles, which name more.
fn named(home: &str) -> Vec<String> {
    let page = Html::parse_document(home);
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

    const HOME: &str = r#"<html lang="de"><head>
<link rel="icon" href="icon.svg"><link rel="alternate" href="meetings.ics"><link rel="apple-touch-icon" href="big.png">
<link rel="modulepreload" href="/club/porch/porchlight-1a2b.js">
<style>.lamp { background: url("lamp.svg") }</style></head>
<body><img src="/club/porch/house.webp"><a href="about.pdf">About</a></body></html>"#;

    fn counted<'a>(files: &[&'a str]) -> Vec<&'a str> {
        let sizes: Vec<Size> = files.iter().map(|file| Size { file: (*file).into(), ..Size::default() }).collect();
        let found = super::files(&sizes, HOME, &["kept.png".into()]);
        files.iter().copied().filter(|file| found.iter().any(|size| size.file == *file)).collect()
    }

    #[test]
    fn the_first_page_counts_and_no_other() {
        assert_eq!(counted(&["404.html", "index.html", "signs/index.html"]), ["index.html"]);
    }

    #[test]
    fn scripts_and_webassembly_count_whatever_they_are_called() {
        let files = ["porchlight-1a2b.js", "porchlight-1a2b_bg.wasm", "snippets/x/inline0.js"];
        assert_eq!(counted(&files), files);
    }

    #[test]
    fn what_the_offline_copy_keeps_counts_and_what_is_for_hosts_does_not() {
        let files = ["_hosting/kill-switch.js", "kept.png", "sw.js"];
        assert_eq!(counted(&files), ["kept.png", "sw.js"]);
    }

    #[test]
    fn of_the_content_the_facts_and_the_words_of_the_pages_language_count() {
        let files = ["content/de.json", "content/en.json", "content/site.json"];
        assert_eq!(counted(&files), ["content/de.json", "content/site.json"]);
    }

    #[test]
    fn what_the_page_fetches_counts_and_what_someone_has_to_tap_does_not() {
        let files = ["about.pdf", "big.png", "house.webp", "icon.svg", "lamp.svg", "meetings.ics", "my-icon.svg"];
        assert_eq!(counted(&files), ["house.webp", "icon.svg", "lamp.svg"]);
    }
}
