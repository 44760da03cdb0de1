//! `cargo xtask build`: a release, and what it weighs.

use crate::process::run as run_program;
use crate::project::Project;
use crate::{budgets, setup, shell, sizes};
use anyhow::{Context, Result};
use std::fs;

/// The folder of the release.
pub const DIST: &str = "dist";

/// Builds a release into `dist`.
///
/// # Errors
/// When a tool cannot be set up, the build fails, or something is over its budget.
pub fn run(project: &Project, public_url: &str) -> Result<()> {
    setup::for_release(project)?;
    release(project, public_url, DIST)?;
    weigh(project)
}

/// Builds a release into a folder of the project.
///
/// # Errors
/// When Trunk fails.
pub fn release(project: &Project, public_url: &str, dist: &str) -> Result<()> {
    fs::create_dir_all(project.path(dist)).with_context(|| format!("the folder {dist} cannot be made"))?;
    // Offline, because Trunk would fetch tools that the setup has already brought.
    let options = ["build", "--release", "--offline", "--public-url", public_url, "--dist", dist];
    run_program(project.trunk().args(options))
}

/// Shows the sizes of the release in `dist` and checks them against the budgets.
///
/// # Errors
/// When something is over its budget.
pub fn weigh(project: &Project) -> Result<()> {
    let dist = project.path(DIST);
    let sizes = sizes::measure(&dist)?;
    let home = fs::read_to_string(dist.join(shell::PAGE))
        .with_context(|| format!("{} of the release cannot be read", shell::PAGE))?;
    let entries = budgets::entries(&budgets::Budgets::read(project)?, &sizes, &home)?;
    print!("\n{}\n{}", sizes::table(&sizes), budgets::table(&entries));
    budgets::check(&entries)
}
