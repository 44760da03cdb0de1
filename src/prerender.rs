//! The pages as HTML, made at build time from the views that the app uses, so that every word and every link is there
//! without a program. Nothing here depends on when or where it is made.

use crate::components::bar::bar;
use crate::components::el::{El, el};
use crate::components::frame::{APP, frame, main_part};
use crate::components::shared::Shared;
use crate::components::state::State;
use crate::content::{Contact, Content, W};
use crate::pages;
use crate::route::Route;
use crate::zone::Zone;
use leptos::prelude::*;

/// The picture that previews of shared links show, below the public URL. It names nothing.
pub const SHARE_PICTURE: &str = "share.png";

/// The manifest of the installed app, below the folder of the language's pages.
pub const MANIFEST: &str = "manifest.webmanifest";

/// The page into which the offline copy's worker has the app pour any address that it does not keep, below the folder of
/// the language's pages.
pub const SHELL: &str = "offline.html";

/// The page with the numbers, for when nothing else can be opened, below the folder of the language's pages.
pub const NUMBERS: &str = "numbers.html";

/// A site that is to be written.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// The path of the public URL, with a slash at both ends.
    pub base: &'a str,
    /// Scheme and host without a slash at the end, where they are known: `https://example.org`.
    pub origin: Option<&'a str>,
    /// The meeting's zone in the years to come.
    pub zone: &'a Zone,
    /// The content in each language, the one of the first address first.
    pub languages: &'a [&'static Content],
}

/// One page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its file below the folder of the build: `signs/index.html`.
    pub file: String,
    /// The attributes of its root element, each with a space in front.
    pub root: String,
    /// What its head says about it.
    pub head: String,
    /// What a person sees.
    pub body: String,
    /// Where in it the bar ends, in bytes. The page's own script belongs there: the bar can then be drawn, and tapped, before
    /// a slow phone has read the rest.
    pub bar_end: usize,
}

/// Every address of one language.
fn routes(content: &Content) -> Vec<Route> {
    let settings = content.settings.iter().map(|setting| Route::Setting(setting.id.clone()));
    let articles = content.articles.iter().map(|article| Route::Article(article.id.clone()));
    let mut routes = vec![Route::Home, Route::Help, Route::Ready];
    routes.extend([Route::Signs, Route::Me, Route::Saw, Route::AllSigns]);
    routes.extend(settings);
    routes.extend([Route::Meetings, Route::Learn]);
    routes.extend(articles);
    routes.extend([Route::About, Route::Phone]);
    routes
}

impl Site<'_> {
    /// Every page in every language, and the page for unknown addresses in the first one.
    pub fn pages(&self) -> Vec<Page> {
        let mut pages: Vec<_> = self.languages.iter().flat_map(|content| self.pages_in(content)).collect();
        pages.extend(self.languages.first().map(|first| self.page(first, &Route::NotFound)));
        pages
    }

    /// What search engines may visit (RFC 9309): everything.
    pub fn robots(&self) -> String {
        let mut robots = String::from("User-agent: *\nAllow: /\n");
        if let Some(origin) = self.origin {
            robots.push_str(&format!("\nSitemap: {origin}{}sitemap.xml\n", self.base));
        }
        robots
    }

    /// The list of all addresses (sitemaps.org, protocol 0.9), where the origin is known.
    pub fn sitemap(&self) -> Option<String> {
        self.origin?;
        let mut sitemap = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        sitemap.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for content in self.languages {
            for route in routes(content) {
                let address = self.address(content, &content.language, &route);
                sitemap.push_str(&format!("<url><loc>{address}</loc></url>\n"));
            }
        }
        sitemap.push_str("</urlset>\n");
        Some(sitemap)
    }

    /// In every language, the page without words of its own into which the app pours another.
    pub fn shells(&self) -> Vec<Page> {
        self.languages.iter().map(|content| self.shell(content)).collect()
    }

    /// In every language, a page with the numbers and nothing else: its file and its text.
    pub fn numbers(&self) -> Vec<(String, String)> {
        let file = |content: &Content| format!("{}{NUMBERS}", content.folder());
        self.languages.iter().map(|content| (file(content), numbers(content))).collect()
    }

    fn pages_in(&self, content: &'static Content) -> Vec<Page> {
        routes(content).iter().map(|route| self.page(content, route)).collect()
    }

    fn page(&self, content: &'static Content, route: &Route) -> Page {
        let owner = Owner::new();
        owner.with(|| {
            let shared = self.shared(content);
            let here = State::new(route.clone());
            let page = frame(shared, here, main_part().all(pages::page(shared, route)));
            let file = route.file();
            self.written(shared, &file, &self.head(shared, route), page)
        })
    }

    fn shell(&self, content: &'static Content) -> Page {
        let owner = Owner::new();
        owner.with(|| {
            let shared = self.shared(content);
            let here = State::new(Route::NotFound);
            let title = el("title").text(shared.word(W::Brand));
            let description = shared.word(W::DescribeHome);
            let mut head = vec![title, meta("name", "description", description.into()), noindex()];
            head.push(self.manifest_link(content));
            self.written(shared, SHELL, &head, frame(shared, here, main_part().all(pages::shell(shared))))
        })
    }

    fn written(&self, shared: Shared, file: &str, head: &[El], frame: Vec<El>) -> Page {
        let content = shared.content;
        let body = el("div").attr("id", APP).all(frame).html();
        let bar = bar(shared).html();
        Page {
            file: format!("{}{file}", content.folder()),
            root: self.root(content, file),
            head: lines(head),
            bar_end: body.find(&bar).expect("every page has the bar") + bar.len(),
            body,
        }
    }

    /// What views are given. They borrow for as long as the program runs, and this program runs for one build.
    fn shared(&self, content: &'static Content) -> Shared {
        let base: &'static str = Box::leak(self.base.to_string().into_boxed_str());
        let root: &'static str = Box::leak(format!("{base}{}", content.folder()).into_boxed_str());
        Shared::new(content, base, root)
    }

    fn manifest_link(&self, content: &Content) -> El {
        el("link").attr("rel", "manifest").attr("href", format!("{}{}{MANIFEST}", self.base, content.folder()))
    }

    /// Language and direction; and what the app asks for when it takes the page over: where the site stands, which page
    /// this is, from what it was written, and what the clocks of the zone show in which the
    /// club meets.
    fn root(&self, content: &Content, file: &str) -> String {
        let (language, direction) = (&content.language, direction(content));
        format!(
            " lang=\"{language}\" dir=\"{direction}\" data-language=\"{language}\" data-base=\"{}\" data-page=\"{file}\" data-content=\"{}\" data-zone=\"{} {}\" data-open=\"{}\"",
            self.base,
            content.digest,
            self.zone.name,
            self.zone.written(),
            content.ui.get(W::BlankOpen)
        )
    }

    /// An absolute address where the origin is known, else one from the root of the host.
    fn address(&self, content: &Content, language: &str, route: &Route) -> String {
        format!("{}{}{}{}", self.origin.unwrap_or_default(), self.base, content.folder_of(language), route.path())
    }

    /// Title, description, previews, and the addresses that belong to the page.
    fn head(&self, shared: Shared, route: &Route) -> Vec<El> {
        let content = shared.content;
        let title = pages::title(shared, route);
        let description = pages::description(shared, route);
        let mut head = vec![
            el("title").text(title.clone()),
            meta("name", "description", description.clone()),
            meta("property", "og:type", "website".into()),
            meta("property", "og:title", title),
            meta("property", "og:description", description),
            meta("property", "og:image", format!("{}{}{SHARE_PICTURE}", self.origin.unwrap_or_default(), self.base)),
            self.manifest_link(content),
        ];
        if *route == Route::NotFound {
            head.push(noindex());
            return head;
        }
        let here = self.address(content, &content.language, route);
        if self.origin.is_some() {
            head.push(meta("property", "og:url", here.clone()));
            head.push(el("link").attr("rel", "canonical").attr("href", here));
        }
        if content.languages.len() > 1 {
            head.extend(content.languages.iter().map(|language| {
                let address = self.address(content, &language.id, route);
                el("link").attr("rel", "alternate").attr("hreflang", language.id.clone()).attr("href", address)
            }));
        }
        head
    }
}

/// Plain HTML without style and script: it must stand where nothing else does.
fn numbers(content: &'static Content) -> String {
    let word = |word| content.ui.get(word);
    let call = |line| Content::number(line).map(|phone| (phone.tel(), phone.shown()));
    let text = content.hotline().usable().find_map(|channel| match &channel.contact {
        Contact::Text(phone, _) => Some((phone.sms(), format!("{} {}", word(W::BarText), phone.shown()))),
        _ => None,
    });
    let links = [
        call(content.hotline()).map(|(href, shown)| (href, format!("{} {shown}", word(W::BarCall)))),
        text,
        call(content.emergency()).map(|(href, shown)| {
            let call = content.ui.fill(W::BarDangerCall, &[("number", &shown)]);
            (href, format!("{} {call}", word(W::BarDanger)))
        }),
        Some((content.exit.clone(), word(W::BarExit).to_string())),
    ];
    // A heading is large enough for a thumb without a style.
    let link = |(href, text)| el("h2").child(el("a").attr("href", href).attr("rel", "noreferrer").text(text));
    let head = [
        el("meta").attr("charset", "utf-8"),
        el("title").text(word(W::Brand)),
        meta("name", "viewport", "width=device-width, initial-scale=1".into()),
        meta("name", "color-scheme", "light dark".into()),
        noindex(),
    ];
    let body = el("body")
        .child(el("h1").text(word(W::BarLabel)))
        .child(el("p").text(word(W::OfflineNumbers)))
        .all(links.into_iter().flatten().map(link));
    let (language, direction) = (&content.language, direction(content));
    format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n  {}\n{}</html>\n",
        lines(&head),
        body.html()
    )
}

fn direction(content: &Content) -> &'static str {
    if content.right_to_left { "rtl" } else { "ltr" }
}

fn meta(key: &'static str, name: &'static str, value: String) -> El {
    el("meta").attr(key, name).attr("content", value)
}

/// Keeps a page out of search engines.
fn noindex() -> El {
    meta("name", "robots", "noindex".into())
}

fn lines(head: &[El]) -> String {
    head.iter().map(El::html).collect::<Vec<_>>().join("\n  ")
}
