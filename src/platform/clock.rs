//! The clock.

use super::document;
use crate::date::{Date, Moment, Time};
use crate::zone::ZoneRule;
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

/// What a clock on the wall shows in that zone of the IANA database. The page knows the rule of the zone that it was
/// written for; for another one the browser is asked, which costs a slow phone more than 50 ms.
pub fn now_in(zone: &str) -> Moment {
    let rule = document::zone_rule(zone).as_deref().and_then(ZoneRule::read);
    // Whole minutes, of which 32 bits hold 4,000 years; what is beyond is told by the browser.
    let minutes = (js_sys::Date::now() / 60_000.0).floor() as i32;
    rule.and_then(|rule| rule.moment(minutes)).unwrap_or_else(|| asked(zone))
}

/// As the browser says it, or the time of the phone itself where the browser does not know the zone.
fn asked(zone: &str) -> Moment {
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
    let text = now.to_locale_string("en-US", &options).or_else(|_| {
        let _ = Reflect::delete_property(&options, &"timeZone".into());
        now.to_locale_string("en-US", &options)
    });
    text.ok().and_then(|text| read(&text)).unwrap_or(UNKNOWN)
}

/// For a browser that cannot write a date in English. None is known that runs WebAssembly.
const UNKNOWN: Moment = Moment { date: Date { year: 2026, month: 1, day: 1 }, time: Time { hour: 0, minute: 0 } };

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
