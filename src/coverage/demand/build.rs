//! Making the demand of cells and municipalities, with all their faults at once.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::blocks::{cut, z_order};
use super::error::{DemandError, DemandFault};
use super::{Demand, DemandMunicipality, UNKNOWN};
use crate::domain::{AgeBands, Ags, PopulationCell};
use crate::spatial::CellId;

/// Most municipalities: a place must fit into 16 bits.
const MOST_MUNICIPALITIES: usize = u16::MAX as usize;
/// Most cells: a place must fit into 32 bits, with one value to spare.
const MOST_CELLS: usize = u32::MAX as usize - MOST_MUNICIPALITIES - 1;

impl Demand {
    /// The demand of census cells of one size, with the official population of each municipality.
    ///
    /// The order of the input does not matter. People of a municipality without any counted person in a cell are put
    /// at its centre (rounded to whole metres), as one point; their ages are unknown.
    ///
    /// # Errors
    /// Cells of several sizes, off their grid or doubled, keys of municipalities that are unknown or doubled, a centre
    /// that is no position, more cells or municipalities than can be named: all at once.
    pub fn new(
        cells: &[PopulationCell],
        mut municipalities: Vec<DemandMunicipality>,
    ) -> Result<Self, DemandError> {
        municipalities.sort_by_key(|municipality| municipality.ags);
        let mut faults = municipality_faults(&municipalities);
        faults.extend(size_faults(cells));
        let (order, unknown) = in_order(cells, &municipalities);
        faults.extend(unknown);
        faults.extend(doubled_cells(cells, &order));
        if !faults.is_empty() {
            return Err(DemandError { faults });
        }
        Ok(put_together(cells, &order, municipalities))
    }
}

fn municipality_faults(municipalities: &[DemandMunicipality]) -> Vec<DemandFault> {
    let mut faults = Vec::new();
    if municipalities.len() > MOST_MUNICIPALITIES {
        let (what, count) = ("municipalities", municipalities.len());
        faults.push(DemandFault::TooMany { what, count, limit: MOST_MUNICIPALITIES });
    }
    for pair in municipalities.windows(2) {
        if let [a, b] = pair
            && a.ags == b.ags
        {
            faults.push(DemandFault::DoubledMunicipality { ags: a.ags });
        }
    }
    // Half of the widest cell must be left on each side.
    let on_plane = |metres: f64| (500_000.0..4e9).contains(&metres);
    for municipality in municipalities {
        let centre = municipality.centre;
        if !(on_plane(centre.easting_m) && on_plane(centre.northing_m)) {
            faults.push(DemandFault::NoCentre { ags: municipality.ags });
        }
    }
    faults
}

fn size_faults(cells: &[PopulationCell]) -> Vec<DemandFault> {
    let mut faults = Vec::new();
    if cells.len() > MOST_CELLS {
        faults.push(DemandFault::TooMany { what: "cells", count: cells.len(), limit: MOST_CELLS });
    }
    let Some(expected_m) = cells.first().map(|cell| cell.size_m) else { return faults };
    let mut differing = cells.iter().filter(|cell| cell.size_m != expected_m);
    if let Some(first) = differing.next() {
        faults.push(DemandFault::MixedSizes {
            expected_m,
            found_m: first.size_m,
            example: name(first),
            cells: 1 + differing.count(),
        });
    }
    let is_off =
        |cell: &&PopulationCell| CellId::new(cell.size_m, cell.easting_m, cell.northing_m).is_err();
    let mut off = cells.iter().filter(is_off);
    if let Some(first) = off.next() {
        faults.push(DemandFault::OffGrid {
            northing_m: first.northing_m,
            easting_m: first.easting_m,
            cells: 1 + off.count(),
        });
    }
    faults
}

fn name(cell: &PopulationCell) -> String {
    CellId::new(cell.size_m, cell.easting_m, cell.northing_m).map_or_else(
        |_| format!("N {} E {}", cell.northing_m, cell.easting_m),
        CellId::inspire_name,
    )
}

/// A cell in the order of the analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Ordered {
    municipality: u16,
    curve: u64,
    /// Place in the input.
    cell: u32,
}

/// The cells by municipality and curve; those of unknown municipalities are reported.
fn in_order(
    cells: &[PopulationCell],
    municipalities: &[DemandMunicipality],
) -> (Vec<Ordered>, Vec<DemandFault>) {
    let mut unknown: BTreeMap<Ags, usize> = BTreeMap::new();
    let mut order = Vec::with_capacity(cells.len());
    // Cells mostly come municipality by municipality.
    let mut last: Option<(Ags, u16)> = None;
    for (place, cell) in (0..).zip(cells) {
        let known = last.filter(|(ags, _)| *ags == cell.ags).or_else(|| {
            let found = municipalities.binary_search_by(|other| other.ags.cmp(&cell.ags)).ok()?;
            Some((cell.ags, u16::try_from(found).ok()?))
        });
        last = known;
        let Some((_, municipality)) = known else {
            *unknown.entry(cell.ags).or_default() += 1;
            continue;
        };
        let size = cell.size_m.max(1);
        let curve = z_order([cell.easting_m / size, cell.northing_m / size]);
        order.push(Ordered { municipality, curve, cell: place });
    }
    order.par_sort_unstable();
    let unknown = unknown.into_iter();
    let faults = unknown.map(|(ags, cells)| DemandFault::UnknownMunicipality { ags, cells });
    (order, faults.collect())
}

fn doubled_cells(cells: &[PopulationCell], order: &[Ordered]) -> Option<DemandFault> {
    let mut curves: Vec<(u64, u32)> = order.iter().map(|at| (at.curve, at.cell)).collect();
    curves.par_sort_unstable();
    let mut doubled = curves.windows(2).filter(|pair| matches!(pair, [a, b] if a.0 == b.0));
    let first = doubled.next()?.first()?.1;
    let example = name(cells.get(first as usize)?);
    Some(DemandFault::DoubledCells { example, cells: 1 + doubled.count() })
}

fn put_together(
    cells: &[PopulationCell],
    order: &[Ordered],
    municipalities: Vec<DemandMunicipality>,
) -> Demand {
    let mut demand = Demand {
        counted_in: Vec::with_capacity(municipalities.len()),
        placed: Vec::with_capacity(municipalities.len()),
        starts: vec![0],
        size_m: cells.first().map(|cell| cell.size_m),
        eastings_m: Vec::with_capacity(order.len() + municipalities.len()),
        northings_m: Vec::with_capacity(order.len() + municipalities.len()),
        municipality_of: Vec::with_capacity(order.len() + municipalities.len()),
        counted: Default::default(),
        known: [true; 6],
        any_deserted: municipalities.iter().any(|municipality| municipality.population == 0),
        blocks: Vec::new(),
        municipalities,
    };
    for group in &mut demand.counted {
        group.reserve_exact(order.len() + demand.municipalities.len());
    }
    let mut rest = order;
    for place in 0..demand.municipalities.len() {
        let end = rest.partition_point(|at| usize::from(at.municipality) <= place);
        let (own, others) = rest.split_at(end);
        rest = others;
        let counted: u64 = own.iter().map(|at| u64::from(cells[at.cell as usize].people)).sum();
        for at in own {
            demand.push(at.municipality, &cells[at.cell as usize]);
        }
        demand.close_municipality(place, counted);
    }
    demand.forget_unknown_groups();
    demand.blocks =
        cut(&demand.eastings_m, &demand.northings_m, &demand.municipality_of, demand.side_m());
    demand.blocks.shrink_to_fit();
    demand
}

impl Demand {
    fn push(&mut self, municipality: u16, cell: &PopulationCell) {
        self.eastings_m.push(cell.easting_m);
        self.northings_m.push(cell.northing_m);
        self.municipality_of.push(municipality);
        let by_group = std::iter::once(Some(cell.people)).chain(cell.ages.to_array());
        for ((column, known), people) in self.counted.iter_mut().zip(&mut self.known).zip(by_group)
        {
            *known &= people.is_some();
            column.push(people.unwrap_or(UNKNOWN));
        }
    }

    /// The counted people of a municipality whose cells are all there, and its people at the centre if they have none.
    fn close_municipality(&mut self, place: usize, counted: u64) {
        let municipality = &self.municipalities[place];
        let (population, centre) = (municipality.population, municipality.centre);
        let is_placed = counted == 0 && population > 0;
        self.placed.push(is_placed);
        // People at a centre are the official ones: they count as counted.
        self.counted_in.push(if is_placed { u64::from(population) } else { counted });
        if is_placed {
            let half = f64::from(self.side_m()) / 2.0;
            let corner = |metres: f64| (metres - half).round() as u32;
            self.push(
                place as u16,
                &PopulationCell {
                    easting_m: corner(centre.easting_m),
                    northing_m: corner(centre.northing_m),
                    size_m: self.side_m(),
                    ags: self.municipalities[place].ags,
                    people: population,
                    ages: AgeBands::UNKNOWN,
                },
            );
        }
        self.starts.push(self.eastings_m.len() as u32);
    }

    /// Gives back the memory of groups of which no cell tells anything.
    fn forget_unknown_groups(&mut self) {
        for (column, known) in self.counted.iter_mut().zip(&self.known) {
            if !known && column.iter().all(|people| *people == UNKNOWN) {
                *column = Vec::new();
            }
        }
    }
}
