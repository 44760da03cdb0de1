//! The content: two JSON files become one checked value.
//!
//! `site.json` holds what is the same in every language, the other file every word of one language.
//! [`load`] reads both, checks everything that can be checked without a clock or a network, and either gives the
//! whole content or every mistake in it.

mod flow;
mod hidden;
mod json;
mod lines;
mod link;
mod meeting;
mod node;
mod sign;
mod source;
mod text;
mod ui;

pub use flow::{Choice, Flow, Flows, Part, Question, Step, Topic};
pub use lines::{Area, Channel, Contact, Line, Operator, Phone};
pub use meeting::{Change, Exception, Meeting, Place, Repeat, Unconfirmed};
pub use node::Problem;
pub use sign::{Holds, Sign, Type, Weigher, Weight};
pub use source::{Fact, Source, State};
pub use text::{Article, Block, Body, Figure, Standing, Target};
pub use ui::{Ui, W};

use crate::date::Date;
use crate::route::Route;
use json::Json;
use node::{Document, Node};

/// The name of the file that is the same in every language.
pub const SITE_FILE: &str = "site.json";

/// The form of the content files that this code reads.
const SCHEMA: i64 = 2;

/// An id and its words.
#[derive(Debug)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A kind of signs.
#[derive(Debug)]
pub struct Kind {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What else signs of this kind can mean.
    pub also: String,
}

/// A place or trade in which signs are seen.
#[derive(Debug)]
pub struct Setting {
    /// Its id, which is its address too.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The heading of its page.
    pub title: String,
}

/// The words for dates.
#[derive(Debug, Default)]
pub struct CalendarWords {
    /// January to December.
    pub months: Vec<String>,
    /// Jan to Dec.
    pub months_short: Vec<String>,
    /// Monday to Sunday.
    pub weekdays: Vec<String>,
    /// Mon to Sun.
    pub weekdays_short: Vec<String>,
    /// First to fifth, and last.
    pub ordinals: Vec<String>,
    /// 1st to 5th, and last.
    pub ordinals_short: Vec<String>,
}

/// Running texts of the fixed pages, by name.
#[derive(Debug)]
pub struct Pages(Vec<Vec<Block>>);

/// Names one running text of a fixed page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageText {
    /// What happens on a call.
    HelpCall,
    /// The limits of confidentiality.
    HelpLimits,
    /// What a call leaves behind.
    HelpTrace,
    /// What the web form is not for, and which languages work where.
    HelpForm,
    /// Before the lines of police and immigration enforcement.
    HelpPolice,
    /// What must be read before any list of signs.
    SignsRules,
    /// How signs are weighed.
    SignsWeights,
    /// What to note, and what happens then.
    SignsNext,
    /// What the hotline can do, and what it cannot.
    ReadyLine,
    /// Guests at a meeting.
    MeetingsGuests,
    /// Who runs the app.
    AboutWho,
    /// What it does not collect, what stays on a phone, and what Exit does.
    AboutPrivacy,
    /// Who may look at a phone, and what they would see.
    AboutPhone,
    /// What has been reviewed, and what has not.
    AboutReview,
    /// The page for unknown addresses.
    NotFound,
}

const PAGES: [&str; 15] = [
    "help-call",
    "help-limits",
    "help-trace",
    "help-form",
    "help-police",
    "signs-rules",
    "signs-weights",
    "signs-next",
    "ready-line",
    "meetings-guests",
    "about-who",
    "about-privacy",
    "about-phone",
    "about-review",
    "not-found",
];

/// Everything the app shows, in one language.
#[derive(Debug)]
pub struct Content {
    /// Tells this content from any other: a page that was written from the same one says the same.
    pub digest: u64,
    /// The language's code (BCP 47), such as `en`.
    pub language: String,
    /// Every language that the site is written in, the one of its first address first.
    pub languages: Vec<Named>,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    /// The day of the last change to the facts.
    pub updated: Date,
    /// The day of the last change to the words.
    pub words_updated: Date,
    /// Where Exit leads.
    pub exit: String,
    /// The interface's words.
    pub ui: Ui,
    /// The words for dates.
    pub calendar: CalendarWords,
    /// Every source.
    pub sources: Vec<Source>,
    /// Every help line.
    pub lines: Vec<Line>,
    hotline: usize,
    emergency: usize,
    /// What people need help with, in the order of the list.
    pub needs: Vec<Named>,
    /// The meeting rule.
    pub meeting: Meeting,
    /// Where meetings are held.
    pub places: Vec<Place>,
    /// The kinds of signs.
    pub kinds: Vec<Kind>,
    /// Where signs are seen.
    pub settings: Vec<Setting>,
    /// Who notices signs.
    pub observers: Vec<Named>,
    /// Every sign.
    pub signs: Vec<Sign>,
    /// Words that stand in signs, each with others that people look for instead.
    pub search: Vec<(String, String)>,
    /// Words that say nothing in a search.
    pub search_skip: String,
    /// The numbers from 1 to 17 in letters.
    pub search_numbers: String,
    /// What stands round the number where it is someone's age: `is {number}`, `{number} year old`.
    pub search_ages: Vec<String>,
    /// What stands round a number of something else: `{number} hours`.
    pub search_counts: Vec<String>,
    /// Every figure.
    pub figures: Vec<Figure>,
    /// Every article, in the order of the list.
    pub articles: Vec<Article>,
    /// The guided flows.
    pub flows: Flows,
    pages: Pages,
}

impl Content {
    /// The folder of this language's pages below the public URL: empty for the first language, `es/` for another.
    pub fn folder(&self) -> String {
        self.folder_of(&self.language)
    }

    /// The folder of the pages of a language.
    pub fn folder_of(&self, language: &str) -> String {
        match self.languages.first() {
            Some(first) if first.id != language => format!("{language}/"),
            _ => String::new(),
        }
    }

    /// The hotline that the bar calls.
    pub fn hotline(&self) -> &Line {
        &self.lines[self.hotline]
    }

    /// The line for danger now.
    pub fn emergency(&self) -> &Line {
        &self.lines[self.emergency]
    }

    /// The number that the line is called at, as people write it.
    pub fn number(line: &Line) -> Option<&Phone> {
        line.usable().find_map(|channel| match &channel.contact {
            Contact::Call(phone) => Some(phone),
            _ => None,
        })
    }

    /// The running text of a fixed page.
    pub fn page(&self, text: PageText) -> &[Block] {
        self.pages.0.get(text as usize).map_or(&[], Vec::as_slice)
    }

    /// The running text that belongs to a topic, its own and that of a fixed page.
    pub fn topic<'a>(&'a self, topic: &'a Topic) -> [&'a [Block]; 2] {
        let page = topic.page.and_then(|page| self.pages.0.get(page));
        [&topic.blocks, page.map_or(&[], Vec::as_slice)]
    }

    /// The source with that id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The figure with that id.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }

    /// The article with that id.
    pub fn article(&self, id: &str) -> Option<&Article> {
        self.articles.iter().find(|article| article.id == id)
    }

    /// The setting with that id.
    pub fn setting(&self, id: &str) -> Option<&Setting> {
        self.settings.iter().find(|setting| setting.id == id)
    }

    /// The place with that id.
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id == id)
    }
}

/// The text of a file as it was read from a disk or a network.
///
/// # Errors
/// Where it is not UTF-8: other bytes would come to phones as replacement characters.
pub fn text_of(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let byte = error.as_bytes().get(before.len()).copied().unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        format!("expected UTF-8, found the byte {byte:02X} in line {line}: save the file as UTF-8 in your editor")
    })
}

/// Reads and checks the content.
///
/// `site` and `words` are the texts of the two files; `words_file` is the second one's name, such as `en.json`.
///
/// # Errors
/// Every mistake found, in the order of the files.
pub fn load(site: &str, words: &str, words_file: &str) -> Result<Content, Vec<Problem>> {
    join(File::parse(SITE_FILE, site), File::parse(words_file, words), |_| true)
}

/// A content file whose form is known, but not yet whether it makes sense. Loading falls into three parts of about the
/// same length, so that a phone can do something else in between.
pub struct File {
    document: Document,
    json: Option<Json>,
    digest: u64,
}

impl File {
    /// Reads the text of a file; messages call it `name`.
    pub fn parse(name: &str, text: &str) -> Self {
        // Some editors write a byte order mark. Browsers leave it out of the text, `fs` does not.
        let text = text.trim_start_matches('\u{feff}');
        let document = Document::new(name);
        let report = |error| document.report(String::new(), format!("not valid JSON: {error}"));
        let json = Json::parse(text).map_err(report).ok();
        if let Some(json) = &json {
            Node::root(&document, json).check_keys();
        }
        Self { document, json, digest: digest(text) }
    }
}

/// The second half of [`load`]. Here it does matter whether there is a time zone of the name that the meeting gives.
///
/// # Errors
/// As there.
pub fn join(site: File, words: File, zone_exists: fn(&str) -> bool) -> Result<Content, Vec<Problem>> {
    let content = if let (Some(site_json), Some(words_json)) = (&site.json, &words.json) {
        let digest = site.digest.rotate_left(1) ^ words.digest;
        let (site, words) = (Node::root(&site.document, site_json), Node::root(&words.document, words_json));
        read(&site, &words, digest, zone_exists)
    } else {
        None
    };
    let mut problems = site.document.into_problems();
    problems.extend(words.document.into_problems());
    match content {
        Some(content) if problems.is_empty() => Ok(content),
        rejected => {
            // Dropping needs code for every type of the content: 3 KB for a page that will be loaded anew anyway.
            if cfg!(target_arch = "wasm32") {
                std::mem::forget(rejected);
            }
            Err(problems)
        }
    }
}

/// A number that tells texts apart (FNV-1a, 64 bits). It need not withstand anyone: both texts are ours.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

const SITE_KEYS: [&str; 20] = [
    "schema",
    "updated",
    "languages",
    "exit",
    "hotline",
    "emergency",
    "sources",
    "places",
    "meeting",
    "lines",
    "needs",
    "kinds",
    "settings",
    "observers",
    "signs",
    "figures",
    "articles",
    "questions",
    "topics",
    "flows",
];

const WORDS_KEYS: [&str; 27] = [
    "schema",
    "language",
    "direction",
    "updated",
    "ui",
    "months",
    "months_short",
    "weekdays",
    "weekdays_short",
    "ordinals",
    "ordinals_short",
    "needs",
    "lines",
    "kinds",
    "settings",
    "observers",
    "signs",
    "search",
    "search_skip",
    "search_numbers",
    "search_ages",
    "search_counts",
    "figures",
    "articles",
    "questions",
    "topics",
    "flows",
];

/// `None` only where a file has another schema; then a problem is noted too.
fn read(site: &Node, words: &Node, digest: u64, zone_exists: fn(&str) -> bool) -> Option<Content> {
    let schema_fits = check_schema(site) & check_schema(words);
    if !schema_fits {
        return None;
    }
    site.object(&SITE_KEYS);
    words.object(&[WORDS_KEYS.as_slice(), &["pages"]].concat());

    let sources_node = site.need("sources");
    let sources = sources_node.list(Source::read);
    let source_ids = unique(&sources_node, sources.iter().map(|source| source.id.as_str()));
    let places_node = site.need("places");
    let places = places_node.list(Place::read);
    let place_ids = unique(&places_node, places.iter().map(|place| place.id.as_str()));

    let (needs, need_ids) = read_named(site, words, "needs");
    let (kinds_node, kind_words) = (site.need("kinds"), words.need("kinds"));
    let kinds = kinds_node.list(|item| {
        let id = item.id();
        let own = kind_words.need(&id);
        own.object(&["name", "also"]);
        Kind { name: own.need_text("name"), also: own.need_text("also"), id }
    });
    let kind_ids = unique(&kinds_node, kinds.iter().map(|kind| kind.id.as_str()));
    no_others(&kind_words, &kind_ids);
    let (observers, observer_ids) = read_named(site, words, "observers");

    let settings_node = site.need("settings");
    let setting_words = words.need("settings");
    let settings = settings_node.list(|item| {
        let id = item.id();
        let own = setting_words.need(&id);
        own.object(&["name", "title"]);
        check_address(item, &id, Route::Setting);
        Setting { name: own.need_text("name"), title: own.need_text("title"), id }
    });
    let setting_ids = unique(&settings_node, settings.iter().map(|setting| setting.id.as_str()));
    no_others(&setting_words, &setting_ids);

    let lines_node = site.need("lines");
    let line_words = words.need("lines");
    let lines = lines_node.list(|line| Line::read(line, &line_words, &need_ids, &source_ids));
    let line_ids = unique(&lines_node, lines.iter().map(|line| line.id.as_str()));
    no_others(&line_words, &line_ids);

    let signs_node = site.need("signs");
    let sign_words = words.need("signs");
    let known =
        sign::Known { kinds: &kind_ids, settings: &setting_ids, observers: &observer_ids, sources: &source_ids };
    let signs = signs_node.list(|sign| Sign::read(sign, &sign_words, &known));
    no_others(&sign_words, &unique(&signs_node, signs.iter().map(|sign| sign.id.as_str())));

    let search_node = words.need("search");
    search_node.any_object();
    let search = search_node.keys().map(|word| (word.into(), search_node.need(word).text())).collect();

    let figures_node = site.need("figures");
    let figure_words = words.need("figures");
    let figure_ids: Vec<_> = figures_node.list(|figure| figure.raw_id());
    let figures = figures_node.list(|figure| Figure::read(figure, &figure_words, &figure_ids, &source_ids));
    no_others(&figure_words, &unique(&figures_node, figures.iter().map(|figure| figure.id.as_str())));

    let articles_node = site.need("articles");
    let article_words = words.need("articles");
    let article_ids: Vec<_> = articles_node.list(|article| article.raw_id());
    let known =
        text::Known { sources: &source_ids, figures: &figure_ids, articles: &article_ids, settings: &setting_ids };
    let articles = articles_node.list(|article| Article::read(article, &article_words, &known));
    no_others(&article_words, &unique(&articles_node, articles.iter().map(|article| article.id.as_str())));

    let pages_node = words.need("pages");
    pages_node.object(&PAGES);
    let pages = PAGES.iter().map(|name| pages_node.need(name).some(|block| Block::read(block, &known))).collect();

    let flows_known = flow::Known { text: &known, needs: &need_ids, observers: &observer_ids };
    let flows = Flows::read(site, words, &flows_known);

    let languages_node = site.need("languages");
    let languages = languages_node.some(|item| {
        item.object(&["id", "name"]);
        Named { id: item.need_id("id"), name: item.need_text("name") }
    });
    let language_ids = unique(&languages_node, languages.iter().map(|language| language.id.as_str()));
    let language_node = words.need("language");
    let language = language_node.id();
    if !language_ids.contains(&language) {
        language_node.report(format!("expected one of the languages that {SITE_FILE} lists, found \"{language}\""));
    }
    let updated = site.need("updated").date();
    let known = meeting::Known { places: &place_ids, sources: &source_ids, updated, zone: zone_exists };
    let meeting = Meeting::read(&site.need("meeting"), &known);
    Some(Content {
        digest,
        language,
        languages,
        right_to_left: words.need("direction").one_of(&["ltr", "rtl"], &[false, true]),
        updated,
        words_updated: words.need("updated").date(),
        exit: site.need("exit").https(),
        ui: Ui::read(&words.need("ui")),
        calendar: CalendarWords {
            months: exactly(&words.need("months"), 12),
            months_short: exactly(&words.need("months_short"), 12),
            weekdays: exactly(&words.need("weekdays"), 7),
            weekdays_short: exactly(&words.need("weekdays_short"), 7),
            ordinals: exactly(&words.need("ordinals"), 6),
            ordinals_short: exactly(&words.need("ordinals_short"), 6),
        },
        hotline: key_line(&site.need("hotline"), &lines, "a line of no police with", |line| !line.enforces()),
        emergency: key_line(&site.need("emergency"), &lines, "a line with", |_| true),
        meeting,
        pages: Pages(pages),
        sources,
        lines,
        needs,
        places,
        kinds,
        settings,
        observers,
        signs,
        search,
        search_skip: words.need_text("search_skip"),
        search_numbers: words.optional_text("search_numbers").unwrap_or_default(),
        search_ages: round_numbers(words, "search_ages"),
        search_counts: round_numbers(words, "search_counts"),
        figures,
        articles,
        flows,
    })
}

/// Texts round a number.
fn round_numbers(words: &Node, key: &str) -> Vec<String> {
    let read = |item: &Node| {
        let text = item.text();
        ui::check_placeholders(item, &text, &["number"]);
        text
    };
    words.get(key).map(|node| node.list(read)).unwrap_or_default()
}

/// Another schema is refused before anything else is said about the file.
fn check_schema(node: &Node) -> bool {
    node.any_object();
    let schema_node = node.need("schema");
    if !schema_node.present() {
        return false;
    }
    let schema = schema_node.integer();
    if schema != SCHEMA {
        schema_node.report(format!("this version of the app reads schema {SCHEMA}, the file has {schema}"));
    }
    schema == SCHEMA
}

/// A line that the whole app hangs on: it must exist and have a number that can be called.
fn key_line(node: &Node, lines: &[Line], what: &str, fits: fn(&Line) -> bool) -> usize {
    let id = node.text();
    let index = lines.iter().position(|line| line.id == id && fits(line) && Content::number(line).is_some());
    if index.is_none() {
        node.report(format!("expected the id of {what} a \"call\" channel that is \"seen\", found \"{id}\""));
    }
    index.unwrap_or_default()
}

/// A list of ids in one file whose names stand in the other.
fn read_named(site: &Node, words: &Node, key: &str) -> (Vec<Named>, Vec<String>) {
    let (ids_node, names_node) = (site.need(key), words.need(key));
    let named = ids_node.list(|item| {
        let id = item.id();
        Named { name: names_node.need(&id).text(), id }
    });
    let ids = unique(&ids_node, named.iter().map(|named| named.id.as_str()));
    no_others(&names_node, &ids);
    (named, ids)
}

/// The ids, each of which may stand only once.
fn unique<'a>(node: &Node, ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for id in ids {
        if !id.is_empty() && seen.iter().any(|known| known == id) {
            node.report(format!("the id \"{id}\" stands twice"));
        }
        seen.push(id.into());
    }
    seen
}

/// Reports an id that is already the address of another page, such as a setting with the id "all".
fn check_address(node: &Node, id: &str, route: impl FnOnce(String) -> Route) {
    let route = route(id.into());
    if !id.is_empty() && Route::parse(&route.path()) != route {
        node.report(format!("\"{id}\" is the address of another page: expected another id"));
    }
}

/// Words for something that does not exist are a mistake: most often a misspelled id.
fn no_others(node: &Node, ids: &[String]) {
    for key in node.keys() {
        if !ids.iter().any(|id| id == key) {
            node.report(format!("\"{key}\" is not in {SITE_FILE}"));
        }
    }
}

fn exactly(node: &Node, count: usize) -> Vec<String> {
    let list = node.texts();
    if list.len() != count {
        node.report(format!("expected {count} entries, found {}", list.len()));
    }
    list
}
