//! wasm-opt, which makes the WebAssembly of release builds smaller.

use super::npm_tool::{self, NpmTool};
use crate::project::Project;
use crate::versions;
use anyhow::Result;

/// Installs wasm-opt if it is missing.
///
/// # Errors
/// When npm cannot install it.
pub fn set_up(project: &Project) -> Result<()> {
    let shown = versions::wasm_opt();
    npm_tool::set_up(project, &NpmTool { program: "wasm-opt", package: "binaryen", version: versions::BINARYEN, shown })
}
