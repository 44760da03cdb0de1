//! wasm-opt, which makes the WebAssembly of release builds smaller. It comes from npm.

use super::note;
use crate::process::{run, version};
use crate::project::Project;
use crate::versions;
use anyhow::{Result, ensure};

/// npm's global folder, moved into the project, is where it puts launchers too: in `bin`, or on Windows beside it.
const PREFIX: &str = if cfg!(windows) { ".tools/bin" } else { ".tools" };

/// Installs wasm-opt if it is missing or of another version.
///
/// # Errors
/// When npm cannot install it.
pub fn set_up(project: &Project) -> Result<()> {
    if fits(project) {
        return Ok(());
    }
    let package = format!("binaryen@{}", versions::BINARYEN);
    note(&format!("fetching wasm-opt {}", versions::wasm_opt()));
    run(project.node_script("npm").args(["install", "--global", "--no-fund", "--prefix", PREFIX]).arg(package))?;
    ensure!(fits(project), "wasm-opt is still not found: remove the folder .tools and try again");
    Ok(())
}

fn fits(project: &Project) -> bool {
    version(&mut project.node_script("wasm-opt")).as_deref() == Some(versions::wasm_opt())
}
