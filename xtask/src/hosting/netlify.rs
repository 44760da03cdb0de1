//! The file `_headers`, which Netlify and Cloudflare Pages read at the root of what is published.
//!
//! Where two rules fit one address and name the same header, Cloudflare joins both values with a comma, and the word
//! with which it takes a header back means nothing to Netlify. So no header stands in two rules that fit one address:
//! one that differs for some file is left out of the rule for all. For `Cache-Control` that is right on both, because
//! they answer everything else with `public, max-age=0, must-revalidate`, which asks for the same as `no-cache`.

use super::{Header, Rules};

/// The text of `_headers`.
pub fn headers_file(base: &str, rules: &Rules) -> String {
    let everywhere = rules.site.iter().filter(|header| !rules.differs(header.name));
    let mut text = block(&format!("{base}*"), everywhere);
    for (file, own) in &rules.files {
        text.push_str(&block(&format!("{base}{file}"), own));
    }
    text
}

fn block<'a>(path: &str, headers: impl IntoIterator<Item = &'a Header>) -> String {
    let lines = headers.into_iter().map(|header| format!("  {}: {}\n", header.name, header.value));
    format!("{path}\n{}", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{BASES, pairs, release};
    use super::*;
    use std::collections::BTreeMap;

    /// What both services send when nobody tells them otherwise.
    const THEIR_CACHE_CONTROL: &str = "public, max-age=0, must-revalidate";

    /// The file as the services read it: paths, each with its headers.
    fn read(text: &str) -> Vec<(&str, Vec<(String, String)>)> {
        let mut rules: Vec<(&str, Vec<_>)> = Vec::new();
        for line in text.lines() {
            match line.strip_prefix("  ").map(|header| header.split_once(": ").unwrap()) {
                Some((name, value)) => rules.last_mut().unwrap().1.push((name.into(), value.into())),
                None => rules.push((line, Vec::new())),
            }
        }
        rules
    }

    /// What Cloudflare sends for an address: every rule that fits, two values of one header joined.
    fn sent(text: &str, path: &str) -> BTreeMap<String, String> {
        let fits = |rule: &str| rule.strip_suffix('*').map_or(rule == path, |start| path.starts_with(start));
        let mut sent: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in read(text).into_iter().filter(|(rule, _)| fits(rule)).flat_map(|(_, headers)| headers) {
            sent.entry(name).and_modify(|before| *before = format!("{before}, {value}")).or_insert(value);
        }
        sent.entry("Cache-Control".into()).or_insert(THEIR_CACHE_CONTROL.into());
        sent
    }

    #[test]
    fn each_file_is_sent_with_the_headers_of_the_source() {
        for base in BASES {
            let rules = Rules::of(&release(base));
            let text = headers_file(base, &rules);
            for file in ["", "signs/", "porchlight-1f.js", "porchlight-2e.wasm", "content/en.json", "nowhere"] {
                let mut expected: BTreeMap<_, _> = pairs(&rules.headers_of(file)).into_iter().collect();
                if expected["Cache-Control"] == "no-cache" {
                    expected.insert("Cache-Control".into(), THEIR_CACHE_CONTROL.into());
                }
                assert_eq!(sent(&text, &format!("{base}{file}")), expected, "{base}{file}");
            }
        }
    }

    #[test]
    fn no_header_stands_in_two_rules_that_fit_one_address() {
        let text = headers_file("/", &Rules::of(&release("/")));
        let rules = read(&text);
        let everywhere = &rules.iter().find(|(path, _)| *path == "/*").unwrap().1;
        for (path, own) in rules.iter().filter(|(path, _)| *path != "/*") {
            assert!(own.iter().all(|(name, _)| everywhere.iter().all(|(other, _)| other != name)), "{path}");
        }
    }

    #[test]
    fn it_stays_within_what_cloudflare_reads() {
        let text = headers_file("/club/porch/", &Rules::of(&release("/club/porch/")));
        assert!(read(&text).len() <= 100);
        assert!(text.lines().all(|line| line.len() <= 2000));
    }

    #[test]
    fn without_immutable_files_every_header_is_for_all() {
        let mut release = release("/");
        release.immutable.clear();
        let rules = Rules::of(&release);
        assert_eq!(read(&headers_file("/", &rules)), [("/*", pairs(&rules.site))]);
    }
}
