//! Brings what a command needs: one module for each kind of tool. Each looks first, speaks only when it does something, and
//! does nothing when called again. The tools go into the folder `.tools`, which git leaves out.

mod apt;
mod browsers;
mod cargo_tool;
mod node;
mod npm_packages;
mod npm_tool;
mod playwright;
mod tools;
mod wasm_target;

use crate::project::Project;
use anyhow::Result;

pub use tools::cargo_deny;
pub use wasm_target::set_up as compiler;

/// What a development build needs. wasm-opt and esbuild, and so Node, are for release builds only.
pub fn for_development(project: &Project) -> Result<()> {
    wasm_target::set_up(project)?;
    tools::trunk(project)?;
    tools::wasm_bindgen(project)
}

/// What a release build needs.
pub fn for_release(project: &Project) -> Result<()> {
    for_development(project)?;
    node::need(project)?;
    tools::wasm_opt(project)?;
    tools::esbuild(project)
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
