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

/// What stands behind the glue, with a call of its function `start`. It is given two functions of the glue.
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

/// What the glue offers to WebAssembly, and what it does once that is there.
const GLUE: [&str; 2] = ["__wbg_get_imports", "__wbg_finalize_init"];

/// The glue and what starts it. It offers nothing to other modules: its own way to start is left out.
fn with_start(glue: &str) -> Result<String> {
    let parts =
        glue.rsplit_once("export {").filter(|_| GLUE.iter().all(|name| glue.contains(&format!("function {name}("))));
    let (glue, _) =
        parts.context("the glue of wasm-bindgen is not of the form that is known: is this another version of it?")?;
    let [imports, finish] = GLUE;
    Ok(format!(
        "{glue}\n{START}{SETTINGS}{OFFLINE}if (document.getElementById('start')?.failed) offline(start({imports}, {finish})).catch(() => {{}});\n"
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
    fn the_app_is_started_by_what_the_glue_offers() {
        let glue =
            "function __wbg_get_imports() {}\nfunction __wbg_finalize_init(instance) {}\nexport { go as default };\n";
        let script = with_start(glue).unwrap();
        assert!(script.starts_with("function __wbg_get_imports() {}"));
        assert!(!script.contains("export"));
        assert!(script.contains("async function start(imports, finish)"));
        assert!(script.contains("function settings(key, changed)"));
        assert!(script.contains("async function offline(started)"));
        let last = "\nif (document.getElementById('start')?.failed) offline(start(__wbg_get_imports, __wbg_finalize_init)).catch(() => {});\n";
        assert!(script.ends_with(last));
    }

    #[test]
    fn glue_of_another_form_is_refused() {
        assert!(with_start("function __wbg_get_imports() {}\nexport { go as default };").is_err());
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
