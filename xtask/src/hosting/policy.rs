//! What the headers say: what a page may load, run and ask of the device.

use super::{Header, Release};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What the app asks of the device: to put a text into the clipboard, and to hand one to the phone's share sheet.
const GRANTED: [&str; 2] = ["clipboard-write", "web-share"];

/// Everything else that browsers let a page ask for. A feature that a browser does not know is only a line in its
/// console, so those stand here that today's browsers know.
const DENIED: [&str; 28] = [
    "accelerometer",
    "autoplay",
    "bluetooth",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
];

/// An inline script or style as the policy names it: `sha256-` and the hash of its text, in base64.
pub fn sha256_source(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// The policy for a page's own `<meta http-equiv="Content-Security-Policy">`, for hosts that send no headers of ours.
/// Browsers heed no `frame-ancestors` there, and say so in their console.
pub fn meta(release: &Release) -> String {
    joined(&directives(release))
}

/// Every header but the one that depends on the file.
pub(super) fn headers(release: &Release) -> Vec<Header> {
    let header = |name, value: &str| Header { name, value: value.into() };
    vec![
        header("Content-Security-Policy", &content_security_policy(release)),
        header("Cross-Origin-Opener-Policy", "same-origin"),
        header("Cross-Origin-Resource-Policy", "same-origin"),
        header("Permissions-Policy", &permissions_policy()),
        header("Referrer-Policy", "no-referrer"),
        // Without includeSubDomains: the club may have other names below this one that do not speak TLS.
        header("Strict-Transport-Security", "max-age=31536000"),
        header("X-Content-Type-Options", "nosniff"),
        // For browsers that do not know frame-ancestors.
        header("X-Frame-Options", "DENY"),
    ]
}

fn content_security_policy(release: &Release) -> String {
    let mut directives = directives(release);
    directives.push(("frame-ancestors", "'none'".into()));
    joined(&directives)
}

/// Nothing is allowed but what is named, and nothing is named that lies on another host.
fn directives(release: &Release) -> Vec<(&'static str, String)> {
    vec![
        ("default-src", "'none'".into()),
        // The only thing with "unsafe" in its name that a page with WebAssembly cannot do without. It lets a page
        // compile WebAssembly; `eval` stays forbidden.
        ("script-src", format!("'self' 'wasm-unsafe-eval'{}", sources(&release.script_hashes))),
        ("style-src", format!("'self'{}", sources(&release.style_hashes))),
        ("img-src", "'self'".into()),
        ("connect-src", "'self'".into()),
        ("manifest-src", "'self'".into()),
        ("worker-src", "'self'".into()),
        ("base-uri", "'none'".into()),
        ("form-action", "'none'".into()),
        // No text becomes markup or a script's address: the app builds its pages element by element. The one exception is
        // the address of the offline copy's worker, which the page's own script lets pass.
        ("require-trusted-types-for", "'script'".into()),
        ("trusted-types", "porchlight".into()),
    ]
}

fn sources(hashes: &[String]) -> String {
    hashes.iter().map(|hash| format!(" '{hash}'")).collect()
}

fn joined(directives: &[(&str, String)]) -> String {
    directives.iter().map(|(name, sources)| format!("{name} {sources}")).collect::<Vec<_>>().join("; ")
}

fn permissions_policy() -> String {
    let denied = DENIED.iter().map(|feature| format!("{feature}=()"));
    let granted = GRANTED.iter().map(|feature| format!("{feature}=(self)"));
    denied.chain(granted).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{BASES, release};
    use super::*;

    fn both(base: &str) -> [String; 2] {
        [content_security_policy(&release(base)), meta(&release(base))]
    }

    /// A policy taken apart: each directive with its sources.
    fn read(policy: &str) -> Vec<(&str, Vec<&str>)> {
        let directives = policy.split(';').map(str::split_whitespace);
        directives.map(|mut words| (words.next().unwrap(), words.collect())).collect()
    }

    #[test]
    fn a_hash_is_what_browsers_compute() {
        // The value is from RFC 6234 for the text "abc", in base64.
        assert_eq!(sha256_source("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    #[test]
    fn everything_is_forbidden_that_is_not_named() {
        for policy in both("/") {
            assert_eq!(read(&policy)[0], ("default-src", vec!["'none'"]));
        }
    }

    #[test]
    fn no_other_host_and_no_wildcard_is_named_anywhere() {
        for policy in BASES.iter().flat_map(|base| both(base)) {
            for (directive, sources) in read(&policy) {
                for source in sources {
                    if directive == "trusted-types" {
                        continue;
                    }
                    let keyword = source.starts_with('\'') && source.ends_with('\'');
                    assert!(keyword, "{directive} {source}");
                }
            }
        }
    }

    #[test]
    fn nothing_unsafe_is_allowed_but_to_compile_webassembly() {
        for policy in both("/") {
            let words = policy.split_whitespace().filter(|word| word.contains("unsafe"));
            assert_eq!(words.collect::<Vec<_>>(), ["'wasm-unsafe-eval'"]);
        }
    }

    #[test]
    fn every_inline_script_and_style_is_named_by_its_hash_where_it_belongs() {
        let release = release("/");
        for policy in both("/") {
            let read = read(&policy);
            let sources = |directive: &str| &read.iter().find(|(name, _)| *name == directive).unwrap().1;
            for hash in &release.script_hashes {
                assert!(sources("script-src").contains(&format!("'{hash}'").as_str()));
                assert!(!sources("style-src").contains(&format!("'{hash}'").as_str()));
            }
            for hash in &release.style_hashes {
                assert!(sources("style-src").contains(&format!("'{hash}'").as_str()));
                assert!(!sources("script-src").contains(&format!("'{hash}'").as_str()));
            }
        }
    }

    #[test]
    fn the_meta_policy_is_that_of_the_header_without_what_only_a_header_can_say() {
        let [header, meta] = both("/");
        assert_eq!(format!("{meta}; frame-ancestors 'none'"), header);
    }

    #[test]
    fn the_device_is_asked_for_the_clipboard_and_the_share_sheet_alone() {
        let policy = permissions_policy();
        let granted: Vec<&str> = policy.split(", ").filter(|feature| !feature.ends_with("=()")).collect();
        assert_eq!(granted, ["clipboard-write=(self)", "web-share=(self)"]);
        assert!(policy.contains("geolocation=()") && policy.contains("camera=()") && policy.contains("microphone=()"));
    }
}
