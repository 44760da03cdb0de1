//! Which help lines serve a need in a place.

use crate::content::{Area, Content, Line};

/// From near to far.
const AREAS: [Area; 4] = [Area::Portland, Area::Oregon, Area::Us, Area::Abroad];

/// The lines that serve a need and answer for someone in a place; without one of them, any. Danger now comes first, then
/// the nearest ones; those of police and immigration enforcement come last.
pub fn find<'a>(content: &'a Content, need: Option<&str>, place: Option<Area>) -> Vec<&'a Line> {
    // Who is in Portland is in Oregon and in the United States, too.
    let areas = match place {
        Some(Area::Portland) => &AREAS[..3],
        Some(Area::Oregon) => &AREAS[1..3],
        Some(Area::Us) => &AREAS[2..3],
        Some(Area::Abroad) => &AREAS[3..],
        None => &AREAS[..],
    };
    let emergency = content.emergency();
    let mut found = Vec::new();
    // What cannot wait, what is near, and what enforces the law.
    for rank in 0..3 {
        for area in areas {
            for line in &content.lines {
                let own = if line.id == emergency.id { 0 } else { 1 + usize::from(line.enforces()) };
                let serves = need.is_none_or(|need| line.needs.iter().any(|own| own == need));
                if own == rank && line.area == *area && serves {
                    found.push(line);
                }
            }
        }
    }
    found
}
