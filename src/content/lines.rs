//! Help lines: who answers, for which need, and through which channels.

use super::hidden::quoted;
use super::node::Node;
use super::source::{Fact, State};
use crate::date::PartialDate;

/// A telephone number: E.164 (`+18883737888`), or a short number of 3 to 6 digits that exists in one country only
/// (`911`, `233733`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    digits: String,
    shown: Option<String>,
}

impl Phone {
    fn parse(text: &str) -> Option<Self> {
        let all_digits = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        let legal = match text.strip_prefix('+') {
            // ITU-T E.164: at most 15 digits, the country code first, which never begins with 0.
            Some(digits) => {
                // In the North American Numbering Plan there are always ten more.
                let length = if digits.starts_with('1') { 11..=11 } else { 8..=15 };
                length.contains(&digits.len()) && all_digits(digits) && !digits.starts_with('0')
            }
            None => (3..=6).contains(&text.len()) && all_digits(text),
        };
        legal.then(|| Self { digits: text.into(), shown: None })
    }

    /// The link that calls it (RFC 3966).
    pub fn tel(&self) -> String {
        format!("tel:{}", self.digits)
    }

    /// The link that texts it (RFC 5724), without a body: systems disagree on how to write one.
    pub fn sms(&self) -> String {
        format!("sms:{}", self.digits)
    }

    /// The number as people write it: North American ones as `503-235-5333`, toll-free ones as `1-888-373-7888`.
    pub fn shown(&self) -> String {
        if let Some(shown) = &self.shown {
            return shown.clone();
        }
        let digits = &self.digits;
        let national = digits.strip_prefix("+1").filter(|rest| rest.len() == 10);
        let parts = national.and_then(|all| Some((all.get(..3)?, all.get(3..6)?, all.get(6..)?)));
        let Some((area, exchange, number)) = parts else { return digits.clone() };
        let prefix = if TOLL_FREE.contains(&area) { "1-" } else { "" };
        format!("{prefix}{area}-{exchange}-{number}")
    }
}

/// The toll-free area codes of the North American Numbering Plan.
const TOLL_FREE: [&str; 7] = ["800", "833", "844", "855", "866", "877", "888"];

/// How a help line is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// A voice call.
    Call(Phone),
    /// A text message, with the word to send where one is asked for.
    Text(Phone, Option<String>),
    /// The telecommunications relay service for deaf people: dial it, then the line's number.
    Relay(Phone),
    /// A text telephone.
    Tty(Phone),
    /// A chat on the service's own site.
    Chat(String),
    /// A form on the service's own site.
    Form(String),
    /// The service's site.
    Site(String),
}

impl Contact {
    /// The number, where this is one.
    pub fn phone(&self) -> Option<&Phone> {
        match self {
            Self::Call(phone) | Self::Text(phone, _) | Self::Relay(phone) | Self::Tty(phone) => Some(phone),
            Self::Chat(_) | Self::Form(_) | Self::Site(_) => None,
        }
    }

    /// The link that opens it.
    pub fn href(&self) -> String {
        match self {
            Self::Call(phone) | Self::Relay(phone) | Self::Tty(phone) => phone.tel(),
            Self::Text(phone, _) => phone.sms(),
            Self::Chat(url) | Self::Form(url) | Self::Site(url) => url.clone(),
        }
    }
}

/// One way to reach a help line, and how sure that way is.
#[derive(Clone, Debug)]
pub struct Channel {
    /// The way.
    pub contact: Contact,
    /// How sure it is, and from where.
    pub fact: Fact,
    /// When it was last checked.
    pub checked: PartialDate,
}

impl Channel {
    /// Whether people may be sent there: a number that is not sure could lead a person in need to a stranger.
    pub fn usable(&self) -> bool {
        self.fact.state == State::Seen || self.contact.phone().is_none()
    }
}

/// Where a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// All of the United States.
    Us,
    /// Oregon.
    Oregon,
    /// Portland and its counties.
    Portland,
    /// Another country.
    Abroad,
}

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// A charity or another body that is no authority.
    Charity,
    /// An authority that is neither police nor immigration.
    Government,
    /// Police.
    Police,
    /// Immigration enforcement.
    Immigration,
}

/// A service that people can reach.
#[derive(Debug)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// Where it is for.
    pub area: Area,
    /// Who answers.
    pub operator: Operator,
    /// The ids of the needs it serves; it is listed under the first.
    pub needs: Vec<String>,
    /// The ways to it, best first.
    pub channels: Vec<Channel>,
    /// Its name.
    pub name: String,
    /// Who answers, and for whom.
    pub about: String,
    /// When it answers.
    pub hours: Option<String>,
    /// In which languages, where that is known.
    pub languages: Option<String>,
    /// What else one should know.
    pub note: Option<String>,
}

const AREA_WORDS: [&str; 4] = ["us", "oregon", "portland", "abroad"];
const OPERATOR_WORDS: [&str; 4] = ["charity", "government", "police", "immigration"];
const OPERATORS: [Operator; 4] = [Operator::Charity, Operator::Government, Operator::Police, Operator::Immigration];

impl Line {
    /// The channels that people may be sent to.
    pub fn usable(&self) -> impl Iterator<Item = &Channel> {
        self.channels.iter().filter(|channel| channel.usable())
    }

    /// Whether a number exists that must be checked before it can be shown.
    pub fn awaits_check(&self) -> bool {
        self.channels.iter().any(|channel| !channel.usable())
    }

    /// Whether this is a line of police or immigration enforcement: listed apart, named as such, never first.
    pub fn enforces(&self) -> bool {
        matches!(self.operator, Operator::Police | Operator::Immigration)
    }

    pub(super) fn read(node: &Node, words: &Node, needs: &[String], sources: &[String]) -> Self {
        node.object(&["id", "place", "needs", "who", "channels"]);
        let id = node.need_id("id");
        let own = words.need(&id);
        own.object(&["name", "about", "hours", "languages", "note"]);
        Self {
            area: node.need("place").one_of(&AREA_WORDS, &[Area::Us, Area::Oregon, Area::Portland, Area::Abroad]),
            operator: node.need("who").one_of(&OPERATOR_WORDS, &OPERATORS),
            needs: node.need("needs").some_references(needs, "needs"),
            channels: node.need("channels").list(|channel| read_channel(channel, sources)),
            name: own.need_text("name"),
            about: own.need_text("about"),
            hours: own.optional_text("hours"),
            languages: own.optional_text("languages"),
            note: own.optional_text("note"),
            id,
        }
    }
}

fn read_channel(node: &Node, sources: &[String]) -> Channel {
    node.object(&["kind", "value", "shown", "keyword", "state", "sources", "checked"]);
    const KINDS: [&str; 7] = ["site", "call", "text", "relay", "tty", "chat", "form"];
    let kind = node.need("kind").one_of(&KINDS, &KINDS);
    let value = node.need("value");
    let keyword = node.optional_text("keyword");
    let contact = match kind {
        "call" | "text" | "relay" | "tty" => {
            let phone = read_phone(node, &value);
            match kind {
                "call" => Contact::Call(phone),
                "text" => Contact::Text(phone, keyword),
                "relay" => Contact::Relay(phone),
                _ => Contact::Tty(phone),
            }
        }
        _ => {
            let url = value.https();
            match kind {
                "chat" => Contact::Chat(url),
                "form" => Contact::Form(url),
                _ => Contact::Site(url),
            }
        }
    };
    Channel { contact, fact: Fact::read(node, sources), checked: node.need("checked").partial_date() }
}

fn read_phone(node: &Node, value: &Node) -> Phone {
    let form = "a phone number in E.164 form such as \"+15032355333\", or a short one of 3 to 6 digits";
    let extended = |node: &Node| node.raw().is_some_and(has_extension);
    let expected = if extended(value) { format!("{form}, and an {EXTENSION}") } else { form.into() };
    let mut phone = value.parsed(&expected, Phone::parse).unwrap_or(Phone { digits: String::new(), shown: None });
    if let Some(shown) = node.get("shown") {
        let text = shown.text();
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        // Written for people at home it leaves out the country code, which has one to three digits. The number may then
        // begin with a 0 that the international form leaves out, or keeps.
        let fits = |national: &str| {
            let left_out = phone.digits.trim_start_matches('+').len().checked_sub(national.len());
            phone.digits.ends_with(national) && left_out.is_some_and(|count| count <= 3)
        };
        if !fits(&digits) && !fits(digits.trim_start_matches('0')) {
            let hint = if extended(&shown) { format!("; an {EXTENSION}") } else { String::new() };
            let found = quoted(&text);
            shown.report(format!("expected the same digits as in value {}, found {found}{hint}", phone.digits));
        }
        phone.shown = Some(text);
    }
    phone
}

/// Where an extension belongs: phones disagree on how to dial one.
const EXTENSION: &str = "extension in words, in the line's \"note\"";

/// Whether a number goes on with an extension or a pause, however it is written: `ext. 2`, `x2`, `,2`, `;ext=2`, `#2`.
fn has_extension(text: &str) -> bool {
    let rest = text.trim_start_matches(|letter: char| !matches!(letter, 'a'..='z' | 'A'..='Z' | ',' | ';' | '#' | '*'));
    rest.len() < text.len() && rest.bytes().any(|byte| byte.is_ascii_digit())
}
