//! Unserved areas (white spots): unserved cells that hang together, with who lives there.
//!
//! A cell belongs to an area if it is unserved and at least one person of the group asked for lives in it. Cells are
//! joined if they share a side, or, with a `merge_m` above 0, if there is at most that distance between their edges
//! (so that cells which touch at a corner are joined too). Outlines are exact unions of the cells' squares
//! ([`dissolve`](crate::spatial::grid::dissolve)); gaps are bridged for the figures only, never drawn.

mod join;
#[cfg(test)]
mod tests;

use geo::{MultiPolygon, Polygon};
use join::{Groups, join};
use rayon::prelude::*;

use super::answer::{AreaDistance, UnservedArea};
use super::demand::Demand;
use super::distribution::Spread;
use super::question::{Parameters, PopulationGroup};
use super::reach::Reach;
use super::summary::{Tally, by_age, counted};
use super::work::{Cancelled, Work};
use crate::spatial::CellId;
use crate::spatial::grid::{LatticePolygon, dissolve};

/// Long straight sides get a vertex at every so many metres, so that they follow the grid's curve in degrees.
const VERTEX_EVERY_M: u32 = 10_000;

/// Areas and which cells each is made of.
#[derive(Debug, Default)]
pub(crate) struct Areas {
    /// Cells of each area, ascending; in no particular order of areas.
    pub cells: Vec<Vec<u32>>,
    groups: Vec<u32>,
    joined: Groups,
}

/// The unserved cells with people of the group in the municipalities asked for.
#[must_use]
pub fn unserved_cells(demand: &Demand, reach: &Reach, parameters: &Parameters) -> Vec<u32> {
    let places = demand.selected(parameters.municipalities.as_deref());
    let cells = places.into_iter().flat_map(|place| demand.cells_of(place));
    cells
        .filter(|cell| !reach.is_served(*cell) && counted(demand, *cell, parameters.group) > 0)
        .collect()
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

/// The unserved areas, most people first; of equal ones by id.
///
/// # Errors
/// The work was cancelled.
pub(crate) fn unserved_areas(
    demand: &Demand,
    reach: &Reach,
    parameters: &Parameters,
    work: &Work,
) -> Result<Vec<UnservedArea>, Cancelled> {
    let areas = Areas::find(demand, reach, parameters);
    work.check()?;
    let described = || {
        let cells = areas.cells.par_iter().enumerate().with_min_len(16);
        let area = |(at, cells): (usize, &Vec<u32>)| {
            describe(demand, reach, parameters.group, cells, areas.id(demand, at))
        };
        cells.map(area).collect::<Vec<UnservedArea>>()
    };
    let (outlines, mut list) = rayon::join(|| areas.outlines(demand), described);
    work.check()?;
    for (area, outline) in list.iter_mut().zip(outlines) {
        area.geometry = outline;
    }
    list.sort_by(|a, b| b.population.total_cmp(&a.population).then_with(|| a.id.cmp(&b.id)));
    Ok(list)
}

/// Everything about an area but its outline.
fn describe(
    demand: &Demand,
    reach: &Reach,
    group: PopulationGroup,
    cells: &[u32],
    id: String,
) -> UnservedArea {
    let mut population = 0.0;
    let mut uncertain = super::answer::Uncertain::default();
    let mut by_municipality: Vec<(u16, f64)> = Vec::new();
    // Cells are ascending, so those of a municipality follow each other.
    for own in cells.chunk_by(|a, b| demand.municipality(*a) == demand.municipality(*b)) {
        let Some(place) = own.first().map(|cell| demand.municipality(*cell)) else { continue };
        let mut tally = Tally::default();
        for cell in own {
            let people = counted(demand, *cell, group);
            tally.take(people, reach.distance_m(*cell), reach.flags_of(*cell));
        }
        let people = demand.project(place, tally.unserved);
        let own = tally.uncertain(|people| demand.project(place, people));
        population += people;
        uncertain.stale += own.stale;
        uncertain.approximate += own.approximate;
        uncertain.any += own.any;
        by_municipality.push((place, people));
    }
    by_municipality.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let spread = Spread::of(demand, reach, group, cells.iter().copied());
    let side = f64::from(demand.side_m());
    UnservedArea {
        id,
        people: by_age(|group| people_of(demand, group, cells)),
        population,
        uncertain,
        area_m2: different_squares(demand, cells) as f64 * side * side,
        cells: cells.len() as u32,
        municipalities: by_municipality.into_iter().map(|(place, _)| place).collect(),
        centre_m: centre_of_people(demand, group, cells),
        nearest_site: nearest_site(reach, cells),
        distance_m: AreaDistance {
            min: spread.least(),
            median: spread.quantile(0.5),
            max: spread.greatest(),
        },
        geometry: MultiPolygon(Vec::new()),
    }
}

/// People of a group in some cells, projected; `None` if a cell does not tell.
fn people_of(demand: &Demand, group: PopulationGroup, cells: &[u32]) -> Option<f64> {
    let mut sum = 0.0;
    for own in cells.chunk_by(|a, b| demand.municipality(*a) == demand.municipality(*b)) {
        let mut counted = 0;
        for cell in own {
            counted += u64::from(demand.counted(*cell, group)?);
        }
        let place = own.first().map(|cell| demand.municipality(*cell))?;
        sum += demand.project(place, counted);
    }
    Some(sum)
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
