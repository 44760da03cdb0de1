//! `cargo xtask bench`: how fast the release is, next to a plain page with the same words.

use super::build;
use crate::process::run as run_program;
use crate::project::Project;
use crate::setup;
use anyhow::Result;

/// Builds a release into `dist` and measures it in a browser (`e2e/bench`), which writes `docs/bench.md` and the table
/// in `README.md`.
///
/// # Errors
/// When a tool cannot be set up, the build fails, something is over its budget, or a goal is missed.
pub fn run(project: &Project) -> Result<()> {
    setup::for_browser_tests(project)?;
    build::run(project, "/", None)?;
    println!();
    // Another build that is named for the tests is not the one that was just made.
    let mut node = project.command("node");
    run_program(node.arg("e2e/bench/run.mjs").env("PORCHLIGHT_DIST", project.path(build::DIST)))
}
