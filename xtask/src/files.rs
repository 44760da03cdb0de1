//! The files of a folder.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Every file of the folder and of those in it, by its path inside it with `/` between the parts, in order.
///
/// # Errors
/// When a folder cannot be read.
pub fn inside(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    walk(folder, "", &mut files)?;
    files.sort();
    Ok(files)
}

fn walk(folder: &Path, inside: &str, files: &mut Vec<String>) -> Result<()> {
    let unreadable = || format!("{} cannot be read", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let file = format!("{inside}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{file}/"), files)?;
        } else {
            files.push(file);
        }
    }
    Ok(())
}
