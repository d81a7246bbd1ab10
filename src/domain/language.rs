//! The languages that residents can read the pages in.

use serde::{Deserialize, Serialize};

/// A language of the pages. German is the source of all others.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum Language {
    /// German: addresses without a prefix, and what counts where a translation differs.
    #[default]
    #[serde(rename = "de")]
    German,
    /// English.
    #[serde(rename = "en")]
    English,
    /// Ukrainian.
    #[serde(rename = "uk")]
    Ukrainian,
    /// Arabic, written from right to left.
    #[serde(rename = "ar")]
    Arabic,
    /// Turkish.
    #[serde(rename = "tr")]
    Turkish,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// Leichte Sprache: German in rules for people who read with difficulty (DIN SPEC 33429).
    #[serde(rename = "leicht")]
    Easy,
}

impl Language {
    /// All languages, in the order of the menu.
    pub const ALL: [Self; 7] = [
        Self::German,
        Self::Easy,
        Self::English,
        Self::Ukrainian,
        Self::Arabic,
        Self::Turkish,
        Self::French,
    ];

    /// Its tag for `lang` and `hreflang` (BCP 47; "x-" is private use, RFC 5646, section 2.2.7).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
            Self::Ukrainian => "uk",
            Self::Arabic => "ar",
            Self::Turkish => "tr",
            Self::French => "fr",
            Self::Easy => "de-x-leicht",
        }
    }

    /// Its short name: the first segment of addresses, the folder of its texts, the value of the cookie.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Easy => "leicht",
            other => other.tag(),
        }
    }

    /// The language whose rules for numbers and plurals it follows (BCP 47 without private use). Numbers in Arabic are
    /// written as in Morocco: with the digits and signs that stand beside them here, on doors and in telephone books.
    #[must_use]
    pub const fn locale(self) -> &'static str {
        match self {
            Self::Easy => "de",
            Self::Arabic => "ar-MA",
            other => other.tag(),
        }
    }

    /// Which way it is written: the value of `dir`.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Arabic => "rtl",
            _ => "ltr",
        }
    }

    /// Its name in itself (CLDR, `localeDisplayNames`), the same on the pages of all languages.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::German => "Deutsch",
            Self::English => "English",
            Self::Ukrainian => "Українська",
            Self::Arabic => "العربية",
            Self::Turkish => "Türkçe", // word of the format
            Self::French => "Français",
            Self::Easy => "Leichte Sprache",
        }
    }

    /// Whether it is German of some kind: words of German sources need no mark of their language there.
    #[must_use]
    pub const fn is_german(self) -> bool {
        matches!(self, Self::German | Self::Easy)
    }

    /// The language of a short name, in any case.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// The language of a tag or of its first part: `en-GB` is English, `de-x-leicht` easy German.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        if tag.eq_ignore_ascii_case(Self::Easy.tag()) {
            return Some(Self::Easy);
        }
        let first = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(first))
    }

    /// The address of a page in this language: `/liste` is `/en/liste` in English. `path` may have a query.
    #[must_use]
    pub fn path(self, path: &str) -> String {
        let code = self.code();
        match (self, path.strip_prefix('/')) {
            (Self::German, _) | (_, None) => path.to_owned(),
            (_, Some("")) => format!("/{code}"),
            (_, Some(rest)) if rest.starts_with(['?', '#']) => format!("/{code}{rest}"),
            _ => format!("/{code}{path}"),
        }
    }

    /// Takes the language off an address; one without a prefix is German.
    #[must_use]
    pub fn split(path: &str) -> (Self, String) {
        let rest = path.strip_prefix('/').unwrap_or_default();
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (first, rest) = rest.split_at(end);
        let prefixed = Self::ALL.into_iter().find(|l| *l != Self::German && l.code() == first);
        match prefixed {
            Some(language) if rest.starts_with('/') => (language, rest.to_owned()),
            Some(language) => (language, format!("/{rest}")),
            None => (Self::German, path.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_goes_into_a_language_and_comes_back_the_same() {
        for path in ["/", "/liste", "/?q=a", "/#x", "/angebote/1?standort=2", "/liste?q=/en/"] {
            for language in Language::ALL {
                assert_eq!(Language::split(&language.path(path)), (language, path.to_owned()));
            }
        }
        assert_eq!(Language::English.path("/"), "/en");
        assert_eq!(Language::Easy.path("/?q=a"), "/leicht?q=a");
        assert_eq!(Language::German.path("/liste"), "/liste");
    }

    #[test]
    fn only_a_whole_first_segment_is_a_language() {
        for path in ["/entfernt", "/enx/liste", "/de/liste", "/xx/liste", "", "/artikel"] {
            assert_eq!(Language::split(path).0, Language::German, "{path}");
        }
    }

    #[test]
    fn tags_are_known_by_their_first_part() {
        assert_eq!(Language::of_tag("en-GB"), Some(Language::English));
        assert_eq!(Language::of_tag("DE"), Some(Language::German));
        assert_eq!(Language::of_tag("de-x-leicht"), Some(Language::Easy));
        assert_eq!(Language::of_tag("leicht"), None);
        assert_eq!(Language::of_code("Leicht"), Some(Language::Easy));
        assert_eq!(Language::of_code("en-GB"), None);
    }
}
