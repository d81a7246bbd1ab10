//! Distances from one site to all cells of a grid.

use std::f64::consts::FRAC_1_SQRT_2;
use std::sync::Arc;

use rayon::prelude::*;

use super::links::LinkSet;
use super::mesh::{InTriangles, Spot};
use super::plane::{Point, distance_m, point_of};
use super::{LAND_REACH_M, Land, LandKey};
use crate::coverage::{Cancelled, Work};
use crate::spatial::Projected;

/// Cells looked at between two looks at whether the work is still wanted.
const AT_ONCE: usize = 256;

/// What each cell of a grid sees of the land; worked out once for all questions.
#[derive(Debug)]
pub struct LandCells {
    key: LandKey,
    asked: Vec<Point>,
    spots: Vec<Option<Spot>>,
    starts: Vec<u32>,
    useful: Vec<u32>,
    in_triangles: InTriangles,
}

impl LandCells {
    /// How many cells there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.asked.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.asked.is_empty()
    }

    /// The cells that lie too far off the land for any path, in order.
    pub fn off_land(&self) -> impl Iterator<Item = u32> {
        (0..).zip(&self.spots).filter(|(_, spot)| spot.is_none()).map(|(cell, _)| cell)
    }

    /// Bytes it takes in memory.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.asked.len() * (size_of::<Point>() + size_of::<Option<Spot>>() + 2 * size_of::<u32>())
            + self.useful.len() * size_of::<u32>()
    }

    fn useful(&self, cell: usize) -> &[u32] {
        &self.useful[self.starts[cell] as usize..self.starts[cell + 1] as usize]
    }
}

impl Land {
    /// Looks around from every point, such as the middles of small cells.
    ///
    /// # Errors
    /// The work was cancelled.
    pub fn see(&self, points: &[Projected], work: &Work) -> Result<LandCells, Cancelled> {
        self.see_from_cells(points, 0, work)
    }

    /// Looks around from the middles of cells with a side of so many metres. The middle of a large cell may lie far off
    /// the land that its people live on, so it is joined to land as far off as its corners, at least [`LAND_REACH_M`].
    ///
    /// # Errors
    /// The work was cancelled.
    pub fn see_from_cells(
        &self,
        centres: &[Projected],
        side_m: u32,
        work: &Work,
    ) -> Result<LandCells, Cancelled> {
        let reach_m = LAND_REACH_M.max(f64::from(side_m) * FRAC_1_SQRT_2);
        work.expect_steps(centres.len() as u64);
        let asked: Vec<Point> = centres.iter().copied().map(point_of).collect();
        let seen: Vec<Vec<(Option<Spot>, Vec<u32>)>> = asked
            .par_chunks(AT_ONCE)
            .map(|some| {
                work.check()?;
                let look = |at: &Point| {
                    let spot = self.places.mesh.place(*at, reach_m);
                    let useful = spot.map(|spot| self.places.useful_from(spot, |_, _| ()));
                    (spot, useful.unwrap_or_default())
                };
                let seen = some.iter().map(look).collect();
                work.step(some.len() as u64);
                Ok(seen)
            })
            .collect::<Result<_, Cancelled>>()?;
        let (mut spots, mut starts, mut useful) = (Vec::new(), vec![0], Vec::new());
        for (spot, places) in seen.into_iter().flatten() {
            spots.push(spot);
            useful.extend(places);
            starts.push(useful.len() as u32);
        }
        let inside = (0..).zip(&spots).filter_map(|(cell, spot)| Some(((*spot)?.triangle, cell)));
        let in_triangles = InTriangles::new(self.places.mesh.corners.len(), inside.collect());
        Ok(LandCells { key: self.key, asked, spots, starts, useful, in_triangles })
    }

    /// Metres from a site to every cell, infinite where no path leads; exact, rounded up to the next `f32`.
    ///
    /// Cells that were seen from another land have no path.
    #[must_use]
    pub fn field(&self, cells: &LandCells, from: Projected, links: &LinkSet) -> Vec<f32> {
        let asked = point_of(from);
        let start = self.place(from).filter(|_| cells.key == self.key);
        let Some(start) = start else { return vec![f32::INFINITY; cells.len()] };
        let mut is_straight = vec![false; cells.len()];
        let seen = self.places.useful_from(start, |triangle, cone| {
            for cell in cells.in_triangles.of(triangle) {
                let at = cells.spots[*cell as usize];
                is_straight[*cell as usize] |= at.is_some_and(|spot| cone.holds(spot.at));
            }
        });
        let spread = self.spread(start, links, &seen);
        let metres = |cell: usize| {
            let Some(spot) = cells.spots[cell] else { return f64::INFINITY };
            if distance_m(cells.asked[cell], asked) <= 0.0 {
                return 0.0;
            }
            let between_m = if is_straight[cell] {
                distance_m(start.at, spot.at)
            } else {
                let through = cells.useful(cell).iter().map(|place| {
                    let leg_m = distance_m(self.positions[*place as usize], spot.at);
                    spread.metres[*place as usize] + leg_m
                });
                through.fold(f64::INFINITY, f64::min)
            };
            start.stub_m + between_m + spot.stub_m
        };
        (0..cells.len()).into_par_iter().with_min_len(AT_ONCE).map(|c| up(metres(c))).collect()
    }
}

impl Land {
    /// The fields of several sites, in their order; in parallel on the current rayon pool.
    ///
    /// # Errors
    /// The work was cancelled.
    pub fn fields(
        &self,
        cells: &LandCells,
        from: &[Projected],
        links: &LinkSet,
        work: &Work,
    ) -> Result<Vec<Arc<[f32]>>, Cancelled> {
        work.expect_steps(from.len() as u64);
        from.par_iter()
            .map(|site| {
                work.check()?;
                let field = self.field(cells, *site, links).into();
                work.step(1);
                Ok(field)
            })
            .collect()
    }
}

/// The next number that `f32` has, not below: so that no distance over land falls below the straight one.
fn up(metres: f64) -> f32 {
    let near = metres as f32;
    if f64::from(near) < metres { near.next_up() } else { near }
}
