//! What of a question makes no sense with the data at hand: every fault, in the order of the words.

use std::collections::{HashMap, HashSet};

use super::ground::Ground;
use super::question::{LinkChoice, Question, QuestionFault, ScenarioRequest};
use crate::coverage::{MetricKind, PopulationGroup};
use crate::domain::{Ags, FeatureId, LonLat};

/// Checks what does not depend on the sites.
pub(super) fn check(question: &Question, ground: &Ground) -> Vec<QuestionFault> {
    let mut faults = numbers(question);
    faults.extend(population(question.group, ground));
    faults.extend(municipalities(&question.municipalities, ground));
    faults.extend(links(&question.links, ground));
    faults.extend(places(&question.scenario, question.metric, ground));
    faults
}

fn numbers(question: &Question) -> Vec<QuestionFault> {
    let mut faults = Vec::new();
    let max = question.max_distance_m;
    if !(max > 0.0 && max <= Question::MAX_DISTANCE_M) {
        let detail = format!("must be metres above 0 and at most {}", Question::MAX_DISTANCE_M);
        faults.push(QuestionFault::new("max_distance_m", "not_a_distance", detail));
    }
    if !(question.merge_m >= 0.0 && question.merge_m <= Question::MAX_MERGE_M) {
        let detail = format!("must be metres from 0 to {}", Question::MAX_MERGE_M);
        faults.push(QuestionFault::new("merge_m", "not_a_distance", detail));
    }
    if question.stale_after_months.is_some_and(|months| months > Question::MAX_MONTHS) {
        let detail = format!("must be a whole number from 0 to {}", Question::MAX_MONTHS);
        faults.push(QuestionFault::new("stale_after_months", "not_months", detail));
    }
    faults
}

/// Whether the grid knows an age group.
pub(super) fn population(group: PopulationGroup, ground: &Ground) -> Option<QuestionFault> {
    (!ground.demand.knows_some(group)).then(|| {
        let detail = format!(
            "the population grid does not tell how many people are {}; ask for total",
            group.as_str()
        );
        QuestionFault::new("population", "unknown_ages", detail)
    })
}

/// Keys that are none of a municipality here.
pub(super) fn municipalities(keys: &[Ags], ground: &Ground) -> Vec<QuestionFault> {
    let unknown = |(_, ags): &(usize, &Ags)| ground.demand.find_municipality(ags).is_none();
    let fault = |(at, ags): (usize, &Ags)| {
        let detail = format!("{ags} is none of the municipalities here");
        QuestionFault::at("municipality", at, "unknown_municipality", detail)
    };
    keys.iter().enumerate().filter(unknown).map(fault).collect()
}

/// Names that are none of a link here.
pub(super) fn links(choice: &LinkChoice, ground: &Ground) -> Vec<QuestionFault> {
    let LinkChoice::Only(ids) = choice else { return Vec::new() };
    let known: Vec<&str> = ground.reference.links.iter().map(|link| link.id.as_str()).collect();
    let unknown = |(_, id): &(usize, &String)| !known.contains(&id.as_str());
    let fault = |(at, id): (usize, &String)| {
        let id: String = id.chars().take(40).collect();
        let detail = match known.as_slice() {
            [] => format!("'{id}' is not a link; there are none here"),
            known => format!("'{id}' is not one of {}, none", known.join(", ")),
        };
        QuestionFault::at("links", at, "unknown_link", detail)
    };
    ids.iter().enumerate().filter(unknown).map(fault).collect()
}

/// Where sites of a scenario cannot stand, and which are doubled.
fn places(scenario: &ScenarioRequest, metric: MetricKind, ground: &Ground) -> Vec<QuestionFault> {
    let mut faults = Vec::new();
    if scenario.len() > Question::MAX_CHANGES {
        let detail = format!("a scenario has at most {} changes in all", Question::MAX_CHANGES);
        faults.push(QuestionFault::new("add", "too_many", detail));
        // Looking at each of far too many would be the harm the limit is there to prevent.
        return faults;
    }
    let new_places = scenario.add.len() + scenario.moves.len();
    if metric == MetricKind::Overland && new_places > Question::MAX_OVERLAND_PLACES {
        let most = Question::MAX_OVERLAND_PLACES;
        let detail = format!("at most {most} new places over land, each is a search of its own");
        faults.push(QuestionFault::new("metric", "too_large", detail));
        return faults;
    }
    let mut seen: HashMap<[u64; 2], usize> = HashMap::new();
    for (at, place) in scenario.add.iter().enumerate() {
        faults.extend(site_fault("add", at, *place, ground));
        if let Some(first) = seen.insert([place.lon.to_bits(), place.lat.to_bits()], at) {
            let detail = format!("stands at the same point as number {}", first + 1);
            faults.push(QuestionFault::at("add", at, "doubled", detail));
        }
    }
    for (at, (_, place)) in scenario.moves.iter().enumerate() {
        faults.extend(site_fault("move", at, *place, ground));
    }
    faults
}

/// Metres by which a site may stand off the outlines of the municipalities, which are generalised.
const OUTLINE_M: f64 = 250.0;

/// Why no new site can stand at a point: a county plans within its borders.
fn site_fault(
    word: &'static str,
    at: usize,
    place: LonLat,
    ground: &Ground,
) -> Option<QuestionFault> {
    place_fault(word, at, place, ground).or_else(|| {
        let is_inside = ground.municipalities.containing_or_nearest(place, OUTLINE_M).is_some();
        let detail = format!("{},{} lies outside of the municipalities here", place.lon, place.lat);
        (!is_inside).then(|| QuestionFault::at(word, at, "outside", detail))
    })
}

/// Why a point makes no sense here.
pub(super) fn place_fault(
    word: &'static str,
    at: usize,
    place: LonLat,
    ground: &Ground,
) -> Option<QuestionFault> {
    let bounds = ground.reference.region.data_bounds;
    let fault = |code, detail: String| Some(QuestionFault::at(word, at, code, detail));
    if !bounds.contains(place) {
        let detail = format!(
            "{},{} lies outside of the data: longitude {} to {}, latitude {} to {}",
            place.lon, place.lat, bounds.west, bounds.east, bounds.south, bounds.north
        );
        return fault("outside", detail);
    }
    if ground.water.containing(place).is_some() {
        return fault("on_water", format!("{},{} lies on water", place.lon, place.lat));
    }
    None
}

/// Sites that are changed but do not exist, or are changed twice. One that exists and is no answer to the question is no
/// fault: its change is left out, and told.
pub(super) fn sites(
    scenario: &ScenarioRequest,
    exists: impl Fn(FeatureId) -> bool,
) -> Vec<QuestionFault> {
    let mut faults = Vec::new();
    let mut used: HashSet<FeatureId> = HashSet::new();
    let moved =
        scenario.moves.iter().map(|(id, _)| *id).enumerate().map(|(at, id)| ("move", at, id));
    let closed = scenario.close.iter().enumerate().map(|(at, id)| ("close", at, *id));
    for (word, at, id) in moved.chain(closed) {
        if !exists(id) {
            let detail = format!("{id} is the id of no feature of services");
            faults.push(QuestionFault::at(word, at, "unknown_site", detail));
        }
        if !used.insert(id) {
            let detail = format!("{id} is changed twice; move or close it once");
            faults.push(QuestionFault::at(word, at, "used_twice", detail));
        }
    }
    faults
}
