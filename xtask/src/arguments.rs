//! The command line.

/// What is printed when no command is given, or one that does not exist.
pub const USAGE: &str = "\
Porchlight's project tasks

  cargo xtask serve [--port N]            set up what is missing, build, serve on http://127.0.0.1:8080
  cargo xtask build [--public-url /path/] set up what is missing, build a release into dist, show its sizes
  cargo xtask check                       format, clippy, content, index.html
  cargo xtask test                        set up everything, then check, unit tests, release builds, browser tests
  cargo xtask bench                       build a release and measure how fast it is";

/// The port that `serve` listens on when none is given.
const PORT: u16 = 8080;

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
    },
    /// Everything that can be checked without running the app.
    Check,
    /// Everything that can be checked.
    Test,
    /// Measure how fast a release is.
    Bench,
    /// Trunk's hook of that name; not for people, and so not in the usage text.
    PostBuild,
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
        "serve" => Ok(Task::Serve { port: option(&command, &rest, "--port")?.map_or(Ok(PORT), port)? }),
        "build" => {
            Ok(Task::Build { public_url: option(&command, &rest, "--public-url")?.map_or(Ok("/".into()), public_url)? })
        }
        "check" => nothing_more(&command, &rest, Task::Check),
        "test" => nothing_more(&command, &rest, Task::Test),
        "bench" => nothing_more(&command, &rest, Task::Bench),
        "post-build" => nothing_more(&command, &rest, Task::PostBuild),
        _ => Err(format!("there is no command \"{command}\"\n\n{USAGE}")),
    }
}

/// The value of the only option that the command takes, written `--name value` or `--name=value`.
fn option<'a>(command: &str, rest: &'a [String], name: &str) -> Result<Option<&'a str>, String> {
    match rest {
        [] => Ok(None),
        [flag, value] if flag == name => Ok(Some(value)),
        [flag] if flag == name => Err(format!("{name}: a value is missing")),
        [only] if only.starts_with(name) && only[name.len()..].starts_with('=') => Ok(Some(&only[name.len() + 1..])),
        _ => Err(format!("\"{command}\" takes {name} and nothing else, found \"{}\"", rest.join(" "))),
    }
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
        assert_eq!(parsed("build"), Ok(Task::Build { public_url: "/".into() }));
        assert_eq!(parsed("build --public-url /club/porch/"), Ok(Task::Build { public_url: "/club/porch/".into() }));
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
    fn arguments_that_mean_nothing_are_refused() {
        for line in [
            "check --fix",
            "bench /signs/",
            "test one",
            "build --release",
            "serve --port 1 --open",
            "build --public-urls=/a/",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
