//! `cargo xtask serve`: the app on this computer, built again at each change.

use crate::process::run as run_program;
use crate::project::Project;
use crate::setup;
use anyhow::Result;
use std::num::NonZeroU16;

/// Serves until it is stopped.
///
/// # Errors
/// When a tool cannot be set up, or Trunk fails.
pub fn run(project: &Project, port: NonZeroU16) -> Result<()> {
    setup::for_development(project)?;
    let port = port.to_string();
    run_program(project.trunk().args(["serve", "--offline", "--address", "127.0.0.1", "--port", &port]))
}
