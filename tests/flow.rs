//! The guided flows: every path through them, what they lead to, and what is remembered on the way.

mod common;

use common::{changed, config, content};
use porchlight::content::{Content, Flow, Holds, Part, Weight};
use porchlight::flow::{At, Walk, advice, advises, fits, fitting};
use proptest::prelude::*;
use serde_json::json;

/// Every place to which choices lead, with the number of taps since the beginning.
fn reached(content: &Content, flow: &Flow) -> Vec<(At, usize)> {
    let mut reached = vec![(At::default(), 0)];
    let mut next = 0;
    while let Some((at, taps)) = reached.get(next).copied() {
        next += 1;
        let step = &flow.steps[at.step];
        let mut ways: Vec<At> = step.choices.iter().map(|choice| at.after(choice)).collect();
        if step.show.contains(&Part::Places) {
            let settings = (0..content.settings.len()).map(Some).chain([None]);
            ways.extend(settings.map(|setting| at.at_place(step, setting)));
        }
        for way in ways {
            if !reached.iter().any(|(known, _)| *known == way) {
                reached.push((way, taps + 1));
            }
        }
    }
    reached
}

#[test]
fn every_step_is_reached_and_every_path_ends_at_the_page_for_the_call_within_four_taps() {
    let content = content();
    for flow in [&content.flows.me, &content.flows.saw] {
        let reached = reached(&content, flow);
        for (index, step) in flow.steps.iter().enumerate() {
            assert!(reached.iter().any(|(at, _)| at.step == index), "{}", step.id);
        }
        for (at, taps) in reached {
            let step = &flow.steps[at.step];
            let leads_on = step.show.contains(&Part::Choices) || step.show.contains(&Part::Places);
            let ready = step.show.contains(&Part::Ready);
            assert!(ready || leads_on, "{}: a way on", step.id);
            // The door is one tap, the way to the call another.
            assert!(!ready || 1 + taps < 4, "{}: {taps}", step.id);
        }
    }
}

#[test]
fn the_danger_question_comes_first_and_help_for_it_is_on_the_same_screen() {
    let content = content();
    let first = &content.flows.saw.steps[0];
    assert_eq!(first.show[0], Part::Emergency);
    assert!(first.choices[0].before.is_none());
    let danger = &content.flows.saw.steps[first.choices[0].to];
    assert_eq!(danger.show[0], Part::Emergency);
}

#[test]
fn strong_signs_stand_apart_from_weak_ones_and_only_those_that_fit_are_there() {
    let content = content();
    let observers = (0..content.observers.len()).map(Some).chain([None]);
    for observer in observers {
        for setting in (0..content.settings.len()).map(Some).chain([None]) {
            let at = At { step: 0, observer, setting };
            let tiers = fitting(&content, at);
            assert!(!tiers[0].is_empty() && !tiers[2].is_empty(), "{at:?}");
            let mut all: Vec<usize> = tiers.concat();
            for index in &all {
                let sign = &content.signs[*index];
                let own = setting.is_some_and(|setting| sign.settings.contains(&content.settings[setting].id));
                assert!(own || sign.settings.is_empty(), "{at:?}: {}", sign.id);
                assert!(observer.is_none_or(|index| sign.observers.contains(&content.observers[index].id)), "{at:?}");
            }
            for index in &tiers[0] {
                let strong = |(_, weight): &(Holds, Weight)| matches!(weight, Weight::Strong | Weight::Law);
                assert!(content.signs[*index].weights.iter().any(strong), "{}", content.signs[*index].id);
            }
            for index in &tiers[2] {
                let weak = |(holds, weight): &(Holds, Weight)| *holds == Holds::Always && *weight == Weight::Weak;
                assert!(content.signs[*index].weights.iter().any(weak), "{}", content.signs[*index].id);
            }
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), tiers.iter().map(Vec::len).sum::<usize>(), "each sign once");
        }
    }
}

#[test]
fn every_observer_of_the_flow_finds_advice_and_a_place_of_work_adds_its_own() {
    let content = content();
    let flows = &content.flows;
    let shown = |at: At| -> Vec<&str> {
        advice(&content).filter(|advice| advises(advice, at)).map(|advice| advice.id.as_str()).collect()
    };
    let index = |id: &str| content.observers.iter().position(|observer| observer.id == id);
    let place = |id: &str| content.settings.iter().position(|setting| setting.id == id);
    for (at, _) in reached(&content, &flows.saw) {
        assert!(!shown(at).is_empty(), "{at:?}");
    }
    let at = |observer, setting| At { step: 0, observer: index(observer), setting: place(setting) };
    assert_eq!(shown(at("professional", "hotel")), ["work", "hotel"]);
    assert_eq!(shown(at("neighbor", "hotel")), ["neighbor"]);
    assert_eq!(shown(at("professional", "farm")), ["work"]);
    assert_eq!(shown(At::default()).len(), advice(&content).count(), "before anything is known, all");
}

#[test]
fn a_tick_opens_what_belongs_to_it() {
    let content = content();
    let flows = &content.flows;
    let none = vec![false; flows.questions.len()];
    assert!((0..flows.topics.len()).all(|topic| !fits(&content, topic, &none)));
    let step = flows.me.steps.iter().find(|step| step.id == "fits").unwrap();
    for (index, question) in flows.questions.iter().enumerate() {
        let mut answered = none.clone();
        answered[index] = true;
        let open: Vec<usize> = (0..flows.topics.len()).filter(|topic| fits(&content, *topic, &answered)).collect();
        let mut expected = question.topics.clone();
        expected.sort_unstable();
        assert_eq!(open, expected, "{}", question.id);
        assert!(open.iter().all(|topic| step.topics.contains(topic)), "{}: the step has it", question.id);
    }
}

proptest! {
    #![proptest_config(config(300))]

    /// A history like a browser's: the place belongs to the entry, and new entries take the place of what lay ahead.
    #[test]
    fn back_and_forward_lead_to_the_place_of_their_entry(moves in prop::collection::vec((0_usize..4, 0_usize..9), 1..40)) {
        let mut walk = Walk::default();
        let mut entries = vec![At::default()];
        let mut here = 0;
        for (kind, number) in moves {
            match kind {
                0 | 1 => {
                    let at = At { step: number, observer: Some(number), setting: None };
                    entries.truncate(here + 1);
                    entries.push(at);
                    here += 1;
                    walk.step(here, at);
                    prop_assert_eq!(walk.last(), at);
                }
                2 => {
                    here = number.min(entries.len() - 1);
                    walk.arrive(here, false);
                }
                _ => {
                    // A link to another page.
                    entries.truncate(here + 1);
                    entries.push(At::default());
                    here += 1;
                    walk.arrive(here, true);
                }
            }
            prop_assert_eq!(walk.at(), entries[here]);
        }
        walk.forget();
        prop_assert_eq!((walk.at(), walk.last()), (At::default(), At::default()));
    }
}

#[test]
fn mistakes_in_a_flow_are_named_with_their_place() {
    type Change = fn(&mut serde_json::Value, &mut serde_json::Value);
    let cases: [(Change, &str); 8] = [
        (
            |site, _| site["flows"]["saw"][0]["choices"][0]["to"] = json!("nowhere"),
            r#"site.json: flows › saw "now" › choices "danger" › to: "nowhere" is not one of the steps of this flow"#,
        ),
        (
            |site, _| site["flows"]["me"][0]["show"] = json!(["song"]),
            r#"site.json: flows › me "start" › show 1: expected one of text, emergency, questions, choices, places, signs, advice, topics, ready, found "song""#,
        ),
        (
            |site, _| site["questions"][0]["topics"] = json!(["weather"]),
            r#"site.json: questions "leave" › topics 1: "weather" is not one of the topics"#,
        ),
        (
            |_, words| words["flows"]["me"]["steps"]["other"] = json!({ "title": "x" }),
            r#"en.json: flows › me › steps: "other" is not in site.json"#,
        ),
        (
            |_, words| drop(words["flows"]["saw"]["steps"]["danger"].as_object_mut().unwrap().remove("blocks")),
            r#"en.json: flows › saw › steps › danger: the key "blocks" is missing"#,
        ),
        (
            |_, words| words["topics"]["plan"]["blocks"] = json!([]),
            r#"en.json: topics › plan › blocks: expected at least one entry, found an empty list"#,
        ),
        (
            |site, _| site["topics"][0]["page"] = json!("moon"),
            r#"site.json: topics "call" › page: "moon" is not one of the pages"#,
        ),
        (
            |site, _| site["topics"][1]["observer"] = json!("moon"),
            r#"site.json: topics "plan" › observer: "moon" is not one of the observers"#,
        ),
    ];
    for (change, expected) in cases {
        let problems = changed(change).err().unwrap_or_default();
        assert!(problems.iter().any(|problem| problem == expected), "expected {expected}, found {problems:#?}");
    }
}

#[test]
fn a_setting_cannot_take_the_address_of_another_page() {
    for id in ["me", "saw", "all", "index"] {
        let problems = changed(|site, words| {
            site["settings"].as_array_mut().unwrap().push(json!(id));
            words["settings"][id] = json!({ "name": "x", "title": "x" });
        })
        .err()
        .unwrap_or_default();
        let place = content().settings.len() + 1;
        assert_eq!(
            problems,
            [format!(r#"site.json: settings {place}: "{id}" is the address of another page: expected another id"#)]
        );
    }
}
