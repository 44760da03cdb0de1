//! One module for each command.

pub mod bench;
pub mod build;
pub mod check;
pub mod post_build;
pub mod rebuild;
pub mod serve;
pub mod soak;
pub mod test;
