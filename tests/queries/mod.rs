//! What people would type into the search of the signs, on a phone, and which signs must be among the first five.
//!
//! Written before the search was, from the signs' texts alone. A query that turns out to fail is a fault of the search or
//! of the words in the content, not of this table.

/// A query, and the ids of the signs that must all be among the first five.
pub type Query = (&'static str, &'static [&'static str]);

/// Words as they stand in the signs.
pub const PLAIN: &[Query] = &[
    ("passport", &["60"]),
    ("debt", &["61"]),
    ("visa", &["4"]),
    ("tips", &["15", "97", "115"]),
    ("contract", &["3", "26"]),
    ("immigration", &["94"]),
    ("tired", &["47", "79"]),
    ("quota", &["112"]),
    ("buzzer", &["95"]),
    ("shame", &["38"]),
    ("tickets", &["73", "74", "106"]),
    ("recruiter", &["7", "8"]),
    ("scam", &["25", "73"]),
    ("bank", &["63"]),
    ("van", &["103"]),
    ("I-5", &["107"]),
];

/// Two or more words, in any order, with words between that say nothing.
pub const SEVERAL_WORDS: &[Query] = &[
    ("my boss has my id", &["60"]),
    ("took my passport", &["60"]),
    ("older boyfriend", &["77"]),
    ("locked in", &["28"]),
    ("long hours", &["14", "83"]),
    ("no pay", &["15"]),
    ("crew leader", &["99"]),
    ("hotel keys", &["80"]),
    ("gift cards", &["72"]),
    ("too good to be true", &["6"]),
    ("truck stop", &["103", "104"]),
    ("massage parlor", &["95"]),
    ("nail salon", &["115"]),
    ("crowded house", &["55"]),
    ("no toilet", &["56"]),
    ("sleeps in the garage", &["58"]),
    ("parking lot", &["90"]),
    ("eye contact", &["49"]),
    ("full body photos", &["8"]),
    ("two phones", &["68"]),
    ("job abroad", &["73"]),
    ("sex for food", &["75"]),
    ("pays cash", &["87", "110"]),
    ("under 18", &["75", "104"]),
    ("safety gear", &["21"]),
    ("someone watches me", &["27"]),
    ("speaks for her", &["32"]),
    ("lie to police", &["42"]),
    ("threatens my family", &["36"]),
    ("not allowed to quit", &["23"]),
];

/// Other forms of the words: plural and singular, verbs in another tense, nouns from verbs.
pub const WORD_FORMS: &[Query] = &[
    ("passports", &["60"]),
    ("tattoos", &["50"]),
    ("nannies", &["98"]),
    ("debts", &["61"]),
    ("bruised", &["46"]),
    ("deport", &["37"]),
    ("deportation", &["37"]),
    ("marrying", &["12"]),
    ("married", &["12"]),
    ("begging", &["85"]),
    ("stealing", &["25"]),
    ("running away", &["76"]),
    ("ran away", &["76"]),
    ("sleeping at work", &["54"]),
    ("hitting", &["34"]),
    ("threats", &["35"]),
    ("pregnant", &["109"]),
    ("recruiting", &["41"]),
    ("secret", &["9", "70"]),
    ("clothing", &["51"]),
    ("tracking my phone", &["67"]),
    ("lying to police", &["42"]),
];

/// Misspelt: letters left out, doubled, swapped, or as they sound.
pub const MISSPELT: &[Query] = &[
    ("pasport", &["60"]),
    ("passprot", &["60"]),
    ("tatoo", &["50"]),
    ("nany", &["98"]),
    ("boyfreind", &["77"]),
    ("bruses", &["46"]),
    ("dept", &["61"]),
    ("imigration", &["94"]),
    ("masage", &["95"]),
    ("toliet", &["56"]),
    ("towls", &["89"]),
    ("gaurd", &["29", "31"]),
    ("threatend", &["35", "36", "37", "38"]),
    ("mariage", &["12"]),
    ("bank acount", &["63"]),
    ("hiden app", &["70"]),
    ("dangerouse work", &["21"]),
    ("drugd", &["44"]),
    ("pregnent", &["109"]),
    ("safty", &["21"]),
    ("hungy", &["47"]),
    ("foto", &["8"]),
];

/// As it stands in the box while someone types.
pub const AS_TYPED: &[Query] = &[
    ("passp", &["60"]),
    ("pas", &["60"]),
    ("tatt", &["50"]),
    ("boyf", &["77"]),
    ("mass", &["95"]),
    ("depor", &["37"]),
    ("nann", &["98"]),
    ("locked i", &["28"]),
    ("long ho", &["14"]),
    ("key ca", &["80"]),
];

/// One word for two, and two for one.
pub const TOGETHER_AND_APART: &[Query] = &[
    ("keycard", &["80"]),
    ("giftcard", &["72"]),
    ("sub contractor", &["101"]),
    ("i5", &["107"]),
    ("pass port", &["60"]),
    ("boy friend", &["77"]),
];

/// Capitals, accents, and Spanish words that look like the English ones.
pub const ACCENTS: &[Query] = &[
    ("PASSPORT", &["60"]),
    ("pásaporte", &["60"]),
    ("pasaporte", &["60"]),
    ("visá", &["4"]),
    ("alcohól", &["44"]),
    ("cámara", &["29"]),
    ("inmigración", &["94"]),
    ("deportación", &["37"]),
    ("policía", &["37", "42", "45", "48"]),
    ("contrato", &["3", "26"]),
    ("infección", &["109"]),
    ("garaje", &["58"]),
    ("drogas", &["44"]),
    ("tatuaje", &["50"]),
    ("hotél", &["80"]),
];

/// Other words for the same thing, slang included.
pub const OTHER_WORDS: &[Query] = &[
    ("cops", &["37", "42", "45", "48"]),
    ("scared of cops", &["48"]),
    ("babysitter", &["98"]),
    ("nudes", &["71"]),
    ("send pics for money", &["72"]),
    ("sextortion", &["71"]),
    ("blackmail", &["38", "71"]),
    ("leak my nudes", &["71"]),
    ("beaten", &["34"]),
    ("la migra", &["37", "94"]),
    ("ICE", &["37", "94"]),
    ("owe money", &["61"]),
    ("stolen wages", &["17"]),
    ("salary", &["15"]),
    ("booze", &["44"]),
    ("drunk", &["44"]),
    ("luggage", &["57", "87"]),
    ("suitcase", &["57", "87"]),
    ("fake id", &["62"]),
    ("fake documents", &["62"]),
    ("skipping class", &["79"]),
    ("brothel", &["59"]),
    ("expensive stuff", &["78"]),
    ("memorized", &["33"]),
    ("cell phone", &["67", "68"]),
    ("2 phones", &["68"]),
    ("church", &["43"]),
    ("isolated", &["43"]),
    ("cant see my family", &["43"]),
    ("underage", &["75"]),
    ("kids selling", &["85"]),
    ("child labor", &["83"]),
    ("escort ads", &["69"]),
    ("pimp takes my money", &["64"]),
    ("panhandling", &["85"]),
    ("wont let me leave", &["23"]),
    ("std", &["109"]),
    ("doctor", &["24"]),
    ("bathroom", &["56"]),
    ("exhausted", &["47"]),
];

/// Places where it was seen.
pub const PLACES: &[Query] = &[
    ("farm", &["99"]),
    ("hospital", &["108"]),
    ("restarant", &["93"]),
    ("motle", &["111"]),
    ("construction site", &["101"]),
    ("factory", &["116"]),
    ("i was at school", &["79"]),
];

/// What nobody has a sign for: nothing is found, rather than something that only looks alike.
pub const NOTHING: &[&str] = &["xyzzy", "qqqq", "pizza", "bitcoin", "99999", "zzzzzzzz", "ñandú", "🙂🙂"];
