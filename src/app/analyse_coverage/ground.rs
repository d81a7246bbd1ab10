//! What stays the same from question to question: people, borders, water, place names.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::error::AnalysisError;
use crate::atlas::Reference;
use crate::coverage::{Demand, DemandMunicipality, PopulationGroup};
use crate::domain::LonLat;
use crate::spatial::projection::to_laea;
use crate::spatial::{Boundaries, CountingIndex, Projected};

/// Prepared reference data.
#[derive(Debug)]
pub(super) struct Ground {
    /// What it was prepared from.
    pub(super) reference: Arc<Reference>,
    /// The people.
    pub(super) demand: Arc<Demand>,
    /// Municipalities by their places in the demand.
    pub(super) municipalities: Boundaries<u16>,
    /// Where nothing can stand.
    pub(super) water: Boundaries<()>,
    /// SHA-256 over people, borders and links.
    pub(super) hash: [u8; 32],
    /// SHA-256 over what paths overland depend on: people's places, land, water, links.
    pub(super) land_hash: [u8; 32],
    places: NamedPlaces,
}

impl Ground {
    /// Prepares a region.
    ///
    /// # Errors
    /// Cells and municipalities that do not go together.
    pub(super) fn new(reference: &Arc<Reference>) -> Result<Self, AnalysisError> {
        let municipalities = reference.municipalities.iter().map(|area| DemandMunicipality {
            ags: area.municipality.ags,
            name: area.municipality.name.clone(),
            population: area.municipality.population,
            centre: to_laea(area.municipality.center),
        });
        let demand = Demand::new(&reference.cells, municipalities.collect())?;
        let areas = reference.municipalities.iter().filter_map(|area| {
            Some((demand.find_municipality(&area.municipality.ags)?, area.outline.clone()))
        });
        Ok(Self {
            municipalities: Boundaries::new(areas),
            water: Boundaries::new(
                reference.water.iter().map(|(_, outline)| ((), outline.clone())),
            ),
            places: NamedPlaces::new(&reference.labels),
            hash: people_hash(&demand, reference),
            land_hash: land_hash(&demand, reference),
            demand: Arc::new(demand),
            reference: Arc::clone(reference),
        })
    }

    /// The municipality at a place of the demand.
    pub(super) fn municipality(&self, place: u16) -> Option<&DemandMunicipality> {
        self.demand.municipalities().get(usize::from(place))
    }

    /// The municipality a point lies in.
    pub(super) fn municipality_at(&self, point: LonLat) -> Option<u16> {
        self.municipalities.containing(point).copied()
    }

    /// The name of the nearest populated place; `None` only where the region names none.
    pub(super) fn nearest_place(&self, at: Projected) -> Option<&str> {
        self.places.nearest(at)
    }
}

/// Populated places, found by distance: an analysis of a country asks for those of a hundred thousand white spots.
#[derive(Debug)]
struct NamedPlaces {
    index: CountingIndex,
    /// By document of the index: the name, and its place in the list it came from.
    names: Vec<(u32, String)>,
}

impl NamedPlaces {
    fn new(labels: &[(String, LonLat, u8)]) -> Self {
        let points: Vec<LonLat> = labels.iter().map(|(_, at, _)| *at).collect();
        let (index, order) = CountingIndex::build(&points);
        let name = |at: &u32| labels.get(*at as usize).map(|(name, ..)| (*at, name.clone()));
        // Every document is one of the labels.
        Self { index, names: order.iter().filter_map(name).collect() }
    }

    /// The nearest; of equally near ones the first of the list, which has the most important ones first.
    fn nearest(&self, at: Projected) -> Option<&str> {
        let mut by_distance = self.index.nearest_to(at).peekable();
        let least = by_distance.peek()?.1;
        let nearest = by_distance.take_while(|(_, metres)| *metres <= least);
        let named = nearest.filter_map(|(doc, _)| self.names.get(doc as usize));
        named.min_by_key(|(place, _)| *place).map(|(_, name)| name.as_str())
    }
}

/// What people are where, and whose they are.
fn people_hash(demand: &Demand, reference: &Reference) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(place_bytes(demand));
    for cell in 0..demand.len() as u32 {
        for group in PopulationGroup::ALL {
            let counted = demand.counted(cell, group).map_or(u64::MAX, u64::from);
            hash.update(counted.to_le_bytes());
        }
    }
    for municipality in demand.municipalities() {
        hash.update(municipality.ags.as_str());
        hash.update(municipality.population.to_le_bytes());
        hash.update([0]);
        hash.update(&municipality.name);
    }
    for area in &reference.municipalities {
        add_outline(&mut hash, &area.outline);
    }
    hash.finalize().into()
}

fn land_hash(demand: &Demand, reference: &Reference) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(place_bytes(demand));
    let land = reference.municipalities.iter().map(|area| &area.outline);
    let around = reference.neighbours.iter().chain(&reference.water).map(|(_, outline)| outline);
    for outline in land.chain(around) {
        add_outline(&mut hash, outline);
    }
    for link in &reference.links {
        // Every field of a link can be written as JSON.
        hash.update(serde_json::to_vec(link).unwrap_or_default());
    }
    hash.finalize().into()
}

/// Where the cells are and to whom they are counted.
fn place_bytes(demand: &Demand) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(demand.len() * 18);
    for cell in 0..demand.len() as u32 {
        let at = demand.centre_m(cell);
        bytes.extend_from_slice(&at.easting_m.to_le_bytes());
        bytes.extend_from_slice(&at.northing_m.to_le_bytes());
        bytes.extend_from_slice(&demand.municipality(cell).to_le_bytes());
    }
    bytes.extend_from_slice(&demand.cell_size_m().unwrap_or(0).to_le_bytes());
    bytes
}

fn add_outline(hash: &mut Sha256, outline: &geo::MultiPolygon<f64>) {
    for polygon in outline {
        for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
            hash.update((ring.0.len() as u64).to_le_bytes());
            for coordinate in &ring.0 {
                hash.update(coordinate.x.to_le_bytes());
                hash.update(coordinate.y.to_le_bytes());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use rand::{RngExt as _, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    use super::*;

    #[test]
    fn the_nearest_place_is_the_one_a_look_at_all_finds_and_the_first_of_equals() {
        let mut random = ChaCha8Rng::seed_from_u64(7);
        let mut labels: Vec<(String, LonLat, u8)> = (0..300)
            .map(|n| {
                let at = LonLat {
                    lon: 8.0 + random.random::<f64>(),
                    lat: 47.0 + random.random::<f64>(),
                };
                (format!("P{n}"), at, 3)
            })
            .collect();
        // The same points once more, under other names: the first of each counts.
        let twins: Vec<_> =
            labels.iter().map(|(name, at, _)| (format!("{name}b"), *at, 3)).collect();
        labels.extend(twins);
        let places = NamedPlaces::new(&labels);
        for _ in 0..500 {
            let (lon, lat) =
                (7.5 + 2.0 * random.random::<f64>(), 46.5 + 2.0 * random.random::<f64>());
            let at = to_laea(LonLat { lon, lat });
            let metres = |label: &(String, LonLat, u8)| to_laea(label.1).distance_m(at);
            let least = labels.iter().min_by(|a, b| metres(a).total_cmp(&metres(b))).unwrap();
            assert_eq!(places.nearest(at), Some(least.0.as_str()));
        }
        assert_eq!(NamedPlaces::new(&[]).nearest(to_laea(labels[0].1)), None);
    }
}
