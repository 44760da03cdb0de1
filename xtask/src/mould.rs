//! The mould of every page: `index.html` as Trunk leaves it, without Trunk's own way to start the app.

use crate::loader::App;
use crate::manifest::{TAB_ICON, TOUCH_ICON};
use crate::minify::Kind;
use crate::offline::WORKER;
use anyhow::{Context, Result, ensure};
use porchlight::prerender::Page;

/// The mould, and what in it is the same on every page.
#[derive(Debug)]
pub struct Mould {
    html: String,
    /// The texts of the two inline styles: for the bar and what stands beside it, and for all that follows.
    pub styles: [String; 2],
    /// The text of the one inline script.
    pub script: String,
}

const PLACES: [&str; 10] =
    ["policy", "head", "links", "style", "top", "script", "header", "style below", "rest", "app"];

impl Mould {
    /// Reads the page that Trunk has left.
    ///
    /// # Errors
    /// When something is missing in it.
    pub fn read(page: &str) -> Result<Self> {
        let mut html = without_remarks(page);
        cut_all(&mut html, "<link rel=\"modulepreload\"", ">");
        cut_all(&mut html, "<link rel=\"preload\"", ">");
        cut_all(&mut html, "<script type=\"module\">", "</script>");
        let mut body = html.split_off(html.find("<body>").context("index.html: expected a body")?);
        let styles = [&mut html, &mut body].map(|part| cut_all(part, "<style>", "</style>").concat());
        let everywhere = styles.iter().all(|style| !style.is_empty());
        ensure!(everywhere, "index.html: expected styles with rel=\"inline\" in the head and in the body");
        html.push_str(&body);
        let script = cut(&mut html, "<script>", "</script>").context("index.html: expected loader/early.js inline")?;
        for place in PLACES {
            ensure!(html.contains(&comment(place)), "index.html: expected the comment {}", comment(place));
        }
        ensure!(html.contains("<html>"), "index.html: expected an html element without attributes");
        // Taking the styles out has left empty lines.
        Ok(Self { html: without_remarks(&html), styles, script })
    }

    /// The same with its script and its styles made smaller.
    ///
    /// # Errors
    /// Those of the function; and a style that cannot stand in a drawing, where it is read as any text (HTML, section 13.2.6.5).
    pub fn smaller(mut self, minify: impl Fn(Kind, &str) -> Result<String>) -> Result<Self> {
        self.script = minify(Kind::Script, &self.script)?;
        for style in &mut self.styles {
            *style = minify(Kind::Style, style)?;
            ensure!(!style.contains(['<', '&']), "style: expected neither < nor & in it");
        }
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
        let [style, below] = self.styles.each_ref().map(|style| format!("<style>{style}</style>"));
        let script = format!("<script>{}</script>", self.script);
        let (header, rest) = page.body.split_at(page.lamp_end);
        let (top, header) = header.split_at(page.bar_end);
        let poured =
            [policy_tag, page.head.clone(), links, style, top.into(), script, header.into(), below, rest.into(), app];
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

/// Takes out every piece from `start` to `end`, and gives what stood in between.
fn cut_all(html: &mut String, start: &str, end: &str) -> Vec<String> {
    std::iter::from_fn(|| cut(html, start, end)).collect()
}

/// Takes out the first of them.
fn cut(html: &mut String, start: &str, end: &str) -> Option<String> {
    let from = html.find(start)?;
    let until = from + start.len() + html[from + start.len()..].find(end)?;
    let inside = html[from + start.len()..until].to_string();
    html.replace_range(from..until + end.len(), "");
    Some(inside)
}

/// The page without the remarks that are meant for those who edit it, and without empty lines.
fn without_remarks(html: &str) -> String {
    let mut html = html.to_string();
    while let Some(from) = html.find("<!-- The mould") {
        let until = html[from..].find("-->").map_or(html.len(), |length| from + length + 3);
        html.replace_range(from..until, "");
    }
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

go()</script>
<script type="module">import init from '/a.js';</script>
<link rel="modulepreload" href="/a.js"><link rel="preload" href="/a.wasm" as="fetch"></head>
<body>
<!-- page: top --><!-- page: script --><!-- page: header --><!-- page: style below --><!-- page: rest -->
<!-- page: app -->
<script>reload()</script>
<style>i { color: green }</style>
</body>
</html>
"#;

    fn page() -> Page {
        Page {
            file: "index.html".into(),
            root: " lang=\"en\"".into(),
            head: "<title>T</title>".into(),
            body: "<b>Bar</b><svg></svg><p>&lt;!-- page: rest --&gt;</p>".into(),
            bar_end: "<b>Bar</b>".len(),
            lamp_end: "<b>Bar</b><svg>".len(),
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
go()</script><svg><style>i { color: green }</style></svg><p>&lt;!-- page: rest --&gt;</p>
<script type="module" id="start" src="/club/b.js" integrity="sha256-x" data-wasm="/club/b.wasm" data-integrity="sha256-x" data-worker="/club/sw.js"></script>
<script>reload()</script>
</body>
</html>
"#;
        assert_eq!(html, expected);
        assert_eq!(mould.styles, ["p { color: red }b { color: blue }", "i { color: green }"]);
        assert_eq!(mould.script, "early();\ngo()");
    }

    #[test]
    fn what_a_page_holds_is_what_was_made_smaller() {
        let mould = Mould::read(TRUNK).unwrap().smaller(|kind, _| Ok(format!("small {kind:?}"))).unwrap();
        let html = mould.pour(&page(), "/", &app(), None);
        assert!(html.contains("<script>small Script</script>"), "{html}");
        assert_eq!(html.matches("<style>small Style</style>").count(), 2, "{html}");
        assert_eq!((mould.script.as_str(), mould.styles), ("small Script", ["small Style"; 2].map(String::from)));
    }

    #[test]
    fn what_is_missing_is_named() {
        let error = Mould::read(&TRUNK.replace("<!-- page: head -->", "")).unwrap_err();
        assert_eq!(error.to_string(), "index.html: expected the comment <!-- page: head -->");
        for style in
            ["<style>p { color: red }</style>\n  <style>b { color: blue }</style>", "<style>i { color: green }</style>"]
        {
            let error = Mould::read(&TRUNK.replace(style, "")).unwrap_err();
            assert_eq!(
                error.to_string(),
                "index.html: expected styles with rel=\"inline\" in the head and in the body"
            );
        }
    }

    #[test]
    fn a_style_that_would_be_read_as_elements_is_refused() {
        let mould = Mould::read(&TRUNK.replace("i { color: green }", "i { content: '<b>' }")).unwrap();
        assert!(mould.smaller(|_, text| Ok(text.into())).is_err());
    }
}
