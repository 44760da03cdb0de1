//! Counting what passed and what failed.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::fmt;

/// How many passed and how many failed. What was skipped is neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Tally {
    /// How many passed.
    pub passed: u32,
    /// How many failed.
    pub failed: u32,
}

impl Tally {
    /// Counts the parts of something bigger.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Counts one thing, and shows why it failed.
    pub fn one(&mut self, outcome: Result<()>) {
        match outcome {
            Ok(()) => self.passed += 1,
            Err(error) => {
                self.failed += 1;
                eprintln!("error: {error:#}");
            }
        }
    }

    /// The tally of a test program that has ended with that outcome. A program that failed without naming a failed
    /// test (it did not compile, it crashed) counts as one failure.
    pub fn after(mut self, outcome: Result<()>) -> Self {
        if self.failed == 0 && outcome.is_err() {
            self.one(outcome);
        }
        self
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Reads the line with which each of Rust's test programs ends, such as
/// `test result: ok. 5 passed; 0 failed; 1 ignored; …`. `None` for every other line.
pub fn cargo_result(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |name: &str| {
        let mut parts = counts.split(';').map(str::trim);
        parts.find_map(|part| part.strip_suffix(name)?.trim_end().parse().ok())
    };
    Some(Tally { passed: count("passed")?, failed: count("failed")? })
}

/// Reads the counts that the browser tests leave behind: `{"passed": 1, "failed": 0, "skipped": 0}`.
///
/// # Errors
/// When they are not of that form.
pub fn browser_counts(json: &str) -> Result<Tally> {
    serde_json::from_str(json).context("expected {\"passed\": n, \"failed\": n, \"skipped\": n}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    const OK: &str = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
    const BAD: &str =
        "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.0s";

    #[test]
    fn the_last_line_is_of_the_form_that_readers_of_logs_count() {
        assert_eq!(Tally { passed: 14, failed: 2 }.to_string(), "14 passed, 2 failed");
    }

    #[test]
    fn each_test_programs_last_line_is_counted() {
        assert_eq!(cargo_result(OK), Some(Tally { passed: 12, failed: 0 }));
        assert_eq!(cargo_result(BAD), Some(Tally { passed: 3, failed: 2 }));
    }

    #[test]
    fn no_other_line_is_counted() {
        for line in ["running 12 tests", "test tally::the_result ... ok", "", "test result: ok", "5 passed; 1 failed"] {
            assert_eq!(cargo_result(line), None, "{line}");
        }
    }

    #[test]
    fn browser_tests_are_counted_without_the_skipped_ones() {
        let counts = browser_counts(r#"{"passed": 40, "failed": 1, "skipped": 3}"#).unwrap();
        assert_eq!(counts, Tally { passed: 40, failed: 1 });
        assert!(browser_counts("{}").is_err());
        assert!(browser_counts("").is_err());
    }

    #[test]
    fn a_program_that_fails_without_a_failed_test_counts_as_one_failure() {
        let failed = || bail!("did not compile");
        assert_eq!(Tally::default().after(failed()), Tally { passed: 0, failed: 1 });
        assert_eq!(Tally { passed: 5, failed: 0 }.after(failed()), Tally { passed: 5, failed: 1 });
        assert_eq!(Tally { passed: 5, failed: 2 }.after(failed()), Tally { passed: 5, failed: 2 });
        assert_eq!(Tally { passed: 5, failed: 0 }.after(Ok(())), Tally { passed: 5, failed: 0 });
    }
}
