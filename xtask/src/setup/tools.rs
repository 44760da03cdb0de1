//! The tools, each of the one version that the project is built with.

use super::cargo_tool::{self, CargoTool};
use super::npm_tool::{self, NpmTool};
use crate::project::Project;
use crate::versions;
use anyhow::Result;

/// Builds and serves the app.
pub fn trunk(project: &Project) -> Result<()> {
    let time = "five to seven minutes";
    let tool = CargoTool { program: "trunk", package: "trunk", version: versions::TRUNK, locked: true, time };
    cargo_tool::set_up(project, &tool)
}

/// Writes the JavaScript side of the app's WebAssembly; of the same version as the crate.
pub fn wasm_bindgen(project: &Project) -> Result<()> {
    let version = &versions::wasm_bindgen(project)?;
    let time = "two to four minutes";
    // Its lock file names versions that not every registry has.
    let tool = CargoTool { program: "wasm-bindgen", package: "wasm-bindgen-cli", version, locked: false, time };
    cargo_tool::set_up(project, &tool)
}

/// Looks at the licences and sources of everything that the project uses.
pub fn cargo_deny(project: &Project) -> Result<()> {
    let version = versions::CARGO_DENY;
    let time = "about three minutes";
    let tool = CargoTool { program: "cargo-deny", package: "cargo-deny", version, locked: true, time };
    cargo_tool::set_up(project, &tool)
}

/// Optimizes the WebAssembly of release builds.
pub fn wasm_opt(project: &Project) -> Result<()> {
    let shown = versions::wasm_opt();
    npm_tool::set_up(project, &NpmTool { program: "wasm-opt", package: "binaryen", version: versions::BINARYEN, shown })
}

/// Minifies the scripts and styles of release builds.
pub fn esbuild(project: &Project) -> Result<()> {
    let version = versions::ESBUILD;
    npm_tool::set_up(project, &NpmTool { program: "esbuild", package: "esbuild", version, shown: version })
}
