//! A JSON document as a tree.
//!
//! The tree is read with serde once, and everything else walks it. One visitor in the WebAssembly file instead of
//! one for each type of the content keeps the download small, and a walk can name every mistake, not only the first.

use super::parser::Parser;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A JSON value. Objects keep the order of the file.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// Any other number. The content has none, so its value is not kept.
    Fraction,
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object. A key may stand twice: who reads it has to look.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a document.
    ///
    /// # Errors
    /// What is wrong with the JSON, with line and column.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parser = Parser::new(text);
        let json = Self::deserialize(&mut parser).and_then(|json| parser.end().map(|()| json));
        json.map_err(|expected| {
            let (line, column) = parser.position();
            format!("{expected} at line {line}, column {column}")
        })
    }

    /// What kind of value it is, for messages.
    pub fn describe(&self) -> String {
        match self {
            Self::Null => "null".into(),
            Self::Bool(value) => value.to_string(),
            Self::Whole(value) => value.to_string(),
            Self::Fraction => "a number".into(),
            Self::Text(text) if text.chars().count() > 60 => "a longer text".into(),
            Self::Text(text) => format!("\"{text}\""),
            Self::List(_) => "a list".into(),
            Self::Object(_) => "an object".into(),
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Whole(value))
    }
    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Fraction)
    }
    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.into()))
    }
    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::Text(text))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Json, A::Error> {
        let mut object: Vec<(String, Json)> = Vec::new();
        while let Some((key, value)) = fields.next_entry::<String, Json>()? {
            object.push((key, value));
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, from_str};
    use std::sync::LazyLock;

    const WORDS: &str = include_str!("../../public/content/en.json");
    const SITE: &str = include_str!("../../public/content/site.json");

    /// A tree of ours as one of serde_json's, in which a number that is not whole says nothing but that.
    fn theirs(json: &Json) -> Value {
        match json {
            Json::Null => Value::Null,
            Json::Bool(value) => Value::from(*value),
            Json::Whole(value) => Value::from(*value),
            Json::Fraction => Value::from(0.5),
            Json::Text(text) => Value::from(text.as_str()),
            Json::List(items) => items.iter().map(theirs).collect(),
            Json::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), theirs(value))).collect(),
        }
    }

    fn without_fractions(value: Value) -> Value {
        match value {
            Value::Number(number) if number.as_i64().is_none() => match number.as_f64() {
                // For them, a zero with a sign is no whole number.
                Some(zero) if zero.to_bits() == (-0.0_f64).to_bits() => Value::from(0),
                _ => Value::from(0.5),
            },
            Value::Array(items) => items.into_iter().map(without_fractions).collect(),
            Value::Object(fields) => fields.into_iter().map(|(key, item)| (key, without_fractions(item))).collect(),
            other => other,
        }
    }

    /// Both read the same, or both refuse the text.
    fn agree(text: &str) {
        match (Json::parse(text), from_str(text)) {
            (Ok(ours), Ok(value)) => assert_eq!(theirs(&ours), without_fractions(value), "{text}"),
            (Err(_), Err(_)) => {}
            // A number may be larger than any that they know.
            (Ok(_), Err(error)) if error.to_string().starts_with("number out of range") => {}
            (ours, value) => panic!("{text}\nours: {ours:?}\ntheirs: {value:?}"),
        }
    }

    #[test]
    fn the_content_is_read_as_serde_json_reads_it() {
        agree(SITE);
        agree(WORDS);
    }

    #[test]
    fn every_rule_of_the_standard_is_kept_as_serde_json_keeps_it() {
        for value in [
            "",
            " ",
            "null",
            "nul",
            "nulll",
            "true",
            "false",
            "True",
            "0",
            "-0",
            "-",
            "01",
            "1",
            "-12",
            "+1",
            "1.5",
            "1.",
            ".5",
            "1e3",
            "1E+3",
            "1e-3",
            "1e",
            "1e+",
            "1.e1",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "123456789012345678901234567890",
            "1.0",
            "NaN",
            "'a'",
            "\"\"",
            "\"a",
            "\"a\nb\"",
            "\"a\tb\"",
            r#""\"\\\/\b\f\n\r\t""#,
            r#""\a""#,
            r#""\u0041\u00e9\u4e2d""#,
            r#""\uD83D\uDCA1""#,
            r#""\ud83d""#,
            r#""\udca1""#,
            r#""\ud83d\u0041""#,
            r#""\ud83dA""#,
            r#""\u12""#,
            r#""\u12g4""#,
            r#""\u+123""#,
            r#""\"#,
            "\"\u{7f}\"",
            "\"\u{1f}\"",
            "\"💡\"",
            "[]",
            "[ ]",
            "[1]",
            "[1,2]",
            "[1,]",
            "[,1]",
            "[1 2]",
            "[1",
            "[",
            "]",
            "[[],[]]",
            "{}",
            "{ }",
            r#"{"a":1}"#,
            r#"{"a" : 1 , "b":2}"#,
            r#"{"a":1,}"#,
            r#"{,}"#,
            r#"{"a"}"#,
            r#"{"a":}"#,
            r#"{"a" 1}"#,
            r#"{a:1}"#,
            r#"{1:1}"#,
            r#"{"a":1 "b":2}"#,
            r#"{"a":1"#,
            r#"{"":0}"#,
            "{",
            "}",
            "1 2",
            "[] []",
            "null,",
            "\u{feff}null",
            "\u{a0}null",
            "\r\n\tnull\n",
            "/**/1",
            "[1]//",
        ] {
            agree(value);
        }
    }

    #[test]
    fn what_stands_twice_is_kept_twice() {
        let twice = Json::Object(vec![("a".into(), Json::Whole(1)), ("a".into(), Json::Whole(2))]);
        assert_eq!(Json::parse(r#"{"a":1,"a":2}"#), Ok(twice));
    }

    #[test]
    fn a_mistake_is_named_with_what_was_expected_and_where() {
        for (text, message) in [
            ("", "a value at line 1, column 1"),
            ("<html>", "a value at line 1, column 1"),
            ("{\"ä\": 1,\n \"b\" 2}", "a colon behind the key at line 2, column 6"),
            ("{\"a\": 1,\n}", "another entry behind the comma at line 2, column 1"),
            ("{\"a\": 1\n\"b\": 2}", "a comma, or } at the end of the object at line 2, column 1"),
            ("[1 2]", "a comma, or ] at the end of the list at line 1, column 4"),
            ("{a: 1}", "a key in quotation marks at line 1, column 2"),
            ("[\"ä💡\n\"]", "the text to end with a quotation mark in the same line at line 1, column 5"),
            (
                "[\"\\x\"]",
                "one of \" \\ / b f n r t, or u and four hexadecimal digits, behind the backslash at line 1, column 4",
            ),
            ("[\"\\ud83d!\"]", "the second half of a character behind its first at line 1, column 9"),
            ("[\"\\udca1\"]", "the first half of a character before its second at line 1, column 9"),
            ("[\"\t\"]", "\\t in place of a tab, and no other control character at line 1, column 3"),
            ("[\"a", "the text to end with a quotation mark in the same line at line 1, column 4"),
            ("{", "a key in quotation marks at line 1, column 2"),
            ("[", "a value at line 1, column 2"),
            ("[-]", "a digit at line 1, column 3"),
            ("{} {}", "nothing more at line 1, column 4"),
        ] {
            assert_eq!(Json::parse(text), Err(message.to_string()), "{text}");
        }
        let deep = "[".repeat(101);
        let error = Json::parse(&deep).unwrap_err();
        assert_eq!(error, "lists and objects that do not stand so deep in each other at line 1, column 102");
        assert!(Json::parse(&format!("{}{}", "[".repeat(100), "]".repeat(100))).is_ok());
    }

    /// Every list and every object of the content that is not too long, as serde_json writes it.
    static PARTS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut parts = Vec::new();
        for file in [SITE, WORDS] {
            collect(&from_str(file).unwrap(), &mut parts);
        }
        parts
    });

    fn collect(value: &Value, parts: &mut Vec<String>) {
        let text = value.to_string();
        if (10..400).contains(&text.len()) && (value.is_array() || value.is_object()) {
            parts.push(text);
        }
        value.as_array().into_iter().flatten().for_each(|item| collect(item, parts));
        value.as_object().into_iter().flatten().for_each(|(_, item)| collect(item, parts));
    }

    /// What JSON is made of, and some that it is not made of.
    fn piece() -> impl Strategy<Value = String> {
        prop::sample::select(vec![
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\udca1", "\\n", "null", "true", "false", "-",
            "0", "12", ".", "e", "E", "+", " ", "\n", "\"a\"", "\"ü\":", "\"💡\"", "'", "x", "\u{1}", "00e9",
        ])
        .prop_map(String::from)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

        #[test]
        fn pieces_in_any_order_are_read_as_serde_json_reads_them(pieces in prop::collection::vec(piece(), 0..12)) {
            agree(&pieces.concat());
        }

        #[test]
        fn a_part_of_the_content_with_a_slip_is_read_as_serde_json_reads_it(
            part in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), cut in 0..3_usize, put in piece()
        ) {
            let mut letters: Vec<char> = part.get(&PARTS).chars().collect();
            let at = at.index(letters.len());
            letters.splice(at..(at + cut).min(letters.len()), put.chars());
            agree(&letters.into_iter().collect::<String>());
        }

        #[test]
        fn what_serde_json_writes_is_read(text in ".{0,40}", key in ".{0,10}", number in any::<i64>(), pretty in any::<bool>()) {
            let value = serde_json::json!({ key: [text, number, null, { "deep": [true] }] });
            let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            agree(&text.unwrap());
        }
    }
}
