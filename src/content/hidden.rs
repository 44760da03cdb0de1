//! Characters that nobody sees: an editor or a clipboard puts them in, and a message that only quotes them helps nobody.

/// Whether a character has no place in any text: what controls a terminal or parts lines, what turns the direction of all
/// that follows, what stands for bytes that were lost, and what each font draws as it likes.
///
/// What may join or part letters in some languages and in signs made of several is let be, and so are the marks of
/// direction that end by themselves.
fn is_misplaced(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{feff}' | '\u{fff9}'..='\u{ffff}')
}

/// Whether a character is nothing to see, or only a space.
fn is_invisible(letter: char) -> bool {
    let is_space =
        matches!(letter, ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}');
    is_space || is_unseen(letter)
}

/// Whether a character is nothing to see at all.
fn is_unseen(letter: char) -> bool {
    let fillers = matches!(
        letter,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}'
    );
    let marks = matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}');
    fillers || marks || is_misplaced(letter) || matches!(letter, '\u{e0000}'..='\u{e0fff}')
}

/// The first character that has no place in a text, or the first one of a text in which there is nothing to see.
pub(super) fn misplaced(text: &str) -> Option<String> {
    let nothing = text.chars().all(is_invisible);
    at(text, &|letter| nothing || is_misplaced(letter))
}

/// The first character in a link that a browser would change or that hides where it leads.
pub(super) fn outside_links(text: &str) -> Option<String> {
    at(text, &|letter| is_invisible(letter) || matches!(letter, '"' | '<' | '>' | '\\'))
}

/// A text in quotation marks, or what in it would not be seen there.
pub(super) fn quoted(text: &str) -> String {
    at(text, &is_unseen).unwrap_or_else(|| format!("\"{text}\""))
}

/// The first such character by its code point, with what follows it or else with what stands before.
fn at(text: &str, such: &dyn Fn(char) -> bool) -> Option<String> {
    let place = text.chars().position(such)?;
    let code = text.chars().nth(place).map_or(0, u32::from);
    let seen = |letter: &char| !is_unseen(*letter);
    let rest: String = text.chars().skip(place + 1).filter(seen).collect();
    if rest.is_empty() {
        let before: String = text.chars().take(place).filter(seen).collect();
        return Some(match before.as_str() {
            "" => format!("U+{code:04X} alone"),
            before => format!("U+{code:04X} after \"{before}\""),
        });
    }
    let begin: String = rest.chars().take(5).collect();
    let more = if begin.len() < rest.len() { "…" } else { "" };
    Some(format!("U+{code:04X} before \"{begin}{more}\""))
}
