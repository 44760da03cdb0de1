//! The mould of every page: `index.html` as Trunk leaves it, without Trunk's own way to start the app.

use crate::loader::App;
use crate::manifest::{TAB_ICON, TOUCH_ICON};
use crate::minify::Kind;
use crate::offline::WORKER;
use anyhow::{Context, Result, ensure};
use porchlight::prerender::Page;
use porchlight::search;

/// The mould, and what in it is the same on every page.
#[derive(Debug)]
pub struct Mould {
    html: String,
    /// The text of the one inline style.
    pub style: String,
    /// The text of the one inline script.
    pub script: String,
}

/// The line of the page's own search that gets the table of letters.
const LETTERS: &str = "var LETTERS = '';";

const PLACES: [&str; 8] = ["policy", "head", "links", "style", "bar", "script", "rest", "app"];

impl Mould {
    /// Reads the page that Trunk has left. Its inline styles become one, and so do its inline scripts.
    ///
    /// # Errors
    /// When something is missing in it.
    pub fn read(page: &str) -> Result<Self> {
        let mut html = without_remarks(page);
        cut_all(&mut html, "<link rel=\"modulepreload\"", ">");
        cut_all(&mut html, "<link rel=\"preload\"", ">");
        cut_all(&mut html, "<script type=\"module\">", "</script>");
        let (head, body) = html.split_once("<body>").context("index.html: expected a body")?;
        let (mut head, body) = (head.to_string(), body.to_string());
        let style = cut_all(&mut head, "<style>", "</style>").concat();
        ensure!(!style.is_empty(), "index.html: expected styles with rel=\"inline\" in the head");
        let script = cut_all(&mut head, "<script>", "</script>").concat();
        ensure!(script.contains(LETTERS), "index.html: expected loader/search.js with rel=\"inline\" in the head");
        let script = script.replacen(LETTERS, &format!("var LETTERS = '{}';", search::for_script()), 1);
        let html = format!("{head}<body>{body}");
        for place in PLACES {
            ensure!(html.contains(&comment(place)), "index.html: expected the comment {}", comment(place));
        }
        ensure!(html.contains("<html>"), "index.html: expected an html element without attributes");
        // Taking the styles out has left empty lines.
        Ok(Self { html: without_remarks(&html), style, script })
    }

    /// Minifies the script and the style.
    ///
    /// # Errors
    /// Those of `minify`.
    pub fn smaller(mut self, minify: impl Fn(Kind, &str) -> Result<String>) -> Result<Self> {
        self.script = minify(Kind::Script, &self.script)?;
        self.style = minify(Kind::Style, &self.style)?;
        Ok(self)
    }

    /// One page. `policy` is what its head demands of the browser; a page that is still worked on has none.
    pub fn pour(&self, page: &Page, base: &str, app: &App, policy: Option<&str>) -> String {
        let App { script, wasm } = app;
        let policy_tag = policy
            .map(|policy| format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"))
            .unwrap_or_default();
        let links = format!(
            "<link rel=\"icon\" href=\"{base}{TAB_ICON}\">\n  <link rel=\"apple-touch-icon\" href=\"{base}{TOUCH_ICON}\">"
        );
        // A page that is still worked on has no offline copy.
        let worker = policy.map(|_| format!(" data-worker=\"{base}{WORKER}\"")).unwrap_or_default();
        let app = format!(
            "<script type=\"module\" id=\"start\" src=\"{base}{}\" integrity=\"{}\" data-wasm=\"{base}{}\" data-integrity=\"{}\"{worker}></script>",
            script.file, script.integrity, wasm.file, wasm.integrity
        );
        let style = format!("<style>{}</style>", self.style);
        let script = format!("<script>{}</script>", self.script);
        let (bar, rest) = page.body.split_at(page.bar_end);
        let poured = [policy_tag, page.head.clone(), links, style, bar.into(), script, rest.into(), app];
        let html = self.html.replacen("<html>", &format!("<html{}>", page.root), 1);
        let mut rest = html.as_str();
        let mut whole = String::new();
        // Piece by piece, so that nothing that is poured in is taken for a place of the mould.
        for (place, text) in PLACES.iter().zip(poured) {
            let (before, after) = rest.split_once(&comment(place)).unwrap_or((rest, ""));
            whole.push_str(before);
            whole.push_str(&text);
            rest = after;
        }
        whole + rest
    }
}

fn comment(place: &str) -> String {
    format!("<!-- page: {place} -->")
}

/// Removes every piece from `start` to `end`, and returns what was between them.
fn cut_all(html: &mut String, start: &str, end: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    while let Some(from) = html.find(start) {
        let inside = from + start.len();
        let Some(length) = html[inside..].find(end) else { break };
        pieces.push(html[inside..inside + length].to_string());
        html.replace_range(from..inside + length + end.len(), "");
    }
    pieces
}

/// The page without the remarks that are meant for those who edit it, and without empty lines.
fn without_remarks(html: &str) -> String {
    let mut html = html.to_string();
    cut_all(&mut html, "<!-- The mould", "-->");
    html.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loader::Asset;

    const TRUNK: &str = r#"<!doctype html>
<!-- The mould: a remark. -->
<html>
<head>
  <!-- page: policy -->
  <!-- page: head -->
  <!-- page: links -->
  <!-- page: style -->
  <style>p { color: red }</style>
  <style>b { color: blue }</style>
  <script>early();

go();</script>
  <script>var LETTERS = '';</script>
<script type="module">import init from '/a.js';</script>
<link rel="modulepreload" href="/a.js"><link rel="preload" href="/a.wasm" as="fetch"></head>
<body>
<!-- page: bar --><!-- page: script --><!-- page: rest -->
<!-- page: app -->
<script>reload()</script>
</body>
</html>
"#;

    fn page() -> Page {
        Page {
            file: "index.html".into(),
            root: " lang=\"en\"".into(),
            head: "<title>T</title>".into(),
            body: "<b>Bar</b><p>&lt;!-- page: rest --&gt;</p>".into(),
            bar_end: "<b>Bar</b>".len(),
        }
    }

    fn app() -> App {
        let asset = |file: &str| Asset { file: file.into(), integrity: "sha256-x".into() };
        App { script: asset("b.js"), wasm: asset("b.wasm") }
    }

    #[test]
    fn a_page_has_its_styles_its_words_and_our_own_start_alone() {
        let mould = Mould::read(TRUNK).unwrap();
        let html = mould.pour(&page(), "/club/", &app(), Some("default-src 'none'"));
        let expected = r#"<!doctype html>
<html lang="en">
<head>
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
  <title>T</title>
  <link rel="icon" href="/club/icons/48.png">
  <link rel="apple-touch-icon" href="/club/icons/maskable.png">
  <style>p { color: red }b { color: blue }</style>
</head>
<body>
<b>Bar</b><script>early();
go();LETTERS</script><p>&lt;!-- page: rest --&gt;</p>
<script type="module" id="start" src="/club/b.js" integrity="sha256-x" data-wasm="/club/b.wasm" data-integrity="sha256-x" data-worker="/club/sw.js"></script>
<script>reload()</script>
</body>
</html>
"#;
        let expected = expected.replace("LETTERS", &format!("var LETTERS = '{}';", search::for_script()));
        assert_eq!(html, expected);
        assert_eq!(mould.style, "p { color: red }b { color: blue }");
        assert!(mould.script.starts_with("early();\ngo();var LETTERS = '\\u0000"), "{}", mould.script);
    }

    #[test]
    fn a_page_holds_the_minified_style_and_script() {
        let mould = Mould::read(TRUNK).unwrap().smaller(|kind, _| Ok(format!("small {kind:?}"))).unwrap();
        let html = mould.pour(&page(), "/", &app(), None);
        assert!(html.contains("<script>small Script</script>"), "{html}");
        assert!(html.contains("<style>small Style</style>"), "{html}");
    }

    #[test]
    fn what_is_missing_is_named() {
        for (missing, message) in [
            ("<!-- page: head -->", "index.html: expected the comment <!-- page: head -->"),
            ("<style>", "index.html: expected styles with rel=\"inline\" in the head"),
            (LETTERS, "index.html: expected loader/search.js with rel=\"inline\" in the head"),
        ] {
            assert_eq!(Mould::read(&TRUNK.replace(missing, "")).unwrap_err().to_string(), message);
        }
    }
}
