//! Whether `index.html` says what the content says. Its bar and first screen stand in the page itself, so that they
//! are there before the app and without it; nothing but this check keeps the two together.

use porchlight::content::Part;
use scraper::{ElementRef, Html, Selector};

/// The name of the page, as the messages call it.
pub const PAGE: &str = "index.html";

/// The language that the page is written in: the attribute `lang` of its root.
pub fn language(html: &str) -> Option<String> {
    Html::parse_document(html).root_element().attr("lang").map(String::from)
}

/// Every difference between the page and what it must say, one line each, with what to change.
pub fn differences(html: &str, parts: &[Part]) -> Vec<String> {
    let page = Html::parse_document(html);
    parts.iter().flat_map(|part| part_differences(&page, part)).collect()
}

fn part_differences(page: &Html, part: &Part) -> Vec<String> {
    let id = part.id;
    let Some(element) = find(page, id) else {
        return vec![format!("{PAGE}: no element has the id \"{id}\": add it{}", wanted(part))];
    };
    let mut found = Vec::new();
    if let Some(must) = &part.text {
        let must = one_spaced(must);
        let says = one_spaced(&element.text().collect::<String>());
        if says != must {
            found.push(format!("{PAGE}: #{id} says \"{says}\": change it to \"{must}\""));
        }
    }
    if let Some(must) = &part.href {
        match element.attr("href") {
            Some(leads) if leads == must => {}
            Some(leads) => found.push(format!("{PAGE}: #{id} leads to \"{leads}\": change its href to \"{must}\"")),
            None => found.push(format!("{PAGE}: #{id} leads nowhere: give it href=\"{must}\"")),
        }
    }
    found
}

fn find<'a>(page: &'a Html, id: &str) -> Option<ElementRef<'a>> {
    let selector = Selector::parse(&format!("[id=\"{id}\"]")).ok()?;
    page.select(&selector).next()
}

fn wanted(part: &Part) -> String {
    let text = part.text.as_ref().map(|text| format!(" with the text \"{}\"", one_spaced(text)));
    let href = part.href.as_ref().map(|href| format!(" with href=\"{href}\""));
    text.into_iter().chain(href).collect()
}

/// As a browser shows it: any run of white space is one space. No-break spaces stay what they are.
fn one_spaced(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = r#"<!doctype html><html lang="en"><body><div id="bar">
        <a id="bar-call" href="tel:+1555"><span id="bar-call-label">Call
           now &amp; here</span></a><p id="bar-trace">Shown</p></div>"#;

    fn part(id: &'static str, text: Option<&str>, href: Option<&str>) -> Part {
        Part { id, text: text.map(String::from), href: href.map(String::from) }
    }

    #[test]
    fn the_pages_language_is_the_one_it_declares() {
        assert_eq!(language(HTML).as_deref(), Some("en"));
        assert_eq!(language("<p>no language"), None);
    }

    #[test]
    fn a_page_that_says_the_same_has_no_differences() {
        let parts = [
            part("bar-call", None, Some("tel:+1555")),
            part("bar-call-label", Some("Call now & here"), None),
            part("bar-trace", Some("Shown"), None),
        ];
        assert_eq!(differences(HTML, &parts), [""; 0]);
    }

    #[test]
    fn other_words_and_links_are_named_with_what_to_change() {
        let parts = [part("bar-call", None, Some("tel:+1556")), part("bar-trace", Some("Hidden"), Some("/trace"))];
        let expected = [
            "index.html: #bar-call leads to \"tel:+1555\": change its href to \"tel:+1556\"",
            "index.html: #bar-trace says \"Shown\": change it to \"Hidden\"",
            "index.html: #bar-trace leads nowhere: give it href=\"/trace\"",
        ];
        assert_eq!(differences(HTML, &parts), expected);
    }

    #[test]
    fn a_missing_element_is_named_with_all_it_must_be() {
        let expected = "index.html: no element has the id \"bar-exit\": add it with the text \"Exit\" with href=\"/\"";
        assert_eq!(differences(HTML, &[part("bar-exit", Some("Exit"), Some("/"))]), [expected]);
    }
}
