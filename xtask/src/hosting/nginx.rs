//! A part of nginx's configuration, to be included in a server block. It runs on nginx 1.22, as Debian 12 has it.

use super::media_types::MEDIA_TYPES;
use super::{HIDDEN, Header, Rules, about, without_slash};
use std::fmt::Write;

/// How the file is taken into the server's own configuration.
const ABOUT: &str = "\
# Porchlight on nginx. Include this file in the server block that answers for the site:
#
#     server {
#         listen 443 ssl;
#         server_name example.org;
#         root /var/www/html;
#         brotli_static on;  # only where the brotli module is, on Debian libnginx-mod-http-brotli-static
#         include /var/www/html@BASE@_hosting/nginx.conf;
#     }
#
";

/// The text of the file.
pub fn configuration(base: &str, rules: &Rules) -> String {
    let mut text = about(ABOUT, "nginx", base);
    if let Some(folder) = without_slash(base) {
        let redirect = format!("    absolute_redirect off;\n    return 301 {base}$is_args$args;\n");
        let _ = write!(text, "\nlocation = {folder} {{\n{redirect}}}\n");
    }
    let _ = write!(
        text,
        "\nlocation ^~ {base} {{\n{}{}{}}}\n",
        answers(base),
        headers("    ", &rules.site),
        inner(base, rules)
    );
    text
}

/// What is answered, apart from the headers.
fn answers(base: &str) -> String {
    let types: String = MEDIA_TYPES.iter().map(|kind| format!("        {} {};\n", kind.name, kind.extension)).collect();
    // nginx adds text/html by itself, and complains about a type that stands twice.
    let text: Vec<&str> = MEDIA_TYPES.iter().filter(|kind| kind.text).map(|kind| kind.name).collect();
    let text = text.iter().filter(|name| **name != "text/html").copied().collect::<Vec<_>>().join(" ");
    format!(
        "    index index.html;
    # Ways to the slash name no host, so they are right behind another server too.
    absolute_redirect off;
    # A folder without a page is no address either.
    error_page 403 404 =404 {base}404.html;

    types {{
{types}    }}
    default_type application/octet-stream;
    charset utf-8;
    charset_types {text};

    # Everything is there compressed, but for the content, which is edited in place: that is compressed when asked for.
    gzip_static on;
    gzip_vary on;
    gzip on;
    gzip_types application/json;

"
    )
}

/// The files with headers of their own, and those that visitors do not see.
fn inner(base: &str, rules: &Rules) -> String {
    let mut text = String::new();
    for (file, _) in &rules.files {
        // All headers again: one `add_header` in a location drops those of the location around it.
        let own = headers("        ", &rules.headers_of(file));
        let _ = write!(text, "\n    location = {base}{file} {{\n{own}    }}\n");
    }
    for hidden in HIDDEN {
        let kind = if hidden.ends_with('/') { "^~" } else { "=" };
        let _ = write!(text, "\n    location {kind} {base}{hidden} {{\n        return 404;\n    }}\n");
    }
    text
}

/// `always` sends them with errors too.
fn headers(indent: &str, headers: &[Header]) -> String {
    let line = |header: &Header| format!("{indent}add_header {} \"{}\" always;\n", header.name, header.value);
    headers.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{BASES, pairs, release};
    use super::*;

    /// The headers that one location adds itself, in the order of the file.
    fn added(text: &str, location: &str) -> Vec<(String, String)> {
        let opens = format!("location {location} {{");
        let lines = text.lines().map(str::trim).skip_while(|line| *line != opens).skip(1);
        let own = lines.take_while(|line| !line.starts_with("location ")).map(str::to_string);
        own.filter_map(|line| {
            let (name, value) = line.strip_prefix("add_header ")?.strip_suffix("\" always;")?.split_once(" \"")?;
            Some((name.to_string(), value.to_string()))
        })
        .collect()
    }

    #[test]
    fn each_location_adds_the_headers_of_the_source() {
        for base in BASES {
            let rules = Rules::of(&release(base));
            let text = configuration(base, &rules);
            assert_eq!(added(&text, &format!("^~ {base}")), pairs(&rules.site));
            for file in ["porchlight-1f.js", "porchlight-2e.wasm"] {
                assert_eq!(added(&text, &format!("= {base}{file}")), pairs(&rules.headers_of(file)), "{file}");
            }
        }
    }

    #[test]
    fn hidden_files_are_not_found_and_take_the_headers_around_them() {
        let text = configuration("/club/porch/", &Rules::of(&release("/club/porch/")));
        for location in ["^~ /club/porch/_hosting/", "= /club/porch/_headers"] {
            assert!(text.contains(&format!("location {location} {{\n        return 404;\n    }}\n")), "{location}");
            assert_eq!(added(&text, location), []);
        }
    }

    #[test]
    fn a_sub_path_without_its_slash_leads_to_it_and_the_root_has_no_such_address() {
        let of = |base| configuration(base, &Rules::of(&release(base)));
        assert!(of("/club/porch/").contains("location = /club/porch {\n"));
        assert!(of("/club/porch/").contains("return 301 /club/porch/$is_args$args;"));
        assert!(!of("/").contains("return 301"));
    }
}
