//! Whether signs and numbers have a source and a date.

use super::walk::visit;
use porchlight::content::SITE_FILE;
use serde_json::Value;

/// What lacks a source or a date in `site.json` and in one file of words.
pub fn problems(site: &Value, words: &Value) -> Vec<String> {
    let mut problems = without_source(site);
    problems.extend(dates_to_come(site));
    problems.extend(far_changes(site, words));
    problems.extend(figures_without_year(words));
    problems.extend(numbers_without_source(words));
    problems
}

/// Signs, figures and contacts need a source, unless they say themselves that they are general knowledge: then they are
/// shown as such, and their numbers are not shown at all.
fn without_source(site: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    visit(site, "", &mut |place, value| {
        let needs = value.get("state").is_some_and(|state| state != "recalled");
        if needs && value["sources"].as_array().is_none_or(Vec::is_empty) {
            problems.push(format!(
                "{SITE_FILE}: {place} › sources: expected at least one source; what is general knowledge has the state \"recalled\""
            ));
        }
        true
    });
    problems
}

/// A source cannot have been read, nor a number checked, after the day of the file.
fn dates_to_come(site: &Value) -> Vec<String> {
    let updated = site["updated"].as_str().unwrap_or_default();
    let mut problems = Vec::new();
    visit(site, "", &mut |place, value| {
        for key in ["read", "checked", "date"] {
            let Some(date) = value[key].as_str().filter(|_| !place.starts_with("meeting › exceptions")) else {
                continue;
            };
            // A partial date is a beginning of a full one, and all of them order as texts.
            if date > updated && !updated.starts_with(date) {
                problems.push(format!(
                    "{SITE_FILE}: {place} › {key}: expected no day after \"updated\" ({updated}), found \"{date}\"; set \"updated\" to the day of the change"
                ));
            }
        }
        true
    });
    problems
}

/// A day of change years after everything that was read or checked is a slip of the pen: 2062 for 2026. Where it is none,
/// somebody should look at the numbers again. What day it is does not matter, so the answer is the same on any day.
fn far_changes(site: &Value, words: &Value) -> Vec<String> {
    let year = |date: &Value| date.as_str().and_then(|date| date.get(..4)?.parse::<u16>().ok());
    let mut newest = None;
    visit(site, "", &mut |_, value| {
        newest = newest.max(year(&value["read"])).max(year(&value["checked"]));
        true
    });
    let Some(newest) = newest else { return Vec::new() };
    let mut problems = Vec::new();
    for (file, content) in [(SITE_FILE, site), ("{words}", words)] {
        visit(content, "", &mut |place, value| {
            if year(&value["updated"]).is_some_and(|year| year > newest + 1) {
                let place = if place.is_empty() { "updated".into() } else { format!("{place} › updated") };
                problems.push(format!(
                    "{file}: {place}: expected a day no later than {}, the year after anything was last read or checked, found {}",
                    newest + 1,
                    value["updated"]
                ));
            }
            true
        });
    }
    problems
}

/// A figure says of which year it is.
fn figures_without_year(words: &Value) -> Vec<String> {
    let figures = words["figures"].as_object().into_iter().flatten();
    let without = figures.filter(|(_, figure)| {
        let texts = figure.as_object().into_iter().flatten().filter_map(|(_, text)| text.as_str());
        !texts.flat_map(numbers).any(is_year)
    });
    without
        .map(|(id, _)| format!("{{words}}: figures › {id}: expected the year it is of, in \"what\" or \"by\""))
        .collect()
}

/// A number in a running text needs a source, or the state that says why it has none. Years are left out: a text may say
/// from when it is.
fn numbers_without_source(words: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    visit(words, "", &mut |place, value| {
        let is_block = ["text", "note", "list", "pairs"].iter().any(|kind| value["kind"] == *kind);
        let is_open = value["state"].is_null() && value["sources"].as_array().is_none_or(Vec::is_empty);
        if is_block && is_open {
            let mut texts = Vec::new();
            visit(value, "", &mut |_, value| {
                texts.extend(value.as_str());
                true
            });
            let number = texts.into_iter().flat_map(numbers).find(|number| !is_year(number));
            problems.extend(number.map(|number| {
                format!("{{words}}: {place} › sources: expected a source for \"{number}\", or a \"state\" that says why there is none")
            }));
        }
        true
    });
    problems
}

/// The numbers in a text, with their points and commas.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit() && letter != ',' && letter != '.');
    runs.map(|run| run.trim_matches([',', '.'])).filter(|digits| !digits.is_empty())
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_sign_a_figure_and_a_contact_need_a_source_unless_they_are_general_knowledge() {
        let site = json!({
            "updated": "2026-11-23",
            "signs": [
                { "id": "1", "state": "check", "sources": [] },
                { "id": "2", "state": "recalled", "sources": [] },
                { "id": "3", "state": "seen", "sources": ["x"] }
            ],
            "lines": [{ "id": "help", "channels": [{ "state": "conflict" }] }]
        });
        let found = problems(&site, &json!({}));
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().any(|problem| problem.starts_with("site.json: signs › \"1\" › sources: expected")));
        assert!(
            found.iter().any(|problem| problem.starts_with("site.json: lines › \"help\" › channels › 1 › sources"))
        );
    }

    #[test]
    fn nothing_was_read_or_checked_after_the_day_of_the_file() {
        let of = |read: &str| json!({ "updated": "2026-11-23", "sources": [{ "id": "x", "read": read }] });
        for read in ["2026-11", "2026", "2026-11-23", "2025-12-31"] {
            assert_eq!(problems(&of(read), &json!({})), [""; 0], "{read}");
        }
        for read in ["2026-12", "2027", "2026-11-24"] {
            assert_eq!(problems(&of(read), &json!({})).len(), 1, "{read}");
        }
    }

    #[test]
    fn neither_was_the_meeting_but_its_exceptions_lie_ahead() {
        let of = |checked: &str| {
            json!({
                "updated": "2026-11-23",
                "meeting": { "checked": checked, "exceptions": [{ "date": "2027-01-07", "cancelled": true }] }
            })
        };
        assert_eq!(problems(&of("2026-11"), &json!({})), [""; 0]);
        assert_eq!(problems(&of("2026-12"), &json!({})).len(), 1);
    }

    #[test]
    fn a_day_of_change_years_after_everything_that_was_read_or_checked_is_a_slip() {
        let site = |updated: &str, article: &str, read: &str| {
            json!({
                "updated": updated,
                "sources": [{ "id": "x", "read": read }, { "id": "y", "read": "2019" }],
                "articles": [{ "id": "a", "updated": article }]
            })
        };
        for (updated, article, words, expected) in [
            ("2026-11-25", "2026-11-25", "2026-11-25", &[][..]),
            ("2027-12-31", "2026-11-25", "2027-12-31", &[]),
            ("2062-11-25", "2026-11-25", "2026-11-25", &["site.json: updated: expected a day no later than 2027"]),
            ("2028-01-01", "2026-11-25", "2026-11-25", &["site.json: updated"]),
            ("2026-11-25", "2062-11-25", "2026-11-25", &["site.json: articles › \"a\" › updated"]),
            ("2026-11-25", "2026-11-25", "2062-11-25", &["{words}: updated"]),
            ("2126-11-25", "2026-11-25", "2226-11-25", &["site.json: updated", "{words}: updated"]),
        ] {
            let found = problems(&site(updated, article, "2026-11"), &json!({ "updated": words }));
            assert_eq!(found.len(), expected.len(), "{found:?}");
            for (problem, beginning) in found.iter().zip(expected) {
                assert!(problem.starts_with(beginning), "{problem}");
            }
        }
        // Years later the app is looked after again.
        assert_eq!(problems(&site("2031-02-03", "2026-11-25", "2031-02"), &json!({})), [""; 0]);
    }

    #[test]
    fn a_figure_says_of_which_year_it_is() {
        let of = |by: &str| json!({ "figures": { "one": { "value": "2,000", "what": "An estimate", "by": by } } });
        assert_eq!(problems(&json!({}), &of("ILO, 2022")), [""; 0]);
        assert_eq!(problems(&json!({}), &of("ILO")).len(), 1);
    }

    #[test]
    fn a_number_in_a_text_has_a_source_or_says_why_it_has_none() {
        let of = |block: Value| problems(&json!({}), &json!({ "pages": { "help-call": [block] } }));
        let expected = "{words}: pages › help-call › 1 › sources: expected a source for \"4,000\", or a \"state\" that says \
            why there is none";
        assert_eq!(of(json!({ "kind": "list", "items": ["In 2026, or 2025.", "4,000 people"] })), [expected]);
        for block in [
            json!({ "kind": "text", "text": "40 people", "sources": ["x"] }),
            json!({ "kind": "text", "text": "40 people", "state": "recalled" }),
            json!({ "kind": "text", "text": "We read it in November 2026." }),
            json!({ "kind": "heading", "text": "40 people" }),
        ] {
            assert_eq!(of(block), [""; 0]);
        }
    }
}
