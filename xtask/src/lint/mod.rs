//! The lint over all words: `cargo xtask check` runs it.
//!
//! - [`words`]: what must not be said, and what is never a sign.
//! - [`grade`]: the school grade that each page asks for.
//! - [`facts`]: that signs and numbers have a source and a date.
//! - [`revision`]: that calendars learn of a change to the meeting; [`exceptions`]: which of them change nothing.
//! - Words to search by belong to words that are there.
//!
//! [`Language`] holds what a language needs to know for it, from a data file beside this one; [`walk`] goes through the
//! files of words.

mod exceptions;
mod facts;
mod grade;
mod pattern;
mod revision;
mod walk;
mod words;

use crate::project::Project;
use crate::site::{Site, refuse};
use anyhow::{Context, Result};
use grade::Grade;
use pattern::Pattern;
use porchlight::content::SITE_FILE;
use porchlight::prerender;
use porchlight::search::unused;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

/// The folder of the data files.
const FOLDER: &str = "xtask/src/lint/words";

/// What the lint knows about a language.
pub struct Language {
    /// What must not be said, and why not.
    banned: Vec<(Pattern, String)>,
    /// What must not be in a sign, and why not.
    never_a_sign: Vec<(Pattern, String)>,
    /// Names that are read as one thing.
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    names: Vec<String>,
    banned: BTreeMap<String, String>,
    never_a_sign: BTreeMap<String, String>,
}

impl Language {
    fn load(project: &Project, id: &str) -> Result<Self> {
        let file = format!("{FOLDER}/{id}.toml");
        let text = fs::read_to_string(project.path(&file)).with_context(|| {
            format!("{file}: expected the word lists of language \"{id}\"; take en.toml as a model")
        })?;
        Self::parse(&text).with_context(|| file)
    }

    fn parse(text: &str) -> Result<Self> {
        let data: Data = toml::from_str(text)?;
        let patterns =
            |list: BTreeMap<String, String>| list.into_iter().map(|(text, why)| (Pattern::new(&text), why)).collect();
        Ok(Self { banned: patterns(data.banned), never_a_sign: patterns(data.never_a_sign), names: data.names })
    }
}

/// A rule that is checked, as people are told of it, and what it found.
pub type Outcome = (&'static str, Result<()>);

/// Checks the content in every language.
pub fn all(project: &Project, site: &Site) -> Vec<Outcome> {
    vec![
        ("words that must not be said", each(project, site, |language, words, _| words::banned(language, words))),
        ("what is never a sign", each(project, site, |language, words, _| words::never_a_sign(language, words))),
        ("words to search by", search(site)),
        ("sources and dates", each(project, site, |_, words, facts| facts::problems(facts, words))),
        ("the meeting’s revision", meeting_revision(project, site)),
        ("exceptions that change nothing", idle_exceptions(project, site)),
        ("reading grade of each page", reading(project, site)),
    ]
}

/// Looks at each file of words; the rule is given its language, its words and `site.json`.
fn each(project: &Project, site: &Site, rule: impl Fn(&Language, &Value, &Value) -> Vec<String>) -> Result<()> {
    let facts = json(project, SITE_FILE)?;
    let mut problems = Vec::new();
    for content in &site.languages {
        let file = format!("{}.json", content.language);
        let language = Language::load(project, &content.language)?;
        let found = rule(&language, &json(project, &file)?, &facts);
        problems.extend(found.into_iter().map(|problem| problem.replace("{words}", &file)));
    }
    refuse(problems)
}

fn json(project: &Project, file: &str) -> Result<Value> {
    let text = fs::read_to_string(project.path(&format!("{}/{file}", crate::site::FOLDER)));
    serde_json::from_str(&text.with_context(|| format!("{file} cannot be read"))?).with_context(|| file.to_string())
}

/// Other words help only for a word that is there: most often it was changed in the sign.
fn search(site: &Site) -> Result<()> {
    let unused = site.languages.iter().flat_map(|content| {
        let problem = |word: &str| {
            format!(
                "{}.json: search › {word}: expected a word of a sign, of a kind or of a place; mend it, or take the entry out",
                content.language
            )
        };
        unused(content).into_iter().map(problem).collect::<Vec<_>>()
    });
    refuse(unused.collect())
}

/// Calendars read the first language.
fn meeting_revision(project: &Project, site: &Site) -> Result<()> {
    let words = json(project, &format!("{}.json", site.languages[0].language))?;
    refuse(revision::problems(&json(project, SITE_FILE)?, &words))
}

/// Prints them.
fn idle_exceptions(project: &Project, site: &Site) -> Result<()> {
    for note in exceptions::notes(site.languages[0], &json(project, SITE_FILE)?) {
        println!("{note}");
    }
    Ok(())
}

/// Prints the grade of each page, the hardest first.
fn reading(project: &Project, site: &Site) -> Result<()> {
    let mut problems = Vec::new();
    for content in &site.languages {
        if content.language != "en" {
            println!("{}: the grade is a rule for English; not held", content.language);
            continue;
        }
        let language = Language::load(project, &content.language)?;
        let pages = prerender::Site { base: "/", origin: None, languages: &[content], zone: &site.zone }.pages();
        let mut grades: Vec<_> = pages.iter().map(|page| Grade::of(&page.file, &page.body, &language.names)).collect();
        grades.sort_by(|one, other| other.value().total_cmp(&one.value()));
        for grade in &grades {
            println!("{grade}");
        }
        problems.extend(grades.iter().filter_map(Grade::problem));
    }
    refuse(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The word lists of English.
    pub(super) fn english() -> Language {
        Language::parse(include_str!("words/en.toml")).expect("en.toml is of the form that is known")
    }

    #[test]
    fn a_list_that_is_not_known_is_refused() {
        assert!(Language::parse("banend = []").is_err());
    }
}
