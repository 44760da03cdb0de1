//! What the files of a release weigh.

use crate::compress::{brotli, gzip};
use crate::files;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Files of the release that are others of its files, compressed for hosts that do not compress.
const COMPRESSED: [&str; 2] = [".br", ".gz"];

/// The size of one file, in bytes.
#[derive(Clone, Debug, Default)]
pub struct Size {
    /// Its path inside the folder.
    pub file: String,
    /// As it is.
    pub raw: usize,
    /// After `gzip -9`.
    pub gzip: usize,
    /// After brotli at its best.
    pub brotli: usize,
}

/// Measures every file in the folder, in the order of their names, without those that are compressed ones of others.
///
/// # Errors
/// When the folder or a file in it cannot be read.
pub fn measure(folder: &Path) -> Result<Vec<Size>> {
    let files = files::inside(folder)?;
    let own = files.into_iter().filter(|file| !COMPRESSED.iter().any(|ending| file.ends_with(ending)));
    own.map(|file| {
        let bytes = fs::read(folder.join(&file)).with_context(|| format!("{file} cannot be read"))?;
        Ok(Size { file, raw: bytes.len(), gzip: gzip(&bytes)?.len(), brotli: brotli(&bytes)?.len() })
    })
    .collect()
}

/// A table with one line for each file and one for all of them.
pub fn table(sizes: &[Size]) -> String {
    let mut rows = vec![["file", "bytes", "gzip", "brotli"].map(String::from)];
    rows.extend(sizes.iter().map(row));
    rows.push(row(&total(sizes)));
    columns(rows)
}

/// Rows as lines, with the first column to the left and the others to the right.
pub fn columns<const N: usize>(rows: Vec<[String; N]>) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: [usize; N] = std::array::from_fn(width);
    let cell = |(column, text): (usize, &String)| {
        let width = widths[column];
        if column == 0 { format!("{text:width$}") } else { format!("  {text:>width$}") }
    };
    rows.iter().map(|row| row.iter().enumerate().map(cell).collect::<String>() + "\n").collect()
}

fn row(size: &Size) -> [String; 4] {
    [size.file.clone(), grouped(size.raw), grouped(size.gzip), grouped(size.brotli)]
}

fn total(sizes: &[Size]) -> Size {
    let sum = |part: fn(&Size) -> usize| sizes.iter().map(part).sum();
    Size { file: "all".into(), raw: sum(|size| size.raw), gzip: sum(|size| size.gzip), brotli: sum(|size| size.brotli) }
}

/// 1234567 as 1,234,567.
pub fn grouped(number: usize) -> String {
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
    fn files_compressed_beside_others_are_no_files_of_their_own() {
        let folder = std::env::temp_dir().join(format!("porchlight-sizes-{}", std::process::id()));
        fs::create_dir_all(folder.join("signs")).unwrap();
        for file in ["index.html", "index.html.br", "signs/index.html", "signs/index.html.gz"] {
            fs::write(folder.join(file), "words").unwrap();
        }
        let files: Vec<String> = measure(&folder).unwrap().into_iter().map(|size| size.file).collect();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(files, ["index.html", "signs/index.html"]);
    }

    #[test]
    fn text_that_repeats_itself_shrinks_and_stays_more_than_nothing() {
        let text = "porchlight ".repeat(1000);
        let (gzip, brotli) = (gzip(text.as_bytes()).unwrap().len(), brotli(text.as_bytes()).unwrap().len());
        assert!((1..200).contains(&gzip), "{gzip}");
        assert!((1..200).contains(&brotli), "{brotli}");
    }
}
