//! What a release may weigh: the file `budgets.json`, and whether a release keeps to it.
//!
//! Every number is in bytes after brotli at its best. docs/size.md says why they are what they are.

use crate::first_visit;
use crate::project::Project;
use crate::sizes::{Size, columns, grouped};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::fs;

/// The name of the file, as the messages call it.
const FILE: &str = "budgets.json";

/// The budgets, in bytes after brotli.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budgets {
    /// All WebAssembly together.
    wasm: usize,
    /// Everything that is loaded before the app takes over, on the largest page: [`first_visit::start`].
    start: usize,
    /// Everything that a first visit loads, the offline copy included, on the largest page: [`first_visit::copy`].
    copy: usize,
    /// The first page itself.
    home_page: usize,
    /// Each other page.
    page: usize,
}

impl Budgets {
    /// Reads the project's budgets.
    ///
    /// # Errors
    /// When the file is missing, is not JSON, or does not hold exactly the budgets above.
    pub fn read(project: &Project) -> Result<Self> {
        let json = fs::read_to_string(project.path(FILE)).with_context(|| format!("{FILE} cannot be read"))?;
        serde_json::from_str(&json).with_context(|| format!("{FILE} is not understood"))
    }
}

/// One thing with a budget.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    name: String,
    weight: usize,
    budget: usize,
    /// What to do when it is over its budget.
    advice: &'static str,
}

/// The page that a first visit downloads the most for.
///
/// # Errors
/// When the release has no page.
pub fn largest_page(sizes: &[Size]) -> Result<&str> {
    let pages = sizes.iter().filter(|size| size.file == first_visit::HOME || size.file.ends_with("/index.html"));
    let largest = pages.max_by_key(|page| page.brotli).context("there is no page in the release")?;
    Ok(&largest.file)
}

/// Everything in a release that has a budget. `page` is its largest page and `html` the text of that, `kept` are the files
/// in its offline copy.
///
/// # Errors
/// When there is no WebAssembly in the release.
pub fn entries(budgets: &Budgets, sizes: &[Size], page: &str, html: &str, kept: &[String]) -> Result<Vec<Entry>> {
    let wasm: Vec<&Size> = sizes.iter().filter(|size| size.file.ends_with(".wasm")).collect();
    if wasm.is_empty() {
        bail!("there is no WebAssembly in the release: index.html must have a link data-trunk rel=\"rust\"");
    }
    let entry = |name: String, files: &[&Size], budget, advice| Entry {
        name,
        weight: files.iter().map(|size| size.brotli).sum(),
        budget,
        advice,
    };
    let table = "see in the table above which file grew; docs/size.md says which files count";
    let mut entries = vec![
        entry("WebAssembly".into(), &wasm, budgets.wasm, "see what grew, with `git log` on Cargo.lock and src"),
        entry(format!("start of {page}"), &first_visit::start(sizes, page, html), budgets.start, table),
        entry(format!("start and copy of {page}"), &first_visit::copy(sizes, page, html, kept), budgets.copy, table),
    ];
    entries.extend(sizes.iter().filter(|size| size.file.ends_with(".html")).map(|size| {
        let budget = if size.file == first_visit::HOME { budgets.home_page } else { budgets.page };
        entry(size.file.clone(), &[size], budget, "shorten the page's text, or the styles and scripts in it")
    }));
    Ok(entries)
}

/// A table with one line for each thing that has a budget.
pub fn table(entries: &[Entry]) -> String {
    let rows = entries.iter().map(|entry| [entry.name.clone(), grouped(entry.weight), grouped(entry.budget)]);
    columns(std::iter::once(["budget for", "brotli", "at most"].map(String::from)).chain(rows).collect())
}

/// Checks that everything is within its budget.
///
/// # Errors
/// Everything that is not, one line each, with what to do.
pub fn check(entries: &[Entry]) -> Result<()> {
    let over: Vec<String> = entries.iter().filter(|entry| entry.weight > entry.budget).map(message).collect();
    if over.is_empty() {
        return Ok(());
    }
    bail!("{}", over.join("\n"));
}

fn message(entry: &Entry) -> String {
    format!(
        "{}: {} bytes after brotli, {} more than the budget of {} in {FILE}: {}",
        entry.name,
        grouped(entry.weight),
        grouped(entry.weight - entry.budget),
        grouped(entry.budget),
        entry.advice,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUDGETS: Budgets = Budgets { wasm: 900, start: 1500, copy: 2000, home_page: 140, page: 280 };

    fn size(file: &str, brotli: usize) -> Size {
        Size { file: file.into(), brotli, ..Size::default() }
    }

    fn checked(sizes: &[Size]) -> Result<()> {
        let kept = ["index.html".to_string()];
        check(&entries(&BUDGETS, sizes, largest_page(sizes)?, "<html lang=\"en\">", &kept)?)
    }

    #[test]
    fn the_projects_own_budgets_are_understood() {
        let budgets: Budgets = serde_json::from_str(include_str!("../../budgets.json")).unwrap();
        assert!(budgets.wasm < budgets.start && budgets.start < budgets.copy);
    }

    #[test]
    fn a_budget_that_is_missing_or_misspelled_is_an_error() {
        for json in [
            r#"{ "wasm": 1, "start": 1, "copy": 1, "home_page": 1 }"#,
            r#"{ "wasm": 1, "start": 1, "copy": 1, "home_page": 1, "page": 1, "pages": 1 }"#,
        ] {
            assert!(serde_json::from_str::<Budgets>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn a_release_within_every_budget_passes() {
        let release =
            [size("a.wasm", 600), size("b.wasm", 300), size("index.html", 140), size("signs/index.html", 280)];
        assert!(checked(&release).is_ok());
    }

    #[test]
    fn the_budget_holds_for_all_webassembly_together() {
        let error = checked(&[size("a.wasm", 600), size("b.wasm", 301), size("index.html", 1)]).unwrap_err();
        assert!(
            error.to_string().starts_with("WebAssembly: 901 bytes after brotli, 1 more than the budget of 900"),
            "{error}"
        );
    }

    #[test]
    fn each_page_over_its_budget_is_named() {
        let pages = [size("index.html", 141), size("signs/index.html", 281), size("404.html", 280)];
        let error = checked(&[&pages[..], &[size("a.wasm", 1)]].concat()).unwrap_err().to_string();
        let lines: Vec<&str> = error.lines().collect();
        assert!(lines[0].starts_with("index.html: 141 bytes after brotli, 1 more than the budget of 140"), "{error}");
        assert!(lines[1].starts_with("signs/index.html: 281 bytes after brotli, 1 more"), "{error}");
        assert_eq!(lines.len(), 2);
    }

    #[test]
    fn a_start_over_its_budget_is_named_with_the_largest_page() {
        let release =
            [size("a.wasm", 900), size("content/en.json", 420), size("index.html", 100), size("signs/index.html", 181)];
        let error = checked(&release).unwrap_err().to_string();
        let expected = "start of signs/index.html: 1,501 bytes after brotli, 1 more than the budget of 1,500";
        assert!(error.starts_with(expected), "{error}");
    }

    #[test]
    fn a_copy_over_its_budget_is_named() {
        let release = [size("a.wasm", 900), size("content/en.json", 500), size("index.html", 100), size("sw.js", 501)];
        let error = checked(&release).unwrap_err().to_string();
        let expected = "start and copy of index.html: 2,001 bytes after brotli, 1 more than the budget of 2,000";
        assert!(error.starts_with(expected), "{error}");
    }

    #[test]
    fn a_release_without_webassembly_is_no_release() {
        assert!(checked(&[size("index.html", 1)]).is_err());
    }
}
