//! The signs: their words, tags and weights.

use super::node::Node;
use super::source::Fact;

/// How much one sign says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Weighs a lot.
    Strong,
    /// Look for more.
    Medium,
    /// Means little alone.
    Weak,
    /// Decides the matter in law.
    Law,
}

/// Who weighed the sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weigher {
    /// The experts of the ILO's and European Commission's survey of 2009.
    Ilo,
    /// A later compilation that adds supporting signs to the survey's.
    Overlay,
    /// We ourselves; no expert has reviewed it yet.
    Us,
    /// The law.
    Law,
}

/// When a weight holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Always.
    Always,
    /// For someone under 18.
    Child,
    /// Where sex is sold.
    Sex,
    /// Where work is done.
    Labor,
    /// Only when several parts of the sign, or other signs, come together.
    Together,
}

/// Which kind of trafficking the sign points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// For sex.
    Sex,
    /// For labor.
    Labor,
    /// Either.
    Both,
}

/// One sign.
#[derive(Debug)]
pub struct Sign {
    /// Its id: its number in the list.
    pub id: String,
    /// The sign in plain words.
    pub text: String,
    /// The id of its kind.
    pub kind: String,
    /// The ids of the settings where it is seen; empty means anywhere.
    pub settings: Vec<String>,
    /// The ids of those who may notice it.
    pub observers: Vec<String>,
    /// Which kind of trafficking it points to.
    pub kind_of: Type,
    /// Who weighed it.
    pub by: Weigher,
    /// How much it weighs, and when.
    pub weights: Vec<(Holds, Weight)>,
    /// How sure it is, and from where.
    pub fact: Fact,
}

/// The ids that a sign may refer to.
pub(super) struct Known<'a> {
    pub kinds: &'a [String],
    pub settings: &'a [String],
    pub observers: &'a [String],
    pub sources: &'a [String],
}

const WEIGHT_WORDS: [&str; 4] = ["strong", "medium", "weak", "law"];
const WEIGHTS: [Weight; 4] = [Weight::Strong, Weight::Medium, Weight::Weak, Weight::Law];
const HOLDS_WORDS: [&str; 4] = ["child", "sex", "labor", "together"];
const HOLDS: [Holds; 4] = [Holds::Child, Holds::Sex, Holds::Labor, Holds::Together];
const WEIGHER_WORDS: [&str; 4] = ["ilo", "overlay", "us", "law"];
const WEIGHERS: [Weigher; 4] = [Weigher::Ilo, Weigher::Overlay, Weigher::Us, Weigher::Law];

impl Sign {
    pub(super) fn read(node: &Node, words: &Node, known: &Known) -> Self {
        node.object(&["id", "kind", "settings", "type", "observers", "by", "weights", "state", "sources"]);
        let id = node.need_id("id");
        let read_weight = |weight: &Node| {
            weight.object(&["weight", "for"]);
            let holds = weight.get("for").map_or(Holds::Always, |holds| holds.one_of(&HOLDS_WORDS, &HOLDS));
            (holds, weight.need("weight").one_of(&WEIGHT_WORDS, &WEIGHTS))
        };
        Self {
            text: words.need(&id).text(),
            kind: node.need("kind").reference(known.kinds, "kinds"),
            settings: read_settings(&node.need("settings"), known.settings),
            observers: node.need("observers").some_references(known.observers, "observers"),
            kind_of: node.need("type").one_of(&["sex", "labor", "both"], &[Type::Sex, Type::Labor, Type::Both]),
            by: node.need("by").one_of(&WEIGHER_WORDS, &WEIGHERS),
            weights: node.need("weights").some(read_weight),
            fact: Fact::read(node, known.sources),
            id,
        }
    }
}

/// `["any"]` is kept as the empty list. Seen anywhere includes each place that is named beside it.
fn read_settings(node: &Node, known: &[String]) -> Vec<String> {
    let any = String::from("any");
    let settings = node.some_references(&[known, std::slice::from_ref(&any)].concat(), "settings");
    if settings.contains(&any) { Vec::new() } else { settings }
}
