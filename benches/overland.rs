//! Distance over land in the county of the package: `cargo bench --bench overland`.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    reason = "a bench stops at the first surprise"
)]

use std::hint::black_box;
use std::path::PathBuf;

use criterion::{Criterion, criterion_group, criterion_main};
use geo::MultiPolygon;
use sozialatlas::coverage::Work;
use sozialatlas::coverage::overland::{Land, LinkSet};
use sozialatlas::exchange::county::{CountyPackage, Folder, read_county};
use sozialatlas::spatial::Projected;

/// The only county package below `data`.
fn package() -> CountyPackage {
    let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data");
    let folders = std::fs::read_dir(data).expect("a folder of packages");
    let mut folders = folders.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let folder = folders.find(|path| path.join("region.toml").exists()).expect("a package");
    read_county(&Folder(folder)).expect("a sound package")
}

fn overland(c: &mut Criterion) {
    let package = package();
    let own = package.municipalities.iter().map(|area| area.outline.clone());
    let passable: Vec<MultiPolygon<f64>> =
        own.chain(package.neighbours.iter().map(|(_, outline)| outline.clone())).collect();
    let water: Vec<_> = package.water.iter().map(|(_, outline)| outline.clone()).collect();
    let centre = |corner: u32, size: u32| f64::from(corner) + f64::from(size) / 2.0;
    let centres = package.cells.iter();
    let centres: Vec<Projected> = centres
        .map(|c| Projected::new(centre(c.easting_m, c.size_m), centre(c.northing_m, c.size_m)))
        .collect();
    let build = || Land::build(&passable, &water, &package.links, &Work::default());
    let land = build().expect("land");
    let bytes = land.to_bytes();
    let cells = land.see(&centres, &Work::default()).expect("not cancelled");
    let links = LinkSet::defaults(&package.links);
    let mut group = c.benchmark_group("overland");
    group.sample_size(10);
    group.bench_function("build", |b| b.iter(build));
    group.bench_function("read the file", |b| b.iter(|| Land::from_bytes(&bytes, &land.key())));
    group.bench_function("see, all cells", |b| b.iter(|| land.see(&centres, &Work::default())));
    let mut sites = (0..).map(|i: usize| centres[i * 431 % centres.len()]);
    group.bench_function("field, one new site", |b| {
        b.iter(|| black_box(land.field(&cells, sites.next().expect("endless"), &links)));
    });
    group.bench_function("path", |b| {
        b.iter(|| {
            let from = sites.next().expect("endless");
            black_box(land.path(from, centres[0], &links))
        });
    });
    group.finish();
}

criterion_group!(benches, overland);
criterion_main!(benches);
