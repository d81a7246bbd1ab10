//! What the loaded census grid is and where it comes from, so that every figure made from it can say so.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::date::PartialDate;

/// The vintage of the population cells that are loaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CensusVintage {
    /// The census by its own name ("Zensus 2011").
    pub source: String,
    /// The day people were counted on, as precisely as it is known.
    pub reference_date: PartialDate,
    /// Side of the cells in metres.
    pub cell_size_m: u32,
    /// What estimates made of the cells are, in words for the reader.
    pub note: String,
    /// How the grid came in by a person's hand; `None` = the cells of the county package.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<CensusImport>,
}

/// An import of a census grid from files of the census.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CensusImport {
    /// Code of the source, by which `region.toml` may say more about it: `zensus_2022` …
    pub code: String,
    /// When, RFC 3339 UTC.
    pub at: String,
    /// The files, in the order they were given.
    pub files: Vec<CensusFile>,
    /// What became of the cells of the files.
    pub counts: CensusCounts,
}

/// A file a grid was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CensusFile {
    /// Its name without the folder.
    pub name: String,
    /// Its layout, by name.
    pub layout: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}

/// What became of the cells of imported files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CensusCounts {
    /// Cells that were read with their number of people.
    pub read: u64,
    /// Cells taken.
    pub taken: u64,
    /// Cells inside the county whose number of people the census does not tell.
    pub suppressed: u64,
    /// Cells inside the county in which nobody lives.
    pub uninhabited: u64,
    /// Cells outside the county.
    pub outside: u64,
    /// Cells that stand more than once, with the same figures: taken once.
    pub duplicates: u64,
    /// Ages of cells of the county for which no number of people was given: left out.
    pub ages_without_people: u64,
}

/// What a county says about the grids that may be loaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionCensus {
    /// The census the package's own cells are of ("Zensus 2011").
    pub source: String,
    /// The day of that census.
    pub reference_date: PartialDate,
    /// Words for grids imported later, by the code of their source.
    #[serde(default)]
    pub grids: BTreeMap<String, GridWords>,
}

/// What readers are told about an imported grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GridWords {
    /// What the census is called ("Zensus 2022").
    pub source: String,
    /// What estimates made of its cells are, in words for the reader.
    pub note: String,
    /// The line that must be shown where it is used.
    pub attribution: String,
    /// Licence in words.
    pub licence: String,
    /// Where the licence or the source can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}
