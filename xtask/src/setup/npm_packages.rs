//! The npm packages of the browser tests.

use super::note;
use crate::process::run;
use crate::project::Project;
use anyhow::{Context, Result};
use std::fs;

/// A copy of the lock file that the packages were installed from. `npm ci` empties the folder before it starts, so
/// the copy is only there when everything else is.
const INSTALLED: &str = "e2e/node_modules/.installed-package-lock.json";

/// Installs the packages that `e2e/package-lock.json` names, unless they are there.
///
/// # Errors
/// When the lock file is missing or npm fails.
pub fn set_up(project: &Project) -> Result<()> {
    let wanted = fs::read(project.path("e2e/package-lock.json"))
        .context("e2e/package-lock.json cannot be read; run `git checkout e2e/package-lock.json`")?;
    let installed = project.path(INSTALLED);
    if fs::read(&installed).is_ok_and(|lock| lock == wanted) {
        return Ok(());
    }
    note("fetching the npm packages of the browser tests");
    // Without the packages' own scripts: that of the HTML checker would fetch a Java of its own.
    run(project.node_script("npm").args(["ci", "--no-fund", "--ignore-scripts"]).current_dir(project.path("e2e")))?;
    fs::write(&installed, wanted).with_context(|| format!("{INSTALLED} cannot be written"))
}
