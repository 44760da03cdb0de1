//! Getting ready to call: what is read aloud, and when it is forgotten.

mod common;

use common::{config, content};
use porchlight::content::W;
use porchlight::flow::At;
use porchlight::rehearsal::{BACKGROUND, CALL, FIELDS, Notes, left, lines, text};
use proptest::prelude::*;

const MINUTE: f64 = 60_000.0;

#[test]
fn what_was_ticked_chosen_and_written_stands_under_the_question_that_it_answers() {
    let content = content();
    let mut ticked = vec![false; content.signs.len()];
    ticked[3] = true;
    let mut answered = vec![false; content.flows.questions.len()];
    answered[1] = true;
    let written = ["", "  the door was locked\n", "", "Third street", ""].map(String::from);
    let at = At { step: 0, observer: Some(0), setting: Some(2) };
    let notes = Notes { ticked: &ticked, answered: &answered, at, written: &written };
    let question = &content.flows.questions[1];
    let expected = vec![
        (
            W::ReadyWhat,
            vec![
                "the door was locked".to_string(),
                format!("{} {}", question.ask, question.answer),
                content.signs[3].text.clone(),
            ],
        ),
        (W::ReadyWhere, vec!["Third street".to_string(), content.settings[2].name.clone()]),
    ];
    assert_eq!(lines(&content, notes), expected);
    let text = text(&content, &expected);
    for (field, answers) in expected {
        assert!(text.contains(content.ui.get(field)));
        assert!(answers.iter().all(|answer| text.contains(&format!("\n- {answer}"))));
    }
    assert!(!text.contains(content.ui.get(W::ReadyWho)), "no question without an answer");
    assert!(text.ends_with(content.ui.get(W::SignsSummaryEnd)));
}

#[test]
fn nothing_noted_is_nothing_to_read() {
    let content = content();
    let written = vec![" ".to_string(); FIELDS.len()];
    assert!(lines(&content, Notes { ticked: &[], answered: &[], at: At::default(), written: &written }).is_empty());
}

#[test]
fn all_is_forgotten_after_ten_minutes_in_the_background_and_sixty_after_a_call() {
    assert_eq!((BACKGROUND, CALL), (10.0 * MINUTE, 60.0 * MINUTE));
    for (hidden, called, expected) in [
        (0.0, None, 10.0),
        (9.0, None, 1.0),
        (10.0, None, 0.0),
        // The call was tapped just before.
        (0.0, Some(0.0), 60.0),
        (59.0, Some(59.0), 1.0),
        (60.0, Some(60.0), 0.0),
        // Back to the notes during the call, and away again.
        (1.0, Some(30.0), 30.0),
        // A call of long ago changes nothing.
        (3.0, Some(500.0), 7.0),
        (9.0, Some(55.0), 5.0),
    ] {
        assert_eq!(
            left(hidden * MINUTE, called.map(|called: f64| called * MINUTE)),
            expected * MINUTE,
            "{hidden} {called:?}"
        );
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn nothing_is_kept_longer_than_promised(hidden in 0.0..1e8_f64, called in prop::option::of(0.0..1e8_f64)) {
        let over = hidden >= BACKGROUND && called.is_none_or(|called| called >= CALL);
        prop_assert_eq!(left(hidden, called) <= 0.0, over);
    }
}
