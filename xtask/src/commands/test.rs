//! `cargo xtask test`: everything that can be checked.

use super::{build, check, rebuild};
use crate::process::{run as run_program, run_and_read};
use crate::project::Project;
use crate::setup;
use crate::tally::{Tally, browser_counts, cargo_result};
use anyhow::{Context, Result};
use std::fs;
use std::process::ExitCode;

/// Where the browser tests leave their counts.
const BROWSER_COUNTS: &str = "e2e/results/counts.json";

/// Runs everything that makes sense, also after a failure, and ends with one line of counts.
pub fn run(project: &Project) -> ExitCode {
    let tally = all(project);
    println!("\n{tally}");
    if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn all(project: &Project) -> Tally {
    let mut tally = Tally::default();
    let can_build = ready(&mut tally, setup::for_release(project));
    let can_browse = ready(&mut tally, setup::for_browser_tests(project));
    tally.add(check::all(project));
    tally.add(unit_tests(project));
    let built = can_build && releases(project, &mut tally);
    if built {
        println!("\ntest: the two releases differ in their addresses only");
        tally.one(rebuild::compare(project));
    }
    if built && can_browse {
        tally.add(browser_tests(project));
    } else {
        println!("\ntest: the browser tests are left out, because of the errors above");
    }
    tally
}

/// A setup that works is nothing to count; one that does not is a failure.
fn ready(tally: &mut Tally, outcome: Result<()>) -> bool {
    let ready = outcome.is_ok();
    if !ready {
        tally.one(outcome);
    }
    ready
}

fn unit_tests(project: &Project) -> Tally {
    println!("\ntest: cargo test --workspace");
    let mut tally = Tally::default();
    let mut cargo = project.command("cargo");
    let outcome = run_and_read(cargo.args(["test", "--workspace", "--no-fail-fast"]), |line| {
        tally.add(cargo_result(line).unwrap_or_default());
    });
    tally.after(outcome)
}

/// Builds the releases that the browser tests look at; true if both are there. That one is over its budget counts as a
/// failure, but there is still something to look at.
fn releases(project: &Project, tally: &mut Tally) -> bool {
    println!("\ntest: release build at /");
    let root = build::release(project, "/", None, build::DIST);
    let mut built = root.is_ok();
    tally.one(root.and_then(|()| build::weigh(project)));
    println!("\ntest: release build at {}, from nothing and in another folder", rebuild::PATH);
    let sub = rebuild::from_nothing(project);
    built &= sub.is_ok();
    tally.one(sub);
    built
}

fn browser_tests(project: &Project) -> Tally {
    println!("\ntest: npx playwright test");
    let counts = project.path(BROWSER_COUNTS);
    // Those of an earlier run must not count for this one.
    let _ = fs::remove_file(&counts);
    let outcome = run_program(project.node_script("npx").args(["playwright", "test"]).current_dir(project.path("e2e")));
    let read = fs::read_to_string(&counts).map_err(anyhow::Error::from).and_then(|json| browser_counts(&json));
    match read.with_context(|| format!("{BROWSER_COUNTS} cannot be read")) {
        Ok(tally) => tally.after(outcome),
        Err(error) => Tally::default().after(outcome.and(Err(error))),
    }
}
