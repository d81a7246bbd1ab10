//! What comes out: an answer with everything needed to read, show and recompute it.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use super::method::Method;
use super::question::Question;
use crate::coverage::{Answer, AreaDifference, Demand, Difference, Reach, Serves};
use crate::domain::{Ags, Completeness, FeatureId, LonLat, ServiceId, SiteType};

/// The answer to a [`Question`].
#[derive(Debug)]
pub struct Analysed {
    /// What was asked.
    pub question: Question,
    /// The people.
    pub demand: Arc<Demand>,
    /// What every cell has around it, with the scenario where there is one.
    pub reach: Arc<Reach>,
    /// The figures, with the scenario where there is one.
    pub answer: Answer,
    /// For each unserved area the name of the place nearest to the middle of its people.
    pub nearest_places: Vec<Option<String>>,
    /// With a scenario: how it was, and what changes.
    pub scenario: Option<ScenarioOutcome>,
    /// The sites that count, in the order in which `reach` and `answer` name them; of a scenario also the closed ones,
    /// in their places, and the added ones at the end.
    pub sites: Vec<AnalysedSite>,
    /// Changes of the scenario that make no difference here.
    pub left_out: Vec<LeftOut>,
    /// Offers that reach people without a distance.
    pub remote: RemoteReport,
    /// Offers to walk to whose place is not known or not public; they count for nobody.
    pub unlocated: u32,
    /// How complete the collection is in the categories asked for: the least complete of them.
    pub completeness: Completeness,
    /// How the figures were made.
    pub method: Method,
    /// Hash of all data used, the same wherever and whenever the same data are used.
    pub snapshot: String,
}

/// What a scenario changes.
#[derive(Debug)]
pub struct ScenarioOutcome {
    /// The same question without the scenario.
    pub before: Arc<Analysed>,
    /// Who gains, who loses.
    pub difference: Difference,
    /// Where: unserved areas of the one that are served in the other.
    pub areas: AreaDifference,
}

/// A change of a scenario that makes no difference, because the site does not pass the filters of the question or is
/// none to go to: with another question it may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// `move` or `close`.
    pub word: &'static str,
    /// The site.
    pub feature_id: FeatureId,
    /// Its name.
    pub name: String,
}

/// A site as the answer used it.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalysedSite {
    /// Its feature; `None` for one added in thought.
    pub feature_id: Option<FeatureId>,
    /// Its service; `None` for one added in thought.
    pub service_id: Option<ServiceId>,
    /// Its name; empty for one added in thought.
    pub name: String,
    /// Where it is (of a moved one: its new place).
    pub at: LonLat,
    /// Where it comes from.
    pub kind: SiteKind,
    /// How far it may really lie from there, in metres.
    pub accuracy_m: f64,
    /// Nobody has confirmed it recently enough.
    pub stale: bool,
    /// The first day its confirmation may mean; `None` without any date, and for one added in thought.
    pub confirmed: Option<NaiveDate>,
    /// Its source calls it unconfirmed: stale whatever its date.
    pub unconfirmed: bool,
    /// Whom it serves.
    pub serves: Serves,
    /// The municipality it lies in: a place in the demand; `None` = outside the county.
    pub municipality: Option<u16>,
    /// For an added one its place in `ScenarioRequest::add`.
    pub place: Option<u32>,
}

/// Where a site comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteKind {
    /// It is there.
    Existing,
    /// Added in thought.
    Added,
    /// There, but moved in thought.
    Moved,
    /// There, but closed in thought: it serves nobody.
    Closed,
}

/// Numbers of sites.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct SiteCounts {
    /// Sites that count (without those closed in thought).
    pub count: u32,
    /// Of these, outside the county.
    pub outside: u32,
    /// Of these, not meant for people of every municipality here.
    pub restricted: u32,
    /// Of these, not confirmed recently enough.
    pub stale: u32,
    /// Of these, known less exactly than the building or the house next door (more than 100 m).
    pub approximate: u32,
}

impl Analysed {
    /// Accuracy in metres beyond which a site counts as approximate in [`SiteCounts`].
    pub const APPROXIMATE_FROM_M: f64 = 100.0;

    /// Numbers of sites.
    #[must_use]
    pub fn site_counts(&self) -> SiteCounts {
        let mut counts = SiteCounts::default();
        for site in self.sites.iter().filter(|site| site.kind != SiteKind::Closed) {
            counts.count += 1;
            counts.outside += u32::from(site.municipality.is_none());
            counts.restricted += u32::from(self.leaves_out(site));
            counts.stale += u32::from(site.stale);
            counts.approximate += u32::from(site.accuracy_m > Self::APPROXIMATE_FROM_M);
        }
        counts
    }

    /// Whether a site is not meant for people of some municipality.
    fn leaves_out(&self, site: &AnalysedSite) -> bool {
        let all = 0..self.demand.municipalities().len() as u16;
        all.into_iter().any(|place| !site.serves.includes(place))
    }

    /// About how many bytes it takes.
    pub(super) fn bytes(&self) -> usize {
        let points: usize = self
            .answer
            .unserved_areas
            .iter()
            .flat_map(|area| &area.geometry)
            .flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()))
            .map(|ring| ring.0.len() * 16 + 64)
            .sum();
        let areas = &self.answer.unserved_areas;
        let areas: usize = areas.iter().map(|area| area.cells.len() * 4 + 500).sum();
        let sites = self.sites.len() * (size_of::<AnalysedSite>() + 40);
        points + areas + sites + self.reach.bytes() + 16_384
    }
}

/// Offers that come to people or answer by phone or online: no distance, but a declared area.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RemoteReport {
    /// How many there are.
    pub services: u32,
    /// By kind: outreach, mobile, phone, online; those that occur.
    pub by_type: Vec<(SiteType, u32)>,
    /// Of these, for everybody everywhere.
    pub everywhere: u32,
    /// Of these, for named municipalities.
    pub declared: u32,
    /// Of these, without a declared area: nobody can be said to be covered by them.
    pub undeclared: u32,
    /// People of the group asked for in municipalities that at least one is declared for.
    pub covered: f64,
    /// The other people of the group asked for.
    pub not_covered: f64,
    /// For each municipality looked at: how many are declared for it.
    pub municipalities: Vec<RemoteMunicipality>,
}

/// What reaches a municipality without a distance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RemoteMunicipality {
    /// Official key.
    pub ags: Ags,
    /// Name.
    pub name: String,
    /// Offers declared for it, those for everywhere included.
    pub services: u32,
    /// People of the group asked for.
    pub population: f64,
}
