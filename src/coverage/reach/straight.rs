//! Straight distances, block by block.

use super::evaluate::Scratch;
use super::points::{Point, Points, square_m2};
use super::{Found, Reach};
use crate::coverage::demand::{Block, Demand};
use crate::coverage::supply::{Serves, Supply};
use crate::spatial::Projected;

/// Sites ready to be searched: those for everybody together, those for some by municipality.
pub(super) struct Straight {
    everybody: Sites,
    restricted: Vec<Option<Box<Sites>>>,
}

/// Sites that serve the same people.
struct Sites {
    all: Points,
    /// The confirmed ones by themselves, where there are others.
    fresh: Option<Points>,
}

impl Sites {
    fn new(sites: &[Point], many: usize) -> Self {
        let all = Points::new(sites.iter().copied(), many);
        let is_mixed =
            sites.iter().any(|site| site.is_fresh) && !sites.iter().all(|site| site.is_fresh);
        let fresh =
            is_mixed.then(|| Points::new(sites.iter().filter(|site| site.is_fresh).copied(), many));
        Self { all, fresh }
    }
}

impl Straight {
    pub(super) fn new(supply: &Supply, municipalities: usize, many: usize) -> Self {
        let mut everybody = Vec::new();
        let mut restricted: Vec<Vec<Point>> = vec![Vec::new(); municipalities];
        for (place, site) in (0..).zip(supply.sites()).filter(|(_, site)| site.is_somewhere()) {
            let point = Point::of(place, site);
            match &site.serves {
                Serves::Everybody => everybody.push(point),
                Serves::Municipalities(places) => {
                    for served in places.iter() {
                        if let Some(list) = restricted.get_mut(usize::from(*served)) {
                            list.push(point);
                        }
                    }
                }
            }
        }
        let boxed =
            |list: &Vec<Point>| (!list.is_empty()).then(|| Box::new(Sites::new(list, many)));
        Self {
            everybody: Sites::new(&everybody, many),
            restricted: restricted.iter().map(boxed).collect(),
        }
    }

    /// The sites that serve a municipality.
    fn serving(&self, municipality: u16) -> impl Iterator<Item = &Sites> + Clone {
        let own = self.restricted.get(usize::from(municipality)).and_then(Option::as_deref);
        std::iter::once(&self.everybody).chain(own)
    }

    pub(super) fn evaluate(
        &self,
        demand: &Demand,
        block: &Block,
        max_m: f64,
        scratch: &mut Scratch,
    ) {
        let (centre, radius) = block.circle(demand.side_m());
        let sites = self.serving(demand.municipality(block.start));
        let least = sites.clone().map(|s| s.all.least_square(centre)).fold(f64::INFINITY, f64::min);
        if least.is_infinite() {
            scratch.found.resize((block.end - block.start) as usize, Found::NOTHING);
            return;
        }
        scratch.near.clear();
        for sites in sites.clone() {
            sites.all.within(centre, least.sqrt() + 2.0 * radius, &mut scratch.near);
        }
        let judge = Judge::of(sites.clone(), max_m);
        let mut open = 0;
        for cell in block.start..block.end {
            let (point, square) = nearest(&scratch.near, demand.centre_m(cell));
            let Some(point) = point else {
                scratch.found.push(Found::NOTHING);
                continue;
            };
            let distance_m = square.sqrt();
            let (flags, asks) = judge.at_first_sight(point, distance_m);
            open |= asks;
            scratch.found.push(Found { distance_m, site: point.site, flags: flags | asks });
        }
        if open != 0 {
            self.look_closer(demand, block, &judge, open, scratch);
        }
    }

    /// Answers what the nearest site alone could not.
    fn look_closer(
        &self,
        demand: &Demand,
        block: &Block,
        judge: &Judge,
        open: u8,
        scratch: &mut Scratch,
    ) {
        let (centre, radius) = block.circle(demand.side_m());
        let sites = self.serving(demand.municipality(block.start));
        scratch.wide.clear();
        scratch.fresh.clear();
        if open & (ASKS_SURE | ASKS_NEAR) != 0 {
            let beyond = if open & ASKS_NEAR != 0 { judge.most_accuracy_m } else { 0.0 };
            for sites in sites.clone() {
                sites.all.within(centre, radius + judge.max_m + beyond, &mut scratch.wide);
            }
        }
        if open & ASKS_FRESH != 0 {
            for sites in sites {
                let fresh = sites.fresh.as_ref().unwrap_or(&sites.all);
                let nearest = fresh.least_square(centre).sqrt();
                // Farther ones than this are nearest to no cell of the block.
                let enough = (nearest + 2.0 * radius).min(radius + judge.max_m);
                fresh.within(centre, enough, &mut scratch.fresh);
            }
        }
        let cells = block.start..block.end;
        for (cell, found) in cells.zip(&mut scratch.found) {
            let asks = found.flags & ASKS;
            if asks != 0 {
                let at = demand.centre_m(cell);
                found.flags &= !ASKS;
                found.flags |= judge.closer(asks, at, &scratch.wide, &scratch.fresh);
            }
        }
    }
}

/// The nearest of some points, of equally near ones the first, and its squared distance.
#[expect(clippy::float_cmp, reason = "equally near means the very same number")]
fn nearest(points: &[Point], from: Projected) -> (Option<&Point>, f64) {
    let mut best: (Option<&Point>, f64) = (None, f64::INFINITY);
    for point in points {
        let square = square_m2(point.at, from);
        let is_nearer = square < best.1
            || (square == best.1 && best.0.is_none_or(|other| point.site < other.site));
        if is_nearer {
            best = (Some(point), square);
        }
    }
    best
}

/// Whether any confirmed site is within reach: open.
const ASKS_FRESH: u8 = 8;
/// Whether any site is surely within reach: open.
const ASKS_SURE: u8 = 16;
/// Whether any site is possibly within reach: open.
const ASKS_NEAR: u8 = 32;
const ASKS: u8 = ASKS_FRESH | ASKS_SURE | ASKS_NEAR;

/// Decides what the distances of sites mean.
struct Judge {
    max_m: f64,
    least_accuracy_m: f64,
    most_accuracy_m: f64,
    has_fresh: bool,
}

impl Judge {
    fn of<'a>(sites: impl Iterator<Item = &'a Sites> + Clone, max_m: f64) -> Self {
        let all = sites.map(|sites| &sites.all);
        Self {
            max_m,
            least_accuracy_m: all.clone().map(|p| p.least_accuracy_m).fold(f64::INFINITY, f64::min),
            most_accuracy_m: all.clone().map(|p| p.most_accuracy_m).fold(0.0, f64::max),
            has_fresh: all.clone().any(|points| points.has_fresh),
        }
    }

    /// What the nearest site tells (flags), and what it leaves open.
    fn at_first_sight(&self, nearest: &Point, distance_m: f64) -> (u8, u8) {
        if distance_m <= self.max_m {
            let stale = match (nearest.is_fresh, self.has_fresh) {
                (true, _) => (0, 0),
                (false, true) => (0, ASKS_FRESH),
                (false, false) => (Reach::STALE, 0),
            };
            let sure = if distance_m + nearest.least_accuracy_m <= self.max_m {
                (0, 0)
            } else if distance_m + self.least_accuracy_m > self.max_m {
                (Reach::APPROXIMATE, 0)
            } else {
                (0, ASKS_SURE)
            };
            return (Reach::SERVED | stale.0 | sure.0, stale.1 | sure.1);
        }
        if distance_m - nearest.most_accuracy_m < self.max_m {
            (Reach::APPROXIMATE, 0)
        } else if distance_m - self.most_accuracy_m >= self.max_m {
            (0, 0)
        } else {
            (0, ASKS_NEAR)
        }
    }

    /// The flags that were open, from all sites that can matter.
    fn closer(&self, asks: u8, at: Projected, wide: &[Point], fresh: &[Point]) -> u8 {
        let metres = |point: &Point| square_m2(point.at, at).sqrt();
        let mut flags = 0;
        if asks & ASKS_FRESH != 0 && !fresh.iter().any(|p| p.is_fresh && metres(p) <= self.max_m) {
            flags |= Reach::STALE;
        }
        let is_sure = |point: &Point| metres(point) + point.least_accuracy_m <= self.max_m;
        if asks & ASKS_SURE != 0 && !wide.iter().any(is_sure) {
            flags |= Reach::APPROXIMATE;
        }
        let may_be_near = |point: &Point| metres(point) - point.most_accuracy_m < self.max_m;
        if asks & ASKS_NEAR != 0 && wide.iter().any(may_be_near) {
            flags |= Reach::APPROXIMATE;
        }
        flags
    }
}
