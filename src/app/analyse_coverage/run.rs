//! From a question to its answer.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::analysed::{Analysed, AnalysedSite, LeftOut, ScenarioOutcome, SiteKind};
use super::error::AnalysisError;
use super::flight::Outcome;
use super::ground::Ground;
use super::method::Told;
use super::overland::Paths;
use super::question::{Question, QuestionFault};
use super::room::AnalysisRoom;
use super::supply::{Offers, Reading, everybody, nobody, places_of, supply_site};
use crate::atlas::{Moment, Query, Snapshot};
use crate::coverage::{
    Metric, MetricKind, Parameters, Reach, Scenario, Supply, Work, answer, compare, compare_areas,
    reach, reach_after,
};
use crate::domain::{Completeness, FeatureId, Region, YesNo, hex};
use crate::spatial::Projected;
use crate::spatial::projection::to_laea;

/// What all parts of an analysis need.
pub(super) struct Context {
    pub(super) room: Arc<AnalysisRoom>,
    pub(super) ground: Arc<Ground>,
    pub(super) snapshot: Arc<Snapshot>,
    pub(super) moment: Moment,
}

impl Context {
    /// The offers of a question.
    pub(super) fn offers(
        &self,
        query: &Query,
        stale_after_months: Option<u32>,
        named: bool,
    ) -> Offers {
        let facts = self.snapshot.supply(query, &self.moment);
        self.reading(stale_after_months, named).read(&facts)
    }

    /// How facts become sites.
    pub(super) fn reading(&self, stale_after_months: Option<u32>, named: bool) -> Reading<'_> {
        Reading {
            ground: &self.ground,
            snapshot: &self.snapshot,
            moment: &self.moment,
            stale_after_months,
            named,
        }
    }

    /// Where filters ask for something to be known: sites that pass, and sites that would if nothing had to be known.
    pub(super) fn known(&self, query: &Query) -> Option<(usize, usize)> {
        let mut wider = query.clone();
        wider.open_at = None;
        wider.languages.clear();
        for words in [&mut wider.accessible, &mut wider.free, &mut wider.anonymous] {
            if !words.contains(&YesNo::Unknown) {
                words.clear();
            }
        }
        let located = |query: &Query| {
            let facts = self.snapshot.supply(query, &self.moment);
            facts.iter().filter(|fact| fact.is_located()).count()
        };
        (wider != *query).then(|| (located(query), located(&wider)))
    }

    /// A change that makes no difference to the question.
    fn left_out(&self, word: &'static str, feature_id: FeatureId) -> LeftOut {
        let site = self.snapshot.find_feature(feature_id);
        let name = site.and_then(|site| self.snapshot.site_name(site)).unwrap_or_default();
        LeftOut { word, feature_id, name }
    }

    /// How distances are measured for these sites.
    pub(super) fn paths(
        &self,
        metric: MetricKind,
        links: &super::question::LinkChoice,
    ) -> Result<Option<Paths>, AnalysisError> {
        match metric {
            MetricKind::Straight => Ok(None),
            MetricKind::Overland => self.room.overland.paths(&self.ground, links).map(Some),
        }
    }
}

/// White spots named by one thread in one go.
const AREAS_AT_ONCE: usize = 1_024;
/// Distances overland that one question may need at once: 1 GiB of them.
const MOST_DISTANCES: usize = 1 << 28;

/// Sites with their distances.
pub(super) struct Measured {
    pub(super) supply: Supply,
    fields: Option<Vec<Arc<[f32]>>>,
}

impl Measured {
    /// Measures sites overland where paths are given.
    pub(super) fn new(
        supply: Supply,
        paths: Option<&Paths>,
        work: &Work,
    ) -> Result<Self, AnalysisError> {
        let fields = match paths {
            None => None,
            Some(paths) => {
                // Every site keeps its distance to every cell: that is for counties, not for countries.
                if supply.len().saturating_mul(paths.cells()) > MOST_DISTANCES {
                    let detail = "there are too many sites and cells to measure overland; narrow the question or ask \
                                  for straight";
                    let fault = QuestionFault::new("metric", "too_large", detail);
                    return Err(AnalysisError::Question(vec![fault]));
                }
                let places: Vec<Projected> = supply.sites().iter().map(|site| site.at).collect();
                Some(paths.fields(&places, work)?)
            }
        };
        Ok(Self { supply, fields })
    }

    /// The metric.
    pub(super) fn metric(&self) -> Metric<'_> {
        match &self.fields {
            None => Metric::Straight,
            Some(fields) => Metric::Overland(fields),
        }
    }
}

/// Answers a question without a scenario, or, beside the answer without, one with a scenario.
pub(super) fn run(
    context: &Context,
    question: Question,
    before: Option<Arc<Analysed>>,
    work: &Work,
) -> Outcome<Analysed> {
    let demand = &context.ground.demand;
    let parameters = Parameters {
        max_distance_m: question.max_distance_m,
        group: question.group,
        merge_m: question.merge_m,
        municipalities: places_of(demand, &question.municipalities),
    };
    let mut offers = context.offers(&question.query, question.stale_after_months, true);
    let finding = finding_share(question.metric);
    let part = work.part(0.0..finding);
    let Findings { supply, reach, left_out } =
        find(context, &question, before.as_deref(), &mut offers, &part)?;
    let answer = answer(demand, &supply, &reach, &parameters, &work.part(finding..1.0))?;
    let scenario = before.map(|before| {
        let chosen = parameters.municipalities.as_deref();
        let difference = compare(demand, &before.reach, &reach, question.group, chosen);
        let areas = compare_areas(
            demand,
            (&before.reach, &before.answer.unserved_areas),
            (&reach, &answer.unserved_areas),
            question.group,
        );
        ScenarioOutcome { before, difference, areas }
    });
    let place = |area: &crate::coverage::UnservedArea| {
        let [easting_m, northing_m] = area.centre_m;
        context.ground.nearest_place(Projected { easting_m, northing_m }).map(str::to_owned)
    };
    // In a county that is done before another thread would have begun.
    let areas = answer.unserved_areas.par_iter().with_min_len(AREAS_AT_ONCE);
    let nearest_places = areas.map(place).collect();
    let completeness = completeness(&context.ground, &question.query);
    Ok(Arc::new(Analysed {
        nearest_places,
        remote: offers.remote_report(demand, question.group, parameters.municipalities.as_deref()),
        unlocated: offers.unlocated,
        method: told(context, &question, completeness, scenario.is_some()).method(),
        // A scenario is part of the question, not of the data.
        snapshot: scenario.as_ref().map_or_else(
            || snapshot_hash(&context.ground, &offers, question.metric),
            |scenario| scenario.before.snapshot.clone(),
        ),
        sites: offers.sites,
        left_out,
        demand: Arc::clone(demand),
        reach: Arc::new(reach),
        answer,
        scenario,
        completeness,
        question,
    }))
}

/// Share of the time that looking for the nearest sites takes; the rest is summing up and joining areas. Over land it is
/// the ways of new sites that take long.
const fn finding_share(metric: MetricKind) -> f64 {
    match metric {
        MetricKind::Straight => 0.1,
        MetricKind::Overland => 0.9,
    }
}

/// The sites, with the scenario where there is one, and what every cell has around it.
struct Findings {
    supply: Supply,
    reach: Reach,
    left_out: Vec<LeftOut>,
}

/// What every cell has around it: looked for anew, or, with a scenario, from what was found without it.
fn find(
    context: &Context,
    question: &Question,
    before: Option<&Analysed>,
    offers: &mut Offers,
    work: &Work,
) -> Result<Findings, AnalysisError> {
    let (demand, max_m) = (&context.ground.demand, question.max_distance_m);
    let paths = context.paths(question.metric, &question.links)?;
    let (ways, nearest) = (work.part(0.0..0.9), work.part(0.9..1.0));
    let Some(before) = before else {
        let measured = Measured::new(offers.supply(), paths.as_ref(), &ways)?;
        let found = reach(demand, &measured.supply, measured.metric(), max_m, &nearest)?;
        return Ok(Findings { supply: measured.supply, reach: found, left_out: Vec::new() });
    };
    let Changed { unchanged, scenario, left_out } = offers.change(question, context);
    let measured = Measured::new(scenario.apply(&unchanged), paths.as_ref(), &ways)?;
    let metric = measured.metric();
    let found = reach_after(demand, &unchanged, &before.reach, &scenario, metric, max_m, &nearest)?;
    Ok(Findings { supply: measured.supply, reach: found, left_out })
}

fn told<'a>(
    context: &'a Context,
    question: &'a Question,
    completeness: Completeness,
    is_scenario: bool,
) -> Told<'a> {
    Told {
        ground: &context.ground,
        day: context.moment.today(),
        metric: question.metric,
        links: &question.links,
        group: question.group,
        stale_after_months: question.stale_after_months,
        completeness,
        known: context.known(&question.query),
        is_scenario,
    }
}

/// What a scenario makes of the offers.
struct Changed {
    /// The supply as it was.
    unchanged: Supply,
    /// The changes for the analysis.
    scenario: Scenario,
    /// Changes of sites that are none of these offers.
    left_out: Vec<LeftOut>,
}

impl Offers {
    /// Changes the sites in thought.
    fn change(&mut self, question: &Question, context: &Context) -> Changed {
        let request = &question.scenario;
        let unchanged = self.supply();
        let place_of: HashMap<FeatureId, u32> = (0..)
            .zip(&self.sites)
            .filter_map(|(place, site)| Some((site.feature_id?, place)))
            .collect();
        let (mut scenario, mut left_out) = (Scenario::default(), Vec::new());
        let mut place_of = |word, id: FeatureId| {
            let place = place_of.get(&id).copied();
            if place.is_none() {
                left_out.push(context.left_out(word, id));
            }
            place
        };
        for (id, to) in &request.moves {
            let Some(place) = place_of("move", *id) else { continue };
            let Some(site) = self.sites.get_mut(place as usize) else { continue };
            site.at = *to;
            site.kind = SiteKind::Moved;
            site.accuracy_m = 0.0;
            site.stale = false;
            site.municipality = context.ground.municipality_at(*to);
            scenario.moves.push((place, supply_site(site)));
        }
        for id in &request.close {
            let Some(place) = place_of("close", *id) else { continue };
            let Some(site) = self.sites.get_mut(place as usize) else { continue };
            site.kind = SiteKind::Closed;
            site.serves = nobody();
            scenario.close.push(place);
        }
        for (number, at) in (0..).zip(&request.add) {
            let site = AnalysedSite {
                feature_id: None,
                service_id: None,
                name: String::new(),
                at: *at,
                kind: SiteKind::Added,
                accuracy_m: 0.0,
                stale: false,
                confirmed: None,
                unconfirmed: false,
                serves: everybody(),
                municipality: context.ground.municipality_at(*at),
                place: Some(number),
            };
            scenario.add.push(supply_site(&site));
            self.sites.push(site);
        }
        Changed { unchanged, scenario, left_out }
    }
}

/// The least complete of the categories asked for; of all topics where none is.
pub(super) fn completeness(ground: &Ground, query: &Query) -> Completeness {
    let region = &ground.reference.region;
    if query.categories.is_empty() {
        let topics = super::matrix::topics(&ground.reference.taxonomy);
        return topics
            .map(|term| of_category(region, term.code.as_str()))
            .min_by_key(|complete| rank(*complete))
            .unwrap_or_default();
    }
    let codes = query.categories.iter();
    codes
        .map(|code| of_category(region, code.as_str()))
        .min_by_key(|complete| rank(*complete))
        .unwrap_or_default()
}

/// How complete the collection is in a category.
pub(super) fn of_category(region: &Region, code: &str) -> Completeness {
    region.completeness.get(code).copied().unwrap_or_default()
}

const fn rank(completeness: Completeness) -> u8 {
    match completeness {
        Completeness::Unknown => 0,
        Completeness::Partial => 1,
        Completeness::Complete => 2,
    }
}

/// Hash of all data used: people, borders, offers, and for overland also land and links.
pub(super) fn snapshot_hash(ground: &Ground, offers: &Offers, metric: MetricKind) -> String {
    let mut hash = Sha256::new();
    hash.update(ground.hash);
    hash.update(offers.hash());
    if metric == MetricKind::Overland {
        hash.update(ground.land_hash);
    }
    short_hex(&hash.finalize())
}

/// The first half of a SHA-256 in hexadecimal: enough to tell any two states apart.
pub(super) fn short_hex(hash: &[u8]) -> String {
    hex(hash.get(..16).unwrap_or(hash))
}

/// Where a point lies on the plane.
pub(super) fn projected(at: crate::domain::LonLat) -> Projected {
    to_laea(at)
}
