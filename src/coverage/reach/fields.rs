//! Distances over land, looked up in the field of each site.

use std::sync::Arc;

use super::evaluate::Scratch;
use super::points::Point;
use super::{Found, Reach};
use crate::coverage::demand::{Block, Demand};
use crate::coverage::supply::{Serves, Supply};

/// Fields by whom their sites serve; sites that share a field are looked at as one.
pub(super) struct Fields<'a> {
    everybody: Vec<Field<'a>>,
    restricted: Vec<Vec<Field<'a>>>,
}

struct Field<'a> {
    metres: &'a [f32],
    sites: Point,
}

/// The least of what the fields say about one cell so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Least {
    /// Distance of the nearest site, and its place.
    metres: f64,
    site: u32,
    /// Distance of the nearest confirmed site.
    fresh: f64,
    /// Least distance plus accuracy.
    surely: f64,
    /// Least distance minus accuracy.
    possibly: f64,
}

const NOTHING: Least = Least {
    metres: f64::INFINITY,
    site: Reach::NO_SITE,
    fresh: f64::INFINITY,
    surely: f64::INFINITY,
    possibly: f64::INFINITY,
};

impl<'a> Fields<'a> {
    pub(super) fn new(supply: &Supply, fields: &'a [Arc<[f32]>], municipalities: usize) -> Self {
        let mut everybody = Vec::new();
        let mut restricted: Vec<Vec<Field<'a>>> = Vec::new();
        restricted.resize_with(municipalities, Vec::new);
        let sites = (0..).zip(supply.sites()).zip(fields);
        for ((place, site), metres) in sites.filter(|((_, site), _)| site.is_somewhere()) {
            let point = Point::of(place, site);
            match &site.serves {
                Serves::Everybody => put(&mut everybody, metres, point),
                Serves::Municipalities(places) => {
                    for served in places.iter() {
                        if let Some(list) = restricted.get_mut(usize::from(*served)) {
                            put(list, metres, point);
                        }
                    }
                }
            }
        }
        Self { everybody, restricted }
    }

    pub(super) fn evaluate(
        &self,
        demand: &Demand,
        block: &Block,
        max_m: f64,
        scratch: &mut Scratch,
    ) {
        let cells = block.start as usize..block.end as usize;
        scratch.least.clear();
        scratch.least.resize(cells.len(), NOTHING);
        let municipality = usize::from(demand.municipality(block.start));
        let restricted = self.restricted.get(municipality).map(Vec::as_slice).unwrap_or_default();
        for field in self.everybody.iter().chain(restricted) {
            // A field of other cells than these says nothing about them.
            let Some(metres) = field.metres.get(cells.clone()) else { continue };
            for (least, metres) in scratch.least.iter_mut().zip(metres) {
                least.take(f64::from(*metres), &field.sites);
            }
        }
        scratch.found.extend(scratch.least.iter().map(|least| least.judged(max_m)));
    }
}

fn put<'a>(list: &mut Vec<Field<'a>>, metres: &'a Arc<[f32]>, point: Point) {
    let same = list.iter_mut().find(|field| std::ptr::eq(field.metres, &raw const **metres));
    match same {
        Some(field) => field.sites.take(&point),
        None => list.push(Field { metres, sites: point }),
    }
}

impl Least {
    /// Takes in the sites of one field. NaN counts as no path.
    #[expect(clippy::float_cmp, reason = "equally near means the very same number")]
    fn take(&mut self, metres: f64, sites: &Point) {
        if metres < self.metres
            || (metres == self.metres && sites.site < self.site && metres.is_finite())
        {
            (self.metres, self.site) = (metres, sites.site);
        }
        if sites.is_fresh {
            self.fresh = self.fresh.min(metres);
        }
        self.surely = self.surely.min(metres + sites.least_accuracy_m);
        // Without a path no accuracy brings a site near (∞ − ∞ is NaN, which `min` leaves out).
        if metres < f64::INFINITY {
            self.possibly = self.possibly.min(metres - sites.most_accuracy_m);
        }
    }

    fn judged(&self, max_m: f64) -> Found {
        let mut flags = 0;
        if self.metres <= max_m {
            flags |= Reach::SERVED;
            if self.fresh > max_m {
                flags |= Reach::STALE;
            }
            if self.surely > max_m {
                flags |= Reach::APPROXIMATE;
            }
        } else if self.possibly < max_m {
            flags |= Reach::APPROXIMATE;
        }
        Found { distance_m: self.metres, site: self.site, flags }
    }
}
