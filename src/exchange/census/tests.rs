//! Each layout on a few cells of an invented county; faults with their place.

use std::io::Read;

use geo::{Coord, MultiPolygon, Rect};

use super::*;
use crate::domain::{AgeBands, LonLat};
use crate::spatial::CellId;
use crate::spatial::projection::to_laea;

const WEST: &str = "99001001";
const EAST: &str = "99001002";

/// Two squares beside each other, a tenth of a degree wide.
fn county() -> Boundaries<Ags> {
    let square = |west: f64| {
        let (low, high) = (Coord { x: west, y: 47.7 }, Coord { x: west + 0.1, y: 47.8 });
        MultiPolygon::new(vec![Rect::new(low, high).to_polygon()])
    };
    Boundaries::new([(WEST.parse().unwrap(), square(9.0)), (EAST.parse().unwrap(), square(9.1))])
}

/// The cell of this size around a point, so many cells to the east.
fn cell(size_m: u32, lon: f64, steps: u32) -> CellId {
    let at = CellId::containing(to_laea(LonLat { lon, lat: 47.75 }), size_m).unwrap();
    CellId::new(size_m, at.easting_m() + steps * size_m, at.northing_m()).unwrap()
}

fn input(name: &str, text: impl Into<Vec<u8>>) -> CensusInput {
    CensusInput { name: name.into(), bytes: Box::new(std::io::Cursor::new(text.into())) }
}

fn read(files: &[&str]) -> Result<CensusGrid, ImportErrors> {
    let inputs = (1..).zip(files).map(|(n, text)| input(&format!("{n}.csv"), *text)).collect();
    read_grid(inputs, &county(), &mut |_| {})
}

fn faults(files: &[&str]) -> Vec<(String, Option<u64>, Option<String>)> {
    let errors = read(files).unwrap_err().0;
    errors.into_iter().map(|e| (e.code, e.row, e.column)).collect()
}

/// `id;x;y;rest` of a cell as the census writes it.
fn line(cell: CellId, rest: &str) -> String {
    let centre = cell.centre_m();
    format!("{cell};{};{};{rest}\n", centre.easting_m, centre.northing_m)
}

const PEOPLE: &str = "GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner\n";
const AGES: &str = "GITTER_ID_100m;x_mp_100m;y_mp_100m;Insgesamt_Bevoelkerung;Unter18;a18bis29;\
                    a30bis49;a50bis64;a65undaelter\n";

/// The people and ages of the cells, by place.
fn taken(grid: &CensusGrid) -> Vec<(u32, String, u32, [Option<u32>; 5])> {
    let cells = grid.cells.iter();
    cells.map(|c| (c.easting_m, c.ags.to_string(), c.people, c.ages.to_array())).collect()
}

#[test]
fn people_and_ages_of_2022_are_joined_whatever_the_order_of_the_files() {
    let (a, b, far) = (cell(100, 9.05, 0), cell(100, 9.15, 0), cell(100, 11.0, 0));
    let untold = cell(100, 9.05, 3);
    let people = [
        PEOPLE.to_owned(),
        line(a, "12"),
        line(b, "7"),
        line(far, "9"),
        line(untold, "–"),
        line(cell(100, 9.05, 4), "0"),
    ]
    .concat();
    let ages = [
        AGES.to_owned(),
        line(a, "13;3;–;4;5;0"),
        line(far, "9;3;3;3;0;0"),
        line(cell(100, 9.05, 9), "3;–;–;–;–;–"),
    ]
    .concat();
    let grid = read(&[&people, &ages]).unwrap();
    assert_eq!(grid.source, CensusSource::Zensus2022);
    assert_eq!((grid.cell_size_m, grid.cells.len()), (100, 3));
    let known = [Some(3), None, Some(4), Some(5), Some(0)];
    let sum_only = (cell(100, 9.05, 9).easting_m(), WEST.to_owned(), 3, [None; 5]);
    let expected = [
        (a.easting_m(), WEST.to_owned(), 12, known),
        sum_only,
        (b.easting_m(), EAST.to_owned(), 7, [None; 5]),
    ];
    assert_eq!(taken(&grid), expected, "the count itself goes before the sum beside the ages");
    let counts = grid.counts;
    assert_eq!((counts.read, counts.taken, counts.outside), (8, 3, 2));
    assert_eq!((counts.suppressed, counts.uninhabited, counts.duplicates), (1, 1, 0));
    let other_order = read(&[&ages, &people]).unwrap();
    assert_eq!((other_order.cells, other_order.counts), (grid.cells, grid.counts));
    assert_eq!(grid.files[0].layout, "Zensus, people");
    assert_eq!(grid.files[0].bytes, people.len() as u64);
}

#[test]
fn grids_of_all_sizes_and_encodings_are_read() {
    for (size, suffix) in [(100, "100m"), (1_000, "1km"), (10_000, "10km")] {
        let at = cell(size, 9.1, 0);
        let header = format!("GITTER_ID_{suffix};x_mp_{suffix};y_mp_{suffix};Einwohner");
        let centre = at.centre_m();
        let (x, y) = (centre.easting_m, centre.northing_m);
        for text in [
            format!("{header}\r\n{at};{x};{y};5\r\n"),
            format!("\u{feff}{header}\n\"{at}\";\"{x},0\";{y}.0;5,0\n"),
            format!("{}\n{at},{x},{y},5\n", header.replace(';', ",")),
            format!("{header}\n{};{x};{y};5\n\n", at.inspire_name()),
        ] {
            let grid = read(&[&text]).unwrap_or_else(|faults| panic!("{text}: {faults}"));
            assert_eq!((grid.cell_size_m, grid.cells[0].people), (size, 5), "{text}");
        }
    }
}

#[test]
fn latin_1_is_read_and_its_dash_is_untold() {
    let (a, b) = (cell(100, 9.05, 0), cell(100, 9.05, 1));
    let text = format!("{}{}", line(a, "5;Gebäude"), line(b, "\u{96};x"));
    let header = "GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner;werterläuternde_Zeichen\n";
    let latin: Vec<u8> = format!("{header}{text}").chars().map(|c| c as u8).collect();
    let grid = read_grid(vec![input("latin.csv", latin)], &county(), &mut |_| {}).unwrap();
    assert_eq!((grid.counts.taken, grid.counts.suppressed), (1, 1));
}

#[test]
fn the_long_table_of_2011_gives_people_and_classes_and_what_has_no_row_is_nobody() {
    let (a, b) = (cell(100, 9.05, 0), cell(100, 9.05, 1));
    let header = "Gitter_ID_100m;Gitter_ID_100m_neu;Merkmal;Auspraegung_Code;Auspraegung_Text;Anzahl;Anzahl_q\n";
    let row = |cell: CellId, rest: &str| format!("{};{cell};{rest};0\n", cell.inspire_name());
    let text = [
        header.to_owned(),
        row(a, "ALTER_KURZ;5;65 und älter;4"),
        row(a, "INSGESAMT;0;Einheiten insgesamt;10"),
        row(a, "ALTER_KURZ;1;Unter 18;6"),
        row(a, "ALTER_10JG;1;Unter 10;6"),
        row(b, "INSGESAMT;0;Einheiten insgesamt;3"),
        row(b, "GESCHLECHT;1;Männlich;3"),
    ]
    .concat();
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let grid = read_grid(vec![input("2011.csv", latin)], &county(), &mut |_| {}).unwrap();
    assert_eq!(grid.source, CensusSource::Zensus2011);
    let ages = [Some(6), Some(0), Some(0), Some(0), Some(4)];
    let expected = [
        (a.easting_m(), WEST.to_owned(), 10, ages),
        (b.easting_m(), WEST.to_owned(), 3, [None; 5]),
    ];
    assert_eq!(taken(&grid), expected);
    assert_eq!((grid.counts.read, grid.counts.taken), (2, 2));
}

#[test]
fn one_kilometre_cells_of_2011_by_centre_have_shares_and_codes_below_zero() {
    let (a, b, c) = (cell(1_000, 9.05, 0), cell(1_000, 9.05, 1), cell(1_000, 9.05, 2));
    let row = |cell: CellId, people: &str, shares: &str| {
        let centre = cell.centre_m();
        format!("{people},{},{},{shares}\n", centre.easting_m, centre.northing_m)
    };
    let text = [
        "Einwohner,x,y,unter18_A,ab65_A\n".to_owned(),
        row(a, "310", "16.45,26.0"),
        row(b, "4", "0.0,-9.0"),
        row(c, "-1", "-1.0,-1.0"),
    ]
    .concat();
    let grid = read(&[&text]).unwrap();
    assert_eq!((grid.source, grid.cell_size_m), (CensusSource::Zensus2011, 1_000));
    let expected = [
        (a.easting_m(), WEST.to_owned(), 310, [Some(51), None, None, None, Some(81)]),
        (b.easting_m(), WEST.to_owned(), 4, [Some(0), None, None, None, None]),
    ];
    assert_eq!(taken(&grid), expected, "310 people: 16.45 % are 50.995, 26 % are 80.6");
    assert_eq!(grid.counts.suppressed, 1);
}

#[test]
fn the_union_tells_those_from_65_and_the_corner_of_the_cell() {
    let a = cell(1_000, 9.05, 0);
    let header = "GRD_ID,E,N,T,M,F,Y_LT15,Y_1564,Y_GE65\n";
    let row = format!("{a},{},{},256,123,129,25,150,81\n", a.easting_m(), a.northing_m());
    let grid = read(&[&format!("{header}{row}")]).unwrap();
    assert_eq!(grid.source, CensusSource::Eu2021);
    let expected = [(a.easting_m(), WEST.to_owned(), 256, [None, None, None, None, Some(81)])];
    assert_eq!(taken(&grid), expected);
}

#[test]
fn the_same_row_again_is_counted_and_another_figure_is_refused() {
    let at = cell(100, 9.05, 0);
    let twice = format!("{PEOPLE}{}{}", line(at, "5"), line(at, "5"));
    let grid = read(&[&twice]).unwrap();
    assert_eq!((grid.counts.duplicates, grid.counts.taken), (1, 1));
    for other in ["6", "0", "–"] {
        let text = format!("{PEOPLE}{}{}", line(at, "5"), line(at, other));
        assert_eq!(faults(&[&text]), [("contradiction".to_owned(), Some(3), None)], "{other}");
    }
    let (one, two) = (format!("{PEOPLE}{}", line(at, "5")), format!("{PEOPLE}{}", line(at, "6")));
    assert_eq!(faults(&[&one, &two])[0].0, "contradiction");
}

#[test]
fn every_faulty_field_is_named_with_row_and_column() {
    let (a, b) = (cell(100, 9.05, 0), cell(100, 9.05, 1));
    let centre = a.centre_m();
    let (x, y) = (centre.easting_m, centre.northing_m);
    let text = [
        PEOPLE.to_owned(),
        line(a, "1.234,5"),
        format!("{a};9.05;47.75;5\n"),
        format!("{a};{y};{x};5\n"),
        format!("{b};{x};{y};5\n"),
        format!("{};{x};{y};5\n", cell(1_000, 9.05, 0)),
        format!("100mN1E;{x};{y};5\n"),
        format!("{a};{x};{y}\n"),
        line(a, "-5"),
        line(a, "5,5"),
        line(a, "many"),
        format!("{a};{x};{y};5\0\n"),
        format!("{a};\"{x};{y};5\n"),
        line(b, "5"),
        format!("{a};{x};{y};1"),
    ]
    .concat();
    let column = |code: &str, row, column: &str| {
        (code.to_owned(), Some(row), Some(column.to_owned()).filter(|c| !c.is_empty()))
    };
    let expected = [
        column("two_decimal_separators", 2, "Einwohner"),
        column("degrees", 3, "x_mp_100m"),
        column("swapped", 4, "x_mp_100m"),
        column("id_and_place_disagree", 5, "x_mp_100m"),
        column("mixed_sizes", 6, "GITTER_ID_100m"),
        column("not_a_cell", 7, "GITTER_ID_100m"),
        column("wrong_number_of_fields", 8, ""),
        column("below_zero", 9, "Einwohner"),
        column("not_whole", 10, "Einwohner"),
        column("not_a_number", 11, "Einwohner"),
        column("nul", 12, ""),
        column("open_quote", 13, ""),
        column("truncated", 15, "Einwohner"),
    ];
    assert_eq!(faults(&[&text]), expected);
}

#[test]
fn files_that_are_no_grid_of_the_county_are_refused_as_a_whole() {
    let code =
        |files: &[&str]| faults(files).into_iter().map(|(code, ..)| code).collect::<Vec<_>>();
    let inside = cell(100, 9.05, 0);
    assert_eq!(code(&[""]), ["empty"]);
    assert_eq!(code(&[PEOPLE]), ["no_rows"]);
    assert_eq!(code(&["a;b\n1;2\n"]), ["unknown_header"]);
    assert_eq!(code(&["PK\u{3}\u{4}zip"]), ["not_a_table"]);
    assert_eq!(code(&["GITTER_ID\0"]), ["nul"]);
    assert_eq!(code(&[&format!("{PEOPLE}{}", line(cell(100, 11.0, 0), "5"))]), ["no_cell_inside"]);
    assert_eq!(code(&[&format!("{PEOPLE}{}", line(inside, "0"))]), ["nobody"]);
    let shares = "GITTER_ID_100m;x_mp_100m;y_mp_100m;AnteilUnter18\n";
    assert_eq!(code(&[&format!("{shares}{}", line(inside, "50,00"))]), ["no_people"]);
    let kilometre = cell(1_000, 9.05, 0);
    let coarse = format!("{}{}", PEOPLE.replace("100m", "1km"), line(kilometre, "5"));
    let fine = format!("{PEOPLE}{}", line(inside, "5"));
    assert_eq!(code(&[&fine, &coarse]), ["mixed_sizes"]);
    let old = fine.replace(&inside.to_string(), &inside.inspire_name());
    assert_eq!(code(&[&fine, &old]), ["mixed_censuses"]);
    assert_eq!(code(&vec![fine.as_str(); 17]), ["number_of_files"]);
    assert_eq!(code(&[]), ["number_of_files"]);
}

#[test]
fn classes_instead_of_counts_are_recognised() {
    let rows: String =
        (0..100).map(|n| line(cell(1_000, 8.5, n), if n % 7 == 0 { "-1" } else { "5" })).collect();
    let text = format!("Gitter_ID_1km;x_mp_1km;y_mp_1km;Einwohner;unter18_A;ab65_A\n{rows}")
        .replace(";5\n", ";5;1;2\n")
        .replace(";-1\n", ";-1;-1;-1\n");
    assert_eq!(faults(&[&text]), [("classes".to_owned(), None, None)]);
}

#[test]
fn hundreds_of_faults_are_counted_and_reading_ends_before_the_file_does() {
    let text = format!("{PEOPLE}{}", line(cell(100, 9.05, 0), "x1").repeat(250));
    let errors = read(&[&text]).unwrap_err().0;
    assert_eq!(errors.len(), 101);
    assert_eq!(errors[100].detail, "150 more faults are not listed");

    // Without end: only what stops at enough faults comes back.
    let header = std::io::Cursor::new(PEOPLE.as_bytes());
    let endless = header.chain(Repeat(b"nonsense\n", 0));
    let input = CensusInput { name: "endless.csv".into(), bytes: Box::new(endless) };
    let errors = read_grid(vec![input], &county(), &mut |_| {}).unwrap_err().0;
    assert!(errors[100].detail.starts_with("at least"), "{}", errors[100].detail);
}

/// The same bytes again and again.
struct Repeat(&'static [u8], usize);

impl Read for Repeat {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        for byte in out.iter_mut() {
            *byte = self.0[self.1 % self.0.len()];
            self.1 += 1;
        }
        Ok(out.len())
    }
}

#[test]
fn more_cells_than_can_be_are_refused_without_reading_on() {
    let rows: String = (0..50).map(|n| line(cell(100, 9.05, n), "5")).collect();
    let endless = std::io::Cursor::new(format!("{PEOPLE}{rows}")).chain(std::io::repeat(b'\n'));
    let input = CensusInput { name: "a.csv".into(), bytes: Box::new(endless) };
    let errors = read_at_most(40, vec![input], &county(), &mut |_| {}).unwrap_err().0;
    assert_eq!((errors.len(), errors[0].code.as_str()), (1, "too_many_cells"));
    assert!(errors[0].detail.contains("more than 40 cells"), "{}", errors[0].detail);
}

#[test]
fn a_first_row_without_a_cell_is_named_even_if_the_size_hangs_on_it() {
    let a = cell(1_000, 9.05, 0);
    let row = |id: &str| format!("{id},{},{},9\n", a.easting_m(), a.northing_m());
    let text = format!("GRD_ID,E,N,T\n{}{}", row("nonsense"), row(&a.to_string()));
    let expected = ("not_a_cell".to_owned(), Some(2), Some("GRD_ID".to_owned()));
    assert_eq!(faults(&[&text]), [expected]);
}

#[test]
fn cells_on_the_border_go_to_the_municipality_they_touch() {
    // Its centre lies just outside the county, its eastern half within.
    let inside = cell(1_000, 9.0, 0);
    let text = format!("{}{}", PEOPLE.replace("100m", "1km"), line(inside, "5"));
    let grid = read(&[&text]).unwrap();
    assert_eq!(grid.cells[0].ags.to_string(), WEST);
    assert_eq!(grid.cells[0].ages, AgeBands::UNKNOWN);
    // The same cell, three further to the west, is outside.
    let far = CellId::new(1_000, inside.easting_m() - 3_000, inside.northing_m()).unwrap();
    let text = format!("{text}{}", line(far, "5"));
    let grid = read(&[&text]).unwrap();
    assert_eq!((grid.counts.taken, grid.counts.outside), (1, 1));
}
