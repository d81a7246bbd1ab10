//! One row: which cell it is about, and what it tells.

use super::faults::Faults;
use super::figures::{BadFigure, Figure, read_figure, whole};
use super::layout::{CensusSource, Content, Layout};
use crate::spatial::CellId;

/// A row, cut into fields.
pub(super) struct Row<'a> {
    pub(super) file: &'a str,
    pub(super) number: u64,
    pub(super) layout: &'a Layout,
    pub(super) line: &'a [u8],
    pub(super) fields: &'a [(usize, usize)],
    pub(super) source: CensusSource,
    /// Side of the cells of this file.
    pub(super) size_m: u32,
}

/// People or shares as a row tells them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told<T> {
    /// Known.
    Known(T),
    /// The census keeps it back.
    Untold,
}

/// What a row of a wide table tells of its cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct WideRow {
    /// People, and whether they are the count itself; `None` = the table has no such column.
    pub(super) people: Option<(Told<u32>, bool)>,
    pub(super) bands: [Option<u32>; 5],
    /// Shares in per cent of people under 18 and from 65.
    pub(super) shares: [Option<f32>; 2],
}

impl WideRow {
    /// Whether it tells any age.
    pub(super) fn tells_ages(&self) -> bool {
        self.bands.iter().any(Option::is_some) || self.shares.iter().any(Option::is_some)
    }
}

/// What a row of the long table of 2011 tells of its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LongRow {
    /// All people.
    People(Told<u32>),
    /// One of our bands, by its place.
    Band(usize, Told<u32>),
    /// Something that is not asked for.
    Other,
}

impl<'a> Row<'a> {
    pub(super) fn field(&self, at: usize) -> &'a [u8] {
        let range = self.fields.get(at).copied().unwrap_or_default();
        self.line.get(range.0..range.1).unwrap_or_default().trim_ascii()
    }

    pub(super) fn fault(
        &self,
        at: usize,
        code: &str,
        detail: impl FnOnce() -> String,
        faults: &mut Faults,
    ) {
        faults.add(self.file, Some(self.number), Some(self.layout.column(at)), code, detail);
    }

    /// The cell; what is wrong with its name or its coordinates is added to the faults.
    pub(super) fn cell(&self, faults: &mut Faults) -> Option<CellId> {
        let Some(id) = self.layout.position.id else { return self.cell_at_centre(faults) };
        let cell = read_id(self.field(id));
        let Some(cell) = cell else {
            self.fault(
                id,
                "not_a_cell",
                || {
                    let form = "a name such as CRS3035RES100mN2691700E4341100 or 100mN26917E43411";
                    format!(
                        "“{}” is not the name of a grid cell; {form} is expected",
                        self.text(id)
                    )
                },
                faults,
            );
            return None;
        };
        if cell.size_m() != self.size_m {
            let detail = || {
                let (found, expected) = (cell.size_m(), self.size_m);
                format!("a cell of {found} m among cells of {expected} m; one grid has one size")
            };
            self.fault(id, "mixed_sizes", detail, faults);
            return None;
        }
        if !self.agrees(cell, faults) {
            return None;
        }
        Some(cell)
    }

    /// Whether the coordinates beside the name are those of the cell.
    fn agrees(&self, cell: CellId, faults: &mut Faults) -> bool {
        let Some((x_at, y_at)) = self.layout.position.xy else { return true };
        let Some((x, y)) = self.coordinates(x_at, y_at, faults) else { return false };
        let centre = cell.centre_m();
        let corner = (f64::from(cell.easting_m()), f64::from(cell.northing_m()));
        let (own, what) = if self.layout.position.is_corner {
            (corner, "lower-left corner")
        } else {
            ((centre.easting_m, centre.northing_m), "centre")
        };
        let is_near = |a: f64, b: f64| (a - b).abs() < 1.0;
        if is_near(x, own.0) && is_near(y, own.1) {
            return true;
        }
        let is_swapped = is_near(x, own.1) && is_near(y, own.0);
        let detail = || {
            let hint = if is_swapped { ": x and y are swapped" } else { "" };
            let (east, north) = own;
            format!("x {x}, y {y}, but the {what} of {cell} is at x {east}, y {north}{hint}")
        };
        let code = if is_swapped { "swapped" } else { "id_and_place_disagree" };
        self.fault(x_at, code, detail, faults);
        false
    }

    /// The cell of a table that has no names.
    fn cell_at_centre(&self, faults: &mut Faults) -> Option<CellId> {
        let (x_at, y_at) = self.layout.position.xy?;
        let (x, y) = self.coordinates(x_at, y_at, faults)?;
        let half = f64::from(self.size_m) / 2.0;
        let corner = |at: f64| {
            let metres = at - half;
            let is_whole = (0.0..=1e8).contains(&metres) && metres.fract().to_bits() == 0;
            is_whole.then_some(metres as u32)
        };
        let cell = corner(x).zip(corner(y)).and_then(|(x, y)| CellId::new(self.size_m, x, y).ok());
        if cell.is_none() {
            let detail = || {
                format!(
                    "x {x}, y {y} is not the centre of a cell of {} m in EPSG:3035",
                    self.size_m
                )
            };
            self.fault(x_at, "not_on_the_grid", detail, faults);
        }
        cell
    }

    /// Two coordinates in metres; degrees are recognised and refused.
    fn coordinates(&self, x_at: usize, y_at: usize, faults: &mut Faults) -> Option<(f64, f64)> {
        let x = self.number(x_at, faults);
        let y = self.number(y_at, faults);
        let (x, y) = x.zip(y)?;
        if x.abs() <= 180.0 && y.abs() <= 180.0 {
            let detail = || {
                format!("{x}, {y} look like degrees; metres of EPSG:3035 (ETRS89-LAEA) are needed")
            };
            self.fault(x_at, "degrees", detail, faults);
            return None;
        }
        Some((x, y))
    }

    /// A number that must be there.
    fn number(&self, at: usize, faults: &mut Faults) -> Option<f64> {
        match self.figure(at, faults)? {
            Figure::Number(number) | Figure::Negative(number) => Some(number),
            Figure::Untold => {
                self.fault(at, "required", || "a number is needed".to_owned(), faults);
                None
            }
        }
    }

    fn figure(&self, at: usize, faults: &mut Faults) -> Option<Figure> {
        match read_figure(self.field(at)) {
            Ok(figure) => Some(figure),
            Err(BadFigure::TwoSeparators) => {
                let detail = || {
                    let text = self.text(at);
                    format!("“{text}” has more than one decimal separator; which of them is meant?")
                };
                self.fault(at, "two_decimal_separators", detail, faults);
                None
            }
            Err(BadFigure::NotANumber) => {
                let detail = || format!("“{}” is not a number", self.text(at));
                self.fault(at, "not_a_number", detail, faults);
                None
            }
        }
    }

    /// A figure in which the census may say below zero that it does not tell.
    fn told(&self, at: usize, faults: &mut Faults) -> Option<Told<f64>> {
        match self.figure(at, faults)? {
            Figure::Number(number) => Some(Told::Known(number)),
            Figure::Untold => Some(Told::Untold),
            Figure::Negative(code) if self.is_code(code) => Some(Told::Untold),
            Figure::Negative(number) => {
                let detail = || format!("{number} is below zero");
                self.fault(at, "below_zero", detail, faults);
                None
            }
        }
    }

    /// What stands for "uninhabited or kept back" (2011: -1 and -9) and for "not available" (Union: -9 and a row of nines).
    fn is_code(&self, number: f64) -> bool {
        let among = |codes: &[f64]| codes.iter().any(|code| code.to_bits() == number.to_bits());
        match self.source {
            CensusSource::Zensus2011 => among(&[-1.0, -9.0]),
            CensusSource::Eu2021 => among(&[-1.0, -9.0, -99.0, -999.0, -9999.0]),
            CensusSource::Zensus2022 => false,
        }
    }

    fn people(&self, at: usize, faults: &mut Faults) -> Option<Told<u32>> {
        let number = match self.told(at, faults)? {
            Told::Known(number) => number,
            Told::Untold => return Some(Told::Untold),
        };
        if let Some(people) = whole(number) {
            return Some(Told::Known(people));
        }
        let detail = || format!("“{}” is not a number of people in a cell", self.text(at));
        self.fault(at, "not_whole", detail, faults);
        None
    }

    /// Everything of a row of a wide table; `None` if something in it is faulty.
    pub(super) fn wide(&self, faults: &mut Faults) -> Option<WideRow> {
        let Content::Wide { people, bands, shares } = &self.layout.content else { return None };
        let mut is_sound = true;
        let people = people.map(|column| {
            let told = self.people(column.column, faults);
            is_sound &= told.is_some();
            (told.unwrap_or(Told::Untold), column.is_count)
        });
        let mut read = [None; 5];
        for (band, columns) in read.iter_mut().zip(bands) {
            let Some(columns) = columns else { continue };
            let mut sum = Some(0_u32);
            for at in columns {
                let told = self.people(*at, faults);
                is_sound &= told.is_some();
                sum = match told {
                    Some(Told::Known(people)) => sum.and_then(|sum| sum.checked_add(people)),
                    _ => None,
                };
            }
            *band = sum;
        }
        let shares = shares.map(|at| {
            let share = at.map(|at| self.share(at, faults));
            is_sound &= share.is_none_or(|share| share.is_some());
            share.flatten().and_then(|told| match told {
                Told::Known(share) => Some(share as f32),
                Told::Untold => None,
            })
        });
        is_sound.then_some(WideRow { people, bands: read, shares })
    }

    /// A share in per cent.
    fn share(&self, at: usize, faults: &mut Faults) -> Option<Told<f64>> {
        let told = self.told(at, faults)?;
        if let Told::Known(share) = told
            && share > 100.0
        {
            let detail = || format!("{share} is more than 100 per cent");
            self.fault(at, "out_of_range", detail, faults);
            return None;
        }
        Some(told)
    }

    /// Everything of a row of the long table; `None` if something in it is faulty.
    pub(super) fn long(&self, faults: &mut Faults) -> Option<LongRow> {
        let Content::Long { feature, code, number } = self.layout.content else { return None };
        let is = |name: &str| self.field(feature).eq_ignore_ascii_case(name.as_bytes());
        let (is_sum, is_age) = (is("INSGESAMT"), is("ALTER_KURZ"));
        if !is_sum && !is_age {
            return Some(LongRow::Other);
        }
        let people = self.people(number, faults)?;
        if is_sum {
            return Some(LongRow::People(people));
        }
        if let [class @ b'1'..=b'5'] = self.field(code) {
            return Some(LongRow::Band(usize::from(*class - b'1'), people));
        }
        let detail = || format!("“{}” is none of the five age classes", self.text(code));
        self.fault(code, "unknown_class", detail, faults);
        None
    }

    /// The field for messages, cut where it is long.
    fn text(&self, at: usize) -> String {
        String::from_utf8_lossy(self.field(at)).chars().take(60).collect()
    }
}

/// A cell by its name in either form.
pub(super) fn read_id(field: &[u8]) -> Option<CellId> {
    std::str::from_utf8(field).ok()?.parse().ok()
}
