//! What one address has around it.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::analysed::AnalysedSite;
use super::error::AnalysisError;
use super::flight::Outcome;
use super::matrix::{Category, categories, facts};
use super::method::{Method, Told};
use super::overland::Paths;
use super::question::AroundQuestion;
use super::run::{Context, completeness, of_category, projected, short_hex, snapshot_hash};
use super::supply::{Offers, of_category as facts_of};
use crate::atlas::SupplyFact;
use crate::coverage::{Serves, Work};
use crate::domain::{Ags, Completeness, FeatureId, LonLat, Reach, ServiceId, TermCode};
use crate::spatial::Projected;

/// What an address has around it, category by category.
#[derive(Debug, Clone)]
pub struct Around {
    /// What was asked.
    pub question: AroundQuestion,
    /// The municipality it lies in; `None` = outside the county.
    pub municipality: Option<(Ags, String)>,
    /// The nearest populated place.
    pub nearest_place: Option<String>,
    /// The categories, in the order of the taxonomy.
    pub categories: Vec<AroundCategory>,
    /// How the figures were made.
    pub method: Method,
    /// Hash of all data used.
    pub snapshot: String,
}

/// What an address has around it of one category.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AroundCategory {
    /// Topic code.
    pub category: TermCode,
    /// Its label in the taxonomy.
    pub label: String,
    /// The nearest site that serves the address; `None` where none does or no path leads to it.
    pub nearest: Option<NearestSite>,
    /// The distance it is compared with, where the question or the county names one.
    pub max_distance_m: Option<f64>,
    /// Whether the nearest is within that distance; `None` without one.
    pub within: Option<bool>,
    /// Sites of the category that serve the address.
    pub sites: u32,
    /// Offers without a distance that are declared for its municipality.
    pub remote: u32,
    /// How complete the collection is here.
    pub completeness: Completeness,
}

/// The nearest site of a category.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NearestSite {
    /// Its feature.
    pub feature_id: Option<FeatureId>,
    /// Its service.
    pub service_id: Option<ServiceId>,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub at: LonLat,
    /// How far, in metres.
    pub distance_m: f64,
    /// How far it may really lie from there, in metres.
    pub accuracy_m: f64,
    /// Nobody has confirmed it recently enough.
    pub stale: bool,
}

/// Answers.
pub(super) fn run(context: &Context, question: AroundQuestion, work: &Work) -> Outcome<Around> {
    let ground = &context.ground;
    let asked = &question.matrix;
    let here = ground.municipality_at(question.at);
    let facts = facts(context, asked);
    let at = projected(question.at);
    let search = Search {
        context,
        at,
        here,
        ags: here.and_then(|place| ground.municipality(place)).map(|m| m.ags),
        overland: match context.paths(asked.metric, &asked.links)? {
            None => None,
            Some(paths) => Some(overland(&paths, at, &facts, work)?),
        },
        facts,
    };
    let mut hash = Sha256::new();
    let mut found = Vec::new();
    for category in categories(context, asked) {
        work.check()?;
        let offers = context
            .reading(asked.stale_after_months, false)
            .read(facts_of(&search.facts, category.number));
        hash.update(category.term.code.as_str());
        hash.update(snapshot_hash(ground, &offers, asked.metric));
        found.push(search.category(&category, &offers));
    }
    let told = Told {
        ground,
        day: context.moment.today(),
        metric: asked.metric,
        links: &asked.links,
        group: asked.group,
        stale_after_months: asked.stale_after_months,
        completeness: completeness(ground, &asked.query),
        known: context.known(&asked.query),
        is_scenario: false,
    };
    let municipality = here.and_then(|place| ground.municipality(place));
    Ok(Arc::new(Around {
        municipality: municipality.map(|m| (m.ags, m.name.clone())),
        nearest_place: ground.nearest_place(search.at).map(str::to_owned),
        categories: found,
        method: told.method(),
        snapshot: short_hex(&hash.finalize()),
        question,
    }))
}

/// What stays the same from category to category.
struct Search<'a> {
    context: &'a Context,
    at: Projected,
    here: Option<u16>,
    ags: Option<Ags>,
    facts: Vec<SupplyFact>,
    /// Overland: the distance of every place with a site.
    overland: Option<HashMap<[u64; 2], f64>>,
}

/// Distances overland from an address to every place with a site.
fn overland(
    paths: &Paths,
    at: Projected,
    facts: &[SupplyFact],
    work: &Work,
) -> Result<HashMap<[u64; 2], f64>, AnalysisError> {
    let mut places: Vec<Projected> =
        facts.iter().filter_map(|fact| fact.point).map(projected).collect();
    places.sort_unstable_by_key(bits);
    places.dedup();
    let distances = paths.between(at, &places, work)?;
    Ok(places.iter().map(bits).zip(distances).collect())
}

fn bits(at: &Projected) -> [u64; 2] {
    [at.easting_m.to_bits(), at.northing_m.to_bits()]
}

impl Search<'_> {
    /// What there is of a category.
    fn category(&self, category: &Category<'_>, offers: &Offers) -> AroundCategory {
        let serves_here = |site: &&AnalysedSite| match self.here {
            Some(place) => site.serves.includes(place),
            // From beyond the border only what is for everybody.
            None => site.serves == Serves::Everybody,
        };
        let sites: Vec<&AnalysedSite> = offers.sites.iter().filter(serves_here).collect();
        let distance = |site: &&AnalysedSite| {
            let place = projected(site.at);
            match &self.overland {
                None => place.distance_m(self.at),
                Some(known) => known.get(&bits(&place)).copied().unwrap_or(f64::INFINITY),
            }
        };
        let distances: Vec<f64> = sites.iter().map(distance).collect();
        let nearest = nearest(&sites, &distances, self.context, &self.facts);
        let within = category
            .max_distance_m
            .map(|max| nearest.as_ref().is_some_and(|nearest| nearest.distance_m <= max));
        let region = &self.context.ground.reference.region;
        AroundCategory {
            category: category.term.code.clone(),
            label: category.term.label.clone(),
            within,
            nearest,
            max_distance_m: category.max_distance_m,
            sites: sites.len() as u32,
            remote: declared(offers, self.ags),
            completeness: of_category(region, category.term.code.as_str()),
        }
    }
}

/// The nearest of some sites; of equally near ones the first.
fn nearest(
    sites: &[&AnalysedSite],
    distances: &[f64],
    context: &Context,
    facts: &[SupplyFact],
) -> Option<NearestSite> {
    let with = sites.iter().zip(distances).filter(|(_, distance)| distance.is_finite());
    let (site, distance_m) = with.min_by(|(_, a), (_, b)| a.total_cmp(b))?;
    let at = facts.binary_search_by_key(&site.feature_id, |fact| Some(fact.feature_id)).ok();
    let fact = at.and_then(|at| facts.get(at));
    Some(NearestSite {
        feature_id: site.feature_id,
        service_id: site.service_id,
        name: fact.and_then(|fact| context.snapshot.site_name(fact.site)).unwrap_or_default(),
        at: site.at,
        distance_m: *distance_m,
        accuracy_m: site.accuracy_m,
        stale: site.stale,
    })
}

/// Offers without a distance that are declared for a municipality, those for everywhere included.
fn declared(offers: &Offers, here: Option<Ags>) -> u32 {
    let for_here = |area: &Reach| match area {
        Reach::Undeclared => false,
        Reach::Everywhere => true,
        Reach::Municipalities(list) => here.is_some_and(|ags| list.contains(&ags)),
    };
    offers.remote.iter().filter(|fact| for_here(&fact.kind.area)).count() as u32
}
