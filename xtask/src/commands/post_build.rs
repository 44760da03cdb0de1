//! `cargo xtask post-build`: Trunk's hook of that name. It runs when the app is built and copied, but not yet in
//! `dist`, and makes a site of it.

use super::build::changing_the_program;
use crate::compress::compress_folder;
use crate::hosting::{self, Release, policy};
use crate::loader::App;
use crate::manifest;
use crate::minify::{Kind, minify};
use crate::mould::Mould;
use crate::offline;
use crate::project::Project;
use crate::site::Site;
use anyhow::{Context, Result, ensure};
use porchlight::prerender;
use porchlight::route::CALENDAR_FILE;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The scheme and host where the site will stand, for the few places that need a whole address.
pub const ORIGIN_VARIABLE: &str = "PORCHLIGHT_SITE_URL";

/// What brings phones back from every worker that was ever released, and where it lies in the build.
const KILL_SWITCH: (&str, &str) = ("_hosting/kill-switch.js", include_str!("../../../loader/kill-switch.js"));

/// Writes every page, the calendar file, what search engines read, and in a release what hosts need.
///
/// # Errors
/// When the content has mistakes, `index.html` is not of the form that is known, or a file cannot be written.
pub fn run(project: &Project) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging =
        staging.context("TRUNK_STAGING_DIR is not set: this command is for Trunk, run `cargo xtask build`")?;
    let base = env::var("TRUNK_PUBLIC_URL").context("TRUNK_PUBLIC_URL is not set")?;
    let origin = env::var(ORIGIN_VARIABLE).ok().filter(|origin| !origin.is_empty());
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let others = changing_the_program();
    ensure!(
        !is_release || others.is_empty(),
        "{}: set in the environment, so this release is not what its source says. Unset it, or run `cargo xtask build`, which leaves it out",
        others.join(", ")
    );

    let content = Site::load(project)?;
    let site =
        prerender::Site { base: &base, origin: origin.as_deref(), languages: &content.languages, zone: &content.zone };
    let mould = fs::read_to_string(staging.join("index.html")).context("index.html cannot be read")?;
    let mould = Mould::read(&mould)?;
    // What is worked on stays readable, and is built without Node.
    let smaller = |kind, text: &str| if is_release { minify(project, kind, text) } else { Ok(text.into()) };
    let mould = mould.smaller(smaller)?;
    let app = App::put_in(&staging, |script| smaller(Kind::Module, script))?;
    let release = Release {
        base: base.clone(),
        script_hashes: vec![policy::sha256_source(&mould.script)],
        style_hashes: vec![policy::sha256_source(&mould.style)],
        immutable: vec![app.script.file.clone(), app.wasm.file.clone()],
    };
    // `serve` puts a script of its own into each page, which the policy would forbid.
    let policy = is_release.then(|| policy::meta(&release));
    for page in site.pages().into_iter().chain(site.shells()) {
        write(&staging, &page.file, &mould.pour(&page, &base, &app, policy.as_deref()))?;
    }
    for (file, text) in site.numbers() {
        write(&staging, &file, &text)?;
    }
    for language in &content.languages {
        write(&staging, &manifest::file(language), &manifest::text(language, &base)?)?;
    }
    write(&staging, CALENDAR_FILE, &content.calendar)?;
    write(&staging, "robots.txt", &site.robots())?;
    if let Some(sitemap) = site.sitemap() {
        write(&staging, "sitemap.xml", &sitemap)?;
    }
    if is_release {
        for (file, text) in hosting::files(&release) {
            write(&staging, file, &text)?;
        }
        write(&staging, KILL_SWITCH.0, &smaller(Kind::Module, KILL_SWITCH.1)?)?;
        offline::write(&staging, &base, |code| smaller(Kind::Module, code))?;
        compress_folder(&staging)?;
    }
    Ok(())
}

fn write(folder: &Path, file: &str, text: &str) -> Result<()> {
    let path = folder.join(file);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).with_context(|| format!("the folder of {file} cannot be made"))?;
    }
    fs::write(path, text).with_context(|| format!("{file} cannot be written"))
}
