//! When and where the club meets, as the content says it.

use super::node::Node;
use crate::date::{Date, PartialDate, Time, days_in_month};

/// A rule of the kind "the first Thursday of every month".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// 0 is Monday, 6 is Sunday (ISO 8601 order).
    pub weekday: u8,
    /// 1 to 5 counts from the month's start, -1 is the last one of the month.
    pub week: i8,
}

impl Repeat {
    /// The day of that month on which the rule falls, if there is one: not every month has a fifth Thursday.
    pub fn in_month(self, year: i32, month: u8) -> Option<Date> {
        let length = days_in_month(year, month);
        let first = Date::new(year, month, 1)?.weekday();
        let first_match = 1 + (self.weekday + 7 - first) % 7;
        let day = match self.week {
            -1 => first_match + (length - first_match) / 7 * 7,
            week => first_match + 7 * u8::try_from(week.checked_sub(1)?).ok()?,
        };
        Date::new(year, month, day)
    }
}

/// A place to meet.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Street and town.
    pub address: String,
}

/// What is different on one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The date that the rule gives.
    pub date: Date,
    /// What happens instead.
    pub change: Change,
}

/// What happens instead of the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// No meeting.
    Cancelled,
    /// A meeting, with another day, time or place.
    Moved {
        /// The day.
        to: Date,
        /// When it starts.
        start: Time,
        /// When it ends.
        end: Time,
        /// The id of the place.
        place: String,
    },
}

/// What the club has not confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unconfirmed {
    /// The weekday.
    Day,
    /// The place.
    Place,
    /// The time.
    Time,
}

/// The meeting rule.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// What calendars know it by, for ever: the UID of its entries (RFC 5545, section 3.8.4.7).
    pub id: String,
    /// Counts the states that calendars are told of. `cargo xtask check` sees to it that each has a larger one.
    pub revision: u32,
    /// A zone of the IANA time zone database; every date and time of the meeting is in it.
    pub zone: String,
    /// No meeting before this day.
    pub from: Date,
    /// The rule.
    pub repeat: Repeat,
    /// When a meeting starts.
    pub start: Time,
    /// When it ends, on the same day.
    pub end: Time,
    /// The id of the usual place.
    pub place: String,
    /// What is not confirmed.
    pub unconfirmed: Vec<Unconfirmed>,
    /// Where to confirm it.
    pub confirm: String,
    /// The ids of the sources.
    pub sources: Vec<String>,
    /// When it was last checked.
    pub checked: PartialDate,
    /// The exceptions, in any order. One that is over and no longer makes sense is not among them.
    pub exceptions: Vec<Exception>,
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Place {
    /// Name and address in one line.
    pub fn line(&self) -> String {
        format!("{}, {}", self.name, self.address)
    }

    pub(super) fn read(node: &Node) -> Self {
        node.object(&["id", "name", "address"]);
        Self { id: node.need_id("id"), name: node.need_text("name"), address: node.need_text("address") }
    }
}

/// What the meeting refers to.
pub(super) struct Known<'a> {
    pub places: &'a [String],
    pub sources: &'a [String],
    /// The day of the last change to the facts.
    pub updated: Date,
    /// Whether a time zone exists.
    pub zone: fn(&str) -> bool,
}

impl Meeting {
    pub(super) fn read(node: &Node, known: &Known) -> Self {
        node.object(&[
            "id",
            "revision",
            "digest",
            "zone",
            "from",
            "repeat",
            "start",
            "end",
            "place",
            "unconfirmed",
            "confirm",
            "sources",
            "checked",
            "exceptions",
        ]);
        // Looked at by `cargo xtask check` alone.
        node.need("digest").text();
        let repeat_node = node.need("repeat");
        let repeat = read_repeat(&repeat_node);
        let (start, end) = (node.need("start").time(), node.need("end").time());
        check_order(&node.need("end"), start, end);
        let place = node.need("place").reference(known.places, "places");
        let part = |part: &Node| {
            part.one_of(&["day", "place", "time"], &[Unconfirmed::Day, Unconfirmed::Place, Unconfirmed::Time])
        };
        let mut meeting = Self {
            id: read_uid(&node.need("id")),
            revision: read_revision(&node.need("revision")),
            zone: read_zone(&node.need("zone"), known.zone),
            from: node.need("from").date(),
            repeat,
            start,
            end,
            unconfirmed: node.need("unconfirmed").list(part),
            confirm: node.need("confirm").https(),
            sources: node.need("sources").some_references(known.sources, "sources"),
            checked: node.need("checked").partial_date(),
            exceptions: Vec::new(),
            place,
        };
        // Before the first meeting nothing can be different, and before the last change it was.
        let over = meeting.from.max(known.updated);
        let counts = |exception: &Exception| !exception.is_before(over);
        let read = |item: &Node| item.read_if(|item| meeting.read_exception(item, known.places), counts);
        let mut exceptions = Vec::new();
        node.need("exceptions").each(&mut |item| exceptions.extend(read(item)));
        let days = |date| exceptions.iter().filter(move |exception| exception.date == date);
        if let Some(twice) = exceptions.iter().find(|exception| days(exception.date).count() > 1) {
            node.need("exceptions").report(format!("the date {} stands twice", twice.date.iso()));
        }
        meeting.exceptions = exceptions;
        if let Some(day) = meeting.crowded_day(over) {
            node.need("exceptions").report(format!("two meetings would fall on {}", day.iso()));
        }
        meeting
    }

    /// A day that is not before the first one.
    fn date_from(&self, node: &Node) -> Date {
        let date = node.date();
        if date < self.from {
            node.report(format!("expected a day that is not before {}, found {}", self.from.iso(), date.iso()));
        }
        date
    }

    /// A day from `over` on to which a meeting is moved although another one is held on it.
    fn crowded_day(&self, over: Date) -> Option<Date> {
        let moved_to = |exception: &Exception| match exception.change {
            Change::Moved { to, .. } => Some(to),
            Change::Cancelled => None,
        };
        let excepted = |date| self.exceptions.iter().any(|exception| exception.date == date);
        self.exceptions.iter().filter_map(moved_to).filter(|to| *to >= over).find(|to| {
            let usual = self.repeat.in_month(to.year, to.month) == Some(*to) && !excepted(*to);
            usual || self.exceptions.iter().filter_map(moved_to).filter(|other| other == to).count() > 1
        })
    }

    fn read_exception(&self, node: &Node, places: &[String]) -> Exception {
        node.object(&["date", "cancelled", "to", "start", "end", "place"]);
        let date_node = node.need("date");
        let date = self.date_from(&date_node);
        if date.year > 1 && self.repeat.in_month(date.year, date.month) != Some(date) {
            date_node.report(format!("expected a day on which the rule gives a meeting, found {}", date.iso()));
        }
        let changes = ["to", "start", "end", "place"].iter().any(|key| node.get(key).is_some());
        let change = if node.get("cancelled").is_some_and(|flag| flag.flag()) {
            if changes {
                node.report("a cancelled meeting has no to, start, end or place".into());
            }
            Change::Cancelled
        } else {
            if !changes {
                node.report("expected \"cancelled\": true, or what is different: to, start, end or place".into());
            }
            let time = |key: &str, usual| node.get(key).map_or(usual, |time| time.time());
            let (start, end) = (time("start", self.start), time("end", self.end));
            check_order(node, start, end);
            Change::Moved {
                to: node.get("to").map_or(date, |to| self.date_from(&to)),
                start,
                end,
                place: node.get("place").map_or(self.place.clone(), |place| place.reference(places, "places")),
            }
        };
        Exception { date, change }
    }
}

impl Exception {
    /// Whether it says nothing of that day or of one that follows. What cannot be read might.
    fn is_before(&self, day: Date) -> bool {
        let to = match self.change {
            Change::Moved { to, .. } => to,
            Change::Cancelled => self.date,
        };
        [self.date, to].iter().all(|own| own.year > 1 && *own < day)
    }
}

/// A UID without a character that a calendar file would have to escape.
fn read_uid(node: &Node) -> String {
    let legal = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'@');
    node.formed("an id such as \"meetings-2026@example.org\"", |text| !text.is_empty() && text.bytes().all(legal))
}

fn read_revision(node: &Node) -> u32 {
    let revision = node.integer();
    if !(1..=999_999).contains(&revision) {
        node.expected("a whole number from 1 to 999999");
    }
    revision.clamp(1, 999_999) as u32
}

fn read_zone(node: &Node, exists: fn(&str) -> bool) -> String {
    node.formed("a zone of the IANA time zone database such as \"America/Los_Angeles\"", |text| {
        // A browser may also know offsets such as "+08:00", which have no summer time.
        text.starts_with(|letter: char| letter.is_ascii_alphabetic()) && exists(text)
    })
}

fn read_repeat(node: &Node) -> Repeat {
    node.object(&["weekday", "week"]);
    let week_node = node.need("week");
    let week = week_node.integer();
    if !matches!(week, 1..=5 | -1) {
        week_node.expected("1 to 5, or -1 for the last one of the month");
    }
    Repeat { weekday: node.need("weekday").one_of(&WEEKDAYS, &[0, 1, 2, 3, 4, 5, 6]), week: week.clamp(-1, 5) as i8 }
}

fn check_order(node: &Node, start: Time, end: Time) {
    if end <= start {
        node.report("expected an end that is later than the start, on the same day".into());
    }
}
