//! Tools that come as npm packages. They go into `.tools`, without the packages' own scripts.

use super::note;
use crate::process::{run, version};
use crate::project::Project;
use anyhow::{Result, ensure};

/// npm's global folder, moved into the project, is where it puts launchers too: in `bin`, or on Windows beside it.
const PREFIX: &str = if cfg!(windows) { ".tools/bin" } else { ".tools" };

/// A command-line tool from an npm package.
pub struct NpmTool<'a> {
    /// The program.
    pub program: &'a str,
    /// The package.
    pub package: &'a str,
    /// The only version of the package that will do.
    pub version: &'a str,
    /// The version that the program shows.
    pub shown: &'a str,
}

/// Installs the tool if it is missing or of another version.
///
/// # Errors
/// When npm cannot install it.
pub fn set_up(project: &Project, tool: &NpmTool) -> Result<()> {
    let NpmTool { program, package, version, shown } = tool;
    if fits(project, tool) {
        return Ok(());
    }
    note(&format!("fetching {program} {shown}"));
    let mut npm = project.node_script("npm");
    npm.args(["install", "--global", "--no-fund", "--ignore-scripts", "--prefix", PREFIX]);
    run(npm.arg(format!("{package}@{version}")))?;
    ensure!(fits(project, tool), "{program} {shown} is still not found: remove the folder .tools and try again");
    Ok(())
}

fn fits(project: &Project, tool: &NpmTool) -> bool {
    version(&mut project.node_script(tool.program)).as_deref() == Some(tool.shown)
}
