//! What the public sees of translations, and an entry in the words of one of them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::key::{ServiceText, SiteText, TextKey};
use crate::domain::ids::FeatureId;
use crate::domain::language::Language;
use crate::domain::listing::Listing;
use crate::domain::site::Site;

/// The published translation of an entry into one language, without names and history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicTranslation {
    /// Into which language.
    pub language: Language,
    /// The translated texts.
    pub texts: BTreeMap<TextKey, String>,
    /// Those whose German text has changed since.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub stale: BTreeSet<TextKey>,
}

/// All published translations of an entry; most entries have none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PublicTranslations(pub Vec<PublicTranslation>);

impl PublicTranslations {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The one into a language.
    #[must_use]
    pub fn find(&self, language: Language) -> Option<&PublicTranslation> {
        self.0.iter().find(|one| one.language == language)
    }

    /// Puts the words of a language into an entry, as far as they are translated, and says which they are.
    pub fn translate(&self, listing: &mut Listing, language: Language) -> Spoken {
        let Some(found) = self.find(language) else { return Spoken::default() };
        let mut spoken = Spoken { stale: found.stale.clone(), ..Spoken::default() };
        for (key, text) in &found.texts {
            if key.of(listing).is_some() {
                key.put(listing, text);
                spoken.translated.insert(*key);
            }
        }
        spoken
    }
}

/// Which texts of an entry are translated; all others are German.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spoken {
    translated: BTreeSet<TextKey>,
    stale: BTreeSet<TextKey>,
}

impl Spoken {
    /// Whether a text of the service is translated.
    #[must_use]
    pub fn service(&self, text: ServiceText) -> bool {
        self.translated.contains(&TextKey::Service(text))
    }

    /// Whether a text of a site is translated.
    #[must_use]
    pub fn site(&self, id: FeatureId, text: SiteText) -> bool {
        self.translated.contains(&TextKey::Site(id, text))
    }

    /// Whether the name that a visitor reads for a site is translated ([`Listing::name_at`]).
    #[must_use]
    pub fn name_at(&self, site: &Site) -> bool {
        match site.name {
            Some(_) => self.site(site.id, SiteText::Name),
            None => self.service(ServiceText::Name),
        }
    }

    /// Whether the description that a visitor reads for a site is translated.
    #[must_use]
    pub fn description_at(&self, site: &Site) -> bool {
        match site.description {
            Some(_) => self.site(site.id, SiteText::Description),
            None => self.service(ServiceText::Description),
        }
    }

    /// Whether any text that is read of a site is translated.
    #[must_use]
    pub fn is_translated_at(&self, id: FeatureId) -> bool {
        self.translated.iter().any(|key| concerns(*key, id))
    }

    /// Whether every text of the entry that is read of a site is translated.
    #[must_use]
    pub fn is_whole_at(&self, listing: &Listing, id: FeatureId) -> bool {
        let all = TextKey::all(listing);
        all.iter().all(|(key, _)| {
            !concerns(*key, id) || key.of(listing).is_none() || self.translated.contains(key)
        })
    }

    /// Whether the German of any of them has changed since.
    #[must_use]
    pub fn is_stale_at(&self, id: FeatureId) -> bool {
        self.translated.intersection(&self.stale).any(|key| concerns(*key, id))
    }
}

/// Whether a text is read on the page of a site.
fn concerns(key: TextKey, id: FeatureId) -> bool {
    match key {
        TextKey::Service(_) => true,
        TextKey::Site(other, _) => other == id,
    }
}
