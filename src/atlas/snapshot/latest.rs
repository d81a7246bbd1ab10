//! What has changed last, and everything there is: for feeds and search engines. No document is read.

use super::filter::Asked;
use super::{Place, Snapshot, is_shown};
use crate::atlas::{Moment, Query, SiteRef};
use crate::domain::ServiceId;

impl Snapshot {
    /// The matching services that were changed last, latest first, each once by the first of its sites that was found;
    /// at most `limit`. Services changed at the same time stand in the order of their ids.
    #[must_use]
    pub fn latest(&self, query: &Query, moment: &Moment, limit: usize) -> Vec<SiteRef> {
        let asked = Asked::new(query, moment, self);
        let mut found: Vec<(&str, ServiceId, SiteRef)> = Vec::new();
        let mut note = |site: SiteRef| {
            if let Some((id, changed)) = self.service_at(site) {
                found.push((changed, id, site));
            }
        };
        self.select(&asked).for_each(|doc| note(SiteRef(doc)));
        for (at, doc) in self.delta.docs().iter().enumerate() {
            if self.delta_matches(&asked, doc) {
                note(self.delta_ref(at));
            }
        }
        // RFC 3339 in UTC is in order as text.
        found.sort_unstable_by(|a, b| b.0.cmp(a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        found.dedup_by(|a, b| a.1 == b.1);
        found.truncate(limit);
        found.into_iter().map(|(_, _, site)| site).collect()
    }

    /// All services that are public at the moment, by id, each with the time of its last change (RFC 3339 UTC).
    #[must_use]
    pub fn public_services(&self, moment: &Moment) -> Vec<(ServiceId, &str)> {
        let today = moment.today();
        let hidden = self.hidden(today);
        let base = (0..self.base.len()).filter(|doc| !hidden.contains(*doc)).map(SiteRef);
        let delta = (0..self.delta.docs().len()).map(|at| self.delta_ref(at));
        let shown = delta
            .filter(|site| self.days(*site).is_some_and(|(days, _)| is_shown(days, today)))
            .chain(base);
        let mut services: Vec<_> = shown.filter_map(|site| self.service_at(site)).collect();
        services.sort_unstable_by_key(|(id, _)| *id);
        services.dedup_by_key(|(id, _)| *id);
        services
    }

    /// The service of a site and when it was changed.
    fn service_at(&self, site: SiteRef) -> Option<(ServiceId, &str)> {
        match self.place(site)? {
            Place::Base(doc) => {
                let service = self.base.services.get(self.base.doc(doc)?.service as usize)?;
                Some((service.id, &service.last_modified))
            }
            Place::Delta(doc) => {
                let (piece, _) = self.delta.site(doc)?;
                Some((piece.id, &piece.last_modified))
            }
        }
    }
}
