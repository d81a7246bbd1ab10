//! Outlines as GeoJSON.

use geo::{LineString, MultiPolygon};

use crate::atlas::build::fragment::write_coordinate;
use crate::domain::LonLat;
use crate::spatial::{Bbox, Crs};

/// Appends an outline in the axis order of the reference system; `null` where the system does not reach.
pub(super) fn write_outline(outline: &MultiPolygon<f64>, crs: Crs, out: &mut Vec<u8>) {
    let start = out.len();
    out.extend_from_slice(br#"{"type":"MultiPolygon","coordinates":["#);
    for (i, polygon) in outline.iter().enumerate() {
        out.extend_from_slice(if i == 0 { b"[" } else { b",[" });
        for (j, ring) in std::iter::once(polygon.exterior()).chain(polygon.interiors()).enumerate()
        {
            if j > 0 {
                out.push(b',');
            }
            if !write_ring(ring, crs, out) {
                out.truncate(start);
                out.extend_from_slice(b"null");
                return;
            }
        }
        out.push(b']');
    }
    out.extend_from_slice(b"]}");
}

fn write_ring(ring: &LineString<f64>, crs: Crs, out: &mut Vec<u8>) -> bool {
    out.push(b'[');
    for (i, vertex) in ring.coords().enumerate() {
        let Some(pair) = crs.from_lonlat(LonLat { lon: vertex.x, lat: vertex.y }) else {
            return false;
        };
        if i > 0 {
            out.push(b',');
        }
        write_pair(pair, crs, out);
    }
    out.push(b']');
    true
}

/// Appends two coordinates as they stand.
pub(super) fn write_pair([first, second]: [f64; 2], crs: Crs, out: &mut Vec<u8>) {
    out.push(b'[');
    write_coordinate(first, crs, out);
    out.push(b',');
    write_coordinate(second, crs, out);
    out.push(b']');
}

/// The box around an outline.
pub(super) fn bounds(outline: &MultiPolygon<f64>) -> Option<Bbox> {
    let vertices = outline.iter().flat_map(|polygon| polygon.exterior().coords());
    Bbox::from_points(vertices.map(|v| LonLat { lon: v.x, lat: v.y }))
}
