//! `cargo xtask soak`: many random steps of deploys, faults, tabs and reloads, in a browser.

use super::build;
use crate::process::run as run_program;
use crate::project::Project;
use crate::setup;
use anyhow::Result;

/// Builds a release into `dist` and goes through that many steps (`e2e/tests/random.spec.mjs`); the same seed gives the
/// same steps.
///
/// # Errors
/// When a tool cannot be set up, the build fails, something is over its budget, or the rule was broken after a step.
pub fn run(project: &Project, steps: u32, seed: Option<u32>) -> Result<()> {
    setup::for_browser_tests(project)?;
    build::run(project, "/", None)?;
    println!();
    let mut npx = project.node_script("npx");
    npx.args(["playwright", "test", "random", "--project=chromium-phone-copy"]).current_dir(project.path("e2e"));
    npx.env("PORCHLIGHT_DIST", project.path(build::DIST)).env("STEPS", steps.to_string());
    if let Some(seed) = seed {
        npx.env("SEED", seed.to_string());
    }
    run_program(&mut npx)
}
