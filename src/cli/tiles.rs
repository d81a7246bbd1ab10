//! Streets on the map, as configured: the options of the command line, and what is made of the settings.

use std::sync::Arc;

use clap::Args;

use super::CommandError;
use crate::app::{SystemClock, TileOptions, TileOrigin, Tiles, try_tiles};
use crate::config::{Config, Setting, TilesConfig, TilesFrom};
use crate::domain::RegionBounds;

/// Options of every command.
#[derive(Debug, Args)]
#[allow(clippy::struct_field_names, reason = "the names are those of the flags")]
#[command(next_help_heading = "Configuration")]
pub(super) struct TileFlags {
    /// Streets on the map: pictures that this server fetches and passes on [default: none]
    #[arg(long, global = true, value_name = "https://…/{z}/{x}/{y}.png")]
    tiles_source: Option<String>,
    /// Streets on the map from a local file of vector tiles (`PMTiles`) instead
    #[arg(long, global = true, value_name = "FILE")]
    tiles_file: Option<String>,
    /// Whom the tiles come from, as their licence asks to be named
    #[arg(long, global = true, value_name = "TEXT")]
    tiles_attribution: Option<String>,
    /// Where that leads
    #[arg(long, global = true, value_name = "https://…")]
    tiles_attribution_url: Option<String>,
    /// Closest zoom that the tiles have [default: 18]
    #[arg(long, global = true, value_name = "NUMBER")]
    tiles_max_zoom: Option<String>,
    /// Folder where pictures of the source are kept [default: tiles in the data directory]
    #[arg(long, global = true, value_name = "FOLDER")]
    tiles_cache_dir: Option<String>,
    /// How much of them is kept, in MiB [default: 512]
    #[arg(long, global = true, value_name = "NUMBER")]
    tiles_cache_mb: Option<String>,
    /// Hours before the source is asked again for a picture, whatever it says [default: 24]
    #[arg(long, global = true, value_name = "NUMBER")]
    tiles_min_age_hours: Option<String>,
    /// Days after which it is asked again, whatever it says [default: 30]
    #[arg(long, global = true, value_name = "NUMBER")]
    tiles_max_age_days: Option<String>,
}

impl TileFlags {
    /// The settings with what was given of them.
    pub(super) fn into_flags(self) -> [(Setting, Option<String>); 9] {
        [
            (Setting::TilesSource, self.tiles_source),
            (Setting::TilesFile, self.tiles_file),
            (Setting::TilesAttribution, self.tiles_attribution),
            (Setting::TilesAttributionUrl, self.tiles_attribution_url),
            (Setting::TilesMaxZoom, self.tiles_max_zoom),
            (Setting::TilesCacheDir, self.tiles_cache_dir),
            (Setting::TilesCacheMb, self.tiles_cache_mb),
            (Setting::TilesMinAgeHours, self.tiles_min_age_hours),
            (Setting::TilesMaxAgeDays, self.tiles_max_age_days),
        ]
    }
}

/// The streets of a county with these bounds; `None` where none are configured.
///
/// # Errors
/// A folder that cannot be written, or a file that is none of vector tiles, with all that is wrong with it.
pub(super) fn open(
    config: &Config,
    bounds: RegionBounds,
) -> Result<Option<Arc<Tiles>>, CommandError> {
    let Some(tiles) = &config.tiles else { return Ok(None) };
    let what = match &tiles.from {
        TilesFrom::Source(_) => format!("the folder of tiles {}", tiles.cache_dir.display()),
        TilesFrom::File(path) => format!("the file of tiles {}", path.display()),
    };
    let options = options(config, tiles, bounds);
    let opened = Tiles::open(&options, Arc::new(SystemClock)).map_err(CommandError::io(what))?;
    Ok(Some(Arc::new(opened)))
}

/// Where streets come from, and whether they can be had now; `None` where none are configured.
pub(super) async fn examine(
    config: &Config,
    bounds: RegionBounds,
) -> Option<(String, Result<(), String>)> {
    let tiles = config.tiles.as_ref()?;
    let from = match &tiles.from {
        TilesFrom::Source(template) => template.to_string(),
        TilesFrom::File(path) => path.display().to_string(),
    };
    Some((from, try_tiles(&options(config, tiles, bounds)).await))
}

fn options(config: &Config, tiles: &TilesConfig, bounds: RegionBounds) -> TileOptions {
    let origin = match &tiles.from {
        TilesFrom::Source(template) => TileOrigin::Source(template.expose().to_owned()),
        TilesFrom::File(path) => TileOrigin::File(path.clone()),
    };
    TileOptions {
        origin,
        attribution: tiles.attribution.clone(),
        attribution_url: tiles.attribution_url.clone(),
        max_zoom: tiles.max_zoom,
        cache_dir: tiles.cache_dir.clone(),
        cache_bytes: tiles.cache_bytes,
        min_age: tiles.min_age,
        max_age: tiles.max_age,
        site: config.base_url.clone(),
        ..TileOptions::new(bounds)
    }
}
