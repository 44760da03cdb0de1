//! wasm-bindgen's command-line tool, which writes the JavaScript side of the app's WebAssembly.

use super::cargo_tool::{self, CargoTool};
use crate::project::Project;
use crate::versions;
use anyhow::Result;

/// Installs wasm-bindgen if it is missing or is not of the crate's version.
///
/// # Errors
/// When it cannot be installed.
pub fn set_up(project: &Project) -> Result<()> {
    let tool = CargoTool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: &versions::wasm_bindgen(project)?,
        // Its lock file names versions that not every registry has.
        locked: false,
        time: "two to four minutes",
    };
    cargo_tool::set_up(project, &tool)
}
