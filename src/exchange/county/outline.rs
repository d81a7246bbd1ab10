//! Areas from GeoJSON (RFC 7946), every fault with its feature and the spot in its geometry.

use geo::{Area, LineString, MultiPolygon, Polygon};
use serde_json::{Map, Value};

use crate::domain::RegionBounds;
use crate::exchange::ImportErrors;
use crate::exchange::table::utf8;

/// A feature of a file.
pub(super) struct Feature {
    /// Its place in the file, from 1.
    pub(super) number: u64,
    properties: Map<String, Value>,
    /// Its area, if that is sound.
    pub(super) outline: Option<MultiPolygon<f64>>,
}

impl Feature {
    /// A property.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.properties.get(key)
    }

    /// A property that must be text.
    pub(super) fn text(&self, key: &str, file: &str, faults: &mut ImportErrors) -> Option<String> {
        let text = self.get(key).and_then(Value::as_str).map(str::trim).unwrap_or_default();
        if text.is_empty() {
            let detail = format!("the property {key} must be text");
            faults.add(file, Some(self.number), Some(key), "required", detail);
            return None;
        }
        Some(text.to_owned())
    }
}

/// Reads the collection of a file, without its geometries.
pub(super) fn collection(file: &str, bytes: &[u8], faults: &mut ImportErrors) -> Vec<Value> {
    let Some(text) = utf8(file, bytes, faults) else { return Vec::new() };
    let mut value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            let line = Some(error.line() as u64);
            faults.add(file, line, None, "not_json", error.to_string());
            return Vec::new();
        }
    };
    match value.get_mut("features").map(Value::take) {
        Some(Value::Array(features)) if value["type"] == "FeatureCollection" => features,
        _ => {
            faults.file(file, "not_geojson", "a FeatureCollection with features is needed");
            Vec::new()
        }
    }
}

/// Reads the areas of a file.
pub(super) fn read_features(
    file: &str,
    bytes: &[u8],
    bounds: RegionBounds,
    faults: &mut ImportErrors,
) -> Vec<Feature> {
    let mut features = Vec::new();
    for (number, mut value) in (1..).zip(collection(file, bytes, faults)) {
        let mut reader = Reader { file, number, bounds, faults, sound: true };
        let outline = reader.areas(&value["geometry"]);
        let outline = outline.filter(|_| reader.sound);
        let properties = match value.get_mut("properties").map(Value::take) {
            Some(Value::Object(properties)) => properties,
            _ => Map::new(),
        };
        features.push(Feature { number, properties, outline });
    }
    features
}

/// Reads the geometry of one feature.
struct Reader<'a> {
    file: &'a str,
    number: u64,
    bounds: RegionBounds,
    faults: &'a mut ImportErrors,
    sound: bool,
}

impl Reader<'_> {
    fn fault(&mut self, pointer: &str, code: &str, detail: String) {
        self.sound = false;
        self.faults.add(self.file, Some(self.number), Some(pointer), code, detail);
    }

    fn areas(&mut self, geometry: &Value) -> Option<MultiPolygon<f64>> {
        let coordinates = &geometry["coordinates"];
        let pointer = "/geometry/coordinates";
        match geometry["type"].as_str() {
            Some("Polygon") => {
                let polygon = self.polygon(coordinates, pointer)?;
                Some(MultiPolygon::new(vec![polygon]))
            }
            Some("MultiPolygon") => {
                let Some(list) = coordinates.as_array().filter(|list| !list.is_empty()) else {
                    self.fault(pointer, "not_a_geometry", "there is no polygon".to_owned());
                    return None;
                };
                let polygons = list
                    .iter()
                    .enumerate()
                    .filter_map(|(i, polygon)| self.polygon(polygon, &format!("{pointer}/{i}")))
                    .collect();
                Some(MultiPolygon::new(polygons))
            }
            other => {
                let found = other.unwrap_or("nothing");
                let detail = format!("a Polygon or MultiPolygon is needed, found {found}");
                self.fault("/geometry/type", "not_an_area", detail);
                None
            }
        }
    }

    fn polygon(&mut self, value: &Value, pointer: &str) -> Option<Polygon<f64>> {
        let Some(list) = value.as_array().filter(|list| !list.is_empty()) else {
            self.fault(pointer, "not_a_geometry", "a polygon needs an outer ring".to_owned());
            return None;
        };
        let mut rings: Vec<LineString<f64>> = Vec::with_capacity(list.len());
        for (i, ring) in list.iter().enumerate() {
            rings.push(self.ring(ring, &format!("{pointer}/{i}"))?);
        }
        let holes = rings.split_off(1);
        Some(Polygon::new(rings.pop()?, holes))
    }

    fn ring(&mut self, value: &Value, pointer: &str) -> Option<LineString<f64>> {
        let Some(list) = value.as_array() else {
            self.fault(pointer, "not_a_geometry", "a ring is a list of positions".to_owned());
            return None;
        };
        let mut points = Vec::with_capacity(list.len());
        for (i, position) in list.iter().enumerate() {
            points.push(self.position(position, &format!("{pointer}/{i}"))?);
        }
        let (Some(first), Some(last)) = (points.first().copied(), points.last().copied()) else {
            self.fault(pointer, "ring_too_short", "the ring is empty".to_owned());
            return None;
        };
        if points.len() < 4 {
            let detail = format!("the ring has {} positions; at least 4 are needed", points.len());
            self.fault(pointer, "ring_too_short", detail);
            return None;
        }
        if first != last {
            let detail = "the ring is not closed; repeat its first position as its last".to_owned();
            self.fault(pointer, "ring_not_closed", detail);
            return None;
        }
        if let Some((a, b)) = crossing(&points) {
            let (lon, lat) = points[a];
            let detail = format!(
                "the edges that begin at positions {a} and {b} cross (near lon {lon}, lat {lat})"
            );
            self.fault(pointer, "ring_crosses_itself", detail);
            return None;
        }
        let ring = LineString::from(points);
        if Polygon::new(ring.clone(), Vec::new()).unsigned_area() <= 0.0 {
            self.fault(pointer, "ring_without_area", "the ring encloses nothing".to_owned());
            return None;
        }
        Some(ring)
    }

    fn position(&mut self, value: &Value, pointer: &str) -> Option<(f64, f64)> {
        let number = |i: usize| value.get(i).and_then(Value::as_f64).filter(|n| n.is_finite());
        let (Some(lon), Some(lat)) = (number(0), number(1)) else {
            let detail = "a position is [longitude, latitude] in numbers".to_owned();
            self.fault(pointer, "not_a_position", detail);
            return None;
        };
        if !self.bounds.contains(crate::domain::LonLat { lon, lat }) {
            let detail = format!("lon {lon}, lat {lat} lies outside of the region's data_bounds");
            self.fault(pointer, "out_of_bounds", detail);
            return None;
        }
        Some((lon, lat))
    }
}

/// Two edges of a closed ring that cross or overlap, by the index of their first positions.
///
/// Edges are sorted by their western end, so that only those that overlap in longitude are compared:
/// `O(n log n + k)` for `k` such pairs.
fn crossing(points: &[(f64, f64)]) -> Option<(usize, usize)> {
    let edges = points.len() - 1;
    let mut order: Vec<usize> = (0..edges).collect();
    let west = |i: usize| points[i].0.min(points[i + 1].0);
    let east = |i: usize| points[i].0.max(points[i + 1].0);
    order.sort_by(|&a, &b| west(a).total_cmp(&west(b)));
    for (place, &a) in order.iter().enumerate() {
        for &b in order[place + 1..].iter().take_while(|&&b| west(b) <= east(a)) {
            let (first, second) = (a.min(b), a.max(b));
            let neighbours = second - first == 1 || (first == 0 && second == edges - 1);
            if !neighbours && cross((points[a], points[a + 1]), (points[b], points[b + 1])) {
                return Some((first, second));
            }
        }
    }
    None
}

type Edge = ((f64, f64), (f64, f64));

/// Whether two edges have more than nothing in common, by the signs of the areas they span; touching counts not, since
/// outlines of towns touch themselves in points.
fn cross((a, b): Edge, (c, d): Edge) -> bool {
    let side = |p: (f64, f64), q: (f64, f64), r: (f64, f64)| {
        (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0)
    };
    let (ac, ad) = (side(a, b, c), side(a, b, d));
    let (ca, cb) = (side(c, d, a), side(c, d, b));
    ac * ad < 0.0 && ca * cb < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: RegionBounds = RegionBounds { west: 0.0, south: 0.0, east: 20.0, north: 60.0 };

    fn codes(ring: &str) -> Vec<String> {
        let mut faults = ImportErrors::default();
        let text = format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{}},
            "geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}]}}"#
        );
        let features = read_features("a.geojson", text.as_bytes(), BOUNDS, &mut faults);
        assert_eq!(features[0].outline.is_some(), faults.is_empty());
        assert!(faults.0.iter().all(|f| f.row == Some(1)));
        faults.0.into_iter().map(|f| f.code).collect()
    }

    #[test]
    fn a_sound_ring_has_no_fault_and_a_broken_one_is_named_by_what_is_broken() {
        assert_eq!(codes("[[1,1],[2,1],[2,2],[1,1]]"), [""; 0]);
        assert_eq!(codes("[[1,1],[2,1],[2,2]]"), ["ring_too_short"]);
        assert_eq!(codes("[[1,1],[2,1],[2,2],[1,2]]"), ["ring_not_closed"]);
        assert_eq!(codes("[[1,1],[3,3],[3,1],[1,3],[1,1]]"), ["ring_crosses_itself"]);
        assert_eq!(codes("[[1,1],[2,2],[3,3],[1,1]]"), ["ring_without_area"]);
        assert_eq!(codes("[[1,1],[\"2\",1],[2,2],[1,1]]"), ["not_a_position"]);
        assert_eq!(codes("[[1,1],[47.6,9.1],[2,2],[1,1]]"), ["out_of_bounds"]);
        assert_eq!(codes("[]"), ["ring_too_short"]);
    }

    #[test]
    fn what_is_no_collection_of_areas_is_refused() {
        for (text, code) in [
            ("{", "not_json"),
            ("{\"type\":\"Feature\"}", "not_geojson"),
            (
                "{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"type\":\"Point\"}}]}",
                "not_an_area",
            ),
        ] {
            let mut faults = ImportErrors::default();
            read_features("a.geojson", text.as_bytes(), BOUNDS, &mut faults);
            assert_eq!(faults.0[0].code, code);
        }
    }
}
