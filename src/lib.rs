//! Porchlight: the way to the hotline, the signs and what to do, and when the club meets.
//!
//! One direction, from the inside out; nothing reaches back:
//!
//! 1. [`content`]: two JSON files become one checked value. [`date`], [`zone`], [`route`]: plain
//!    values.
//! 2. [`meetings`], [`search`], [`signs`], [`format`]: pure rules. They take `now` and the content as arguments and know no
//!    web type.
//! 3. `pages`, `components`: views. They hold no rule and no word; content goes in as plain data.
//! 4. `platform`: every touch of the browser, and the only place that names `web_sys`. `app` ties the four together
//!    there; [`prerender`] makes HTML of the same views at build time.

pub mod content;
pub mod date;
pub mod flow;
pub mod format;
pub mod lines;
pub mod meetings;
pub mod rehearsal;
pub mod route;
pub mod search;
pub mod signs;
pub mod zone;

pub mod app;
mod components;
mod pages;
mod platform;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
