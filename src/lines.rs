//! Which help lines serve a need in a place.

use crate::content::{Area, Content, Line};

/// The places that someone can choose: Portland, Oregon, the United States, elsewhere.
pub const PLACES: [&str; 4] = ["portland", "oregon", "us", "abroad"];

/// The lines that serve a need and answer in a place; an empty text means any. Danger now comes first, then the
/// nearest ones; those of police and immigration enforcement come last.
pub fn find<'a>(content: &'a Content, need: &str, place: &str) -> Vec<&'a Line> {
    const NEAR: [Area; 4] = [Area::Portland, Area::Oregon, Area::Us, Area::Abroad];
    // Who is in Portland is in Oregon and in the United States, too.
    let areas = match place {
        "portland" => &NEAR[..3],
        "oregon" => &NEAR[1..3],
        "us" => &NEAR[2..3],
        "abroad" => &NEAR[3..],
        _ => &NEAR[..],
    };
    let mut found = Vec::new();
    for enforces in [false, true] {
        for area in areas {
            let fits = |line: &&Line| line.area == *area && line.enforces() == enforces;
            let serves = |line: &&Line| need.is_empty() || line.needs.iter().any(|own| own == need);
            found.extend(content.lines.iter().filter(fits).filter(serves));
        }
    }
    // Danger now cannot wait for what is near.
    let emergency = content.emergency();
    if let Some(index) = found.iter().position(|line| line.id == emergency.id) {
        found.remove(index);
        found.insert(0, emergency);
    }
    found
}
