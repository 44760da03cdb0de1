//! Playwright's own browsers, which it keeps in a folder outside of the project.

use std::env;
use std::fs;
use std::path::PathBuf;

/// What a person types to get them.
pub const INSTALL: &str = "cd e2e && npx playwright install chromium firefox";

/// Whether both are there, of whatever version: if it is not the right one, Playwright itself says so.
pub fn has_browsers() -> bool {
    let Some(entries) = folder().and_then(|folder| fs::read_dir(folder).ok()) else { return false };
    let names: Vec<String> = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    ["chromium-", "firefox-"].iter().all(|browser| names.iter().any(|name| name.starts_with(browser)))
}

/// As described at <https://playwright.dev/docs/browsers#managing-browser-binaries>.
fn folder() -> Option<PathBuf> {
    if let Some(folder) = env::var_os("PLAYWRIGHT_BROWSERS_PATH") {
        return Some(folder.into());
    }
    let home = env::home_dir()?;
    Some(home.join(match env::consts::OS {
        "macos" => "Library/Caches/ms-playwright",
        "windows" => "AppData/Local/ms-playwright",
        _ => ".cache/ms-playwright",
    }))
}
