//! `cargo xtask check`: everything that can be checked without running the app.

use crate::process::run as run_program;
use crate::project::Project;
use crate::setup;
use crate::site::Site;
use crate::tally::Tally;
use anyhow::{Result, ensure};

/// The checks that are cargo's own commands. The app's crate is looked at in each of its forms: with the rest of the
/// workspace, as it runs in the browser, and as the build tools use it.
const CARGO_CHECKS: [&[&str]; 4] = [
    &["fmt", "--all", "--check"],
    &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
    &["clippy", "--package", "porchlight", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"],
    &["clippy", "--package", "porchlight", "--no-default-features", "--", "-D", "warnings"],
];

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
    println!("\ncheck: the content");
    match Site::load(project) {
        Ok(site) => {
            tally.one(Ok(()));
            println!("\ncheck: index.html against the content");
            tally.one(site.check_page());
        }
        // Without content there is nothing to compare index.html with.
        Err(error) => tally.one(Err(error)),
    }
    tally
}
