//! `cargo xtask test`: everything that can be checked, or a part of it.

use super::{build, check, rebuild};
use crate::browser_tests::Run;
use crate::process::run_and_read;
use crate::project::Project;
use crate::report::Report;
use crate::setup;
use crate::tally::{Tally, cargo_result};
use anyhow::Result;
use std::process::ExitCode;

/// Runs everything that makes sense, also after a failure, and ends with one line of counts.
///
/// # Errors
/// When there are no browser tests of one of the names.
pub fn run(project: &Project, quick: bool, names: &[String]) -> Result<ExitCode> {
    let browser_runs = match names {
        [] if quick => Run::quick(),
        [] => Run::all(),
        names => vec![Run::of_files(project, names)?],
    };
    let mut report = Report::default();
    let (can_build, can_browse) = report.part("set-up", |tally| {
        (ready(tally, setup::for_release(project)), ready(tally, setup::for_browser_tests(project)))
    });
    if names.is_empty() {
        report.part("checks", |tally| tally.add(check::all(project)));
        report.part("native tests", |tally| tally.add(native_tests(project)));
    }
    let is_whole = names.is_empty() && !quick;
    if can_build && releases(project, &mut report, is_whole) && can_browse {
        for run in browser_runs {
            report.part(&run.name, |tally| tally.add(run.tally(project)));
        }
    } else {
        println!("\ntest: the browser tests are left out, because of the errors above");
    }
    println!("\n{report}");
    Ok(if report.tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A setup that works is nothing to count; one that does not is a failure.
fn ready(tally: &mut Tally, outcome: Result<()>) -> bool {
    let ready = outcome.is_ok();
    if !ready {
        tally.one(outcome);
    }
    ready
}

fn native_tests(project: &Project) -> Tally {
    let mut tally = Tally::default();
    let mut cargo = project.command("cargo");
    let outcome = run_and_read(cargo.args(["test", "--workspace", "--no-fail-fast"]), |line| {
        tally.add(cargo_result(line).unwrap_or_default());
    });
    tally.after(outcome)
}

/// Builds the releases that the browser tests look at; true if both are there. One that is over its budget, or that the
/// other differs from, counts as a failure, but there is still something to look at.
///
/// Only the whole run builds the second one from nothing, which takes minutes, and compares the two.
fn releases(project: &Project, report: &mut Report, is_whole: bool) -> bool {
    let root = report.part("release at /", |tally| {
        let release = build::release(project, "/", None, build::DIST);
        let is_built = release.is_ok();
        tally.one(release.and_then(|()| build::weigh(project)));
        is_built
    });
    let sub = report.part(&format!("release at {}", rebuild::PATH), |tally| {
        let release = if is_whole { rebuild::from_nothing(project) } else { rebuild::in_place(project) };
        let is_built = release.is_ok();
        tally.one(release);
        if is_whole && root && is_built {
            tally.one(rebuild::compare(project));
        }
        is_built
    });
    root && sub
}
