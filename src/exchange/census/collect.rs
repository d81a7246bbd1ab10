//! The cells of all files, joined by their names; only what may lie in the county is kept.

use std::collections::HashMap;

use rayon::prelude::*;

use super::faults::Faults;
use super::row::{LongRow, Told, WideRow};
use crate::domain::{AgeBands, Ags, CensusCounts, PopulationCell};
use crate::spatial::CellId;
use crate::spatial::boundaries::Boundaries;
use crate::spatial::grid::assign_cells;
use crate::spatial::projection::{Projected, to_laea};

/// Not told.
const UNTOLD: u32 = u32::MAX;
/// Nobody, because the long table has no row for it; a row may still come.
const NO_ROW: u32 = u32::MAX - 1;

/// A cell under way. Untold figures are [`UNTOLD`], so that millions of cells stay small.
#[derive(Debug, Clone, Copy)]
struct Pending {
    people: u32,
    bands: [u32; 5],
    /// Shares in per cent; NaN = untold.
    shares: [f32; 2],
    /// Whether `people` are the count itself, and not the sum beside an age table.
    is_count: bool,
    /// Files that have told a row of it, one bit each.
    files: u16,
}

impl Pending {
    const NEW: Self = Self {
        people: UNTOLD,
        bands: [UNTOLD; 5],
        shares: [f32::NAN; 2],
        is_count: false,
        files: 0,
    };

    /// Joins a row of a wide table; `false` if it contradicts what was told before.
    fn merge(&mut self, counted: Option<(u32, bool)>, told: &WideRow, is_again: bool) -> bool {
        if let Some((people, is_count)) = counted {
            if self.people == UNTOLD || (is_count && !self.is_count) {
                (self.people, self.is_count) = (people, is_count);
            } else if is_count == self.is_count && self.people != people && (is_count || is_again) {
                return false;
            }
        }
        for (known, told) in self.bands.iter_mut().zip(told.bands) {
            match told {
                Some(people) if *known == UNTOLD => *known = people,
                // Another table may differ a little: each figure is disturbed on its own.
                Some(people) if is_again && *known != people => return false,
                _ => {}
            }
        }
        for (known, told) in self.shares.iter_mut().zip(told.shares) {
            match told {
                Some(share) if known.is_nan() => *known = share,
                Some(share) if is_again && known.to_bits() != share.to_bits() => return false,
                _ => {}
            }
        }
        true
    }

    fn ages(&self) -> AgeBands {
        let mut bands = self.bands.map(|people| match people {
            UNTOLD => None,
            NO_ROW => Some(0),
            people => Some(people),
        });
        let [young, old] = self.shares;
        for (band, share) in [(0, young), (4, old)] {
            if let Some(band) = bands.get_mut(band)
                && band.is_none()
                && !share.is_nan()
            {
                let people = f64::from(self.people) * f64::from(share) / 100.0;
                *band = Some(people.round() as u32);
            }
        }
        AgeBands::from_array(bands)
    }
}

/// Where a row stands, for messages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) file: &'a str,
    /// Which of the files, from 0.
    pub(super) number: u8,
    pub(super) row: u64,
}

impl Place<'_> {
    const fn bit(self) -> u16 {
        1 << self.number
    }

    fn contradiction(self, cell: CellId, faults: &mut Faults) {
        let detail = || format!("{cell} stands more than once, with different figures");
        faults.add(self.file, Some(self.row), None, "contradiction", detail);
    }
}

/// The county and the cells collected so far.
pub(super) struct Collector<'a> {
    county: &'a Boundaries<Ags>,
    around: Around,
    cells: HashMap<CellId, Pending>,
    counts: CensusCounts,
}

impl<'a> Collector<'a> {
    pub(super) fn new(county: &'a Boundaries<Ags>) -> Self {
        let around = Around::new(county);
        Self { county, around, cells: HashMap::new(), counts: CensusCounts::default() }
    }

    /// Cells kept so far.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// Takes in a row of a wide table.
    pub(super) fn add_wide(
        &mut self,
        cell: CellId,
        told: &WideRow,
        at: Place<'_>,
        faults: &mut Faults,
    ) {
        self.counts.read += u64::from(told.people.is_some());
        if !self.around.may_hold(cell) {
            self.counts.outside += u64::from(told.people.is_some());
            return;
        }
        let counted = match told.people {
            None if !told.tells_ages() => return,
            None => None,
            Some((Told::Known(people), is_count)) if people > 0 => Some((people, is_count)),
            Some((people, _)) => return self.add_empty(cell, people, at, faults),
        };
        let pending = self.cells.entry(cell).or_insert(Pending::NEW);
        let is_again = pending.files & at.bit() != 0;
        if !pending.merge(counted, told, is_again) {
            return at.contradiction(cell, faults);
        }
        pending.files |= at.bit();
        self.counts.duplicates += u64::from(is_again);
    }

    /// Nobody lives there, or nobody may know: all that is left to say is where.
    fn add_empty(&mut self, cell: CellId, people: Told<u32>, at: Place<'_>, faults: &mut Faults) {
        let before = self.cells.get(&cell);
        if before.is_some_and(|before| before.files & at.bit() != 0 && before.people != UNTOLD) {
            return at.contradiction(cell, faults);
        }
        let is_inside = assign_cells(&[cell], self.county).iter().any(Option::is_some);
        match people {
            _ if !is_inside => self.counts.outside += 1,
            Told::Untold => self.counts.suppressed += 1,
            Told::Known(_) => self.counts.uninhabited += 1,
        }
    }

    /// Takes in a row of the long table.
    pub(super) fn add_long(
        &mut self,
        cell: CellId,
        told: LongRow,
        at: Place<'_>,
        faults: &mut Faults,
    ) {
        let is_people = matches!(told, LongRow::People(_));
        self.counts.read += u64::from(is_people);
        if !self.around.may_hold(cell) {
            self.counts.outside += u64::from(is_people);
            return;
        }
        let (figure, people) = match told {
            LongRow::Other => return,
            LongRow::People(Told::Known(people)) if people > 0 => {
                let pending = self.cells.entry(cell).or_insert(Pending::NEW);
                pending.files |= at.bit();
                pending.is_count = true;
                (&mut pending.people, people)
            }
            LongRow::People(people) => return self.add_empty(cell, people, at, faults),
            LongRow::Band(band, people) => {
                let pending = self.cells.entry(cell).or_insert(Pending::NEW);
                // Classes without people have no row: once a cell tells an age, the others are nobody.
                if pending.bands == [UNTOLD; 5] {
                    pending.bands = [NO_ROW; 5];
                }
                let Some(figure) = pending.bands.get_mut(band) else { return };
                match people {
                    Told::Known(people) => (figure, people),
                    Told::Untold => {
                        *figure = UNTOLD;
                        return;
                    }
                }
            }
        };
        match *figure {
            UNTOLD | NO_ROW => *figure = people,
            known if known == people => self.counts.duplicates += 1,
            _ => at.contradiction(cell, faults),
        }
    }

    /// The cells of the county with their municipality, by size, east and north, and what became of the others.
    pub(super) fn finish(self) -> (Vec<PopulationCell>, CensusCounts) {
        let Self { county, cells, mut counts, .. } = self;
        let assigned: Vec<(CellId, Pending, Option<Ags>)> = cells
            .into_par_iter()
            .map(|(cell, pending)| {
                let municipality = assign_cells(&[cell], county).first().copied().flatten();
                (cell, pending, municipality.copied())
            })
            .collect();
        let mut found = Vec::with_capacity(assigned.len());
        for (cell, pending, municipality) in assigned {
            match (municipality, pending.people) {
                (None, UNTOLD) => {}
                (None, _) => counts.outside += 1,
                (Some(_), UNTOLD) => counts.ages_without_people += 1,
                (Some(ags), people) => found.push(PopulationCell {
                    easting_m: cell.easting_m(),
                    northing_m: cell.northing_m(),
                    size_m: cell.size_m(),
                    ags,
                    people,
                    ages: pending.ages(),
                }),
            }
        }
        found.par_sort_unstable_by_key(|cell| (cell.size_m, cell.easting_m, cell.northing_m));
        counts.taken = found.len() as u64;
        (found, counts)
    }
}

/// A generous box around the county on the plane of EPSG:3035: what lies outside of it is outside the county.
#[derive(Debug, Clone, Copy)]
struct Around {
    low: Projected,
    high: Projected,
}

impl Around {
    fn new(county: &Boundaries<Ags>) -> Self {
        let mut low = Projected::new(f64::INFINITY, f64::INFINITY);
        let mut high = Projected::new(f64::NEG_INFINITY, f64::NEG_INFINITY);
        let corners = county.iter().flat_map(|(_, area)| area.shape()).flat_map(|polygon| {
            polygon.exterior().coords().map(|at| crate::domain::LonLat { lon: at.x, lat: at.y })
        });
        for corner in corners.map(to_laea) {
            low.easting_m = low.easting_m.min(corner.easting_m);
            low.northing_m = low.northing_m.min(corner.northing_m);
            high.easting_m = high.easting_m.max(corner.easting_m);
            high.northing_m = high.northing_m.max(corner.northing_m);
        }
        // Sides that are straight in degrees bend on the plane: less than this, for areas of any width.
        let margin = |low: f64, high: f64| 1_000.0 + (high - low).max(0.0) * 0.02;
        let east = margin(low.easting_m, high.easting_m);
        let north = margin(low.northing_m, high.northing_m);
        let both = east.max(north);
        Self {
            low: Projected::new(low.easting_m - both, low.northing_m - both),
            high: Projected::new(high.easting_m + both, high.northing_m + both),
        }
    }

    /// Whether the cell may lie in the county, or touch it.
    fn may_hold(&self, cell: CellId) -> bool {
        let (centre, size) = (cell.centre_m(), f64::from(cell.size_m()));
        centre.easting_m >= self.low.easting_m - size
            && centre.easting_m <= self.high.easting_m + size
            && centre.northing_m >= self.low.northing_m - size
            && centre.northing_m <= self.high.northing_m + size
    }
}
