//! A time zone as numbers: what the IANA database says of the years to come. The build writes those of the club's zone
//! into each page, because asking the browser for the time in a zone costs a slow phone 66 to 80 ms the first time.

use crate::content::Repeat;
use crate::date::{Date, Moment, Time};

/// The rule of a zone: its two offsets and when each begins, or one offset for the whole year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneRule {
    /// Minutes east of UTC.
    pub standard: i32,
    /// Minutes east of UTC in summer time, when it begins and when it ends, where there is one.
    pub summer: Option<(i32, Change, Change)>,
}

/// A moment of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 5 counts from the month's start, -1 is the last one of the month.
    pub week: i8,
    /// 0 is Monday, 6 is Sunday (ISO 8601 order).
    pub weekday: u8,
    /// Minutes since midnight, on the clock that is changed.
    pub minutes: i32,
}

const MINUTES_A_DAY: i32 = 24 * 60;

/// 1970-01-01, from which computers count.
const EPOCH: Date = Date { year: 1970, month: 1, day: 1 };

impl ZoneRule {
    /// The rule as a line of numbers: one, or two and the four of each change.
    pub fn written(&self) -> String {
        let change = |Change { month, week, weekday, minutes }| format!(" {month} {week} {weekday} {minutes}");
        match self.summer {
            None => self.standard.to_string(),
            Some((summer, begins, ends)) => format!("{} {summer}{}{}", self.standard, change(begins), change(ends)),
        }
    }

    /// Reads the line.
    pub fn read(line: &str) -> Option<Self> {
        let mut numbers = line.split(' ').map(|number| number.parse::<i32>().ok());
        let standard = numbers.next()??;
        let Some(summer) = numbers.next() else { return Some(Self { standard, summer: None }) };
        let mut change = || {
            Some(Change {
                month: u8::try_from(numbers.next()??).ok()?,
                week: i8::try_from(numbers.next()??).ok()?,
                weekday: u8::try_from(numbers.next()??).ok()?,
                minutes: numbers.next()??,
            })
        };
        Some(Self { standard, summer: Some((summer?, change()?, change()?)) })
    }

    /// What a clock on the wall shows so many minutes after 1970-01-01T00:00Z. Nothing outside of the years 1 to 9999.
    pub fn moment(&self, minutes: i32) -> Option<Moment> {
        let usual = moment(minutes.checked_add(self.standard)?)?;
        let Some((offset, begins, ends)) = &self.summer else { return Some(usual) };
        let begins = begins.minutes_in(usual.date.year)?.checked_sub(self.standard)?;
        let ends = ends.minutes_in(usual.date.year)?.checked_sub(*offset)?;
        // South of the equator, summer goes on over the turn of the year.
        let is_summer =
            if begins < ends { begins <= minutes && minutes < ends } else { minutes < ends || begins <= minutes };
        if is_summer { moment(minutes.checked_add(*offset)?) } else { Some(usual) }
    }
}

/// The day and the time of day, so many minutes after 1970-01-01T00:00.
fn moment(minutes: i32) -> Option<Moment> {
    let date = Date::from_day_number(EPOCH.day_number() + minutes.div_euclid(MINUTES_A_DAY))?;
    let minute = minutes.rem_euclid(MINUTES_A_DAY);
    Some(Moment { date, time: Time { hour: (minute / 60) as u8, minute: (minute % 60) as u8 } })
}

impl Change {
    /// The day of the change in that year.
    pub fn day_in(&self, year: i32) -> Option<Date> {
        Repeat { weekday: self.weekday, week: self.week }.in_month(year, self.month)
    }

    /// Minutes after 1970-01-01T00:00, on the clock that is changed.
    fn minutes_in(&self, year: i32) -> Option<i32> {
        let days = self.day_in(year)?.day_number() - EPOCH.day_number();
        days.checked_mul(MINUTES_A_DAY)?.checked_add(self.minutes)
    }
}
