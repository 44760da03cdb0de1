//! The worker of the offline copy: `loader/worker.js` with one line about this release in it. That line is reckoned from
//! the files of the build alone.

use crate::files;
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use porchlight::prerender::{NUMBERS, SHELL};
use porchlight::route::CALENDAR_FILE;
use scraper::{Html, Selector};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The worker's file. It keeps this name for ever: a browser that has a worker asks for it here.
pub const WORKER: &str = "sw.js";

/// The hand-written part.
const SOURCE: &str = include_str!("../../loader/worker.js");

/// The line of it that the build replaces; how that line begins.
const PLACE: &str = "const RELEASE = null;";
const LINE: &str = "const RELEASE = ";

/// The pages of a language that are kept, below its folder: the first page, Help, and the shell.
const PAGES: [&str; 3] = ["", "help/", SHELL];

/// What the worker knows of the release.
#[derive(Debug, Serialize)]
struct Release {
    /// A digest of everything below and of the hand-written part: so of every byte that is kept.
    version: String,
    /// The form of the content files that the app of this release reads.
    schema: i64,
    /// Every file that is kept by its bytes: its path below the base, and the beginning of its SHA-256 in base64. A path
    /// that is empty or ends with a slash is a page.
    files: BTreeMap<String, String>,
    /// The languages, the one of the first address first.
    languages: Vec<Language>,
}

/// What the worker knows of one language.
#[derive(Debug, Serialize)]
struct Language {
    /// The folder of its pages: empty for the first one.
    folder: String,
    /// Its content files below the base, the one with its words last.
    content: [String; 2],
    /// With what the addresses of its pages begin, below its folder.
    places: BTreeSet<String>,
    /// Those of the kept files that are its pages, the first page first.
    pages: Vec<String>,
    /// The text of the page with the numbers.
    numbers: String,
}

/// Writes the worker for a build that is otherwise complete; `base` is the path of its public URL, and `smaller` may shorten the
/// hand-written part.
///
/// # Errors
/// When a file of the build is missing or not of the form that is known.
pub fn write(folder: &Path, base: &str, smaller: impl FnOnce(&str) -> Result<String>) -> Result<()> {
    ensure!(SOURCE.matches(PLACE).count() == 1, "loader/worker.js: expected the line {PLACE}");
    let code = smaller(&SOURCE.replace(PLACE, ""))?;
    let build = Build { folder, base };
    let text = worker(&build.release(&code)?, &code)?;
    fs::write(folder.join(WORKER), text).with_context(|| format!("{WORKER} cannot be written"))
}

/// The paths of the files that a worker keeps, below the base; a page is named by its file.
///
/// # Errors
/// When the text is not that of a worker.
pub fn kept(worker: &str) -> Result<Vec<String>> {
    let line = worker.lines().find_map(|line| line.strip_prefix(LINE)?.strip_suffix(';'));
    let line = line.with_context(|| format!("{WORKER}: expected a line that begins with {LINE}"))?;
    let release: serde_json::Value = serde_json::from_str(line)?;
    let files = release["files"].as_object().with_context(|| format!("{WORKER}: expected files in that line"))?;
    Ok(files.keys().map(|name| file_of(name)).collect())
}

/// The file of what is kept: a page is named by its folder.
fn file_of(name: &str) -> String {
    if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.into() }
}

fn worker(release: &Release, code: &str) -> Result<String> {
    Ok(format!("{LINE}{};\n{code}\n", serde_json::to_string(release)?))
}

/// The first 96 bits of a file's SHA-256, in base64: more than enough to tell any fault, and a third of the bytes.
fn digest(bytes: impl AsRef<[u8]>) -> String {
    STANDARD.encode(&Sha256::digest(bytes)[..12])
}

/// A build that is otherwise complete.
struct Build<'a> {
    folder: &'a Path,
    base: &'a str,
}

impl Build<'_> {
    fn release(&self, code: &str) -> Result<Release> {
        let site: serde_json::Value = serde_json::from_str(&self.read("content/site.json")?)?;
        let schema = site["schema"].as_i64().context("site.json: expected a schema")?;
        let listed = site["languages"].as_array().context("site.json: expected languages")?;
        let ids: Vec<&str> = listed.iter().filter_map(|language| language["id"].as_str()).collect();
        let languages = ids.iter().enumerate().map(|(index, id)| self.language(id, index == 0, &ids));
        let languages = languages.collect::<Result<Vec<_>>>()?;
        let mut files = BTreeMap::new();
        for name in self.kept_files(&languages)? {
            let bytes = self.bytes(&file_of(&name))?;
            files.insert(name, digest(bytes));
        }
        let mut release = Release { version: String::new(), schema, files, languages };
        let digest = Sha256::digest(worker(&release, code)?);
        release.version = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Ok(release)
    }

    fn language(&self, id: &str, is_first: bool, ids: &[&str]) -> Result<Language> {
        let folder = if is_first { String::new() } else { format!("{id}/") };
        let content = ["site", id].map(|file| format!("content/{file}.json"));
        let pages = PAGES.iter().map(|page| format!("{folder}{page}")).collect();
        // The empty one is the first page itself.
        let mut places = BTreeSet::from([String::new()]);
        for file in files::inside(self.folder)? {
            let below = file.strip_prefix(&folder).and_then(|below| below.strip_suffix("/index.html"));
            let place = below.and_then(|below| below.split('/').next()).filter(|place| !ids.contains(place));
            places.extend(place.map(String::from));
        }
        let numbers = self.read(&format!("{folder}{NUMBERS}"))?;
        Ok(Language { folder, content, places, pages, numbers })
    }

    /// The first pages, what they name in their heads and as their app, and the calendar file. The icons that a manifest names
    /// are not among them: browsers load them to install the app, for which they need the network, and keep them themselves.
    /// An iPhone puts a page on its home screen without a network too; its picture must not be one of the page.
    fn kept_files(&self, languages: &[Language]) -> Result<BTreeSet<String>> {
        let mut kept = BTreeSet::from([CALENDAR_FILE.to_string()]);
        for language in languages {
            let home = Html::parse_document(&self.read(&format!("{}index.html", language.folder))?);
            let named = [
                ("link[rel=icon], link[rel=apple-touch-icon], link[rel=manifest]", "href"),
                ("#start", "src"),
                ("#start[data-wasm]", "data-wasm"),
            ];
            for (selector, attribute) in named {
                let selector = Selector::parse(selector).map_err(|error| anyhow::anyhow!("{selector}: {error}"))?;
                let addresses = home.select(&selector).filter_map(|element| element.attr(attribute));
                kept.extend(addresses.map(|address| self.below(address)).collect::<Result<Vec<_>>>()?);
            }
            kept.extend(language.pages.iter().cloned());
        }
        Ok(kept)
    }

    fn below(&self, address: &str) -> Result<String> {
        let below = address.strip_prefix(self.base);
        below.map(String::from).with_context(|| format!("{address} does not lie below {}", self.base))
    }

    fn read(&self, file: &str) -> Result<String> {
        String::from_utf8(self.bytes(file)?).with_context(|| format!("{file} is no text"))
    }

    fn bytes(&self, file: &str) -> Result<Vec<u8>> {
        fs::read(self.folder.join(file)).with_context(|| format!("{file} cannot be read"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    const BASE: &str = "/club/porch/";

    fn unchanged(code: &str) -> Result<String> {
        Ok(code.into())
    }

    /// A build as small as can be, which is gone after the test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = Self(std::env::temp_dir().join(format!("porchlight-offline-{}-{name}", std::process::id())));
            let page = |words: &str| {
                format!(
                    "<html data-base=\"{BASE}\"><link rel=\"icon\" href=\"{BASE}icon.svg\"><link rel=\"apple-touch-icon\" href=\"{BASE}icons/touch.png\"><link rel=\"manifest\" href=\"{BASE}manifest.webmanifest\"><main>{words}</main><script id=\"start\" src=\"{BASE}porchlight-1.js\" data-wasm=\"{BASE}porchlight-2.wasm\"></script></html>"
                )
            };
            for (file, text) in [
                ("index.html", page("Home – 💡")),
                ("help/index.html", page("Help")),
                ("signs/hotel/index.html", page("Hotel")),
                ("offline.html", page("")),
                ("numbers.html", "911".into()),
                ("icon.svg", "icon".into()),
                ("icons/192.png", "picture".into()),
                ("icons/touch.png", "whole picture".into()),
                ("manifest.webmanifest", format!(r#"{{"icons":[{{"src":"{BASE}icons/192.png"}}]}}"#)),
                ("porchlight-1.js", "script".into()),
                ("porchlight-2.wasm", "app".into()),
                ("meetings.ics", "calendar".into()),
                ("share.png", "for other sites".into()),
                ("content/site.json", r#"{"schema":1,"languages":[{"id":"en"}]}"#.into()),
                ("content/en.json", "{}".into()),
            ] {
                folder.write(file, &text);
            }
            folder
        }

        fn write(&self, file: &str, text: &str) {
            let path = self.0.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }

        fn worker(&self) -> String {
            write(&self.0, BASE, unchanged).unwrap();
            fs::read_to_string(self.0.join(WORKER)).unwrap()
        }

        fn release(&self) -> serde_json::Value {
            let worker = self.worker();
            let line = worker.lines().find_map(|line| line.strip_prefix(LINE)).unwrap();
            serde_json::from_str(line.strip_suffix(';').unwrap()).unwrap()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn what_the_first_page_names_is_kept_and_the_calendar_and_not_what_the_manifest_names() {
        let kept = kept(&Folder::new("kept").worker()).unwrap();
        let expected = [
            "index.html",
            "help/index.html",
            "icon.svg",
            "icons/touch.png",
            "manifest.webmanifest",
            "meetings.ics",
            "offline.html",
            "porchlight-1.js",
            "porchlight-2.wasm",
        ];
        assert_eq!(kept, expected);
    }

    #[test]
    fn a_file_is_named_with_the_digest_that_browsers_compute() {
        let release = Folder::new("digest").release();
        // `printf app | openssl dgst -sha256 -binary | base64`
        assert_eq!(release["files"]["porchlight-2.wasm"], "oXLO3K5HR0thXFTV");
    }

    #[test]
    fn the_addresses_of_pages_are_known_by_how_they_begin() {
        assert_eq!(Folder::new("places").release()["languages"][0]["places"], serde_json::json!(["", "help", "signs"]));
    }

    #[test]
    fn the_version_changes_with_every_byte_that_is_kept_and_with_nothing_else() {
        let folder = Folder::new("version");
        let version = || folder.release()["version"].as_str().unwrap().to_string();
        let mut seen = vec![version()];
        assert_eq!(version(), seen[0], "written twice, it is the same");
        folder.write("share.png", "another");
        folder.write("content/en.json", "{\"schema\":1}");
        assert_eq!(version(), seen[0], "neither content nor what is not kept is of the release");
        for file in ["help/index.html", "offline.html", "numbers.html", "icon.svg", "porchlight-2.wasm"] {
            let text = fs::read_to_string(folder.0.join(file)).unwrap();
            folder.write(file, &format!("{text}."));
            let version = version();
            assert!(!seen.contains(&version), "{file}");
            seen.push(version);
        }
    }

    #[test]
    fn a_build_that_lacks_something_is_refused_by_name() {
        let folder = Folder::new("lacks");
        fs::remove_file(folder.0.join("help/index.html")).unwrap();
        assert_eq!(write(&folder.0, BASE, unchanged).unwrap_err().to_string(), "help/index.html cannot be read");
        assert!(write(&Folder::new("base").0, "/elsewhere/", unchanged).is_err());
    }

    #[test]
    fn a_worker_that_was_released_is_not_changed_under_its_version() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../e2e/fixtures/workers");
        let kept = Path::new(folder).join(format!("{}.js", env!("CARGO_PKG_VERSION")));
        if let Ok(released) = fs::read_to_string(kept) {
            assert!(
                released == SOURCE,
                "loader/worker.js has changed: its release needs another version in Cargo.toml"
            );
        }
    }
}
