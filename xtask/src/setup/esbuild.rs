//! esbuild, which makes the scripts and styles of release builds smaller.

use super::npm_tool::{self, NpmTool};
use crate::project::Project;
use crate::versions;
use anyhow::Result;

/// Installs esbuild if it is missing.
///
/// # Errors
/// When npm cannot install it.
pub fn set_up(project: &Project) -> Result<()> {
    let version = versions::ESBUILD;
    npm_tool::set_up(project, &NpmTool { program: "esbuild", package: "esbuild", version, shown: version })
}
