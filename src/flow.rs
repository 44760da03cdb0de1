//! Walking through a guided flow: which step is shown, what has been chosen, and what fits that. No score and no
//! verdict: nothing here adds up weights.

use crate::content::{Choice, Content, Holds, Sign, Step, Topic, Weight};

/// A place in a flow: the step that is shown, and what was chosen on the way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// The index of the step.
    pub step: usize,
    /// The index of the observer: how someone knows of it.
    pub observer: Option<usize>,
    /// The index of the setting, where one of the list was chosen.
    pub setting: Option<usize>,
}

impl At {
    /// Where a choice leads from here.
    pub fn after(self, choice: &Choice) -> Self {
        Self { step: choice.to, observer: choice.observer.or(self.observer), ..self }
    }

    /// Where the choice of a place leads from here; `None` is any other place.
    pub fn at_place(self, step: &Step, setting: Option<usize>) -> Self {
        Self { step: step.to, setting, ..self }
    }
}

/// The way of a person through the flows. It lives in memory only: the browser's history holds a number for each entry
/// and nothing else, and only here is known which place belongs to a number. After a reload all numbers lead to the
/// beginning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    here: usize,
    /// By the number of the entry.
    places: Vec<At>,
    /// Where the last choice led.
    last: At,
}

impl Walk {
    /// Comes to an entry of the history. If it is `new`, what lay ahead is no more.
    pub fn arrive(&mut self, entry: usize, new: bool) {
        self.here = entry;
        if new {
            self.places.truncate(entry);
        }
    }

    /// Goes on to a place, which belongs to a new entry.
    pub fn step(&mut self, entry: usize, at: At) {
        self.arrive(entry, true);
        self.places.resize(entry, At::default());
        self.places.push(at);
        self.last = at;
    }

    /// The place of the current entry: the beginning if none is known.
    pub fn at(&self) -> At {
        self.places.get(self.here).copied().unwrap_or_default()
    }

    /// What was chosen last, for the page to hold while calling.
    pub fn last(&self) -> At {
        self.last
    }

    /// Forgets every choice.
    pub fn forget(&mut self) {
        self.places.clear();
        self.last = At::default();
    }
}

/// The signs that fit an observer and a setting, apart by what they weigh when nothing else is known: those that weigh
/// a lot, those to look further from, those that mean little alone. In each, those of the setting come first, then those
/// that are seen anywhere. They are indices into the content's signs.
pub fn fitting(content: &Content, at: At) -> [Vec<usize>; 3] {
    let observer = at.observer.and_then(|index| content.observers.get(index)).map(|observer| &observer.id);
    let setting = at.setting.and_then(|index| content.settings.get(index)).map(|setting| &setting.id);
    let seen = |sign: &Sign| observer.is_none_or(|observer| sign.observers.contains(observer));
    let here = |sign: &Sign| setting.is_some_and(|setting| sign.settings.contains(setting));
    let anywhere = |sign: &Sign| sign.settings.is_empty();
    let mut tiers = [Vec::new(), Vec::new(), Vec::new()];
    for fits in [&here as &dyn Fn(&Sign) -> bool, &anywhere] {
        for (index, sign) in content.signs.iter().enumerate().filter(|(_, sign)| seen(sign) && fits(sign)) {
            tiers[tier(sign)].push(index);
        }
    }
    tiers
}

/// Which of the three a sign belongs to. A weight that holds only for some is what it weighs where none holds for all.
fn tier(sign: &Sign) -> usize {
    let always = sign.weights.iter().find(|(holds, _)| *holds == Holds::Always);
    match always.or(sign.weights.first()) {
        Some((_, Weight::Strong | Weight::Law)) => 0,
        Some((_, Weight::Medium)) => 1,
        _ => 2,
    }
}

/// Whether a topic fits a tick. `answered` holds a flag for each question.
pub fn fits(content: &Content, topic: usize, answered: &[bool]) -> bool {
    let mut ticked = content.flows.questions.iter().zip(answered).filter(|(_, ticked)| **ticked);
    ticked.any(|(question, _)| question.topics.contains(&topic))
}

/// The topics that advise an observer.
pub fn advice(content: &Content) -> impl Iterator<Item = &Topic> {
    content.flows.topics.iter().filter(|topic| topic.observer.is_some())
}

/// Whether advice is for whoever has come to this place. Before an observer is known all of it is.
pub fn advises(advice: &Topic, at: At) -> bool {
    let here = advice.setting.is_none() || advice.setting == at.setting;
    at.observer.is_none() || (at.observer == advice.observer && here)
}
