//! From JSON to a sound area, or to the list of all its faults.

use geo::orient::{Direction, Orient};
use geo::{LineString, MultiPolygon, Polygon};
use serde_json::Value;

use super::check::{check_parts, check_polygon, check_ring};
use crate::spatial::error::{GeometryError, GeometryFault};

/// Reads a GeoJSON geometry of type `Polygon` or `MultiPolygon`.
///
/// What comes back is sound: rings closed and simple, holes inside and apart, parts apart, outer rings
/// counter-clockwise and holes clockwise (RFC 7946). Positions repeated in a row are tolerated and left out; heights
/// are left out; a wrong direction of rings is put right.
///
/// # Errors
/// Every fault with its JSON pointer and, where it has one, its place on the map. Faults that only follow from others
/// (a hole outside of a broken ring) are not reported.
///
/// ```
/// use sozialatlas::spatial::polygon::read_area;
/// let open = serde_json::json!({ "type": "Polygon", "coordinates": [[[8.0, 47.0], [9.0, 47.0], [9.0, 48.0]]] });
/// let faults = read_area(&open).unwrap_err();
/// assert_eq!(faults[0].spot.pointer, "/coordinates/0/2");
/// assert_eq!(faults[0].fault.code(), "unclosed_ring");
/// ```
pub fn read_area(geometry: &Value) -> Result<MultiPolygon<f64>, Vec<GeometryError>> {
    let coordinates = geometry.get("coordinates").unwrap_or(&Value::Null);
    let mut faults = Vec::new();
    let polygons = match geometry.get("type").and_then(Value::as_str) {
        Some("Polygon") => vec![read_polygon(coordinates, "/coordinates", &mut faults)],
        Some("MultiPolygon") => {
            list(coordinates, "/coordinates", "a list of polygons", &mut faults)
                .iter()
                .enumerate()
                .map(|(at, part)| read_polygon(part, &format!("/coordinates/{at}"), &mut faults))
                .collect()
        }
        other => {
            let found = other.map_or_else(|| described(geometry), |name| format!("“{name}”"));
            let pointer = if geometry.is_object() { "/type" } else { "" };
            return Err(vec![GeometryError::new(pointer, GeometryFault::NotAnArea { found })]);
        }
    };
    assemble(polygons, faults)
}

/// Checks an area that did not come from JSON, by the same rules, and puts the direction of its rings right.
///
/// # Errors
/// Every fault, with pointers as in the GeoJSON `MultiPolygon` it would be.
pub fn check_area(area: &MultiPolygon<f64>) -> Result<MultiPolygon<f64>, Vec<GeometryError>> {
    let mut faults = Vec::new();
    let polygons = area
        .0
        .iter()
        .enumerate()
        .map(|(part, polygon)| {
            let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
            let rings = rings
                .enumerate()
                .map(|(ring, line)| {
                    let pointer = format!("/coordinates/{part}/{ring}");
                    let mut positions = Some(Vec::with_capacity(line.0.len()));
                    for (at, corner) in line.0.iter().enumerate() {
                        let position = [corner.x, corner.y];
                        if !is_position_sound(position, &format!("{pointer}/{at}"), &mut faults) {
                            positions = None;
                        } else if let Some(positions) = &mut positions {
                            positions.push(position);
                        }
                    }
                    RawRing { pointer, positions }
                })
                .collect();
            RawPolygon { pointer: format!("/coordinates/{part}"), rings }
        })
        .collect();
    assemble(polygons, faults)
}

/// A ring as it was read; no positions if any of them was unreadable.
struct RawRing {
    pointer: String,
    positions: Option<Vec<[f64; 2]>>,
}

struct RawPolygon {
    pointer: String,
    rings: Vec<RawRing>,
}

fn assemble(
    raw: Vec<RawPolygon>,
    mut faults: Vec<GeometryError>,
) -> Result<MultiPolygon<f64>, Vec<GeometryError>> {
    let mut polygons: Vec<(String, Polygon<f64>)> = Vec::with_capacity(raw.len());
    for RawPolygon { pointer, rings } in raw {
        let count = rings.len();
        let sound: Vec<(String, LineString<f64>)> = rings
            .into_iter()
            .filter_map(|ring| {
                let line = check_ring(&ring.positions?, &ring.pointer, &mut faults)?;
                Some((ring.pointer, line))
            })
            .collect();
        // A polygon with a faulty ring is not looked at further: what would be found only follows from that.
        if count > 0
            && sound.len() == count
            && let Some(polygon) = check_polygon(sound, &mut faults)
        {
            polygons.push((pointer, polygon));
        }
    }
    check_parts(&polygons, &mut faults);
    if faults.is_empty() {
        let area = MultiPolygon(polygons.into_iter().map(|(_, polygon)| polygon).collect());
        Ok(area.orient(Direction::Default))
    } else {
        Err(faults)
    }
}

fn read_polygon(value: &Value, pointer: &str, faults: &mut Vec<GeometryError>) -> RawPolygon {
    let before = faults.len();
    let rings: Vec<RawRing> = list(value, pointer, "a list of rings", faults)
        .iter()
        .enumerate()
        .map(|(at, ring)| {
            let pointer = format!("{pointer}/{at}");
            RawRing { positions: read_ring(ring, &pointer, faults), pointer }
        })
        .collect();
    if rings.is_empty() && faults.len() == before {
        faults.push(GeometryError::new(pointer, GeometryFault::NoRing));
    }
    RawPolygon { pointer: pointer.to_owned(), rings }
}

fn read_ring(
    value: &Value,
    pointer: &str,
    faults: &mut Vec<GeometryError>,
) -> Option<Vec<[f64; 2]>> {
    let before = faults.len();
    let items = list(value, pointer, "a ring, a list of positions", faults);
    let mut positions = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        let pointer = format!("{pointer}/{at}");
        match position(item) {
            None => faults.push(GeometryError::new(pointer, GeometryFault::NotAPosition)),
            Some(found) => {
                if is_position_sound(found, &pointer, faults) {
                    positions.push(found);
                }
            }
        }
    }
    (faults.len() == before).then_some(positions)
}

/// Longitude and latitude of `[lon, lat, …]` if all of it is numbers.
fn position(value: &Value) -> Option<[f64; 2]> {
    let numbers: Option<Vec<f64>> = value.as_array()?.iter().map(Value::as_f64).collect();
    match *numbers? {
        [lon, lat, ..] => Some([lon, lat]),
        _ => None,
    }
}

fn is_position_sound(position: [f64; 2], pointer: &str, faults: &mut Vec<GeometryError>) -> bool {
    let before = faults.len();
    for (value, axis, limit) in [(position[0], "longitude", 180.0), (position[1], "latitude", 90.0)]
    {
        let fault = if !value.is_finite() {
            GeometryFault::NotFinite { axis }
        } else if value.abs() > limit {
            let hint = if value.abs() > 1000.0 {
                "; degrees are expected, these look like metres"
            } else if axis == "latitude" {
                "; longitude comes first"
            } else {
                ""
            };
            GeometryFault::OutOfRange { axis, value, min: -limit, max: limit, hint }
        } else {
            continue;
        };
        faults.push(GeometryError::new(pointer, fault));
    }
    faults.len() == before
}

/// The items of an array; for anything else a fault and none.
fn list<'a>(
    value: &'a Value,
    pointer: &str,
    expected: &'static str,
    faults: &mut Vec<GeometryError>,
) -> &'a [Value] {
    value.as_array().map_or_else(
        || {
            faults.push(GeometryError::new(pointer, GeometryFault::NotAList { expected }));
            [].as_slice()
        },
        Vec::as_slice,
    )
}

fn described(value: &Value) -> String {
    match value {
        Value::Null => "nothing (null)",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object without a type",
    }
    .to_owned()
}
