//! What a host must be told about a release: which headers to send with which file.
//!
//! There is one source, [`Rules`]; each kind of host has a writer that puts the same rules into the host's own words.
//! [`policy`] holds what the headers say, [`media_types`] what the kinds of files are called.

mod caddy;
pub mod media_types;
mod netlify;
mod nginx;
pub mod policy;

/// What the rules of a release depend on.
#[derive(Clone, Debug)]
pub struct Release {
    /// The path below which the site stands: `/`, or such as `/club/porch/`.
    pub base: String,
    /// The inline scripts of all pages, each once, as [`policy::sha256_source`] gives them.
    pub script_hashes: Vec<String>,
    /// The inline styles of all pages, in the same form.
    pub style_hashes: Vec<String>,
    /// Files whose bytes never change under their name, by their path below the base.
    pub immutable: Vec<String>,
}

/// Files of the build that are for the host. Where the host lets us, visitors are told that they do not exist. A name
/// that ends with `/` is a folder.
const HIDDEN: [&str; 2] = ["_headers", "_hosting/"];

/// What every file that can change says: keep it, but ask whether it is still the same before each use.
const REVALIDATE: &str = "no-cache";

/// What a file says whose name changes with its bytes: keep it for a year and never ask.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// One header of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Header {
    name: &'static str,
    value: String,
}

/// Which headers go with which file.
struct Rules {
    /// The headers of every answer below the base, also of one that says "not found".
    site: Vec<Header>,
    /// Single files, by their path below the base, and the headers that replace those of the site for them.
    files: Vec<(String, Vec<Header>)>,
}

impl Rules {
    /// The rules of a release.
    fn of(release: &Release) -> Self {
        let mut site = policy::headers(release);
        site.push(cache_control(REVALIDATE));
        let files = release.immutable.iter().map(|file| (file.clone(), vec![cache_control(IMMUTABLE)])).collect();
        Self { site, files }
    }

    /// All headers of one file, given by its path below the base.
    fn headers_of(&self, file: &str) -> Vec<Header> {
        let own: Vec<&Header> = self.files.iter().filter(|(name, _)| name == file).flat_map(|(_, own)| own).collect();
        let own_for = |header: &Header| own.iter().find(|own| own.name == header.name).copied();
        self.site.iter().map(|header| own_for(header).unwrap_or(header).clone()).collect()
    }

    /// Whether the header has another value for some file.
    fn differs(&self, name: &str) -> bool {
        self.files.iter().flat_map(|(_, own)| own).any(|header| header.name == name)
    }
}

fn cache_control(value: &str) -> Header {
    Header { name: "Cache-Control", value: value.into() }
}

/// What stands at the top of a configuration, for the person who takes it into the server's own: how that is done, then
/// what holds for every server. `@BASE@` in it is the path of the release.
fn about(how: &str, server: &str, base: &str) -> String {
    let common = format!(
        "\
# The build stands below the root in
#     @BASE@
# This file is written anew with each release, because it names the release's files and hashes: leave it as it is, and
# have {server} read it again after each release.
"
    );
    (how.to_string() + &common).replace("@BASE@", base)
}

/// The path of a release without its slash at the end; `None` at the root, where there is no such address.
fn without_slash(base: &str) -> Option<&str> {
    base.strip_suffix('/').filter(|folder| !folder.is_empty())
}

/// The files that carry the rules to hosts, each with its path inside the build.
pub fn files(release: &Release) -> [(&'static str, String); 3] {
    let rules = Rules::of(release);
    [
        ("_headers", netlify::headers_file(&release.base, &rules)),
        ("_hosting/nginx.conf", nginx::configuration(&release.base, &rules)),
        ("_hosting/Caddyfile", caddy::configuration(&release.base, &rules)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a site can stand.
    pub const BASES: [&str; 2] = ["/", "/club/porch/"];

    pub fn release(base: &str) -> Release {
        Release {
            base: base.into(),
            script_hashes: vec![policy::sha256_source("start()"), policy::sha256_source("exit()")],
            style_hashes: vec![policy::sha256_source("p { color: red }")],
            immutable: vec!["porchlight-1f.js".into(), "porchlight-2e.wasm".into()],
        }
    }

    /// The headers as pairs, to compare them with what was read back from a written file.
    pub fn pairs(headers: &[Header]) -> Vec<(String, String)> {
        headers.iter().map(|header| (header.name.into(), header.value.clone())).collect()
    }

    #[test]
    fn files_named_by_their_bytes_are_kept_and_all_others_asked_for_again() {
        let rules = Rules::of(&release("/"));
        let cache =
            |file| rules.headers_of(file).into_iter().find(|header| header.name == "Cache-Control").unwrap().value;
        assert_eq!(cache("porchlight-2e.wasm"), "public, max-age=31536000, immutable");
        for file in ["", "index.html", "404.html", "sw.js", "content/en.json", "elsewhere/porchlight-2e.wasm"] {
            assert_eq!(cache(file), "no-cache", "{file}");
        }
    }

    #[test]
    fn a_rule_for_a_file_takes_no_other_header_from_it() {
        let rules = Rules::of(&release("/"));
        let names = |file| rules.headers_of(file).into_iter().map(|header| header.name).collect::<Vec<_>>();
        assert_eq!(names("porchlight-1f.js"), names("index.html"));
    }

    #[test]
    fn no_header_stands_twice_and_none_needs_escaping_in_any_of_the_files() {
        let rules = Rules::of(&release("/"));
        for (index, header) in rules.site.iter().enumerate() {
            assert!(!rules.site[..index].iter().any(|other| other.name == header.name), "{}", header.name);
        }
        for header in rules.site.iter().chain(rules.files.iter().flat_map(|(_, own)| own)) {
            assert!(!header.value.contains(['"', '\\', '$', '{', '}', '\n', '`']), "{header:?}");
        }
    }

    #[test]
    fn every_file_for_a_host_is_hidden_from_visitors() {
        for (file, _) in files(&release("/")) {
            assert!(HIDDEN.iter().any(|hidden| file == *hidden || hidden.ends_with('/') && file.starts_with(hidden)));
        }
    }
}
