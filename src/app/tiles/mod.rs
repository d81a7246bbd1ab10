//! Streets on the map, where an operator wants them: pictures of a tile source that this server fetches, keeps and
//! passes on, so that nobody's address reaches the source; or a local file of vector tiles.

mod archive;
mod ask;
mod cache;
mod counts;
mod find;
mod outage;
mod picture;
mod record;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

pub use archive::TileArchive;
pub use ask::SourceFault;
pub use counts::{TileCounts, TileOutcome};
pub use find::{FoundTile, TileError};
pub use picture::PictureKind;

use super::Clock;
use crate::domain::{LonLat, RegionBounds};
use crate::spatial::{Bbox, TileId};
use find::Pictures;

/// How far beyond the county tiles are given, as a share of its extent: as far as the map can be moved.
const MARGIN: f64 = 0.6;

/// Zoom at which a source is tried: towns with their main streets.
const TRIAL_ZOOM: u8 = 12;

/// Where tiles come from.
#[derive(Clone, PartialEq, Eq)]
pub enum TileOrigin {
    /// Pictures of a source: its address with `{z}`, `{x}` and `{y}`, which may hold a key.
    Source(String),
    /// A file of vector tiles.
    File(PathBuf),
}

/// How streets are had.
#[derive(Clone)]
pub struct TileOptions {
    /// Where they come from.
    pub origin: TileOrigin,
    /// Whom they come from, as their licence asks to be named.
    pub attribution: String,
    /// Where that leads.
    pub attribution_url: Option<String>,
    /// The county; tiles far from it are refused.
    pub county: RegionBounds,
    /// The closest zoom of a source.
    pub max_zoom: u8,
    /// Where pictures are kept.
    pub cache_dir: PathBuf,
    /// How many bytes of them, blocks of the disk counted whole.
    pub cache_bytes: u64,
    /// How long a picture is taken to be right whatever the source says.
    pub min_age: Duration,
    /// After how long the source is asked again whatever it says.
    pub max_age: Duration,
    /// Public address of the site, for the source to know who asks.
    pub site: Option<String>,
    /// Longest time for one answer of the source.
    pub source_patience: Duration,
    /// Longest time a page waits for a tile that is not kept; fetching goes on.
    pub page_patience: Duration,
    /// The same where an old one is kept.
    pub stale_patience: Duration,
}

impl TileOptions {
    /// The usual options over a county; without an origin they are of no use.
    #[must_use]
    pub fn new(county: RegionBounds) -> Self {
        const DAY_S: u64 = 86_400;
        Self {
            origin: TileOrigin::File(PathBuf::new()),
            attribution: String::new(),
            attribution_url: None,
            county,
            max_zoom: 18,
            cache_dir: PathBuf::new(),
            cache_bytes: 512 << 20,
            min_age: Duration::from_secs(DAY_S),
            max_age: Duration::from_secs(30 * DAY_S),
            site: None,
            source_patience: Duration::from_secs(8),
            // A browser asks for six things at a time: tiles must not keep the search waiting.
            page_patience: Duration::from_secs(4),
            stale_patience: Duration::from_secs(1),
        }
    }
}

/// What draws the tiles.
pub enum TileSupply {
    /// Pictures, one by one.
    Pictures(Arc<Pictures>),
    /// A file, read in ranges.
    Archive(Arc<TileArchive>),
}

/// Streets on the map.
pub struct Tiles {
    supply: TileSupply,
    attribution: String,
    attribution_url: Option<String>,
    area: Bbox,
    max_zoom: u8,
    tag: String,
    counts: Arc<TileCounts>,
}

impl Tiles {
    /// Opens the folder of kept pictures, or the file. Nobody is asked yet.
    ///
    /// # Errors
    /// A folder that cannot be written; a file that cannot be read, or with all that is wrong with it.
    pub fn open(options: &TileOptions, clock: Arc<dyn Clock>) -> io::Result<Self> {
        let area = around(&options.county);
        let (attribution, attribution_url) =
            (options.attribution.clone(), options.attribution_url.clone());
        let counts = Arc::new(TileCounts::default());
        let (supply, tag, max_zoom) = match &options.origin {
            TileOrigin::File(path) => {
                let archive = TileArchive::open(path, &area)?;
                let (tag, max_zoom) = (archive.tag().to_owned(), archive.max_zoom());
                (TileSupply::Archive(Arc::new(archive)), tag, max_zoom)
            }
            TileOrigin::Source(template) => {
                let (tag, max_zoom) = (cache::source_tag(template), options.max_zoom);
                let pictures = Pictures::open(options, template, area, &counts, clock)?;
                (TileSupply::Pictures(Arc::new(pictures)), tag, max_zoom)
            }
        };
        Ok(Self { supply, attribution, attribution_url, area, max_zoom, tag, counts })
    }

    /// What draws them.
    #[must_use]
    pub const fn supply(&self) -> &TileSupply {
        &self.supply
    }

    /// Whom they come from.
    #[must_use]
    pub fn attribution(&self) -> &str {
        &self.attribution
    }

    /// Where that leads.
    #[must_use]
    pub fn attribution_url(&self) -> Option<&str> {
        self.attribution_url.as_deref()
    }

    /// Where tiles are given: the county and as far around it as the map can be moved.
    #[must_use]
    pub const fn area(&self) -> Bbox {
        self.area
    }

    /// The closest zoom they have.
    #[must_use]
    pub const fn max_zoom(&self) -> u8 {
        self.max_zoom
    }

    /// Tells one source or file from another, so that no browser takes the tiles of one for those of the other.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// What became of the tiles so far.
    #[must_use]
    pub fn counts(&self) -> &TileCounts {
        &self.counts
    }
}

/// Asks the source for the tile in the middle of the county, or looks at the file; keeps nothing.
///
/// # Errors
/// What is wrong with it, in words for the operator.
pub async fn try_tiles(options: &TileOptions) -> Result<(), String> {
    let template = match &options.origin {
        TileOrigin::File(path) => {
            let opened = TileArchive::open(path, &around(&options.county));
            return opened.map(|_archive| ()).map_err(|error| error.to_string());
        }
        TileOrigin::Source(template) => template,
    };
    let (patience, county) = (options.source_patience, options.county);
    let asker = ask::SourceAsker::new(template, options.site.as_deref(), patience);
    let middle = LonLat {
        lon: f64::midpoint(county.west, county.east),
        lat: f64::midpoint(county.south, county.north),
    };
    let tile = TileId::at(middle, TRIAL_ZOOM.min(options.max_zoom));
    let asking = tokio::task::spawn_blocking(move || asker.ask(tile, None));
    match asking.await.map_err(|error| error.to_string())? {
        Ok(ask::SourceAnswer::New(_)) => Ok(()),
        Ok(ask::SourceAnswer::Same { .. } | ask::SourceAnswer::Nothing) => {
            Err("the tile source has nothing in the middle of the county".to_owned())
        }
        Err(fault) => Err(fault.to_string()),
    }
}

/// The county with its margin.
fn around(county: &RegionBounds) -> Bbox {
    let margin_lon = (county.east - county.west) * MARGIN;
    let margin_lat = (county.north - county.south) * MARGIN;
    Bbox {
        west: (county.west - margin_lon).max(-180.0),
        south: (county.south - margin_lat).max(-85.0),
        east: (county.east + margin_lon).min(180.0),
        north: (county.north + margin_lat).min(85.0),
    }
}
