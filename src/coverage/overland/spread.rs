//! Distances from one spot to all places of the graph (Dijkstra 1959).

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::graph::{Graph, Places};
use super::links::LinkSet;
use super::mesh::Spot;
use super::plane::{NONE, Point, distance_m};

/// How a path comes to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    /// The place before; [`NONE`] right after the start.
    pub(super) before: u32,
    /// Whether the last stretch is a link.
    pub(super) by_link: bool,
}

/// Distances from a spot.
#[derive(Debug)]
pub(super) struct Spread {
    /// Metres to each place, infinite where no path leads.
    pub(super) metres: Vec<f64>,
    pub(super) steps: Vec<Step>,
}

/// A distance in the queue.
#[derive(Debug, PartialEq)]
struct Metres(f64);

impl Eq for Metres {}

impl PartialOrd for Metres {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Metres {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// The distances from `from` along the graph and the links of `links`; `seen` is what can be reached straight.
pub(super) fn spread(
    places: &Places,
    positions: &[Point],
    graph: &Graph,
    links: &LinkSet,
    from: Spot,
    seen: &[u32],
) -> Spread {
    let start = Step { before: NONE, by_link: false };
    let mut spread = Spread {
        metres: vec![f64::INFINITY; positions.len()],
        steps: vec![start; positions.len()],
    };
    let mut queue = BinaryHeap::new();
    for place in seen {
        let metres = distance_m(from.at, positions[*place as usize]);
        spread.metres[*place as usize] = metres;
        queue.push(Reverse((Metres(metres), *place)));
    }
    while let Some(Reverse((Metres(metres), place))) = queue.pop() {
        if metres > spread.metres[place as usize] {
            continue;
        }
        let mut reach = |to: u32, leg_m: f64, by_link: bool| {
            let metres = metres + leg_m;
            if metres < spread.metres[to as usize] {
                spread.metres[to as usize] = metres;
                spread.steps[to as usize] = Step { before: place, by_link };
                queue.push(Reverse((Metres(metres), to)));
            }
        };
        for to in graph.neighbours(place) {
            let leg_m = distance_m(positions[place as usize], positions[*to as usize]);
            reach(*to, leg_m, false);
        }
        if let Some((link, end)) = places.portal(place) {
            let link = &places.links[link];
            if let Some(cost_m) = link.cost_m().filter(|_| links.contains(&link.link.id)) {
                let other = if end == 0 { place + 1 } else { place - 1 };
                reach(other, cost_m, true);
            }
        }
    }
    spread
}
