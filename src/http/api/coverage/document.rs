//! Answers as JSON.

use geo::MultiPolygon;
use serde::Serialize;
use serde_json::value::RawValue;

use super::formats::Kind;
use crate::app::{
    Analysed, LeftOut, LinkChoice, MatrixQuestion, Method, Question, RemoteReport, ScenarioRequest,
    SiteCounts,
};
use crate::atlas::Query;
use crate::coverage::{
    AgeUnknown, AreaDistance, Demand, Distribution, MetricKind, MunicipalityCoverage, People,
    PopulationGroup, Totals, Uncertain, UnknownBands, UnservedArea,
};
use crate::domain::{Ags, Completeness, FeatureId, LonLat, ServiceId, TermCode};
use crate::http::api::document::to_json;
use crate::http::api::negotiate::Asked;
use crate::http::links::Link;
use crate::http::params::Pair;
use crate::http::problem::Problem;
use crate::spatial::geojson_text::write_area;
use crate::spatial::{Bbox, Crs};

/// Decimals of degrees: about a centimetre.
pub(super) const DECIMALS: u32 = 7;

/// What was asked, with all defaults.
#[derive(Debug, Serialize)]
pub(super) struct QuestionDocument<'a> {
    q: Option<&'a str>,
    category: Vec<&'a str>,
    target_group: Vec<&'a str>,
    language: &'a [String],
    accessible: Vec<&'static str>,
    free: Vec<&'static str>,
    anonymous: Vec<&'static str>,
    open: Option<String>,
    bbox: Option<[f64; 4]>,
    near: Option<[f64; 2]>,
    within_m: Option<f64>,
    max_distance_m: Option<f64>,
    metric: &'static str,
    population: &'static str,
    stale_after_months: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    merge_m: Option<f64>,
    municipality: &'a [Ags],
    links: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scenario: Option<ScenarioDocument>,
}

#[derive(Debug, Serialize)]
struct ScenarioDocument {
    add: Vec<LonLat>,
    r#move: Vec<MoveDocument>,
    close: Vec<FeatureId>,
}

#[derive(Debug, Serialize)]
struct MoveDocument {
    feature_id: FeatureId,
    lon: f64,
    lat: f64,
}

/// What was asked.
pub(super) fn question(question: &Question) -> QuestionDocument<'_> {
    QuestionDocument {
        max_distance_m: Some(question.max_distance_m),
        metric: question.metric.as_str(),
        population: question.group.as_str(),
        stale_after_months: question.stale_after_months,
        merge_m: Some(question.merge_m),
        municipality: &question.municipalities,
        links: links_of(&question.links),
        at: question.as_of.map(|day| day.to_string()),
        scenario: scenario_of(&question.scenario),
        ..offers(&question.query)
    }
}

/// What was asked of a matrix or an address.
pub(super) fn matrix_question(question: &MatrixQuestion) -> QuestionDocument<'_> {
    QuestionDocument {
        max_distance_m: question.max_distance_m,
        metric: question.metric.as_str(),
        population: question.group.as_str(),
        stale_after_months: question.stale_after_months,
        municipality: &question.municipalities,
        links: links_of(&question.links),
        ..offers(&question.query)
    }
}

/// Which offers count.
fn offers(query: &Query) -> QuestionDocument<'_> {
    QuestionDocument {
        q: query.q.as_deref(),
        category: query.categories.iter().map(TermCode::as_str).collect(),
        target_group: query.target_groups.iter().map(TermCode::as_str).collect(),
        language: &query.languages,
        accessible: query.accessible.iter().map(|word| word.as_str()).collect(),
        free: query.free.iter().map(|word| word.as_str()).collect(),
        anonymous: query.anonymous.iter().map(|word| word.as_str()).collect(),
        open: query.open_at.map(|at| at.format("%Y-%m-%dT%H:%M").to_string()),
        bbox: query.bbox.map(Bbox::to_array),
        near: query.near.map(|near| [near.point.lon, near.point.lat]),
        within_m: query.near.and_then(|near| near.within_m),
        max_distance_m: None,
        metric: MetricKind::default().as_str(),
        population: PopulationGroup::default().as_str(),
        stale_after_months: None,
        merge_m: None,
        municipality: &[],
        links: None,
        at: None,
        scenario: None,
    }
}

fn links_of(links: &LinkChoice) -> Option<&[String]> {
    match links {
        LinkChoice::Default => None,
        LinkChoice::Only(ids) => Some(ids),
    }
}

fn scenario_of(scenario: &ScenarioRequest) -> Option<ScenarioDocument> {
    (!scenario.is_empty()).then(|| ScenarioDocument {
        add: scenario.add.clone(),
        r#move: scenario
            .moves
            .iter()
            .map(|(id, to)| MoveDocument { feature_id: *id, lon: to.lon, lat: to.lat })
            .collect(),
        close: scenario.close.clone(),
    })
}

#[derive(Debug, Serialize)]
struct CoverageDocument<'a> {
    question: QuestionDocument<'a>,
    totals: &'a Totals,
    people: &'a People,
    municipalities: &'a [MunicipalityCoverage],
    unserved_areas: Vec<AreaDocument<'a>>,
    distribution: &'a Distribution,
    sites: SiteCounts,
    left_out: &'a [LeftOut],
    remote: &'a RemoteReport,
    unlocated: u32,
    completeness: Completeness,
    method: &'a Method,
    snapshot: &'a str,
    links: Vec<Link>,
}

/// A white spot.
#[derive(Debug, Serialize)]
pub(super) struct AreaDocument<'a> {
    id: &'a str,
    number: usize,
    population: f64,
    people: f64,
    ages: Ages,
    ages_unknown: UnknownBands,
    uncertain: Uncertain,
    age_unknown: AgeUnknown,
    area_m2: f64,
    cells: u32,
    municipalities: Vec<Ags>,
    nearest_place: Option<&'a str>,
    nearest_site: Option<NearestDocument<'a>>,
    distance_m: AreaDistance,
    #[serde(skip_serializing_if = "Option::is_none")]
    geometry: Option<Box<RawValue>>,
}

#[derive(Debug, Serialize)]
struct Ages {
    lt18: Option<f64>,
    #[serde(rename = "18to29")]
    a18to29: Option<f64>,
    #[serde(rename = "30to49")]
    a30to49: Option<f64>,
    #[serde(rename = "50to64")]
    a50to64: Option<f64>,
    ge65: Option<f64>,
}

#[derive(Debug, Serialize)]
struct NearestDocument<'a> {
    feature_id: Option<FeatureId>,
    service_id: Option<ServiceId>,
    name: &'a str,
    distance_m: Option<f64>,
}

/// One area; `number` counts from 1.
pub(super) fn area<'a>(
    analysed: &'a Analysed,
    number: usize,
    area: &'a UnservedArea,
    with_geometry: bool,
) -> AreaDocument<'a> {
    let place = analysed.nearest_places.get(number - 1).and_then(Option::as_deref);
    let site = area.nearest_site.and_then(|site| analysed.sites.get(site as usize));
    AreaDocument {
        id: &area.id,
        number,
        population: area.population,
        people: area.people.total,
        ages: Ages {
            lt18: area.people.lt18,
            a18to29: area.people.a18to29,
            a30to49: area.people.a30to49,
            a50to64: area.people.a50to64,
            ge65: area.people.ge65,
        },
        ages_unknown: area.people.unknown,
        uncertain: area.uncertain,
        age_unknown: area.age_unknown,
        area_m2: area.area_m2,
        cells: area.cells.len() as u32,
        municipalities: keys(&analysed.demand, &area.municipalities),
        nearest_place: place,
        nearest_site: site.map(|site| NearestDocument {
            feature_id: site.feature_id,
            service_id: site.service_id,
            name: &site.name,
            distance_m: area.distance_m.min,
        }),
        distance_m: area.distance_m,
        geometry: with_geometry.then(|| geometry(&area.geometry)).flatten(),
    }
}

/// The keys of some municipalities.
fn keys(demand: &Demand, places: &[u16]) -> Vec<Ags> {
    let known = demand.municipalities();
    places.iter().filter_map(|place| known.get(usize::from(*place))).map(|m| m.ags).collect()
}

/// A geometry as text.
pub(super) fn geometry(area: &MultiPolygon<f64>) -> Option<Box<RawValue>> {
    let mut text = Vec::new();
    write_area(&mut text, area, Crs::Crs84, DECIMALS);
    RawValue::from_string(String::from_utf8(text).ok()?).ok()
}

/// The whole answer.
pub(super) fn coverage(analysed: &Analysed, links: Vec<Link>) -> Result<Vec<u8>, Problem> {
    let answer = &analysed.answer;
    let areas = answer.unserved_areas.iter().enumerate();
    to_json(&CoverageDocument {
        question: question(&analysed.question),
        totals: &answer.totals,
        people: &answer.people,
        municipalities: &answer.municipalities,
        unserved_areas: areas.map(|(at, one)| area(analysed, at + 1, one, true)).collect(),
        distribution: &answer.distribution,
        sites: analysed.site_counts(),
        left_out: &analysed.left_out,
        remote: &analysed.remote,
        unlocated: analysed.unlocated,
        completeness: analysed.completeness,
        method: &analysed.method,
        snapshot: &analysed.snapshot,
        links,
    })
}

/// Links to itself and to the other representations.
pub(super) fn links(asked: &Asked, pairs: &[Pair], offered: &[Kind], kind: Kind) -> Vec<Link> {
    let link = |other: Kind| {
        let rel = if other == kind { "self" } else { "alternate" };
        let address = asked.address_with(pairs, &[("f", other.as_str())]);
        Link::new(address, rel, other.essence()).titled(other.title())
    };
    offered.iter().copied().map(link).collect()
}

/// Figures before and after, in short.
#[derive(Debug, Serialize)]
pub(super) struct ShortTotals<'a> {
    pub(super) totals: &'a Totals,
    pub(super) areas: usize,
    pub(super) sites: SiteCounts,
    pub(super) snapshot: &'a str,
}

/// An answer in short.
pub(super) fn short(analysed: &Analysed) -> ShortTotals<'_> {
    ShortTotals {
        totals: &analysed.answer.totals,
        areas: analysed.answer.unserved_areas.len(),
        sites: analysed.site_counts(),
        snapshot: &analysed.snapshot,
    }
}
