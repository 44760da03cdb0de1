//! Starts the app in a browser, and nothing else.

fn main() {
    porchlight::app::start();
}
