//! Views that several pages share.

pub mod bar;
pub mod blocks;
pub mod caution;
pub mod copy;
pub mod door;
pub mod el;
pub mod frame;
pub mod install;
pub mod line;
pub mod meeting;
pub mod offline;
pub mod section;
pub mod settings;
pub mod shared;
pub mod sign;
pub mod sources;
pub mod state;
