//! Ways over what cannot be walked: ferries, bridges to islands, crossings of a border.

use serde::{Deserialize, Serialize};

use super::geo::LonLat;

/// A way between two points that shortest paths over land may take (`links.csv` of the county package).
///
/// It is entered at its end points only and can be used both ways. Where a source gives no length, a substitute stands
/// in, and `length_basis` says so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Id in the package; questions name links by it.
    pub id: String,
    /// What it is: one of [`Link::KINDS`].
    pub kind: String,
    /// Its name.
    pub name: String,
    /// One end.
    pub from: LonLat,
    /// The other end.
    pub to: LonLat,
    /// Its length in metres.
    pub length_m: f64,
    /// Where the length comes from: stated by the operator, measured, or a substitute.
    pub length_basis: String,
    /// How long the way takes, in minutes, where a source says so.
    pub minutes: Option<f64>,
    /// When it runs, in words; may be empty.
    pub season: String,
    /// Whether questions that do not choose their links use it.
    pub default_on: bool,
    /// Where the facts come from.
    pub source: String,
}

impl Link {
    /// The kinds of links: car ferry, passenger ferry, bridge, crossing of a border.
    pub const KINDS: [&'static str; 4] = ["ferry", "passenger_ferry", "bridge", "border"];
}
