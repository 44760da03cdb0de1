//! Node, which runs wasm-opt and the browser tests. It is not installed from here: most systems have their own way.

use crate::process::version;
use crate::project::Project;
use crate::versions::OLDEST_NODE;
use anyhow::{Result, bail};

/// Checks that Node is there and new enough.
///
/// # Errors
/// One line that says how to get it.
pub fn need(project: &Project) -> Result<()> {
    let found = version(&mut project.command("node"));
    if found.as_deref().and_then(major).is_some_and(|major| major >= OLDEST_NODE) {
        return Ok(());
    }
    let found = found.map_or("was not found".into(), |version| format!("{version} is too old"));
    bail!("Node {found}: install version {OLDEST_NODE} or newer from https://nodejs.org");
}

fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_first_number_counts() {
        assert_eq!(major("20.20.2"), Some(20));
        assert_eq!(major("nightly"), None);
    }
}
