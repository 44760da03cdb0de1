//! Packages of Debian and its relatives.

use super::{note, playwright};
use crate::process::{output, run};
use crate::project::Project;
use anyhow::{Context, Result, bail};

const INSTALL: [&str; 3] = ["install", "-y", "--no-install-recommends"];

/// Installs the packages, if there are any and this is root.
///
/// # Errors
/// When apt-get fails; and for everyone else, with the line to type: this program asks for no passwords.
pub fn set_up(project: &Project, missing: &[&str]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let install = format!("apt-get {} {}", INSTALL.join(" "), missing.join(" "));
    if output(project.command("id").arg("-u")).as_deref() != Some("0") {
        bail!("the browser tests need more packages: run `sudo {install}`");
    }
    note(&format!("installing {}", missing.join(", ")));
    let apt = || {
        let mut apt = project.command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    run(apt().arg("update"))
        .and_then(|()| run(apt().args(INSTALL).args(missing)))
        .with_context(|| format!("the browser tests need more packages: run `{install}` or `{}`", playwright::INSTALL))
}
