//! The project's folders, and programs started in them.

use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The project folder and the search path for the programs it needs.
pub struct Project {
    root: PathBuf,
    search_path: OsString,
}

impl Project {
    /// Finds the project that this program was started for.
    ///
    /// # Errors
    /// Outside of cargo, which says where the package lies; and in a folder whose name cannot stand in `PATH`.
    pub fn find() -> Result<Self> {
        let package = env::var_os("CARGO_MANIFEST_DIR").context("not started by cargo: run `cargo xtask`")?;
        let root = Path::new(&package).parent().context("the project folder was not found")?.to_path_buf();
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(root.join(".tools/bin")).chain(env::split_paths(&inherited));
        let search_path =
            env::join_paths(folders).with_context(|| format!("{}: cannot stand in PATH", root.display()))?;
        Ok(Self { root, search_path })
    }

    /// A copy of the project in another folder, which uses this one's tools.
    pub fn copy_in(&self, folder: &Path) -> Self {
        Self { root: folder.to_path_buf(), search_path: self.search_path.clone() }
    }

    /// A file or folder of the project, by its path inside it.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// A program to be started in the project folder. The project's own tools are found before the system's.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", &self.search_path);
        command
    }

    /// Whether a program of that name is on the search path.
    pub fn has(&self, program: &str) -> bool {
        let name = format!("{program}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&self.search_path).any(|folder| folder.join(&name).is_file())
    }

    /// Trunk. It refuses to start when `NO_COLOR` holds anything but `true` or `false`, while the convention
    /// (<https://no-color.org>) is that any text but the empty one means yes.
    pub fn trunk(&self) -> Command {
        let mut trunk = self.command("trunk");
        match env::var_os("NO_COLOR") {
            Some(value) if !value.is_empty() => trunk.env("NO_COLOR", "true"),
            _ => trunk.env_remove("NO_COLOR"),
        };
        trunk
    }

    /// `npm` or `npx`, which on Windows are scripts that are only found by their full name.
    pub fn node_script(&self, name: &str) -> Command {
        if cfg!(windows) { self.command(&format!("{name}.cmd")) } else { self.command(name) }
    }
}
