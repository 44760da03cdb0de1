//! The bar: help in the same place on every page (WCAG 2.2, SC 3.2.6), whatever else is broken.

use super::el::{El, el};
use super::shared::Shared;
use crate::content::{Contact, Content, W};

/// The id of the bar.
const BAR: &str = "bar";

/// Call, text, Exit, and the number for danger now. What its ids name is found by the page's own small script and by
/// no one else.
pub fn bar(shared: Shared) -> El {
    let content = shared.content;
    let (hotline, emergency) = (content.hotline(), content.emergency());
    let label = |word| el("span").text(shared.word(word));
    let digits = |number: String| el("span").class("digits").text(number);
    let call = Content::number(hotline).map(|phone| {
        let link = el("a").class("btn full").attr("id", "bar-call").attr("href", phone.tel());
        link.child(label(W::BarCall)).text(" ").child(digits(phone.shown()))
    });
    let text = hotline.usable().find_map(|channel| match &channel.contact {
        Contact::Text(phone, _) => Some(phone),
        _ => None,
    });
    let text = text.map(|phone| {
        let link = el("a").class("btn").attr("id", "bar-text").attr("href", phone.sms());
        link.child(label(W::BarText)).text(" ").child(digits(phone.shown()))
    });
    let cross = el("path").attr("d", "m3 3 10 10M13 3 3 13");
    let cross = el("svg").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true").child(cross);
    let exit = el("a")
        .class("btn exit")
        .attr("id", "bar-exit")
        .attr("href", content.exit.as_str())
        .attr("rel", "noreferrer")
        .attr("aria-describedby", "bar-exit-about")
        .on("click", move |_| shared.forget())
        .child(label(W::BarExit))
        .text(" ")
        .child(cross);
    let danger = Content::number(emergency).map(|phone| {
        let call = shared.fill(W::BarDangerCall, &[("number", &phone.shown())]);
        let call = el("a").attr("href", phone.tel()).text(call);
        el("span").class("bar-danger").child(label(W::BarDanger)).text(" ").child(call)
    });
    el("section")
        .attr("id", BAR)
        .attr("aria-labelledby", "bar-label")
        .child(el("h2").attr("id", "bar-label").class("unseen").text(shared.word(W::BarLabel)))
        .child(el("div").class("bar-row").maybe(call).maybe(text).child(exit))
        .child(el("span").attr("id", "bar-exit-about").class("unseen").text(shared.word(W::BarExitAbout)))
        .child(el("p").class("bar-note").maybe(danger).text(" ").child(label(W::BarTrace)))
}
