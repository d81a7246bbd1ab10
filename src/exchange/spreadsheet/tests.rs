use std::io::{Cursor, Write};

use proptest::prelude::*;

use super::*;

fn limits() -> SheetLimits {
    SheetLimits::default()
}

fn sheet(rows: &[&[&str]]) -> Sheet {
    let mut rows = rows.iter().map(|row| row.iter().map(|c| (*c).to_owned()).collect());
    Sheet { header: rows.next().unwrap(), rows: rows.collect() }
}

fn as_csv(sheet: &Sheet) -> Vec<u8> {
    let mut out = Vec::new();
    write_csv(sheet, &mut out).unwrap();
    out
}

fn kind(bytes: &[u8]) -> (SheetFaultKind, Option<usize>, Option<usize>) {
    let fault = read_sheet(bytes, &limits()).unwrap_err();
    (fault.kind, fault.row, fault.column)
}

#[test]
fn a_table_comes_back_from_both_formats_as_it_was() {
    let table = sheet(&[
        &["Name", "Telefon", "Text"],
        &["Tafel \"Süd\"; <b>", "+49 7531 1", "zwei\nZeilen"],
        &["=1+1", "'=x", "-5"],
    ]);
    let (read, numbers) = read_sheet(&as_csv(&table), &limits()).unwrap();
    assert_eq!((read, numbers), (table.clone(), vec![2, 3]));
    let (read, _) = read_sheet(&write_xlsx(&table, "Angebote").unwrap(), &limits()).unwrap();
    assert_eq!(read, table);
}

#[test]
fn no_cell_of_a_csv_begins_like_a_formula() {
    let table =
        sheet(&[&["a"], &["=HYPERLINK(1)"], &["+49"], &["-1"], &["@x"], &["\tx"], &["fine"]]);
    let text = String::from_utf8(as_csv(&table)).unwrap();
    for line in text.lines().skip(1) {
        assert!(line.trim_matches('"').starts_with(['\'', 'f']), "{line}");
    }
}

#[test]
fn what_other_programs_write_is_read_too() {
    let latin = b"Name,Ort\r\nCaf\xe9 \x96 S\xfcd,Engen\r\n\r\n,\r\nB,\r\n";
    let (read, numbers) = read_sheet(latin, &limits()).unwrap();
    assert_eq!(read.rows, [["Café – Süd", "Engen"], ["B", ""]]);
    assert_eq!(numbers, [2, 4], "empty lines are no rows, lines of empty cells are counted");
    let (tabs, _) = read_sheet("a\tb\n1\t2\n".as_bytes(), &limits()).unwrap();
    assert_eq!(tabs.rows, [["1", "2"]]);
}

#[test]
fn a_file_that_is_too_much_is_refused_with_its_place() {
    use SheetFaultKind::{CellTooLong, Empty, NotASheet, RowTooLong, TooManyColumns, TooManyRows};
    let rows = format!("a\n{}", "x\n".repeat(50_000));
    assert_eq!(kind(rows.as_bytes()), (TooManyRows, Some(5_002), Some(1)));
    assert_eq!(kind("a,".repeat(200).as_bytes()), (TooManyColumns, Some(1), Some(101)));
    let long = format!("a\n{}", "x".repeat(20_000));
    assert_eq!(kind(long.as_bytes()), (CellTooLong, Some(2), Some(1)));
    assert_eq!(kind(b"a,b\n1,2,3\n"), (RowTooLong, Some(2), Some(3)));
    assert_eq!(kind(b""), (Empty, None, None));
    assert_eq!(kind(b"PK\x03\x04 no archive"), (NotASheet, None, None));
    assert_eq!(kind(b"\x89PNG\r\n\x1a\n\0\0"), (NotASheet, None, None));
    let wide = rows.replace('\n', "\r\n");
    let table = sheet(&[&["a"]]);
    let table = Sheet { rows: vec![vec!["x".into()]; 6_000], ..table };
    assert_eq!(kind(&write_xlsx(&table, "t").unwrap()), (TooManyRows, Some(5_002), Some(1)));
    assert_eq!(kind(wide.as_bytes()).0, TooManyRows);
}

/// An archive of one part that unpacks to so many bytes.
fn archive(name: &str, bytes: usize) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    writer.start_file(name, options).unwrap();
    let chunk = vec![b' '; 1 << 20];
    for _ in 0..bytes >> 20 {
        writer.write_all(&chunk).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_zip_bomb_is_weighed_before_it_is_opened() {
    let bomb = archive("xl/worksheets/sheet1.xml", 80 << 20);
    assert!(bomb.len() < 200_000, "{} bytes unpack to 80 MiB", bomb.len());
    assert_eq!(kind(&bomb), (SheetFaultKind::TooLarge, None, None));
    let small = SheetLimits { unpacked_bytes: 1 << 10, ..limits() };
    let table = sheet(&[&["a"], &["b"]]);
    let fault = read_sheet(&write_xlsx(&table, "t").unwrap(), &small).unwrap_err();
    assert_eq!(fault.kind, SheetFaultKind::TooLarge);
}

/// The same workbook with one part rewritten.
fn rewritten(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut changed = 0;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let own_name = part.name().unwrap().into_owned();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        if own_name == name {
            text = change(&text);
            changed += 1;
        }
        writer.start_file(own_name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    assert_eq!(changed, 1, "{name}");
    writer.finish().unwrap().into_inner()
}

#[test]
fn entities_of_a_workbook_are_neither_fetched_nor_unfolded() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("geheim.txt");
    std::fs::write(&file, "streng geheim").unwrap();
    let outside = format!("<!ENTITY e SYSTEM \"file://{}\">", file.display());
    // A billion laughs, in small: ten to the ninth if it were unfolded.
    let level = |level: usize| {
        let below = format!("&l{};", level - 1).repeat(10);
        format!("<!ENTITY l{level} \"{below}\">")
    };
    let levels = (1..10).map(level).collect::<Vec<_>>().concat();
    let laughs = format!("<!ENTITY l0 \"ha\">{levels}<!ENTITY e \"&l9;\">");
    let table = sheet(&[&["Titel"], &["MARKE"]]);
    let whole = write_xlsx(&table, "t").unwrap();
    for entities in [outside, "<!ENTITY e \"unfolded\">".to_owned(), laughs] {
        let hostile = rewritten(&whole, "xl/sharedStrings.xml", |text| {
            assert!(text.contains("MARKE"), "{text}");
            let (declaration, rest) = text.split_once("?>").unwrap();
            let rest = rest.replace("MARKE", "vor &e; nach");
            format!("{declaration}?><!DOCTYPE sst [{entities}]>{rest}")
        });
        // Refused, or read without it: nothing of the entity is in any cell.
        if let Ok((read, _)) = read_sheet(&hostile, &limits()) {
            let cells = format!("{read:?}");
            assert!(!cells.contains("geheim") && !cells.contains("unfolded"), "{cells}");
            assert!(!cells.contains("haha"), "{} characters", cells.len());
        }
    }
}

#[test]
fn one_cell_at_the_end_of_the_sheet_does_not_fill_the_memory() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    page.write_string(0, 0, "a").unwrap();
    page.write_string(1_048_575, 16_383, "x").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let place = (SheetFaultKind::TooManyRows, Some(1_048_576), Some(16_384));
    assert_eq!(kind(&bytes), place);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_text_survives_a_csv(
        cells in proptest::collection::vec("[=+@'%|\\-a-zä;,\"\n 0-9]{1,12}", 1..6),
    ) {
        let row: Vec<String> = cells.iter().map(|cell| format!("{cell}x")).collect();
        let table = Sheet { header: row.iter().map(|_| "h".to_owned()).collect(), rows: vec![row] };
        let (read, _) = read_sheet(&as_csv(&table), &limits()).unwrap();
        prop_assert_eq!(read, table);
    }

    #[test]
    fn no_bytes_make_the_reader_fail(mut bytes in proptest::collection::vec(any::<u8>(), 0..300), zip in any::<bool>()) {
        if zip {
            bytes.splice(0..0, *b"PK\x03\x04");
        }
        let _ = read_sheet(&bytes, &limits());
    }
}
