//! `cargo xtask build`: a release, and what it weighs.

use super::post_build::ORIGIN_VARIABLE;
use crate::process::run as run_program;
use crate::project::Project;
use crate::{budgets, offline, setup, sizes};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::{env, fs};

/// The folder of the release.
pub const DIST: &str = "dist";

/// Builds a release into `dist`.
///
/// # Errors
/// When a tool cannot be set up, the build fails, or something is over its budget.
pub fn run(project: &Project, public_url: &str, site_url: Option<&str>) -> Result<()> {
    setup::for_release(project)?;
    release(project, public_url, site_url, DIST)?;
    weigh(project)
}

/// Builds a release into a folder of the project, for a path and, where they are known, for a scheme and host.
///
/// # Errors
/// When Trunk fails.
pub fn release(project: &Project, public_url: &str, site_url: Option<&str>, dist: &str) -> Result<()> {
    fs::create_dir_all(project.path(dist)).with_context(|| format!("the folder {dist} cannot be made"))?;
    // Offline, because Trunk would fetch tools that the setup has already brought.
    let options = ["build", "--release", "--offline", "--public-url", public_url, "--dist", dist];
    let mut trunk = project.trunk();
    // Without this option, what the variable says: it is also the way for those who call Trunk themselves.
    if let Some(site_url) = site_url {
        trunk.env(ORIGIN_VARIABLE, site_url);
    }
    for variable in changing_the_program() {
        trunk.env_remove(variable);
    }
    match neutral_paths() {
        Some(flags) => trunk.env(OWN_FLAGS, flags),
        None => trunk.env_remove(OWN_FLAGS),
    };
    run_program(trunk.args(options))
}

/// Flags for the WebAssembly alone, not for the programs that build it.
const OWN_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The variables of the environment with which cargo would compile the program in another way than the source says: flags
/// that take the place of [`OWN_FLAGS`], and other settings of a profile.
pub fn changing_the_program() -> Vec<String> {
    let names = env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    names.filter(|name| changes_the_program(name)).collect()
}

fn changes_the_program(variable: &str) -> bool {
    ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS"].contains(&variable)
        || variable.starts_with("CARGO_PROFILE_")
}

/// Compiler flags that take the place where this computer keeps crates out of the WebAssembly: messages of the standard
/// library name the source file. `None` where a path cannot stand in flags.
fn neutral_paths() -> Option<String> {
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    let registries = fs::read_dir(cargo.join("registry/src")).ok()?;
    let mut folders: Vec<_> =
        registries.filter_map(|entry| entry.ok()?.path().into_os_string().into_string().ok()).collect();
    folders.sort();
    let flags = folders.iter().map(|folder| format!("--remap-path-prefix={folder}=crates"));
    let flags = flags.collect::<Vec<_>>().join(" ");
    (!folders.iter().any(|folder| folder.contains(char::is_whitespace))).then_some(flags)
}

/// Shows the sizes of the release in `dist` and checks them against the budgets.
///
/// # Errors
/// When something is over its budget.
pub fn weigh(project: &Project) -> Result<()> {
    let dist = project.path(DIST);
    let sizes = sizes::measure(&dist)?;
    let read =
        |file| fs::read_to_string(dist.join(file)).with_context(|| format!("{file} of the release cannot be read"));
    let page = budgets::largest_page(&sizes)?;
    let kept = offline::kept(&read(offline::WORKER)?)?;
    let entries = budgets::entries(&budgets::Budgets::read(project)?, &sizes, page, &read(page)?, &kept)?;
    print!("\n{}\n{}", sizes::table(&sizes), budgets::table(&entries));
    budgets::check(&entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_change_the_program_is_known_and_nothing_else_is_taken_away() {
        for (variable, changes) in [
            ("RUSTFLAGS", true),
            ("CARGO_ENCODED_RUSTFLAGS", true),
            ("CARGO_BUILD_RUSTFLAGS", true),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", true),
            (OWN_FLAGS, false),
            ("RUSTDOCFLAGS", false),
            ("CARGO_HOME", false),
            ("CARGO_TARGET_DIR", false),
            ("PATH", false),
        ] {
            assert_eq!(changes_the_program(variable), changes, "{variable}");
        }
    }
}
