//! The plane of all distances against others' work: PROJ's `cs2cs` for positions, Karney's geodesics for lengths.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use geographiclib_rs::{Geodesic, InverseGeodesic};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use sozialatlas::spatial::projection::{from_laea, to_laea};
use sozialatlas::spatial::{LonLat, Projected};

/// Longitudes and latitudes: west, east, south, north.
type Box = [f64; 4];

/// Where the data of every county package lie, with the neighbour districts.
const AROUND_COUNTY: Box = [8.0, 9.9, 47.4, 48.4];
/// The area that EPSG:3035 is meant for, islands in the Atlantic included.
const EUROPE: Box = [-31.0, 45.0, 27.0, 72.0];
/// Points in each of them.
const POINTS: usize = 2_000;
/// Largest difference, in metres.
const MILLIMETRE: f64 = 0.001;
/// Metres in a degree of latitude, at most.
const DEGREE_M: f64 = 111_700.0;

fn random_places([west, east, south, north]: Box, seed: u64) -> Vec<LonLat> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut place =
        || LonLat { lon: rng.random_range(west..east), lat: rng.random_range(south..north) };
    (0..POINTS).map(|_| place()).collect()
}

/// Pairs of numbers through `cs2cs`; `None`, said aloud past the test runner, if it is not installed.
fn cs2cs(arguments: &[&str], pairs: &[[f64; 2]]) -> Option<Vec<[f64; 2]>> {
    let mut command = Command::new("cs2cs");
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let why = "SKIP PROJ: cs2cs is not installed (Debian package proj-bin; scripts/test-setup.sh)";
            let _ = writeln!(std::io::stderr(), "{why}");
            return None;
        }
        Err(error) => panic!("cs2cs cannot be started: {error}"),
    };
    let mut input = child.stdin.take().unwrap();
    let lines: Vec<String> = pairs.iter().map(|[a, b]| format!("{a:.13} {b:.13}")).collect();
    let writer = std::thread::spawn(move || writeln!(input, "{}", lines.join("\n")));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let found: Vec<[f64; 2]> = text
        .lines()
        .map(|line| {
            let mut numbers = line.split_whitespace().map(|word| word.parse().unwrap());
            [numbers.next().unwrap(), numbers.next().unwrap()]
        })
        .collect();
    assert_eq!(found.len(), pairs.len());
    Some(found)
}

/// Largest differences over a box, in metres.
struct Differences {
    /// Our plane position from PROJ's.
    forwards: f64,
    /// Where PROJ's plane position leads us back to, from where it came from.
    back: f64,
    /// The same from where it leads PROJ back to.
    from_projs_inverse: f64,
}

fn differences(area: Box, seed: u64) -> Option<Differences> {
    let places = random_places(area, seed);
    // EPSG puts latitude first, and northing first.
    let degrees: Vec<[f64; 2]> = places.iter().map(|place| [place.lat, place.lon]).collect();
    let on_plane = cs2cs(&["-f", "%.7f", "EPSG:4326", "EPSG:3035"], &degrees)?;
    let returned = cs2cs(&["-f", "%.12f", "EPSG:3035", "EPSG:4326"], &on_plane)?;
    let mut worst = Differences { forwards: 0.0, back: 0.0, from_projs_inverse: 0.0 };
    for ((place, [north, east]), [lat, lon]) in places.iter().zip(&on_plane).zip(returned) {
        let there = Projected::new(*east, *north);
        let back = from_laea(there).unwrap();
        worst.forwards = worst.forwards.max(to_laea(*place).distance_m(there));
        worst.back = worst.back.max(apart_m(back, *place));
        worst.from_projs_inverse = worst.from_projs_inverse.max(apart_m(back, LonLat { lon, lat }));
    }
    Some(worst)
}

/// Metres between two places that are very near each other.
fn apart_m(a: LonLat, b: LonLat) -> f64 {
    let east = (a.lon - b.lon) * a.lat.to_radians().cos();
    (a.lat - b.lat).hypot(east) * DEGREE_M
}

#[test]
fn the_published_example_of_iogp_is_met_in_both_directions() {
    // IOGP Geomatics Guidance Note 7, part 2, section 3.4.2, Lambert Azimuthal Equal Area: ETRS89 / LAEA Europe.
    let place = LonLat { lon: 5.0, lat: 50.0 };
    let published = Projected::new(3_962_799.45, 2_999_718.85);
    let found = to_laea(place);
    // The note gives centimetres.
    assert!(found.distance_m(published) < 0.01, "{found:?}");
    let back = from_laea(published).unwrap();
    assert!((back.lon - 5.0).abs() < 1e-6 && (back.lat - 50.0).abs() < 1e-6, "{back:?}");
}

#[test]
fn around_the_county_every_position_is_that_of_proj_to_a_millimetre() {
    let Some(worst) = differences(AROUND_COUNTY, 3035) else { return };
    assert!(worst.forwards < MILLIMETRE, "{}", worst.forwards);
    assert!(worst.back < MILLIMETRE, "{}", worst.back);
    assert!(worst.from_projs_inverse < MILLIMETRE, "{}", worst.from_projs_inverse);
}

#[test]
fn all_over_europe_every_position_is_that_of_proj_to_a_millimetre() {
    let Some(worst) = differences(EUROPE, 5303) else { return };
    assert!(worst.forwards < MILLIMETRE, "{}", worst.forwards);
    assert!(worst.back < MILLIMETRE, "{}", worst.back);
    // PROJ 9.1 cuts the series of its inverse after three terms: its own round trip misses by up to 1.45 mm.
    assert!(worst.from_projs_inverse < 2.0 * MILLIMETRE, "{}", worst.from_projs_inverse);
}

/// Middles of the population cells of every county package.
fn cells() -> Vec<Vec<Projected>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let files = std::fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> = files.map(|folder| folder.join("population_cells.csv")).collect();
    let middle = |line: &str| {
        let mut corner = line.split(',').map(str::parse::<f64>);
        let mut next = || corner.next().unwrap().unwrap() + 50.0;
        Projected::new(next(), next())
    };
    let read = |file: &PathBuf| std::fs::read_to_string(file).ok();
    files.iter().filter_map(read).map(|text| text.lines().skip(1).map(middle).collect()).collect()
}

#[test]
fn between_the_cells_of_a_county_the_straight_distance_is_karneys_within_half_a_percent() {
    let counties = cells();
    assert!(!counties.is_empty());
    let geodesic = Geodesic::wgs84();
    let mut rng = ChaCha8Rng::seed_from_u64(2013);
    for cells in counties {
        let (mut least, mut most) = (f64::INFINITY, 0.0_f64);
        for _ in 0..20_000 {
            let [a, b] = [0, 1].map(|_| cells[rng.random_range(0..cells.len())]);
            if a == b {
                continue;
            }
            let [from, to] = [a, b].map(|at| from_laea(at).unwrap());
            let true_m: f64 = geodesic.inverse(from.lat, from.lon, to.lat, to.lon);
            let ratio = a.distance_m(b) / true_m;
            (least, most) = (least.min(ratio), most.max(ratio));
        }
        // What docs/COVERAGE.md promises, and that the plane does stretch: a test of nothing would find 1.
        assert!(least > 0.995 && most < 1.005, "{least} to {most}");
        assert!(most - least > 1e-4, "{least} to {most}");
    }
}
