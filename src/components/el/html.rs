//! Elements as HTML, written at build time. What is ticked, typed or listened to needs a browser and is left out.

use super::{Attribute, Child, Content, El, LIVE};
use leptos::prelude::untrack;

/// Elements that have no content and no end tag (HTML, section 13.1.2).
const VOID: [&str; 6] = ["br", "img", "input", "link", "meta", "source"];

/// Elements whose end is told by what follows them, wherever the views put them (HTML, section 13.1.2.4).
const ENDED: [&str; 4] = ["dd", "dt", "li", "option"];

impl El {
    /// The element with all that is in it. No space and no comment stands between its nodes, so that the running app
    /// finds the very nodes that it would make.
    pub fn html(&self) -> String {
        let mut html = String::new();
        write(self, &mut html);
        html
    }

    /// Whether it or anything in it reacts.
    fn reacts(&self) -> bool {
        let Content::Children(children) = &self.0.content else { return true };
        let child_reacts = |child: &Child| match child {
            Child::El(child) => child.reacts(),
            Child::Fixed(_) => false,
            Child::Later(children) => untrack(children).iter().any(El::reacts),
            Child::Folded(inside) => inside().reacts(),
        };
        self.0.is_live() || children.iter().any(child_reacts)
    }
}

fn write(el: &El, html: &mut String) {
    let tag = el.0.tag;
    html.push('<');
    html.push_str(tag);
    for (name, attribute) in &el.0.attributes {
        let value = match attribute {
            Attribute::Fixed(value) => value.clone(),
            Attribute::Live(value) => match untrack(value) {
                Some(value) => value,
                None => continue,
            },
            Attribute::Value(_) | Attribute::Checked(_) | Attribute::On(_) => continue,
        };
        write_attribute(name, &value, html);
    }
    if el.0.is_live() {
        write_attribute(LIVE, "", html);
    }
    html.push('>');
    if VOID.contains(&tag) {
        return;
    }
    match &el.0.content {
        Content::Children(children) => children.iter().for_each(|child| write_child(tag, child, html)),
        Content::Text(text) => escape(&untrack(text), html),
        Content::Elements(children) => untrack(children).iter().for_each(|child| write(child, html)),
        Content::Outlet => {}
    }
    if !ENDED.contains(&tag) {
        html.push_str("</");
        html.push_str(tag);
        html.push('>');
    }
}

fn write_child(parent: &str, child: &Child, html: &mut String) {
    match child {
        Child::El(child) => write(child, html),
        Child::Fixed(text) => escape(text, html),
        Child::Later(children) => untrack(children).iter().for_each(|child| write(child, html)),
        Child::Folded(inside) => {
            let inside = inside();
            assert!(!inside.reacts(), "what is folded in <{parent}> reacts, but nobody would hear it: use `child`");
            write(&inside, html);
        }
    }
}

fn write_attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    if !value.is_empty() {
        html.push_str("=\"");
        escape(value, html);
        html.push('"');
    }
}

/// Escapes a text so that it can stand between tags or in double quotes (HTML, section 13.3).
fn escape(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            character => html.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::el;

    #[test]
    fn text_and_attributes_cannot_break_out() {
        let html = el("a").attr("href", "/?a=1&b=\"2\"").text("<b> & \"c\"").html();
        assert_eq!(html, "<a href=\"/?a=1&amp;b=&quot;2&quot;\">&lt;b&gt; &amp; &quot;c&quot;</a>");
    }

    #[test]
    fn what_changes_is_written_as_it_is_now() {
        let list = el("ul").hidden(|| false).live_children(|| vec![el("li").live_text(|| "one".into())]);
        assert_eq!(list.html(), "<ul data-live><li data-live>one</ul>");
        assert_eq!(el("p").hidden(|| true).html(), "<p hidden data-live></p>");
    }

    #[test]
    fn fields_are_written_empty_and_without_an_end_tag() {
        let field = el("input").attr("type", "search").value(|| "typed".into()).on("input", |_| ());
        assert_eq!(field.html(), "<input type=\"search\" data-live>");
        assert_eq!(el("p").text("a").child(el("br")).text("b").html(), "<p>a<br>b</p>");
    }

    #[test]
    #[should_panic(expected = "what is folded in <details> reacts")]
    fn a_folded_part_that_reacts_is_no_page() {
        let button = || el("p").child(el("button").on("click", |_| ()));
        el("details").child(el("summary").text("More")).folded(button).html();
    }
}
