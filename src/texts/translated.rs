//! The translated locale files. A file that is added for residents goes into [`RESIDENTS`], its translations into the
//! list of each language; what a language lacks is shown in German, and a test names it.

use crate::domain::Language;

/// The files with what residents read. All others (desks, planning, letters) are German only.
#[cfg(test)]
pub(super) const RESIDENTS: &[&str] = &["site", "search", "suggest", "legal", "language", "public"];

/// Files of one language, by name.
macro_rules! files {
    ($language:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../web/locales/", $language, "/", $name, ".ftl")))),*]
    };
}

/// The files of a language, by name; none for German, whose files stand in the module above.
pub(super) const fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::German => &[],
        Language::English => files!("en": "site", "search", "suggest", "legal", "language"),
        Language::Ukrainian => &[],
        Language::Arabic => &[],
        Language::Turkish => &[],
        Language::French => files!("fr": "site", "search", "suggest", "legal", "language"),
        Language::Easy => files!("leicht": "site", "search", "suggest", "legal", "language"),
    }
}
