//! The next base, from the last one and the delta: renumbered, not read again.

use std::sync::Arc;

use super::load::number;
use super::{Base, ChunkWriter, DocRecord, ServiceRecord};
use crate::atlas::build::Piece;
use crate::atlas::index::text::{Field, Word};
use crate::atlas::snapshot::Delta;
use crate::domain::{FeatureId, LonLat};
use crate::spatial::index::Doc;

/// Where a site of the next base comes from.
#[derive(Debug, Clone, Copy)]
enum Origin {
    /// Document of the last base.
    Base(Doc),
    /// Site of a piece of the delta.
    Delta { piece: usize, site: usize },
}

/// A service of the next base with the number of its sites.
struct Plan {
    services: Vec<ServiceRecord>,
    sites: Vec<Origin>,
}

/// Makes the next base.
pub(in crate::atlas) fn merged(base: &Base, delta: &Delta) -> Base {
    let plan = plan(base, delta);
    let points: Vec<Option<LonLat>> =
        plan.sites.iter().map(|origin| origin.point(base, delta)).collect();
    let (index, order) = number(&points);
    let mut next = Base { index, services: plan.services, ..Base::default() };
    next.service_docs = vec![0; order.len()];
    let mut renumbered: Vec<Option<Doc>> = vec![None; base.docs.len()];
    for (doc, &at) in (0..).zip(&order) {
        if let Some(place) = next.service_docs.get_mut(at as usize) {
            *place = doc;
        }
        if let Some(Origin::Base(old)) = plan.sites.get(at as usize)
            && let Some(place) = renumbered.get_mut(*old as usize)
        {
            *place = Some(doc);
        }
    }
    next.values = base.values.renumber(&renumbered);
    let words = next.take_sites(base, delta, &plan.sites, &order);
    next.text = base.text.renumber(&renumbered, words);
    next.link_services();
    next.rank_ids();
    next.chunks = next.chunks.compacted(next.docs.iter_mut().map(|record| &mut record.fragment));
    next
}

/// The services by id, and their sites one after the other.
fn plan(base: &Base, delta: &Delta) -> Plan {
    let mut plan = Plan { services: Vec::new(), sites: Vec::new() };
    let mut pieces = delta.pieces().iter().enumerate().peekable();
    for service in &base.services {
        while let Some((at, piece)) = pieces.next_if(|(_, piece)| piece.id < service.id) {
            plan.add_piece(at, piece);
        }
        let docs = base.docs_of(service);
        if docs.iter().any(|doc| delta.dead().contains(*doc)) {
            continue;
        }
        plan.add(service.clone(), docs.iter().map(|&doc| Origin::Base(doc)));
    }
    for (at, piece) in pieces {
        plan.add_piece(at, piece);
    }
    plan
}

impl Plan {
    fn add_piece(&mut self, at: usize, piece: &Piece) {
        let record = ServiceRecord {
            id: piece.id,
            document: Arc::clone(&piece.document),
            last_modified: piece.last_modified.clone(),
            sites: 0..0,
        };
        self.add(record, (0..piece.sites.len()).map(|site| Origin::Delta { piece: at, site }));
    }

    fn add(&mut self, mut service: ServiceRecord, sites: impl Iterator<Item = Origin>) {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let first = number(self.sites.len());
        self.sites.extend(sites);
        service.sites = first..number(self.sites.len());
        self.services.push(service);
    }
}

impl Origin {
    fn point(self, base: &Base, delta: &Delta) -> Option<LonLat> {
        match self {
            Self::Base(doc) => base.point(doc),
            Self::Delta { piece, site } => delta.pieces().get(piece)?.sites.get(site)?.point,
        }
    }
}

impl Base {
    /// Fills in the records; hands back the words that come from the delta.
    fn take_sites(
        &mut self,
        base: &Base,
        delta: &Delta,
        sites: &[Origin],
        order: &[u32],
    ) -> Vec<(Arc<Word>, Doc, Field)> {
        let mut words = Vec::new();
        let mut writer = ChunkWriter::default();
        let mut written = Vec::new();
        self.docs.reserve_exact(order.len());
        self.ids.reserve_exact(order.len());
        for (doc, origin) in (0..).zip(order.iter().filter_map(|&at| sites.get(at as usize))) {
            let (id, record) = match *origin {
                Origin::Base(old) => {
                    let id = base.id(old).unwrap_or(FeatureId(uuid::Uuid::nil()));
                    (id, base.doc(old).copied().unwrap_or_default())
                }
                Origin::Delta { piece, site } => {
                    let Some(piece) = delta.pieces().get(piece) else { continue };
                    let Some(site) = piece.sites.get(site) else { continue };
                    self.values.insert(doc, &site.values);
                    for (word, field) in &site.words {
                        words.push((Arc::clone(word), doc, *field));
                    }
                    let text = piece.chunks.text(site.fragment);
                    let fragment = writer.copy(text, site.fragment.geometry_len);
                    written.push(doc);
                    (
                        site.id,
                        DocRecord {
                            service: 0,
                            hours: site.hours,
                            doubt: site.doubt,
                            days: site.days,
                            name: site.name,
                            supply: site.supply,
                            fragment,
                        },
                    )
                }
            };
            self.ids.push(id);
            self.docs.push(record);
        }
        self.chunks = base.chunks.clone();
        let first = self.chunks.extend(writer.finish());
        for doc in written {
            if let Some(record) = self.docs.get_mut(doc as usize) {
                record.fragment.chunk += first;
            }
        }
        words
    }

    /// Tells each document its service.
    fn link_services(&mut self) {
        for (number, service) in (0..).zip(&self.services) {
            let range = service.sites.start as usize..service.sites.end as usize;
            for &doc in self.service_docs.get(range).unwrap_or_default() {
                if let Some(record) = self.docs.get_mut(doc as usize) {
                    record.service = number;
                }
            }
        }
    }
}
