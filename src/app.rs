//! Ties content, views and browser together: loads the content, shows the page of the address, follows links.

use crate::components::frame::frame;
use crate::components::shared::Shared;
use crate::content::{self, Content, SITE_FILE};
use crate::pages;
use crate::platform::{clock, document, fetch, history, performance, shell, task};
use crate::route::Route;
use leptos::prelude::*;

/// The language whose words are shown.
const LANGUAGE: &str = "en";

/// Starts the app. Until the content is there, and if it never comes, `index.html` shows its own first screen and
/// the bar, both of which work without the app.
pub fn start() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    shell::on_retry(|| task::spawn(load_and_show()));
    task::spawn(load_and_show());
}

async fn load_and_show() {
    let base = document::base_path();
    let words_file = format!("{LANGUAGE}.json");
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
        Ok(content) => show(Box::leak(Box::new(content)), base),
        Err(problems) => shell::show_failure(&problems),
    }
}

fn show(content: &'static Content, base: String) {
    let base: &'static str = Box::leak(base.into_boxed_str());
    let zone = &content.meeting.zone;
    let owner = Owner::new();
    owner.set();
    let shared = Shared {
        content,
        base,
        now: RwSignal::new(clock::now_in(zone)),
        ticked: RwSignal::new(vec![false; content.signs.len()]),
    };
    let route = RwSignal::new(Route::parse(&history::path_below(base)));
    shell::fill(content);
    document::set_title(&pages::title(shared, &route.get_untracked()));
    shell::mount(move || frame(shared, route, move || route.with(|route| pages::page(shared, route))));
    // The first screen's links were real links; from here on they are followed without loading a page.
    history::follow(base, move |visit| {
        let next = Route::parse(&visit.path);
        document::set_title(&pages::title(shared, &next));
        if route.get_untracked() == next {
            return history::settle(&visit, false);
        }
        shared.now.set(clock::now_in(zone));
        route.set(next);
        task::spawn(async move {
            leptos::task::tick().await;
            history::settle(&visit, true);
        });
    });
    history::arrive();
    document::on_return(move || shared.now.set(clock::now_in(zone)));
    // What reacts lives as long as the page.
    std::mem::forget(owner);
    performance::mark("app-interactive");
}
