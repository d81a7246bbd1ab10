//! Unserved areas (white spots): unserved cells that hang together, with who lives there.
//!
//! A cell belongs to an area if it is unserved and at least one person of the group asked for lives in it, or may live
//! in it because the grid does not tell. Cells are joined if they share a side, or, with a `merge_m` above 0, if there is at most that distance between their edges
//! (so that cells which touch at a corner are joined too). Outlines are exact unions of the cells' squares
//! ([`dissolve`](crate::spatial::grid::dissolve)); gaps are bridged for the figures only, never drawn.

mod join;
#[cfg(test)]
mod tests;

use geo::{MultiPolygon, Polygon};
use join::{Groups, join};
use rayon::prelude::*;

use super::answer::{AgeUnknown, AreaDistance, Uncertain, UnservedArea};
use super::demand::{Counted, Demand};
use super::distribution::Spread;
use super::question::{Parameters, PopulationGroup};
use super::reach::Reach;
use super::summary::{ByAge, tally};
use super::work::{Cancelled, Work};
use crate::spatial::CellId;
use crate::spatial::grid::{LatticePolygon, dissolve};

/// Long straight sides get a vertex at every so many metres, so that they follow the grid's curve in degrees.
const VERTEX_EVERY_M: u32 = 10_000;
/// Areas described between two looks at [`Work`].
const AREAS_AT_ONCE: usize = 64;
/// Steps of finding the areas, in parts about as large as their share of the time.
const STEPS_OF_JOINING: u64 = 200;
const STEPS_OF_DESCRIBING: u64 = 500;
const STEPS_OF_OUTLINES: u64 = 200;
/// All of them.
pub(crate) const STEPS: u64 = STEPS_OF_JOINING + STEPS_OF_DESCRIBING + STEPS_OF_OUTLINES;

/// Areas and which cells each is made of.
#[derive(Debug, Default)]
pub(crate) struct Areas {
    /// Cells of each area, ascending; in no particular order of areas.
    pub cells: Vec<Vec<u32>>,
    groups: Vec<u32>,
    joined: Groups,
}

/// The unserved cells with people of the group (or of unknown age) in the municipalities asked for.
#[must_use]
pub fn unserved_cells(demand: &Demand, reach: &Reach, parameters: &Parameters) -> Vec<u32> {
    let places = demand.selected(parameters.municipalities.as_deref());
    let cells = places.into_iter().flat_map(|place| demand.cells_of(place));
    let counted = Counted::new(demand, parameters.group);
    cells.filter(|cell| !reach.is_served(*cell) && !counted.of(*cell).is_empty()).collect()
}

impl Areas {
    /// Joins the unserved cells.
    pub(crate) fn find(demand: &Demand, reach: &Reach, parameters: &Parameters) -> Self {
        let unserved = unserved_cells(demand, reach, parameters);
        let squares: Vec<[u32; 2]> = unserved.iter().map(|cell| demand.lattice(*cell)).collect();
        let joined = join(&squares, demand.side_m(), parameters.merge_m);
        let mut areas = Self::default();
        // The first square of a group comes before its others.
        let mut area_of = vec![0; joined.first.len()];
        for (at, ((_, place), first)) in (0..).zip(joined.squares.iter().zip(&joined.first)) {
            if *first == at {
                area_of[at as usize] = areas.groups.len();
                areas.groups.push(at);
                areas.cells.push(Vec::new());
            }
            areas.cells[area_of[*first as usize]].push(unserved[*place as usize]);
        }
        for cells in &mut areas.cells {
            cells.sort_unstable();
        }
        areas.joined = joined;
        areas
    }

    /// The name of an area: that of its southernmost, then westernmost cell.
    pub(crate) fn id(&self, demand: &Demand, area: usize) -> String {
        let first = self.groups.get(area);
        let key = first.and_then(|first| self.joined.squares.get(*first as usize));
        let [column, row] = key.map_or([0, 0], |(key, _)| [*key as u32, (*key >> 32) as u32]);
        CellId::on_lattice(demand.side_m(), [column, row]).inspire_name()
    }

    /// The outline of each area in degrees.
    fn outlines(&self, demand: &Demand) -> Vec<MultiPolygon<f64>> {
        // Sorted as dissolving sorts them, which then takes next to no time.
        let squares = self.joined.squares.iter().map(|(key, _)| [*key as u32, (*key >> 32) as u32]);
        let polygons: Vec<LatticePolygon> = dissolve(&squares.collect::<Vec<_>>());
        let every = (VERTEX_EVERY_M / demand.side_m()).max(1);
        let in_degrees: Vec<Option<(usize, Polygon<f64>)>> = polygons
            .par_iter()
            .with_min_len(64)
            .map(|polygon| {
                Some((self.area_of(polygon)?, polygon.to_lonlat(demand.side_m(), every)?))
            })
            .collect();
        let mut outlines = vec![MultiPolygon(Vec::new()); self.groups.len()];
        for (area, polygon) in in_degrees.into_iter().flatten() {
            if let Some(outline) = outlines.get_mut(area) {
                outline.0.push(polygon);
            }
        }
        outlines
    }

    /// The area that a polygon belongs to: the square above and right of its lowest, then leftmost corner is in it.
    fn area_of(&self, polygon: &LatticePolygon) -> Option<usize> {
        let corner = polygon.outer.iter().min_by_key(|[column, row]| (*row, *column))?;
        let group = self.joined.of(*corner)?;
        self.groups.binary_search(&group).ok()
    }
}

/// The unserved areas, most people first; of equal ones by people of unknown age, then by id.
///
/// # Errors
/// The work was cancelled.
pub(crate) fn unserved_areas(
    demand: &Demand,
    reach: &Reach,
    parameters: &Parameters,
    work: &Work,
) -> Result<Vec<UnservedArea>, Cancelled> {
    let mut areas = Areas::find(demand, reach, parameters);
    work.step(STEPS_OF_JOINING);
    work.check()?;
    let cells = std::mem::take(&mut areas.cells);
    let describer = Describer { demand, reach, counted: Counted::new(demand, parameters.group) };
    let numbered: Vec<(usize, Vec<u32>)> = cells.into_iter().enumerate().collect();
    let chunks = numbered.len().div_ceil(AREAS_AT_ONCE) as u64;
    let described = || -> Result<Vec<UnservedArea>, Cancelled> {
        let chunks_of = numbered.into_par_iter().chunks(AREAS_AT_ONCE).enumerate();
        let described = chunks_of.map(|(chunk, areas_here)| {
            work.check()?;
            let describe =
                |(at, cells)| describer.describe(parameters.group, cells, areas.id(demand, at));
            let described: Vec<UnservedArea> = areas_here.into_iter().map(describe).collect();
            work.step(share_of(STEPS_OF_DESCRIBING, chunk as u64, chunks));
            Ok(described)
        });
        Ok(described.collect::<Result<Vec<_>, Cancelled>>()?.into_iter().flatten().collect())
    };
    let outlines = || {
        let outlines = areas.outlines(demand);
        work.step(STEPS_OF_OUTLINES);
        outlines
    };
    let (outlines, list) = rayon::join(outlines, described);
    let mut list = list?;
    for (area, outline) in list.iter_mut().zip(outlines) {
        area.geometry = outline;
    }
    list.sort_by(|a, b| {
        b.population
            .total_cmp(&a.population)
            .then_with(|| b.age_unknown.people.total_cmp(&a.age_unknown.people))
            .then_with(|| a.id.cmp(&b.id))
    });
    Ok(list)
}

/// The steps of one chunk of several, such that all together are `steps`, in whatever order they come.
fn share_of(steps: u64, chunk: u64, chunks: u64) -> u64 {
    steps * (chunk + 1) / chunks - steps * chunk / chunks
}

/// What areas are described from.
struct Describer<'a> {
    demand: &'a Demand,
    reach: &'a Reach,
    counted: Counted<'a>,
}

impl Describer<'_> {
    /// Everything about an area but its outline.
    fn describe(&self, group: PopulationGroup, cells: Vec<u32>, id: String) -> UnservedArea {
        let (demand, reach) = (self.demand, self.reach);
        let (mut population, mut untold) = (0.0, 0.0);
        let mut uncertain = Uncertain::default();
        let mut by_municipality: Vec<(u16, f64)> = Vec::new();
        let mut by_age = ByAge::default();
        // Cells are ascending, so those of a municipality follow each other.
        for own in cells.chunk_by(|a, b| demand.municipality(*a) == demand.municipality(*b)) {
            let Some(place) = own.first().map(|cell| demand.municipality(*cell)) else { continue };
            let tally = tally(reach, self.counted, own.iter().copied());
            let people = demand.project(place, tally.unserved);
            let own_uncertain = tally.uncertain(|people| demand.project(place, people));
            population += people;
            untold += demand.project(place, tally.untold);
            uncertain.stale += own_uncertain.stale;
            uncertain.approximate += own_uncertain.approximate;
            uncertain.any += own_uncertain.any;
            by_age.add(demand, place, &own.iter().copied());
            by_municipality.push((place, people));
        }
        by_municipality.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        // Where nobody is known to be of the group, everybody is asked how far it is.
        let whose = if population > 0.0 { group } else { PopulationGroup::Total };
        let spread = Spread::of(demand, reach, whose, cells.iter().copied());
        let side = f64::from(demand.side_m());
        let people = by_age.people();
        UnservedArea {
            id,
            people,
            population,
            uncertain,
            age_unknown: AgeUnknown::of(untold, untold, people.total),
            area_m2: different_squares(demand, &cells) as f64 * side * side,
            municipalities: by_municipality.into_iter().map(|(place, _)| place).collect(),
            centre_m: centre_of_people(demand, whose, &cells),
            nearest_site: nearest_site(reach, &cells),
            distance_m: AreaDistance {
                min: finite_m(reach, &cells).min_by(f64::total_cmp),
                median: spread.quantile(0.5),
                max: finite_m(reach, &cells).max_by(f64::total_cmp),
            },
            cells,
            geometry: MultiPolygon(Vec::new()),
        }
    }
}

/// How many different squares: people placed at a centre may share one with a cell.
fn different_squares(demand: &Demand, cells: &[u32]) -> usize {
    let is_placed = |cell: &u32| demand.placed_at_centre(demand.municipality(*cell));
    if !cells.iter().any(is_placed) {
        return cells.len();
    }
    let mut squares: Vec<[u32; 2]> = cells.iter().map(|cell| demand.lattice(*cell)).collect();
    squares.sort_unstable();
    squares.dedup();
    squares.len()
}

/// The distances of some cells, those without any left out.
fn finite_m(reach: &Reach, cells: &[u32]) -> impl Iterator<Item = f64> {
    cells.iter().map(|cell| reach.distance_m(*cell)).filter(|metres| metres.is_finite())
}

/// The mean of the cells' middles, weighted by people.
fn centre_of_people(demand: &Demand, group: PopulationGroup, cells: &[u32]) -> [f64; 2] {
    let (mut east, mut north, mut all) = (0.0, 0.0, 0.0);
    for cell in cells {
        let people = demand.people(*cell, group).unwrap_or(0.0);
        let at = demand.centre_m(*cell);
        east += people * at.easting_m;
        north += people * at.northing_m;
        all += people;
    }
    [east / all, north / all]
}

/// The site of the cell that has one nearest; of equally near ones the first in the supply.
fn nearest_site(reach: &Reach, cells: &[u32]) -> Option<u32> {
    let sites = cells.iter().map(|cell| {
        let site = reach.nearest_site.get(*cell as usize).copied().unwrap_or(Reach::NO_SITE);
        (reach.distance_m(*cell), site)
    });
    let nearest = sites.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    nearest.map(|(_, site)| site).filter(|site| *site != Reach::NO_SITE)
}
