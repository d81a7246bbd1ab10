//! Translations of the words of an entry, made by people.
//!
//! Each translated text keeps the German text it translates. Whether it still fits is therefore no flag that somebody has
//! to set, but a comparison: as soon as the entry says something else, the translation is out of date, whoever changed the
//! entry and by which way, and it fits again when the change is taken back. See
//! `docs/adr/0014-translations-are-bound-to-the-words-they-translate.md`.

mod key;
mod public;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use key::{ServiceText, SiteText, TextKey, UnknownText};
pub use public::{PublicTranslation, PublicTranslations, Spoken};

use self::key::plain;
use super::error::{FieldError, FieldErrors};
use super::language::Language;
use super::listing::Listing;
use super::text::text;

/// The languages that entries are translated into: all of the pages but German.
pub const TRANSLATED: [Language; 6] = [
    Language::Easy,
    Language::English,
    Language::Ukrainian,
    Language::Arabic,
    Language::Turkish,
    Language::French,
];

/// Most faults that are told: more help nobody.
const MOST_FAULTS: usize = 100;

/// A text with what it translates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TranslatedText {
    /// The text in the language of the translation.
    pub text: String,
    /// The German text it translates.
    pub source: String,
}

/// One version of the translation of an entry into one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// Number of the version of the entry that was translated.
    pub source_revision: i64,
    /// The texts that are translated; the others are shown in German.
    pub texts: BTreeMap<TextKey, TranslatedText>,
}

impl Translation {
    /// Binds texts to the version of an entry they translate. Empty texts are left out.
    ///
    /// # Errors
    /// All faults, each with its pointer (`/texts/description`): `unknown_text`; `no_source` where the entry says nothing
    /// there; those of every text (`length`, `control_character`, `bidi_character`); `required` without any text.
    pub fn bind(
        listing: &Listing,
        source_revision: i64,
        texts: &BTreeMap<String, String>,
    ) -> Result<Self, FieldErrors> {
        let mut faults = FieldErrors::default();
        let mut bound = BTreeMap::new();
        for (word, translated) in texts {
            // A key as a part of a JSON pointer (RFC 6901, section 3).
            let pointer = format!("/texts/{}", word.replace('~', "~0").replace('/', "~1"));
            let Ok(key) = word.parse::<TextKey>() else {
                let detail = "no text of an entry is called so";
                faults.push(FieldError::new(pointer, "unknown_text", detail));
                continue;
            };
            text(&mut faults, &pointer, translated, key.longest());
            let translated = plain(translated);
            if translated.is_empty() {
                continue;
            }
            if let Some(source) = key.of(listing) {
                bound.insert(key, TranslatedText { text: translated, source });
            } else {
                let detail = "the entry says nothing there that could be translated";
                faults.push(FieldError::new(pointer, "no_source", detail));
            }
        }
        if faults.0.is_empty() && bound.is_empty() {
            faults.push(FieldError::new("/texts", "required", "translate at least one text"));
        }
        faults.0.truncate(MOST_FAULTS);
        faults.into_result(Self { source_revision, texts: bound })
    }

    /// Whether the German text of a translated one is another now, or gone.
    #[must_use]
    pub fn is_stale(&self, key: TextKey, listing: &Listing) -> bool {
        let source = self.texts.get(&key).map(|translated| &translated.source);
        source.is_some() && key.of(listing).as_ref() != source
    }

    /// The translated texts whose German text says something else now. A text that is gone is none of them: nobody reads
    /// its translation.
    #[must_use]
    pub fn stale(&self, listing: &Listing) -> Vec<TextKey> {
        let there = self.texts.keys().filter(|key| key.of(listing).is_some());
        there.filter(|key| self.is_stale(**key, listing)).copied().collect()
    }

    /// What the public may see of it beside this version of the entry. A text about a protected place that is out of
    /// date is left out: it may still say what was taken out of the German.
    #[must_use]
    pub fn for_public(&self, language: Language, listing: &Listing) -> PublicTranslation {
        let mut stale: BTreeSet<TextKey> = self.stale(listing).into_iter().collect();
        let there = self.texts.iter().filter(|(key, _)| {
            key.of(listing).is_some() && !(stale.contains(key) && speaks_of_secret(**key, listing))
        });
        let texts: BTreeMap<TextKey, String> =
            there.map(|(key, translated)| (*key, translated.text.clone())).collect();
        stale.retain(|key| texts.contains_key(key));
        PublicTranslation { language, texts, stale }
    }
}

/// Whether a text is about a protected site: one of its own, or of the service where it has such a site.
fn speaks_of_secret(key: TextKey, listing: &Listing) -> bool {
    let mut secret = listing.sites.iter().filter(|site| site.is_protected());
    match key {
        TextKey::Service(_) => secret.next().is_some(),
        TextKey::Site(id, _) => secret.any(|site| site.id == id),
    }
}
