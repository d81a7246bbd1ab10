//! Areas from GeoJSON (RFC 7946), every fault with its feature and the spot in its geometry.

use geo::MultiPolygon;
use serde_json::{Map, Value};

use crate::domain::{LonLat, RegionBounds};
use crate::exchange::ImportErrors;
use crate::exchange::table::utf8;
use crate::spatial::polygon::read_area;

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
        let outline = outline(file, number, &value["geometry"], bounds, faults);
        let properties = match value.get_mut("properties").map(Value::take) {
            Some(Value::Object(properties)) => properties,
            _ => Map::new(),
        };
        features.push(Feature { number, properties, outline });
    }
    features
}

/// The area of a feature with every fault of its rings, and every ring that leaves the bounds.
fn outline(
    file: &str,
    number: u64,
    geometry: &Value,
    bounds: RegionBounds,
    faults: &mut ImportErrors,
) -> Option<MultiPolygon<f64>> {
    let mut fault = |pointer: &str, code: &str, detail: String| {
        let pointer = format!("/geometry{pointer}");
        faults.add(file, Some(number), Some(&pointer), code, detail);
    };
    let area = match read_area(geometry) {
        Ok(area) => area,
        Err(wrong) => {
            for error in wrong {
                let place = error
                    .spot
                    .position
                    .map_or_else(String::new, |[lon, lat]| format!(" (near lon {lon}, lat {lat})"));
                let detail = format!("{}{place}", error.fault);
                fault(&error.spot.pointer, error.fault.code(), detail);
            }
            return None;
        }
    };
    // Holes lie inside of their outer rings.
    let corners = area.0.iter().flat_map(|polygon| polygon.exterior().0.iter());
    let outside = corners
        .map(|corner| LonLat { lon: corner.x, lat: corner.y })
        .find(|&point| !bounds.contains(point));
    if let Some(LonLat { lon, lat }) = outside {
        let detail = format!(
            "lon {lon}, lat {lat} lies outside of the region's data_bounds (are they swapped?)"
        );
        fault("/coordinates", "out_of_bounds", detail);
        return None;
    }
    Some(area)
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
        assert_eq!(codes("[[1,1],[2,1],[2,2]]"), ["unclosed_ring"]);
        assert_eq!(codes("[[1,1],[2,1],[1,1]]"), ["too_few_positions"]);
        assert_eq!(codes("[[1,1],[3,3],[3,1],[1,3],[1,1]]"), ["self_intersection"]);
        assert_eq!(codes("[[1,1],[\"2\",1],[2,2],[1,1]]"), ["not_a_position"]);
        assert_eq!(codes("[[1,1],[47.6,9.1],[2,2],[1,1]]"), ["out_of_bounds"]);
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
