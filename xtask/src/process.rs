//! Starting programs and telling how they ended.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// Runs a program; what it says goes straight to the terminal.
///
/// # Errors
/// When it cannot be started, and when it says that it failed.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("`{}` could not be started", line(command)))?;
    if status.success() {
        return Ok(());
    }
    bail!("`{}` failed ({status})", line(command));
}

/// Runs a program, shows each line of its standard output at once, and hands the line to `read` too.
///
/// # Errors
/// As [`run`].
pub fn run_and_read(command: &mut Command, mut read: impl FnMut(&str)) -> Result<()> {
    let spawned = command.stdout(Stdio::piped()).spawn();
    let mut child = spawned.with_context(|| format!("`{}` could not be started", line(command)))?;
    if let Some(output) = child.stdout.take() {
        for bytes in BufReader::new(output).split(b'\n') {
            let bytes = bytes.context("reading a program's output failed")?;
            let text = String::from_utf8_lossy(&bytes);
            println!("{text}");
            read(&text);
        }
    }
    let status = child.wait().context("waiting for a program failed")?;
    if status.success() {
        return Ok(());
    }
    bail!("`{}` failed ({status})", line(command));
}

/// What a program that ran well said on its standard output; `None` if it is not there or failed.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// Gives a program a text on its standard input and reads what it makes of it; its remarks go to the terminal.
///
/// # Errors
/// When it cannot be started, says that it failed, or answers with something that is no text.
pub fn transform(command: &mut Command, text: &str) -> Result<String> {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = piped.spawn().with_context(|| format!("`{}` could not be started", line(command)))?;
    let mut input = child.stdin.take().context("a program has no standard input")?;
    // It may answer before it has read everything: who only writes would wait for ever.
    let output = std::thread::scope(|scope| {
        scope.spawn(move || input.write_all(text.as_bytes()));
        child.wait_with_output()
    });
    let output = output.with_context(|| format!("`{}` broke off", line(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", line(command), output.status);
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` answered with something that is no text", line(command)))
}

/// The version that a program gives as the answer to `--version`.
pub fn version(command: &mut Command) -> Option<String> {
    first_number(&output(command.arg("--version"))?)
}

/// The first word that starts with a digit, with or without a `v` before it.
fn first_number(answer: &str) -> Option<String> {
    let words = answer.split_whitespace().map(|word| word.trim_start_matches('v'));
    words.filter(|word| word.starts_with(|first: char| first.is_ascii_digit())).map(String::from).next()
}

/// The command as someone would type it.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_found_in_every_tools_answer() {
        for (answer, version) in [
            ("trunk 0.21.14", "0.21.14"),
            ("wasm-bindgen 0.2.130 (a1b2c3d4e)", "0.2.130"),
            ("wasm-opt version 132 (version_132)", "132"),
            ("v20.20.2", "20.20.2"),
        ] {
            assert_eq!(first_number(answer).as_deref(), Some(version));
        }
        assert_eq!(first_number("no version here"), None);
    }

    #[test]
    fn a_long_text_goes_through_a_program_and_back() {
        let text = "words\n".repeat(100_000);
        assert_eq!(transform(&mut Command::new("cat"), &text).unwrap(), text);
        assert!(transform(&mut Command::new("false"), &text).is_err());
    }

    #[test]
    fn a_failed_program_is_named_as_it_was_called() {
        assert_eq!(line(Command::new("cargo").args(["fmt", "--check"])), "cargo fmt --check");
    }
}
