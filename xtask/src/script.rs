//! Our own scripts as they are sent: without what is meant for those who edit them.

/// The script without comments that have lines to themselves, without indentation and without empty lines. What stands in
/// strings is never touched, because only whole lines are left out: a text of several lines must not look like a comment.
pub fn compact(script: &str) -> String {
    let mut compact = String::new();
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        let begins = line.starts_with("/*");
        if !in_comment && !begins && !line.is_empty() && !line.starts_with("//") {
            compact.push_str(line);
            compact.push('\n');
        }
        in_comment = (in_comment || begins) && !line.ends_with("*/");
    }
    compact
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_for_editors_is_left_out_and_nothing_else() {
        let script = "/* Two\n   lines. */\n\n/** One. */\nconst a = '/* no */'; // after\n  // before\n  go(`//`); /* here */\n";
        assert_eq!(compact(script), "const a = '/* no */'; // after\ngo(`//`); /* here */\n");
    }
}
