//! The geometry by itself: `cargo bench --bench spatial`.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    reason = "a bench stops at the first surprise"
)]

mod support;

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use rand::{RngExt as _, SeedableRng};
use rand_chacha::ChaCha8Rng;
use roaring::RoaringBitmap;
use sozialatlas::spatial::grid::dissolve;
use sozialatlas::spatial::projection::{from_laea, to_laea};
use sozialatlas::spatial::{Bbox, CountingIndex, LonLat};
use support::offers::Offers;

const SITES: usize = 500_000;

fn places() -> Vec<LonLat> {
    let any = vec!["any".parse().expect("a code")];
    let mut source = Offers::new(1, any.clone(), any);
    (0..SITES).map(|_| source.place()).collect()
}

fn index(c: &mut Criterion) {
    let places = places();
    let (index, _) = CountingIndex::build(&places);
    let centre = places[0];
    let mut half = 0.001;
    let around = |half: f64| Bbox {
        west: centre.lon - half,
        south: centre.lat - half,
        east: centre.lon + half,
        north: centre.lat + half,
    };
    while index.ranges_in(&around(half)).len() < 2_000 {
        half *= 1.1;
    }
    let area = around(half);
    let filter: RoaringBitmap = (0..SITES as u32).filter(|doc| doc % 3 == 0).collect();
    let mut group = c.benchmark_group("500,000 sites");
    group
        .sample_size(10)
        .bench_function("build", |b| b.iter(|| CountingIndex::build(black_box(&places))));
    group.sample_size(100);
    group.bench_function("count a box of 2,000", |b| {
        b.iter(|| index.ranges_in(black_box(&area)).len());
    });
    group.bench_function("count a box of 2,000 with a filter", |b| {
        b.iter(|| index.ranges_in(black_box(&area)).count_in(&filter));
    });
    group.bench_function("visit a box of 2,000", |b| {
        b.iter(|| index.ranges_in(black_box(&area)).iter().map(u64::from).sum::<u64>());
    });
    let country = Bbox { west: 7.0, south: 48.0, east: 13.0, north: 54.0 };
    group.bench_function("count most of the country", |b| {
        b.iter(|| index.ranges_in(black_box(&country)).len());
    });
    group.bench_function("within 5 km", |b| {
        b.iter(|| index.within(black_box(centre), 5_000.0).len());
    });
    group.bench_function("nearest 10", |b| {
        b.iter(|| index.nearest(black_box(centre)).take(10).map(|(_, metres)| metres).sum::<f64>());
    });
    group.finish();
}

fn grid(c: &mut Criterion) {
    // Settlements as they lie: clouds of 100 m cells around towns, 600,000 different ones.
    let mut places = places().into_iter();
    let mut rng = ChaCha8Rng::seed_from_u64(3);
    let mut squares = std::collections::BTreeSet::new();
    while squares.len() < 600_000 {
        let Some(place) = places.next() else { break };
        let at = to_laea(place);
        let (column, row) = ((at.easting_m / 100.0) as u32, (at.northing_m / 100.0) as u32);
        for _ in 0..4 {
            squares.insert([column + rng.random_range(0..4), row + rng.random_range(0..4)]);
        }
    }
    let squares: Vec<[u32; 2]> = squares.into_iter().take(600_000).collect();
    let mut shuffled = squares.clone();
    for at in (1..shuffled.len()).rev() {
        shuffled.swap(at, rng.random_range(0..=at));
    }
    let mut group = c.benchmark_group("grid");
    group.sample_size(10);
    group.bench_function(format!("dissolve {} scattered squares", squares.len()), |b| {
        b.iter_batched(|| shuffled.clone(), |squares| dissolve(&squares), BatchSize::LargeInput);
    });
    let block: Vec<[u32; 2]> = (0..600_000).map(|n| [n % 1_000, n / 1_000]).collect();
    group.bench_function("dissolve a block of 600,000 squares", |b| {
        b.iter(|| dissolve(black_box(&block)));
    });
    group.finish();
}

fn projection(c: &mut Criterion) {
    let place = LonLat { lon: 9.1758, lat: 47.6603 };
    let flat = to_laea(place);
    c.bench_function("to EPSG:3035", |b| b.iter(|| to_laea(black_box(place))));
    c.bench_function("from EPSG:3035", |b| b.iter(|| from_laea(black_box(flat))));
}

criterion_group!(benches, index, grid, projection);
criterion_main!(benches);
