//! The command line.

/// What is printed when no command is given, or one that does not exist.
pub const USAGE: &str = "\
Porchlight's project tasks

  cargo xtask serve [--port N]            set up what is missing, build, serve on http://127.0.0.1:8080
  cargo xtask build [--public-url /path/] [--site-url https://host]
                                          set up what is missing, build a release into dist, show its sizes
  cargo xtask check                       format, clippy, content
  cargo xtask test                        set up everything, then check, unit tests, release builds, browser tests
  cargo xtask bench                       build a release and measure how fast it is
  cargo xtask soak [--steps N] [--seed N] build a release and try it with random deploys, faults and reloads";

/// The port that `serve` listens on when none is given.
const PORT: u16 = 8080;

/// How many steps `soak` takes when no number is given.
const STEPS: u32 = 1000;

/// What the user asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Show how to call this program.
    Help,
    /// Build for development, serve, and build again at each change.
    Serve {
        /// The port on 127.0.0.1.
        port: u16,
    },
    /// Build a release.
    Build {
        /// The path under which the site will stand; starts and ends with `/`.
        public_url: String,
        /// The scheme and host where it will stand, without a slash at the end, if they are known.
        site_url: Option<String>,
    },
    /// Everything that can be checked without running the app.
    Check,
    /// Everything that can be checked.
    Test,
    /// Measure how fast a release is.
    Bench,
    /// Try a release with random steps.
    Soak {
        /// How many.
        steps: u32,
        /// From which they are drawn; without one, from a new one.
        seed: Option<u32>,
    },
    /// Trunk's hook of that name; not for people, and so not in the usage text.
    PostBuild,
    /// Write the offline copy's worker anew for a changed build; for the tests, which make a second release of a first
    /// one, and so not in the usage text.
    Relist {
        /// The folder of the build.
        folder: String,
        /// The path for which it was built.
        public_url: String,
    },
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// One line that says what is wrong; below it the usage text if the command is unknown.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Task, String> {
    let mut arguments = arguments.into_iter();
    let Some(command) = arguments.next() else { return Ok(Task::Help) };
    let rest: Vec<String> = arguments.collect();
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Task::Help),
        "serve" => {
            let [given] = options(&command, &rest, ["--port"])?;
            Ok(Task::Serve { port: given.map_or(Ok(PORT), port)? })
        }
        "build" => {
            let [path, origin] = options(&command, &rest, ["--public-url", "--site-url"])?;
            let public_url = path.map_or(Ok("/".into()), public_url)?;
            Ok(Task::Build { public_url, site_url: origin.map(site_url).transpose()? })
        }
        "check" => nothing_more(&command, &rest, Task::Check),
        "test" => nothing_more(&command, &rest, Task::Test),
        "bench" => nothing_more(&command, &rest, Task::Bench),
        "soak" => {
            let [steps, seed] = options(&command, &rest, ["--steps", "--seed"])?;
            let steps = steps.map_or(Ok(STEPS), |value| number("--steps", value))?;
            Ok(Task::Soak { steps, seed: seed.map(|value| number("--seed", value)).transpose()? })
        }
        "relist" => match rest.as_slice() {
            [folder, path] => Ok(Task::Relist { folder: folder.clone(), public_url: public_url(path)? }),
            _ => Err("\"relist\" takes the folder of a build and its path".into()),
        },
        "post-build" => nothing_more(&command, &rest, Task::PostBuild),
        _ => Err(format!("there is no command \"{command}\"\n\n{USAGE}")),
    }
}

/// The values of the options that the command takes, written `--name value` or `--name=value`.
fn options<'a, const N: usize>(
    command: &str,
    rest: &'a [String],
    names: [&str; N],
) -> Result<[Option<&'a str>; N], String> {
    let mut values = [None; N];
    let mut rest_of = rest.iter();
    while let Some(word) = rest_of.next() {
        let (name, inline) = word.split_once('=').map_or((word.as_str(), None), |(name, value)| (name, Some(value)));
        let index = names.iter().position(|known| *known == name).filter(|index| values[*index].is_none());
        let Some(index) = index else {
            return Err(format!(
                "\"{command}\" takes {} and nothing else, found \"{}\"",
                names.join(" and "),
                rest.join(" ")
            ));
        };
        let value = inline.or_else(|| rest_of.next().map(String::as_str));
        values[index] = Some(value.ok_or_else(|| format!("{name}: a value is missing"))?);
    }
    Ok(values)
}

fn nothing_more(command: &str, rest: &[String], task: Task) -> Result<Task, String> {
    if rest.is_empty() {
        return Ok(task);
    }
    Err(format!("\"{command}\" takes no arguments, found \"{}\"", rest.join(" ")))
}

fn port(value: &str) -> Result<u16, String> {
    match value.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err(format!("--port: expected a number from 1 to 65535, found \"{value}\"")),
    }
}

fn number(option: &str, value: &str) -> Result<u32, String> {
    value.parse().map_err(|_| format!("{option}: expected a whole number, found \"{value}\""))
}

/// An absolute path, because with a relative one the app's scripts are not found when a deep link is reloaded.
fn public_url(value: &str) -> Result<String, String> {
    let harmless = |character: char| character.is_ascii_alphanumeric() || "/-._~".contains(character);
    if value.starts_with('/') && value.ends_with('/') && !value.contains("//") && value.chars().all(harmless) {
        return Ok(value.into());
    }
    Err(format!(
        "--public-url: expected a path that starts and ends with \"/\", such as /club/porch/, found \"{value}\""
    ))
}

/// Scheme and host. What follows the host is the public URL's part.
fn site_url(value: &str) -> Result<String, String> {
    let origin = value.strip_suffix('/').unwrap_or(value);
    let harmless = |character: char| character.is_ascii_alphanumeric() || "-.:".contains(character);
    match origin.strip_prefix("https://") {
        Some(host) if !host.is_empty() && host.chars().all(harmless) => Ok(origin.into()),
        _ => Err(format!(
            "--site-url: expected a scheme and a host such as https://example.org (a folder goes into --public-url), found \"{value}\""
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task, String> {
        parse(line.split_whitespace().map(String::from))
    }

    #[test]
    fn no_command_asks_for_help() {
        assert_eq!(parsed(""), Ok(Task::Help));
    }

    #[test]
    fn an_unknown_command_is_named_above_the_known_ones() {
        assert_eq!(parsed("sevre"), Err(format!("there is no command \"sevre\"\n\n{USAGE}")));
    }

    #[test]
    fn serve_listens_on_8080_unless_told_otherwise() {
        assert_eq!(parsed("serve"), Ok(Task::Serve { port: 8080 }));
        assert_eq!(parsed("serve --port 9000"), Ok(Task::Serve { port: 9000 }));
        assert_eq!(parsed("serve --port=9000"), Ok(Task::Serve { port: 9000 }));
    }

    #[test]
    fn a_port_is_a_number_a_socket_can_have() {
        for line in ["serve --port 0", "serve --port 65536", "serve --port http", "serve --port"] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }

    #[test]
    fn a_build_stands_at_the_root_unless_told_otherwise() {
        let build = |path: &str, site_url: Option<&str>| {
            Ok(Task::Build { public_url: path.into(), site_url: site_url.map(String::from) })
        };
        assert_eq!(parsed("build"), build("/", None));
        assert_eq!(parsed("build --public-url /club/porch/"), build("/club/porch/", None));
        assert_eq!(
            parsed("build --site-url=https://example.org/ --public-url /porch/"),
            build("/porch/", Some("https://example.org"))
        );
    }

    #[test]
    fn a_site_url_is_a_scheme_and_a_host() {
        for value in ["example.org", "http://example.org", "https://", "https://example.org/porch/", "https://a b"] {
            let error = parse(["build".into(), "--site-url".into(), value.into()]).unwrap_err();
            assert!(error.starts_with("--site-url: expected a scheme and a host"), "{value}: {error}");
        }
    }

    #[test]
    fn a_public_url_starts_and_ends_with_a_slash() {
        for value in ["club", "/club", "club/", "./", "//club/", "https://example.org/", "/a b/", "/a?b/"] {
            let error = parse(["build".into(), "--public-url".into(), value.into()]).unwrap_err();
            assert!(error.starts_with("--public-url: expected a path that starts and ends"), "{value}: {error}");
            assert_eq!(error.lines().count(), 1);
        }
    }

    #[test]
    fn the_commands_without_options_are_known() {
        assert_eq!(parsed("check"), Ok(Task::Check));
        assert_eq!(parsed("test"), Ok(Task::Test));
        assert_eq!(parsed("bench"), Ok(Task::Bench));
    }

    #[test]
    fn a_soak_takes_a_thousand_steps_from_a_new_seed_unless_told_otherwise() {
        assert_eq!(parsed("soak"), Ok(Task::Soak { steps: 1000, seed: None }));
        assert_eq!(parsed("soak --steps=20 --seed 7"), Ok(Task::Soak { steps: 20, seed: Some(7) }));
        assert!(parsed("soak --seed seven").is_err());
    }

    #[test]
    fn arguments_that_mean_nothing_are_refused() {
        for line in [
            "check --fix",
            "bench /signs/",
            "test one",
            "build --release",
            "serve --port 1 --open",
            "build --public-urls=/a/",
            "build --site-url",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
