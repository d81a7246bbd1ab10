//! Geometry: projections, boxes, areas, grid cells and the counting index over sites.
//!
//! Pure: no input or output, no clock, no randomness. Positions are [`LonLat`] in degrees on ETRS89 (which this
//! room, like PROJ, takes to be the same as WGS 84: they differ by less than a metre); lengths are metres and areas
//! square metres, measured in ETRS89-LAEA (EPSG:3035), the equal-area grid of the European census.
//!
//! | module | what it answers |
//! |---|---|
//! | [`projection`] | where is this position in EPSG:3035, 25832, 3857, 4326, and back |
//! | [`bbox`] | what does this `bbox` parameter mean, and what lies in it |
//! | [`polygon`] | is this GeoJSON area sound, and if not, where are all its faults |
//! | [`boundaries`] | which municipality is this point in, how far is it, where does its label go |
//! | [`simplify`] | the same borders with fewer vertices, without tearing |
//! | [`grid`] | census cells: names, corners, joining squares into areas |
//! | [`index`] | which sites lie in a box, how many, and which are nearest |
//! | [`distance`] | how far is it |
//! | [`tile`] | which square of the world a tile of a web map is |
//! | [`geojson_text`] | geometry as compact GeoJSON |

pub mod bbox;
pub mod boundaries;
pub mod distance;
mod error;
pub mod geojson_text;
pub mod grid;
pub mod index;
pub mod polygon;
pub mod projection;
mod segments;
pub mod simplify;
pub mod tile;

pub use bbox::Bbox;
pub use boundaries::{Boundaries, PreparedArea};
pub use error::{GeometryError, GeometryFault, Spot};
pub use grid::CellId;
pub use index::{CountingIndex, Cover};
pub use projection::{Crs, Projected};
pub use tile::TileId;

pub use crate::domain::LonLat;
