//! Distance over land on the county package of the repository: against another method, against what people drive,
//! and the laws over all of its cells.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod cases;
mod laws;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use geo::MultiPolygon;
use sozialatlas::coverage::Work;
use sozialatlas::coverage::overland::{Land, LinkSet};
use sozialatlas::domain::LonLat;
use sozialatlas::exchange::county::{CountyPackage, Folder, read_county};
use sozialatlas::spatial::Projected;
use sozialatlas::spatial::projection::to_laea;

static FOLDER: LazyLock<PathBuf> =
    LazyLock::new(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("data/konstanz"));
static PACKAGE: LazyLock<CountyPackage> =
    LazyLock::new(|| read_county(&Folder(FOLDER.clone())).unwrap());

/// The municipalities and the neighbour districts.
static PASSABLE: LazyLock<Vec<MultiPolygon<f64>>> = LazyLock::new(|| {
    let own = PACKAGE.municipalities.iter().map(|area| area.outline.clone());
    own.chain(PACKAGE.neighbours.iter().map(|(_, outline)| outline.clone())).collect()
});
static WATER: LazyLock<Vec<MultiPolygon<f64>>> =
    LazyLock::new(|| PACKAGE.water.iter().map(|(_, outline)| outline.clone()).collect());
static LAND: LazyLock<Land> =
    LazyLock::new(|| Land::build(&PASSABLE, &WATER, &PACKAGE.links, &Work::default()).unwrap());
/// The centres of all cells.
static CENTRES: LazyLock<Vec<Projected>> = LazyLock::new(|| {
    let centre = |corner: u32, size: u32| f64::from(corner) + f64::from(size) / 2.0;
    let cells = PACKAGE.cells.iter();
    cells
        .map(|c| Projected::new(centre(c.easting_m, c.size_m), centre(c.northing_m, c.size_m)))
        .collect()
});

/// These links, named by their ids; `|` between them.
fn links(ids: &str) -> LinkSet {
    LinkSet::named(&PACKAGE.links, ids.split('|').filter(|id| !id.is_empty())).unwrap()
}

/// The point of a municipality.
fn town(name: &str) -> Projected {
    let found = PACKAGE.municipalities.iter().find(|area| area.municipality.name == name);
    to_laea(found.unwrap().municipality.center)
}

/// The position of a stop.
fn stop(name: &str) -> Projected {
    to_laea(PACKAGE.stops.iter().find(|stop| stop.name == name).unwrap().point)
}

fn position(lon: f64, lat: f64) -> Projected {
    to_laea(LonLat { lon, lat })
}
