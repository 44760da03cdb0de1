//! Getting ready to call: what was ticked, chosen and written as a text to read aloud, and when it is forgotten.

use crate::content::{Content, W};
use crate::flow::At;

/// What the hotline asks, in the order in which it is read aloud.
pub const FIELDS: [W; 5] = [W::ReadyWho, W::ReadyWhat, W::ReadyWhen, W::ReadyWhere, W::ReadyWhy];

/// What a person ticked, chose and wrote.
#[derive(Clone, Copy, Debug)]
pub struct Notes<'a> {
    /// A flag for each sign.
    pub ticked: &'a [bool],
    /// A flag for each question.
    pub answered: &'a [bool],
    /// What was chosen in a flow.
    pub at: At,
    /// A text for each of [`FIELDS`].
    pub written: &'a [String],
}

/// A question of [`FIELDS`] and what there is to say to it.
pub type Answered = (W, Vec<String>);

/// The notes under the questions of [`FIELDS`]; a question without an answer is left out.
pub fn lines(content: &Content, notes: Notes) -> Vec<Answered> {
    let mut lines = Vec::new();
    for (index, field) in FIELDS.into_iter().enumerate() {
        let mut answers = Vec::new();
        let written = notes.written.get(index).map_or("", |text| text.trim());
        if !written.is_empty() {
            answers.push(written.into());
        }
        if field == W::ReadyWhat {
            for (question, _) in content.flows.questions.iter().zip(notes.answered).filter(|(_, ticked)| **ticked) {
                answers.push(format!("{} {}", question.ask, question.answer));
            }
            for (sign, _) in content.signs.iter().zip(notes.ticked).filter(|(_, ticked)| **ticked) {
                answers.push(sign.text.clone());
            }
        }
        if field == W::ReadyWhere
            && let Some(setting) = notes.at.setting.and_then(|index| content.settings.get(index))
        {
            answers.push(setting.name.clone());
        }
        if !answers.is_empty() {
            lines.push((field, answers));
        }
    }
    lines
}

/// The notes as plain text, to copy or to hand on.
pub fn text(content: &Content, lines: &[Answered]) -> String {
    let mut text = String::new();
    for (field, answers) in lines {
        text.push_str(content.ui.get(*field));
        for answer in answers {
            text.push_str("\n- ");
            text.push_str(answer);
        }
        text.push_str("\n\n");
    }
    text.push_str(content.ui.get(W::SignsSummaryEnd));
    text
}

/// Ten minutes in the background, in milliseconds: then everything is forgotten.
pub const BACKGROUND: f64 = 10.0 * 60_000.0;

/// Sixty minutes, in milliseconds: a call may take that long, and the notes are for the call.
pub const CALL: f64 = 60.0 * 60_000.0;

/// How long it is, in milliseconds, until everything is forgotten: `hidden` is since when the app has been in the
/// background, `called` since when Call was tapped last, if it was. Zero or less means now.
pub fn left(hidden: f64, called: Option<f64>) -> f64 {
    (BACKGROUND - hidden).max(called.map_or(0.0, |called| CALL - called))
}
