//! One page of what matches, and the exact number of all matches.

use super::Snapshot;
use super::filter::Asked;
use super::freshness;
use super::order::{By, Order, Standing};
use super::select::Selection;
use crate::atlas::index::Value;
use crate::atlas::index::name::NameKey;
use crate::atlas::{Cursor, Found, Hit, Moment, PageRequest, Query, SiteRef};
use chrono::NaiveDate;

use crate::atlas::build::facts::Days;
use crate::domain::{FeatureId, Freshness};
use crate::spatial::index::Doc;

/// A hit that may come on the page.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    key: [u64; 4],
    id: FeatureId,
    hit: Hit,
}

/// A document of the base with its keys: key, place by id, document.
type Keyed = ([u64; 2], u32, Doc);

/// The key of a hit as a cursor holds it.
const fn wide([first, second]: [u64; 2]) -> [u64; 4] {
    [first, second, 0, 0]
}

/// The same back.
const fn narrow([first, second, ..]: [u64; 4]) -> [u64; 2] {
    [first, second]
}

impl Snapshot {
    /// One page of what matches, with the exact number of all matches.
    #[must_use]
    pub fn search(&self, query: &Query, moment: &Moment, page: &PageRequest) -> Found {
        let asked = Asked::new(query, moment, self);
        let order = Order::new(asked.text(), query);
        let selection = self.select(&asked);
        let in_base = selection.len();
        // One more than the page holds tells whether another page follows.
        let limit = page.limit.max(1);
        let mut after = page.after.clone();
        if order.is_by_id() {
            // The key of a cursor from another order says nothing here.
            if let Some(cursor) = &mut after {
                cursor.key = [0; 4];
            }
        }
        let after = after.as_ref();
        let mut candidates = match order.by {
            By::Id => self.page_by_id(&selection, in_base, after, limit + 1),
            By::Name => self.page_by_name(&selection, order, after, limit + 1),
            _ => self.page_by_key(&selection, in_base, (order, asked.today), after, limit + 1),
        };
        let in_delta = self.add_delta(&asked, order, after, &mut candidates);
        let more = candidates.len() > limit;
        candidates.truncate(limit);
        let last = candidates.last().filter(|_| more);
        Found {
            matched: in_base + in_delta,
            next: last.map(|last| Cursor { key: last.key, id: last.id }),
            hits: candidates.into_iter().map(|candidate| candidate.hit).collect(),
        }
    }

    /// All matches that have a public point or a place, unordered, for drawing the map.
    #[must_use]
    pub fn all_sites(&self, query: &Query, moment: &Moment) -> Vec<SiteRef> {
        let asked = Asked::new(query, moment, self);
        let mut sites = Vec::new();
        let placed = self.base.values.get(&Value::Placed);
        self.select(&asked).for_each(|doc| {
            if placed.is_some_and(|placed| placed.contains(doc)) {
                sites.push(SiteRef(doc));
            }
        });
        for (at, doc) in self.delta.docs().iter().enumerate() {
            let placed = self
                .delta
                .site(doc)
                .is_some_and(|(_, site)| site.values.binary_search(&Value::Placed).is_ok());
            if placed && self.delta_matches(&asked, doc) {
                sites.push(self.delta_ref(at));
            }
        }
        sites
    }

    /// The first `limit` matches of the base behind the cursor, by id.
    fn page_by_id(
        &self,
        selection: &Selection<'_>,
        matched: u64,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Vec<Candidate> {
        let first = self.first_rank(after);
        let walked = (limit as u64).saturating_mul(u64::from(self.base.len())) / matched.max(1);
        let docs: Vec<Doc> = if walked.saturating_mul(4) < matched {
            // Many match: it is cheaper to go through all ids in order until the page is full.
            let behind = self.base.by_id.get(first as usize..).unwrap_or_default();
            behind.iter().copied().filter(|doc| selection.contains(*doc)).take(limit).collect()
        } else {
            // Place and document in one number: sorting is quick, and nothing need be looked up after.
            let mut ranked: Vec<u64> = Vec::with_capacity(usize::try_from(matched).unwrap_or(0));
            selection.for_each(|doc| {
                let rank = self.base.id_rank.get(doc as usize).filter(|rank| **rank >= first);
                ranked.extend(rank.map(|rank| u64::from(*rank) << 32 | u64::from(doc)));
            });
            keep_smallest(&mut ranked, limit);
            ranked.into_iter().map(|ranked| ranked as Doc).collect()
        };
        docs.into_iter().filter_map(|doc| self.candidate([0; 4], doc, None)).collect()
    }

    /// The first `limit` matches of the base behind the cursor, by name.
    fn page_by_name(
        &self,
        selection: &Selection<'_>,
        order: Order<'_>,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Vec<Candidate> {
        let bound = after.map(|cursor| (cursor.key, self.first_rank(after)));
        let mut named: Vec<(NameKey, u32, Doc)> = Vec::new();
        selection.for_each(|doc| {
            let rank = self.base.id_rank.get(doc as usize).copied().unwrap_or_default();
            let name = self.base.doc(doc).map(|record| record.name).unwrap_or_default();
            if bound.is_none_or(|bound| (name, rank) >= bound) {
                named.push((name, rank, doc));
            }
        });
        keep_smallest(&mut named, limit);
        let candidate = |(name, _, doc)| {
            let distance = order.from.and_then(|from| self.base.index.distance_m(doc, from));
            self.candidate(name, doc, distance)
        };
        named.into_iter().filter_map(candidate).collect()
    }

    /// The first `limit` matches of the base behind the cursor, by rank and distance, or by day.
    fn page_by_key(
        &self,
        selection: &Selection<'_>,
        matched: u64,
        (order, today): (Order<'_>, NaiveDate),
        after: Option<&Cursor>,
        limit: usize,
    ) -> Vec<Candidate> {
        let nearest = self.nearest(selection, matched, order, after, limit);
        let docs = nearest.unwrap_or_else(|| {
            let mut docs = Vec::with_capacity(usize::try_from(matched).unwrap_or(0));
            selection.for_each(|doc| docs.push(doc));
            docs.sort_unstable();
            docs
        });
        let (docs, ranks) = match order.text {
            None => (docs, Vec::new()),
            Some(text) => {
                let ranks = text.ranks(&docs, self.base.len());
                best_ranked(docs, ranks, after, limit)
            }
        };
        let bound = after.map(|cursor| (narrow(cursor.key), self.first_rank(after)));
        let mut keyed: Vec<Keyed> = Vec::with_capacity(docs.len());
        for (at, doc) in docs.into_iter().enumerate() {
            let distance = order.from.and_then(|from| self.base.index.distance_m(doc, from));
            let rank = ranks.get(at).copied().unwrap_or_default();
            let Some(&by_id) = self.base.id_rank.get(doc as usize) else { continue };
            let record = self.base.doc(doc);
            let key = order.key(Standing {
                rank,
                distance_m: distance,
                doubt: record.map_or(0, |record| doubt(record.days, record.doubt, today)),
                confirmed: record.and_then(|record| record.supply.confirmed),
            });
            if bound.is_none_or(|bound| (key, by_id) >= bound) {
                keyed.push((key, by_id, doc));
            }
        }
        keep_smallest(&mut keyed, limit);
        let from = order.near.and(order.from);
        let candidate = |(key, _, doc)| {
            let distance = from.and_then(|from| self.base.index.distance_m(doc, from));
            self.candidate(wide(key), doc, distance)
        };
        keyed.into_iter().filter_map(candidate).collect()
    }

    /// Where many match and only distance counts: a few more than the `limit` nearest, ascending by document.
    ///
    /// `None` where it is cheaper to look at all matches, or turns out to be.
    fn nearest(
        &self,
        selection: &Selection<'_>,
        matched: u64,
        order: Order<'_>,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Option<Vec<Doc>> {
        const MANY: u64 = 20_000;
        /// Beyond this many candidates, in parts of all matches, looking at all is cheaper.
        const SHARE: u64 = 16;
        let centre = order.near?;
        if order.by != By::Distance || after.is_some() || matched < MANY {
            return None;
        }
        let most = usize::try_from(matched / SHARE).unwrap_or(usize::MAX);
        let mut docs: Vec<Doc> = Vec::with_capacity(limit);
        let mut farthest = f64::INFINITY;
        for (doc, distance) in self.base.index.nearest(centre).take(most) {
            // Equally far ones belong together; a millimetre is far more than two ways of rounding differ by.
            if distance > farthest + 0.001 {
                docs.sort_unstable();
                return Some(docs);
            }
            if selection.contains(doc) {
                docs.push(doc);
                if docs.len() == limit {
                    farthest = distance;
                }
            }
        }
        None
    }

    /// Adds the matches of the delta behind the cursor and sorts all; tells how many match in all.
    fn add_delta(
        &self,
        asked: &Asked,
        order: Order<'_>,
        after: Option<&Cursor>,
        candidates: &mut Vec<Candidate>,
    ) -> u64 {
        let mut matched = 0;
        let from_base = candidates.len();
        for (at, doc) in self.delta.docs().iter().enumerate() {
            if !self.delta_matches(asked, doc) {
                continue;
            }
            matched += 1;
            let site = self.delta.site(doc).map(|(_, site)| site);
            let rank = order.text.map(|text| text.rank_of(doc.place)).unwrap_or_default();
            let doubted = site.map_or(0, |site| doubt(site.days, site.doubt, asked.today));
            let distance =
                order.from.and_then(|from| doc.metres.map(|metres| metres.distance_m(from)));
            let key = match (order.by, site) {
                (By::Name, Some(site)) => site.name,
                _ => wide(order.key(Standing {
                    rank,
                    distance_m: distance,
                    doubt: doubted,
                    confirmed: site.and_then(|site| site.supply.confirmed),
                })),
            };
            let distance = distance.filter(|_| order.near.is_some());
            if after.is_none_or(|cursor| (key, doc.id) > (cursor.key, cursor.id)) {
                let hit = Hit { site: self.delta_ref(at), distance_m: distance };
                candidates.push(Candidate { key, id: doc.id, hit });
            }
        }
        if candidates.len() > from_base {
            candidates.sort_by_key(|candidate| (candidate.key, candidate.id));
        }
        matched
    }

    /// The place by id of the first document behind the cursor.
    fn first_rank(&self, after: Option<&Cursor>) -> u32 {
        after.map_or(0, |cursor| self.base.rank_behind(cursor.id))
    }

    fn candidate(&self, key: [u64; 4], doc: Doc, distance_m: Option<f64>) -> Option<Candidate> {
        let hit = Hit { site: SiteRef(doc), distance_m };
        self.base.id(doc).map(|id| Candidate { key, id, hit })
    }
}

/// How much there is to doubt: freshness first, then what the source said of itself.
fn doubt(days: Days, by_source: u8, today: NaiveDate) -> u8 {
    let by_age = match freshness(days, today) {
        Freshness::Fresh => 0,
        Freshness::Unknown => 1,
        Freshness::Stale => 2,
    };
    by_age * 4 + by_source
}

/// Those of many documents that can come on the page by rank alone: equal ranks stay together.
fn best_ranked(
    docs: Vec<Doc>,
    ranks: Vec<u32>,
    after: Option<&Cursor>,
    limit: usize,
) -> (Vec<Doc>, Vec<u32>) {
    let most = after.map_or(u32::MAX, |cursor| u32::MAX - cursor.key[0] as u32);
    // Hits of the cursor's own rank may lie before it.
    let at_cursor = ranks.iter().filter(|rank| after.is_some() && **rank == most).count();
    let mut behind: Vec<u32> = ranks.iter().copied().filter(|rank| *rank <= most).collect();
    let needed = limit + at_cursor;
    let least = if behind.len() > needed {
        *behind.select_nth_unstable_by(needed, |a, b| b.cmp(a)).1
    } else {
        0
    };
    docs.into_iter().zip(ranks).filter(|(_, rank)| (least..=most).contains(rank)).unzip()
}

/// Sorts, keeping only the `limit` smallest.
fn keep_smallest<T: Ord>(items: &mut Vec<T>, limit: usize) {
    if items.len() > limit {
        items.select_nth_unstable(limit);
        items.truncate(limit);
    }
    items.sort_unstable();
}
