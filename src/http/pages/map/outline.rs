//! The border of the county: the sides of its municipalities that no two of them share.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use geo::MultiPolygon;

/// A corner, rounded to five decimals of a degree (a metre): neighbours name it the same.
type Corner = (i64, i64);

/// A `MultiLineString` of all sides that belong to one area only.
pub(super) fn outer_lines(areas: &[MultiPolygon<f64>]) -> String {
    let mut sides: BTreeMap<(Corner, Corner), u32> = BTreeMap::new();
    for area in areas {
        for ring in area.0.iter().flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors())) {
            for line in ring.lines() {
                let (a, b) = (corner(line.start), corner(line.end));
                if a != b {
                    *sides.entry((a.min(b), a.max(b))).or_default() += 1;
                }
            }
        }
    }
    let outer = sides.into_iter().filter(|(_, count)| *count == 1).map(|(side, _)| side);
    written(&joined(outer.collect()))
}

fn corner(at: geo::Coord<f64>) -> Corner {
    ((at.x * 1e5).round() as i64, (at.y * 1e5).round() as i64)
}

/// Joins sides end to end into as few lines as they allow.
fn joined(mut left: BTreeSet<(Corner, Corner)>) -> Vec<Vec<Corner>> {
    let mut at: BTreeMap<Corner, BTreeSet<Corner>> = BTreeMap::new();
    for (a, b) in &left {
        at.entry(*a).or_default().insert(*b);
        at.entry(*b).or_default().insert(*a);
    }
    let mut lines = Vec::new();
    while let Some((first, second)) = left.pop_first() {
        forget(&mut at, first, second);
        let mut line = vec![first, second];
        let mut end = second;
        while let Some(next) = at.get(&end).and_then(|ends| ends.first().copied()) {
            left.remove(&(end.min(next), end.max(next)));
            forget(&mut at, end, next);
            line.push(next);
            end = next;
        }
        lines.push(line);
    }
    lines
}

fn forget(at: &mut BTreeMap<Corner, BTreeSet<Corner>>, a: Corner, b: Corner) {
    for (from, to) in [(a, b), (b, a)] {
        if let Some(ends) = at.get_mut(&from) {
            ends.remove(&to);
        }
    }
}

fn written(lines: &[Vec<Corner>]) -> String {
    let mut out = String::from(r#"{"type":"MultiLineString","coordinates":["#);
    for (i, line) in lines.iter().enumerate() {
        out.push_str(if i == 0 { "[" } else { ",[" });
        for (j, (lon, lat)) in line.iter().enumerate() {
            let comma = if j == 0 { "" } else { "," };
            // Writing into a String cannot fail.
            let _ = write!(out, "{comma}[{},{}]", *lon as f64 / 1e5, *lat as f64 / 1e5);
        }
        out.push(']');
    }
    out.push_str("]}");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::Rect;

    #[test]
    fn a_shared_side_is_no_border_of_the_county() {
        let square =
            |west: f64| MultiPolygon(vec![Rect::new((west, 0.0), (west + 1.0, 1.0)).to_polygon()]);
        let text = outer_lines(&[square(0.0), square(1.0)]);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let lines = value["coordinates"].as_array().unwrap();
        assert_eq!(lines.len(), 1, "{text}");
        // Six corners and back to the first.
        assert_eq!(lines[0].as_array().unwrap().len(), 7);
        assert_eq!(lines[0][0], lines[0][6]);
    }

    #[test]
    fn an_exclave_has_a_line_of_its_own() {
        let square =
            |west: f64| MultiPolygon(vec![Rect::new((west, 0.0), (west + 1.0, 1.0)).to_polygon()]);
        let value: serde_json::Value =
            serde_json::from_str(&outer_lines(&[square(0.0), square(5.0)])).unwrap();
        assert_eq!(value["coordinates"].as_array().unwrap().len(), 2);
    }
}
