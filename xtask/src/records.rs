//! The content as a host gets it: one record a line. That is a kilobyte less than with indentation, and still a form in which
//! people find and edit a record in place.

/// Whether a file of the build, by its path inside it, is one that people edit in place.
pub fn is_content(inside: &str) -> bool {
    inside.strip_prefix("content/").is_some_and(|file| file.ends_with(".json") && !file.contains('/'))
}

/// The JSON without spaces between its parts, and with a new line behind each object or list that another part follows.
pub fn one_a_line(json: &str) -> String {
    let mut lines = String::with_capacity(json.len());
    let (mut in_text, mut escaped) = (false, false);
    for letter in json.chars() {
        if in_text || !letter.is_ascii_whitespace() {
            let ends_record = letter == ',' && !in_text && lines.ends_with(['}', ']']);
            lines.push(letter);
            if ends_record {
                lines.push('\n');
            }
        }
        in_text ^= letter == '"' && !escaped;
        escaped = in_text && letter == '\\' && !escaped;
    }
    lines.push('\n');
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_record_has_its_line_and_says_the_same() {
        let json =
            "{\n  \"a\": [\n    {\"b\": 1, \"c\": \"two, } ] \\\" words\\\\\"},\n    [ ]\n  ],\n  \"d\": {}\n}\n";
        let lines = "{\"a\":[{\"b\":1,\"c\":\"two, } ] \\\" words\\\\\"},\n[]],\n\"d\":{}}\n";
        assert_eq!(one_a_line(json), lines);
        let value = |text| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(value(json), value(lines));
    }
}
