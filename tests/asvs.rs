//! docs/ASVS.md: every line of levels 1 and 2 is there, and every test it names exists.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Requirements of levels 1 and 2 in each chapter of ASVS 5.0.0 (70 of level 1, 183 of level 2).
const LINES: [(u32, usize); 17] = [
    (1, 27),
    (2, 11),
    (3, 19),
    (4, 10),
    (5, 9),
    (6, 35),
    (7, 18),
    (8, 7),
    (9, 7),
    (10, 29),
    (11, 14),
    (12, 9),
    (13, 13),
    (14, 9),
    (15, 13),
    (16, 16),
    (17, 7),
];
const STATES: [&str; 5] = ["met", "partly", "operator", "n/a", "OPEN"];

/// The cells of each line of the tables.
fn lines() -> Vec<Vec<String>> {
    let text = fs::read_to_string("docs/ASVS.md").unwrap();
    let cells = |line: &str| {
        line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect()
    };
    let is_line = |line: &&str| line.starts_with("| ") && !line.starts_with("| line ");
    text.lines().filter(is_line).map(cells).collect()
}

/// Everything that is called a function below a folder.
fn functions(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            functions(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let names = text.split("fn ").skip(1);
            let whole = |rest: &str| {
                rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                    .next()
                    .map(str::to_owned)
            };
            found.extend(names.filter_map(whole));
        }
    }
}

#[test]
fn every_requirement_has_one_line_with_a_state_and_what_shows_it() {
    let mut numbers = BTreeSet::new();
    let mut chapters: BTreeMap<u32, usize> = BTreeMap::new();
    for cells in lines() {
        let [number, words, state, shown] = cells.as_slice() else { panic!("{cells:?}") };
        let parts: Vec<u32> = number.split('.').map(|part| part.parse().unwrap()).collect();
        assert_eq!(parts.len(), 3, "{number}");
        assert!(numbers.insert(number.clone()), "{number} stands twice");
        *chapters.entry(parts[0]).or_default() += 1;
        assert!(STATES.contains(&state.trim_matches('*')), "{number}: {state}");
        assert!(!words.is_empty() && !shown.is_empty(), "{number} says nothing");
    }
    assert_eq!(chapters, BTreeMap::from(LINES));
    assert_eq!(numbers.len(), 253);
}

#[test]
fn every_test_that_the_checklist_names_exists() {
    let mut known = BTreeSet::new();
    for folder in ["src", "tests"] {
        functions(Path::new(folder), &mut known);
    }
    let mut named = 0;
    for cells in lines() {
        let shown = cells.last().unwrap();
        // Every second part stands between backticks; a test is a sentence.
        for name in shown.split('`').skip(1).step_by(2).filter(|name| name.matches('_').count() > 2)
        {
            let plain =
                name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            assert!(!plain || known.contains(name), "{}: there is no test {name}", cells[0]);
            named += 1;
        }
    }
    assert!(named > 100, "only {named} tests were read");
}
