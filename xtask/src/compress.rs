//! Compressed copies beside the files of a build, for hosts that can send them. The same bytes give the same copies:
//! they hold no time and no name.

use crate::files;
use crate::hosting::media_types;
use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Writes `.br` and `.gz` beside each file of text and WebAssembly in the folder, except where that saves nothing.
///
/// # Errors
/// When a file cannot be read or written.
pub fn compress_folder(folder: &Path) -> Result<()> {
    let files = files::inside(folder)?;
    files.iter().filter(|file| is_wanted(file)).try_for_each(|file| compress(&folder.join(file)))
}

/// Whether a file of the build, by its path inside it, gets compressed copies. Content does not: people edit it on the
/// server, and hosts would go on sending the compressed copy of the old text.
fn is_wanted(inside: &str) -> bool {
    let extension = Path::new(inside).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let is_content = inside.starts_with("content/") && extension == "json";
    media_types::shrinks(extension) && !is_content
}

fn compress(path: &Path) -> Result<()> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    for (ending, copy) in [("br", brotli(&bytes)?), ("gz", gzip(&bytes)?)] {
        if copy.len() < bytes.len() {
            let mut name = path.as_os_str().to_owned();
            name.push(format!(".{ending}"));
            fs::write(&name, copy).with_context(|| format!("{} cannot be written", Path::new(&name).display()))?;
        }
    }
    Ok(())
}

/// Brotli of quality 11 with a window of 22 bits, which is brotli's own default.
///
/// # Errors
/// None that can be caused by what is compressed.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    encoder.write_all(bytes)?;
    Ok(encoder.into_inner())
}

/// `gzip -9`. The header says neither when it was written nor on which system.
///
/// # Errors
/// None that can be caused by what is compressed.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    /// "Unknown", by RFC 1952.
    const NO_SYSTEM: u8 = 255;
    let mut encoder = GzBuilder::new().mtime(0).operating_system(NO_SYSTEM).write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;
    use std::io::Read;
    use std::path::PathBuf;

    /// A folder that is gone after the test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = env::temp_dir().join(format!("porchlight-{}-{name}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn write(&self, file: &str, bytes: &[u8]) {
            let path = self.0.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }

        fn read(&self, file: &str) -> Vec<u8> {
            fs::read(self.0.join(file)).unwrap()
        }

        fn has(&self, file: &str) -> bool {
            self.0.join(file).exists()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn long_text() -> Vec<u8> {
        "A light left on. ".repeat(100).into_bytes()
    }

    #[test]
    fn both_copies_hold_the_same_bytes_as_the_file() {
        let folder = Folder::new("same");
        folder.write("signs/index.html", &long_text());
        compress_folder(&folder.0).unwrap();

        let mut text = Vec::new();
        flate2::read::GzDecoder::new(&*folder.read("signs/index.html.gz")).read_to_end(&mut text).unwrap();
        assert_eq!(text, long_text());
        text.clear();
        brotli::Decompressor::new(&*folder.read("signs/index.html.br"), 4096).read_to_end(&mut text).unwrap();
        assert_eq!(text, long_text());
    }

    #[test]
    fn content_that_is_edited_in_place_has_no_copies() {
        let folder = Folder::new("content");
        for file in ["content/en.json", "content/site.json", "card.json", "content/card.svg"] {
            folder.write(file, &long_text());
        }
        compress_folder(&folder.0).unwrap();
        for file in ["content/en.json.br", "content/en.json.gz", "content/site.json.br", "content/site.json.gz"] {
            assert!(!folder.has(file), "{file}");
        }
        assert!(folder.has("card.json.br") && folder.has("content/card.svg.gz"));
    }

    #[test]
    fn nothing_is_written_where_it_saves_nothing() {
        let folder = Folder::new("small");
        folder.write("short.txt", b"ok");
        folder.write("icon.png", &long_text());
        folder.write("_headers", &long_text());
        compress_folder(&folder.0).unwrap();
        assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 3);
    }

    #[test]
    fn a_copy_says_neither_when_nor_where_it_was_made() {
        let copy = gzip(&long_text()).unwrap();
        // The flags, four bytes of time, one about the level, the system: RFC 1952, section 2.3.
        assert_eq!(copy[3..10], [0, 0, 0, 0, 0, 2, 255]);
    }
}
