//! A query taken apart into tests that base and delta can answer alike.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;
use roaring::RoaringBitmap;

use super::delta::DeltaDoc;
use super::words::TextQuery;
use super::{Snapshot, is_shown};
use crate::atlas::build::PieceSite;
use crate::atlas::index::open::OpenStates;
use crate::atlas::index::{Value, ValueRange};
use crate::atlas::{AgeAsked, Moment, Near, Query};
use crate::domain::{Facet, Freshness, LonLat, OpenState, ServiceId, TermCode};
use crate::spatial::bbox::CrsBox;
use crate::spatial::projection::to_laea;
use crate::spatial::{Bbox, Projected};

/// The words of a query for which numbers stand beside the filters, and all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Categories,
    TargetGroups,
    Municipalities,
    Languages,
    Accessible,
    Free,
    Anonymous,
    Open,
    Ages,
    Formats,
    Appointment,
    Capacity,
    Other,
}

/// One condition.
#[derive(Debug)]
pub(super) enum Test {
    /// Inside a box.
    Bbox(Bbox),
    /// Inside a box of another reference system.
    Area(CrsBox),
    /// Around a point.
    Within(Circle),
    /// Any value of these ranges.
    AnyOf(Vec<ValueRange>),
    /// The confirmation's span overlaps these days, or there is no date.
    Assured(Option<NaiveDate>, Option<NaiveDate>),
    /// In one of these states.
    Open(Arc<OpenStates>, Vec<OpenState>),
    /// All words occur.
    Text(Arc<TextQuery>),
    /// A site of this service.
    Service(ServiceId),
}

/// A circle in EPSG:3035.
#[derive(Debug, Clone, Copy)]
pub(super) struct Circle {
    pub(super) centre: LonLat,
    pub(super) radius_m: f64,
}

impl Circle {
    /// The same rule as that of the index: squares are compared, the line itself is inside.
    fn holds(&self, point: Projected) -> bool {
        let centre = to_laea(self.centre);
        let (dx, dy) = (point.easting_m - centre.easting_m, point.northing_m - centre.northing_m);
        self.radius_m >= 0.0 && dx * dx + dy * dy <= self.radius_m * self.radius_m
    }
}

/// A query, ready to be answered.
#[derive(Debug)]
pub(super) struct Asked {
    /// All conditions, the cheapest first.
    pub(super) tests: Vec<(Word, Test)>,
    /// The day.
    pub(super) today: NaiveDate,
}

impl Asked {
    /// Takes a query apart.
    pub(super) fn new(query: &Query, moment: &Moment, snapshot: &Snapshot) -> Self {
        let mut asked = Self { tests: Vec::new(), today: moment.today() };
        asked.add_area(query);
        asked.add_choices(query, snapshot);
        asked.add_properties(query, moment, snapshot);
        if let Some(local) = query.open_at {
            let states = snapshot.open_states_until(local, query.open_until);
            let mut kept = vec![OpenState::Open];
            kept.extend_from_slice(&query.open_also);
            asked.tests.push((Word::Open, Test::Open(states, kept)));
        }
        if let Some(text) = query.q.as_deref().and_then(|q| snapshot.text(q)) {
            asked.tests.push((Word::Other, Test::Text(text)));
        }
        asked
    }

    fn add_area(&mut self, query: &Query) {
        if let Some(bbox) = query.bbox {
            self.tests.push((Word::Other, Test::Bbox(bbox)));
        }
        if let Some(area) = query.area {
            self.tests.push((Word::Other, Test::Area(area)));
        }
        if let Some(Near { point, within_m: Some(radius_m) }) = query.near {
            self.tests.push((Word::Other, Test::Within(Circle { centre: point, radius_m })));
        }
        if let Some(id) = query.service {
            self.tests.push((Word::Other, Test::Service(id)));
        }
    }

    fn add_choices(&mut self, query: &Query, snapshot: &Snapshot) {
        let term = |code: &TermCode, facet| snapshot.shared.lookup.term(code, facet);
        self.any_of(Word::Categories, &query.categories, |code| {
            term(code, Facet::Topic).map(|t| Value::Category(t.number)).into_iter().collect()
        });
        self.any_of(Word::TargetGroups, &query.target_groups, |code| {
            term(code, Facet::TargetGroup)
                .map(|t| Value::TargetGroup(t.number))
                .into_iter()
                .collect()
        });
        self.any_of(Word::Municipalities, &query.municipalities, |ags| {
            let mut values = vec![Value::Local(*ags), Value::LocalEverywhere];
            if query.served {
                values.extend([Value::Served(*ags), Value::ServedEverywhere]);
            }
            values
        });
        self.any_of(Word::Languages, &query.languages, |tag| vec![Value::language(tag)]);
        self.any_of(Word::Accessible, &query.accessible, |a| vec![Value::Accessible(*a)]);
        self.any_of(Word::Free, &query.free, |free| vec![Value::Free(*free)]);
        self.any_of(Word::Anonymous, &query.anonymous, |a| vec![Value::Anonymous(*a)]);
        self.any_of(Word::Formats, &query.formats, |code| {
            term(code, Facet::ServiceForm).map(|t| Value::Format(t.number)).into_iter().collect()
        });
        self.any_of(Word::Appointment, &query.appointment, |a| vec![Value::Appointment(*a)]);
        self.any_of(Word::Capacity, &query.capacity, |state| vec![Value::capacity(*state)]);
        if !query.ages.is_empty() {
            self.tests.push((Word::Ages, Test::AnyOf(age_ranges(&query.ages))));
        }
        let organization = query.organization.as_slice();
        self.any_of(Word::Other, organization, |id| vec![Value::Organization(*id)]);
    }

    fn add_properties(&mut self, query: &Query, moment: &Moment, snapshot: &Snapshot) {
        let asked = &query.properties;
        self.any_of(Word::Other, &asked.status, |status| vec![Value::status(*status)]);
        self.any_of(Word::Other, &asked.site_type, |kind| vec![Value::SiteType(*kind)]);
        self.any_of(Word::Other, &asked.coord_precision, |p| vec![Value::Precision(*p)]);
        self.any_of(Word::Other, &asked.assured_by, |by| vec![Value::assured_by(*by)]);
        self.any_of(Word::Other, &asked.confidence, |c| vec![Value::Confidence(*c)]);
        if !asked.freshness.is_empty() {
            let ranges = asked.freshness.iter().map(|freshness| match freshness {
                Freshness::Fresh => ValueRange::fresh_on(self.today),
                Freshness::Stale => ValueRange::stale_on(self.today),
                Freshness::Unknown => Value::FreshnessUnknown.only(),
            });
            let ranges = ranges.collect();
            self.tests.push((Word::Other, Test::AnyOf(ranges)));
        }
        if let Some((first, last)) = query.assured {
            self.tests.push((Word::Other, Test::Assured(first, last)));
        }
        if !asked.open_state.is_empty() {
            let states = snapshot.open_states(moment.local);
            self.tests.push((Word::Other, Test::Open(states, asked.open_state.clone())));
        }
    }

    /// A word of several values, any of which will do; an empty one does not filter.
    fn any_of<T>(&mut self, word: Word, asked: &[T], values: impl Fn(&T) -> Vec<Value>) {
        if !asked.is_empty() {
            let ranges = asked.iter().flat_map(values).map(Value::only).collect();
            self.tests.push((word, Test::AnyOf(ranges)));
        }
    }

    /// The text, if any.
    pub(super) fn text(&self) -> Option<&TextQuery> {
        self.tests.iter().find_map(|(_, test)| match test {
            Test::Text(text) => Some(&**text),
            _ => None,
        })
    }
}

impl Test {
    /// The documents of the base that pass; `None` for a box or circle, which the spatial index answers.
    pub(super) fn docs<'a>(&'a self, snapshot: &'a Snapshot) -> Option<Cow<'a, RoaringBitmap>> {
        let base = &snapshot.base;
        match self {
            Self::Bbox(_) | Self::Within(_) => None,
            Self::Area(area) => {
                // The spatial index finds candidates in the upright box around it; each is then tested.
                let candidates = base.index.ranges_in(&area.outer()).to_bitmap();
                let inside = |doc: &u32| base.point(*doc).is_some_and(|at| area.contains(at));
                Some(Cow::Owned(candidates.iter().filter(inside).collect()))
            }
            Self::AnyOf(ranges) => Some(base.values.any_of(ranges)),
            Self::Assured(first, last) => {
                let begun = ValueRange::assured_begun_by(last.unwrap_or(NaiveDate::MAX));
                let overlapping = base.values.range(&begun).filter(|(v, _)| ends_by(v, *first));
                let undated = Value::Undated.only();
                let matching = overlapping.chain(base.values.range(&undated));
                let docs: Vec<&RoaringBitmap> = matching.map(|(_, docs)| docs).collect();
                Some(Cow::Owned(roaring::MultiOps::union(docs)))
            }
            Self::Open(states, asked) => {
                let by_state = base.open_docs(states);
                let docs = OpenState::ALL.iter().zip(&by_state.1);
                let asked = docs.filter(|(state, _)| asked.contains(state)).map(|(_, docs)| docs);
                Some(Cow::Owned(roaring::MultiOps::union(asked)))
            }
            Self::Text(text) => Some(Cow::Borrowed(text.docs())),
            Self::Service(id) => {
                let docs = base.service(*id).map(|s| base.docs_of(s)).unwrap_or_default();
                Some(Cow::Owned(docs.iter().copied().collect()))
            }
        }
    }

    /// Whether a site of the delta passes.
    fn passes(&self, doc: &DeltaDoc, service: ServiceId, site: &PieceSite) -> bool {
        match self {
            Self::Bbox(bbox) => doc.point.is_some_and(|point| bbox.contains(point)),
            Self::Area(area) => doc.point.is_some_and(|point| area.contains(point)),
            Self::Within(circle) => doc.metres.is_some_and(|point| circle.holds(point)),
            Self::AnyOf(ranges) => ranges.iter().any(|range| range.meets(&site.values)),
            Self::Assured(first, last) => {
                let begun = ValueRange::assured_begun_by(last.unwrap_or(NaiveDate::MAX));
                let dated = begun.within(&site.values).any(|value| ends_by(value, *first));
                dated || Value::Undated.only().meets(&site.values)
            }
            Self::Open(states, asked) => asked.contains(&states.of(site.hours)),
            Self::Text(text) => text.finds(doc.place),
            Self::Service(id) => *id == service,
        }
    }
}

/// What entries have that are meant for one of these ages.
pub(super) fn age_ranges(asked: &[AgeAsked]) -> Vec<ValueRange> {
    let ranges = asked.iter().flat_map(|age| match age {
        AgeAsked::Years(years) => ValueRange::meant_for(*years).collect(),
        AgeAsked::Unknown => vec![Value::AgesUnknown.only()],
    });
    ranges.collect()
}

/// Whether a confirmation may have been on `first` or later.
fn ends_by(value: &Value, first: Option<NaiveDate>) -> bool {
    matches!(value, Value::Assured(_, end) if first.is_none_or(|first| *end >= first))
}

impl Snapshot {
    /// Whether a site of the delta matches.
    pub(super) fn delta_matches(&self, asked: &Asked, doc: &DeltaDoc) -> bool {
        // Most are ruled out by their point alone, without looking at anything else.
        if let Some((_, Test::Bbox(bbox))) = asked.tests.first()
            && !doc.point.is_some_and(|point| bbox.contains(point))
        {
            return false;
        }
        let Some((piece, site)) = self.delta.site(doc) else { return false };
        is_shown(site.days, asked.today)
            && asked.tests.iter().all(|(_, test)| test.passes(doc, piece.id, site))
    }

    /// The words with numbers that a site of the delta fails; `None` when it is not shown at all or fails
    /// another.
    pub(super) fn delta_failures(&self, asked: &Asked, doc: &DeltaDoc) -> Option<Vec<Word>> {
        let (piece, site) = self.delta.site(doc)?;
        let mut failed = Vec::new();
        for (word, _) in asked.tests.iter().filter(|(_, test)| !test.passes(doc, piece.id, site)) {
            if *word == Word::Other {
                return None;
            }
            failed.push(*word);
        }
        is_shown(site.days, asked.today).then_some(failed)
    }
}
