//! The versions of the tools. wasm-bindgen's is not among them: the command-line tool must be of the same version as
//! the crate, so `Cargo.lock` says it. `Trunk.toml` repeats what Trunk checks itself; a test below compares the two.

use crate::project::Project;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::fs;

/// Trunk. 0.22 needs a newer compiler than the one in `rust-toolchain.toml`.
pub const TRUNK: &str = "0.21.14";

/// cargo-deny. Its rules are in `deny.toml`.
pub const CARGO_DENY: &str = "0.20.2";

/// npm's package `binaryen`, which holds wasm-opt. Its first number is the version that wasm-opt shows.
pub const BINARYEN: &str = "132.0.0";

/// npm's package `esbuild`.
pub const ESBUILD: &str = "0.28.2";

/// The oldest Node that the tools and the browser tests run on.
pub const OLDEST_NODE: u32 = 20;

/// The version that `wasm-opt --version` shows.
pub fn wasm_opt() -> &'static str {
    BINARYEN.split('.').next().unwrap_or(BINARYEN)
}

/// The version of wasm-bindgen in the project's `Cargo.lock`.
///
/// # Errors
/// When the file cannot be read, or wasm-bindgen is not in it.
pub fn wasm_bindgen(project: &Project) -> Result<String> {
    let lock = fs::read_to_string(project.path("Cargo.lock"))
        .context("Cargo.lock cannot be read; run `cargo generate-lockfile`")?;
    locked("wasm-bindgen", &lock)
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

fn locked(name: &str, lock: &str) -> Result<String> {
    let lock: Lock = toml::from_str(lock).context("Cargo.lock is not understood")?;
    let package = lock.package.into_iter().find(|package| package.name == name);
    Ok(package.with_context(|| format!("Cargo.lock does not hold {name}; run `cargo generate-lockfile`"))?.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.129"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"
dependencies = ["wasm-bindgen-macro"]
"#;

    #[test]
    fn wasm_bindgens_version_is_the_one_in_the_lock_file() {
        assert_eq!(locked("wasm-bindgen", LOCK).unwrap(), "0.2.130");
    }

    #[test]
    fn a_lock_file_without_the_package_says_what_to_run() {
        let error = locked("trunk", LOCK).unwrap_err().to_string();
        assert_eq!(error, "Cargo.lock does not hold trunk; run `cargo generate-lockfile`");
    }

    #[test]
    fn trunk_asks_for_the_same_versions() {
        let trunk: toml::Table = include_str!("../../Trunk.toml").parse().unwrap();
        let tools = &trunk["tools"];
        let lock = locked("wasm-bindgen", include_str!("../../Cargo.lock")).unwrap();
        assert_eq!(tools["wasm_bindgen"].as_str(), Some(lock.as_str()));
        assert_eq!(tools["wasm_opt"].as_str(), Some(format!("version_{}", wasm_opt()).as_str()));
    }
}
