//! Whether the meeting has a higher revision wherever calendars have something new to learn.
//!
//! A calendar that knows an entry already takes another state of it only with a larger number, the revision. So the
//! content says for which state its revision stands: by a digest of all that the calendar file is made of, and of the
//! revision itself. Whoever changes the one without the other is told, and given the lines that are right.

use porchlight::content::SITE_FILE;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What calendars are not told.
const UNTOLD: [&str; 3] = ["digest", "sources", "checked"];

/// Where the digest is not that of the meeting at its revision. `words` are those of the first language, in which the
/// calendar file is written.
pub fn problems(site: &Value, words: &Value) -> Vec<String> {
    let meeting = &site["meeting"];
    let revision = meeting["revision"].as_u64().unwrap_or_default();
    if meeting["digest"] == digest(site, words, revision) {
        return Vec::new();
    }
    // Where somebody has raised the revision and changed nothing else yet, one more is not needed.
    let raised = revision > 1 && meeting["digest"] == digest(site, words, revision - 1);
    let next = if raised { revision } else { revision + 1 };
    vec![format!(
        "{SITE_FILE}: meeting: expected a higher revision, since what calendars are told is not what it was: with the old one \
         they would go on showing what they have. Put these lines in place of the two:\n    \
         \"revision\": {next},\n    \"digest\": \"{}\",",
        digest(site, words, next)
    )]
}

/// The digest of all that the calendar file is made of, at that revision.
fn digest(site: &Value, words: &Value, revision: u64) -> String {
    let mut meeting = site["meeting"].clone();
    if let Some(meeting) = meeting.as_object_mut() {
        meeting.retain(|key, _| !UNTOLD.contains(&key.as_str()));
        meeting.insert("revision".into(), revision.into());
    }
    let exceptions = meeting["exceptions"].as_array().into_iter().flatten();
    let used: Vec<_> = exceptions.map(|exception| &exception["place"]).chain([&meeting["place"]]).collect();
    let places = site["places"].as_array().into_iter().flatten();
    let places: Vec<_> = places.filter(|place| used.contains(&&place["id"])).collect();
    let ui = &words["ui"];
    let told = json!({
        "meeting": meeting,
        "places": places,
        "summary": ui["meet.summary"],
        "description": ui["meet.description"],
    });
    // Keys are in the order of the alphabet, with no space between: one value has one text.
    let bytes = Sha256::digest(told.to_string());
    bytes.iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Value {
        json!({
            "updated": "2026-11-25",
            "places": [
                { "id": "benson", "name": "The Benson", "address": "309 SW Broadway" },
                { "id": "hall", "name": "Hall", "address": "Elm 5" },
                { "id": "unused", "name": "Nowhere", "address": "Oak 1" }
            ],
            "meeting": {
                "id": "meetings@club.example",
                "revision": 7,
                "digest": "",
                "zone": "America/Los_Angeles",
                "from": "2026-01-01",
                "repeat": { "weekday": "thursday", "week": 1 },
                "start": "11:30",
                "end": "13:00",
                "place": "benson",
                "unconfirmed": ["day"],
                "confirm": "https://club.example/",
                "sources": ["x"],
                "checked": "2026-11",
                "exceptions": [{ "date": "2026-12-03", "place": "hall" }]
            }
        })
    }

    fn words() -> Value {
        json!({ "ui": { "meet.summary": "Club meeting", "meet.description": "Come.", "meet.next": "Next" } })
    }

    /// The lines that the check prints, put in place.
    fn pasted(site: &Value, words: &Value) -> Value {
        let problems = problems(site, words);
        let lines = problems[0].split_once(":\n").unwrap().1.trim_end_matches(',');
        let lines: Value = serde_json::from_str(&format!("{{{lines}}}")).unwrap();
        let mut site = site.clone();
        for (key, value) in lines.as_object().unwrap() {
            site["meeting"][key] = value.clone();
        }
        site
    }

    /// The site with the digest that belongs to it.
    fn right() -> Value {
        let mut site = site();
        site["meeting"]["digest"] = json!(digest(&site, &words(), 7));
        site
    }

    #[test]
    fn whatever_calendars_are_told_asks_for_a_higher_revision_and_the_printed_lines_are_right() {
        assert_eq!(problems(&right(), &words()), [""; 0]);
        for (place, value) in [
            ("/meeting/id", json!("others@club.example")),
            ("/meeting/zone", json!("America/Denver")),
            ("/meeting/from", json!("2026-12-01")),
            ("/meeting/repeat/week", json!(2)),
            ("/meeting/repeat/weekday", json!("friday")),
            ("/meeting/start", json!("12:00")),
            ("/meeting/end", json!("12:30")),
            ("/meeting/place", json!("hall")),
            ("/meeting/unconfirmed", json!([])),
            ("/meeting/confirm", json!("https://club.example/when")),
            ("/meeting/exceptions", json!([])),
            ("/meeting/exceptions/0", json!({ "date": "2026-12-03", "cancelled": true })),
            ("/places/0/name", json!("The new Benson")),
            ("/places/0/address", json!("310 SW Broadway")),
            ("/places/1/address", json!("Elm 6")),
            ("/ui/meet.summary", json!("Meeting")),
            ("/ui/meet.description", json!("Do come.")),
        ] {
            let (mut site, mut words) = (right(), words());
            let changed = if place.starts_with("/ui") { &mut words } else { &mut site };
            *changed.pointer_mut(place).unwrap() = value;
            assert_eq!(problems(&site, &words).len(), 1, "{place}");
            let mended = pasted(&site, &words);
            assert_eq!(mended["meeting"]["revision"], 8, "{place}");
            assert_eq!(problems(&mended, &words), [""; 0], "{place}");
        }
    }

    #[test]
    fn what_calendars_are_not_told_asks_for_nothing() {
        for (place, value) in [
            ("/updated", json!("2026-12-01")),
            ("/meeting/checked", json!("2026-12")),
            ("/meeting/sources", json!(["y"])),
            ("/places/2/address", json!("Oak 2")),
            ("/ui/meet.next", json!("The next one")),
        ] {
            let (mut site, mut words) = (right(), words());
            let changed = if place.starts_with("/ui") { &mut words } else { &mut site };
            *changed.pointer_mut(place).unwrap() = value;
            assert_eq!(problems(&site, &words), [""; 0], "{place}");
        }
    }

    #[test]
    fn a_new_digest_at_the_old_revision_is_refused() {
        let mut site = right();
        site["meeting"]["start"] = json!("12:00");
        site["meeting"]["digest"] = pasted(&site, &words())["meeting"]["digest"].clone();
        assert_eq!(problems(&site, &words()).len(), 1);
    }

    #[test]
    fn a_second_change_on_the_same_day_asks_again() {
        let mut site = right();
        for (start, revision) in [("12:00", 8), ("12:15", 9), ("11:30", 10)] {
            site["meeting"]["start"] = json!(start);
            site = pasted(&site, &words());
            assert_eq!(site["meeting"]["revision"], revision);
        }
    }

    #[test]
    fn a_revision_that_was_raised_by_hand_is_kept() {
        let mut site = right();
        site["meeting"]["revision"] = json!(8);
        assert_eq!(pasted(&site, &words())["meeting"]["revision"], 8);
    }

    #[test]
    fn the_order_of_keys_says_nothing() {
        let text = r#"{"b": {"d": 1, "c": 2}, "a": 3}"#;
        assert_eq!(serde_json::from_str::<Value>(text).unwrap().to_string(), r#"{"a":3,"b":{"c":2,"d":1}}"#);
    }
}
