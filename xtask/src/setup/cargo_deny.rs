//! cargo-deny, which looks at the licences and sources of everything that the project uses.

use super::cargo_tool::{self, CargoTool};
use crate::project::Project;
use crate::versions;
use anyhow::Result;

/// Installs cargo-deny if it is missing.
///
/// # Errors
/// When it cannot be installed.
pub fn set_up(project: &Project) -> Result<()> {
    let time = "about three minutes";
    let version = versions::CARGO_DENY;
    let tool = CargoTool { program: "cargo-deny", package: "cargo-deny", version, locked: true, time };
    cargo_tool::set_up(project, &tool)
}
