//! The school grade that each page asks for, as [`reading`] counts it.
//!
//! Read are the sentences and the lines of lists in a page's `main`, as it is without a program. Set aside are headings,
//! links, buttons and labels of fields, and what is not ours to shorten: quotations, numbers of figures, sources.

use reading::{Sentence, Text};
use scraper::{ElementRef, Html, Node, Selector};
use std::fmt;

/// The highest grade of an article, and of every other page.
const ARTICLE: f64 = 8.0;
const OTHER: f64 = 6.0;

/// How much more one sentence may ask for than its page.
const SENTENCE_MORE: f64 = 5.0;

/// The elements that hold sentences.
const BLOCKS: &str = "main p, main li, main dt, main dd, main label, main td";

/// What is no running text of ours.
const ASIDE: [&str; 14] = [
    "nav",
    "blockquote",
    "figcaption",
    "button",
    "select",
    "h1",
    "h2",
    "h3",
    "sources",
    "tags",
    "field",
    "status",
    "value",
    "soft",
];

/// How hard a page is to read.
pub struct Grade {
    /// The page's file.
    page: String,
    text: Text,
    /// The highest grade that it may have.
    most: f64,
}

impl Grade {
    /// Reads a page, given its file, its body and the names that count as one short word.
    pub fn of(page: &str, body: &str, names: &[String]) -> Self {
        let most = if page.contains("learn/") && !page.ends_with("learn/index.html") { ARTICLE } else { OTHER };
        Self { page: page.into(), text: Text::new(paragraphs(body), names), most }
    }

    /// The grade.
    pub fn value(&self) -> f64 {
        self.text.grade()
    }

    /// What to mend, if the page asks for too much.
    pub fn problem(&self) -> Option<String> {
        let Self { page, text, most } = self;
        let mend = "make these shorter, with shorter words";
        let list = |sentences: &[&Sentence]| -> String {
            sentences.iter().map(|sentence| format!("\n  {:.1}: {}", sentence.grade(), sentence.text)).collect()
        };
        let mut hardest = text.hardest();
        if self.value() > *most {
            hardest.truncate(3);
            return Some(format!(
                "{page}: expected school grade {most} or below, found {:.1}; {mend}:{}",
                self.value(),
                list(&hardest)
            ));
        }
        let one = most + SENTENCE_MORE;
        hardest.retain(|sentence| sentence.grade() > one);
        (!hardest.is_empty())
            .then(|| format!("{page}: expected grade {one} or below of each sentence; {mend}:{}", list(&hardest)))
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let Self { page, text, most } = self;
        let (sentences, words) = (text.sentences().len(), text.words());
        write!(formatter, "{page:<34} grade {:>4.1} of {most}  ({sentences} sentences, {words} words)", self.value())
    }
}

/// The running text of a page.
fn paragraphs(body: &str) -> Vec<String> {
    let html = Html::parse_fragment(body);
    let Ok(blocks) = Selector::parse(BLOCKS) else { return Vec::new() };
    html.select(&blocks)
        .filter(|block| !block.ancestors().filter_map(ElementRef::wrap).chain([*block]).any(is_aside))
        .map(own_text)
        .collect()
}

fn is_aside(element: ElementRef) -> bool {
    let element = element.value();
    ASIDE.iter().any(|aside| element.name() == *aside || element.classes().any(|class| class == *aside))
}

/// The text of a block, without blocks inside it, links, marks and buttons.
fn own_text(block: ElementRef) -> String {
    let mut text = String::new();
    for child in block.children() {
        match child.value() {
            Node::Text(own) => text.push_str(own),
            Node::Element(element) if ["b", "i", "em", "strong", "span", "bdi"].contains(&element.name()) => {
                text.push_str(&ElementRef::wrap(child).map(own_text).unwrap_or_default());
            }
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::tests::english;

    fn page(file: &str, main: &str) -> Grade {
        Grade::of(
            file,
            &format!("<main>{main}</main><footer><p>Institutional responsibilities.</p></footer>"),
            &english().names,
        )
    }

    #[test]
    fn what_is_not_ours_to_shorten_is_set_aside() {
        let main = "<h1>Institutional responsibilities</h1><p>Call now.</p><figure><blockquote><p>Notwithstanding \
            unconditional obligations.</p></blockquote></figure><ul class=\"sources\"><li>International Organization \
            Administration</li></ul><p><a href=\"/\">Unconditional obligations</a></p><p>Yes.<small>Undetermined</small></p>";
        let grade = page("help/index.html", main);
        assert_eq!((grade.text.sentences().len(), grade.text.words()), (2, 3));
    }

    #[test]
    fn the_lines_of_lists_and_the_signs_are_read() {
        let main = "<ul><li>One line</li><li><input><label>A sign</label><details><dl class=\"tags\"><dd>Place</dd></dl>\
            </details></li></ul><dl><dt><small>Said</small>It is.</dt><dd>It is not.</dd></dl>";
        assert_eq!(page("help/index.html", main).text.sentences().len(), 4);
    }

    #[test]
    fn one_hard_sentence_does_not_hide_among_easy_ones() {
        let hard = "Institutional confidentiality obligations necessitate comprehensive organizational accountability everywhere.";
        let main = format!("{}<p>{hard}</p>", "<p>Call now.</p>".repeat(50));
        let grade = page("help/index.html", &main);
        assert!(grade.value() < 6.0);
        assert!(grade.problem().is_some_and(|problem| problem.contains(hard)));
    }

    #[test]
    fn an_article_may_ask_for_more_than_other_pages() {
        let main = "<p>Someone who works at a hotel should tell the manager about it, but only if that is safe at the time.</p>";
        let of = |file| page(file, main);
        let help = of("help/index.html");
        assert!(help.value() > 6.0 && help.value() < 8.0, "{}", help.value());
        assert!(help.problem().is_some_and(|problem| problem.contains("help/index.html: expected school grade 6")));
        assert!(of("learn/index.html").problem().is_some());
        assert!(of("learn/myths/index.html").problem().is_none());
    }
}
