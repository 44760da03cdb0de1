//! A part of a Caddyfile, to be imported into a site block. It runs on Caddy 2.6, as Debian 12 has it.

use super::media_types::MEDIA_TYPES;
use super::{HIDDEN, Header, Rules, about, without_slash};
use std::fmt::Write;

/// How the file is taken into the server's own configuration.
const ABOUT: &str = "\
# Porchlight on Caddy. Import this file into the block of the site:
#
#     example.org {
#         root * /var/www/html
#         import /var/www/html@BASE@_hosting/Caddyfile
#     }
#
";

/// The text of the file.
pub fn configuration(base: &str, rules: &Rules) -> String {
    let mut text = about(ABOUT, "Caddy", base);
    if let Some(folder) = without_slash(base) {
        let _ = write!(text, "\nredir {folder} {base} 301\n");
    }
    // Inside a `route` Caddy keeps the order of the lines: the headers of single files replace those of the site.
    let _ = write!(text, "\nhandle {base}* {{\n    route {{\n");
    let _ = write!(text, "{}{}{}{}", site(rules), files(base, rules), types(), hidden(base));
    text.push_str(
        "
        # Everything is there compressed, but for the content, which is edited in place: that is compressed when asked
        # for.
        encode gzip
        file_server {
            precompressed br gzip
        }
    }
}
",
    );
    let _ = write!(
        text,
        "
handle_errors {{
    @missing {{
        path {base}*
        expression {{http.error.status_code}} == 404
    }}
    handle @missing {{
        rewrite * {base}404.html
        file_server {{
            precompressed br gzip
        }}
    }}
}}
"
    );
    text
}

fn site(rules: &Rules) -> String {
    let lines: String = rules.site.iter().map(|header| format!("            {}\n", field(header))).collect();
    format!("        header {{\n{lines}        }}\n")
}

fn files(base: &str, rules: &Rules) -> String {
    let own = rules.files.iter().flat_map(|(file, own)| own.iter().map(move |header| (file, header)));
    own.map(|(file, header)| format!("        header {base}{file} {}\n", field(header))).collect()
}

fn field(header: &Header) -> String {
    format!("{} \"{}\"", header.name, header.value)
}

/// The names of all types, because Caddy takes those that it does not know from the system. Only for files that are
/// there: the page that answers for a missing one is of another type.
fn types() -> String {
    let mut text = String::from("\n");
    for kind in &MEDIA_TYPES {
        let (extension, charset) = (kind.extension, if kind.text { "; charset=utf-8" } else { "" });
        let _ = write!(
            text,
            "        @{extension} {{\n            path *.{extension}\n            file\n        }}\n        header @{extension} Content-Type \"{}{charset}\"\n",
            kind.name
        );
    }
    text
}

fn hidden(base: &str) -> String {
    let paths: Vec<String> =
        HIDDEN.iter().map(|hidden| format!("{base}{hidden}{}", if hidden.ends_with('/') { "*" } else { "" })).collect();
    format!("\n        @hidden path {}\n        error @hidden 404\n", paths.join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{BASES, pairs, release};
    use super::*;

    /// The headers that the file sets for a path, as Caddy does in a `route`: line by line, the later one counts.
    fn set(text: &str, path: &str) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        let mut in_site = false;
        for line in text.lines().map(str::trim) {
            let words = match line.strip_prefix("header ") {
                Some("{") => {
                    in_site = true;
                    continue;
                }
                Some(line) if line.starts_with('/') => {
                    let (file, field) = line.split_once(' ').unwrap();
                    (file == path).then_some(field)
                }
                Some(_) => None,
                None => in_site.then_some(line),
            };
            in_site &= line != "}";
            let Some((name, value)) = words.filter(|_| line != "}").and_then(|field| field.split_once(' ')) else {
                continue;
            };
            found.retain(|(other, _)| other != name);
            found.push((name.into(), value.trim_matches('"').into()));
        }
        found
    }

    #[test]
    fn each_file_is_sent_with_the_headers_of_the_source() {
        for base in BASES {
            let rules = Rules::of(&release(base));
            let text = configuration(base, &rules);
            for file in ["", "signs/", "porchlight-1f.js", "porchlight-2e.wasm", "content/en.json", "nowhere"] {
                assert_eq!(set(&text, &format!("{base}{file}")), pairs(&rules.headers_of(file)), "{base}{file}");
            }
        }
    }

    #[test]
    fn hidden_files_are_not_found() {
        let text = configuration("/club/porch/", &Rules::of(&release("/club/porch/")));
        assert!(text.contains("@hidden path /club/porch/_headers /club/porch/_hosting/*\n        error @hidden 404\n"));
    }

    #[test]
    fn a_sub_path_without_its_slash_leads_to_it_and_the_root_has_no_such_address() {
        let of = |base| configuration(base, &Rules::of(&release(base)));
        assert!(of("/club/porch/").contains("\nredir /club/porch /club/porch/ 301\n"));
        assert!(!of("/").contains("\nredir "));
    }
}
