//! The kinds of files in a build: how hosts name them, and which of them are worth compressing.

/// One kind of file.
pub struct MediaType {
    /// How its names end, after the dot.
    pub extension: &'static str,
    /// Its name in the registry of media types.
    pub name: &'static str,
    /// Whether it is text, whose encoding has to be told.
    pub text: bool,
    /// Whether it gets smaller; pictures are compressed already.
    pub shrinks: bool,
}

const fn text(extension: &'static str, name: &'static str) -> MediaType {
    MediaType { extension, name, text: true, shrinks: true }
}

/// Every kind of file that a build can hold.
pub const MEDIA_TYPES: [MediaType; 12] = [
    text("html", "text/html"),
    text("css", "text/css"),
    text("js", "text/javascript"),
    text("txt", "text/plain"),
    text("xml", "text/xml"),
    text("ics", "text/calendar"),
    // JSON is UTF-8 by definition, SVG says itself what it is.
    MediaType { extension: "json", name: "application/json", text: false, shrinks: true },
    MediaType { extension: "webmanifest", name: "application/manifest+json", text: false, shrinks: true },
    MediaType { extension: "svg", name: "image/svg+xml", text: false, shrinks: true },
    MediaType { extension: "wasm", name: "application/wasm", text: false, shrinks: true },
    MediaType { extension: "png", name: "image/png", text: false, shrinks: false },
    MediaType { extension: "ico", name: "image/x-icon", text: false, shrinks: false },
];

/// Whether files whose names end like that get smaller.
pub fn shrinks(extension: &str) -> bool {
    MEDIA_TYPES.iter().any(|kind| kind.extension == extension && kind.shrinks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_webassembly_get_smaller_and_pictures_do_not() {
        for extension in ["html", "js", "css", "svg", "wasm", "txt", "xml", "ics", "webmanifest", "json"] {
            assert!(shrinks(extension), "{extension}");
        }
        for extension in ["png", "ico", "br", "gz", ""] {
            assert!(!shrinks(extension), "{extension}");
        }
    }
}
