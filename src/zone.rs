//! A time zone as a POSIX rule, such as `PST8PDT,M3.2.0,M11.1.0`: what the IANA database says of the years to come in
//! one line. The build writes the club's rule into each page, because asking the browser for the time in a zone costs a
//! slow phone 66 to 80 ms the first time.

use crate::content::Repeat;
use crate::date::{Date, Moment, Time};

/// The rule of a zone: its two offsets and when each begins, or one offset for the whole year.
pub struct ZoneRule {
    /// The usual time.
    pub standard: Period,
    /// Summer time, where there is one: what it is, when it begins, and when it ends.
    pub summer: Option<(Period, Change, Change)>,
}

/// A part of the year.
pub struct Period {
    /// Its short name: `PST`.
    pub name: String,
    /// Seconds east of UTC.
    pub offset: i32,
}

/// A moment of the year: month, week (5 is the last one), weekday (0 is Sunday), seconds since midnight.
pub struct Change {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 5; 5 is the last one of the month.
    pub week: u8,
    /// 0 is Sunday.
    pub weekday: u8,
    /// Since midnight, on the clock that is changed.
    pub seconds: i32,
}

const MINUTES_A_DAY: i32 = 24 * 60;

/// 1970-01-01, from which computers count.
const EPOCH: Date = Date { year: 1970, month: 1, day: 1 };

impl ZoneRule {
    /// Reads a rule of the form `std offset [dst [offset] , change , change]` (POSIX.1-2017, section 8.3, TZ). Rules by
    /// day of the year, and changes before or after the day they are counted from (a handful of zones), are not
    /// understood.
    pub fn parse(rule: &str) -> Option<Self> {
        let mut parts = rule.split(',');
        let names = parts.next()?;
        let (standard_name, rest) = name(names)?;
        let (standard_offset, rest) = offset_before(rest);
        let standard = Period { name: standard_name, offset: -clock(standard_offset)? };
        if rest.is_empty() {
            return parts.next().is_none().then_some(Self { standard, summer: None });
        }
        let (summer_name, rest) = name(rest)?;
        let offset = if rest.is_empty() { standard.offset + 3600 } else { -clock(rest)? };
        let summer = Period { name: summer_name, offset };
        let (begins, ends) = (Change::parse(parts.next()?)?, Change::parse(parts.next()?)?);
        parts.next().is_none().then_some(Self { standard, summer: Some((summer, begins, ends)) })
    }

    /// What a clock on the wall shows so many minutes after 1970-01-01T00:00Z. Nothing outside of the years 1 to 9999.
    pub fn moment(&self, minutes: i32) -> Option<Moment> {
        let standard = self.standard.offset / 60;
        let usual = moment(minutes.checked_add(standard)?)?;
        let Some((summer, begins, ends)) = &self.summer else { return Some(usual) };
        let offset = summer.offset / 60;
        let begins = begins.minutes_in(usual.date.year)? - standard;
        let ends = ends.minutes_in(usual.date.year)? - offset;
        // South of the equator, summer goes on over the turn of the year.
        let is_summer = if begins < ends { (begins..ends).contains(&minutes) } else { !(ends..begins).contains(&minutes) };
        if is_summer { moment(minutes.checked_add(offset)?) } else { Some(usual) }
    }
}

/// The day and the time of day, so many minutes after 1970-01-01T00:00.
fn moment(minutes: i32) -> Option<Moment> {
    let date = Date::from_day_number(EPOCH.day_number() + minutes.div_euclid(MINUTES_A_DAY))?;
    let minute = minutes.rem_euclid(MINUTES_A_DAY);
    Some(Moment { date, time: Time { hour: (minute / 60) as u8, minute: (minute % 60) as u8 } })
}

impl Change {
    fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.split_once('/').unwrap_or((text, "2"));
        let mut parts = day.strip_prefix('M')?.split('.').map(|part| part.parse::<u8>().ok());
        let (month, week, weekday) = (parts.next()??, parts.next()??, parts.next()??);
        let seconds = clock(time)?;
        let legal = (1..=12).contains(&month) && (1..=5).contains(&week) && weekday < 7;
        (legal && parts.next().is_none() && (0..86_400).contains(&seconds)).then_some(Self {
            month,
            week,
            weekday,
            seconds,
        })
    }

    /// The day of the change in that year.
    pub fn day_in(&self, year: i32) -> Option<Date> {
        let week = if self.week == 5 { -1 } else { self.week as i8 };
        Repeat { weekday: (self.weekday + 6) % 7, week }.in_month(year, self.month)
    }

    /// Minutes after 1970-01-01T00:00, on the clock that is changed.
    fn minutes_in(&self, year: i32) -> Option<i32> {
        let days = self.day_in(year)?.day_number() - EPOCH.day_number();
        days.checked_mul(MINUTES_A_DAY)?.checked_add(self.seconds / 60)
    }
}

/// A name of letters, or anything in angle brackets; and what follows.
fn name(text: &str) -> Option<(String, &str)> {
    if let Some(rest) = text.strip_prefix('<') {
        let (name, rest) = rest.split_once('>')?;
        return Some((name.into(), rest));
    }
    let end = text.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(text.len());
    (end >= 3).then(|| (text[..end].into(), &text[end..]))
}

/// An offset, and the name that follows it.
fn offset_before(text: &str) -> (&str, &str) {
    let end = text.find(|letter: char| letter.is_ascii_alphabetic() || letter == '<').unwrap_or(text.len());
    text.split_at(end)
}

/// Seconds of `[+-]h[h][:mm[:ss]]`.
fn clock(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut parts = digits.split(':').map(|part| part.parse::<u16>().ok());
    let hours = parts.next()??;
    let minutes = parts.next().unwrap_or(Some(0))?;
    let seconds = parts.next().unwrap_or(Some(0))?;
    let legal = hours < 168 && minutes < 60 && seconds < 60 && parts.next().is_none();
    legal.then(|| sign * (i32::from(hours) * 3600 + i32::from(minutes) * 60 + i32::from(seconds)))
}
