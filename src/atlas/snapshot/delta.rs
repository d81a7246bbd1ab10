//! What has changed since the base was made.

use std::collections::BTreeMap;
use std::sync::Arc;

use roaring::RoaringBitmap;

use super::matching::Space;
pub(super) use super::segments::SegmentDoc;
use super::segments::Segments;
use crate::atlas::base::Base;
use crate::atlas::build::{CountKey, Counts, Piece, PieceSite, count_keys, entry_hash};
use crate::domain::{FeatureId, Listing, LonLat, ServiceId};
use crate::spatial::Projected;
use crate::spatial::projection::to_laea;

/// A change, read and prepared.
#[derive(Debug, Clone)]
pub(in crate::atlas) enum Change {
    /// A new or newer version.
    Put(Arc<Piece>),
    /// No longer public.
    Remove(ServiceId),
}

impl Change {
    fn id(&self) -> ServiceId {
        match self {
            Self::Put(piece) => piece.id,
            Self::Remove(id) => *id,
        }
    }

    /// What is public afterwards: an entry without public sites is none.
    fn into_piece(self) -> Option<Arc<Piece>> {
        match self {
            Self::Put(piece) => Some(piece).filter(|piece| !piece.sites.is_empty()),
            Self::Remove(_) => None,
        }
    }
}

/// A site of the delta, with what most questions need first.
#[derive(Debug, Clone, Copy)]
pub(super) struct DeltaDoc {
    /// Its feature id.
    pub(super) id: FeatureId,
    /// Its public point.
    pub(super) point: Option<LonLat>,
    /// The same in EPSG:3035.
    pub(super) metres: Option<Projected>,
    /// Where its words are.
    pub(super) place: SegmentDoc,
    piece: u32,
    site: u32,
}

/// Entries put since the base was made, and documents of the base that count no more.
#[derive(Debug, Clone, Default)]
pub(in crate::atlas) struct Delta {
    /// By service id.
    pieces: Vec<Arc<Piece>>,
    docs: Vec<DeltaDoc>,
    dead: RoaringBitmap,
    segments: Segments,
}

/// Sums that change with the entries.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    /// Sum of the hashes of all public entries.
    pub(super) content: u64,
    /// Numbers of services, as far as they differ from those of the base.
    pub(super) counts: Counts,
}

impl Sums {
    fn add(&mut self, hash: u64, keys: impl IntoIterator<Item = CountKey>) {
        self.content = self.content.wrapping_add(hash);
        for key in keys {
            *self.counts.entry(key).or_default() += 1;
        }
    }

    fn take_away(&mut self, hash: u64, keys: impl IntoIterator<Item = CountKey>) {
        self.content = self.content.wrapping_sub(hash);
        for key in keys {
            *self.counts.entry(key).or_default() -= 1;
        }
    }
}

impl Delta {
    /// No changes yet.
    pub(super) fn new(base: &Base) -> Self {
        Self { dead: base.broken.clone(), ..Self::default() }
    }

    /// The entries put.
    pub(in crate::atlas) fn pieces(&self) -> &[Arc<Piece>] {
        &self.pieces
    }

    /// Documents of the base that count no more.
    pub(in crate::atlas) const fn dead(&self) -> &RoaringBitmap {
        &self.dead
    }

    /// Its sites.
    pub(super) fn docs(&self) -> &[DeltaDoc] {
        &self.docs
    }

    /// The piece and site of one of its documents.
    pub(super) fn site(&self, doc: &DeltaDoc) -> Option<(&Arc<Piece>, &PieceSite)> {
        let piece = self.pieces.get(doc.piece as usize)?;
        Some((piece, piece.sites.get(doc.site as usize)?))
    }

    /// The words of its sites: those of earlier changes, then those of later ones.
    pub(super) fn segments(&self) -> [Space<'_>; 2] {
        self.segments.spaces()
    }

    /// The place of the first document of a service, and the number of its documents.
    pub(super) fn docs_of(&self, id: ServiceId) -> Option<(usize, usize)> {
        let at = self.pieces.binary_search_by_key(&id, |piece| piece.id).ok()?;
        let first = self.docs.partition_point(|doc| (doc.piece as usize) < at);
        Some((first, self.pieces.get(at)?.sites.len()))
    }

    /// The delta after some more changes.
    pub(super) fn changed(&self, base: &Base, changes: Vec<Change>, sums: &mut Sums) -> Self {
        let mut dead = self.dead.clone();
        // Of several changes to one service only the last counts.
        let last: BTreeMap<ServiceId, Change> =
            changes.into_iter().map(|change| (change.id(), change)).collect();
        let mut pieces = Vec::with_capacity(self.pieces.len() + last.len());
        let mut known = self.pieces.iter().peekable();
        for (id, change) in last {
            while let Some(piece) = known.next_if(|piece| piece.id < id) {
                pieces.push(Arc::clone(piece));
            }
            if let Some(old) = known.next_if(|piece| piece.id == id) {
                sums.take_away(old.hash, old.counts.iter().copied());
            } else {
                bury(base, id, &mut dead, sums);
            }
            if let Some(piece) = change.into_piece() {
                sums.add(piece.hash, piece.counts.iter().copied());
                pieces.push(piece);
            }
        }
        pieces.extend(known.cloned());
        let segments = self.segments.changed(&pieces);
        Self { docs: docs(&pieces, &segments), pieces, dead, segments }
    }
}

/// Takes a service out of the base, if it is still in.
fn bury(base: &Base, id: ServiceId, dead: &mut RoaringBitmap, sums: &mut Sums) {
    let Some(service) = base.service(id) else { return };
    let docs = base.docs_of(service);
    if docs.iter().any(|doc| dead.contains(*doc)) {
        return;
    }
    dead.extend(docs);
    let hash = entry_hash(&service.document, &service.last_modified);
    let keys = serde_json::from_str::<Listing>(&service.document).map(|l| count_keys(&l));
    sums.take_away(hash, keys.unwrap_or_default());
}

fn docs(pieces: &[Arc<Piece>], segments: &Segments) -> Vec<DeltaDoc> {
    (0..)
        .zip(pieces)
        .flat_map(|(at, piece)| {
            let first = segments.first(piece);
            (0..).zip(&piece.sites).map(move |(number, site)| DeltaDoc {
                place: SegmentDoc { number: first.number + number, ..first },
                id: site.id,
                point: site.point,
                metres: site.point.map(to_laea),
                piece: at,
                site: number,
            })
        })
        .collect()
}
