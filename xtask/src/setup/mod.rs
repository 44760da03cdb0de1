//! Brings what a command needs: one module for each tool. Each looks first, speaks only when it does something, and
//! does nothing when called again. The tools go into the folder `.tools`, which git leaves out.

mod apt;
mod browsers;
mod cargo_deny;
mod cargo_tool;
mod esbuild;
mod node;
mod npm_packages;
mod npm_tool;
mod playwright;
mod trunk;
mod wasm_bindgen;
mod wasm_opt;
mod wasm_target;

use crate::project::Project;
use anyhow::Result;

pub use cargo_deny::set_up as cargo_deny;
pub use wasm_target::set_up as compiler;

/// What a development build needs. wasm-opt and esbuild, and so Node, are for release builds only.
pub fn for_development(project: &Project) -> Result<()> {
    wasm_target::set_up(project)?;
    trunk::set_up(project)?;
    wasm_bindgen::set_up(project)
}

/// What a release build needs.
pub fn for_release(project: &Project) -> Result<()> {
    for_development(project)?;
    node::need(project)?;
    wasm_opt::set_up(project)?;
    esbuild::set_up(project)
}

/// What the browser tests need, apart from a release build.
pub fn for_browser_tests(project: &Project) -> Result<()> {
    node::need(project)?;
    npm_packages::set_up(project)?;
    browsers::set_up(project)
}

fn note(what: &str) {
    println!("setup: {what}");
}
