//! Trunk, which builds and serves the app.

use super::cargo_tool::{self, CargoTool};
use crate::project::Project;
use crate::versions;
use anyhow::Result;

/// Installs Trunk if it is missing.
///
/// # Errors
/// When it cannot be installed.
pub fn set_up(project: &Project) -> Result<()> {
    let time = "five to seven minutes";
    let tool = CargoTool { program: "trunk", package: "trunk", version: versions::TRUNK, locked: true, time };
    cargo_tool::set_up(project, &tool)
}
