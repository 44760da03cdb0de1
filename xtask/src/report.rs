//! How a test run went: what passed, what failed, and how long each part took.

use crate::tally::Tally;
use std::fmt;
use std::time::{Duration, Instant};

/// A run of several parts.
#[derive(Default)]
pub struct Report {
    /// What passed and failed so far.
    pub tally: Tally,
    parts: Vec<(String, Duration)>,
}

impl Report {
    /// Runs a part below a heading, which counts into the tally, and notes how long it took.
    pub fn part<T>(&mut self, name: &str, run: impl FnOnce(&mut Tally) -> T) -> T {
        println!("\ntest: {name}");
        let start = Instant::now();
        let outcome = run(&mut self.tally);
        self.parts.push((name.into(), start.elapsed()));
        outcome
    }
}

impl fmt::Display for Report {
    /// One line for each part and their sum, then the line of counts.
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let all = ("all".to_string(), self.parts.iter().map(|(_, time)| time).sum());
        let lines = || self.parts.iter().chain([&all]);
        let width = lines().map(|(name, _)| name.len()).max().unwrap_or_default();
        for (name, time) in lines() {
            let seconds = time.as_secs();
            writeln!(formatter, "{name:width$}  {:>3} min {:>2} s", seconds / 60, seconds % 60)?;
        }
        write!(formatter, "{}", self.tally)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_each_part_and_of_all_stands_above_the_counts() {
        let report = Report {
            tally: Tally { passed: 14, failed: 2 },
            parts: vec![("checks".into(), Duration::from_secs(59)), ("tests".into(), Duration::from_millis(122_900))],
        };
        let expected = "\
            checks    0 min 59 s\n\
            tests     2 min  2 s\n\
            all       3 min  1 s\n\
            14 passed, 2 failed";
        assert_eq!(report.to_string(), expected);
    }

    #[test]
    fn a_part_counts_into_the_run() {
        let mut report = Report::default();
        report.part("one", |tally| tally.one(Ok(())));
        assert_eq!(report.part("another", |tally| tally.passed), 1);
    }
}
