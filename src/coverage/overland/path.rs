//! One shortest path, leg by leg.

use super::plane::Point;
use crate::spatial::Projected;

/// What a leg of a path runs along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Over land.
    Land,
    /// Between a point off the land and the nearest land, counted straight.
    Stub,
    /// Along a link, by its place in [`super::Land::links`].
    Link(usize),
}

/// A straight part of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leg {
    /// Where it begins.
    pub from: Projected,
    /// Where it ends.
    pub to: Projected,
    /// What it counts in metres: for a link its length, else the straight distance.
    pub length_m: f64,
    /// What it runs along.
    pub way: Way,
}

/// A shortest path.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// Its length in metres: the sum of its legs.
    pub length_m: f64,
    /// Its legs from the beginning to the end.
    pub legs: Vec<Leg>,
    /// The ids of the links it uses, in order.
    pub links: Vec<String>,
}

impl Path {
    /// Its points from the beginning to the end.
    #[must_use]
    pub fn points(&self) -> Vec<Projected> {
        let first = self.legs.first().map(|leg| leg.from);
        first.into_iter().chain(self.legs.iter().map(|leg| leg.to)).collect()
    }
}

/// Legs up to this length are none: points on the edge of a triangle are drawn inside by a micrometre.
pub(super) const NO_LENGTH_M: f64 = 1e-5;

/// Grows a path leg by leg.
#[derive(Debug)]
pub(super) struct Trail {
    at: Point,
    legs: Vec<Leg>,
}

impl Trail {
    pub(super) const fn from(at: Point) -> Self {
        Self { at, legs: Vec::new() }
    }

    pub(super) const fn at(&self) -> Point {
        self.at
    }

    /// Adds a leg; one without length is left out (then the next begins here), except for a link.
    pub(super) fn go(&mut self, to: Point, length_m: f64, way: Way) {
        if length_m > NO_LENGTH_M || matches!(way, Way::Link(_)) {
            let from = super::plane::projected(self.at);
            self.legs.push(Leg { from, to: super::plane::projected(to), length_m, way });
            self.at = to;
        }
    }

    pub(super) fn finish(self, id_of: impl Fn(usize) -> String) -> Path {
        let links = self.legs.iter().filter_map(|leg| match leg.way {
            Way::Link(link) => Some(id_of(link)),
            Way::Land | Way::Stub => None,
        });
        Path {
            length_m: self.legs.iter().map(|leg| leg.length_m).sum(),
            links: links.collect(),
            legs: self.legs,
        }
    }
}
