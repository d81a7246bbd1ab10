//! The words of the delta, in two segments: an edit makes only the later, small one anew.

use std::collections::HashMap;
use std::sync::Arc;

use roaring::RoaringBitmap;

use super::matching::{Living, Space};
use crate::atlas::build::Piece;
use crate::atlas::index::text::TextIndex;
use crate::atlas::index::{Value, Values};
use crate::domain::ServiceId;

/// The later segment becomes part of the earlier one when it has more pieces: until then an edit costs about a
/// millisecond.
const MOST_RECENT: usize = 128;

/// A document of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SegmentDoc {
    /// 0 the earlier, 1 the later.
    pub(super) segment: u8,
    /// Its number there.
    pub(super) number: u32,
}

/// The words and values of some pieces.
#[derive(Debug, Default)]
struct Segment {
    /// Each piece with the number of its first site.
    first: HashMap<ServiceId, (Arc<Piece>, u32)>,
    text: TextIndex,
    values: Values,
}

impl Segment {
    fn new<'a>(pieces: impl Iterator<Item = &'a Arc<Piece>>) -> Self {
        let mut segment = Self::default();
        let mut words = Vec::new();
        let mut doc = 0;
        for piece in pieces {
            segment.first.insert(piece.id, (Arc::clone(piece), doc));
            for site in &piece.sites {
                words
                    .extend(site.words.iter().map(|(word, field)| (Arc::clone(word), doc, *field)));
                let values: Vec<Value> =
                    site.values.iter().filter(|value| is_named(value)).cloned().collect();
                segment.values.insert(doc, &values);
                doc += 1;
            }
        }
        segment.text = TextIndex::of_words(words);
        segment
    }

    /// The number of the first site of a piece, if this very version of it is here.
    fn first(&self, piece: &Arc<Piece>) -> Option<u32> {
        let (known, first) = self.first.get(&piece.id)?;
        Arc::ptr_eq(known, piece).then_some(*first)
    }

    /// The sites of the pieces that still count.
    fn living<'a>(&self, pieces: impl Iterator<Item = &'a Arc<Piece>>) -> RoaringBitmap {
        let mut living = RoaringBitmap::new();
        for piece in pieces {
            if let Some(first) = self.first(piece) {
                let end =
                    first.saturating_add(u32::try_from(piece.sites.len()).unwrap_or(u32::MAX));
                living.insert_range(first..end);
            }
        }
        living
    }
}

/// Values that a text may lead to.
const fn is_named(value: &Value) -> bool {
    matches!(
        value,
        Value::Category(_)
            | Value::TargetGroup(_)
            | Value::Organization(_)
            | Value::Situated(_)
            | Value::Local(_)
            | Value::LocalEverywhere
    )
}

/// Both segments, and which of their documents count.
#[derive(Debug, Clone, Default)]
pub(super) struct Segments {
    earlier: Arc<Segment>,
    later: Arc<Segment>,
    living: [RoaringBitmap; 2],
}

impl Segments {
    /// The segments after the pieces have changed.
    pub(super) fn changed(&self, pieces: &[Arc<Piece>]) -> Self {
        let mut earlier = Arc::clone(&self.earlier);
        let recent: Vec<&Arc<Piece>> =
            pieces.iter().filter(|piece| earlier.first(piece).is_none()).collect();
        let later = if recent.len() > MOST_RECENT {
            earlier = Arc::new(Segment::new(pieces.iter()));
            Arc::default()
        } else {
            Arc::new(Segment::new(recent.into_iter()))
        };
        let living = [earlier.living(pieces.iter()), later.living(pieces.iter())];
        Self { earlier, later, living }
    }

    /// Where the first site of a piece is.
    pub(super) fn first(&self, piece: &Arc<Piece>) -> SegmentDoc {
        match self.earlier.first(piece) {
            Some(number) => SegmentDoc { segment: 0, number },
            None => SegmentDoc { segment: 1, number: self.later.first(piece).unwrap_or_default() },
        }
    }

    /// What can be searched.
    pub(super) fn spaces(&self) -> [Space<'_>; 2] {
        let [earlier, later] = &self.living;
        [
            Space {
                text: &self.earlier.text,
                values: &self.earlier.values,
                living: Living::Only(earlier),
            },
            Space {
                text: &self.later.text,
                values: &self.later.values,
                living: Living::Only(later),
            },
        ]
    }
}
