//! The WebAssembly made smaller by wasm-opt, and what passes between it and the glue given short names: wasm-bindgen's are
//! long, and stand in both files.

use crate::project::Project;
use crate::{panics, process};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// What wasm-bindgen's output uses of WebAssembly; without being told, wasm-opt refuses it.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-call-indirect-overlong",
];

/// How it is made smaller. What was tried stands in docs/size.md.
const PASSES: [&str; 15] = [
    // Rust puts the stack first: nothing stands in its last 1,024 bytes.
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--merge-locals",
    "--optimize-instructions",
    "--remove-unused-brs",
    "--vacuum",
    "--merge-blocks",
    "--reorder-locals",
    "--one-caller-inline-max-function-size=200",
    "--always-inline-max-function-size=0",
    "--strip-producers",
    "--minify-imports-and-exports-and-modules",
];

/// The module in which wasm-bindgen looks for what JavaScript offers, and its name after the last pass.
const MODULE: (&str, &str) = ("\"./porchlight_bg.js\"", "\"a\"");

/// How the glue writes a value of JavaScript for a message about a defect, and a shorter way: nobody reads it on a phone.
const WRITTEN: (&str, &str) = ("= debugString(arg1)", "= String(arg1)");

/// The short names, as wasm-opt tells them.
#[derive(Debug, Deserialize)]
pub struct Names {
    /// The module, the name and the short name of what JavaScript offers.
    imports: Vec<(String, String, String)>,
    /// The name and the short name of what WebAssembly offers.
    exports: Vec<(String, String)>,
}

/// Makes the file smaller, in its place. It does the same, for glue that says the short names.
///
/// # Errors
/// When the file cannot be read or written, or when wasm-opt cannot be started or does not understand it.
pub fn shrink(project: &Project, file: &Path) -> Result<Names> {
    let loud = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    fs::write(file, panics::silence(&loud)?).with_context(|| format!("{} cannot be written", file.display()))?;
    let mut wasm_opt = project.command("wasm-opt");
    let told = process::transform(wasm_opt.args(FEATURES).args(PASSES).arg(file).arg("-o").arg(file), "");
    let told = told.context("wasm-opt failed; run `cargo xtask build`, which sets it up")?;
    serde_json::from_str(&told).context("wasm-opt tells the short names in another way than is known")
}

impl Names {
    /// The glue with the short names.
    ///
    /// # Errors
    /// When it does not use the long ones in the way that is known.
    pub fn put_into(&self, glue: &str) -> Result<String> {
        let mut glue = glue.to_string();
        let mut replace = |long: &str, short: &str, exactly: Option<usize>| {
            let found = glue.matches(long).count();
            ensure!(exactly.is_none_or(|exactly| found == exactly), "the glue has {long} {found} times");
            glue = glue.replace(long, short);
            Ok(())
        };
        replace(MODULE.0, MODULE.1, Some(1))?;
        replace(WRITTEN.0, WRITTEN.1, Some(1))?;
        for (_, long, short) in &self.imports {
            replace(&format!(" {long}: function("), &format!(" {short}: function("), Some(1))?;
        }
        // Longer names first: some begin with the whole of another.
        let mut exports: Vec<_> = self.exports.iter().collect();
        exports.sort_by_key(|(long, _)| std::cmp::Reverse(long.len()));
        for (long, short) in exports {
            replace(&format!("wasm.{long}"), &format!("wasm.{short}"), None)?;
        }
        Ok(glue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let told = r#"{"imports": [["./porchlight_bg.js", "__wbg_focus_0a8d", "$"]],
            "exports": [["free", "a"], ["free_all", "b"], ["main", "c"]]}"#;
        serde_json::from_str(told).unwrap()
    }

    #[test]
    fn the_glue_says_the_short_names() {
        let glue = "const import0 = { __wbg_focus_0a8d: function(arg0) { wasm.free_all(arg0); wasm.free(arg0); const ret = debugString(arg1); } };
            return { \"./porchlight_bg.js\": import0 };";
        let short = "const import0 = { $: function(arg0) { wasm.b(arg0); wasm.a(arg0); const ret = String(arg1); } };
            return { \"a\": import0 };";
        assert_eq!(names().put_into(glue).unwrap(), short);
    }

    #[test]
    fn glue_of_another_form_is_refused() {
        assert!(names().put_into("").is_err());
        let glue = "imports['__wbg_focus_0a8d'] = focus; const ret = debugString(arg1); return { \"./porchlight_bg.js\": imports };";
        let error = names().put_into(glue).unwrap_err().to_string();
        assert_eq!(error, "the glue has  __wbg_focus_0a8d: function( 0 times");
    }
}
