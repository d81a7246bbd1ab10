//! Distance over land: the length of the shortest path that crosses no water, but may use links.
//!
//! Passable is what lies in the given areas and not in the water; the rest of the world is not. Between two points of
//! it the shortest path is a chain of straight legs that bend only at reflex corners of the shores, so Dijkstra's
//! algorithm on the visibility graph of these corners finds it exactly (Lozano-Pérez & Wesley 1979; de Berg, Cheong,
//! van Kreveld & Overmars, *Computational Geometry*, 3rd ed., ch. 15). Only *taut* edges are kept, those that touch
//! the shore at both ends without pointing into it. Links (ferries, bridges, border crossings) are edges of the same
//! graph between portals; each question says which of them are open, so no answer needs another graph.
//!
//! All on the plane of ETRS89-LAEA (EPSG:3035), in metres. What the figures mean and how far they can be trusted is
//! told in `docs/COVERAGE.md`.
//!
//! # A worked example
//! A square of 1 km with a lake of 200 m by 800 m that reaches in from the south. From (300, 100) to (700, 100), the
//! string drawn tight runs to the lake's corner (400, 800), 200 m along its northern shore, and down again:
//! 2 · √(100² + 700²) + 200 = 1,614.21 m, where the straight line has 400 m.
//!
//! ```
//! use geo::{LineString, MultiPolygon, Polygon};
//! use sozialatlas::coverage::Work;
//! use sozialatlas::coverage::overland::{Land, LinkSet};
//! use sozialatlas::spatial::{Projected, projection::from_laea};
//!
//! let at = |x: f64, y: f64| Projected::new(4_321_000.0 + x, 3_210_000.0 + y);
//! let area = |corners: [(f64, f64); 4]| {
//!     let ring = corners.map(|(x, y)| from_laea(at(x, y)).map(|p| (p.lon, p.lat)).unwrap());
//!     MultiPolygon(vec![Polygon::new(LineString::from(ring.to_vec()), vec![])])
//! };
//! let square = area([(0.0, 0.0), (1000.0, 0.0), (1000.0, 1000.0), (0.0, 1000.0)]);
//! let lake = area([(400.0, -50.0), (600.0, -50.0), (600.0, 800.0), (400.0, 800.0)]);
//! let land = Land::build(&[square], &[lake], &[], &Work::default())?;
//! let path = land.path(at(300.0, 100.0), at(700.0, 100.0), &LinkSet::none()).unwrap();
//! assert!((path.length_m - 1614.21).abs() < 0.01);
//! assert_eq!(path.legs.len(), 3);
//! # Ok::<(), sozialatlas::coverage::overland::LandError>(())
//! ```
//!
//! | module | does |
//! |---|---|
//! | `noding` | cuts outlines where they meet, closes slivers |
//! | `region` | land minus water, as triangles |
//! | `mesh` | which triangle holds a point, where the nearest land is |
//! | `sight` | what can be seen from a point |
//! | `nodes`, `graph` | corners that paths bend at, who sees whom |
//! | `spread`, `cells`, `path` | distances from one spot to all, to grid cells, a path leg by leg |
//! | `bytes` | the whole as a file |

mod bytes;
mod cells;
mod graph;
mod links;
mod mesh;
mod nodes;
mod noding;
mod path;
mod plane;
mod region;
mod sight;
mod spread;
#[cfg(test)]
mod tests;

use std::fmt;

use geo::{Coord, LineString, MapCoords, MultiPolygon, Polygon};
use sha2::{Digest, Sha256};

pub use bytes::LandFileError;
pub use cells::LandCells;
pub use links::{LINK_REACH_M, LandLink, LinkSet, UnknownLinks};
pub use path::{Leg, Path, Way};

use graph::{Graph, Places};
use mesh::Spot;
use path::{NO_LENGTH_M, Trail};
use plane::{NONE, Point, distance_m, point_of};
use spread::{Spread, spread};

use super::{Cancelled, Work};
use crate::domain::{Link, LonLat, hex};
use crate::spatial::Projected;
use crate::spatial::projection::to_laea;

/// Outlines nearer to each other than this, in metres, are taken to touch: gaps and overlaps between neighbours
/// (slivers) close, and vertices move by at most about that much. Far below the accuracy of any outline of areas.
pub const SNAP_M: f64 = 2.0;

/// A point may lie off the land by so many metres (generalised shores); it is then joined to the nearest land by a
/// straight stub that counts. Farther off there is no path.
pub const LAND_REACH_M: f64 = 250.0;

/// Why no land could be prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LandError {
    /// Who asked for it does not want it any more.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// A coordinate is no number.
    #[error("an outline has a coordinate that is not a finite number")]
    NotFinite,
    /// The outlines could not be cut into edges that do not cross.
    #[error("the outlines cross each other in a way that cannot be untangled; simplify them")]
    Tangled,
    /// Nothing is left to walk on.
    #[error("there is no land: the areas are empty or wholly under water")]
    NoLand,
}

/// What a land was made of: a hash of outlines, links and method. Equal keys, equal distances.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LandKey([u8; 32]);

impl fmt::Display for LandKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

/// Land prepared for shortest paths.
#[derive(Debug)]
pub struct Land {
    places: Places,
    positions: Vec<Point>,
    graph: Graph,
    key: LandKey,
}

/// How large a prepared land is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LandSize {
    /// Corners of the shores.
    pub corners: usize,
    /// Triangles.
    pub triangles: usize,
    /// Reflex corners and ends of links.
    pub nodes: usize,
    /// Edges of the graph.
    pub edges: usize,
}

impl Land {
    /// Prepares the land of these areas (lon/lat, CRS84) without the water, with these links.
    ///
    /// Runs on the threads of the current rayon pool; tells its progress to `work`.
    ///
    /// # Errors
    /// See [`LandError`].
    pub fn build(
        passable: &[MultiPolygon<f64>],
        water: &[MultiPolygon<f64>],
        links: &[Link],
        work: &Work,
    ) -> Result<Self, LandError> {
        let key = Self::key_of(passable, water, links);
        let [passable, water] = [passable, water].map(|areas| areas.iter().map(on_plane).collect());
        Self::on_plane(passable, water, links, SNAP_M, key, work)
    }

    /// As [`Self::build`], with outlines on the plane and another tolerance.
    fn on_plane(
        passable: Vec<MultiPolygon<f64>>,
        water: Vec<MultiPolygon<f64>>,
        links: &[Link],
        snap_m: f64,
        key: LandKey,
        work: &Work,
    ) -> Result<Self, LandError> {
        let mesh = region::walkable(&passable, &water, snap_m, work)?;
        if mesh.corners.is_empty() {
            return Err(LandError::NoLand);
        }
        drop((passable, water));
        let links = links.iter().map(|link| links::LandLink::new(&mesh, link)).collect();
        let places = Places::new(mesh, links);
        let graph = Graph::new(&places, work)?;
        Ok(Self { positions: places.positions(), places, graph, key })
    }

    /// The key a land of these inputs has, before it is built.
    #[must_use]
    pub fn key_of(
        passable: &[MultiPolygon<f64>],
        water: &[MultiPolygon<f64>],
        links: &[Link],
    ) -> LandKey {
        let mut hash = Sha256::new();
        let mut add = |bytes: &[u8]| hash.update(bytes);
        add(&bytes::VERSION.to_le_bytes());
        add(&SNAP_M.to_le_bytes());
        add(&LINK_REACH_M.to_le_bytes());
        for areas in [passable, water] {
            add(&(areas.len() as u64).to_le_bytes());
            for area in areas {
                let rings = |p: &Polygon<f64>| {
                    std::iter::once(p.exterior().clone()).chain(p.interiors().to_vec())
                };
                let rings: Vec<LineString<f64>> = area.0.iter().flat_map(rings).collect();
                add(&(rings.len() as u64).to_le_bytes());
                for ring in rings {
                    add(&(ring.0.len() as u64).to_le_bytes());
                    for at in ring.0 {
                        add(&at.x.to_le_bytes());
                        add(&at.y.to_le_bytes());
                    }
                }
            }
        }
        for link in links {
            add(&bytes::link_text(link));
        }
        LandKey(hash.finalize().into())
    }

    /// What this land was made of.
    #[must_use]
    pub const fn key(&self) -> LandKey {
        self.key
    }

    /// The links with their places on land, in the order they were given.
    #[must_use]
    pub fn links(&self) -> &[LandLink] {
        &self.places.links
    }

    /// How large it is.
    #[must_use]
    pub const fn size(&self) -> LandSize {
        LandSize {
            corners: self.places.mesh.points.len(),
            triangles: self.places.mesh.corners.len(),
            nodes: self.places.len(),
            edges: self.graph.to.len() / 2,
        }
    }

    /// Metres between a point and the land: 0 on it, `None` if it is farther off than [`LAND_REACH_M`] and no path
    /// can begin or end there.
    #[must_use]
    pub fn stub_m(&self, at: Projected) -> Option<f64> {
        let spot = self.place(at)?;
        Some(if spot.stub_m > NO_LENGTH_M { spot.stub_m } else { 0.0 })
    }

    fn place(&self, at: Projected) -> Option<Spot> {
        self.places.mesh.place(point_of(at), LAND_REACH_M)
    }

    fn spread(&self, from: Spot, links: &LinkSet, seen: &[u32]) -> Spread {
        spread(&self.places, &self.positions, &self.graph, links, from, seen)
    }

    /// The shortest path between two points with these links; `None` if there is none.
    #[must_use]
    pub fn path(&self, from: Projected, to: Projected, links: &LinkSet) -> Option<Path> {
        let (start, end) = (self.place(from)?, self.place(to)?);
        let [asked_from, asked_to] = [from, to].map(point_of);
        let mut trail = Trail::from(asked_from);
        let id_of = |link: usize| self.places.links[link].link.id.clone();
        if distance_m(asked_from, asked_to) <= 0.0 {
            return Some(trail.finish(id_of));
        }
        let mut is_straight = false;
        let seen = self.places.useful_from(start, |triangle, cone| {
            is_straight |= triangle == end.triangle && cone.holds(end.at);
        });
        trail.go(start.at, start.stub_m, Way::Stub);
        if !is_straight {
            let spread = self.spread(start, links, &seen);
            let last = self.places.useful_from(end, |_, _| ()).into_iter().min_by(|a, b| {
                let through = |place: u32| {
                    let leg_m = distance_m(self.positions[place as usize], end.at);
                    spread.metres[place as usize] + leg_m
                };
                through(*a).total_cmp(&through(*b))
            })?;
            if spread.metres[last as usize].is_infinite() {
                return None;
            }
            self.retrace(&spread, last, &mut trail);
        }
        let goal = if end.stub_m > NO_LENGTH_M { end.at } else { asked_to };
        trail.go(goal, distance_m(trail.at(), goal), Way::Land);
        trail.go(asked_to, end.stub_m, Way::Stub);
        Some(trail.finish(id_of))
    }

    /// Adds the legs to the place `last`.
    fn retrace(&self, spread: &Spread, last: u32, trail: &mut Trail) {
        let mut steps = Vec::new();
        let mut place = last;
        while place != NONE {
            let step = spread.steps[place as usize];
            steps.push((place, step.by_link));
            place = step.before;
        }
        for (place, by_link) in steps.into_iter().rev() {
            let to = self.positions[place as usize];
            match self.places.portal(place).filter(|_| by_link) {
                Some((link, end)) => {
                    let way = &self.places.links[link];
                    let [off, on] = [1 - end, end];
                    let stub_m = |end: usize| way.spots[end].map_or(0.0, |spot| spot.stub_m);
                    trail.go(way.ends[off], stub_m(off), Way::Stub);
                    trail.go(way.ends[on], way.length_m, Way::Link(link));
                    trail.go(to, stub_m(on), Way::Stub);
                }
                None => trail.go(to, distance_m(trail.at(), to), Way::Land),
            }
        }
    }
}

/// An outline in lon/lat on the plane of EPSG:3035. Edges are straight on the plane; a border of 10 km lies up to
/// 3 m beside the one that is straight in degrees.
fn on_plane(area: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    area.map_coords(|at| {
        let at = to_laea(LonLat { lon: at.x, lat: at.y });
        Coord { x: at.easting_m, y: at.northing_m }
    })
}
