//! Free text: which documents it finds, and how well each fits.
//!
//! The same groups of words are asked of the base and of the two segments of the delta. Every kind of text in which a
//! group occurs is a *layer*: a weight and the documents; the rank of a document is the sum over its layers.

use roaring::RoaringBitmap;

use super::Snapshot;
use super::delta::SegmentDoc;
use super::matching::{Levels, Match, Matched, Space};
use crate::atlas::language::typing::Near;
use crate::atlas::search::{Ask, Kind, PlaceRead, Reading, Texts, TokenState, read};
use crate::domain::LonLat;
use crate::spatial::index::Doc;

/// Documents that are to be ranked one by one rather than through a table of all ranks, in parts of all.
const FEW: usize = 32;

/// A text to look for, answered for base and delta.
#[derive(Debug)]
pub(super) struct TextQuery {
    /// Base, then the segments of the delta.
    spaces: [Matched; 3],
    /// As it was read.
    pub(super) reading: Reading,
    /// How much of it had to be left aside to find anything.
    pub(super) matching: Match,
}

impl TextQuery {
    /// Reads a text; `None` when there is no word in it.
    pub(super) fn new(text: &str, snapshot: &Snapshot) -> Option<Self> {
        let spaces = snapshot.spaces();
        let lookup = &snapshot.shared.lookup;
        let reading = read(text, &lookup.vocabulary, &AllTexts(&spaces))?;
        let levels = spaces.each_ref().map(|space| Levels::new(space, &reading.groups, lookup));
        let matching = Match::best(&levels, &spaces);
        let spaces = levels.map(|levels| levels.matched(matching));
        Some(Self { spaces, reading, matching })
    }

    /// The documents of the base that are found.
    pub(super) const fn docs(&self) -> &RoaringBitmap {
        let [base, _, _] = &self.spaces;
        &base.docs
    }

    /// Whether a document of the delta is found.
    pub(super) fn finds(&self, doc: SegmentDoc) -> bool {
        self.segment(doc).is_some_and(|segment| segment.docs.contains(doc.number))
    }

    /// The ranks of documents of the base, which must be ascending and all found; `end` is the number of all
    /// documents.
    pub(super) fn ranks(&self, docs: &[Doc], end: Doc) -> Vec<u32> {
        let [base, _, _] = &self.spaces;
        if docs.len() >= end as usize / FEW {
            return ranks_by_table(base, docs, end);
        }
        let mut ranks = vec![0; docs.len()];
        let asked: RoaringBitmap = docs.iter().copied().collect();
        for (weight, layer) in &base.layers {
            let mut at = 0;
            for hit in layer & &asked {
                while docs.get(at).is_some_and(|doc| *doc < hit) {
                    at += 1;
                }
                if let Some(rank) = ranks.get_mut(at) {
                    *rank += weight;
                }
            }
        }
        ranks
    }

    /// The rank of a document of the delta.
    pub(super) fn rank_of(&self, doc: SegmentDoc) -> u32 {
        let layers = self.segment(doc).into_iter().flat_map(|segment| &segment.layers);
        layers.filter(|(_, docs)| docs.contains(doc.number)).map(|(weight, _)| weight).sum()
    }

    /// The place that the text names.
    pub(super) fn place(&self) -> Option<&PlaceRead> {
        self.reading.groups.iter().find(|g| g.kind == Kind::Place).and_then(|g| g.place.as_ref())
    }

    /// Where that place is, to put the near ones first.
    pub(super) fn point(&self) -> Option<LonLat> {
        self.place().and_then(|place| place.point)
    }

    fn segment(&self, doc: SegmentDoc) -> Option<&Matched> {
        self.spaces.get(usize::from(doc.segment) + 1)
    }
}

/// One number for each document, added up layer by layer: what many documents match is ranked so.
fn ranks_by_table(base: &Matched, docs: &[Doc], end: Doc) -> Vec<u32> {
    let mut table: Vec<u16> = vec![0; end as usize];
    let asked: RoaringBitmap = docs.iter().copied().collect();
    for (weight, layer) in &base.layers {
        // Twelve groups of weights below 512 stay far below the greatest number.
        let weight = u16::try_from(*weight).unwrap_or(u16::MAX);
        let mut add = |doc: Doc| {
            if let Some(rank) = table.get_mut(doc as usize) {
                *rank = rank.saturating_add(weight);
            }
        };
        if layer.len() > 2 * asked.len() {
            (layer & &asked).into_iter().for_each(&mut add);
        } else {
            layer.iter().for_each(&mut add);
        }
    }
    docs.iter().map(|doc| table.get(*doc as usize).copied().unwrap_or_default().into()).collect()
}

/// The texts of base and delta as one.
struct AllTexts<'a>(&'a [Space<'a>; 3]);

impl Texts for AllTexts<'_> {
    fn state(&self, ask: &Ask) -> TokenState {
        self.0.iter().map(|space| space.state(ask)).max().unwrap_or(TokenState::Unknown)
    }

    fn near(&self, near: &Near, each: &mut dyn FnMut(&str, u8)) {
        for space in self.0 {
            space.near(near, each);
        }
    }
}
