//! The translated locale files. A file that is added for residents goes into the list of `files!`; what a language lacks
//! is shown in German, and a test names it.

use crate::domain::Language;

/// The files of one language, by name: what residents read. All others (desks, planning, letters) are German only.
macro_rules! files {
    ($language:literal) => {
        files!(
            $language: "site", "search", "suggest", "legal", "language", "public", "guide", "entry", "offline",
            "print", "embed", "tiles", "translation"
        )
    };
    ($language:literal: $($name:literal),*) => {
        &[$(($name, include_str!(concat!("../../web/locales/", $language, "/", $name, ".ftl")))),*]
    };
}

/// The files of a language, by name; none for German, whose files stand in the module above.
pub(super) const fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::German => &[],
        Language::English => files!("en"),
        Language::Ukrainian => files!("uk"),
        Language::Arabic => files!("ar"),
        Language::Turkish => files!("tr"),
        Language::French => files!("fr"),
        Language::Easy => files!("leicht"),
    }
}
