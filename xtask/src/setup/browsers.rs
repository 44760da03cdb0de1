//! The browsers that the tests drive, and the hosts that they look at, and what the HTML checker runs on.
//! Debian's packages serve all three engines; elsewhere Playwright's own browsers serve Chromium and Firefox, and the
//! tests leave out WebKit, and nginx and the checker where they are not installed.

use super::{apt, playwright};
use crate::project::Project;
use anyhow::{Result, bail};
use std::path::Path;

/// Installs what is missing where apt-get can do it, else says how.
///
/// # Errors
/// When something is missing and cannot be installed from here.
pub fn set_up(project: &Project) -> Result<()> {
    let own = playwright::has_browsers();
    let debians = exists("/usr/bin/chromium") && exists("/usr/bin/firefox-esr");
    if !project.has("apt-get") {
        if own || debians {
            return Ok(());
        }
        bail!("the tests' browsers are missing: run `{}`", playwright::INSTALL);
    }
    let packages = [
        ("chromium", own || exists("/usr/bin/chromium")),
        ("fonts-liberation", own || exists("/usr/share/fonts/truetype/liberation")),
        ("firefox-esr", own || exists("/usr/bin/firefox-esr")),
        ("webkit2gtk-driver", project.has("WebKitWebDriver")),
        ("xvfb", project.has("xvfb-run")),
        ("xauth", project.has("xauth")),
        // What the HTML checker runs on.
        ("default-jre-headless", project.has("java")),
        // The hosts that `hosting.spec.mjs` publishes the build on: the configuration that is shipped with it is tried
        // on the nginx that it is written for.
        ("python3", project.has("python3")),
        ("nginx", exists("/usr/sbin/nginx")),
        ("libnginx-mod-http-brotli-static", exists("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")),
    ];
    let missing: Vec<&str> = packages.into_iter().filter(|(_, there)| !there).map(|(package, _)| package).collect();
    apt::set_up(project, &missing)
}

fn exists(path: &str) -> bool {
    Path::new(path).exists()
}
