//! Elements as HTML, written at build time. What is ticked, typed or listened to needs a browser and is left out.

use super::{Attribute, Child, El};
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
        html.push(' ');
        html.push_str(name);
        if !value.is_empty() {
            html.push_str("=\"");
            escape(&value, html);
            html.push('"');
        }
    }
    html.push('>');
    if VOID.contains(&tag) {
        return;
    }
    for child in &el.0.children {
        match child {
            Child::El(child) => write(child, html),
            Child::Fixed(text) => escape(text, html),
            Child::Live(text) => escape(&untrack(text), html),
            Child::Folded(inside) => write(&inside(), html),
            Child::All(children, _) | Child::Later(children) => {
                untrack(children).iter().for_each(|child| write(child, html));
            }
        }
    }
    if !ENDED.contains(&tag) {
        html.push_str("</");
        html.push_str(tag);
        html.push('>');
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
        assert_eq!(list.html(), "<ul><li>one</ul>");
        assert_eq!(el("p").hidden(|| true).html(), "<p hidden></p>");
    }

    #[test]
    fn fields_are_written_empty_and_without_an_end_tag() {
        let field = el("input").attr("type", "search").value(|| "typed".into()).on("input", |_| ());
        assert_eq!(field.html(), "<input type=\"search\">");
        assert_eq!(el("p").text("a").child(el("br")).text("b").html(), "<p>a<br>b</p>");
    }
}
