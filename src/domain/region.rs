//! Everything that is particular to one county, read from the `region.toml` of its package.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::census::{CensusVintage, RegionCensus};
use super::date::PartialDate;
use super::geo::LonLat;
use super::ids::{Ags, TermCode};
use super::retention::RetentionPolicy;
use super::site::CoordPrecision;
use super::taxonomy::Taxonomy;

/// Bounds in degrees: west, south, east, north.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RegionBounds {
    /// Western edge.
    pub west: f64,
    /// Southern edge.
    pub south: f64,
    /// Eastern edge.
    pub east: f64,
    /// Northern edge.
    pub north: f64,
}

impl RegionBounds {
    /// Whether the point lies inside or on the edge.
    #[must_use]
    pub fn contains(&self, point: LonLat) -> bool {
        (self.west..=self.east).contains(&point.lon)
            && (self.south..=self.north).contains(&point.lat)
    }
}

/// A line that must be shown where data of a source are used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// Short code, unique in the region.
    pub id: String,
    /// The line to show.
    pub text: String,
    /// Licence in words.
    pub licence: String,
    /// Where the licence or the source can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Files of the package it covers.
    #[serde(default)]
    pub files: Vec<String>,
    /// Whether the line belongs on the map itself.
    #[serde(default)]
    pub on_map: bool,
}

/// After how many months an entry asks for confirmation, counts as stale, is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FreshnessPolicy {
    /// Reminder to the provider.
    pub remind_after_months: u32,
    /// Counts as stale.
    pub stale_after_months: u32,
    /// Hidden from the public; absent = never.
    #[serde(default)]
    pub hide_after_months: Option<u32>,
}

/// How far the true place may be from the given point, in metres.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Accuracy {
    /// By precision.
    pub by_precision: BTreeMap<CoordPrecision, f64>,
    /// For points known only to the municipality: the distance within which 90 % of its people live.
    #[serde(default)]
    pub by_municipality: BTreeMap<Ags, f64>,
}

impl Accuracy {
    /// Accuracy in metres of a point of `precision` in `municipality`.
    #[must_use]
    pub fn metres(&self, precision: CoordPrecision, municipality: Option<Ags>) -> Option<f64> {
        let coarse = matches!(precision, CoordPrecision::Gemeinde | CoordPrecision::Plz);
        municipality
            .filter(|_| coarse)
            .and_then(|ags| self.by_municipality.get(&ags))
            .or_else(|| self.by_precision.get(&precision))
            .copied()
    }
}

/// How complete the collection is in a category, as the county has judged it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Completeness {
    /// Nobody has judged.
    #[default]
    Unknown,
    /// Known to have gaps.
    Partial,
    /// Judged complete.
    Complete,
}

/// Whom to ask.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactPoint {
    /// Name of the body.
    pub name: String,
    /// Street; empty if not known.
    #[serde(default)]
    pub street: String,
    /// Postcode and town; empty if not known.
    #[serde(default)]
    pub town: String,
    /// Phone; empty if not known.
    #[serde(default)]
    pub phone: String,
    /// Mail; empty if not known.
    #[serde(default)]
    pub email: String,
    /// Website; empty if not known.
    #[serde(default)]
    pub website: String,
    /// Where these facts were read and how old they are.
    #[serde(default)]
    pub source_note: String,
}

/// A county, as far as it differs from others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Short name in ids and folders: lower-case ASCII.
    pub slug: String,
    /// Full name ("Landkreis Musterstadt").
    pub name: String,
    /// Its genitive with the article ("des Landkreises Musterstadt").
    #[serde(default)]
    pub name_genitive: String,
    /// Where something is ("im Landkreis Musterstadt").
    #[serde(default)]
    pub name_locative: String,
    /// Name of the site ("Sozialatlas Landkreis Musterstadt").
    pub site_name: String,
    /// First five digits of its municipality keys.
    pub district_key: String,
    /// Federal state, ISO 3166-2 without the country ("BW").
    pub state: String,
    /// IANA time zone.
    pub timezone: String,
    /// Bounds of the map.
    pub bounds: RegionBounds,
    /// Bounds outside of which no coordinate of the package may lie (county, neighbours, lake).
    pub data_bounds: RegionBounds,
    /// EPSG code of the census grid.
    #[serde(default = "laea")]
    pub grid_epsg: u32,
    /// Side of a population cell in metres.
    pub cell_size_m: u32,
    /// Official number of people and its day, for the sum check.
    pub population: u32,
    /// Day of that number (ISO).
    pub population_date: String,
    /// What estimates of people made of the package's cells are, in words for the reader.
    pub population_note: String,
    /// Where the cells come from.
    pub census: RegionCensus,
    /// That the collection is a sample, in words for the reader.
    pub sample_notice: String,
    /// Municipalities whose names are written large.
    #[serde(default)]
    pub county_towns: Vec<Ags>,
    /// Accuracy of positions.
    pub accuracy: Accuracy,
    /// Freshness policy for all categories.
    pub freshness: FreshnessPolicy,
    /// Exceptions by category code.
    #[serde(default)]
    pub freshness_by_category: BTreeMap<String, FreshnessPolicy>,
    /// How long things are kept, as far as the county decides.
    #[serde(default)]
    pub retention: RetentionPolicy,
    /// What counts as near on the pages of municipalities, in metres in a straight line: where the county says nothing,
    /// 5,000, a quarter of an hour by bicycle or an hour on foot.
    #[serde(default = "near")]
    pub near_m: f64,
    /// Reasonable distance in metres by category code, where the county has set one.
    #[serde(default)]
    pub max_distance_m: BTreeMap<String, f64>,
    /// Completeness by category code; absent = unknown.
    #[serde(default)]
    pub completeness: BTreeMap<String, Completeness>,
    /// Topics (with all below them) that nobody else should see on a screen or in a history: pages about violence.
    /// Their entries are never kept on a device unasked, and their pages can be left at once.
    #[serde(default)]
    pub discreet_topics: Vec<TermCode>,
    /// Where pages of those topics are left for at once: a well-known harmless site; empty = our own start page.
    #[serde(default)]
    pub quick_exit_url: String,
    /// Topics (with all below them) whose services an authority runs: what programs are told of them.
    #[serde(default)]
    pub government_topics: Vec<TermCode>,
    /// Responsible body.
    pub operator: ContactPoint,
    /// Sources and their lines.
    pub attributions: Vec<Attribution>,
}

/// ETRS89-LAEA, the grid of the European censuses.
const fn laea() -> u32 {
    3035
}

/// Five kilometres.
const fn near() -> f64 {
    5_000.0
}

impl Region {
    /// The vintage of the package's own cells.
    #[must_use]
    pub fn package_census(&self) -> CensusVintage {
        CensusVintage {
            source: self.census.source.clone(),
            reference_date: self.census.reference_date,
            cell_size_m: self.cell_size_m,
            note: self.population_note.clone(),
            import: None,
        }
    }

    /// The name of the census of an imported grid, and what estimates made of it are: in the county's words for its
    /// code, else by its own name and date alone.
    #[must_use]
    pub fn census_words(
        &self,
        code: &str,
        own_name: &str,
        reference_date: PartialDate,
    ) -> (String, String) {
        match self.census.grids.get(code) {
            Some(words) => (words.source.clone(), words.note.clone()),
            None => (own_name.to_owned(), format!("{own_name} ({reference_date})")),
        }
    }

    /// The lines to show when this grid is loaded: those of the package, and that of an imported grid.
    #[must_use]
    pub fn attributions_with(&self, census: &CensusVintage) -> Vec<Attribution> {
        let mut lines = self.attributions.clone();
        let Some(import) = &census.import else { return lines };
        let words = self.census.grids.get(&import.code);
        let text = words.map_or_else(|| census.source.clone(), |words| words.attribution.clone());
        match lines.iter_mut().find(|line| line.text == text) {
            Some(line) => line.on_map = true,
            None => lines.push(Attribution {
                id: format!("census-{}", import.code),
                text,
                licence: words.map(|words| words.licence.clone()).unwrap_or_default(),
                url: words.and_then(|words| words.url.clone()),
                files: import.files.iter().map(|file| file.name.clone()).collect(),
                on_map: true,
            }),
        }
        lines
    }

    /// Whether one of these categories is, or lies below, a topic that is nobody else's business.
    #[must_use]
    pub fn is_discreet(&self, taxonomy: &Taxonomy, categories: &[TermCode]) -> bool {
        names_any(&self.discreet_topics, taxonomy, categories)
    }

    /// Whether one of these categories is, or lies below, a topic whose services an authority runs.
    #[must_use]
    pub fn is_government(&self, taxonomy: &Taxonomy, categories: &[TermCode]) -> bool {
        names_any(&self.government_topics, taxonomy, categories)
    }

    /// The freshness policy of a category.
    #[must_use]
    pub fn freshness_of(&self, category: &str) -> FreshnessPolicy {
        self.freshness_by_category.get(category).copied().unwrap_or(self.freshness)
    }
}

/// Whether a list of topics names one of the categories or the theme above it.
fn names_any(topics: &[TermCode], taxonomy: &Taxonomy, categories: &[TermCode]) -> bool {
    categories.iter().any(|code| {
        let theme = taxonomy.top_of(code.as_str()).map(|term| &term.code);
        topics.contains(code) || theme.is_some_and(|theme| topics.contains(theme))
    })
}
