//! Tiles of a web map: which square of the world a tile is.
//!
//! The tile matrix set `WebMercatorQuad` (OGC 17-083r4, *Two Dimensional Tile Matrix Set and Tile Set Metadata*, 2022,
//! annex D.1): at zoom `z` the world of EPSG:3857 is `2^z` by `2^z` squares, counted from the north-west.

use std::f64::consts::PI;

use super::{Bbox, LonLat};

/// Closest zoom that is known: squares of two metres.
const MAX_ZOOM: u8 = 24;

/// A square of the world at a zoom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TileId {
    zoom: u8,
    x: u32,
    y: u32,
}

impl TileId {
    /// The tile in this column from the west and this row from the north; `None` where the zoom has none such.
    ///
    /// ```
    /// use sozialatlas::spatial::TileId;
    /// assert!(TileId::new(1, 1, 0).is_some());
    /// assert!(TileId::new(1, 2, 0).is_none());
    /// ```
    #[must_use]
    pub const fn new(zoom: u8, x: u32, y: u32) -> Option<Self> {
        if zoom > MAX_ZOOM || x >> zoom != 0 || y >> zoom != 0 {
            return None;
        }
        Some(Self { zoom, x, y })
    }

    /// The tile of this zoom (24 at most) that a position lies in: the spherical Mercator projection. Beyond the square
    /// world it is the nearest one.
    #[must_use]
    pub fn at(point: LonLat, zoom: u8) -> Self {
        let zoom = zoom.min(MAX_ZOOM);
        let side = 1_u32 << zoom;
        let number = |share: f64| ((share * f64::from(side)).max(0.0) as u32).min(side - 1);
        let x = number((point.lon + 180.0) / 360.0);
        let y = number((1.0 - point.lat.to_radians().tan().asinh() / PI) / 2.0);
        Self { zoom, x, y }
    }

    /// Its zoom.
    #[must_use]
    pub const fn zoom(self) -> u8 {
        self.zoom
    }

    /// Its column, from the west.
    #[must_use]
    pub const fn x(self) -> u32 {
        self.x
    }

    /// Its row, from the north.
    #[must_use]
    pub const fn y(self) -> u32 {
        self.y
    }

    /// The box in degrees that it covers: the inverse of the spherical Mercator projection at its corners.
    #[must_use]
    pub fn bounds(self) -> Bbox {
        let side = f64::from(1_u32 << self.zoom);
        let lon = |x: u32| f64::from(x) / side * 360.0 - 180.0;
        let lat = |y: u32| (PI * (1.0 - 2.0 * f64::from(y) / side)).sinh().atan().to_degrees();
        Bbox {
            west: lon(self.x),
            south: lat(self.y + 1),
            east: lon(self.x + 1),
            north: lat(self.y),
        }
    }

    /// Whether it has a point in common with a box that does not cross the antimeridian.
    #[must_use]
    pub fn touches(self, other: &Bbox) -> bool {
        let own = self.bounds();
        own.west <= other.east
            && other.west <= own.east
            && own.south <= other.north
            && other.south <= own.north
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_first_tile_is_the_square_world_and_the_next_are_its_quarters() {
        let world = TileId::new(0, 0, 0).unwrap().bounds();
        assert!((world.north - 85.051_128_779_806_59).abs() < 1e-9, "{world:?}");
        assert!((world.south + world.north).abs() < 1e-9);
        assert_eq!((world.west, world.east), (-180.0, 180.0));
        let quarter = TileId::new(1, 1, 1).unwrap().bounds();
        assert!(quarter.west.abs() < 1e-9 && quarter.north.abs() < 1e-9, "{quarter:?}");
    }

    #[test]
    fn a_known_place_lies_in_its_known_tile() {
        // Greenwich (0.0 E, 51.48 N) at zoom 10: column 512, row 340 (computed by hand from the formula).
        let tile = TileId::new(10, 512, 340).unwrap().bounds();
        assert!((tile.south..tile.north).contains(&51.48), "{tile:?}");
    }

    #[test]
    fn what_the_zoom_does_not_have_is_no_tile() {
        assert!(TileId::new(3, 8, 0).is_none() && TileId::new(3, 0, 8).is_none());
        assert!(TileId::new(25, 0, 0).is_none() && TileId::new(255, u32::MAX, 0).is_none());
    }

    proptest! {
        #[test]
        fn a_box_is_touched_exactly_where_both_sides_overlap(
            zoom in 0_u8..=20, x in 0.0..1.0_f64, y in 0.0..1.0_f64, lon in -179.0..179.0_f64, lat in -84.0..84.0_f64
        ) {
            let side = f64::from(1_u32 << zoom);
            let tile = TileId::new(zoom, (x * side) as u32, (y * side) as u32).unwrap();
            let own = tile.bounds();
            let inside = own.west <= lon && lon <= own.east && own.south <= lat && lat <= own.north;
            let spot = Bbox { west: lon, east: lon, south: lat, north: lat };
            prop_assert_eq!(tile.touches(&spot), inside);
            prop_assert!(tile.touches(&own));
            let at = TileId::at(LonLat { lon, lat }, zoom);
            prop_assert!(at.touches(&spot), "{:?}", at);
        }
    }
}
