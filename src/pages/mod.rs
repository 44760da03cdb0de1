//! The pages, one file each.

mod about;
mod article;
mod doors;
mod flow;
mod help;
mod home;
mod learn;
mod meetings;
mod missing;
mod phone;
mod ready;
#[cfg(not(target_arch = "wasm32"))]
mod shell;
mod signs;

use crate::components::el::El;
use crate::components::shared::Shared;
use crate::content::{Content, W};
use crate::route::Route;

/// The page at an address. Where the address is of none, it is the one that the host has delivered there: that says itself
/// for which file it was written.
pub fn at(content: &Content, path: &str, file: &str) -> Route {
    let is_there = |route: &Route| match route {
        Route::Setting(id) => content.setting(id).is_some(),
        Route::Article(id) => content.article(id).is_some(),
        route => *route != Route::NotFound,
    };
    [path, file].map(Route::parse).into_iter().find(is_there).unwrap_or(Route::NotFound)
}

/// The page of a route. A setting or an article that the content does not have is not found.
pub fn page(shared: Shared, route: &Route) -> Vec<El> {
    let content = shared.content;
    match route {
        Route::Home => home::page(shared),
        Route::Help => help::page(shared),
        Route::Ready => ready::page(shared),
        Route::Signs => doors::page(shared),
        Route::Me => flow::page(shared, &content.flows.me),
        Route::Saw => flow::page(shared, &content.flows.saw),
        Route::AllSigns => signs::page(shared, None),
        Route::Setting(id) => match content.setting(id) {
            Some(setting) => signs::page(shared, Some(setting)),
            None => missing::page(shared),
        },
        Route::Meetings => meetings::page(shared),
        Route::Learn => learn::page(shared),
        Route::Article(id) => match content.article(id) {
            Some(article) => article::page(shared, article),
            None => missing::page(shared),
        },
        Route::About => about::page(shared),
        Route::Phone => phone::page(shared),
        Route::NotFound => missing::page(shared),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub use shell::page as shell;

/// What a page is, in one sentence, for search engines and for previews of shared links: neutral as the title is.
#[cfg(not(target_arch = "wasm32"))]
pub fn description(shared: Shared, route: &Route) -> String {
    let content = shared.content;
    let missing = || shared.word(W::DescribeMissing).to_string();
    let word = |word| shared.word(word).to_string();
    let named = |word, name: &str| shared.fill(word, &[("name", name)]);
    match route {
        Route::Home => word(W::DescribeHome),
        Route::Help => word(W::DescribeHelp),
        Route::Ready => word(W::DescribeReady),
        Route::Signs => word(W::DescribeSigns),
        Route::Me => word(W::DescribeMe),
        Route::Saw => word(W::DescribeSaw),
        Route::AllSigns => word(W::DescribeAllSigns),
        Route::Setting(id) => {
            content.setting(id).map_or_else(missing, |setting| named(W::DescribeSetting, &setting.name))
        }
        Route::Meetings => word(W::DescribeMeetings),
        Route::Learn => word(W::DescribeLearn),
        Route::Article(id) => {
            content.article(id).map_or_else(missing, |article| named(W::DescribeArticle, &article.tab))
        }
        Route::About => word(W::DescribeAbout),
        Route::Phone => word(W::DescribePhone),
        Route::NotFound => missing(),
    }
}

/// The title of a page, for tab and history: neutral, because others may read both.
pub fn title(shared: Shared, route: &Route) -> String {
    let content = shared.content;
    let missing = shared.word(W::MissingTitle);
    let page = match route {
        Route::Home => return shared.word(W::Brand).into(),
        Route::Help => shared.word(W::NavHelp),
        Route::Ready => shared.word(W::ReadyTab),
        Route::Signs => shared.word(W::NavSigns),
        Route::Me => &content.flows.me.tab,
        Route::Saw => &content.flows.saw.tab,
        Route::AllSigns => shared.word(W::SignsTab),
        Route::Setting(id) => content.setting(id).map_or(missing, |setting| &setting.name),
        Route::Meetings => shared.word(W::NavMeetings),
        Route::Learn => shared.word(W::NavLearn),
        Route::Article(id) => content.article(id).map_or(missing, |article| &article.tab),
        Route::About => shared.word(W::NavAbout),
        Route::Phone => shared.word(W::PhoneTab),
        Route::NotFound => missing,
    };
    shared.fill(W::Tab, &[("page", page)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::load;

    #[test]
    fn a_page_that_the_host_has_delivered_is_never_shown_as_missing() {
        let [site, words] =
            [include_str!("../../public/content/site.json"), include_str!("../../public/content/en.json")];
        let content = load(site, words, "en.json").unwrap();
        for (path, file, route) in [
            ("meetings/", "meetings/index.html", Route::Meetings),
            ("meetings", "meetings/index.html", Route::Meetings),
            // The address is a page's: the shell, or "not found", of a host that knows less than the content.
            ("meetings/", "offline.html", Route::Meetings),
            ("meetings/", "404.html", Route::Meetings),
            // It is none: the page says what it is.
            ("treffen.php", "meetings/index.html", Route::Meetings),
            ("/Club/Porch/signs/hotel", "signs/hotel/index.html", Route::Setting("hotel".into())),
            ("signs/renamed/", "signs/hotel/index.html", Route::Setting("hotel".into())),
            // Neither is.
            ("treffen.php", "404.html", Route::NotFound),
            ("signs/nowhere/", "offline.html", Route::NotFound),
            ("signs/nowhere/", "signs/nowhere/index.html", Route::NotFound),
            ("", "", Route::Home),
        ] {
            assert_eq!(at(&content, path, file), route, "{path}, {file}");
        }
    }
}
