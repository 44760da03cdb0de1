//! A guided flow: one step after another. Without the app it is a plain page of all its words.

use crate::components::blocks::blocks;
use crate::components::caution::caution;
use crate::components::door::door;
use crate::components::el::{El, Text, el};
use crate::components::line::line_view;
use crate::components::shared::Shared;
use crate::components::sign::{boxes, row, tick};
use crate::components::sources::page_sources;
use crate::content::{Area, Block, Choice, Content, Flow, Part, Step, Topic, W};
use crate::flow::{self, At, Walk};
use crate::platform::{history, task};
use crate::route::Route;

/// The flow.
pub fn page(shared: Shared, flow: &'static Flow) -> Vec<El> {
    let content = shared.content;
    let flows = &content.flows;
    let first = move || shared.walk.with(|walk| walk.at().step == 0);
    let lead = el("p").live("class", move || Some(if first() { "lead" } else { "lead later" }.into()));
    let mut page = vec![el("h1").text(flow.title.as_str()), lead.text(flow.lead.as_str()), boxes()];
    page.extend(flow.steps.iter().enumerate().map(|(index, step)| step_view(shared, index, step)));
    let steps = flow.steps.iter();
    let mut texts: Vec<&'static [Block]> = steps.clone().map(|step| step.blocks.as_slice()).collect();
    let topics = steps.flat_map(|step| &step.topics).filter_map(|topic| flows.topics.get(*topic));
    texts.extend(topics.flat_map(|topic| content.topic(topic)));
    if flow.steps.iter().any(|step| step.show.contains(&Part::Advice)) {
        texts.extend(flow::advice(content).map(|advice| advice.blocks.as_slice()));
    }
    page.push(caution(shared));
    page.push(page_sources(shared, texts, Vec::new()));
    page
}

/// A step. All of them are there, so that a page without the app has every word; the app shows one at a time.
fn step_view(shared: Shared, index: usize, step: &'static Step) -> El {
    let class = move || {
        let here = shared.walk.with(|walk| walk.at().step == index);
        Some(Text::Borrowed(match (here, index) {
            (true, 0) => "step",
            (true, _) => "step on",
            (false, _) => "step later",
        }))
    };
    let back = (index > 0).then(|| {
        let back = el("button").attr("type", "button").class("quiet back app-only").on("click", |_| history::back());
        back.text(shared.word(W::FlowBack))
    });
    let mut view = el("section").live("class", class).maybe(back).child(el("h2").text(step.title.as_str()));
    for part in &step.show {
        view = match part {
            Part::Text => view.all(blocks(shared, &step.blocks)),
            Part::Emergency => view.maybe(emergency(shared)),
            Part::Questions => view.child(questions(shared)),
            Part::Choices => view.child(el("div").class("choices app-only").all(choices(shared, &step.choices))),
            Part::Places => view
                .child(el("p").text(shared.word(W::FlowPlaces)))
                .child(places(shared, step))
                .child(place_links(shared)),
            Part::Signs => view.child(signs(shared, index)).child(all_signs(shared)),
            Part::Advice => view.all(flow::advice(shared.content).map(|advice| advice_view(shared, advice))),
            Part::Topics => view.child(el("div").class("topics").all(topics(shared, step))),
            Part::Ready => {
                view.child(door(shared.url(&Route::Ready), shared.word(W::ReadyDoor), shared.word(W::ReadyDoorAbout)))
            }
        };
    }
    view
}

/// The place in the flow that is shown now.
fn here(shared: Shared) -> At {
    shared.walk.with_untracked(Walk::at)
}

/// Goes on to another place in the flow.
#[inline(never)]
fn go(shared: Shared, to: At) {
    let entry = history::step();
    shared.walk.update(|walk| walk.step(entry, to));
    task::after_changes(history::settle_step);
}

fn choices(shared: Shared, choices: &'static [Choice]) -> Vec<El> {
    let mut views = Vec::new();
    for choice in choices {
        views.extend(choice.before.as_deref().map(|before| el("p").class("before").text(before)));
        let about = choice.about.as_deref().map(|about| el("span").text(about));
        let button = el("button").attr("type", "button").class("door");
        let button = button.on("click", move |_| go(shared, here(shared).after(choice)));
        views.push(button.child(el("b").text(choice.text.as_str())).maybe(about));
    }
    views
}

/// The number for danger now, large.
fn emergency(shared: Shared) -> Option<El> {
    let phone = Content::number(shared.content.emergency())?;
    let call = shared.fill(W::BarDangerCall, &[("number", &phone.shown())]);
    Some(el("p").child(el("a").class("btn alarm").attr("href", phone.tel()).text(call)))
}

fn questions(shared: Shared) -> El {
    let questions = shared.content.flows.questions.iter().enumerate().map(|(index, question)| {
        let words = el("span").child(el("b").text(question.ask.as_str())).text(" ").text(question.answer.as_str());
        el("li").child(tick(shared.answered, index).child(words))
    });
    el("ul").class("signs asked").all(questions)
}

/// The settings to choose from. What is chosen is in no address.
fn places(shared: Shared, step: &'static Step) -> El {
    let choose = |name: &'static str, setting: Option<usize>| {
        let button = el("button").attr("type", "button").class("chip").text(name);
        el("li").child(button.on("click", move |_| go(shared, here(shared).at_place(step, setting))))
    };
    let settings = shared.content.settings.iter().enumerate();
    let settings = settings.map(|(index, setting)| choose(&setting.name, Some(index)));
    el("ul").class("chips app-only").all(settings).child(choose(shared.word(W::FlowAnyPlace), None))
}

/// Without the app each setting leads to its own page.
fn place_links(shared: Shared) -> El {
    let link = |setting: &'static crate::content::Setting| {
        let url = shared.url(&Route::Setting(setting.id.clone()));
        el("li").child(el("a").attr("href", url).text(setting.name.as_str()))
    };
    el("ul").class("plain-only").all(shared.content.settings.iter().map(link))
}

fn all_signs(shared: Shared) -> El {
    let link = el("a").attr("href", shared.url(&Route::AllSigns)).text(shared.word(W::SignsTitle));
    el("p").class("plain-only").child(link)
}

/// The signs that fit, the strong ones apart from those that mean little alone.
fn signs(shared: Shared, step: usize) -> El {
    let content = shared.content;
    let views = move || {
        let at = shared.walk.with(Walk::at);
        if at.step != step {
            return Vec::new();
        }
        let [strong, medium, weak] = flow::fitting(content, at);
        let list = |signs: Vec<usize>| el("ul").class("signs").all(signs.into_iter().map(|index| row(shared, index)));
        let folded = |word, signs: Vec<usize>| {
            let title = format!("{} ({})", shared.word(word), signs.len());
            el("details").class("topic").child(el("summary").child(el("b").text(title))).child(list(signs))
        };
        vec![
            el("h3").text(shared.word(W::TierStrong)),
            list(strong),
            folded(W::TierMedium, medium),
            folded(W::TierWeak, weak),
        ]
    };
    el("div").class("fits").live_children(views)
}

fn advice_view(shared: Shared, advice: &'static Topic) -> El {
    el("section")
        .hidden(move || shared.walk.with(|walk| !flow::advises(advice, walk.at())))
        .child(el("h3").text(advice.title.as_str()))
        .all(blocks(shared, &advice.blocks))
}

fn topics(shared: Shared, step: &'static Step) -> Vec<El> {
    let view = |index: usize| {
        let topic = shared.content.flows.topics.get(index)?;
        let open = move || shared.answered.with(|answered| flow::fits(shared.content, index, answered));
        let topic_view = el("details").class("topic").live("open", move || open().then(|| "".into()));
        let texts = shared.content.topic(topic).into_iter().flat_map(|text| blocks(shared, text));
        Some(
            topic_view
                .child(el("summary").child(el("b").text(topic.title.as_str())))
                .all(texts)
                .maybe(lines(shared, topic)),
        )
    };
    step.topics.iter().filter_map(|index| view(*index)).collect()
}

/// The lines for the needs of a topic, near ones first. Lines of police and immigration are under Help.
fn lines(shared: Shared, topic: &'static Topic) -> Option<El> {
    if topic.needs.is_empty() {
        return None;
    }
    let fits = |area: &[Area]| {
        let lines = shared.content.lines.iter().filter(|line| area.contains(&line.area) && !line.enforces());
        let lines = lines.filter(|line| line.needs.iter().any(|need| topic.needs.contains(need)));
        lines.map(|line| line_view(shared, line, "h3")).collect::<Vec<_>>()
    };
    Some(el("div").class("lines").all(fits(&[Area::Portland, Area::Oregon])).all(fits(&[Area::Us])))
}
