//! Playwright's runs over the built releases.

use crate::files;
use crate::process::run as run_program;
use crate::project::Project;
use crate::tally::{Tally, browser_counts};
use anyhow::{Context, Result, ensure};
use std::fs;

/// The projects of `e2e/playwright.config.mjs` whose tests keep nothing: two tests may run at a time.
const PROJECTS: &[&str] = &["content", "chromium-phone", "chromium-desktop", "firefox", "webkit"];
const QUICK_PROJECTS: &[&str] = &["content", "chromium-phone"];

/// Those whose tests keep an offline copy: one at a time. Its worker waits only so long for the network, and a second
/// browser on the same two cores could make that too short.
const COPY_PROJECTS: &[&str] = &["chromium-phone-copy", "firefox-copy", "webkit-copy"];

/// The folder of the tests, and how their files end.
const FOLDER: &str = "e2e/tests";
const END: &str = ".spec.mjs";

/// Where a run leaves its counts.
const COUNTS: &str = "e2e/results/counts.json";

/// One run of Playwright.
pub struct Run {
    /// What it is called in the report.
    pub name: String,
    /// What it runs: `--project=…`, or files of tests.
    tests: Vec<String>,
    workers: u32,
}

impl Run {
    /// Every test.
    pub fn all() -> Vec<Self> {
        vec![Self::of(PROJECTS, 2), Self::of(COPY_PROJECTS, 1)]
    }

    /// Those without a browser, and those in one engine that keep no copy: more would take longer than eight minutes.
    pub fn quick() -> Vec<Self> {
        vec![Self::of(QUICK_PROJECTS, 2)]
    }

    fn of(projects: &[&str], workers: u32) -> Self {
        let name = format!("browser tests: {}", projects.join(", "));
        Self { name, tests: projects.iter().map(|project| format!("--project={project}")).collect(), workers }
    }

    /// Single files of tests, by their names, in every engine.
    ///
    /// # Errors
    /// When there is none of one of the names; the error says which there are.
    pub fn of_files(project: &Project, names: &[String]) -> Result<Self> {
        Self::of_known(&files::inside(&project.path(FOLDER))?, names)
    }

    fn of_known(files: &[String], names: &[String]) -> Result<Self> {
        let known: Vec<&str> = files.iter().filter_map(|file| file.strip_suffix(END)).collect();
        for name in names {
            ensure!(
                known.contains(&name.as_str()),
                "there are no browser tests named \"{name}\", only: {}",
                known.join(", ")
            );
        }
        // With the folder in front: "exit" alone would also find "exit-late". One at a time, because some may keep a copy.
        let tests = names.iter().map(|name| format!("tests/{name}{END}")).collect();
        Ok(Self { name: format!("browser tests: {}", names.join(", ")), tests, workers: 1 })
    }

    /// Runs the tests over the built releases, and counts them.
    pub fn tally(&self, project: &Project) -> Tally {
        let counts = project.path(COUNTS);
        // Those of an earlier run must not count for this one.
        let _ = fs::remove_file(&counts);
        let mut npx = project.node_script("npx");
        npx.args(["playwright", "test"]).args(&self.tests).arg(format!("--workers={}", self.workers));
        let outcome = run_program(npx.current_dir(project.path("e2e")));
        let read = fs::read_to_string(&counts).map_err(anyhow::Error::from).and_then(|json| browser_counts(&json));
        match read.with_context(|| format!("{COUNTS} cannot be read")) {
            Ok(tally) => tally.after(outcome),
            Err(error) => Tally::default().after(outcome.and(Err(error))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_files(names: &[&str]) -> Result<Run> {
        let files = ["exit-late.spec.mjs", "exit.spec.mjs", "signs.spec.mjs"].map(String::from);
        Run::of_known(&files, &names.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn every_project_of_playwright_runs_and_no_other() {
        let config = include_str!("../../e2e/playwright.config.mjs");
        let mut ours: Vec<_> = PROJECTS.iter().chain(COPY_PROJECTS).map(ToString::to_string).collect();
        let named = config.split("name: '").skip(1).filter_map(|rest| rest.split_once('\''));
        let mut theirs: Vec<_> = named.map(|(name, _)| name.to_string()).collect();
        ours.sort();
        theirs.sort();
        assert_eq!(ours, theirs);
    }

    #[test]
    fn a_quick_run_is_a_part_of_the_whole_one() {
        assert!(QUICK_PROJECTS.iter().all(|project| PROJECTS.contains(project)));
    }

    #[test]
    fn single_tests_are_found_by_their_whole_names() {
        assert_eq!(of_files(&["exit", "signs"]).unwrap().tests, ["tests/exit.spec.mjs", "tests/signs.spec.mjs"]);
    }

    #[test]
    fn a_name_that_no_test_has_is_refused_with_those_that_there_are() {
        let error = of_files(&["signs", "sings"]).map(|run| run.name).unwrap_err().to_string();
        assert_eq!(error, "there are no browser tests named \"sings\", only: exit-late, exit, signs");
    }
}
