//! The clock.

use super::document;
use crate::date::{Date, Moment, Time};
use crate::zone;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Date)]
    type Now;
    #[wasm_bindgen(constructor, js_class = "Date")]
    fn new() -> Now;
    // js-sys binds this too, but there an unknown zone ends the program.
    #[wasm_bindgen(method, catch, js_class = "Date", js_name = toLocaleString)]
    fn to_locale_string(this: &Now, locale: &str, options: &JsValue) -> Result<String, JsValue>;
}

const MINUTE: f64 = 60_000.0;

/// What a clock on the wall shows in that zone of the IANA database. The page knows the zone that it was written for, for
/// some years; else the browser is asked, which costs a slow phone more than 50 ms. Nothing if that does not know either.
pub fn now_in(zone: &str) -> Option<Moment> {
    // Whole minutes, of which 32 bits hold 4,000 years; what is beyond is told by the browser.
    let minutes = (js_sys::Date::now() / MINUTE).floor() as i32;
    document::zone(zone).and_then(|line| zone::wall_clock(&line, minutes)).or_else(|| asked(zone))
}

/// Whether there is a zone of that name: the page's own, or one that the browser knows.
pub fn zone_exists(zone: &str) -> bool {
    document::zone(zone).is_some() || asked(zone).is_some()
}

/// How many milliseconds are left of this minute.
pub fn left_of_minute() -> f64 {
    let now = js_sys::Date::now();
    // The remainder of a division would bring 2 KB with it.
    ((now / MINUTE).floor() + 1.0) * MINUTE - now
}

/// As the browser says it, unless it does not know the zone or cannot write a date in English.
fn asked(zone: &str) -> Option<Moment> {
    let now = Now::new();
    let options = Object::new();
    for (key, value) in [
        ("calendar", "gregory"),
        ("numberingSystem", "latn"),
        ("hourCycle", "h23"),
        ("year", "numeric"),
        ("month", "numeric"),
        ("day", "numeric"),
        ("hour", "numeric"),
        ("minute", "numeric"),
        ("timeZone", zone),
    ] {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &key.into(), &value.into());
    }
    read(&now.to_locale_string("en-US", &options).ok()?)
}

/// Reads `11/23/2026, 19:58`: five numbers with anything between them.
fn read(text: &str) -> Option<Moment> {
    let mut numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse::<u16>().ok());
    let (month, day, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let (hour, minute) = (numbers.next()? % 24, numbers.next()?);
    Some(Moment {
        date: Date::new(year.into(), month as u8, day as u8)?,
        time: Time { hour: hour as u8, minute: minute as u8 },
    })
}
