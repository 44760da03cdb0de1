//! What a visitor downloads.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::io::Write;
use std::path::Path;

/// The most that the WebAssembly may weigh, in bytes after brotli at its best. A phone on a slow connection takes
/// about half a second for it; every dependency counts, so growth must be a decision and not an accident.
const WASM_BUDGET: usize = 90 * 1000;

/// The size of one file, in bytes.
#[derive(Clone, Debug, Default)]
pub struct Size {
    /// Its path inside the folder.
    file: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Measures every file in the folder, in the order of their names.
///
/// # Errors
/// When the folder or a file in it cannot be read.
pub fn measure(folder: &Path) -> Result<Vec<Size>> {
    let mut sizes = Vec::new();
    walk(folder, "", &mut sizes)?;
    sizes.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(sizes)
}

fn walk(folder: &Path, inside: &str, sizes: &mut Vec<Size>) -> Result<()> {
    let unreadable = || format!("{} cannot be read", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let file = format!("{inside}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{file}/"), sizes)?;
        } else {
            let bytes = fs::read(entry.path()).with_context(|| format!("{file} cannot be read"))?;
            sizes.push(Size { file, raw: bytes.len(), gzip: gzip(&bytes)?, brotli: brotli(&bytes)? });
        }
    }
    Ok(())
}

/// The size after `gzip -9`, which is all that some hosts do.
fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// The size after brotli of quality 11 with a window of 22 bits, which is brotli's own default.
fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut compressed = Vec::new();
    brotli::CompressorWriter::new(&mut compressed, 4096, 11, 22).write_all(bytes)?;
    Ok(compressed.len())
}

/// A table with one line for each file and one for all of them.
pub fn table(sizes: &[Size]) -> String {
    let mut rows = vec![["file", "bytes", "gzip", "brotli"].map(String::from)];
    rows.extend(sizes.iter().map(row));
    rows.push(row(&total(sizes)));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let [name, raw, gzip, brotli] = [0, 1, 2, 3].map(width);
    let line =
        |row: &[String; 4]| format!("{:name$}  {:>raw$}  {:>gzip$}  {:>brotli$}\n", row[0], row[1], row[2], row[3]);
    rows.iter().map(line).collect()
}

fn row(size: &Size) -> [String; 4] {
    [size.file.clone(), grouped(size.raw), grouped(size.gzip), grouped(size.brotli)]
}

fn total(sizes: &[Size]) -> Size {
    let sum = |part: fn(&Size) -> usize| sizes.iter().map(part).sum();
    Size { file: "all".into(), raw: sum(|size| size.raw), gzip: sum(|size| size.gzip), brotli: sum(|size| size.brotli) }
}

/// 1234567 as 1,234,567.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Checks that the WebAssembly is within its budget.
///
/// # Errors
/// When it is not, or when there is none.
pub fn check_budget(sizes: &[Size]) -> Result<()> {
    let wasm: Vec<&Size> = sizes.iter().filter(|size| size.file.ends_with(".wasm")).collect();
    ensure!(
        !wasm.is_empty(),
        "there is no WebAssembly in the release: index.html must hold a link data-trunk rel=\"rust\""
    );
    let weight = wasm.iter().map(|size| size.brotli).sum();
    ensure!(
        weight <= WASM_BUDGET,
        "the WebAssembly takes {} bytes after brotli, {} more than its budget of {}: see what grew, with `git log` on Cargo.lock and src",
        grouped(weight),
        grouped(weight - WASM_BUDGET),
        grouped(WASM_BUDGET),
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(file: &str, raw: usize, gzip: usize, brotli: usize) -> Size {
        Size { file: file.into(), raw, gzip, brotli }
    }

    #[test]
    fn the_table_lines_up_and_adds_up() {
        let table = table(&[size("app.wasm", 1_200_000, 90_000, 80_000), size("index.html", 999, 500, 400)]);
        let expected = "\
file            bytes    gzip  brotli
app.wasm    1,200,000  90,000  80,000
index.html        999     500     400
all         1,200,999  90,500  80,400
";
        assert_eq!(table, expected);
    }

    #[test]
    fn the_budget_holds_for_all_webassembly_together() {
        assert!(check_budget(&[size("a.wasm", 1, 1, 60_000), size("b.wasm", 1, 1, 30_000)]).is_ok());
        let error = check_budget(&[size("a.wasm", 1, 1, 60_000), size("b.wasm", 1, 1, 30_001)]).unwrap_err();
        assert!(error.to_string().starts_with("the WebAssembly takes 90,001 bytes after brotli, 1 more"), "{error}");
    }

    #[test]
    fn a_release_without_webassembly_is_no_release() {
        assert!(check_budget(&[size("index.html", 1, 1, 1)]).is_err());
    }

    #[test]
    fn text_that_repeats_itself_shrinks_and_stays_more_than_nothing() {
        let text = "porchlight ".repeat(1000);
        let (gzip, brotli) = (gzip(text.as_bytes()).unwrap(), brotli(text.as_bytes()).unwrap());
        assert!((1..200).contains(&gzip), "{gzip}");
        assert!((1..200).contains(&brotli), "{brotli}");
    }
}
