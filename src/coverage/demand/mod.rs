//! Where people live: census cells, projected to the official number of each municipality.
//!
//! Cells carry the people *counted* by a census; the official population of a municipality is of another day. The
//! people of a cell are therefore *projected*: `people = counted × factor` with `factor = official population of the
//! municipality / Σ counted people of its cells`, the same factor for every age group (proportional fitting to one
//! margin; Deming & Stephan 1940, *On a least squares adjustment of a sampled frequency table*, Ann. Math. Stat. 11,
//! with one margin only). All sums are made of whole counted people first and projected once, so that they are the same
//! whatever the order or the number of threads; and as it is multiplied by the official population before it is divided
//! (`counted × official / Σ counted`), all the counted people of a municipality are its official population exactly.

mod blocks;
mod build;
mod counted;
mod error;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub(crate) use blocks::Block;
pub(crate) use counted::{Counted, InCell};
pub use error::{DemandError, DemandFault};

use super::question::PopulationGroup;
use crate::domain::Ags;
use crate::spatial::{CellId, Projected};

/// Stands for a number that the census does not tell.
const UNKNOWN: u32 = u32::MAX;

/// A municipality whose people are looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct DemandMunicipality {
    /// Official key.
    pub ags: Ags,
    /// Name.
    pub name: String,
    /// Official population: what its cells are projected to.
    pub population: u32,
    /// Where its people are put if no cell of the grid has any of them.
    pub centre: Projected,
}

/// Population cells in the order of the analysis: by municipality, within it along a space-filling curve.
///
/// Takes 34 bytes a cell; a [`Reach`](super::Reach) takes 13 more.
///
/// ```
/// use sozialatlas::coverage::{Demand, DemandMunicipality, PopulationGroup};
/// use sozialatlas::domain::{AgeBands, PopulationCell};
/// use sozialatlas::spatial::Projected;
///
/// let ags = "01001000".parse().unwrap();
/// let centre = Projected::new(4_200_050.0, 2_700_050.0);
/// let municipality = DemandMunicipality { ags, name: "A".into(), population: 120, centre };
/// let cell = |easting_m, people| PopulationCell {
///     easting_m, northing_m: 2_700_000, size_m: 100, ags, people, ages: AgeBands::UNKNOWN,
/// };
/// let demand = Demand::new(&[cell(4_200_000, 70), cell(4_200_100, 30)], vec![municipality]).unwrap();
/// // 100 people were counted, there are 120 today: each counted one stands for 1.2.
/// assert_eq!(demand.factor(0), 1.2);
/// assert_eq!(demand.people(0, PopulationGroup::Total), Some(84.0));
/// assert!(!demand.knows(PopulationGroup::Ge65));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Demand {
    /// Sorted by key.
    municipalities: Vec<DemandMunicipality>,
    /// Counted people of each municipality.
    counted_in: Vec<u64>,
    placed: Vec<bool>,
    /// For each municipality the place of its first cell, and the number of all cells at the end.
    starts: Vec<u32>,
    /// Side of the cells in metres; `None` without any cell.
    size_m: Option<u32>,
    /// Lower-left corners in metres. People placed at a centre have a square of their own around it.
    eastings_m: Vec<u32>,
    northings_m: Vec<u32>,
    municipality_of: Vec<u16>,
    /// Counted people by group; empty where no cell knows the group, [`UNKNOWN`] where a cell does not.
    counted: [Vec<u32>; 6],
    known: [bool; 6],
    /// Whether some municipality has no people any more.
    any_deserted: bool,
    blocks: Vec<Block>,
}

impl Demand {
    /// Number of cells, with those that stand for people placed at a centre.
    #[must_use]
    pub fn len(&self) -> usize {
        self.eastings_m.len()
    }

    /// Whether nobody lives anywhere.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.eastings_m.is_empty()
    }

    /// Side of the cells in metres; `None` if there is no cell of a grid.
    #[must_use]
    pub fn cell_size_m(&self) -> Option<u32> {
        self.size_m
    }

    /// The municipalities, sorted by key.
    #[must_use]
    pub fn municipalities(&self) -> &[DemandMunicipality] {
        &self.municipalities
    }

    /// Place of the municipality with this key.
    #[must_use]
    pub fn find_municipality(&self, ags: &Ags) -> Option<u16> {
        let place = self.municipalities.binary_search_by(|other| other.ags.cmp(ags)).ok()?;
        u16::try_from(place).ok()
    }

    /// The factor by which counted people of a municipality are projected: official / counted; 1 where nobody was
    /// counted.
    #[must_use]
    pub fn factor(&self, municipality: u16) -> f64 {
        self.project(municipality, 1)
    }

    /// So many counted people of a municipality, projected to today: × official / counted.
    ///
    /// ```
    /// # use sozialatlas::coverage::{Demand, DemandMunicipality};
    /// # use sozialatlas::domain::{AgeBands, PopulationCell};
    /// # let (ags, centre) = ("01001000".parse().unwrap(), sozialatlas::spatial::Projected::new(4e6, 3e6));
    /// # let municipality = DemandMunicipality { ags, name: "A".into(), population: 86_437, centre };
    /// # let (easting_m, northing_m) = (4_000_000, 3_000_000);
    /// # let ages = AgeBands::UNKNOWN;
    /// # let cell = PopulationCell { easting_m, northing_m, size_m: 100, ags, people: 77_260, ages };
    /// # let demand = Demand::new(&[cell], vec![municipality]).unwrap();
    /// // 77,260 people were counted, 86,437 live there today.
    /// assert_eq!(demand.project(0, 77_260), 86_437.0);
    /// assert_eq!(demand.project(0, 38_630), 43_218.5);
    /// ```
    #[must_use]
    pub fn project(&self, municipality: u16, counted: u64) -> f64 {
        let place = usize::from(municipality);
        match (self.municipalities.get(place), self.counted_in.get(place)) {
            (Some(municipality), Some(all)) if *all > 0 => {
                // The product is a whole number below 2⁵³ for any population there is: only the division rounds.
                counted as f64 * f64::from(municipality.population) / *all as f64
            }
            _ => counted as f64,
        }
    }

    /// Whether anybody lives in a municipality today.
    pub(crate) fn is_inhabited(&self, municipality: u16) -> bool {
        self.municipalities.get(usize::from(municipality)).is_some_and(|m| m.population > 0)
    }

    /// Whether the people of a municipality are put at its centre, because no cell has any of them.
    #[must_use]
    pub fn placed_at_centre(&self, municipality: u16) -> bool {
        self.placed.get(usize::from(municipality)).copied().unwrap_or(false)
    }

    /// Whether every cell tells how many people it has of a group.
    #[must_use]
    pub fn knows(&self, group: PopulationGroup) -> bool {
        self.known[group as usize]
    }

    /// Whether at least one cell tells how many people it has of a group. Where others do not, answers say how many
    /// people live in those: unknown is never zero.
    #[must_use]
    pub fn knows_some(&self, group: PopulationGroup) -> bool {
        // Nothing is kept of a group that no cell tells.
        self.knows(group) || !self.counted[group as usize].is_empty()
    }

    /// Places of the cells of a municipality.
    #[must_use]
    pub fn cells_of(&self, municipality: u16) -> Range<u32> {
        let at = |place: usize| self.starts.get(place).copied().unwrap_or(0);
        at(usize::from(municipality))..at(usize::from(municipality) + 1)
    }

    /// The middle of a cell.
    ///
    /// # Panics
    /// There is no cell at this place.
    #[must_use]
    pub fn centre_m(&self, cell: u32) -> Projected {
        let half = f64::from(self.side_m()) / 2.0;
        let cell = cell as usize;
        Projected::new(
            f64::from(self.eastings_m[cell]) + half,
            f64::from(self.northings_m[cell]) + half,
        )
    }

    /// The name of a cell; for people placed at a centre the cell that holds it.
    ///
    /// # Panics
    /// There is no cell at this place.
    #[must_use]
    pub fn cell_id(&self, cell: u32) -> CellId {
        CellId::on_lattice(self.side_m(), self.lattice(cell))
    }

    /// The municipality that a cell is counted to: a place in [`Demand::municipalities`].
    ///
    /// # Panics
    /// There is no cell at this place.
    #[must_use]
    pub fn municipality(&self, cell: u32) -> u16 {
        self.municipality_of[cell as usize]
    }

    /// People of a group projected to today ([`Demand::project`]); `None` = unknown.
    ///
    /// # Panics
    /// There is no cell at this place.
    #[must_use]
    pub fn people(&self, cell: u32, group: PopulationGroup) -> Option<f64> {
        let municipality = self.municipality(cell);
        self.counted(cell, group).map(|counted| self.project(municipality, u64::from(counted)))
    }

    /// People of a group as the census counted them; `None` = unknown.
    ///
    /// # Panics
    /// There is no cell at this place.
    #[must_use]
    pub fn counted(&self, cell: u32, group: PopulationGroup) -> Option<u32> {
        let counted = self.counted_by_cell(group).get(cell as usize).copied()?;
        (counted != UNKNOWN).then_some(counted)
    }

    /// The cell that holds a point; of several (people placed at a centre) the first.
    #[must_use]
    pub fn cell_at(&self, at: Projected) -> Option<u32> {
        let side = f64::from(self.side_m());
        let holds = |low: u32, metres: f64| (0.0..side).contains(&(metres - f64::from(low)));
        let blocks = self.blocks.iter().filter(|block| block.may_hold(at, side));
        blocks.flat_map(|block| block.start..block.end).find(|cell| {
            let cell = *cell as usize;
            holds(self.eastings_m[cell], at.easting_m)
                && holds(self.northings_m[cell], at.northing_m)
        })
    }

    /// Bytes that the cells take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let words = self.eastings_m.capacity() + self.northings_m.capacity();
        let counted: usize = self.counted.iter().map(Vec::capacity).sum();
        (words + counted) * 4
            + self.municipality_of.capacity() * 2
            + self.blocks.capacity() * size_of::<Block>()
    }

    /// Counted people of all cells; unknown ones are [`u32::MAX`]; empty where no cell knows the group.
    pub(crate) fn counted_by_cell(&self, group: PopulationGroup) -> &[u32] {
        &self.counted[group as usize]
    }

    /// Side of a square in metres, also of those around a centre.
    pub(crate) fn side_m(&self) -> u32 {
        self.size_m.unwrap_or(100)
    }

    /// Column and row on the lattice of the cells.
    pub(crate) fn lattice(&self, cell: u32) -> [u32; 2] {
        let (cell, side) = (cell as usize, self.side_m());
        // Squares around a centre are off the lattice: their middle tells.
        let half = side / 2;
        [(self.eastings_m[cell] + half) / side, (self.northings_m[cell] + half) / side]
    }

    /// Neighbouring cells of one municipality in groups of at most 64.
    pub(crate) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Places of municipalities: those given, or all. Unknown ones are left out.
    pub(crate) fn selected(&self, places: Option<&[u16]>) -> Vec<u16> {
        let count = self.municipalities.len() as u16;
        match places {
            None => (0..count).collect(),
            Some(places) => {
                let mut places: Vec<u16> =
                    places.iter().copied().filter(|place| *place < count).collect();
                places.sort_unstable();
                places.dedup();
                places
            }
        }
    }
}
