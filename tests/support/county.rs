//! The county package that comes with the program, served without a database.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use sozialatlas::app::{package_reference, read_package};
use sozialatlas::atlas::Entry;
use sozialatlas::domain::Listing;
use sozialatlas::exchange::county::CountyPackage;

use super::{Server, app_of};

/// The only folder below `data`.
fn folder() -> PathBuf {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut folders = std::fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path());
    folders.find(|path| path.join("region.toml").exists()).unwrap()
}

/// The package as it was read.
pub static PACKAGE: LazyLock<CountyPackage> =
    LazyLock::new(|| read_package(&folder()).unwrap().package);

/// Its public entries.
pub fn published() -> impl Iterator<Item = &'static Listing> {
    PACKAGE.listings.iter().filter(|entry| entry.withheld.is_none()).map(|entry| &entry.listing)
}

/// The server over them.
pub static COUNTY: LazyLock<Server> = LazyLock::new(|| {
    let entries = published()
        .map(|listing| Entry {
            document: Arc::from(serde_json::to_string(listing).unwrap()),
            last_modified: "2026-11-01T08:00:00Z".into(),
        })
        .collect();
    Server::new(app_of(package_reference(&PACKAGE), entries, None))
});
