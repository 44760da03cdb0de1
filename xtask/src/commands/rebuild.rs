//! The second release, for a folder of a host, which the browser tests look at too. Built from nothing in another place,
//! it shows that a release depends on its source alone, so that whoever has the source can verify what a site runs: the
//! same bytes as in the release at `/`, but for the addresses.

use super::build::{self, release};
use crate::files;
use crate::process::output;
use crate::project::Project;
use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs, process};

/// A path like those of sites that share a host.
pub const PATH: &str = "/club/porch/";

/// The scheme and host; the first release knows none.
const ORIGIN: &str = "https://example.org";

/// The folder of the release.
const DIST: &str = "target/dist-sub";

/// Files that may differ: the sitemap is there only if the origin is known, and servers need another configuration for a
/// folder, such as a redirect to its slash. `e2e/tests/hosting.spec.mjs` looks at both configurations.
const MAY_DIFFER: [&str; 3] = ["sitemap.xml", "_hosting/Caddyfile", "_hosting/nginx.conf"];

/// Ends of files that hold addresses of the site.
const WITH_ADDRESSES: [&str; 5] = [".html", "manifest.webmanifest", "robots.txt", "_headers", "sw.js"];

/// Beginnings of lines that may differ: the first three are there only if the origin is known; the last one, in the
/// worker, holds digests of files with addresses.
const LINES: [&str; 4] = ["<link rel=\"canonical\" ", "<meta property=\"og:url\" ", "Sitemap: ", "const RELEASE = "];

/// Every file of a folder, by its path in it.
type Files = BTreeMap<String, Vec<u8>>;

/// Builds the release with what the first one has left behind.
///
/// # Errors
/// When Trunk fails.
pub fn in_place(project: &Project) -> Result<()> {
    release(project, PATH, Some(ORIGIN), DIST)
}

/// Builds the release in a copy of the project, where nothing was built before.
///
/// # Errors
/// When the copy cannot be made, and when Trunk fails.
pub fn from_nothing(project: &Project) -> Result<()> {
    let folder = env::temp_dir().join(format!("porchlight-rebuild-{}", process::id()));
    let dist = project.path(DIST);
    let dist = dist.to_str().context("the project folder has a name that is not Unicode")?;
    let outcome =
        copy_source(project, &folder).and_then(|()| release(&project.copy_in(&folder), PATH, Some(ORIGIN), dist));
    let removed = fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()));
    outcome.and(removed)
}

/// Compares the two releases.
///
/// # Errors
/// When they differ in more than the addresses of the site.
pub fn compare(project: &Project) -> Result<()> {
    let (root, sub) = (contents(&project.path(build::DIST))?, contents(&project.path(DIST))?);
    let differing = differing(&root, &sub);
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

fn contents(folder: &Path) -> Result<Files> {
    let read = |file: String| {
        let bytes = fs::read(folder.join(&file)).with_context(|| format!("{file} cannot be read"))?;
        Ok((file, bytes))
    };
    files::inside(folder)?.into_iter().map(read).collect()
}

/// The names of the files that differ in more than they may, or are missing in one of the releases.
fn differing<'a>(root: &'a Files, sub: &'a Files) -> Vec<&'a str> {
    let names: BTreeSet<&str> = root.keys().chain(sub.keys()).map(String::as_str).collect();
    names.into_iter().filter(|name| !is_same(name, root, sub)).collect()
}

fn is_same(name: &str, root: &Files, sub: &Files) -> bool {
    let (one, other) = (root.get(name).map(Vec::as_slice), sub.get(name).map(Vec::as_slice));
    let original = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz"));
    // The compressed copies of a file that may differ differ with it, and one that does not get smaller has none.
    MAY_DIFFER.contains(&name)
        || one == other
        || original.is_some_and(|original| root.get(original) != sub.get(original))
        || WITH_ADDRESSES.iter().any(|end| name.ends_with(end)) && one.and_then(plain) == other.and_then(plain)
}

/// A text as it would be at the root of an unknown host, without the lines that may differ.
fn plain(text: &[u8]) -> Option<String> {
    let text = str::from_utf8(text).ok()?.replace(&format!("{ORIGIN}{PATH}"), "/").replace(PATH, "/");
    let may_differ = |line: &&str| LINES.iter().any(|start| line.trim_start().starts_with(start));
    let lines: Vec<_> = text.lines().filter(|line| !may_differ(line)).collect();
    Some(lines.join("\n").trim_end().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(name, text)| ((*name).into(), text.as_bytes().to_vec())).collect()
    }

    fn differ(name: &str, root: &str, sub: &str) -> bool {
        !differing(&files(&[(name, root)]), &files(&[(name, sub)])).is_empty()
    }

    #[test]
    fn what_differs_or_is_missing_on_either_side_is_named() {
        let root = files(&[("a", "1"), ("b", "2"), ("c", "3"), ("c.html", "3")]);
        assert_eq!(differing(&root, &root), [""; 0]);
        let sub = files(&[("a", "1"), ("b", "other"), ("d", "4"), ("d.html", "4")]);
        assert_eq!(differing(&root, &sub), ["b", "c", "c.html", "d", "d.html"]);
    }

    #[test]
    fn pages_may_differ_in_their_addresses_and_in_nothing_else() {
        let root = "<meta property=\"og:image\" content=\"/share.png\">\n<a href=\"/help/\">Help</a>";
        let sub = "<meta property=\"og:image\" content=\"https://example.org/club/porch/share.png\">\n  \
            <link rel=\"canonical\" href=\"https://example.org/club/porch/\">\n<a href=\"/club/porch/help/\">Help</a>";
        assert!(!differ("index.html", root, sub));
        assert!(differ("index.html", root, &sub.replace("Help", "help")));
        assert!(differ("index.html", root, &sub.replace("/club/porch/help/", "/club/help/")));
    }

    #[test]
    fn the_worker_may_differ_in_its_line_about_the_release_only() {
        assert!(!differ("sw.js", "const RELEASE = 1;\ncode", "const RELEASE = 2;\ncode"));
        assert!(differ("sw.js", "const RELEASE = 1;\ncode", "const RELEASE = 2;\nother code"));
    }

    #[test]
    fn program_content_and_pictures_may_not_differ_at_all() {
        for name in ["porchlight-1.js", "porchlight-1.wasm", "content/en.json", "icons/48.png", "meetings.ics"] {
            assert!(differ(name, "/", "/club/porch/"), "{name}");
        }
    }

    #[test]
    fn a_compressed_copy_may_differ_only_with_the_file_that_it_is_of() {
        let root = files(&[("a.html", "/"), ("a.html.br", "1"), ("b.js", "same"), ("b.js.br", "1")]);
        let sub = files(&[("a.html", "/club/porch/"), ("a.html.br", "2"), ("b.js", "same"), ("b.js.br", "2")]);
        assert_eq!(differing(&root, &sub), ["b.js.br"]);
    }
}
