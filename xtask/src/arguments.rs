//! The command line.

use clap::{Parser, Subcommand};
use std::num::NonZeroU16;

/// Porchlight's project tasks
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask")]
pub struct Arguments {
    /// The task to run; without one, the help is shown.
    #[command(subcommand)]
    pub task: Option<Task>,
}

/// What the user asks for. The comments are what `--help` prints.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Task {
    /// Set up what is missing, build, serve on 127.0.0.1, and build again at each change
    Serve {
        /// The port to listen on
        #[arg(long, default_value = "8080", value_parser = port)]
        port: NonZeroU16,
    },
    /// Set up what is missing, build a release into dist, show its sizes
    Build {
        /// The path under which the site will stand
        #[arg(long, value_name = "/PATH/", default_value = "/", value_parser = public_url)]
        public_url: String,
        /// The scheme and host where the site will stand, if they are known
        #[arg(long, value_name = "https://HOST", value_parser = site_url)]
        site_url: Option<String>,
    },
    /// Check format, lints, licenses and content
    Check,
    /// Set up everything, then run every check and test
    Test {
        /// Only the checks, the native tests, and of the browser tests those in Chromium as on a phone
        #[arg(long, conflicts_with = "names")]
        quick: bool,
        /// Only these browser tests, in every engine: `signs` is e2e/tests/signs.spec.mjs
        #[arg(value_name = "NAME")]
        names: Vec<String>,
    },
    /// Build a release and measure how fast it is
    Bench,
    /// Build a release and try it with random deploys, faults, tabs and reloads
    Soak {
        /// How many steps to take
        #[arg(long, default_value = "1000", value_parser = number)]
        steps: u32,
        /// The seed the steps are drawn from, to repeat a run; a new one if left out
        #[arg(long, value_parser = number)]
        seed: Option<u32>,
    },
    /// Trunk's hook of that name
    #[command(hide = true)]
    PostBuild,
    /// Write the offline copy's worker anew for a changed build; the browser tests make a second release that way
    #[command(hide = true)]
    Relist {
        /// The folder of the build
        folder: String,
        /// The path for which it was built
        #[arg(value_parser = public_url)]
        public_url: String,
    },
}

fn port(value: &str) -> Result<NonZeroU16, &'static str> {
    value.parse().map_err(|_| "expected a number from 1 to 65535")
}

fn number(value: &str) -> Result<u32, &'static str> {
    value.parse().map_err(|_| "expected a whole number")
}

/// An absolute path, because with a relative one the app's scripts are not found when a deep link is reloaded.
fn public_url(value: &str) -> Result<String, &'static str> {
    let harmless = |character: char| character.is_ascii_alphanumeric() || "/-._~".contains(character);
    if value.starts_with('/') && value.ends_with('/') && !value.contains("//") && value.chars().all(harmless) {
        return Ok(value.into());
    }
    Err("expected a path that starts and ends with \"/\", such as /club/porch/")
}

/// Scheme and host, without a slash at the end. What follows the host is the public URL's part.
fn site_url(value: &str) -> Result<String, &'static str> {
    let origin = value.strip_suffix('/').unwrap_or(value);
    let harmless = |character: char| character.is_ascii_alphanumeric() || "-.:".contains(character);
    match origin.strip_prefix("https://") {
        Some(host) if !host.is_empty() && host.chars().all(harmless) => Ok(origin.into()),
        _ => Err("expected a scheme and a host such as https://example.org (a folder goes into --public-url)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Option<Task>, String> {
        let arguments = [&["xtask"], arguments].concat();
        Arguments::try_parse_from(arguments).map(|arguments| arguments.task).map_err(|error| error.to_string())
    }

    #[test]
    fn no_command_asks_for_help() {
        assert_eq!(parsed(&[]), Ok(None));
    }

    #[test]
    fn the_hooks_are_not_for_people() {
        let help = parsed(&["--help"]).unwrap_err();
        assert!(help.contains("soak") && !help.contains("post-build") && !help.contains("relist"), "{help}");
    }

    #[test]
    fn serve_listens_on_8080_unless_told_otherwise() {
        let serve = |port| Ok(Some(Task::Serve { port: NonZeroU16::new(port).unwrap() }));
        assert_eq!(parsed(&["serve"]), serve(8080));
        assert_eq!(parsed(&["serve", "--port", "9000"]), serve(9000));
    }

    #[test]
    fn a_port_is_a_number_a_socket_can_have() {
        for value in ["0", "65536", "http"] {
            let error = parsed(&["serve", "--port", value]).unwrap_err();
            assert!(error.contains("expected a number from 1 to 65535"), "{error}");
        }
    }

    #[test]
    fn a_build_stands_at_the_root_unless_told_otherwise() {
        let build = |path: &str, site_url: Option<&str>| {
            Ok(Some(Task::Build { public_url: path.into(), site_url: site_url.map(String::from) }))
        };
        assert_eq!(parsed(&["build"]), build("/", None));
        assert_eq!(
            parsed(&["build", "--site-url=https://example.org/", "--public-url", "/porch/"]),
            build("/porch/", Some("https://example.org"))
        );
    }

    #[test]
    fn a_site_url_is_a_scheme_and_a_host() {
        for value in ["example.org", "http://example.org", "https://", "https://example.org/porch/", "https://a b"] {
            let error = parsed(&["build", "--site-url", value]).unwrap_err();
            assert!(error.contains("expected a scheme and a host"), "{value}: {error}");
        }
    }

    #[test]
    fn a_public_url_starts_and_ends_with_a_slash() {
        for value in ["club", "/club", "club/", "./", "//club/", "https://example.org/", "/a b/", "/a?b/"] {
            let error = parsed(&["build", "--public-url", value]).unwrap_err();
            assert!(error.contains("expected a path that starts and ends"), "{value}: {error}");
        }
    }

    #[test]
    fn a_soak_takes_a_thousand_steps_from_a_new_seed_unless_told_otherwise() {
        assert_eq!(parsed(&["soak"]), Ok(Some(Task::Soak { steps: 1000, seed: None })));
        assert_eq!(parsed(&["soak", "--steps=20", "--seed", "7"]), Ok(Some(Task::Soak { steps: 20, seed: Some(7) })));
        assert!(parsed(&["soak", "--seed", "seven"]).unwrap_err().contains("expected a whole number"));
    }

    #[test]
    fn a_quick_run_is_not_one_of_single_tests() {
        assert_eq!(parsed(&["test", "--quick"]), Ok(Some(Task::Test { quick: true, names: vec![] })));
        assert!(parsed(&["test", "--quick", "signs"]).is_err());
    }
}
