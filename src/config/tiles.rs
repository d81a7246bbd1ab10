//! Streets on the map: a tile source whose pictures are passed on, or a local file. Off unless configured.

use std::fmt;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::time::Duration;

use url::{Host, Url};

use super::{ConfigFault, Layer, Setting, fault_at, parse};

/// Closest zoom of the tiles unless configured: house numbers can be read.
const DEFAULT_MAX_ZOOM: u64 = 18;
/// Zooms that make sense: the whole county, single houses.
const ZOOMS: RangeInclusive<u64> = 10..=20;
/// Mebibytes that are kept unless configured: about 35,000 pictures, a county down to single streets.
const DEFAULT_CACHE_MB: u64 = 512;
/// Less would be full with a single visit; more is most likely a slip.
const CACHE_MB: RangeInclusive<u64> = 16..=65_535;
/// Hours a picture is taken to be right whatever the source says, unless configured.
const DEFAULT_MIN_AGE_H: u64 = 24;
/// A picture that is never asked for again would never be corrected.
const MIN_AGE_H: RangeInclusive<u64> = 0..=720;
/// Days after which the source is asked again whatever it says, unless configured.
const DEFAULT_MAX_AGE_D: u64 = 30;
const MAX_AGE_D: RangeInclusive<u64> = 1..=365;
/// Longest line of sources, in characters: it has to fit on a phone's map.
const LONGEST_ATTRIBUTION: usize = 200;
const HOUR_S: u64 = 3_600;

/// The places of a tile in an address.
const PLACES: [&str; 3] = ["{z}", "{x}", "{y}"];

/// The address of a tile with `{z}`, `{x}` and `{y}` in it. It may hold a key in its path or query, so `Debug` and
/// `Display` show no more than its host.
#[derive(Clone, PartialEq, Eq)]
pub struct TileTemplate(String);

impl TileTemplate {
    /// The whole address; for asking the source only.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TileTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = self.0.splitn(4, '/');
        let (scheme, host) = (parts.next().unwrap_or_default(), parts.nth(1).unwrap_or_default());
        write!(f, "{scheme}//{host}/…")
    }
}

impl fmt::Debug for TileTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TileTemplate({self})")
    }
}

/// Where the tiles come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TilesFrom {
    /// Pictures that this server fetches, keeps and passes on.
    Source(TileTemplate),
    /// A local file of vector tiles (`PMTiles`).
    File(PathBuf),
}

/// Streets on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TilesConfig {
    /// Where they come from.
    pub from: TilesFrom,
    /// Whom they come from, as their licence asks to be named.
    pub attribution: String,
    /// Where that leads.
    pub attribution_url: Option<String>,
    /// The closest zoom they have.
    pub max_zoom: u8,
    /// Where pictures are kept.
    pub cache_dir: PathBuf,
    /// How many bytes of them.
    pub cache_bytes: u64,
    /// How long a picture is taken to be right whatever the source says.
    pub min_age: Duration,
    /// After how long the source is asked again whatever it says.
    pub max_age: Duration,
}

/// Settings that mean nothing without tiles.
const PARTS: [Setting; 7] = [
    Setting::TilesAttribution,
    Setting::TilesAttributionUrl,
    Setting::TilesMaxZoom,
    Setting::TilesCacheDir,
    Setting::TilesCacheMb,
    Setting::TilesMinAgeHours,
    Setting::TilesMaxAgeDays,
];

/// Settings of pictures that are kept; a file is there as a whole.
const OF_SOURCES: [Setting; 5] = [
    Setting::TilesMaxZoom,
    Setting::TilesCacheDir,
    Setting::TilesCacheMb,
    Setting::TilesMinAgeHours,
    Setting::TilesMaxAgeDays,
];

impl TilesConfig {
    /// Reads and checks the settings of the tiles; paths start from `dir`, pictures are kept below `data_dir`.
    pub(super) fn resolve(
        merged: &Layer,
        dir: &Path,
        data_dir: &Path,
        faults: &mut Vec<ConfigFault>,
    ) -> Option<Self> {
        check_together(merged, faults);
        let source = parse(merged, Setting::TilesSource, faults, template);
        let file = parse(merged, Setting::TilesFile, faults, |path| {
            let path = dir.join(path);
            let there = path.is_file();
            there.then(|| path.clone()).ok_or_else(|| format!("{} is no file", path.display()))
        });
        let attribution = parse(merged, Setting::TilesAttribution, faults, attribution);
        let attribution_url = parse(merged, Setting::TilesAttributionUrl, faults, website);
        let mut number = |setting, range: RangeInclusive<u64>, default| {
            parse(merged, setting, faults, |text| within(text, &range)).unwrap_or(default)
        };
        let max_zoom = number(Setting::TilesMaxZoom, ZOOMS, DEFAULT_MAX_ZOOM);
        let cache_mb = number(Setting::TilesCacheMb, CACHE_MB, DEFAULT_CACHE_MB);
        let min_age_h = number(Setting::TilesMinAgeHours, MIN_AGE_H, DEFAULT_MIN_AGE_H);
        let max_age_d = number(Setting::TilesMaxAgeDays, MAX_AGE_D, DEFAULT_MAX_AGE_D);
        if min_age_h > max_age_d * 24 {
            let detail = "must not be longer than tiles_max_age_days";
            faults.push(fault_at(merged, Setting::TilesMinAgeHours, detail));
        }
        Some(Self {
            from: source.map(TilesFrom::Source).or(file.map(TilesFrom::File))?,
            attribution: attribution?,
            attribution_url,
            max_zoom: u8::try_from(max_zoom).unwrap_or(u8::MAX),
            cache_dir: merged
                .find(Setting::TilesCacheDir)
                .map_or_else(|| data_dir.join("tiles"), |path| dir.join(path)),
            cache_bytes: cache_mb << 20,
            min_age: Duration::from_secs(min_age_h * HOUR_S),
            max_age: Duration::from_secs(max_age_d * 24 * HOUR_S),
        })
    }
}

/// What lacks, contradicts or means nothing.
fn check_together(merged: &Layer, faults: &mut Vec<ConfigFault>) {
    let given = |setting: Setting| merged.find(setting).is_some();
    let mut fault = |setting, detail: &str| faults.push(fault_at(merged, setting, detail));
    let (source, file) = (given(Setting::TilesSource), given(Setting::TilesFile));
    if !source && !file {
        for part in PARTS.into_iter().filter(|part| given(*part)) {
            fault(part, "means nothing without tiles_source or tiles_file");
        }
        return;
    }
    if source && file {
        fault(Setting::TilesFile, "stands beside tiles_source: take one away");
    } else if file {
        for part in OF_SOURCES.into_iter().filter(|part| given(*part)) {
            fault(part, "belongs to tiles_source, and means nothing beside tiles_file");
        }
    }
    if !given(Setting::TilesAttribution) {
        let of = if source { Setting::TilesSource } else { Setting::TilesFile };
        fault(of, "needs tiles_attribution, whom the tiles come from");
    }
}

/// The address of tiles. Over a plain connection anybody on the way could read where people look, and change what
/// they see; so `http` leads only into one's own network, by number.
fn template(text: &str) -> Result<TileTemplate, String> {
    let form = || "must look like https://tiles.example.org/{z}/{x}/{y}.png".to_owned();
    if PLACES.iter().any(|place| text.matches(place).count() != 1) {
        return Err("must have {z}, {x} and {y} in it, each once".to_owned());
    }
    let filled = PLACES.iter().fold(text.to_owned(), |text, place| text.replace(place, "0"));
    if filled.contains(['{', '}']) {
        return Err("has other places than {z}, {x} and {y} in braces".to_owned());
    }
    let url = Url::parse(&filled).map_err(|_error| form())?;
    let host = text.split('/').nth(2).unwrap_or_default();
    if host.contains('{') || url.fragment().is_some() || !url.has_host() {
        return Err(form());
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("must not hold a user or a password".to_owned());
    }
    let own_network = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(at)) => at.is_loopback() || at.is_private(),
        Some(Host::Ipv6(at)) => at.is_loopback() || at.is_unique_local(),
        None => false,
    };
    match url.scheme() {
        "https" => Ok(TileTemplate(text.to_owned())),
        "http" if own_network => Ok(TileTemplate(text.to_owned())),
        "http" => {
            Err("must begin with https://, but for an address by number in your own network"
                .to_owned())
        }
        _ => Err(form()),
    }
}

fn attribution(text: &str) -> Result<String, String> {
    let text = text.trim();
    let count = text.chars().count();
    let fine = (1..=LONGEST_ATTRIBUTION).contains(&count) && !text.contains(char::is_control);
    fine.then(|| text.to_owned())
        .ok_or_else(|| format!("must be one line of at most {LONGEST_ATTRIBUTION} characters"))
}

fn website(text: &str) -> Result<String, String> {
    let fine = Url::parse(text)
        .is_ok_and(|url| matches!(url.scheme(), "https" | "http") && url.has_host());
    fine.then(|| text.to_owned()).ok_or_else(|| "must be the address of a website".to_owned())
}

fn within(text: &str, range: &RangeInclusive<u64>) -> Result<u64, String> {
    let number = text.trim().parse().ok().filter(|number| range.contains(number));
    number
        .ok_or_else(|| format!("must be a whole number from {} to {}", range.start(), range.end()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, FakeEnv};

    const SOURCE: &str = "https://tiles.example/{z}/{x}/{y}.png?key=geheim";

    /// Loads a file with this text over a folder that has one county package and `streets.pmtiles`.
    fn load(text: &str) -> Result<Config, String> {
        let dir = tempfile::tempdir().unwrap();
        let region = dir.path().join("data/musterkreis");
        std::fs::create_dir_all(&region).unwrap();
        std::fs::write(region.join("region.toml"), "").unwrap();
        std::fs::write(dir.path().join("streets.pmtiles"), "").unwrap();
        let file = dir.path().join("atlas.toml");
        std::fs::write(&file, text).unwrap();
        Config::load(&FakeEnv::new(dir.path(), &[]), Some(&file), Layer::default())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn there_are_no_tiles_unless_they_are_configured() {
        assert_eq!(load("").unwrap().tiles, None);
        assert_eq!(load("[tiles]").unwrap().tiles, None);
    }

    #[test]
    fn a_section_of_the_file_configures_a_source_whose_key_never_shows() {
        let text = format!("[tiles]\nsource = \"{SOURCE}\"\nattribution = \"© X\"\ncache_mb = 20");
        let config = load(&text).unwrap();
        assert!(!format!("{config:?}").contains("geheim"));
        let data_dir = config.data_dir.clone();
        let tiles = config.tiles.unwrap();
        let TilesFrom::Source(template) = &tiles.from else { panic!("{tiles:?}") };
        assert_eq!(template.expose(), SOURCE);
        assert_eq!(template.to_string(), "https://tiles.example/…");
        assert_eq!((tiles.max_zoom, tiles.cache_bytes), (18, 20 << 20));
        assert_eq!(tiles.cache_dir, data_dir.join("tiles"));
        assert_eq!((tiles.min_age.as_secs(), tiles.max_age.as_secs()), (86_400, 2_592_000));
        let flat = format!("tiles_source = \"{SOURCE}\"\ntiles_attribution = \"© X\"");
        assert!(load(&flat).unwrap().tiles.is_some(), "the long names do the same");
        let twice = format!("tiles_source = \"{SOURCE}\"\n{text}");
        assert!(load(&twice).unwrap_err().contains("tiles_source: stands twice"));
    }

    #[test]
    fn a_file_is_found_beside_the_configuration_and_needs_no_cache() {
        let tiles = load("[tiles]\nfile = \"streets.pmtiles\"\nattribution = \"© X\"").unwrap();
        let from = tiles.tiles.unwrap().from;
        assert!(matches!(&from, TilesFrom::File(path) if path.ends_with("streets.pmtiles")));
        let told = load("[tiles]\nfile = \"gone\"\ncache_mb = 20").unwrap_err();
        for part in ["gone is no file", "tiles_cache_mb: belongs to", "needs tiles_attribution"] {
            assert!(told.contains(part), "{part} is missing in:\n{told}");
        }
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once_and_the_key_is_not() {
        let told = load(
            "[tiles]\nsource = \"http://tiles.example/{z}/{x}/{y}?key=geheim\"\nmax_zoom = 30\n\
             cache_mb = 1\nmin_age_hours = 700\nmax_age_days = 1\nattribution_url = \"x\"\nfile = \"x\"\n\
             sauce = 1",
        )
        .unwrap_err();
        for part in [
            "tiles_source: must begin with https://",
            "tiles_file: stands beside tiles_source",
            "tiles_source: needs tiles_attribution",
            "tiles_max_zoom: must be a whole number from 10 to 20",
            "tiles_cache_mb: must be a whole number from 16",
            "tiles_min_age_hours: must not be longer",
            "tiles_attribution_url: must be the address",
            "tiles_sauce: unknown key",
        ] {
            assert!(told.contains(part), "{part} is missing in:\n{told}");
        }
        assert!(!told.contains("geheim"), "{told}");
        let told = load("[tiles]\nattribution = \"© X\"").unwrap_err();
        assert!(told.contains("tiles_attribution: means nothing without tiles_source"), "{told}");
    }

    #[test]
    fn only_whole_addresses_that_are_protected_or_in_ones_own_network_are_taken() {
        for fine in [
            SOURCE,
            "http://127.0.0.1:9/{z}/{x}/{y}",
            "http://10.1.2.3/{z}/{x}/{y}.png",
            "http://[::1]:1/{z}/{y}/{x}",
            "http://localhost/{z}/{x}/{y}",
            "https://wmts.example/tile?m={z}&c={x}&r={y}",
        ] {
            assert!(template(fine).is_ok(), "{fine}");
        }
        for wrong in [
            "",
            "https://tiles.example/{z}/{x}.png",
            "https://tiles.example/{z}/{x}/{y}/{y}",
            "https://{s}.tiles.example/{z}/{x}/{y}",
            "https://tiles{z}.example/{x}/{y}",
            "https://u:p@tiles.example/{z}/{x}/{y}",
            "ftp://tiles.example/{z}/{x}/{y}",
            "file:///{z}/{x}/{y}",
            "https://tiles.example/{z}/{x}/{y}#a",
            "http://10.1.2.3.example/{z}/{x}/{y}",
        ] {
            assert!(template(wrong).is_err(), "{wrong}");
        }
    }
}
