//! `cargo xtask post-build`: Trunk's hook of that name. It runs when the site is complete but not yet in `dist`.

use crate::project::Project;
use crate::shell;
use crate::site::Site;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::{env, fs};

/// Writes the calendar file, and the page that static hosts answer with when there is no file at an address: the app
/// itself, which reads the address.
///
/// # Errors
/// When the content has mistakes, or a file cannot be written.
pub fn run(project: &Project) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging =
        staging.context("TRUNK_STAGING_DIR is not set: this command is for Trunk, run `cargo xtask build`")?;
    let site = Site::load(project)?;
    fs::write(staging.join("meetings.ics"), site.calendar()).context("meetings.ics cannot be written")?;
    fs::copy(staging.join(shell::PAGE), staging.join("404.html")).context("404.html cannot be written")?;
    Ok(())
}
