//! Small worlds for the tests of this room.

use super::demand::{Demand, DemandMunicipality};
use super::supply::{Serves, Supply, SupplySite};
use crate::domain::{AgeBands, Ags, PopulationCell};
use crate::spatial::Projected;

/// Lower-left corner of the world.
pub(crate) const ORIGIN: [u32; 2] = [4_200_000, 2_700_000];

pub(crate) fn ags(number: u32) -> Ags {
    format!("{number:08}").parse().unwrap()
}

/// A cell of 100 m in this column and row of the world.
pub(crate) fn cell(municipality: u32, column: u32, row: u32, people: u32) -> PopulationCell {
    PopulationCell {
        easting_m: ORIGIN[0] + column * 100,
        northing_m: ORIGIN[1] + row * 100,
        size_m: 100,
        ags: ags(municipality),
        people,
        ages: AgeBands::UNKNOWN,
    }
}

pub(crate) fn municipality(number: u32, population: u32) -> DemandMunicipality {
    let centre = position(550.0, 550.0);
    DemandMunicipality { ags: ags(number), name: format!("M{number}"), population, centre }
}

/// A position so many metres east and north of the corner of the world.
pub(crate) fn position(east_m: f64, north_m: f64) -> Projected {
    Projected::new(f64::from(ORIGIN[0]) + east_m, f64::from(ORIGIN[1]) + north_m)
}

/// A demand of cells given by municipality, column, row and people; the official number is the counted one.
pub(crate) fn demand(cells: &[(u32, u32, u32, u32)]) -> Demand {
    let list: Vec<PopulationCell> = cells.iter().map(|(m, x, y, n)| cell(*m, *x, *y, *n)).collect();
    let mut populations = std::collections::BTreeMap::<u32, u32>::new();
    for (number, _, _, people) in cells {
        *populations.entry(*number).or_default() += people;
    }
    let municipalities = populations.into_iter().map(|(m, people)| municipality(m, people));
    Demand::new(&list, municipalities.collect()).unwrap()
}

pub(crate) fn supply(places: &[(f64, f64)]) -> Supply {
    let site = |(east, north): &(f64, f64)| SupplySite::exact(position(*east, *north));
    Supply::new(places.iter().map(site).collect())
}

pub(crate) fn only(municipalities: &[u16]) -> Serves {
    Serves::Municipalities(municipalities.into())
}
