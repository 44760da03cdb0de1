//! Exceptions of the meeting that change nothing.

use porchlight::content::{Change, Content, SITE_FILE};
use serde_json::Value;

/// What can be taken out of the list. It is no mistake: what is over may stay, and the app leaves it out where the rule has
/// changed since.
pub fn notes(content: &Content, site: &Value) -> Vec<String> {
    let meeting = &content.meeting;
    let listed = site["meeting"]["exceptions"].as_array().into_iter().flatten().enumerate();
    let note = |(index, exception): (usize, &Value)| {
        let day = exception["date"].as_str().unwrap_or_default();
        let why = match meeting.exceptions.iter().find(|known| known.date.iso() == day).map(|known| &known.change) {
            None => "is over, and does not fit the rule as it is now: it is left out",
            Some(Change::Moved { to, start, end, place })
                if (&to.iso()[..], *start, *end, place) == (day, meeting.start, meeting.end, &meeting.place) =>
            {
                "says what is so without it"
            }
            Some(_) => return None,
        };
        Some(format!("{SITE_FILE}: meeting › exceptions {}: {day} {why}", index + 1))
    };
    listed.filter_map(note).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use porchlight::content::load;
    use serde_json::json;

    const SITE: &str = include_str!("../../../public/content/site.json");
    const WORDS: &str = include_str!("../../../public/content/en.json");

    #[test]
    fn what_changes_nothing_is_named_and_nothing_else_is() {
        let mut site: Value = serde_json::from_str(SITE).unwrap();
        site["updated"] = json!("2026-11-25");
        site["meeting"]["repeat"] = json!({ "weekday": "thursday", "week": 1 });
        site["meeting"]["start"] = json!("11:30");
        for (exception, expected) in [
            (json!({ "date": "2026-12-03", "cancelled": true }), None),
            (json!({ "date": "2026-10-01", "cancelled": true }), None),
            (json!({ "date": "2026-12-03", "start": "11:45" }), None),
            (json!({ "date": "2026-10-13", "cancelled": true }), Some("2026-10-13 is over")),
            (json!({ "date": "2026-10-13", "to": "2026-10-14" }), Some("2026-10-13 is over")),
            (json!({ "date": "2026-12-03", "start": "11:30" }), Some("2026-12-03 says what is so without it")),
            (json!({ "date": "2026-12-03", "to": "2026-12-03" }), Some("2026-12-03 says what is so without it")),
        ] {
            site["meeting"]["exceptions"] = json!([exception]);
            let content = load(&site.to_string(), WORDS, "en.json").unwrap();
            let found = notes(&content, &site);
            assert_eq!(found.len(), usize::from(expected.is_some()), "{exception}: {found:?}");
            assert!(found.iter().all(|note| note.contains(expected.unwrap_or_default())), "{exception}: {found:?}");
        }
    }
}
