//! A uniform grid over points: each point lies in one bucket, a search looks at buckets from near to far.

use super::points::{Point, least_square, near};
use crate::spatial::Projected;

/// Points sorted by bucket, row by row.
#[derive(Debug)]
pub(super) struct Buckets {
    west_m: f64,
    south_m: f64,
    side_m: f64,
    columns: usize,
    rows: usize,
    /// Place of the first point of each bucket, and the number of points at the end.
    starts: Vec<u32>,
}

/// Points in a bucket, on average over the box around all.
const POINTS_A_BUCKET: f64 = 2.0;

impl Buckets {
    /// Sorts the points into buckets.
    pub(super) fn sort(points: &mut Vec<Point>) -> Self {
        let range = |axis: fn(&Point) -> f64| {
            let metres = points.iter().map(axis);
            metres.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), m| {
                (low.min(m), high.max(m))
            })
        };
        let (west_m, east_m) = range(|point| point.at.easting_m);
        let (south_m, north_m) = range(|point| point.at.northing_m);
        let (width, height) = ((east_m - west_m).max(0.0), (north_m - south_m).max(0.0));
        let share = POINTS_A_BUCKET / points.len().max(1) as f64;
        // The second term bounds the number of buckets where all points lie on a line, the third where all are one.
        let side_m = (width * height * share).sqrt().max(width.max(height) * share).max(1e-3);
        let count = |metres: f64| (metres / side_m) as usize + 1;
        let mut buckets = Self {
            west_m,
            south_m,
            side_m,
            columns: count(width),
            rows: count(height),
            starts: Vec::new(),
        };
        let mut keyed: Vec<(usize, Point)> =
            points.drain(..).map(|point| (buckets.bucket_of(point.at), point)).collect();
        keyed.sort_by_key(|(bucket, point)| (*bucket, point.site));
        buckets.starts = vec![0; buckets.columns * buckets.rows + 1];
        for (bucket, _) in &keyed {
            buckets.starts[bucket + 1] += 1;
        }
        for bucket in 1..buckets.starts.len() {
            buckets.starts[bucket] += buckets.starts[bucket - 1];
        }
        points.extend(keyed.into_iter().map(|(_, point)| point));
        buckets
    }

    fn column(&self, easting_m: f64) -> usize {
        // A cast from below zero is 0.
        (((easting_m - self.west_m) / self.side_m) as usize).min(self.columns - 1)
    }

    fn row(&self, northing_m: f64) -> usize {
        (((northing_m - self.south_m) / self.side_m) as usize).min(self.rows - 1)
    }

    fn bucket_of(&self, at: Projected) -> usize {
        self.row(at.northing_m) * self.columns + self.column(at.easting_m)
    }

    /// The points in columns `west` to `east` (included) of a row.
    fn stretch<'a>(
        &self,
        points: &'a [Point],
        row: usize,
        west: usize,
        east: usize,
    ) -> &'a [Point] {
        let place = |column: usize| self.starts.get(row * self.columns + column).copied();
        match (place(west), place(east + 1)) {
            (Some(start), Some(end)) => {
                points.get(start as usize..end as usize).unwrap_or_default()
            }
            _ => &[],
        }
    }

    /// The least squared distance from `centre` to any point: ring after ring of buckets around it, until what has
    /// been seen reaches farther than the nearest point found.
    pub(super) fn least_square(&self, points: &[Point], centre: Projected) -> f64 {
        let (column, row) = (self.column(centre.easting_m), self.row(centre.northing_m));
        let mut least = f64::INFINITY;
        for ring in 0..self.columns.max(self.rows) {
            let (south, north) = (row.checked_sub(ring), row + ring);
            let (west, east) = (column.checked_sub(ring), column + ring);
            let (first, last) = (west.unwrap_or(0), east.min(self.columns - 1));
            for row in south.unwrap_or(0)..=north.min(self.rows - 1) {
                if Some(row) == south || row == north {
                    least = least.min(least_square(self.stretch(points, row, first, last), centre));
                    continue;
                }
                for side in [west, Some(east).filter(|east| *east < self.columns && ring > 0)] {
                    let Some(side) = side else { continue };
                    least = least.min(least_square(self.stretch(points, row, side, side), centre));
                }
            }
            let seen = self.seen_m(centre, [west, south], [east, north]);
            if seen > 0.0 && least <= seen * seen {
                break;
            }
        }
        least
    }

    /// How far from `centre` all points have been seen, if the buckets between these have been looked at; infinite in
    /// directions in which there are no more.
    fn seen_m(
        &self,
        centre: Projected,
        [west, south]: [Option<usize>; 2],
        [east, north]: [usize; 2],
    ) -> f64 {
        let low = |at: Option<usize>, origin: f64, metres: f64| match at {
            Some(at) if at > 0 => metres - (origin + at as f64 * self.side_m),
            _ => f64::INFINITY,
        };
        let high = |at: usize, count: usize, origin: f64, metres: f64| {
            if at + 1 < count {
                origin + (at + 1) as f64 * self.side_m - metres
            } else {
                f64::INFINITY
            }
        };
        // Rounding may put a point on a border into the bucket beside it.
        let slack = self.side_m * 1e-9;
        low(west, self.west_m, centre.easting_m)
            .min(low(south, self.south_m, centre.northing_m))
            .min(high(east, self.columns, self.west_m, centre.easting_m))
            .min(high(north, self.rows, self.south_m, centre.northing_m))
            - slack
    }

    /// Adds the points within a circle to a list.
    pub(super) fn within(
        &self,
        points: &[Point],
        centre: Projected,
        radius_m: f64,
        square: f64,
        list: &mut Vec<Point>,
    ) {
        let reach = radius_m + self.side_m * 1e-6 + 1e-3;
        let (west, east) =
            (self.column(centre.easting_m - reach), self.column(centre.easting_m + reach));
        let (south, north) =
            (self.row(centre.northing_m - reach), self.row(centre.northing_m + reach));
        for row in south..=north {
            list.extend(near(self.stretch(points, row, west, east), centre, square));
        }
    }
}
