//! The two files of the app. wasm-bindgen's glue gets the lines that start it, so that one request brings both; and
//! each file is named after its own bytes, so that it can be kept for ever under that name.
//!
//! Trunk names the glue after the WebAssembly's bytes (trunk issue 1028): the same name could carry other glue.

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// Starts the app.
const START: &str = include_str!("../../loader/start.js");

/// What a person can change about how the app looks.
const SETTINGS: &str = include_str!("../../loader/settings.js");

/// The page's side of the offline copy. It is given the promise that the start is over, and goes on where that failed.
const OFFLINE: &str = include_str!("../../loader/offline.js");

/// A file of the app, as a page names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its name in the folder of the build.
    pub file: String,
    /// Its digest (Subresource Integrity, W3C).
    pub integrity: String,
}

/// The script and the WebAssembly of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct App {
    /// Glue and start.
    pub script: Asset,
    /// The WebAssembly.
    pub wasm: Asset,
}

impl App {
    /// Replaces Trunk's files by the app's own. `smaller` may minify the script.
    ///
    /// # Errors
    /// When Trunk's are not there, or not of the form that is known.
    pub fn put_in(folder: &Path, smaller: impl Fn(&str) -> Result<String>) -> Result<Self> {
        let glue_file = only(folder, ".js")?;
        let wasm_file = only(folder, ".wasm")?;
        let glue =
            fs::read_to_string(folder.join(&glue_file)).with_context(|| format!("{glue_file} cannot be read"))?;
        let wasm = fs::read(folder.join(&wasm_file)).with_context(|| format!("{wasm_file} cannot be read"))?;
        let script = smaller(&with_start(&glue)?)?;
        fs::remove_file(folder.join(glue_file)).context("the glue cannot be moved")?;
        fs::remove_file(folder.join(wasm_file)).context("the WebAssembly cannot be moved")?;
        Ok(Self { script: named(folder, ".js", script.as_bytes())?, wasm: named(folder, ".wasm", &wasm)? })
    }
}

/// The only file in the folder with that ending.
fn only(folder: &Path, ending: &str) -> Result<String> {
    let entries = fs::read_dir(folder).context("the folder of the build cannot be read")?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut found: Vec<_> = names.filter(|name| name.starts_with("porchlight-") && name.ends_with(ending)).collect();
    match (found.pop(), found.is_empty()) {
        (Some(name), true) => Ok(name),
        _ => bail!(
            "expected one file porchlight-…{ending} in the build: index.html needs a link data-trunk rel=\"rust\""
        ),
    }
}

/// The function of the glue that loads and starts the app, its default export.
const INIT: &str = "__wbg_init";

/// The glue and what starts the app with it. Nothing imports this file, so the exports are left out: esbuild then drops
/// what only they use.
fn with_start(glue: &str) -> Result<String> {
    let parts = glue.rsplit_once("export {").filter(|(_, exports)| exports.contains(&format!("{INIT} as default")));
    let (glue, _) = parts.context("unknown form of wasm-bindgen's glue: is this another version of it?")?;
    Ok(format!(
        "{glue}\n{START}{SETTINGS}{OFFLINE}if (document.getElementById('start')?.failed) offline(start({INIT})).catch(() => {{}});\n"
    ))
}

fn named(folder: &Path, ending: &str, bytes: &[u8]) -> Result<Asset> {
    let digest = Sha256::digest(bytes);
    let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let file = format!("porchlight-{hash}{ending}");
    fs::write(folder.join(&file), bytes).with_context(|| format!("{file} cannot be written"))?;
    Ok(Asset { file, integrity: format!("sha256-{}", STANDARD.encode(digest)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_app_is_started_by_the_glues_own_function() {
        let script =
            with_start("async function __wbg_init() {}\nexport { initSync, __wbg_init as default };\n").unwrap();
        assert!(script.starts_with("async function __wbg_init() {}"));
        assert!(!script.contains("export"));
        for part in ["async function start(init)", "function settings(key, changed)", "async function offline(started)"]
        {
            assert!(script.contains(part), "{part}");
        }
        assert!(script.ends_with("offline(start(__wbg_init)).catch(() => {});\n"));
    }

    #[test]
    fn glue_of_another_form_is_refused() {
        assert!(with_start("function __wbg_init() {}\nexport { go as default };").is_err());
        assert!(with_start("").is_err());
    }

    #[test]
    fn a_digest_is_the_one_that_browsers_compute() {
        let folder = std::env::temp_dir().join(format!("porchlight-digest-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let asset = named(&folder, ".js", b"alert('Hello, world.');").unwrap();
        fs::remove_dir_all(&folder).unwrap();
        // An example of the standard, which writes it for an address: https://www.w3.org/TR/CSP2/#script-src-hash-usage
        assert_eq!(asset.integrity, "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }
}
