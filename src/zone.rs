//! A time zone as numbers: what the IANA database says of the years to come. The build writes those of the club's zone
//! into each page, because asking the browser for the time in a zone costs a slow phone 66 to 80 ms the first time.
//!
//! No rule is told, only when its clocks change and what they show from then on. That holds for every zone, also where
//! the changes follow no rule (Morocco's go by the moon), and takes no more than to count. It ends after some years; then
//! the browser is asked.

// Reading the database is for the build.
#[cfg(not(target_arch = "wasm32"))]
pub mod iana;

use crate::date::{Date, Moment, Time};

/// What the clocks of a zone show in a span of years. Minutes are counted from 1970-01-01T00:00Z.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Its name in the IANA database.
    pub name: String,
    /// The times that hold one after another; the first one begins with the span.
    pub periods: Vec<Period>,
    /// The minute in which the span ends.
    pub ends: i32,
}

/// A time that holds until the next one begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The minute in which it begins.
    pub begins: i32,
    /// Minutes east of UTC.
    pub offset: i32,
    /// Whether the database calls it daylight saving time.
    pub summer: bool,
    /// What the database calls it, such as `PST`.
    pub name: String,
}

const MINUTES_A_DAY: i32 = 24 * 60;

/// 1970-01-01, from which computers count.
const EPOCH: Date = Date { year: 1970, month: 1, day: 1 };

impl Zone {
    /// The span as a line of numbers: for each period when it begins and its offset, and last when the span ends. Only
    /// the first number counts from 1970, each other one from the one before of its kind: that compresses well.
    pub fn written(&self) -> String {
        let mut line = String::new();
        let mut before = 0;
        for Period { begins, offset, .. } in &self.periods {
            line.push_str(&format!("{} {offset} ", begins - before));
            before = *begins;
        }
        line + &(self.ends - before).to_string()
    }
}

/// What a clock on the wall shows so many minutes after 1970-01-01T00:00Z, by the line that [`Zone::written`] gives.
/// Nothing outside of its span, and nothing from what is no such line.
pub fn wall_clock(line: &str, minutes: i32) -> Option<Moment> {
    let mut numbers = line.split(' ').map(|number| number.parse::<i32>().ok());
    let (mut begins, mut offset) = (0_i32, None);
    loop {
        begins = begins.checked_add(numbers.next()??)?;
        if minutes < begins {
            return moment(minutes.checked_add(offset?)?);
        }
        offset = Some(numbers.next()??);
    }
}

/// The day and the time of day, so many minutes after 1970-01-01T00:00.
pub fn moment(minutes: i32) -> Option<Moment> {
    let date = Date::from_day_number(EPOCH.day_number() + minutes.div_euclid(MINUTES_A_DAY))?;
    let minute = minutes.rem_euclid(MINUTES_A_DAY);
    Some(Moment { date, time: Time { hour: (minute / 60) as u8, minute: (minute % 60) as u8 } })
}
