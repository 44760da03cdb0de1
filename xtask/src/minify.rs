//! Scripts and styles made smaller by esbuild: without remarks and spaces, and with short names.

use crate::process;
use crate::project::Project;
use anyhow::{Context, Result};

/// What a text is, and for which browsers it has to stay readable.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// The page's own script, which old browsers read too: ECMAScript 5.
    Script,
    /// A module. Browsers that start the app know what wasm-bindgen writes. What nothing calls is left out, and what is said
    /// in the console: nobody reads it on a phone.
    Module,
    /// A style sheet. Nothing in it is turned into older forms.
    Style,
}

/// The text made smaller. It does the same.
///
/// # Errors
/// When esbuild cannot be started, or does not understand the text; it says where.
pub fn minify(project: &Project, kind: Kind, text: &str) -> Result<String> {
    let options: &[&str] = match kind {
        // In ASCII: its table of letters has some that must not stand in a page.
        Kind::Script => &["--loader=js", "--target=es5", "--charset=ascii"],
        Kind::Module => &["--loader=js", "--format=esm", "--tree-shaking=true", "--drop:console", "--charset=utf8"],
        Kind::Style => &["--loader=css", "--charset=utf8"],
    };
    let mut esbuild = project.node_script("esbuild");
    let output = process::transform(esbuild.arg("--minify").args(options), text);
    let output =
        output.with_context(|| format!("{kind:?}: esbuild failed; run `cargo xtask build`, which sets it up"))?;
    // What can stand between tags alone: it ends without an empty line.
    Ok(output.trim_end().to_string())
}
