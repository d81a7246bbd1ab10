//! The words that only the framed page knows: what it shows and how it looks.

use super::super::search::FaultLine;
use crate::http::params::{NAMES, decode_lenient, encode};
use crate::texts::Texts;

/// Longest part of a wrong value that is told.
const TOLD: usize = 60;

/// What of the two views of the same hits is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shows {
    #[default]
    List,
    Map,
    Both,
}

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Theme {
    Light,
    Dark,
    /// As the device has it.
    #[default]
    Device,
}

/// What was read of the page's own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Own {
    pub(super) shows: Shows,
    pub(super) theme: Theme,
    /// `rrggbb` in small letters: nothing else is passed on.
    pub(super) accent: Option<String>,
    /// Message and word, with the value as it was sent.
    wrong: Vec<(&'static str, String, String)>,
}

impl Own {
    /// Reads the page's own words; the second part is the rest of the query string, as the other pages read it.
    pub(super) fn read(raw: &str) -> (Self, String) {
        let mut own = Self::default();
        let mut rest = Vec::new();
        for (name, value) in decode_lenient(raw) {
            let known = match name.as_str() {
                _ if value.is_empty() => true,
                "ansicht" => own.read_view(&value),
                "farbe" => own.read_theme(&value),
                "akzent" => own.read_accent(&value),
                shared if NAMES.contains(&shared) || matches!(shared, "nach" | "open_at") => {
                    rest.push((name.clone(), value.clone()));
                    true
                }
                _ => {
                    own.fault("embed-fault-word", &name, &value);
                    true
                }
            };
            if !known {
                let key = match name.as_str() {
                    "ansicht" => "embed-fault-view",
                    "farbe" => "embed-fault-theme",
                    _ => "embed-fault-accent",
                };
                own.fault(key, &name, &value);
            }
        }
        (own, encode(rest.iter().map(|(name, value)| (name.as_str(), value.as_str()))))
    }

    fn read_view(&mut self, value: &str) -> bool {
        self.shows = match value {
            "liste" => Shows::List,
            "karte" => Shows::Map,
            "beides" => Shows::Both,
            _ => return false,
        };
        true
    }

    fn read_theme(&mut self, value: &str) -> bool {
        self.theme = match value {
            "hell" => Theme::Light,
            "dunkel" => Theme::Dark,
            "auto" => Theme::Device,
            _ => return false,
        };
        true
    }

    fn read_accent(&mut self, value: &str) -> bool {
        let valid = value.len() == 6 && value.bytes().all(|b| b.is_ascii_hexdigit());
        if valid {
            self.accent = Some(value.to_ascii_lowercase());
        }
        valid
    }

    fn fault(&mut self, key: &'static str, name: &str, value: &str) {
        let cut = |text: &str| text.chars().take(TOLD).collect::<String>();
        self.wrong.push((key, cut(name), cut(value)));
    }

    /// What was wrong, in words.
    pub(super) fn faults<'a>(&'a self, texts: &'a Texts) -> impl Iterator<Item = FaultLine> + 'a {
        self.wrong.iter().map(move |(key, word, value)| {
            let args = [("word", word.into()), ("value", value.into())];
            FaultLine { field: "", text: texts.with(key, &args) }
        })
    }

    /// An address of the framed page with these words; an empty one stays empty.
    pub(super) fn carried(&self, address: &str) -> String {
        let shows = match self.shows {
            Shows::List => None,
            Shows::Map => Some("karte"),
            Shows::Both => Some("beides"),
        };
        let theme = match self.theme {
            Theme::Light => Some("hell"),
            Theme::Dark => Some("dunkel"),
            Theme::Device => None,
        };
        let pairs = [("ansicht", shows), ("farbe", theme), ("akzent", self.accent.as_deref())];
        let words = encode(pairs.into_iter().filter_map(|(name, value)| Some((name, value?))));
        if address.is_empty() || words.is_empty() {
            return address.to_owned();
        }
        let joint = if address.contains('?') { '&' } else { '?' };
        format!("{address}{joint}{words}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_words_are_taken_off_and_the_rest_is_as_on_other_pages() {
        let (own, rest) =
            Own::read("q=a+b&ansicht=beides&farbe=dunkel&akzent=1F42A8&category=tafel");
        assert_eq!((own.shows, own.theme), (Shows::Both, Theme::Dark));
        assert_eq!(own.accent.as_deref(), Some("1f42a8"));
        assert_eq!(rest, "q=a+b&category=tafel");
        assert!(own.wrong.is_empty());
        assert_eq!(
            own.carried("/en/embed?q=a"),
            "/en/embed?q=a&ansicht=beides&farbe=dunkel&akzent=1f42a8"
        );
        assert_eq!(own.carried(""), "");
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once_and_no_colour_is_anything_but_six_digits() {
        let (own, rest) =
            Own::read("ansicht=map&farbe=rot&akzent=red;}&akzent=12345%C3%A9&foo=1&standort=x");
        let told: Vec<&str> = own.wrong.iter().map(|(key, ..)| *key).collect();
        assert_eq!(
            told,
            [
                "embed-fault-view",
                "embed-fault-theme",
                "embed-fault-accent",
                "embed-fault-accent",
                "embed-fault-word",
                "embed-fault-word",
            ]
        );
        assert_eq!((own.accent, rest.as_str()), (None, ""));
    }
}
