//! Single sites: found by id, shown with their entry.

use std::sync::Arc;

use super::{Place, Snapshot, freshness, is_shown};
use crate::atlas::build::public::{redact, translations};
use crate::atlas::{Moment, SiteRef, SiteView};
use crate::domain::{FeatureId, Listing, LonLat, ServiceId, Spoken};

impl Snapshot {
    /// The site of a feature id, if public; ask [`Snapshot::is_public`] whether its last day is over.
    #[must_use]
    pub fn find_feature(&self, id: FeatureId) -> Option<SiteRef> {
        let base = self.base.find(id).filter(|doc| !self.delta.dead().contains(*doc));
        base.map(SiteRef).or_else(|| {
            let at = self.delta.docs().iter().position(|doc| doc.id == id)?;
            Some(self.delta_ref(at))
        })
    }

    /// The sites of a service, in the entry's order; empty if it is not public.
    #[must_use]
    pub fn sites_of(&self, id: ServiceId) -> Vec<SiteRef> {
        if let Some((first, count)) = self.delta.docs_of(id) {
            return (first..first + count).map(|at| self.delta_ref(at)).collect();
        }
        let Some(service) = self.base.service(id) else { return Vec::new() };
        let docs = self.base.docs_of(service).iter();
        docs.filter(|doc| !self.delta.dead().contains(**doc)).map(|doc| SiteRef(*doc)).collect()
    }

    /// The public point of a site.
    #[must_use]
    pub fn point(&self, site: SiteRef) -> Option<LonLat> {
        match self.place(site)? {
            Place::Base(doc) => self.base.point(doc),
            Place::Delta(doc) => doc.point,
        }
    }

    /// The feature id of a site.
    #[must_use]
    pub fn feature_id(&self, site: SiteRef) -> Option<FeatureId> {
        match self.place(site)? {
            Place::Base(doc) => self.base.id(doc),
            Place::Delta(doc) => Some(doc.id),
        }
    }

    /// Whether a site is public on that day: its first day, if it has one, has come, its last one is not over.
    #[must_use]
    pub fn is_public(&self, site: SiteRef, moment: &Moment) -> bool {
        self.days(site).is_some_and(|(days, _)| is_shown(days, moment.today()))
    }

    /// The site with its entry as the public may see it (parsed on demand): without internal remarks, without
    /// sites that are not public, and of protected sites nothing that tells the place but the municipality.
    ///
    /// `None` before its first day, and when its last day is over.
    #[must_use]
    pub fn view(&self, site: SiteRef, moment: &Moment) -> Option<SiteView> {
        let (days, hours) = self.days(site)?;
        if !is_shown(days, moment.today()) {
            return None;
        }
        let id = self.feature_id(site)?;
        let (document, last_modified) = match self.place(site)? {
            Place::Base(doc) => {
                let service = self.base.services.get(self.base.doc(doc)?.service as usize)?;
                (&service.document, &service.last_modified)
            }
            Place::Delta(doc) => {
                let (piece, _) = self.delta.site(doc)?;
                (&piece.document, &piece.last_modified)
            }
        };
        let listing = redact(serde_json::from_str::<Listing>(document).ok()?);
        let index = listing.sites.iter().position(|s| s.id == id)?;
        Some(SiteView {
            listing: Arc::new(listing),
            translations: translations(document),
            spoken: Spoken::default(),
            index,
            open_state: self.open_states(moment.local).of(hours),
            freshness: freshness(days, moment.today()),
            last_modified: last_modified.to_string(),
        })
    }
}
