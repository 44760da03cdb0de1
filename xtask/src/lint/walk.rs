//! Going through a file of words.

use serde_json::Value;

/// A text and its place, such as `pages › help-call › 2 › text`.
pub struct Place<'a> {
    /// The place.
    pub place: String,
    /// The text.
    pub text: &'a str,
}

/// Every text that people read as ours, but for what is quoted from others as a block of its own. What people look for
/// is theirs, too.
pub fn texts(words: &Value) -> Vec<Place<'_>> {
    let mut found = Vec::new();
    visit(words, "", &mut |place, value| {
        if let Value::String(text) = value {
            found.push(Place { place: place.into(), text });
        }
        value["kind"] != "quote" && !place.starts_with("search")
    });
    found
}

/// Calls the function with each value and its place, from the outside in; where it says no, nothing below is visited.
pub fn visit<'a>(value: &'a Value, place: &str, look: &mut impl FnMut(&str, &'a Value) -> bool) {
    if !look(place, value) {
        return;
    }
    let below = |step: &str| if place.is_empty() { step.to_string() } else { format!("{place} › {step}") };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| visit(value, &below(key), look)),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let step = item["id"].as_str().map_or_else(|| (index + 1).to_string(), |id| format!("\"{id}\""));
                visit(item, &below(&step), look);
            }
        }
        _ => {}
    }
}
