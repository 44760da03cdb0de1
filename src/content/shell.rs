//! What `index.html` itself must say: the bar and the first screen, which are there before the app and without it.

use super::{Contact, Content, W};

/// One element of `index.html`, by its id, and what it must say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The element's id.
    pub id: &'static str,
    /// Its text, where it has one of its own.
    pub text: Option<String>,
    /// Its link, where it is one.
    pub href: Option<String>,
}

/// The parts of `index.html` that repeat the content. The build checks them against it, and the running app sets
/// them anew from it, so that an edit on the server reaches them too.
pub fn shell(content: &Content) -> Vec<Part> {
    let ui = &content.ui;
    let (hotline, emergency) = (content.hotline(), content.emergency());
    let (mut call, mut number) = (None, String::new());
    if let Some(phone) = Content::number(hotline) {
        (call, number) = (Some(phone.tel()), phone.shown());
    }
    let (mut danger, mut danger_call) = (None, String::new());
    if let Some(phone) = Content::number(emergency) {
        danger = Some(phone.tel());
        danger_call = ui.fill(W::BarDangerCall, &[("number", &phone.shown())]);
    }
    let text_phone = hotline.usable().find_map(|channel| match &channel.contact {
        Contact::Text(phone, _) => Some(phone),
        _ => None,
    });
    let say = |id, text: &str| Part { id, text: Some(text.into()), href: None };
    let link = |id, href: Option<String>| Part { id, text: None, href };
    vec![
        say("bar-label", ui.get(W::BarLabel)),
        link("bar-call", call),
        say("bar-call-label", ui.get(W::BarCall)),
        say("bar-call-number", &number),
        link("bar-text", text_phone.map(|phone| phone.sms())),
        say("bar-text-label", ui.get(W::BarText)),
        say("bar-text-number", &text_phone.map(|phone| phone.shown()).unwrap_or_default()),
        link("bar-exit", Some(content.exit.clone())),
        say("bar-exit-label", ui.get(W::BarExit)),
        say("bar-danger", ui.get(W::BarDanger)),
        Part { id: "bar-danger-call", text: Some(danger_call), href: danger },
        say("bar-trace", ui.get(W::BarTrace)),
        say("skip-content", ui.get(W::SkipContent)),
        say("skip-help", ui.get(W::SkipHelp)),
        say("start-title", ui.get(W::HomeTitle)),
        say("start-lead", ui.get(W::HomeLead)),
        say("start-failed", ui.get(W::StartFailed)),
        say("start-retry", ui.get(W::StartRetry)),
        say("start-detail", ui.get(W::StartDetail)),
    ]
}
