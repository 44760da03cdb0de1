//! Tools that come as Rust crates.

use super::note;
use crate::process::{output, run, version};
use crate::project::Project;
use anyhow::{Result, ensure};

/// A command-line tool from a crate.
pub struct CargoTool<'a> {
    /// The program.
    pub program: &'a str,
    /// The crate.
    pub package: &'a str,
    /// The only version that will do.
    pub version: &'a str,
    /// Whether to compile it with the versions in its own lock file.
    pub locked: bool,
    /// How long compiling it takes, so that nobody thinks it hangs.
    pub time: &'a str,
}

/// Installs the tool into `.tools/bin`, unless the search path has that version: ready made with cargo-binstall where
/// that is at hand, else by compiling it.
///
/// # Errors
/// When neither way works.
pub fn set_up(project: &Project, tool: &CargoTool) -> Result<()> {
    if fits(project, tool) {
        return Ok(());
    }
    let CargoTool { program, package, version, .. } = tool;
    if output(project.command("cargo").args(["binstall", "-V"])).is_some() {
        note(&format!("fetching {program} {version}"));
        let mut fetch = project.command("cargo");
        fetch.args(["binstall", "--no-confirm", "--root", ".tools"]).arg(format!("{package}@{version}"));
        if run(&mut fetch).is_ok() && fits(project, tool) {
            return Ok(());
        }
    }
    note(&format!("compiling {program} {version}, which takes {}", tool.time));
    let mut install = project.command("cargo");
    install.args(["install", package, "--version", version, "--root", ".tools"]);
    run(if tool.locked { install.arg("--locked") } else { &mut install })?;
    ensure!(fits(project, tool), "{program} {version} is still not found: remove the folder .tools and try again");
    Ok(())
}

fn fits(project: &Project, tool: &CargoTool) -> bool {
    version(&mut project.command(tool.program)).as_deref() == Some(tool.version)
}
