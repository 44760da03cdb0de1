//! The guided flows: questions one after another, which lead to what fits. Each is data: its steps, the choices in
//! them, and what a step shows.

use super::PAGES;
use super::node::Node;
use super::text::{self, Block};

/// A guided flow.
#[derive(Debug)]
pub struct Flow {
    /// Its heading.
    pub title: String,
    /// The neutral title that a browser's tab and history show.
    pub tab: String,
    /// What it is for.
    pub lead: String,
    /// What its door says, and the line below that.
    pub door: (String, String),
    /// Its steps; it begins with the first.
    pub steps: Vec<Step>,
}

/// One step of a flow: one screen.
#[derive(Debug)]
pub struct Step {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it shows, in this order.
    pub show: Vec<Part>,
    /// Its running text.
    pub blocks: Vec<Block>,
    /// The ways on.
    pub choices: Vec<Choice>,
    /// The index of the step to which a choice of a place leads.
    pub to: usize,
    /// Indices of topics.
    pub topics: Vec<usize>,
}

/// A part of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The running text.
    Text,
    /// The number for danger now.
    Emergency,
    /// The questions that can be ticked.
    Questions,
    /// The ways on.
    Choices,
    /// The settings, one of which can be chosen.
    Places,
    /// The signs that fit what was chosen.
    Signs,
    /// What to do, for the observer and the setting that were chosen.
    Advice,
    /// What else there is to know; first what fits the ticks.
    Topics,
    /// The way to the page to hold while calling.
    Ready,
}

/// A way on from a step.
#[derive(Debug)]
pub struct Choice {
    /// What it says.
    pub text: String,
    /// A line below that.
    pub about: Option<String>,
    /// What stands before it and those that follow.
    pub before: Option<String>,
    /// The index of the step to which it leads.
    pub to: usize,
    /// The index of the observer that it tells.
    pub observer: Option<usize>,
}

/// A question about one's own situation, to be ticked.
#[derive(Debug)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// The question.
    pub ask: String,
    /// The answer that a tick gives.
    pub answer: String,
    /// Indices of the topics that fit a tick.
    pub topics: Vec<usize>,
}

/// What someone may want to know.
#[derive(Debug)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Its text.
    pub blocks: Vec<Block>,
    /// The index of the text of a fixed page that belongs to it.
    pub page: Option<usize>,
    /// The ids of the needs whose help lines belong to it.
    pub needs: Vec<String>,
    /// The index of the observer whom it advises, where it is advice.
    pub observer: Option<usize>,
    /// The index of the setting, where the advice is for one only.
    pub setting: Option<usize>,
}

/// All that the flows are made of.
#[derive(Debug)]
pub struct Flows {
    /// About oneself or someone one knows.
    pub me: Flow,
    /// About something that was seen.
    pub saw: Flow,
    /// The questions.
    pub questions: Vec<Question>,
    /// The topics.
    pub topics: Vec<Topic>,
}

/// The ids that flows may refer to.
pub(super) struct Known<'a> {
    pub text: &'a text::Known<'a>,
    pub needs: &'a [String],
    pub observers: &'a [String],
}

const PART_WORDS: [&str; 9] =
    ["text", "emergency", "questions", "choices", "places", "signs", "advice", "topics", "ready"];
const PARTS: [Part; 9] = [
    Part::Text,
    Part::Emergency,
    Part::Questions,
    Part::Choices,
    Part::Places,
    Part::Signs,
    Part::Advice,
    Part::Topics,
    Part::Ready,
];

impl Flows {
    pub(super) fn read(site: &Node, words: &Node, known: &Known) -> Self {
        let topics_node = site.need("topics");
        let topic_words = words.need("topics");
        let topics = topics_node.list(|topic| Topic::read(topic, &topic_words, known));
        let topic_ids = super::unique(&topics_node, topics.iter().map(|topic| topic.id.as_str()));
        super::no_others(&topic_words, &topic_ids);

        let questions_node = site.need("questions");
        let question_words = words.need("questions");
        let questions = questions_node.list(|question| {
            question.object(&["id", "topics"]);
            let id = question.need_id("id");
            let own = question_words.need(&id);
            own.object(&["ask", "answer"]);
            Question {
                ask: own.need_text("ask"),
                answer: own.need_text("answer"),
                topics: indices(&question.need("topics"), &topic_ids, "topics"),
                id,
            }
        });
        super::no_others(
            &question_words,
            &super::unique(&questions_node, questions.iter().map(|question| question.id.as_str())),
        );

        let (flows, flow_words) = (site.need("flows"), words.need("flows"));
        flows.object(&["me", "saw"]);
        flow_words.object(&["me", "saw"]);
        let read_flow = |id| Flow::read(&flows.need(id), &flow_words.need(id), &topic_ids, known);
        Self { me: read_flow("me"), saw: read_flow("saw"), questions, topics }
    }
}

impl Topic {
    fn read(node: &Node, words: &Node, known: &Known) -> Self {
        node.object(&["id", "page", "needs", "observer", "setting"]);
        let id = node.need_id("id");
        let own = words.need(&id);
        own.object(&["title", "blocks"]);
        let names: Vec<String> = PAGES.iter().map(|name| (*name).into()).collect();
        Self {
            title: own.need_text("title"),
            blocks: own.get("blocks").map(|list| list.some(|block| Block::read(block, known.text))).unwrap_or_default(),
            page: optional_index(node, "page", &names, "pages"),
            observer: optional_index(node, "observer", known.observers, "observers"),
            setting: optional_index(node, "setting", known.text.settings, "settings"),
            needs: node.get("needs").map(|needs| needs.some_references(known.needs, "needs")).unwrap_or_default(),
            id,
        }
    }
}

impl Flow {
    fn read(node: &Node, words: &Node, topics: &[String], known: &Known) -> Self {
        words.object(&["title", "tab", "lead", "door", "about", "steps"]);
        let steps: Vec<_> = node.list(|step| step.raw_id());
        let step_words = words.need("steps");
        super::no_others(&step_words, &super::unique(node, steps.iter().map(String::as_str)));
        Self {
            title: words.need_text("title"),
            tab: words.need_text("tab"),
            lead: words.need_text("lead"),
            door: (words.need_text("door"), words.need_text("about")),
            steps: node.some(|step| Step::read(step, &step_words, &steps, topics, known)),
        }
    }
}

impl Step {
    fn read(node: &Node, words: &Node, steps: &[String], topics: &[String], known: &Known) -> Self {
        node.object(&["id", "show", "choices", "to", "topics"]);
        let id = node.need_id("id");
        let own = words.need(&id);
        own.object(&["title", "blocks", "choices"]);
        let show = node.need("show").some(|part| part.one_of(&PART_WORDS, &PARTS));
        let has = |part| show.contains(&part);
        let read_choice = |choice: &Node| {
            choice.object(&["id", "to", "observer"]);
            let (choices, id) = (own.need("choices"), choice.need_id("id"));
            let own = choices.need(&id);
            own.object(&["text", "about", "before"]);
            Choice {
                text: own.need_text("text"),
                about: own.optional_text("about"),
                before: own.optional_text("before"),
                to: index(&choice.need("to"), steps, "steps of this flow"),
                observer: optional_index(choice, "observer", known.observers, "observers"),
            }
        };
        let choices = if has(Part::Choices) { node.need("choices").some(read_choice) } else { Vec::new() };
        let blocks = |list: Node| list.some(|block| Block::read(block, known.text));
        Self {
            title: own.need_text("title"),
            blocks: if has(Part::Text) { blocks(own.need("blocks")) } else { Vec::new() },
            choices,
            to: if has(Part::Places) { index(&node.need("to"), steps, "steps of this flow") } else { 0 },
            topics: if has(Part::Topics) { indices(&node.need("topics"), topics, "topics") } else { Vec::new() },
            show,
            id,
        }
    }
}

/// Where an id stands among those that are known; 0 where it does not, which is noted.
fn index(node: &Node, known: &[String], what: &str) -> usize {
    let id = node.reference(known, what);
    known.iter().position(|known| *known == id).unwrap_or_default()
}

fn optional_index(node: &Node, key: &str, known: &[String], what: &str) -> Option<usize> {
    node.get(key).map(|node| index(&node, known, what))
}

fn indices(node: &Node, known: &[String], what: &str) -> Vec<usize> {
    node.some(|item| index(item, known, what))
}
