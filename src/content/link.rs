//! Links to other sites.

use super::hidden::{outside_links, quoted};

/// How every link begins.
pub(super) const HTTPS: &str = "https://";

/// What is wrong with a link. It is an https address with a host, and nothing in it hides where it leads. Letters beyond
/// ASCII are let be, as browsers do.
pub(super) fn mistake_in(text: &str) -> Option<String> {
    let mistake =
        |more: &str, found: &str| Some(format!("expected a link that starts with https://{more}, found {found}"));
    let Some(rest) = text.strip_prefix(HTTPS) else { return mistake("", &quoted(text)) };
    if let Some(found) = outside_links(text) {
        return mistake(r#" and has no spaces, ", \, < and > in it"#, &found);
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return mistake(" and the host, without a name or a password", &format!("\"@\" in \"{authority}\""));
    }
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    if let Some(letter) = host.chars().find(|letter| !is_of_host(*letter)) {
        return mistake(
            " and a host of letters, digits, dots and hyphens",
            &format!("\"{letter}\" in \"{authority}\""),
        );
    }
    let is_port =
        |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse().is_ok_and(|port: u16| port > 0);
    if !port.is_none_or(is_port) {
        return mistake(" and a host, with a port from 1 to 65535 if any", &quoted(authority));
    }
    let whole = |label: &str| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
    let labels = host.contains('.') && host.split('.').all(whole);
    if labels { None } else { mistake(" and a host such as example.org", &quoted(text)) }
}

/// Whether a character can be part of a host's name. Browsers take some others for dots, slashes and letters.
fn is_of_host(letter: char) -> bool {
    match letter {
        '.' | '-' => true,
        '\0'..='\u{b6}' => letter.is_ascii_alphanumeric(),
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3003}' | '\u{ff00}'..='\u{ffef}' => false,
        _ => true,
    }
}
