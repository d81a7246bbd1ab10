//! Numbers beside the filters: for each value how many hits it would leave.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use roaring::RoaringBitmap;

use super::Snapshot;
use super::filter::{Asked, Word, age_ranges};
use crate::atlas::build::PieceSite;
use crate::atlas::index::{Value, ValueRange};
use crate::atlas::{AgeAsked, Facets, Moment, Query};
use crate::domain::{Ags, CapacityState, Facet, OpenState, ServiceId, TermCode, YesNo};

/// The words that have numbers.
const WORDS: [Word; 12] = [
    Word::Categories,
    Word::TargetGroups,
    Word::Municipalities,
    Word::Languages,
    Word::Free,
    Word::Anonymous,
    Word::Accessible,
    Word::Open,
    Word::Ages,
    Word::Formats,
    Word::Appointment,
    Word::Capacity,
];

/// Whether there is room, in the order of the answer; the last is "not known".
const CAPACITIES: [Option<CapacityState>; 4] =
    [Some(CapacityState::Free), Some(CapacityState::WaitingList), Some(CapacityState::Full), None];

/// What passes all tests but those of one word: documents of the base, sites of the delta.
struct Rest<'a> {
    docs: Arc<RoaringBitmap>,
    sites: Vec<&'a PieceSite>,
}

impl Rest<'_> {
    /// How many have one of these values.
    fn count(&self, snapshot: &Snapshot, values: &[Value]) -> u64 {
        let ranges: Vec<ValueRange> = values.iter().cloned().map(Value::only).collect();
        let base = match values {
            [value] => {
                snapshot.base.values.get(value).map_or(0, |b| b.intersection_len(&self.docs))
            }
            _ => snapshot.base.values.any_of(&ranges).intersection_len(&self.docs),
        };
        base + self.count_sites(&ranges)
    }

    /// How many have a value in one of these ranges.
    fn count_in(&self, snapshot: &Snapshot, ranges: &[ValueRange]) -> u64 {
        let base = snapshot.base.values.any_of(ranges).intersection_len(&self.docs);
        base + self.count_sites(ranges)
    }

    fn count_sites(&self, ranges: &[ValueRange]) -> u64 {
        let meets = |site: &&&PieceSite| ranges.iter().any(|range| range.meets(&site.values));
        self.sites.iter().filter(meets).count() as u64
    }
}

impl Snapshot {
    /// How many services have a site that matches; [`Snapshot::search`] tells how many sites do.
    #[must_use]
    pub fn count_services(&self, query: &Query, moment: &Moment) -> u64 {
        let asked = Asked::new(query, moment, self);
        let mut services = RoaringBitmap::new();
        self.select(&asked).for_each(|doc| {
            services.extend(self.base.doc(doc).map(|record| record.service));
        });
        // What has changed is dead in the base, so that no service is counted twice.
        let changed = self.delta.docs().iter().filter(|doc| self.delta_matches(&asked, doc));
        let changed = changed.filter_map(|doc| self.delta.site(doc).map(|(piece, _)| piece.id));
        services.len() + changed.collect::<BTreeSet<ServiceId>>().len() as u64
    }

    /// Numbers beside the filters: all other words of the query applied, the filter's own left out.
    #[must_use]
    pub fn facets(&self, query: &Query, moment: &Moment) -> Facets {
        let asked = Asked::new(query, moment, self);
        let mut rests: Vec<Rest<'_>> = self
            .select_without(&asked, &WORDS)
            .into_iter()
            .map(|docs| Rest { docs, sites: Vec::new() })
            .collect();
        for doc in self.delta.docs() {
            let Some(failed) = self.delta_failures(&asked, doc) else { continue };
            let Some((_, site)) = self.delta.site(doc) else { continue };
            for (word, rest) in WORDS.iter().zip(&mut rests) {
                if failed.iter().all(|failure| failure == word) {
                    rest.sites.push(site);
                }
            }
        }
        let Ok(rests) = <[Rest<'_>; 12]>::try_from(rests) else { return Facets::default() };
        self.count_all(query, moment, rests)
    }

    fn count_all(&self, query: &Query, moment: &Moment, rests: [Rest<'_>; 12]) -> Facets {
        let [
            categories,
            groups,
            towns,
            languages,
            free,
            anonymous,
            accessible,
            open,
            ages,
            formats,
            appointment,
            capacity,
        ] = rests;
        let yes_no = |rest: &Rest<'_>, value: fn(YesNo) -> Value| {
            YesNo::ALL.map(|answer| (answer, rest.count(self, &[value(answer)])))
        };
        Facets {
            categories: self.count_terms(&categories, Facet::Topic, Value::Category),
            target_groups: self.count_terms(&groups, Facet::TargetGroup, Value::TargetGroup),
            municipalities: self.count_municipalities(towns, query.served),
            languages: self.count_languages(&languages),
            free: yes_no(&free, Value::Free),
            anonymous: yes_no(&anonymous, Value::Anonymous),
            accessible: yes_no(&accessible, Value::Accessible),
            open: self.count_open(&open, query, moment),
            ages: self.count_ages(&ages, query),
            formats: self.count_terms(&formats, Facet::ServiceForm, Value::Format),
            appointment: yes_no(&appointment, Value::Appointment),
            capacity: CAPACITIES
                .map(|state| (state, capacity.count(self, &[Value::capacity(state)]))),
        }
    }

    /// Those meant for the years asked for, or telling an age at all; and those that tell none.
    fn count_ages(&self, rest: &Rest<'_>, query: &Query) -> (u64, u64) {
        let years: Vec<AgeAsked> =
            query.ages.iter().copied().filter(|age| *age != AgeAsked::Unknown).collect();
        let ranges =
            if years.is_empty() { vec![ValueRange::ages_known()] } else { age_ranges(&years) };
        (rest.count_in(self, &ranges), rest.count(self, &[Value::AgesUnknown]))
    }

    fn count_terms(
        &self,
        rest: &Rest<'_>,
        facet: Facet,
        value: fn(u16) -> Value,
    ) -> Vec<(TermCode, u64)> {
        let terms = (0..u16::MAX).zip(self.reference().taxonomy.terms());
        terms
            .filter(|(_, term)| term.facet == facet)
            .map(|(number, term)| (term.code.clone(), rest.count(self, &[value(number)])))
            .collect()
    }

    fn count_municipalities(&self, mut rest: Rest<'_>, served: bool) -> Vec<(Ags, u64)> {
        let mut everywhere = vec![Value::LocalEverywhere];
        everywhere.extend(served.then_some(Value::ServedEverywhere));
        // What is found under every municipality is counted once and left out after.
        let in_all = rest.count(self, &everywhere);
        let ranges: Vec<ValueRange> = everywhere.into_iter().map(Value::only).collect();
        rest.docs = Arc::new(&*rest.docs - &*self.base.values.any_of(&ranges));
        rest.sites.retain(|site| !ranges.iter().any(|range| range.meets(&site.values)));
        let municipalities = self.reference().municipalities.iter().map(|m| m.municipality.ags);
        municipalities
            .map(|ags| {
                let mut values = vec![Value::Local(ags)];
                values.extend(served.then_some(Value::Served(ags)));
                (ags, in_all + rest.count(self, &values))
            })
            .collect()
    }

    fn count_languages(&self, rest: &Rest<'_>) -> Vec<(String, u64)> {
        let all = ValueRange::languages();
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for (value, docs) in self.base.values.range(&all) {
            // A language occurs as long as a site that counts has it.
            if let Value::Language(tag) = value
                && !docs.is_subset(self.delta.dead())
            {
                counts.insert(canonical_tag(tag), docs.intersection_len(&rest.docs));
            }
        }
        for (_, site) in self.delta.docs().iter().filter_map(|doc| self.delta.site(doc)) {
            for value in all.within(&site.values) {
                if let Value::Language(tag) = value {
                    counts.entry(canonical_tag(tag)).or_default();
                }
            }
        }
        for value in rest.sites.iter().flat_map(|site| all.within(&site.values)) {
            if let Value::Language(tag) = value {
                *counts.entry(canonical_tag(tag)).or_default() += 1;
            }
        }
        counts.into_iter().collect()
    }

    fn count_open(&self, rest: &Rest<'_>, query: &Query, moment: &Moment) -> Vec<(OpenState, u64)> {
        let states = match query.open_at {
            Some(local) => self.open_states_until(local, query.open_until),
            None => self.open_states(moment.local),
        };
        let by_state = self.base.open_docs(&states);
        OpenState::ALL
            .iter()
            .zip(&by_state.1)
            .map(|(&state, docs)| {
                let sites = rest.sites.iter().filter(|site| states.of(site.hours) == state);
                (state, docs.intersection_len(&rest.docs) + sites.count() as u64)
            })
            .collect()
    }
}

/// A language tag in its usual spelling: `zh-Hant-TW` (RFC 5646, section 2.1.1).
fn canonical_tag(tag: &str) -> String {
    let mut parts = tag.split('-');
    let mut text = parts.next().unwrap_or_default().to_ascii_lowercase();
    for part in parts {
        text.push('-');
        match part.len() {
            2 => text.push_str(&part.to_ascii_uppercase()),
            4 => {
                let mut letters = part.chars();
                text.extend(letters.next().map(|c| c.to_ascii_uppercase()));
                text.push_str(letters.as_str());
            }
            _ => text.push_str(part),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::canonical_tag;

    #[test]
    fn language_tags_are_shown_in_their_usual_spelling() {
        for (folded, usual) in
            [("de", "de"), ("zh-hant-tw", "zh-Hant-TW"), ("de-x-leicht", "de-x-leicht")]
        {
            assert_eq!(canonical_tag(folded), usual);
        }
    }
}
