//! The fuzzer's functions over the corpus that is checked in, and over mutations of it: the same in every run.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod targets;

use std::fs;
use std::path::Path;

use rand::{Rng as _, RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

/// Pieces that mean something to the readers, put in now and then.
const WORDS: [&str; 24] = [
    "Mo",
    "Su",
    "-",
    ",",
    ";",
    "||",
    " off",
    "PH",
    "SH",
    "24/7",
    "00:00",
    "24:00",
    "25:61",
    "48:00",
    "week 1-53/2",
    "[1]",
    "[-1]",
    "sunrise",
    "\"",
    "{",
    "[",
    "null",
    "1e400",
    "\u{202e}",
];

/// Everything checked in for a function, in the order of its names.
fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let seeds: Vec<Vec<u8>> = files.into_iter().map(|file| fs::read(file).unwrap()).collect();
    assert!(seeds.len() >= 10, "{name}: {} seeds", seeds.len());
    seeds
}

/// One to four changes: a byte, a piece cut out, doubled or taken from another seed, a word.
fn mutated(seeds: &[Vec<u8>], random: &mut ChaCha8Rng) -> Vec<u8> {
    let mut data = seeds[random.random_range(0..seeds.len())].clone();
    for _ in 0..random.random_range(1..=4) {
        let at = random.random_range(0..=data.len());
        let end = random.random_range(at..=data.len().min(at + 20));
        match random.random_range(0..6) {
            0 if at < data.len() => data[at] = random.next_u32().to_le_bytes()[0],
            1 => drop(data.drain(at..end)),
            2 => {
                let piece = data[at..end].to_vec();
                data.splice(at..at, piece);
            }
            3 => {
                let other = &seeds[random.random_range(0..seeds.len())];
                let from = random.random_range(0..=other.len());
                let to = random.random_range(from..=other.len().min(from + 40));
                data.splice(at..end, other[from..to].to_vec());
            }
            4 if at < data.len() => data[at] ^= 1 << random.random_range(0..8),
            _ => {
                let word = WORDS[random.random_range(0..WORDS.len())];
                data.splice(at..at, word.bytes());
            }
        }
    }
    data
}

/// Runs the seeds, then so many mutations of them; how many of those were text that is read at all.
fn run(name: &str, count: usize, target: fn(&[u8])) {
    let seeds = corpus(name);
    for seed in &seeds {
        target(seed);
    }
    let mut random = ChaCha8Rng::seed_from_u64(0x0f02_2e5e_ed00);
    for _ in 0..count {
        target(&mutated(&seeds, &mut random));
    }
}

#[test]
fn opening_hours_of_any_text_break_no_law() {
    run("opening_hours", 3_000, targets::opening_hours);
}

#[test]
fn entries_of_any_json_break_no_law() {
    run("listing_json", 4_000, targets::listing_json);
}

#[test]
fn every_seed_of_an_entry_is_read_or_refused_as_its_name_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/listing_json");
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let read = sozialatlas::http::api::listing_of_json(&fs::read(&file).unwrap());
        assert_eq!(read.is_ok(), name.starts_with("good"), "{name}: {read:?}");
    }
}
