//! Sites as a supply: prepared when they were loaded, so that a question reads no document.

use std::collections::BTreeMap;

use super::{Place, Snapshot};
use crate::atlas::build::fragment;
use crate::atlas::build::supply::SupplyRecord;
use crate::atlas::{Moment, PropertyFilters, Query, SiteRef, SupplyFact};
use crate::domain::{CoordPrecision, FeatureId, LonLat, ServiceId, ServiceStatus};
use crate::spatial::index::Doc;

use super::filter::Asked;

impl Snapshot {
    /// All active sites that match, in the order of their feature ids (the same in every snapshot of the same content).
    ///
    /// With no category in the query the facts of all categories come at once, told apart by
    /// [`crate::atlas::SupplyKind::categories`]; reading them costs some hundred nanoseconds a site.
    #[must_use]
    pub fn supply(&self, query: &Query, moment: &Moment) -> Vec<SupplyFact> {
        let asked = Asked::new(query, moment, self);
        let mut facts = Vec::new();
        self.select(&asked).for_each(|doc| facts.extend(self.base_fact(doc)));
        for (at, doc) in self.delta.docs().iter().enumerate() {
            if self.delta_matches(&asked, doc)
                && let Some((piece, site)) = self.delta.site(doc)
            {
                let place = (self.delta_ref(at), doc.id, piece.id, doc.point);
                facts.extend(self.fact(place, site.supply, site.days.stale_from));
            }
        }
        facts.sort_unstable_by_key(|fact| fact.feature_id);
        facts
    }

    /// A site of every public service that is closed for a while.
    #[must_use]
    pub fn closed_services(&self, moment: &Moment) -> Vec<SiteRef> {
        let properties = PropertyFilters {
            status: vec![ServiceStatus::TemporarilyClosed],
            ..PropertyFilters::default()
        };
        let asked = Asked::new(&Query { properties, ..Query::default() }, moment, self);
        let mut sites: BTreeMap<ServiceId, SiteRef> = BTreeMap::new();
        self.select(&asked).for_each(|doc| {
            let service =
                self.base.doc(doc).and_then(|r| self.base.services.get(r.service as usize));
            if let Some(service) = service {
                sites.entry(service.id).or_insert(SiteRef(doc));
            }
        });
        for (at, doc) in self.delta.docs().iter().enumerate() {
            if self.delta_matches(&asked, doc)
                && let Some((piece, _)) = self.delta.site(doc)
            {
                sites.entry(piece.id).or_insert(self.delta_ref(at));
            }
        }
        sites.into_values().collect()
    }

    /// The name of a site, read from its prepared feature.
    #[must_use]
    pub fn site_name(&self, site: SiteRef) -> Option<String> {
        match self.place(site)? {
            Place::Base(doc) => {
                let record = self.base.doc(doc)?;
                fragment::name_in(self.base.chunks.text(record.fragment), record.fragment)
            }
            Place::Delta(doc) => {
                let (piece, site) = self.delta.site(doc)?;
                fragment::name_in(piece.chunks.text(site.fragment), site.fragment)
            }
        }
    }

    fn base_fact(&self, doc: Doc) -> Option<SupplyFact> {
        let record = self.base.doc(doc)?;
        let service = self.base.services.get(record.service as usize)?.id;
        let place = (SiteRef(doc), self.base.id(doc)?, service, self.base.point(doc));
        self.fact(place, record.supply, record.days.stale_from)
    }

    /// The fact of a site; `None` where it is closed for a while.
    fn fact(
        &self,
        (site, feature_id, service_id, point): (SiteRef, FeatureId, ServiceId, Option<LonLat>),
        record: SupplyRecord,
        stale_from: Option<chrono::NaiveDate>,
    ) -> Option<SupplyFact> {
        let kind = self.kinds.get(record.kind).filter(|kind| kind.is_active)?;
        let accuracy = &self.reference().region.accuracy;
        if kind.coarse
            && let Some(ags) = kind.municipality
        {
            // Nothing here depends on where it really is.
            return Some(SupplyFact {
                site,
                feature_id,
                service_id,
                point: self.reference().municipality(ags).map(|area| area.center),
                accuracy_m: accuracy.metres(CoordPrecision::Gemeinde, Some(ags)),
                confirmed: record.confirmed,
                stale_from,
                kind: std::sync::Arc::clone(kind),
            });
        }
        Some(SupplyFact {
            site,
            feature_id,
            service_id,
            point,
            accuracy_m: kind.precision.and_then(|p| accuracy.metres(p, kind.municipality)),
            confirmed: record.confirmed,
            stale_from,
            kind: std::sync::Arc::clone(kind),
        })
    }
}
