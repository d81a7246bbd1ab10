//! The answer of a spatial query: ranges of documents and single ones.

use std::ops::Range;

use roaring::RoaringBitmap;

use super::Doc;

/// The documents that lie in an area: ranges that lie in it as a whole, and single ones along its edge.
///
/// Ranges and singles are each ascending, and no document is in both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cover {
    /// Contiguous runs of documents, ascending, apart from each other.
    pub ranges: Vec<Range<Doc>>,
    /// Documents that were tested one by one, ascending.
    pub singles: Vec<Doc>,
    /// How many points were looked at singly to find this out; the rest was never touched.
    pub tested: u32,
}

impl Cover {
    /// All documents below `end`.
    #[must_use]
    pub fn all(end: Doc) -> Self {
        let mut cover = Self::default();
        cover.push_range(0..end);
        cover
    }

    /// How many documents it holds: the sum of lengths, without visiting them.
    #[must_use]
    pub fn len(&self) -> usize {
        let ranges: usize =
            self.ranges.iter().map(|range| (range.end - range.start) as usize).sum();
        ranges + self.singles.len()
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty() && self.singles.is_empty()
    }

    /// How many of its documents are in a filter: by rank for the ranges, by test for the singles.
    #[must_use]
    pub fn count_in(&self, filter: &RoaringBitmap) -> u64 {
        let ranges: u64 =
            self.ranges.iter().map(|range| filter.range_cardinality(range.clone())).sum();
        let singles = self.singles.iter().filter(|doc| filter.contains(**doc)).count();
        ranges + singles as u64
    }

    /// Its documents, ascending.
    pub fn iter(&self) -> impl Iterator<Item = Doc> + '_ {
        self.iter_from(0)
    }

    /// Its documents from `first` on, ascending: the next page starts here without walking the ones before.
    pub fn iter_from(&self, first: Doc) -> impl Iterator<Item = Doc> + '_ {
        let range_at = self.ranges.partition_point(|range| range.end <= first);
        let single_at = self.singles.partition_point(|single| *single < first);
        let mut ranges = self
            .ranges
            .get(range_at..)
            .unwrap_or_default()
            .iter()
            .flat_map(move |range| range.start.max(first)..range.end)
            .peekable();
        let mut singles =
            self.singles.get(single_at..).unwrap_or_default().iter().copied().peekable();
        std::iter::from_fn(move || match (ranges.peek(), singles.peek()) {
            (Some(in_range), Some(single)) if single < in_range => singles.next(),
            (Some(_), _) => ranges.next(),
            (None, _) => singles.next(),
        })
    }

    /// Whether it holds this document.
    #[must_use]
    pub fn contains(&self, doc: Doc) -> bool {
        let at = self.ranges.partition_point(|range| range.end <= doc);
        self.ranges.get(at).is_some_and(|range| range.contains(&doc))
            || self.singles.binary_search(&doc).is_ok()
    }

    /// Its documents as a bitmap.
    #[must_use]
    pub fn to_bitmap(&self) -> RoaringBitmap {
        let mut bitmap: RoaringBitmap = self.singles.iter().copied().collect();
        for range in &self.ranges {
            bitmap.insert_range(range.clone());
        }
        bitmap
    }

    /// The documents of both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let mut ranges: Vec<Range<Doc>> =
            self.ranges.iter().chain(&other.ranges).cloned().collect();
        ranges.sort_unstable_by_key(|range| range.start);
        let mut union =
            Self { tested: self.tested.saturating_add(other.tested), ..Self::default() };
        for range in ranges {
            union.push_range(range);
        }
        let mut singles: Vec<Doc> = self.singles.iter().chain(&other.singles).copied().collect();
        singles.sort_unstable();
        singles.dedup();
        singles.retain(|single| !union.contains(*single));
        union.singles = singles;
        union
    }

    /// Adds a range that begins no earlier than the last one.
    pub(super) fn push_range(&mut self, range: Range<Doc>) {
        if range.is_empty() {
            return;
        }
        match self.ranges.last_mut() {
            Some(last) if last.end >= range.start => last.end = last.end.max(range.end),
            _ => self.ranges.push(range),
        }
    }
}
