//! Words to look for: `child|teen prostitut*`.

/// Words in a row, each with its alternatives; `*` stands for any ending.
pub struct Pattern(Vec<Vec<String>>);

impl Pattern {
    /// Reads a pattern.
    pub fn new(text: &str) -> Self {
        Self(text.split(' ').map(|word| word.split('|').map(str::to_lowercase).collect()).collect())
    }

    /// The first place in the text where the pattern is found, as it stands there.
    pub fn find(&self, words: &[String]) -> Option<String> {
        let fits = |window: &&[String]| self.0.iter().zip(*window).all(|(options, word)| any(options, word));
        words.windows(self.0.len()).find(fits).map(|window| window.join(" "))
    }
}

fn any(options: &[String], word: &str) -> bool {
    options.iter().any(|option| match option.strip_suffix('*') {
        Some(begin) => word.starts_with(begin),
        None => option == word,
    })
}

/// The words of a text in small letters. A mark that ends a thought stands as a word of its own, so that no pattern
/// reaches over it.
pub fn words_of(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in text.chars() {
        match letter {
            _ if letter.is_alphanumeric() => {
                if let Some(word) = words.last_mut() {
                    word.extend(letter.to_lowercase());
                }
            }
            '.' | '?' | '!' | ';' | ':' | '…' => words.extend([letter.to_string(), String::new()]),
            _ => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &str, text: &str) -> Option<String> {
        Pattern::new(pattern).find(&words_of(text))
    }

    #[test]
    fn capitals_hyphens_and_endings_do_not_matter() {
        assert_eq!(found("modern day slave*", "A Modern-Day slavery."), Some("modern day slavery".into()));
        assert_eq!(found("rescu*", "they were RESCUED"), Some("rescued".into()));
        assert_eq!(found("save|saves them|her", "She saves her pay."), Some("saves her".into()));
    }

    #[test]
    fn a_word_is_not_found_inside_another_nor_over_the_end_of_a_sentence() {
        assert_eq!(found("race", "a trace of it"), None);
        assert_eq!(found("save them", "You can save. Them we ask."), None);
        assert_eq!(found("save them", "save"), None);
    }
}
