//! Whether a release depends on its source alone: it is built a second time, from nothing and in another folder, and
//! must be the same byte for byte. Who has the source can so prove what a site runs.

use super::build::{DIST, release};
use crate::files;
use crate::process::output;
use crate::project::Project;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, process};

/// Builds the release at `/` again and compares it with the one in `dist`.
///
/// # Errors
/// When a file differs, and when the second build fails.
pub fn check(project: &Project) -> Result<()> {
    let folder = env::temp_dir().join(format!("porchlight-rebuild-{}", process::id()));
    let outcome = build_in(project, &folder);
    fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    outcome
}

fn build_in(project: &Project, folder: &Path) -> Result<()> {
    copy_source(project, folder)?;
    release(&project.copy_in(folder), "/", None, DIST)?;
    let (first, second) = (contents(&project.path(DIST))?, contents(&folder.join(DIST))?);
    let differing = differing(&first, &second);
    ensure!(
        differing.is_empty(),
        "a second build, in another folder, differs in {}: something in the build depends on clock, path or chance",
        differing.join(", ")
    );
    Ok(())
}

/// Copies what git knows or would know, and nothing that was built.
fn copy_source(project: &Project, folder: &Path) -> Result<()> {
    let list = ["ls-files", "--cached", "--others", "--exclude-standard"];
    let list = output(project.command("git").args(list)).context("git ls-files failed: is this a clone?")?;
    for file in list.lines().filter(|file| project.path(file).is_file()) {
        let copy = folder.join(file);
        if let Some(parent) = copy.parent() {
            fs::create_dir_all(parent).with_context(|| format!("{} cannot be made", parent.display()))?;
        }
        fs::copy(project.path(file), copy).with_context(|| format!("{file} cannot be copied"))?;
    }
    Ok(())
}

/// Every file of a folder, by its path in it.
fn contents(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let read = |file: String| {
        let bytes = fs::read(folder.join(&file)).with_context(|| format!("{file} cannot be read"))?;
        Ok((file, bytes))
    };
    files::inside(folder)?.into_iter().map(read).collect()
}

/// The names of the files that are not the same in both.
fn differing(first: &BTreeMap<String, Vec<u8>>, second: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let in_first = first.iter().filter(|(name, bytes)| second.get(*name) != Some(bytes)).map(|(name, _)| name.clone());
    let only_second = second.keys().filter(|name| !first.contains_key(*name)).cloned();
    in_first.chain(only_second).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        files.iter().map(|(name, text)| ((*name).into(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn what_is_other_or_missing_on_either_side_is_named() {
        let first = folder(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert_eq!(differing(&first, &first), [""; 0]);
        let second = folder(&[("a", "1"), ("b", "other"), ("d", "4")]);
        assert_eq!(differing(&first, &second), ["b", "c", "d"]);
    }
}
