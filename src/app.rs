//! Ties content, views and browser together: loads the content, takes over the page that the build wrote for the
//! address, follows links.

use crate::components::el::dom;
use crate::components::frame::{APP, frame};
use crate::components::shared::Shared;
use crate::content::{self, Content, SITE_FILE};
use crate::pages;
use crate::platform::{clock, document, fetch, history, page, performance, task};
use crate::route::Route;
use leptos::prelude::*;

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
        (Ok(site), Ok(words)) => content::load(&site, &words, &words_file)
            .map_err(|problems| problems.iter().map(ToString::to_string).collect()),
        (site, words) => Err([(SITE_FILE, site.err()), (&words_file, words.err())]
            .into_iter()
            .filter_map(|(file, error)| error.map(|error| format!("{file}: {error}")))
            .collect::<Vec<_>>()),
    };
    match loaded {
        // The content lives as long as the page: leaking it once lets every view borrow from it.
        Ok(content) => {
            let content: &'static Content = Box::leak(Box::new(content));
            page::when_released(move || show(content, base));
        }
        Err(problems) => page::show_failure(&problems),
    }
}

fn show(content: &'static Content, base: String) {
    let Some(element) = page::element(APP) else { return };
    let root: &'static str = Box::leak(format!("{base}{}", content.folder()).into_boxed_str());
    let base: &'static str = Box::leak(base.into_boxed_str());
    let zone = &content.meeting.zone;
    let owner = Owner::new();
    owner.set();
    let shared = Shared::new(content, base, root);
    let route = RwSignal::new(Route::parse(&history::path_below(root)));
    document::set_title(&pages::title(shared, &route.get_untracked()));
    let view = frame(shared, route, move || route.with(|route| pages::page(shared, route)));
    let built = dom::take_over(view, element);
    // What was written at build time is as the app would have made it without a clock. Now there is one.
    shared.now.set(Some(clock::now_in(zone)));
    page::offer_app(true);
    // The page's links were real links; from here on they are followed without loading a page.
    history::follow(root, move |visit| {
        let next = Route::parse(&visit.path);
        document::set_title(&pages::title(shared, &next));
        if route.get_untracked() == next {
            return history::settle(&visit, false);
        }
        shared.now.set(Some(clock::now_in(zone)));
        route.set(next);
        task::spawn(async move {
            leptos::task::tick().await;
            history::settle(&visit, true);
        });
    });
    document::on_return(move || shared.now.set(Some(clock::now_in(zone))));
    // What reacts lives as long as the page.
    std::mem::forget((owner, built));
    performance::mark("app-interactive");
}
