//! The app's content, read from the project's folder with the app's own code.

use crate::files;
use crate::project::Project;
use anyhow::{Context, Result, anyhow, bail};
use porchlight::content::{self, Content, File, SITE_FILE};
use porchlight::meetings::ical;
use porchlight::zone::{Zone, iana};
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
    /// The meeting's zone in the years to come.
    pub zone: Zone,
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
            match content::join(File::parse(SITE_FILE, &site), File::parse(&file, &words), iana::is_known) {
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
        let (calendar, zone) = calendar(ordered[0]).map_err(|problem| anyhow!("{SITE_FILE}: meeting: {problem}"))?;
        Ok(Self { languages: ordered, calendar, zone })
    }
}

/// For how many years after the last change to the content a page knows the club's zone: no page is kept for so long.
const YEARS: i32 = 12;

/// The calendar file, and the zone in which the club meets. Which years it is told for depends on the content and not on
/// a clock, so that two builds give the same bytes.
fn calendar(content: &Content) -> std::result::Result<(String, Zone), String> {
    let zone = &content.meeting.zone;
    let first = ical::first_year(content);
    let last = content.updated.year.max(first) + YEARS;
    let calendar = ical::calendar(content, &iana::zone(zone, first..=last)?)?;
    Ok((calendar, iana::zone(zone, content.updated.year..=last)?))
}

fn read(path: &Path, name: &str) -> Result<String> {
    let bytes = fs::read(path).with_context(|| format!("{name} cannot be read"))?;
    content::text_of(bytes).map_err(|problem| anyhow::anyhow!("{name}: {problem}"))
}

/// The names of the language files, in order.
fn word_files(folder: &Path) -> Result<Vec<String>> {
    let files = files::inside(folder)?;
    Ok(files.into_iter().filter(|file| file.ends_with(".json") && file != SITE_FILE).collect())
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
