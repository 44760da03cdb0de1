//! Where a sentence ends.

/// Splits a text after each full stop, question mark, exclamation mark or colon that ends a thought.
pub fn split(text: &str) -> Vec<String> {
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
    sentences.retain(|sentence| sentence.contains(char::is_alphabetic));
    sentences
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_text_is_split_into_sentences() {
        let parts = ["It is (so).", "“Is it?”", "In 5.5 days:", "12 men came!", "I-5 it is, e.g. there."];
        assert_eq!(split(&parts.join(" ")), parts);
    }
}
