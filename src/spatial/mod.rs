//! Geometry (placeholder until the spatial branch is merged).

/// A box in degrees; `west > east` crosses the antimeridian.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs, reason = "placeholder")]
pub struct Bbox {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

/// Reference systems (Crs84, Epsg4326, Epsg3857, Epsg25832, Epsg3035).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "placeholder")]
pub enum Crs {
    #[default]
    Crs84,
    Epsg4326,
    Epsg3857,
    Epsg25832,
    Epsg3035,
}
