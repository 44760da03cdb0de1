//! A JSON document as a tree.
//!
//! The tree is read with serde once, and everything else walks it. One visitor in the WebAssembly file instead of
//! one for each type of the content keeps the download small, and a walk can name every mistake, not only the first.

use super::hidden::quoted;
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
    /// Any other number. The content uses none, so its value is not kept.
    Fraction,
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object. It keeps duplicate keys, for the reader to report.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a document.
    ///
    /// # Errors
    /// What is wrong with the JSON, with line and column.
    pub fn parse(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// What kind of value it is, for messages.
    pub fn describe(&self) -> String {
        match self {
            Self::Null => "null".into(),
            Self::Bool(value) => value.to_string(),
            Self::Whole(value) => value.to_string(),
            Self::Fraction => "a number".into(),
            Self::Text(text) if text.chars().count() > 60 => "a longer text".into(),
            Self::Text(text) => quoted(text),
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
    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(i64::try_from(value).map_or(Json::Fraction, Json::Whole))
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

    #[test]
    fn whole_numbers_are_told_from_all_others() {
        for (text, json) in [
            ("0", Json::Whole(0)),
            ("-12", Json::Whole(-12)),
            ("9223372036854775807", Json::Whole(i64::MAX)),
            ("9223372036854775808", Json::Fraction),
            ("1.5", Json::Fraction),
            ("1e3", Json::Fraction),
        ] {
            assert_eq!(Json::parse(text), Ok(json), "{text}");
        }
    }

    #[test]
    fn an_object_keeps_its_order_and_its_duplicate_keys() {
        let object = [("b", 1), ("a", 2), ("a", 3)].map(|(key, value)| (key.into(), Json::Whole(value)));
        assert_eq!(Json::parse(r#"{"b":1,"a":2,"a":3}"#), Ok(Json::Object(object.into())));
    }

    #[test]
    fn a_mistake_is_named_with_its_line_and_column() {
        for (text, message) in [
            ("<html>", "expected value at line 1 column 1"),
            ("{\"a\": 1,\n \"b\" 2}", "expected `:` at line 2 column 6"),
            ("{\"a\": 1,\n}", "trailing comma at line 2 column 1"),
            ("{} {}", "trailing characters at line 1 column 4"),
        ] {
            assert_eq!(Json::parse(text), Err(message.to_string()), "{text}");
        }
    }

    #[test]
    fn nesting_without_end_is_refused_and_does_not_use_up_the_stack() {
        let error = Json::parse(&"[".repeat(100_000)).unwrap_err();
        assert!(error.starts_with("recursion limit exceeded"), "{error}");
    }
}
