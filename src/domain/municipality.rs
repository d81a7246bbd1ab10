//! Municipalities and what lies in them: the gazetteer, stops, stations, numbers to call.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::geo::LonLat;
use super::ids::Ags;

/// A municipality (Gemeinde); its outline lives in `spatial`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Municipality {
    /// Official key.
    pub ags: Ags,
    /// Name.
    pub name: String,
    /// Kind ("Stadt", "Gemeinde").
    pub designation: String,
    /// People, census of `population_date`.
    pub population: u32,
    /// Day of the census.
    pub population_date: NaiveDate,
    /// People by the yearly update, with its day and base; never mixed with the census figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population_update: Option<(u32, NaiveDate, String)>,
    /// Area in square kilometres (register of municipalities).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area_km2: Option<f64>,
    /// Town hall: street.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town_hall_street: Option<String>,
    /// Postcode of the town hall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// Website.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// Joint administration (Verwaltungsgemeinschaft).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub administrative_union: Option<String>,
    /// Parts of town, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub districts: Vec<String>,
    /// The point its name is written at and distances to "the municipality" are taken from.
    pub center: LonLat,
    /// 1 for county towns, 2 for the others; governs the size of the label.
    pub rank: u8,
}

/// What a name in the gazetteer stands for; the order is that of preference between equal names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GazetteerKind {
    /// A municipality.
    Municipality,
    /// A part of town.
    District,
    /// A postcode.
    Postcode,
    /// A station or stop.
    Stop,
}

/// A place people may type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GazetteerEntry {
    /// As it is written.
    pub name: String,
    /// What it stands for.
    pub kind: GazetteerKind,
    /// The municipalities it lies in; a postcode may have several.
    pub municipalities: Vec<Ags>,
    /// Its point: its own, or that of its municipality.
    pub point: LonLat,
    /// Whether the point is only that of the municipality, which the page then says.
    pub point_is_fallback: bool,
}

/// A public transport stop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    /// Name.
    pub name: String,
    /// Where.
    pub point: LonLat,
    /// The municipality, if inside one.
    pub municipality: Option<Ags>,
    /// Means of transport, as the source words them (`bus`, `regional`, `ferry` …).
    pub products: Vec<String>,
}

/// A railway station.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Station {
    /// Name.
    pub name: String,
    /// Where.
    pub point: LonLat,
    /// Step-free access: the source's `yes`, `partial`, `no`, or unknown.
    pub step_free: Option<String>,
}

/// An emergency or crisis number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrisisNumber {
    /// Stable code.
    pub id: String,
    /// Who answers.
    pub name: String,
    /// The number as written.
    pub number: String,
    /// Free of charge; unknown stays unknown.
    pub free_of_charge: super::known::YesNo,
    /// When somebody answers, in words; empty if not stated.
    pub available: String,
    /// For whom, in words.
    pub for_whom: String,
    /// Where this was read.
    pub source: String,
    /// Date of the source as written; empty if not stated.
    pub source_date: String,
}

/// A stretch of school holidays, both days inclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolHoliday {
    /// Name.
    pub name: String,
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
}
