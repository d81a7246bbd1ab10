//! The documents of the base that match: ranges of the spatial index and a bitmap, never a list of all.

use std::borrow::Cow;
use std::sync::Arc;

use roaring::RoaringBitmap;

use super::Snapshot;
use super::filter::{Asked, Test, Word};
use crate::spatial::Cover;
use crate::spatial::index::Doc;

/// The matching documents of the base.
#[derive(Debug)]
pub(super) struct Selection<'a> {
    /// Those in the area asked for; `None` = everywhere.
    cover: Option<Cover>,
    /// Those that pass all other tests, hidden ones already taken out; `None` = no other tests.
    filter: Option<Cow<'a, RoaringBitmap>>,
    /// Those not shown.
    hidden: Arc<RoaringBitmap>,
    /// Number of documents in the base.
    end: Doc,
}

impl Snapshot {
    /// The documents of the base that match.
    pub(super) fn select<'a>(&'a self, asked: &'a Asked) -> Selection<'a> {
        let hidden = self.hidden(asked.today);
        let mut covers = asked.tests.iter().filter_map(|(_, test)| self.cover(test));
        let cover = covers.next();
        // With a box and a circle the circle becomes a bitmap like the other filters.
        let circles = covers.map(|cover| Cow::Owned(plain(&cover)));
        let bitmaps = asked.tests.iter().filter_map(|(_, test)| test.docs(self));
        let mut filter = intersection(circles.chain(bitmaps).collect());
        if let Some(filter) = &mut filter
            && !filter.is_disjoint(&hidden)
        {
            *filter.to_mut() -= &*hidden;
        }
        Selection { cover, filter, hidden, end: self.base.len() }
    }

    /// For each of the words the documents that pass all tests but that word's own.
    pub(super) fn select_without(&self, asked: &Asked, words: &[Word]) -> Vec<Arc<RoaringBitmap>> {
        let hidden = self.hidden(asked.today);
        let parts: Vec<(Word, Cow<'_, RoaringBitmap>)> = asked
            .tests
            .iter()
            .filter_map(|(word, test)| {
                let area = || self.cover(test).map(|cover| Cow::Owned(plain(&cover)));
                test.docs(self).or_else(area).map(|docs| (*word, docs))
            })
            .collect();
        let without = |own: Option<Word>| {
            let others = parts.iter().filter(|(word, _)| Some(*word) != own);
            let docs = intersection(others.map(|(_, docs)| Cow::Borrowed(&**docs)).collect());
            Arc::new(docs.unwrap_or(Cow::Borrowed(self.base.all())).as_ref() - &*hidden)
        };
        let total = without(None);
        let own = |word: &Word| {
            // A word that is not asked leaves nothing out.
            let is_asked = parts.iter().any(|(asked, _)| asked == word);
            if is_asked { without(Some(*word)) } else { Arc::clone(&total) }
        };
        words.iter().map(own).collect()
    }

    /// What the spatial index says to a box or circle.
    fn cover(&self, test: &Test) -> Option<Cover> {
        match test {
            Test::Bbox(bbox) => Some(self.base.index.ranges_in(bbox)),
            Test::Within(circle) => Some(self.base.index.within(circle.centre, circle.radius_m)),
            _ => None,
        }
    }
}

/// A cover as a bitmap without runs, which are slow to intersect.
fn plain(cover: &Cover) -> RoaringBitmap {
    let mut bitmap = cover.to_bitmap();
    bitmap.remove_run_compression();
    bitmap
}

/// What is in all of them, the smallest first; `None` of none.
fn intersection(mut bitmaps: Vec<Cow<'_, RoaringBitmap>>) -> Option<Cow<'_, RoaringBitmap>> {
    bitmaps.sort_by_key(|bitmap| bitmap.len());
    let mut bitmaps = bitmaps.into_iter();
    let first = bitmaps.next()?;
    Some(bitmaps.fold(first, |all, bitmap| match all {
        Cow::Borrowed(all) => Cow::Owned(all & &*bitmap),
        Cow::Owned(all) => Cow::Owned(all & &*bitmap),
    }))
}

impl Selection<'_> {
    /// How many there are, without visiting them.
    pub(super) fn len(&self) -> u64 {
        match (&self.cover, &self.filter) {
            (None, None) => u64::from(self.end) - self.hidden.len(),
            (None, Some(filter)) => filter.len(),
            (Some(cover), None) => cover.len() as u64 - cover.count_in(&self.hidden),
            (Some(cover), Some(filter)) => cover.count_in(filter),
        }
    }

    /// Whether a document is among them.
    pub(super) fn contains(&self, doc: Doc) -> bool {
        let passes = match &self.filter {
            Some(filter) => filter.contains(doc),
            None => !self.hidden.contains(doc),
        };
        passes && self.cover.as_ref().is_none_or(|cover| cover.contains(doc))
    }

    /// Calls `each` with every one of them, in no particular order.
    pub(super) fn for_each(&self, mut each: impl FnMut(Doc)) {
        let everywhere;
        let cover = match (&self.cover, &self.filter) {
            (None, Some(filter)) => return filter.iter().for_each(each),
            (None, None) => {
                everywhere = Cover::all(self.end);
                &everywhere
            }
            (Some(cover), _) => cover,
        };
        let Some(filter) = &self.filter else {
            for range in &cover.ranges {
                if self.hidden.range_cardinality(range.clone()) == 0 {
                    range.clone().for_each(&mut each);
                } else {
                    range.clone().filter(|doc| !self.hidden.contains(*doc)).for_each(&mut each);
                }
            }
            cover.singles.iter().filter(|doc| !self.hidden.contains(**doc)).copied().for_each(each);
            return;
        };
        if filter.len() < cover.len() as u64 {
            filter.iter().filter(|doc| cover.contains(*doc)).for_each(each);
        } else {
            for range in &cover.ranges {
                filter.range(range.clone()).for_each(&mut each);
            }
            cover.singles.iter().filter(|doc| filter.contains(**doc)).copied().for_each(each);
        }
    }
}
