//! Which sites have which value: one ordered map from value to bitmap.
//!
//! Everything that can be filtered by is a [`Value`]; a filter is a set of ranges of values. So the base (bitmaps)
//! and the delta (the sorted values of each site) answer the same filter by the same words.

pub(super) mod fold;
pub(super) mod kinds;
pub(super) mod name;
pub(super) mod open;
pub(super) mod text;
mod value;

pub(super) use value::{Value, ValueRange};

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;
use roaring::{MultiOps, RoaringBitmap};

use crate::spatial::index::Doc;

/// For each value the documents that have it.
#[derive(Debug, Default)]
pub(super) struct Values(BTreeMap<Value, RoaringBitmap>);

impl Values {
    /// Notes that a document has these values.
    pub(super) fn insert(&mut self, doc: Doc, values: &[Value]) {
        for value in values {
            match self.0.get_mut(value) {
                Some(bitmap) => {
                    bitmap.insert(doc);
                }
                None => {
                    self.0.insert(value.clone(), RoaringBitmap::from_iter([doc]));
                }
            }
        }
    }

    /// Takes in what was indexed apart, its values translated.
    pub(super) fn absorb(&mut self, other: Self, translate: impl Fn(Value) -> Value) {
        for (value, bitmap) in other.0 {
            *self.0.entry(translate(value)).or_default() |= bitmap;
        }
    }

    /// The documents that have exactly this value.
    pub(super) fn get(&self, value: &Value) -> Option<&RoaringBitmap> {
        self.0.get(value)
    }

    /// The values in a range with their documents, in order.
    pub(super) fn range(
        &self,
        range: &ValueRange,
    ) -> impl Iterator<Item = (&Value, &RoaringBitmap)> {
        // A range whose ends are out of order holds nothing (BTreeMap would panic).
        let ordered = range.first <= range.last;
        let bounds = if ordered {
            range.first.clone()..=range.last.clone()
        } else {
            range.first.clone()..=range.first.clone()
        };
        self.0.range(bounds).filter(move |_| ordered)
    }

    /// The documents that have a value in any of the ranges; borrowed where one bitmap is the whole answer.
    pub(super) fn any_of(&self, ranges: &[ValueRange]) -> Cow<'_, RoaringBitmap> {
        let mut found: Vec<&RoaringBitmap> =
            ranges.iter().flat_map(|range| self.range(range).map(|(_, bitmap)| bitmap)).collect();
        match (found.pop(), found.is_empty()) {
            (None, _) => Cow::Owned(RoaringBitmap::new()),
            (Some(only), true) => Cow::Borrowed(only),
            (Some(last), false) => {
                found.push(last);
                Cow::Owned(found.union())
            }
        }
    }

    /// The same index after documents were renumbered; `renumbered[old]` is the new number, if it still lives.
    pub(super) fn renumber(&self, renumbered: &[Option<Doc>]) -> Self {
        let moved: Vec<(Value, RoaringBitmap)> = self
            .0
            .par_iter()
            .map(|(value, bitmap)| (value.clone(), renumber(bitmap, renumbered)))
            .filter(|(_, bitmap)| !bitmap.is_empty())
            .collect();
        Self(moved.into_iter().collect())
    }
}

/// A bitmap after documents were renumbered.
pub(super) fn renumber(bitmap: &RoaringBitmap, renumbered: &[Option<Doc>]) -> RoaringBitmap {
    let mut docs: Vec<Doc> =
        bitmap.iter().filter_map(|doc| renumbered.get(doc as usize).copied().flatten()).collect();
    docs.sort_unstable();
    docs.into_iter().collect()
}
