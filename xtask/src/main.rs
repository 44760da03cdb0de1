//! Porchlight's project tasks, started by `cargo xtask` (see the alias in `.cargo/config.toml`).
//!
//! - [`arguments`] reads the command line, [`commands`] holds one module for each command.
//! - [`setup`] brings the tools that a command needs, one module for each kind of tool.
//! - [`site`] reads the content; [`mould`] and [`loader`] make a site of what Trunk has built and the app's own crate
//!   has written; [`minify`] makes its scripts and styles smaller.
//! - [`lint`] looks at the words.
//! - [`offline`] writes the worker of the offline copy, which names the release's files; [`manifest`] writes what an
//!   installed app is called.
//! - [`hosting`] writes what hosts must be told, [`compress`] the compressed copies of [`files`].
//! - [`browser_tests`] starts Playwright; [`report`] and [`tally`] add up how a run went.
//! - [`process`] and [`project`] start programs and name folders; [`budgets`], [`first_visit`] and [`sizes`] are plain
//!   rules.

mod arguments;
mod browser_tests;
mod budgets;
mod commands;
mod compress;
mod files;
mod first_visit;
mod hosting;
mod lint;
mod loader;
mod manifest;
mod minify;
mod mould;
mod offline;
mod process;
mod project;
mod report;
mod setup;
mod site;
mod sizes;
mod tally;
mod versions;

use arguments::{Arguments, Task};
use clap::{CommandFactory, Parser};
use minify::{Kind, minify};
use project::Project;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let Some(task) = arguments.task else {
        Arguments::command().print_help()?;
        return Ok(ExitCode::SUCCESS);
    };
    let project = Project::find()?;
    match task {
        Task::Serve { port } => commands::serve::run(&project, port)?,
        Task::Build { public_url, site_url } => commands::build::run(&project, &public_url, site_url.as_deref())?,
        Task::Bench => commands::bench::run(&project)?,
        Task::Soak { steps, seed } => commands::soak::run(&project, steps, seed)?,
        Task::Check => commands::check::run(&project)?,
        Task::Test { quick, names } => return commands::test::run(&project, quick, &names),
        Task::PostBuild => commands::post_build::run(&project)?,
        Task::Relist { folder, public_url } => {
            offline::write(folder.as_ref(), &public_url, |code| minify(&project, Kind::Module, code))?
        }
    }
    Ok(ExitCode::SUCCESS)
}
