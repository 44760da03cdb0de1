//! The school grade that an English text asks for (Flesch and Kincaid, 1975): long sentences and long words raise it.
//!
//! A name or a number counts as one short word: a reader takes it as one thing, however many syllables it has. A name is
//! a run of capitalized words that does not open a sentence, or one from a list of names that the caller knows.

mod sentences;
mod syllables;
mod words;

pub use syllables::syllables;

/// The formula says little about a few words: shorter sentences are not looked at alone.
const FEWEST_WORDS: usize = 8;

/// A text that has been read.
#[derive(Clone, Debug)]
pub struct Text {
    sentences: Vec<Sentence>,
}

/// A sentence with its counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence as it was written.
    pub text: String,
    /// How many words it has.
    pub words: usize,
    /// How many syllables these words have together.
    pub syllables: usize,
}

impl Text {
    /// Reads paragraphs or lines of lists; no sentence goes on from one to the next. The names count as one short word
    /// each, wherever they stand.
    pub fn new<Paragraph: AsRef<str>, Name: AsRef<str>>(
        paragraphs: impl IntoIterator<Item = Paragraph>,
        names: &[Name],
    ) -> Self {
        let mut sentences = Vec::new();
        for paragraph in paragraphs {
            for text in sentences::split(paragraph.as_ref()) {
                let (words, syllables) = words::count(&text, names);
                sentences.push(Sentence { text, words, syllables });
            }
        }
        Self { sentences }
    }

    /// Its sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// How many words it has.
    pub fn words(&self) -> usize {
        self.sentences.iter().map(|sentence| sentence.words).sum()
    }

    /// Its school grade; 0 for a text without words.
    pub fn grade(&self) -> f64 {
        let syllables = self.sentences.iter().map(|sentence| sentence.syllables).sum();
        grade(self.sentences.len(), self.words(), syllables)
    }

    /// Its sentences, the hardest first, without those too short to be judged alone.
    pub fn hardest(&self) -> Vec<&Sentence> {
        let mut hardest: Vec<_> = self.sentences.iter().filter(|sentence| sentence.words >= FEWEST_WORDS).collect();
        hardest.sort_by(|one, other| other.grade().total_cmp(&one.grade()));
        hardest
    }
}

impl Sentence {
    /// The school grade of the sentence alone.
    pub fn grade(&self) -> f64 {
        grade(1, self.words, self.syllables)
    }
}

/// Flesch and Kincaid's formula.
fn grade(sentences: usize, words: usize, syllables: usize) -> f64 {
    if words == 0 {
        return 0.0;
    }
    0.39 * words as f64 / sentences as f64 + 11.8 * syllables as f64 / words as f64 - 15.59
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Text {
        Text::new([text], &[""; 0])
    }

    fn of(text: &str) -> f64 {
        read(text).grade()
    }

    #[test]
    fn the_grade_is_that_of_published_examples() {
        // "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
        assert!((grade(1, 13, 24) - 11.3).abs() < 0.05);
        // "Green Eggs and Ham": 5.7 words to a sentence, 1.02 syllables to a word.
        assert!((grade(1_000, 5_700, 5_814) - -1.3).abs() < 0.05);
        // The lowest grade there is: every sentence is a word of one syllable.
        assert!((of("Go. Run!") - -3.4).abs() < 0.001);
        assert!((of("The cat sat on the mat.") - -1.45).abs() < 0.001);
    }

    #[test]
    fn words_and_syllables_are_those_of_a_published_example() {
        let text = read("This sentence, taken as a reading passage unto itself, is being used to prove a point.");
        let [sentence] = text.sentences() else { panic!("one sentence") };
        assert_eq!((sentence.words, sentence.syllables), (16, 23));
    }

    #[test]
    fn longer_words_and_longer_sentences_are_harder() {
        assert!(of("Call now.") < of("Telephone immediately."));
        assert!(of("Call now. Stay calm.") < of("Call now and stay calm."));
    }

    #[test]
    fn a_text_without_words_asks_for_nothing() {
        for text in ["", " ", "…", "—"] {
            assert_eq!(of(text), 0.0, "{text}");
        }
    }

    #[test]
    fn a_sentence_ends_with_its_paragraph() {
        let text = Text::new(["One line", "Another line"], &[""; 0]);
        assert_eq!(text.sentences().len(), 2);
        assert_eq!(text.words(), 4);
    }

    #[test]
    fn the_hardest_sentence_comes_first_and_a_few_words_are_not_judged_alone() {
        let easy = "If you can, call them now and stay calm.";
        let hard = "Comprehensive organizational accountability necessitates institutional confidentiality obligations everywhere.";
        let text = read(&format!("{easy} Institutional responsibilities. {hard}"));
        let hardest: Vec<_> = text.hardest().into_iter().map(|sentence| sentence.text.as_str()).collect();
        assert_eq!(hardest, [hard, easy]);
    }
}
