use super::super::record::tests::{png, record};
use super::*;

const TEMPLATE: &str = "https://tiles.example/{z}/{x}/{y}.png";

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
}

fn tile(y: u32) -> TileId {
    TileId::new(10, 500, y).unwrap()
}

fn open(dir: &Path, max_bytes: u64) -> TileCache {
    TileCache::open(dir, TEMPLATE, max_bytes, at(1_000_000_000)).unwrap()
}

/// Bytes of all files below a folder, in whole blocks.
fn on_disk(dir: &Path) -> u64 {
    fs::read_dir(dir)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_dir() {
                on_disk(&entry.path())
            } else {
                entry.metadata().unwrap().len().div_ceil(BLOCK) * BLOCK
            }
        })
        .sum()
}

#[test]
fn what_is_kept_is_found_again_also_after_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path(), 1 << 20);
    assert_eq!(cache.find(tile(1), at(0)), None);
    cache.keep(tile(1), &record(5_000), at(0)).unwrap();
    assert_eq!(cache.find(tile(1), at(1)), Some(record(5_000)));
    assert_eq!(cache.bytes(), 8 << 10, "two blocks");
    let again = open(dir.path(), 1 << 20);
    assert_eq!(again.bytes(), 8 << 10);
    assert_eq!(again.find(tile(1), at(1)), Some(record(5_000)));
}

#[test]
fn the_longest_unused_goes_first_and_the_bound_holds() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path(), 12 << 10);
    for y in 1..=3 {
        cache.keep(tile(y), &record(3_000), at(i64::from(y))).unwrap();
    }
    assert!(cache.find(tile(1), at(10)).is_some());
    cache.keep(tile(4), &record(3_000), at(11)).unwrap();
    assert_eq!(cache.find(tile(2), at(12)), None);
    for y in [1, 3, 4] {
        assert!(cache.find(tile(y), at(13)).is_some(), "{y}");
    }
    assert_eq!((cache.bytes(), on_disk(dir.path())), (12 << 10, 12 << 10));
    cache.keep(tile(4), &record(3_500), at(14)).unwrap();
    assert_eq!(cache.bytes(), 12 << 10, "one that replaces itself needs no other's room");
}

#[test]
fn a_restart_remembers_the_last_use_and_a_smaller_bound_is_kept_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path(), 1 << 20);
    for y in 1..=3 {
        cache.keep(tile(y), &record(100), at(i64::from(y))).unwrap();
    }
    assert!(cache.find(tile(1), at(9_000)).is_some(), "used hours later");
    let again = open(dir.path(), 8 << 10);
    assert_eq!((again.bytes(), on_disk(dir.path())), (8 << 10, 8 << 10));
    assert_eq!(again.find(tile(2), at(9_001)), None);
    assert!(again.find(tile(1), at(9_002)).is_some());
}

#[test]
fn a_damaged_file_counts_as_absent_and_is_taken_away() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path(), 1 << 20);
    cache.keep(tile(1), &record(5_000), at(0)).unwrap();
    fs::write(cache.path(tile(1)), png(5_000)).unwrap();
    assert_eq!(cache.find(tile(1), at(1)), None);
    assert!(!cache.path(tile(1)).exists());
    assert_eq!(cache.bytes(), 0);
}

#[test]
fn only_what_is_ours_is_taken_away_at_the_start() {
    let dir = tempfile::tempdir().unwrap();
    let template = "https://other.example/{z}{x}{y}";
    let other = TileCache::open(dir.path(), template, 1 << 20, at(0)).unwrap();
    other.keep(tile(1), &record(10), at(0)).unwrap();
    for name in ["source-of-all", "photos"] {
        fs::create_dir(dir.path().join(name)).unwrap();
    }
    fs::write(dir.path().join("note.txt"), "mine").unwrap();
    let dir_of_ours = open(dir.path(), 1 << 20).dir;
    fs::write(dir_of_ours.join("1-7.tmp"), "unfinished").unwrap();
    let long_ago = TileCache::open(dir.path(), TEMPLATE, 1 << 20, at(-1_000_000_000)).unwrap();
    assert!(dir_of_ours.join("1-7.tmp").exists(), "another process may be writing it");
    drop(long_ago);
    let cache = open(dir.path(), 1 << 20);
    assert!(!other.dir.exists() && !dir_of_ours.join("1-7.tmp").exists());
    for name in ["source-of-all", "photos", "note.txt"] {
        assert!(dir.path().join(name).exists(), "{name}");
    }
    assert_eq!(cache.bytes(), 0);
}

#[test]
fn several_at_once_stay_within_the_bound() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path(), 40 << 10);
    std::thread::scope(|scope| {
        for worker in 0..4 {
            let cache = &cache;
            scope.spawn(move || {
                for y in 0..25 {
                    cache.keep(tile(worker * 100 + y), &record(3_000), at(0)).unwrap();
                    assert!(cache.bytes() <= 40 << 10);
                }
            });
        }
    });
    assert_eq!((cache.bytes(), on_disk(dir.path())), (40 << 10, 40 << 10));
}
