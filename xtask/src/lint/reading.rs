//! The school grade that a page asks for (Kincaid and others, 1975): long sentences and long words raise it.
//!
//! Read are the sentences and the lines of lists that stand in a page's `main`, as it is without a program. Set aside are
//! headings, links, buttons and labels of fields, and what is not ours to shorten: quotations, numbers of figures,
//! sources. A name or a number counts as one short word: a reader takes it as one thing, however many syllables it has.
//! A name is a run of words with a capital letter that does not open a sentence, or one that the language's list knows.

use super::Language;
use super::syllables::syllables;
use scraper::{ElementRef, Html, Node, Selector};
use std::fmt;

/// The highest grade of an article, and of every other page.
const ARTICLE: f64 = 8.0;
const OTHER: f64 = 6.0;

/// How much more one sentence may ask for than its page, and from how many words on it is looked at alone: the formula
/// says little about a few words.
const SENTENCE_MORE: f64 = 5.0;
const SENTENCE_WORDS: usize = 8;

/// What a sentence stands in.
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
    /// The grade.
    pub value: f64,
    /// The highest grade that it may have.
    most: f64,
    /// How many sentences and words were read.
    sentences: usize,
    words: usize,
    /// The hardest sentences, with their grades, and how many of them are too hard by themselves.
    hardest: Vec<(f64, String)>,
    too_hard: usize,
}

impl Grade {
    /// Reads a page, given its file and its body.
    pub fn of(page: &str, body: &str, language: &Language) -> Self {
        let most = if page.contains("learn/") && !page.ends_with("learn/index.html") { ARTICLE } else { OTHER };
        let sentences = sentences(body);
        let counted: Vec<_> = sentences.iter().map(|sentence| count(sentence, language)).collect();
        let long = counted.iter().zip(sentences).filter(|((words, _), _)| *words >= SENTENCE_WORDS);
        let mut hardest: Vec<_> = long.map(|(counts, sentence)| (grade(&[*counts]), sentence)).collect();
        hardest.sort_by(|one, other| other.0.total_cmp(&one.0));
        let too_hard = hardest.iter().filter(|(grade, _)| *grade > most + SENTENCE_MORE).count();
        hardest.truncate(too_hard.max(3));
        Self {
            page: page.into(),
            value: grade(&counted),
            most,
            sentences: counted.len(),
            words: counted.iter().map(|(words, _)| words).sum(),
            hardest,
            too_hard,
        }
    }

    /// What to mend, if the page asks for too much.
    pub fn problem(&self) -> Option<String> {
        let Self { page, value, most, hardest, too_hard, .. } = self;
        let mend = "make these shorter, with shorter words";
        let list = |count: usize| -> String {
            hardest.iter().take(count).map(|(grade, sentence)| format!("\n  {grade:.1}: {sentence}")).collect()
        };
        if value > most {
            return Some(format!(
                "{page}: expected school grade {most} or below, found {value:.1}; {mend}:{}",
                list(3)
            ));
        }
        let one = most + SENTENCE_MORE;
        (*too_hard > 0)
            .then(|| format!("{page}: expected grade {one} or below of each sentence; {mend}:{}", list(*too_hard)))
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let Self { page, value, most, sentences, words, .. } = self;
        write!(formatter, "{page:<34} grade {value:>4.1} of {most}  ({sentences} sentences, {words} words)")
    }
}

/// Flesch and Kincaid's formula, for the words and syllables of each sentence.
fn grade(sentences: &[(usize, usize)]) -> f64 {
    let words: usize = sentences.iter().map(|(words, _)| words).sum();
    let syllables: usize = sentences.iter().map(|(_, syllables)| syllables).sum();
    if words == 0 {
        return 0.0;
    }
    0.39 * words as f64 / sentences.len() as f64 + 11.8 * syllables as f64 / words as f64 - 15.59
}

/// The sentences of a page. The same one is read once: a list of signs on many pages stays a list.
fn sentences(body: &str) -> Vec<String> {
    let html = Html::parse_fragment(body);
    let Ok(blocks) = Selector::parse(BLOCKS) else { return Vec::new() };
    html.select(&blocks)
        .filter(|block| !block.ancestors().filter_map(ElementRef::wrap).chain([*block]).any(is_aside))
        .flat_map(|block| split(&own_text(block)))
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

/// Splits a text after each full stop, question mark, exclamation mark or colon that ends a thought.
fn split(text: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    let mut letters = text.trim().chars().peekable();
    let mut ended = false;
    while let Some(letter) = letters.next() {
        let opens =
            letters.peek().is_some_and(|next| next.is_uppercase() || next.is_ascii_digit() || "“(".contains(*next));
        if letter.is_whitespace() && ended && opens {
            sentences.push(String::new());
        } else if let Some(sentence) = sentences.last_mut() {
            sentence.push(letter);
        }
        ended = ".!?:".contains(letter) || ended && "”)".contains(letter);
    }
    sentences.retain(|sentence| sentence.contains(|letter: char| letter.is_alphabetic()));
    sentences
}

/// The words and syllables of a sentence.
fn count(sentence: &str, language: &Language) -> (usize, usize) {
    let mut plain = sentence.to_string();
    for name in &language.names {
        plain = plain.replace(name.as_str(), "Ann");
    }
    let mut counts = (0, 0);
    let mut in_name = false;
    let mut opens = true;
    for word in plain.split(|letter: char| letter.is_whitespace() || letter == '—' || letter == '–' || letter == '/')
    {
        let opened = opens || word.starts_with(['“', '(']);
        // After a colon inside a sentence a new thought begins, too.
        opens = word.ends_with([':', '.']);
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        if bare.is_empty() {
            continue;
        }
        let has_capital = bare.starts_with(|letter: char| letter.is_uppercase()) && bare != "I";
        let is_name = has_capital && !opened || bare == "Ann";
        let is_number = bare.starts_with(|letter: char| letter.is_ascii_digit());
        if is_name && in_name {
            continue;
        }
        counts.0 += 1;
        counts.1 += if is_name || is_number { 1 } else { parts(bare, language) };
        in_name = is_name && !word.ends_with(',');
    }
    counts
}

/// The syllables of a word that may be made of several: "door-to-door".
fn parts(word: &str, language: &Language) -> usize {
    word.split('-').filter(|part| !part.is_empty()).map(|part| syllables(part, &language.syllables)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::tests::english;

    fn page(file: &str, main: &str) -> Grade {
        Grade::of(
            file,
            &format!("<main>{main}</main><footer><p>Institutional responsibilities.</p></footer>"),
            &english(),
        )
    }

    fn of(text: &str) -> f64 {
        page("help/index.html", &format!("<p>{text}</p>")).value
    }

    #[test]
    fn the_grade_is_that_of_published_examples() {
        // "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature": 11.3.
        assert!((grade(&[(13, 24)]) - 11.3).abs() < 0.05);
        assert!((of("The cat sat on the mat.") - -1.45).abs() < 0.01);
    }

    #[test]
    fn longer_words_and_longer_sentences_are_harder() {
        assert!(of("Call now.") < of("Telephone immediately."));
        assert!(of("Call now. Stay calm.") < of("Call now and stay calm."));
    }

    #[test]
    fn what_is_not_ours_to_shorten_is_set_aside() {
        let main = "<h1>Institutional responsibilities</h1><p>Call now.</p><figure><blockquote><p>Notwithstanding \
            unconditional obligations.</p></blockquote></figure><ul class=\"sources\"><li>International Organization \
            Administration</li></ul><p><a href=\"/\">Unconditional obligations</a></p><p>Yes.<small>Undetermined</small></p>";
        let grade = page("help/index.html", main);
        assert_eq!((grade.sentences, grade.words), (2, 3));
    }

    #[test]
    fn the_lines_of_lists_and_the_signs_are_read() {
        let main = "<ul><li>One line</li><li><input><label>A sign</label><details><dl class=\"tags\"><dd>Place</dd></dl>\
            </details></li></ul><dl><dt><small>Said</small>It is.</dt><dd>It is not.</dd></dl>";
        assert_eq!(page("help/index.html", main).sentences, 4);
    }

    #[test]
    fn a_name_and_a_number_are_one_short_word() {
        let one = |text: &str| count(text, &english());
        assert_eq!(one("They ask the National Human Trafficking Hotline now."), one("They ask the Ann now."));
        assert_eq!(one("Some 27,600,000 were there."), one("Some two were there."));
        assert_eq!(one("Porchlight knows."), one("Ann knows."));
    }

    #[test]
    fn a_text_falls_into_sentences() {
        let parts = ["It is (so).", "“Is it?”", "In 5.5 days:", "12 men came!", "I-5 it is, e.g. there."];
        assert_eq!(split(&parts.join(" ")), parts);
    }

    #[test]
    fn one_hard_sentence_does_not_hide_among_easy_ones() {
        let hard = "Institutional confidentiality obligations necessitate comprehensive organizational accountability everywhere.";
        let main = format!("{}<p>{hard}</p>", "<p>Call now.</p>".repeat(50));
        let grade = page("help/index.html", &main);
        assert!(grade.value < 6.0);
        assert!(grade.problem().is_some_and(|problem| problem.contains(hard)));
    }

    #[test]
    fn an_article_may_ask_for_more_than_other_pages() {
        let main = "<p>Someone who works at a hotel should tell the manager about it, but only if that is safe at the time.</p>";
        let of = |file| page(file, main);
        assert!(
            of("help/index.html").value > 6.0 && of("help/index.html").value < 8.0,
            "{}",
            of("help/index.html").value
        );
        assert!(
            of("help/index.html")
                .problem()
                .is_some_and(|problem| problem.contains("help/index.html: expected school grade 6"))
        );
        assert!(of("learn/index.html").problem().is_some());
        assert!(of("learn/myths/index.html").problem().is_none());
    }
}
