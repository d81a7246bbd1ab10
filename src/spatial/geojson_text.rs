//! Geometry as compact GeoJSON text: rounded, without blanks, appended to a buffer.
//!
//! Decimals of degrees: 5 (a metre) for the backdrop, 6 or 7 (a decimetre, a centimetre) elsewhere. Neighbours that share
//! a vertex still share it after rounding.

use geo::{LineString, MultiPolygon};

use super::projection::Crs;
use crate::domain::LonLat;

/// Appends a number rounded to so many decimals (at most 9), without trailing zeros; `null` if it is not finite.
///
/// ```
/// use sozialatlas::spatial::geojson_text::write_number;
/// let mut out = Vec::new();
/// write_number(&mut out, 47.660_300_04, 6);
/// assert_eq!(out, b"47.6603");
/// ```
pub fn write_number(out: &mut Vec<u8>, value: f64, decimals: u32) {
    let scale = 10_i64.pow(decimals.min(9));
    let scaled = (value * scale as f64).round();
    if !scaled.is_finite() || scaled.abs() >= 9e18 {
        out.extend_from_slice(b"null");
        return;
    }
    let scaled = scaled as i64;
    if scaled < 0 {
        out.push(b'-');
    }
    let (whole, mut fraction) =
        (scaled.unsigned_abs() / scale as u64, scaled.unsigned_abs() % scale as u64);
    write_digits(out, whole, 1);
    if fraction == 0 {
        return;
    }
    let mut width = decimals.min(9) as usize;
    while fraction.is_multiple_of(10) {
        fraction /= 10;
        width -= 1;
    }
    out.push(b'.');
    write_digits(out, fraction, width);
}

/// Appends the digits of a number, filled up with zeros in front to `width`.
fn write_digits(out: &mut Vec<u8>, mut number: u64, width: usize) {
    let mut digits = [b'0'; 20];
    let mut used = 0;
    for slot in digits.iter_mut().rev() {
        if number == 0 && used >= width {
            break;
        }
        *slot = b'0' + (number % 10) as u8;
        number /= 10;
        used += 1;
    }
    out.extend_from_slice(digits.get(digits.len() - used..).unwrap_or_default());
}

/// As many decimals in this system as make its step about that of so many decimals of a degree (5 ≙ a metre).
#[must_use]
pub const fn decimals_in(crs: Crs, degree_decimals: u32) -> u32 {
    if crs.is_geographic() { degree_decimals } else { degree_decimals.saturating_sub(5) }
}

/// Appends `[first,second]`, the numbers as they are given.
pub fn write_position(out: &mut Vec<u8>, [first, second]: [f64; 2], decimals: u32) {
    out.push(b'[');
    write_number(out, first, decimals);
    out.push(b',');
    write_number(out, second, decimals);
    out.push(b']');
}

/// Appends a Point geometry in the given system and its axis order; `null` where the system does not reach.
///
/// `degree_decimals` is for degrees; metres are rounded to match ([`decimals_in`]).
pub fn write_point(out: &mut Vec<u8>, point: LonLat, crs: Crs, degree_decimals: u32) {
    match crs.from_lonlat(point) {
        None => out.extend_from_slice(b"null"),
        Some(position) => {
            out.extend_from_slice(b"{\"type\":\"Point\",\"coordinates\":");
            write_position(out, position, decimals_in(crs, degree_decimals));
            out.push(b'}');
        }
    }
}

/// Appends a `Polygon` geometry (one part) or a `MultiPolygon` in the given system and its axis order.
///
/// Positions that rounding makes equal to the one before are left out; rings that shrink to nothing too. An area of
/// which nothing is left is `null`.
pub fn write_area(out: &mut Vec<u8>, area: &MultiPolygon<f64>, crs: Crs, degree_decimals: u32) {
    let decimals = decimals_in(crs, degree_decimals);
    let polygons: Vec<Vec<u8>> = area
        .0
        .iter()
        .filter_map(|polygon| {
            let mut text = vec![b'['];
            write_ring(&mut text, polygon.exterior(), crs, decimals).then_some(())?;
            for hole in polygon.interiors() {
                let end = text.len();
                text.push(b',');
                if !write_ring(&mut text, hole, crs, decimals) {
                    text.truncate(end);
                }
            }
            text.push(b']');
            Some(text)
        })
        .collect();
    match polygons.as_slice() {
        [] => out.extend_from_slice(b"null"),
        [single] => {
            out.extend_from_slice(b"{\"type\":\"Polygon\",\"coordinates\":");
            out.extend_from_slice(single);
            out.push(b'}');
        }
        several => {
            out.extend_from_slice(b"{\"type\":\"MultiPolygon\",\"coordinates\":[");
            out.extend_from_slice(&several.join(&b','));
            out.extend_from_slice(b"]}");
        }
    }
}

/// Appends a ring; `false`, and nothing appended, if fewer than four positions are left of it.
fn write_ring(out: &mut Vec<u8>, ring: &LineString<f64>, crs: Crs, decimals: u32) -> bool {
    let start = out.len();
    out.push(b'[');
    let mut previous: Option<std::ops::Range<usize>> = None;
    let mut count = 0;
    for corner in &ring.0 {
        let Some(position) = crs.from_lonlat(LonLat { lon: corner.x, lat: corner.y }) else {
            continue;
        };
        let mark = out.len();
        if count > 0 {
            out.push(b',');
        }
        let begin = out.len();
        write_position(out, position, decimals);
        let here = begin..out.len();
        let is_repeated =
            previous.clone().is_some_and(|before| out.get(before) == out.get(here.clone()));
        if is_repeated {
            out.truncate(mark);
        } else {
            previous = Some(here);
            count += 1;
        }
    }
    out.push(b']');
    if count < 4 {
        out.truncate(start);
    }
    count >= 4
}

#[cfg(test)]
mod tests {
    use geo::polygon;
    use proptest::prelude::*;

    use super::*;
    use crate::spatial::polygon::read_area;

    fn text(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_are_rounded_and_written_without_idle_zeros() {
        let cases = [
            (0.0, 5, "0"),
            (-0.000_001, 5, "0"),
            (1.0, 7, "1"),
            (-8.5, 5, "-8.5"),
            (8.000_01, 5, "8.00001"),
            (8.000_004, 5, "8"),
            (47.123_456_789, 6, "47.123457"),
            (4_217_400.126, 2, "4217400.13"),
            (2.5, 0, "3"),
            (f64::NAN, 5, "null"),
            (f64::INFINITY, 5, "null"),
            (1e300, 5, "null"),
        ];
        for (value, decimals, expected) in cases {
            assert_eq!(text(|out| write_number(out, value, decimals)), expected);
        }
    }

    #[test]
    fn points_are_written_in_the_axis_order_of_their_system() {
        let point = LonLat { lon: 9.1758, lat: 47.6603 };
        let written = |crs| text(|out| write_point(out, point, crs, 7));
        assert_eq!(written(Crs::Crs84), r#"{"type":"Point","coordinates":[9.1758,47.6603]}"#);
        assert_eq!(written(Crs::Epsg4326), r#"{"type":"Point","coordinates":[47.6603,9.1758]}"#);
        assert_eq!(
            written(Crs::Epsg3035),
            r#"{"type":"Point","coordinates":[2727754.3,4259053.25]}"#
        );
        let pole = LonLat { lon: 0.0, lat: 90.0 };
        assert_eq!(text(|out| write_point(out, pole, Crs::Epsg3857, 7)), "null");
    }

    #[test]
    fn areas_lose_what_rounding_makes_equal_and_stay_readable() {
        let island = polygon![(x: 8.0, y: 47.0), (x: 8.000_001, y: 47.0), (x: 8.1, y: 47.0), (x: 8.1, y: 47.1)];
        let speck = polygon![(x: 9.0, y: 47.0), (x: 9.000_001, y: 47.0), (x: 9.0, y: 47.000_001)];
        let one = text(|out| {
            write_area(out, &MultiPolygon(vec![island.clone(), speck.clone()]), Crs::Crs84, 5);
        });
        assert_eq!(
            one,
            r#"{"type":"Polygon","coordinates":[[[8,47],[8.1,47],[8.1,47.1],[8,47]]]}"#
        );
        assert_eq!(text(|out| write_area(out, &MultiPolygon(vec![speck]), Crs::Crs84, 5)), "null");
        let far = polygon![(x: 9.0, y: 47.0), (x: 9.1, y: 47.0), (x: 9.0, y: 47.1)];
        let two = text(|out| write_area(out, &MultiPolygon(vec![island, far]), Crs::Crs84, 5));
        let read = read_area(&serde_json::from_str(&two).unwrap()).unwrap();
        assert_eq!(read.0.len(), 2);
    }

    proptest! {
        #[test]
        fn a_number_reads_back_within_half_a_step(value in -2e7..2e7f64, decimals in 0..8u32) {
            let back: f64 = text(|out| write_number(out, value, decimals)).parse().unwrap();
            prop_assert!((back - value).abs() <= 0.500_001 * 10f64.powi(-decimals.cast_signed()) + 1e-8);
        }
    }
}
