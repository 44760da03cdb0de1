//! Ties content, views and browser together: loads the content, takes over the page that the build wrote for the
//! address, follows links.

use crate::components::el::dom;
use crate::components::el::screen::Screen;
use crate::components::frame::{APP, MAIN, frame, main_part};
use crate::components::shared::Shared;
use crate::components::state::State;
use crate::content::{self, Content, File, SITE_FILE};
use crate::meetings;
use crate::pages;
use crate::platform::history::Visit;
use crate::platform::node::Element;
use crate::platform::{absence, clock, document, fetch, history, page, performance, task};
use crate::route::Route;
use leptos::prelude::*;
use std::cell::Cell;

/// Starts the app. Until the content is there, and if it never comes, the page stays as the build wrote it: whole, and
/// with links that work.
pub fn start() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    task::start_reacting();
    page::on_retry(|| task::spawn(load_and_show()));
    task::spawn(load_and_show());
}

async fn load_and_show() {
    let base = document::base();
    let words_file = format!("{}.json", document::language());
    let files = fetch::both(format!("{base}content/{SITE_FILE}"), format!("{base}content/{words_file}")).await;
    let [site, words] = files.map(|bytes| bytes.and_then(content::text_of));
    let loaded = match (site, words) {
        (Ok(site), Ok(words)) => {
            let site = File::parse(SITE_FILE, &site);
            task::pause().await;
            let words = File::parse(&words_file, &words);
            task::pause().await;
            content::join(site, words, clock::zone_exists)
                .map_err(|problems| problems.iter().map(ToString::to_string).collect())
        }
        (site, words) => Err([(SITE_FILE, site.err()), (&words_file, words.err())]
            .into_iter()
            .filter_map(|(file, error)| error.map(|error| format!("{file}: {error}")))
            .collect::<Vec<_>>()),
    };
    match loaded {
        // The content lives as long as the page: leaking it once lets every view borrow from it.
        Ok(content) => {
            let content: &'static Content = Box::leak(Box::new(content));
            task::pause().await;
            page::when_released(move || show(content, base));
        }
        Err(problems) => page::show_failure(&problems),
    }
}

fn show(content: &'static Content, base: String) {
    let (Some(app), Some(main)) = (Element::with_id(APP), Element::with_id(MAIN)) else {
        // Someone has taken the page apart: what is left of it goes on as a page without an app.
        return page::offer_app(false);
    };
    let root: &'static str = Box::leak(format!("{base}{}", content.folder()).into_boxed_str());
    let base: &'static str = Box::leak(base.into_boxed_str());
    let owner = Owner::new();
    owner.set();
    let shared = Shared::new(content, base, root);
    let here = pages::at(content, &history::path_below(root), &document::file());
    let address = (here != Route::NotFound).then(|| shared.url(&here));
    let is_same = document::is_written_for(&here.file(), content.digest);
    document::set_title(&pages::title(shared, &here));
    let route = State::new(here.clone());
    let around = dom::marked(&app, Some(&main));
    let frame = dom::take_over(&app, || frame(shared, route, main_part().outlet()), around, is_same);
    let screen = Screen::take_over(main, || pages::page(shared, &here), is_same);
    page::offer_app(true);
    performance::mark("app-taken-over");
    // What reacts lives as long as the page.
    std::mem::forget((owner, frame));
    let pages: &'static Pages =
        Box::leak(Box::new(Pages { shared, route, screen, visits: Cell::default(), is_unread: Cell::default() }));
    // The page's links were real links; from here on they are followed without loading a page.
    history::follow(root, address, |visit| task::spawn(pages.show(visit)));
    document::on_return(move || tell_time(shared));
    absence::watch(move || shared.forget());
    task::spawn(async move {
        // What was written at build time is as the app makes it without a clock.
        task::pause().await;
        tell_time(shared);
        performance::mark("app-interactive");
        loop {
            task::wait(clock::left_of_minute()).await;
            tell_time(shared);
        }
    });
}

/// How long a page is put in without a pause, in milliseconds. A phone that is four times slower than a computer stays within
/// the 50 ms after which a wait is felt.
const STRETCH: f64 = 8.0;

/// The pages, of which one is shown.
struct Pages {
    shared: Shared,
    /// The page that is shown.
    route: State<Route>,
    screen: Screen,
    /// How many addresses were gone to.
    visits: Cell<usize>,
    /// Whether the page is another one, and its heading has not had the focus yet.
    is_unread: Cell<bool>,
}

impl Pages {
    /// Shows the page of an address: its heading, then the focus on it, then the rest. Whoever goes on meanwhile ends this:
    /// the later visit puts in what is missing.
    async fn show(&self, visit: Visit) {
        let turn = self.visits.get() + 1;
        self.visits.set(turn);
        let is_over = || self.visits.get() != turn;
        let shared = self.shared;
        let next = Route::parse(&visit.path);
        shared.walk.update(|walk| walk.arrive(visit.entry, visit.is_new()));
        let has_steps = matches!(next, Route::Me | Route::Saw);
        let is_other = self.route.get_untracked() != next;
        let before = is_other.then(|| self.screen.begin(|| pages::page(shared, &next)));
        self.is_unread.set(is_other || self.is_unread.get());
        // On the way back to a step its heading has to be there.
        if visit.needs_whole_page() || (has_steps && !visit.is_new()) {
            self.screen.complete();
        }
        document::set_title(&pages::title(shared, &next));
        self.route.set(next);
        leptos::task::tick().await;
        if is_over() {
            return;
        }
        let is_placed = history::settle(&visit);
        task::next_frame().await;
        if is_over() {
            return;
        }
        // In a guided flow it is another step: its heading is read out as that of a new page is. Focus wants to know where
        // everything stands: asked for before, it would keep the heading from being drawn; later, it would have to wait for
        // a layout of the rest.
        if (self.is_unread.take() || has_steps) && !is_placed {
            document::focus_heading();
        }
        task::pause().await;
        drop(before);
        loop {
            if is_over() {
                return;
            }
            let until = performance::now() + STRETCH;
            if self.screen.go_on(|| performance::now() > until) {
                break;
            }
            task::pause().await;
        }
        tell_time(shared);
    }
}

/// Looks at the clock in the club's zone, which takes the browser a while the first time. What is shown changes only when
/// something else is to be said: whoever is reading, or has just set focus on a link there, is not disturbed each minute.
fn tell_time(shared: Shared) {
    let meeting = &shared.content.meeting;
    let now = clock::now_in(&meeting.zone);
    let told = shared.now.get_untracked();
    if !told.zip(now).is_some_and(|(told, now)| meetings::is_alike(meeting, told, now)) {
        shared.now.set(now);
    }
}
