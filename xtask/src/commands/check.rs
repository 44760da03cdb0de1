//! `cargo xtask check`: everything that can be checked without running the app.

use crate::lint;
use crate::process::run as run_program;
use crate::project::Project;
use crate::setup;
use crate::site::Site;
use crate::tally::Tally;
use anyhow::{Result, ensure};

/// The checks that are cargo's own commands. The app's crate is looked at in both of its forms: as the build uses it,
/// with the rest of the workspace, and as it runs in the browser.
const CARGO_CHECKS: [&[&str]; 3] = [
    &["fmt", "--all", "--check"],
    &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
    &["clippy", "--package", "porchlight", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"],
];

/// What may become part of the project, by `deny.toml`. Needs nothing from the network that a build does not need.
/// Advisories are left out: their database is not reachable everywhere, so the workflow that publishes looks them up.
/// Exceptions that nothing needs any more count as mistakes.
const DENY: &str = "deny --workspace --locked check -D unmatched-skip -D unnecessary-skip bans licenses sources";

/// Runs every check.
///
/// # Errors
/// When one of them fails, after all of them have run.
pub fn run(project: &Project) -> Result<()> {
    setup::compiler(project)?;
    let tally = all(project);
    ensure!(tally.failed == 0, "{} of {} checks failed", tally.failed, tally.passed + tally.failed);
    println!("all {} checks passed", tally.passed);
    Ok(())
}

/// Runs every check and counts each as one. A check that fails does not keep the next from running.
pub fn all(project: &Project) -> Tally {
    let mut tally = Tally::default();
    for arguments in CARGO_CHECKS {
        println!("\ncheck: cargo {}", arguments.join(" "));
        tally.one(run_program(project.command("cargo").args(arguments)));
    }
    println!("\ncheck: cargo {DENY}");
    let deny = setup::cargo_deny(project);
    tally.one(deny.and_then(|()| run_program(project.command("cargo").args(DENY.split(' ')))));
    println!("\ncheck: the content");
    match Site::load(project) {
        Ok(site) => {
            tally.one(Ok(()));
            for (rule, outcome) in lint::all(project, &site) {
                println!("\ncheck: {rule}");
                tally.one(outcome);
            }
        }
        mistakes => tally.one(mistakes.map(|_| ())),
    }
    tally
}
