//! Links as paths use them: which are switched on, and where they touch the land.

use std::collections::BTreeSet;

use super::mesh::{Mesh, Spot};
use super::plane::{Point, point_of};
use crate::domain::Link;
use crate::spatial::projection::to_laea;

/// How far an end of a link may lie from the land, in metres: piers, and shores generalised to 1 : 250,000.
pub const LINK_REACH_M: f64 = 500.0;

/// The links that a question lets paths use.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkSet(BTreeSet<String>);

/// Links that were asked for and do not exist.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there are no links {}", .0.join(", "))]
pub struct UnknownLinks(pub Vec<String>);

impl LinkSet {
    /// No link: land only.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// The links that are on unless a question chooses.
    #[must_use]
    pub fn defaults(links: &[Link]) -> Self {
        Self(links.iter().filter(|link| link.default_on).map(|link| link.id.clone()).collect())
    }

    /// The links with these ids.
    ///
    /// # Errors
    /// Names all ids that no link has.
    pub fn named<'a>(
        links: &[Link],
        ids: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, UnknownLinks> {
        let ids: BTreeSet<String> = ids.into_iter().map(str::to_owned).collect();
        let is_known = |id: &&String| links.iter().any(|link| link.id == **id);
        let unknown: Vec<String> = ids.iter().filter(|id| !is_known(id)).cloned().collect();
        if unknown.is_empty() { Ok(Self(ids)) } else { Err(UnknownLinks(unknown)) }
    }

    /// Whether a link is switched on.
    #[must_use]
    pub fn contains(&self, id: &str) -> bool {
        self.0.contains(id)
    }

    /// The ids in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// A link with the places on land by which it is entered.
#[derive(Debug)]
pub struct LandLink {
    /// The link.
    pub link: Link,
    /// Its ends on the plane.
    pub(super) ends: [Point; 2],
    /// Where its ends are on land, none if there is no land near enough.
    pub(super) spots: [Option<Spot>; 2],
    /// Metres its use costs between the two ends: its length, at least the straight distance.
    pub(super) length_m: f64,
}

impl LandLink {
    pub(super) fn new(mesh: &Mesh, link: &Link) -> Self {
        let ends = [link.from, link.to].map(to_laea);
        let length_m = link.length_m.max(ends[0].distance_m(ends[1]));
        let ends = ends.map(point_of);
        let spots = ends.map(|end| mesh.place(end, LINK_REACH_M));
        Self { link: link.clone(), ends, spots, length_m }
    }

    /// Metres between each end and the land; `None` where there is none within [`LINK_REACH_M`], and the link leads
    /// nowhere.
    #[must_use]
    pub fn stubs_m(&self) -> [Option<f64>; 2] {
        self.spots.map(|spot| spot.map(|spot| spot.stub_m))
    }

    /// Metres from land to land, stubs included; `None` if the link leads nowhere.
    pub(super) fn cost_m(&self) -> Option<f64> {
        let [from, to] = self.stubs_m();
        Some(from? + self.length_m + to?)
    }
}
