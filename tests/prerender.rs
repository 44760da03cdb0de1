//! The pages that the build writes: every address, in every language, whole without a program.

mod common;

use common::{SITE, WORDS, changed, content};
use porchlight::content::{Content, load};
use porchlight::prerender::{Page, Site};
use porchlight::zone::Zone;
use scraper::{Html, Selector};
use serde_json::{Value, json};
use std::collections::HashSet;

/// Any zone.
const ZONE: Zone = Zone { name: String::new(), periods: Vec::new(), ends: 0 };

fn leaked(content: Content) -> &'static Content {
    Box::leak(Box::new(content))
}

/// The real content, and a second language that shouts.
fn two_languages() -> [&'static Content; 2] {
    let mut site: Value = serde_json::from_str(SITE).unwrap();
    site["languages"] = json!([{ "id": "en", "name": "English" }, { "id": "xx", "name": "Shouted" }]);
    let mut words: Value = serde_json::from_str(WORDS).unwrap();
    words["language"] = json!("xx");
    words["direction"] = json!("rtl");
    words["ui"]["help.title"] = json!("REACH THE HOTLINE");
    [(WORDS.to_string(), "en.json"), (words.to_string(), "xx.json")]
        .map(|(words, file)| leaked(load(&site.to_string(), &words, file).unwrap()))
}

fn pages(base: &str, origin: Option<&str>, languages: &[&'static Content]) -> Vec<Page> {
    Site { base, origin, languages, zone: &ZONE }.pages()
}

fn page<'a>(pages: &'a [Page], file: &str) -> &'a Page {
    pages.iter().find(|page| page.file == file).unwrap_or_else(|| panic!("{file} is not written"))
}

fn attributes(html: &str, selector: &str, name: &str) -> Vec<String> {
    let document = Html::parse_fragment(html);
    let elements = Selector::parse(selector).unwrap();
    document.select(&elements).filter_map(|element| element.attr(name)).map(String::from).collect()
}

#[test]
fn every_address_has_a_file_and_no_link_of_ours_leads_nowhere() {
    let content = leaked(content());
    let pages = pages("/club/porch/", None, &[content]);
    let files: HashSet<_> = pages.iter().map(|page| page.file.as_str()).collect();
    assert_eq!(files.len(), pages.len(), "no file is written twice");
    assert_eq!(pages.len(), 12 + content.settings.len() + content.articles.len(), "twelve pages of their own");
    for page in &pages {
        let links = attributes(&page.body, "a[href^='/']", "href");
        assert!(links.len() > 5, "{}: {links:?}", page.file);
        for link in links {
            let below = link.strip_prefix("/club/porch/").unwrap_or_else(|| panic!("{link} leads out of the folder"));
            let path = below.split('#').next().unwrap();
            assert!(path == "meetings.ics" || files.contains(format!("{path}index.html").as_str()), "{link}");
        }
    }
}

#[test]
fn every_place_on_a_page_that_a_link_names_is_there() {
    for page in pages("/", None, &[leaked(content())]) {
        let ids: HashSet<_> = attributes(&page.body, "[id]", "id").into_iter().collect();
        assert_eq!(ids.len(), attributes(&page.body, "[id]", "id").len(), "{}: no id stands twice", page.file);
        for link in attributes(&page.body, "a[href*='#']", "href") {
            let place = link.split('#').nth(1).unwrap().to_string();
            assert!(ids.contains(&place), "{}: {link}", page.file);
        }
    }
}

#[test]
fn the_bar_carries_the_words_and_numbers_of_the_content() {
    let channel = |kind: &str, value: &str, state: &str| json!({ "kind": kind, "value": value, "state": state, "sources": ["hl-do"], "checked": "2026-11" });
    let with = |channels: Value| {
        changed(|site, words| {
            let lines = site["lines"].as_array_mut().unwrap();
            lines.iter_mut().find(|line| line["id"] == "hotline").unwrap()["channels"] = channels;
            site["exit"] = json!("https://example.org/away");
            words["ui"]["bar.danger_call"] = json!("Dial {number}!");
        })
        .unwrap()
    };
    let links = |content: Content| {
        let pages = pages("/", None, &[leaked(content)]);
        let document = Html::parse_fragment(&page(&pages, "about/index.html").body);
        let links = Selector::parse("#bar a").unwrap();
        let link = |link: scraper::ElementRef| {
            format!("{} {}", link.text().collect::<String>().trim(), link.attr("href").unwrap_or_default())
        };
        document.select(&links).map(link).collect::<Vec<_>>()
    };
    let call = "Call help 503-235-5333 tel:+15032355333";
    let (exit, danger) = ("Exit https://example.org/away", "Dial 911! tel:911");
    let unsure = channel("text", "111111", "check");
    let both = json!([channel("call", "+15032355333", "seen"), unsure, channel("text", "222222", "seen")]);
    assert_eq!(links(with(both)), [call, "Text 222222 sms:222222", exit, danger]);
    // No link where there is no number to text.
    assert_eq!(links(with(json!([channel("call", "+15032355333", "seen")]))), [call, exit, danger]);
}

#[test]
fn a_page_says_nothing_that_depends_on_the_day_it_is_read() {
    for page in pages("/", None, &[leaked(content())]) {
        for word in ["Next meeting", "Next club meeting", "The coming year", " days old", "changed today", "Going on"] {
            assert!(!page.body.contains(word), "{}: {word}", page.file);
        }
    }
}

#[test]
fn without_a_program_a_guided_flow_is_a_page_with_all_its_words_and_nothing_chosen() {
    let content = leaked(content());
    let pages = pages("/", None, &[content]);
    for (file, flow) in [("signs/me/index.html", &content.flows.me), ("signs/saw/index.html", &content.flows.saw)] {
        let body = &page(&pages, file).body;
        let text = Html::parse_fragment(body).root_element().text().collect::<String>();
        for step in &flow.steps {
            assert!(text.contains(&step.title), "{file}: {}", step.id);
            for topic in step.topics.iter().map(|topic| &content.flows.topics[*topic]) {
                assert!(text.contains(&topic.title), "{file}: {}", topic.id);
            }
        }
        // What comes later is put away by the style, and only where a program can run.
        assert_eq!(attributes(body, "main [hidden]", "id"), ["boxes"], "{file}: nothing else is hidden");
        assert_eq!(attributes(body, ".topic[open]", "class"), [""; 0], "{file}: nothing is ticked");
        assert_eq!(attributes(body, "section.step.on", "class"), [""; 0], "{file}: it is at its beginning");
    }
    let saw = &page(&pages, "signs/saw/index.html").body;
    for setting in &content.settings {
        let link = format!("/signs/{}/", setting.id);
        assert!(attributes(saw, "a", "href").contains(&link), "{link} is where its signs are without a program");
    }
    for advice in porchlight::flow::advice(content) {
        assert!(saw.contains(&advice.title), "{}", advice.id);
    }
}

#[test]
fn the_page_for_a_call_has_every_question_and_no_name_under_which_a_browser_keeps_an_answer() {
    let content = leaked(content());
    let pages = pages("/", None, &[content]);
    let body = &page(&pages, "help/ready/index.html").body;
    assert_eq!(attributes(body, "textarea", "id").len(), 5);
    assert_eq!(attributes(body, "textarea", "name"), [""; 0]);
    for (attribute, value) in [("autocomplete", "off"), ("autocorrect", "off"), ("spellcheck", "false")] {
        assert_eq!(attributes(body, "textarea", attribute), [value; 5], "{attribute}");
    }
    assert!(attributes(body, "main .number", "href").contains(&"tel:+18883737888".to_string()));
}

#[test]
fn titles_and_previews_are_neutral_and_no_two_pages_share_a_description() {
    let pages = pages("/", None, &[leaked(content())]);
    for page in &pages {
        let head = page.head.to_lowercase();
        for word in ["traffick", "victim", "sex", "slave", "exploit", "abuse", "hotline"] {
            assert!(!head.contains(word), "{}: {word}", page.file);
        }
    }
    let descriptions: HashSet<_> =
        pages.iter().flat_map(|page| attributes(&page.head, "meta[name=description]", "content")).collect();
    assert_eq!(descriptions.len(), pages.len());
}

#[test]
fn whole_addresses_stand_where_the_origin_is_known_and_nowhere_else() {
    let content = leaked(content());
    let known = Site { base: "/porch/", origin: Some("https://example.org"), languages: &[content], zone: &ZONE };
    let pages = known.pages();
    let help = &page(&pages, "help/index.html").head;
    assert_eq!(attributes(help, "link[rel=canonical]", "href"), ["https://example.org/porch/help/"]);
    assert_eq!(attributes(help, "meta[property='og:image']", "content"), ["https://example.org/porch/share.png"]);
    let missing = &page(&pages, "404.html").head;
    assert_eq!(attributes(missing, "link[rel=canonical]", "href"), [""; 0]);
    assert_eq!(attributes(missing, "meta[name=robots]", "content"), ["noindex"]);
    assert!(known.robots().contains("Sitemap: https://example.org/porch/sitemap.xml"));
    let sitemap = known.sitemap().unwrap();
    assert_eq!(sitemap.matches("<loc>https://example.org/porch/").count(), pages.len() - 1, "all but the unknown one");

    let unknown = Site { origin: None, ..known };
    assert_eq!(unknown.sitemap(), None);
    assert!(!unknown.robots().contains("Sitemap"));
    assert!(unknown.pages().iter().all(|page| !page.head.contains("canonical") && !page.head.contains("https:")));
}

#[test]
fn each_language_has_its_pages_and_leads_to_the_same_page_in_the_others() {
    let languages = two_languages();
    let pages = pages("/porch/", None, &languages);
    let (english, shouted) = (page(&pages, "help/index.html"), page(&pages, "xx/help/index.html"));
    assert!(
        english
            .root
            .starts_with(r#" lang="en" dir="ltr" data-language="en" data-base="/porch/" data-page="help/index.html""#)
    );
    assert!(
        shouted
            .root
            .starts_with(r#" lang="xx" dir="rtl" data-language="xx" data-base="/porch/" data-page="help/index.html""#)
    );
    assert!(shouted.body.contains("REACH THE HOTLINE") && !english.body.contains("REACH THE HOTLINE"));
    assert_eq!(attributes(&english.body, "a[hreflang]", "href"), ["/porch/xx/help/"]);
    assert_eq!(attributes(&shouted.body, "a[hreflang]", "href"), ["/porch/help/"]);
    for page in [english, shouted] {
        let alternates = attributes(&page.head, "link[rel=alternate]", "href");
        assert_eq!(alternates, ["/porch/help/", "/porch/xx/help/"]);
    }
    // Its own links stay in the language; what has no language stays where it is.
    let meetings = page(&pages, "xx/meetings/index.html");
    assert!(attributes(&meetings.body, "nav a", "href").iter().all(|link| link.starts_with("/porch/xx/")));
    assert_eq!(attributes(&meetings.body, "a[download]", "href"), ["/porch/meetings.ics"]);
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let bodies = |content: Content| {
        let pages = pages("/", None, &[leaked(content)]);
        pages.into_iter().map(|page| page.head + &page.body).collect::<Vec<_>>()
    };
    assert_eq!(bodies(content()), bodies(content()));
}

#[test]
fn an_id_from_the_content_is_none_of_ours_whatever_it_is() {
    const SCRIPTS: [&str; 4] = [
        include_str!("../loader/early.js"),
        include_str!("../loader/search.js"),
        include_str!("../loader/offline.js"),
        include_str!("../loader/start.js"),
    ];
    let ids = |pages: &[Page]| -> Vec<Vec<String>> {
        pages.iter().map(|page| attributes(&page.body, "[id]", "id")).collect()
    };
    let before = ids(&pages("/", None, &[leaked(content())]));
    let sought = SCRIPTS.iter().flat_map(|script| script.split("getElementById('").skip(1));
    let sought = sought.filter_map(|rest| Some(rest.split_once('\'')?.0.to_string()));
    // What stands in the page beside what the app writes.
    let mould = ["start"].map(String::from);
    let ours: HashSet<String> = before.iter().flatten().cloned().chain(sought).chain(mould).collect();
    assert!(ours.len() > 40 && ours.contains("bar-exit") && ours.contains("count"), "{ours:?}");
    assert!(ours.iter().all(|id| !id.starts_with("at-")), "{ours:?}");

    let headings: Vec<_> = ours.iter().map(|id| json!({ "kind": "heading", "text": "Here", "id": id })).collect();
    let with_headings = changed(|_, words| {
        for place in ["/articles/myths/blocks", "/pages/signs-rules"] {
            words.pointer_mut(place).unwrap().as_array_mut().unwrap().extend(headings.clone());
        }
    });
    let after = ids(&pages("/", None, &[leaked(with_headings.unwrap())]));
    let mut reached = 0;
    for (before, after) in before.iter().zip(after) {
        let (theirs, own): (Vec<_>, Vec<_>) = after.into_iter().partition(|id| id.starts_with("at-"));
        assert_eq!(own, *before);
        reached += theirs.len();
    }
    assert!(reached >= 2 * ours.len());
}
