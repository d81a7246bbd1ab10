//! How fresh the entries are today: one number each, read from what was prepared, not from documents.

use chrono::NaiveDate;

use super::Snapshot;
use crate::domain::{Freshness, FreshnessCount, ServiceId};

impl Snapshot {
    /// All public entries by how fresh their stalest site is, by the policy of their category; those that are not shown
    /// today (too old, over, not yet begun) count too. Costs some nanoseconds a site.
    #[must_use]
    pub fn freshness(&self, today: NaiveDate) -> FreshnessCount {
        let mut stalest: Vec<(ServiceId, Freshness)> = Vec::new();
        let mut note = |id: ServiceId, stale_from: Option<NaiveDate>| {
            let state = Freshness::on(stale_from, today);
            match stalest.last_mut() {
                Some((last, known)) if *last == id => *known = known.stalest(state),
                _ => stalest.push((id, state)),
            }
        };
        for service in &self.base.services {
            let docs = self.base.docs_of(service).iter();
            for doc in docs.filter(|doc| !self.delta.dead().contains(**doc)) {
                if let Some(record) = self.base.doc(*doc) {
                    note(service.id, record.days.stale_from);
                }
            }
        }
        for piece in self.delta.pieces() {
            piece.sites.iter().for_each(|site| note(piece.id, site.days.stale_from));
        }
        stalest.into_iter().map(|(_, state)| state).collect()
    }
}
