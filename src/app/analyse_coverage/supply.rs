//! From the facts of the atlas to the sites of an analysis.

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::analysed::{AnalysedSite, RemoteMunicipality, RemoteReport, SiteKind};
use super::ground::Ground;
use crate::atlas::{Moment, Snapshot, SupplyFact};
use crate::coverage::{Demand, PopulationGroup, Serves, Supply, SupplySite};
use crate::domain::{Ags, Reach};
use crate::spatial::projection::to_laea;

/// The offers that count, told apart by how they reach people.
#[derive(Debug, Default)]
pub(super) struct Offers {
    /// Sites to go to.
    pub(super) sites: Vec<AnalysedSite>,
    /// The same for the analysis, in the same order.
    pub(super) supply: Vec<SupplySite>,
    /// Offers without a distance.
    pub(super) remote: Vec<SupplyFact>,
    /// Offers to walk to whose place is not known or not public.
    pub(super) unlocated: u32,
}

/// How facts become sites.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) ground: &'a Ground,
    pub(super) snapshot: &'a Snapshot,
    pub(super) moment: &'a Moment,
    pub(super) stale_after_months: Option<u32>,
    /// Whether names of sites are wanted.
    pub(super) named: bool,
}

impl Reading<'_> {
    /// Sorts offers by how they reach people.
    pub(super) fn read<'f>(&self, facts: impl IntoIterator<Item = &'f SupplyFact>) -> Offers {
        let mut offers = Offers::default();
        // Most sites share one of a few areas.
        let mut areas: BTreeMap<*const Reach, Serves> = BTreeMap::new();
        for fact in facts {
            let Some(at) = fact.point else {
                if fact.is_remote() {
                    offers.remote.push(fact.clone());
                } else {
                    offers.unlocated += 1;
                }
                continue;
            };
            let demand = &self.ground.demand;
            let area = &raw const fact.kind.area;
            let serves = areas.entry(area).or_insert_with(|| serves(&fact.kind.area, demand));
            let declared = || fact.kind.municipality.and_then(|ags| demand.find_municipality(&ags));
            let site = AnalysedSite {
                feature_id: Some(fact.feature_id),
                service_id: Some(fact.service_id),
                name: self
                    .named
                    .then(|| self.snapshot.site_name(fact.site))
                    .flatten()
                    .unwrap_or_default(),
                at,
                kind: SiteKind::Existing,
                accuracy_m: fact.accuracy_m.unwrap_or(0.0),
                stale: fact.is_stale(self.stale_after_months, self.moment.today()),
                confirmed: fact.confirmed,
                unconfirmed: fact.kind.unconfirmed,
                serves: serves.clone(),
                // A pier or a point of a village that lies in the lake is in no outline.
                municipality: self.ground.municipality_at(at).or_else(declared),
                place: None,
            };
            offers.supply.push(supply_site(&site));
            offers.sites.push(site);
        }
        offers
    }
}

/// A site as the analysis sees it.
pub(super) fn supply_site(site: &AnalysedSite) -> SupplySite {
    SupplySite {
        at: to_laea(site.at),
        accuracy_m: site.accuracy_m,
        is_stale: site.stale,
        serves: site.serves.clone(),
        municipality: site.municipality,
    }
}

/// Whom a declared area serves: where nothing is declared, all who are near.
fn serves(area: &Reach, demand: &Demand) -> Serves {
    match area {
        Reach::Undeclared | Reach::Everywhere => Serves::Everybody,
        Reach::Municipalities(list) => {
            let mut places: Vec<u16> =
                list.iter().filter_map(|ags| demand.find_municipality(ags)).collect();
            places.sort_unstable();
            places.dedup();
            Serves::Municipalities(places.into())
        }
    }
}

impl Offers {
    /// The supply.
    pub(super) fn supply(&self) -> Supply {
        Supply::new(self.supply.clone())
    }

    /// What offers without a distance cover.
    pub(super) fn remote_report(
        &self,
        demand: &Demand,
        group: PopulationGroup,
        municipalities: Option<&[u16]>,
    ) -> RemoteReport {
        let mut report =
            RemoteReport { services: self.remote.len() as u32, ..RemoteReport::default() };
        let mut by_type = BTreeMap::new();
        let mut by_ags: BTreeMap<Ags, u32> = BTreeMap::new();
        for fact in &self.remote {
            *by_type.entry(fact.kind.site_type).or_default() += 1;
            match &fact.kind.area {
                Reach::Undeclared => report.undeclared += 1,
                Reach::Everywhere => report.everywhere += 1,
                Reach::Municipalities(list) => {
                    report.declared += 1;
                    for ags in list {
                        *by_ags.entry(*ags).or_default() += 1;
                    }
                }
            }
        }
        report.by_type = by_type.into_iter().collect();
        for (place, municipality) in (0..).zip(demand.municipalities()) {
            if municipalities.is_some_and(|chosen| chosen.binary_search(&place).is_err()) {
                continue;
            }
            let services = by_ags.get(&municipality.ags).copied().unwrap_or(0) + report.everywhere;
            let population = people_of(demand, place, group);
            if services > 0 {
                report.covered += population;
            } else {
                report.not_covered += population;
            }
            report.municipalities.push(RemoteMunicipality {
                ags: municipality.ags,
                name: municipality.name.clone(),
                services,
                population,
            });
        }
        report
    }

    /// SHA-256 over everything of the offers that figures depend on.
    pub(super) fn hash(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        for site in &self.sites {
            hash.update(site.feature_id.map(|id| id.0.into_bytes()).unwrap_or_default());
            hash.update(site.at.lon.to_le_bytes());
            hash.update(site.at.lat.to_le_bytes());
            hash.update(site.accuracy_m.to_le_bytes());
            hash.update([u8::from(site.stale), site.kind as u8]);
            hash.update(site.municipality.map_or(u32::MAX, u32::from).to_le_bytes());
            match &site.serves {
                Serves::Everybody => hash.update([1]),
                Serves::Municipalities(places) => {
                    hash.update([2]);
                    hash.update((places.len() as u64).to_le_bytes());
                    places.iter().for_each(|place| hash.update(place.to_le_bytes()));
                }
            }
        }
        for fact in &self.remote {
            hash.update([3]);
            hash.update(fact.feature_id.0.into_bytes());
            hash.update(fact.kind.site_type.as_str());
            // A list of keys can always be written as JSON.
            hash.update(serde_json::to_vec(&fact.kind.area).unwrap_or_default());
        }
        hash.update(self.unlocated.to_le_bytes());
        hash.finalize().into()
    }
}

/// People of a group in a municipality.
pub(super) fn people_of(demand: &Demand, municipality: u16, group: PopulationGroup) -> f64 {
    // Whole people first, multiplied once, as everywhere.
    let counted: u64 = demand
        .cells_of(municipality)
        .filter_map(|cell| demand.counted(cell, group))
        .map(u64::from)
        .sum();
    counted as f64 * demand.factor(municipality)
}

/// Shared lists of places.
pub(super) fn places_of(demand: &Demand, keys: &[Ags]) -> Option<Vec<u16>> {
    if keys.is_empty() {
        return None;
    }
    let mut places: Vec<u16> =
        keys.iter().filter_map(|ags| demand.find_municipality(ags)).collect();
    places.sort_unstable();
    places.dedup();
    Some(places)
}

/// The offers of some facts that carry a category.
pub(super) fn of_category(facts: &[SupplyFact], number: u16) -> impl Iterator<Item = &SupplyFact> {
    facts.iter().filter(move |fact| fact.kind.categories.binary_search(&number).is_ok())
}

/// Everybody.
pub(super) fn everybody() -> Serves {
    Serves::Everybody
}

/// Nobody: what a site closed in thought serves.
pub(super) fn nobody() -> Serves {
    Serves::Municipalities(Arc::from([]))
}
