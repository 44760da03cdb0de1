//! The manifest of the installed app (Web Application Manifest, W3C), in the words of the content: a name and pictures that
//! say nothing of what the app is about.

use anyhow::Result;
use porchlight::content::{Content, W};
use porchlight::prerender::MANIFEST;
use serde_json::json;

/// The icon of a browser's tab, below the public URL. It is not the drawing itself (SVG): Chromium would make a document of
/// that each time it looks at the icon, and for years Safari showed none.
pub const TAB_ICON: &str = "icons/48.png";

/// The icon that iPhones take, below the public URL: they make it smaller, and cut the corners off themselves.
pub const TOUCH_ICON: &str = "icons/maskable.png";

/// The colour of the paper in `style/tokens.css`, light. A manifest knows one; the pages name both.
const PAPER: &str = "#faf6ef";

/// The manifest's file in the language's folder.
pub fn file(content: &Content) -> String {
    format!("{}{MANIFEST}", content.folder())
}

/// The manifest's text; `base` is the path of the public URL.
///
/// # Errors
/// None that can be caused by the content.
pub fn text(content: &Content, base: &str) -> Result<String> {
    let root = format!("{base}{}", content.folder());
    let word = |word| content.ui.get(word);
    let shortcut = |name, path| json!({ "name": word(name), "url": format!("{root}{path}") });
    let icon = |file: &str, size: &str, purpose: &str| json!({ "src": format!("{base}icons/{file}.png"), "sizes": size, "type": "image/png", "purpose": purpose });
    let manifest = json!({
        "id": root,
        "name": word(W::Brand),
        "short_name": word(W::Brand),
        "description": word(W::DescribeHome),
        "lang": content.language,
        "dir": if content.right_to_left { "rtl" } else { "ltr" },
        "start_url": root,
        "scope": base,
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            icon("192", "192x192", "any"),
            icon("512", "512x512", "any"),
            icon("maskable", "512x512", "maskable"),
        ],
        "shortcuts": [
            shortcut(W::NavHelp, "help/"),
            shortcut(W::NavSigns, "signs/"),
            shortcut(W::NavMeetings, "meetings/"),
        ],
    });
    Ok(serde_json::to_string(&manifest)?)
}
