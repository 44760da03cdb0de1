//! Loading the content files.

use gloo_net::http::Request;
use web_sys::RequestCache;

/// Loads two files side by side; each is its text, or what went wrong.
pub async fn both(first: &str, second: &str) -> (Result<String, String>, Result<String, String>) {
    futures_util::future::join(text(first), text(second)).await
}

async fn text(url: &str) -> Result<String, String> {
    // People edit these files in place: ask the server each time whether there is a newer one.
    let request = Request::get(url).cache(RequestCache::NoCache);
    let response = request.send().await.map_err(|_| "the server could not be reached".to_string())?;
    if !response.ok() {
        return Err(format!("the server answered {}", response.status()));
    }
    response.text().await.map_err(|_| "the file broke off while loading".to_string())
}
