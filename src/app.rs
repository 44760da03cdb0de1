//! Ties content, views and browser together: loads the content, takes over the page that the build wrote for the
//! address, follows links.

use crate::components::el::dom::{self, Origin};
use crate::components::frame::{APP, frame};
use crate::components::shared::Shared;
use crate::components::state::State;
use crate::content::{self, Content, File, SITE_FILE};
use crate::pages;
use crate::platform::{absence, clock, document, fetch, history, page, performance, task};
use crate::route::Route;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

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
    let [site, words] = fetch::both(format!("{base}content/{SITE_FILE}"), format!("{base}content/{words_file}")).await;
    let loaded = match (site, words) {
        (Ok(site), Ok(words)) => {
            let site = File::parse(SITE_FILE, &site);
            task::pause().await;
            let words = File::parse(&words_file, &words);
            task::pause().await;
            content::join(site, words).map_err(|problems| problems.iter().map(ToString::to_string).collect())
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
    let Some(element) = page::element(APP) else { return };
    let root: &'static str = Box::leak(format!("{base}{}", content.folder()).into_boxed_str());
    let base: &'static str = Box::leak(base.into_boxed_str());
    let owner = Owner::new();
    owner.set();
    let shared = Shared::new(content, base, root);
    let here = Route::parse(&history::path_below(root));
    let the_same = document::is_written_for(&here.file(), content.digest);
    document::set_title(&pages::title(shared, &here));
    let route = State::new(here);
    let at_once = Rc::new(Cell::new(true));
    let needed = at_once.clone();
    let view = frame(shared, route, move || route.with(|route| pages::page(shared, route)), move || needed.get());
    let built = dom::take_over(view, element, if the_same { Origin::WrittenTheSame } else { Origin::Written });
    page::offer_app(true);
    performance::mark("app-taken-over");
    // The page's links were real links; from here on they are followed without loading a page.
    history::follow(root, move |visit| {
        let next = Route::parse(&visit.path);
        document::set_title(&pages::title(shared, &next));
        shared.walk.update(|walk| walk.arrive(visit.entry, visit.is_new()));
        let steps = matches!(next, Route::Me | Route::Saw);
        let same_page = route.get_untracked() == next;
        if same_page {
            document::set_busy(false);
        } else {
            // On the way back to a step its heading has to be there.
            at_once.set(visit.needs_whole_page() || (steps && !visit.is_new()));
            route.set(next);
        }
        task::spawn(async move {
            leptos::task::tick().await;
            let placed = history::settle(&visit);
            task::next_frame().await;
            // In a guided flow it is another step: its heading is read out as that of a new page is.
            if !placed && (steps || !same_page) {
                // Focus wants to know where everything stands: asked for before, it would keep the heading from being drawn.
                document::focus_heading();
            }
            task::pause().await;
            tell_time(shared);
        });
    });
    document::on_return(move || tell_time(shared));
    absence::watch(move || shared.forget());
    // What reacts lives as long as the page.
    std::mem::forget((owner, built));
    task::spawn(async move {
        // What was written at build time is as the app makes it without a clock.
        task::pause().await;
        tell_time(shared);
        performance::mark("app-interactive");
    });
}

/// Looks at the clock in the club's zone, which takes the browser a while the first time.
fn tell_time(shared: Shared) {
    shared.now.set(Some(clock::now_in(&shared.content.meeting.zone)));
}
