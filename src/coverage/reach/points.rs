//! Sites as the search sees them: one point for all sites at the very same position.

use std::collections::HashMap;

use super::buckets::Buckets;
use crate::coverage::supply::SupplySite;
use crate::spatial::Projected;

/// All sites of one position (and one field, over land) that are eligible for the same people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub at: Projected,
    /// The first of them.
    pub site: u32,
    /// The best known position of any.
    pub least_accuracy_m: f64,
    /// The worst known position of any.
    pub most_accuracy_m: f64,
    /// Whether any is confirmed recently enough.
    pub is_fresh: bool,
}

impl Point {
    pub(super) fn of(place: u32, site: &SupplySite) -> Self {
        Self {
            at: site.at,
            site: place,
            least_accuracy_m: site.accuracy_m,
            most_accuracy_m: site.accuracy_m,
            is_fresh: !site.is_stale,
        }
    }

    /// Takes in one more site of the same position.
    pub(super) fn take(&mut self, other: &Self) {
        self.site = self.site.min(other.site);
        self.least_accuracy_m = self.least_accuracy_m.min(other.least_accuracy_m);
        self.most_accuracy_m = self.most_accuracy_m.max(other.most_accuracy_m);
        self.is_fresh |= other.is_fresh;
    }
}

/// Points to search in.
#[derive(Debug, Default)]
pub(super) struct Points {
    all: Vec<Point>,
    /// `None` where looking at every point is quicker.
    buckets: Option<Buckets>,
    /// The best known position of any, in metres; infinite without a point.
    pub least_accuracy_m: f64,
    /// The worst known position of any, in metres.
    pub most_accuracy_m: f64,
    /// Whether any is confirmed recently enough.
    pub has_fresh: bool,
}

/// With so many points or more the uniform grid is quicker than looking at every one (measured by
/// `benches/coverage.rs`, where both are timed).
pub(super) const MANY: usize = 64;

impl Points {
    /// The points of these sites, with a grid if there are at least `many`.
    pub(super) fn new(sites: impl Iterator<Item = Point>, many: usize) -> Self {
        let mut points: Vec<Point> = Vec::new();
        let mut places: HashMap<[u64; 2], usize> = HashMap::new();
        for site in sites {
            // 0.0 and −0.0 are one position.
            let key =
                [site.at.easting_m, site.at.northing_m].map(|metres| (metres + 0.0).to_bits());
            let place = *places.entry(key).or_insert(points.len());
            match points.get_mut(place) {
                Some(point) => point.take(&site),
                None => points.push(site),
            }
        }
        let buckets = (points.len() >= many.max(1)).then(|| Buckets::sort(&mut points));
        Self {
            least_accuracy_m: points
                .iter()
                .map(|p| p.least_accuracy_m)
                .fold(f64::INFINITY, f64::min),
            most_accuracy_m: points.iter().map(|p| p.most_accuracy_m).fold(0.0, f64::max),
            has_fresh: points.iter().any(|p| p.is_fresh),
            all: points,
            buckets,
        }
    }

    /// The least squared distance from `centre` to any point; infinite if there is none.
    pub(super) fn least_square(&self, centre: Projected) -> f64 {
        match &self.buckets {
            Some(buckets) => buckets.least_square(&self.all, centre),
            None => least_square(&self.all, centre),
        }
    }

    /// Adds all points within `radius_m` of `centre` to a list, and possibly some farther ones.
    pub(super) fn within(&self, centre: Projected, radius_m: f64, list: &mut Vec<Point>) {
        // Rounding must not lose a point.
        let square = radius_m * radius_m * (1.0 + 1e-12) + 1e-6;
        match &self.buckets {
            Some(buckets) => buckets.within(&self.all, centre, radius_m, square, list),
            None => list.extend(near(&self.all, centre, square)),
        }
    }
}

/// The squared distance of two positions.
pub(crate) fn square_m2(a: Projected, b: Projected) -> f64 {
    let (east, north) = (a.easting_m - b.easting_m, a.northing_m - b.northing_m);
    east * east + north * north
}

pub(super) fn least_square(points: &[Point], centre: Projected) -> f64 {
    points.iter().map(|point| square_m2(point.at, centre)).fold(f64::INFINITY, f64::min)
}

pub(super) fn near(
    points: &[Point],
    centre: Projected,
    square: f64,
) -> impl Iterator<Item = Point> {
    points.iter().filter(move |point| square_m2(point.at, centre) <= square).copied()
}
