//! Elements in a document.
//!
//! A page that the build wrote is taken over: what is there stays there, so that scroll, focus, a selection, an open
//! `<details>` and a tap under way are not lost. By then others may have changed the page: translators put every text into
//! elements of their own, extensions add buttons, phones make links of addresses. So nothing is found by its place:
//!
//! - Where the page was written from the same content, only what reacts is looked for, by the mark that the build gave it
//!   ([`LIVE`]). All else is left as it is, whoever made it so.
//! - Else the page is brought up to date node by node, and what does not belong there is taken out.

use super::{Attribute, Child, Content, El, LIVE, Live, Parts, Text};
use crate::platform::node::{Element, Listener, Node};
use leptos::prelude::untrack;
use leptos::reactive::effect::RenderEffect;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::vec::IntoIter;

/// An element in the document, and what keeps it up to date. When this is dropped, that ends.
pub struct Built {
    pub(super) element: Element,
    _effects: Vec<RenderEffect<()>>,
    _listeners: Vec<Listener>,
    _children: Vec<Built>,
    _changing: Option<RenderEffect<Vec<Built>>>,
}

/// Children that are described when their turn comes, and the element that they belong to.
pub(super) struct Later {
    pub parent: Element,
    pub in_drawing: bool,
    pub children: Live<Vec<El>>,
}

/// Takes over the elements that a page of the build has in `parent`; `found` are those of them that are marked as live and
/// belong to the description. Where the page was not written from the same content (`is_same`), or someone has added marks or
/// taken some away, the page is brought up to date instead.
pub fn take_over(parent: &Element, describe: impl Fn() -> Vec<El>, found: Vec<Element>, is_same: bool) -> Vec<Built> {
    let page = Rc::new(Found::default());
    if is_same {
        page.marked.replace(Some(found.into_iter()));
        let mut built = Vec::new();
        describe().into_iter().for_each(|el| adopt(el, false, &page, &mut built));
        if page.marked.take().is_some_and(|rest| rest.len() == 0) {
            page.announce();
            return built;
        }
        page.used.take();
    }
    let built = Place::within(parent, false, &page).all(describe());
    page.announce();
    built
}

/// The marked elements of a page in its [`LIVE`] parts, but for those in the outlet.
pub fn marked(app: &Element, outlet: Option<&Element>) -> Vec<Element> {
    let mut marked = app.having(LIVE);
    marked.retain(|element| !outlet.is_some_and(|outlet| outlet != element && outlet.contains(element)));
    marked
}

/// A page that the build wrote, while it is taken over.
#[derive(Default)]
struct Found {
    /// The marked elements that nothing has claimed yet; `None` where the page is not gone through by its marks.
    marked: RefCell<Option<IntoIter<Element>>>,
    /// Controls that a person used before the app was there. What they changed counts when the whole page is taken over:
    /// until then everything is looked for as it was written.
    used: RefCell<Vec<Element>>,
}

impl Found {
    /// The next marked element. Where it is none of that tag, someone has put marks in or taken some out.
    fn claim(&self, tag: &str) -> Option<Element> {
        let mut marked = self.marked.borrow_mut();
        let next = marked.as_mut()?.next().filter(|element| element.tag() == tag);
        if next.is_none() {
            *marked = None;
        }
        next
    }

    fn announce(&self) {
        self.used.take().iter().for_each(Element::announce_change);
    }
}

/// Finds what reacts in an element of the description, by its mark.
fn adopt(el: El, in_drawing: bool, page: &Rc<Found>, built: &mut Vec<Built>) {
    let is_live = el.0.is_live();
    let Parts { tag, attributes, content } = *el.0;
    let (_, inside) = namespaces(tag, in_drawing);
    let mut own = match is_live {
        true => match page.claim(tag) {
            Some(element) => Some(Built::new(element)),
            None => return,
        },
        false => None,
    };
    match (content, &mut own) {
        (Content::Children(children), _) => {
            for child in children {
                match child {
                    Child::El(child) => adopt(child, inside, page, built),
                    Child::Later(children) => {
                        children().into_iter().for_each(|child| adopt(child, inside, page, built));
                    }
                    Child::Fixed(_) | Child::Folded(_) => {}
                }
            }
        }
        (Content::Text(text), Some(own)) => own.follow_text(text),
        (Content::Elements(children), Some(own)) => own.follow_children(children, inside, Origin::Marked(page.clone())),
        _ => {}
    }
    if let Some(mut own) = own {
        own.set(attributes, &Origin::Marked(page.clone()));
        built.push(own);
    }
}

/// Whether an element, and what is in it, are in the namespace of drawings (SVG 2, section 1.1): drawings can hold HTML.
fn namespaces(tag: &str, in_drawing: bool) -> (bool, bool) {
    let is_drawing = in_drawing || tag == "svg";
    (is_drawing, is_drawing && tag != "foreignObject")
}

/// Where an element comes from.
#[derive(Default)]
enum Origin {
    /// It is new.
    #[default]
    New,
    /// The build wrote it, from the same content; it was found by its mark.
    Marked(Rc<Found>),
    /// The build wrote it, perhaps from other content; it was found by its order.
    Ordered(Rc<Found>),
}

impl Origin {
    /// The page that the build wrote.
    fn page(&self) -> Option<&Found> {
        match self {
            Self::New => None,
            Self::Marked(page) | Self::Ordered(page) => Some(page),
        }
    }
}

/// Makes the element that is described, which is in no document yet. Children for later are made at once where nobody
/// collects them.
pub(super) fn make(el: El, in_drawing: bool, later: &mut Option<Vec<Later>>) -> Built {
    let Parts { tag, attributes, content } = *el.0;
    let (is_drawing, inside) = namespaces(tag, in_drawing);
    let mut built = Built::new(Element::new(tag, is_drawing));
    let parent = built.element.clone();
    match content {
        Content::Children(children) => {
            for child in children {
                match child {
                    Child::El(child) => built.append(make(child, inside, later)),
                    Child::Fixed(text) => parent.insert_text(&text, None),
                    Child::Later(children) => match later {
                        Some(later) => later.push(Later { parent: parent.clone(), in_drawing: inside, children }),
                        None => children().into_iter().for_each(|el| built.append(make(el, inside, later))),
                    },
                    Child::Folded(inside) => built.unfold_when_opened(inside),
                }
            }
        }
        Content::Text(text) => built.follow_text(text),
        Content::Elements(children) => built.follow_children(children, inside, Origin::New),
        Content::Outlet => {}
    }
    built.set(attributes, &Origin::New);
    built
}

/// Makes an element that is there the one that is described, with all that is in it.
fn patch(el: El, element: Element, in_drawing: bool, page: &Rc<Found>) -> Built {
    let Parts { tag, attributes, content } = *el.0;
    let (_, inside) = namespaces(tag, in_drawing);
    let mut built = Built::new(element);
    match content {
        Content::Children(children) => {
            let mut place = Place::within(&built.element, inside, page);
            for child in children {
                match child {
                    Child::El(child) => built._children.push(place.element(child)),
                    Child::Fixed(text) => place.text(&text),
                    Child::Later(children) => {
                        built._children.extend(children().into_iter().map(|child| place.element(child)));
                    }
                    Child::Folded(inside) => built._children.push(place.element(inside())),
                }
            }
            place.end();
        }
        Content::Text(text) => built.follow_text(text),
        Content::Elements(children) => built.follow_children(children, inside, Origin::Ordered(page.clone())),
        Content::Outlet => {}
    }
    built.drop_other_attributes(&attributes);
    built.set(attributes, &Origin::Ordered(page.clone()));
    built
}

/// Where the next child of an element belongs.
struct Place<'a> {
    parent: Element,
    in_drawing: bool,
    page: &'a Rc<Found>,
    /// A node of the page that nothing has claimed yet; all of its siblings before it are claimed.
    next: Option<Node>,
}

impl<'a> Place<'a> {
    fn within(parent: &Element, in_drawing: bool, page: &'a Rc<Found>) -> Self {
        Self { parent: parent.clone(), in_drawing, page, next: parent.first_child() }
    }

    fn all(mut self, children: Vec<El>) -> Vec<Built> {
        let built = children.into_iter().map(|child| self.element(child)).collect();
        self.end();
        built
    }

    /// The next element: the first of the rest that can be it, or a new one. What stands before it goes.
    fn element(&mut self, el: El) -> Built {
        let mut node = self.next.clone();
        while let Some(candidate) = node {
            if let Some(element) = candidate.element().filter(|element| can_be(element, &el)) {
                while let Some(skipped) = self.next.take().filter(|skipped| skipped != &candidate) {
                    self.next = skipped.next();
                    skipped.remove();
                }
                self.next = candidate.next();
                return patch(el, element, self.in_drawing, self.page);
            }
            node = candidate.next();
        }
        let built = make(el, self.in_drawing, &mut None);
        self.parent.insert(&built.element, self.next.as_ref());
        built
    }

    /// The next text: the one that is there, or a new one. An empty text has no node.
    fn text(&mut self, text: &str) {
        let found = self.next.clone().and_then(|node| Some((node.data()?, node)));
        match found {
            Some((data, node)) => {
                self.next = node.next();
                if data != text {
                    node.set_data(text);
                }
            }
            None if text.is_empty() => {}
            None => self.parent.insert_text(text, self.next.as_ref()),
        }
    }

    /// Takes out what nothing has claimed.
    fn end(mut self) {
        while let Some(node) = self.next.take() {
            self.next = node.next();
            node.remove();
        }
    }
}

/// Whether an element of the page can be the one that is described: one of its tag, its id and its class. What changes as
/// the page is used, or by others, says nothing.
fn can_be(element: &Element, el: &El) -> bool {
    let has = |(name, attribute): &(&'static str, Attribute)| match (*name, attribute) {
        ("id" | "class", Attribute::Fixed(value)) => element.attribute(name).as_deref() == Some(value),
        _ => true,
    };
    element.tag() == el.0.tag && el.0.attributes.iter().all(has)
}

impl Built {
    fn new(element: Element) -> Self {
        Self { element, _effects: Vec::new(), _listeners: Vec::new(), _children: Vec::new(), _changing: None }
    }

    fn append(&mut self, child: Built) {
        self.element.insert(&child.element, None);
        self._children.push(child);
    }

    /// A list's value can only be set once its entries are there: attributes come after the children.
    fn set(&mut self, attributes: Vec<(&'static str, Attribute)>, origin: &Origin) {
        let page = origin.page();
        // What a person typed or ticked before the app was there.
        let mut is_used = false;
        for (name, attribute) in attributes {
            let element = self.element.clone();
            // Whether `<details>` is open is the person's choice once it is there.
            let is_choice = page.is_some() && name == "open";
            match attribute {
                Attribute::Fixed(value) => {
                    if !matches!(origin, Origin::Marked(_)) && !is_choice {
                        element.put(name, Some(&value));
                    }
                }
                Attribute::Live(value) => {
                    let is_choice = Cell::new(is_choice);
                    self.keep(Box::new(move || {
                        let value = value();
                        if !is_choice.take() {
                            element.put(name, value.as_deref());
                        }
                    }));
                }
                Attribute::Value(value) => {
                    let typed = page.map(|_| element.value()).filter(|typed| *typed != untrack(&value));
                    self.keep(Box::new(move || element.set_value(&value())));
                    if let Some(typed) = typed {
                        self.element.set_value(&typed);
                        is_used = true;
                    }
                }
                Attribute::Checked(checked) => {
                    let ticked = page.map(|_| element.is_checked()).filter(|ticked| *ticked != untrack(&checked));
                    self.keep(Box::new(move || element.set_checked(checked())));
                    if let Some(ticked) = ticked {
                        self.element.set_checked(ticked);
                        is_used = true;
                    }
                }
                Attribute::On(handler) => self._listeners.push(element.listen(name, handler)),
            }
        }
        if let (Some(page), true) = (page, is_used) {
            page.used.borrow_mut().push(self.element.clone());
        }
    }

    fn follow_text(&mut self, text: Live<Text>) {
        let element = self.element.clone();
        self.keep(Box::new(move || element.put_text(&text())));
    }

    fn follow_children(&mut self, children: Live<Vec<El>>, in_drawing: bool, origin: Origin) {
        let parent = self.element.clone();
        let origin = Cell::new(origin);
        self._changing = Some(RenderEffect::new(move |_| {
            let children = children();
            // Those that come later are new.
            match origin.take() {
                Origin::Marked(page) => {
                    let mut built = Vec::new();
                    children.into_iter().for_each(|child| adopt(child, in_drawing, &page, &mut built));
                    built
                }
                Origin::Ordered(page) => Place::within(&parent, in_drawing, &page).all(children),
                Origin::New => {
                    parent.set_text("");
                    let made = children.into_iter().map(|child| make(child, in_drawing, &mut None));
                    made.inspect(|child| parent.insert(&child.element, None)).collect()
                }
            }
        }));
    }

    #[inline(never)]
    fn keep(&mut self, effect: Box<dyn Fn()>) {
        self._effects.push(RenderEffect::new(move |_| effect()));
    }

    /// Makes what a `<details>` holds when its summary is pressed, which is before it opens.
    fn unfold_when_opened(&mut self, inside: Live<El>) {
        let parent = self.element.clone();
        let inside = Cell::new(Some(inside));
        let unfold = move |_| {
            if let Some(inside) = inside.take() {
                parent.insert(&make(inside(), false, &mut None).element, None);
            }
        };
        self._listeners.push(self.element.listen("click", Box::new(unfold)));
    }

    /// Takes out the attributes that belong to an earlier content. `open` is the person's; what begins with `data-`, and
    /// `style`, may be the browser's or an extension's.
    fn drop_other_attributes(&self, attributes: &[(&'static str, Attribute)]) {
        for name in self.element.attribute_names() {
            let is_known = attributes.iter().any(|(own, _)| *own == name) || name == "open" || name == "style";
            if !is_known && !name.starts_with("data-") {
                self.element.remove_attribute(&name);
            }
        }
    }
}
