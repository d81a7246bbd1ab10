//! What goes into the atlas and what comes out.

use std::sync::Arc;

use super::Moment;
use super::build::public::redact;
use crate::domain::{
    Calendar, Freshness, Language, Listing, OpenState, PublicTranslations, ServiceId, Site, Spoken,
};

/// A published entry as the store hands it over.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The published version, as JSON text of a [`Listing`], with a member `translations` where there are any; kept as
    /// text, because half a million parsed ones would not fit in memory.
    pub document: Arc<str>,
    /// When it was published, RFC 3339 UTC.
    pub last_modified: String,
}

/// A change to apply.
#[derive(Debug, Clone)]
pub enum EntryChange {
    /// A new or newer published version.
    Put(Entry),
    /// No longer public.
    Remove(ServiceId),
}

/// A site with its entry, read back for a page.
#[derive(Debug, Clone)]
pub struct SiteView {
    /// The entry as the public may see it: without internal remarks, without sites that are not public, and
    /// of protected sites nothing that tells the place but the municipality.
    pub listing: Arc<Listing>,
    /// What there is of it in other languages.
    pub translations: PublicTranslations,
    /// Which texts of `listing` are translated; see [`SiteView::in_language`].
    pub spoken: Spoken,
    /// Index of the site in `listing.sites`.
    pub index: usize,
    /// State at the moment asked for.
    pub open_state: OpenState,
    /// Freshness today by the category's policy.
    pub freshness: Freshness,
    /// When it was published, RFC 3339 UTC.
    pub last_modified: String,
}

impl SiteView {
    /// The first public site of a version that is not in the read model, as the public would see it; `None` where
    /// none of its sites would be shown.
    #[must_use]
    pub fn preview(
        listing: &Listing,
        calendar: &Calendar,
        stale_after_months: u32,
        moment: &Moment,
    ) -> Option<Self> {
        let listing = redact(listing.clone());
        let site = listing.sites.first()?;
        let today = moment.today();
        Some(Self {
            open_state: site.schedule.open_state(moment.local, calendar),
            freshness: site.assurance.freshness(stale_after_months, today),
            last_modified: String::new(),
            translations: PublicTranslations::default(),
            spoken: Spoken::default(),
            index: 0,
            listing: Arc::new(listing),
        })
    }

    /// The same entry in the words of a language, as far as people have translated them; the others stay German.
    #[must_use]
    pub fn in_language(mut self, language: Language) -> Self {
        if !self.translations.is_empty() {
            self.spoken = self.translations.translate(Arc::make_mut(&mut self.listing), language);
        }
        self
    }

    /// The site itself.
    #[must_use]
    pub fn site(&self) -> Option<&Site> {
        self.listing.sites.get(self.index)
    }
}
