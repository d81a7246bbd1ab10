//! The visibility graph: which corners a taut path may join by a straight line.

use rayon::prelude::*;

use super::links::LandLink;
use super::mesh::{InTriangles, Mesh, Spot};
use super::nodes::Nodes;
use super::plane::Point;
use super::sight::{Eye, Seen, look};
use super::{Cancelled, Work};

/// Corners joined at once between two looks at whether the work is still wanted.
const AT_ONCE: usize = 64;

/// The places a path consists of: corners first, then two portals for each link (its ends on land).
#[derive(Debug)]
pub(super) struct Places {
    pub(super) mesh: Mesh,
    pub(super) nodes: Nodes,
    pub(super) links: Vec<LandLink>,
    portals_in: InTriangles,
}

impl Places {
    pub(super) fn new(mesh: Mesh, links: Vec<LandLink>) -> Self {
        let nodes = Nodes::new(&mesh);
        let spots = links.iter().flat_map(|link| link.spots);
        let spots = (0..).zip(spots).filter_map(|(at, spot)| Some((spot?.triangle, at)));
        let portals_in = InTriangles::new(mesh.corners.len(), spots.collect());
        Self { mesh, nodes, links, portals_in }
    }

    pub(super) const fn len(&self) -> usize {
        self.nodes.len() + 2 * self.links.len()
    }

    /// Link and end of a place, if it is a portal.
    pub(super) fn portal(&self, place: u32) -> Option<(usize, usize)> {
        let portal = (place as usize).checked_sub(self.nodes.len())?;
        Some((portal / 2, portal % 2))
    }

    fn spot(&self, place: u32) -> Option<Spot> {
        let (link, end) = self.portal(place)?;
        self.links.get(link)?.spots[end]
    }

    /// Where a place is; `None` for a portal without land.
    pub(super) fn at(&self, place: u32) -> Option<Point> {
        match self.nodes.at.get(place as usize) {
            Some(at) => Some(*at),
            None => self.spot(place).map(|spot| spot.at),
        }
    }

    /// All positions, those of portals without land at the origin (nothing leads to them).
    pub(super) fn positions(&self) -> Vec<Point> {
        (0..self.len() as u32).map(|place| self.at(place).unwrap_or_default()).collect()
    }

    /// The places that a shortest path may go to straight from `spot`; calls `pass` with the triangles seen.
    pub(super) fn useful_from(
        &self,
        spot: Spot,
        pass: impl FnMut(u32, super::sight::Cone),
    ) -> Vec<u32> {
        self.useful(Eye::Inside(spot.at, spot.triangle), spot.at, pass)
    }

    fn useful(
        &self,
        eye: Eye<'_>,
        at: Point,
        mut pass: impl FnMut(u32, super::sight::Cone),
    ) -> Vec<u32> {
        let mut found: Vec<u32> = Vec::new();
        let first_portal = self.nodes.len() as u32;
        look(&self.mesh, eye, |seen| match seen {
            Seen::Corner(triangle, corner) => found.extend(self.nodes.at_corner(triangle, corner)),
            Seen::Triangle(triangle, cone) => {
                let portals = self.portals_in.of(triangle).iter().map(|p| first_portal + p);
                found.extend(portals.filter(|p| self.at(*p).is_some_and(|at| cone.holds(at))));
                pass(triangle, cone);
            }
        });
        found.sort_unstable();
        found.dedup();
        found.retain(|place| *place >= first_portal || self.nodes.is_taut(*place, at));
        found
    }

    /// The places that a shortest path through `place` may go to straight from it.
    fn neighbours(&self, place: u32) -> Vec<u32> {
        let Some(at) = self.at(place) else { return Vec::new() };
        if let Some(spot) = self.spot(place) {
            let mut found = self.useful_from(spot, |_, _| ());
            found.retain(|other| *other != place);
            return found;
        }
        let mut found = self.useful(Eye::Corner(at, self.nodes.fan(place)), at, |_, _| ());
        // A taut path also has to come to this corner from over there.
        found.retain(|other| {
            *other != place && self.at(*other).is_some_and(|there| self.nodes.is_taut(place, there))
        });
        found
    }
}

/// Who is joined with whom, both ways; the length of an edge is the straight distance.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Graph {
    pub(super) starts: Vec<u32>,
    pub(super) to: Vec<u32>,
}

impl Graph {
    /// Looks around from every place.
    pub(super) fn new(places: &Places, work: &Work) -> Result<Self, Cancelled> {
        let all: Vec<u32> = (0..places.len() as u32).collect();
        work.expect_steps(all.len() as u64);
        let found: Vec<Vec<Vec<u32>>> = all
            .par_chunks(AT_ONCE)
            .map(|some| {
                work.check()?;
                let found = some.iter().map(|place| places.neighbours(*place)).collect();
                work.step(some.len() as u64);
                Ok(found)
            })
            .collect::<Result<_, Cancelled>>()?;
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for (from, found) in (0..).zip(found.iter().flatten()) {
            // Both ways, so that what one end sees by grazing a shore holds for the other end too.
            pairs.extend(found.iter().flat_map(|to| [(from, *to), (*to, from)]));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut starts = vec![0_u32; places.len() + 1];
        for (from, _) in &pairs {
            starts[*from as usize + 1] += 1;
        }
        for at in 0..places.len() {
            starts[at + 1] += starts[at];
        }
        Ok(Self { starts, to: pairs.into_iter().map(|(_, to)| to).collect() })
    }

    /// The places joined with one.
    pub(super) fn neighbours(&self, place: u32) -> &[u32] {
        let at = place as usize;
        &self.to[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}
