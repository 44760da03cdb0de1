//! The compiler's WebAssembly target.

use super::note;
use crate::process::{output, run};
use crate::project::Project;
use anyhow::{Context, Result, bail, ensure};
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";

/// Has rustup add what `rust-toolchain.toml` names, if the target is missing.
///
/// # Errors
/// When there is no rustup, or it fails.
pub fn set_up(project: &Project) -> Result<()> {
    if installed(project)? {
        return Ok(());
    }
    if !project.has("rustup") {
        bail!("the compiler's target {TARGET} is missing and so is rustup: install it from https://rustup.rs");
    }
    note(&format!("adding {TARGET} to the compiler"));
    // RUSTUP_TOOLCHAIN is set for every program that cargo starts, and hides rust-toolchain.toml from rustup.
    let mut rustup = project.command("rustup");
    run(rustup.args(["toolchain", "install", "--no-self-update"]).env_remove("RUSTUP_TOOLCHAIN"))?;
    ensure!(installed(project)?, "the target {TARGET} is still missing: run `rustup target add {TARGET}`");
    Ok(())
}

fn installed(project: &Project) -> Result<bool> {
    let sysroot = output(project.command("rustc").args(["--print", "sysroot"]));
    let sysroot = sysroot.context("`rustc --print sysroot` failed: run `rustup toolchain install`")?;
    Ok(Path::new(&sysroot).join("lib/rustlib").join(TARGET).is_dir())
}
