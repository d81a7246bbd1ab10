//! Places that are most likely a slip: asked about, not forbidden.

use std::sync::{Arc, Mutex, PoisonError};

use crate::app::open_atlas::off_the_async_threads;
use crate::app::{AppError, Desk};
use crate::atlas::{Atlas, Reference};
use crate::domain::{Ags, FieldError, FieldErrors, Listing, LonLat, Site};
use crate::spatial::Boundaries;

/// Metres by which a site may stand off the outlines of the municipalities, which are generalised.
const OUTLINE_M: f64 = 250.0;

/// Codes of everything that is asked about points; what lets a secret out is asked about by itself
/// ([`super::DISCLOSES_PLACE`]).
pub(super) const DOUBTS: [&str; 3] = ["on_water", "outside_county", "other_municipality"];

/// The land a place is looked up on.
pub(in crate::app) struct Grounds {
    pub(in crate::app) atlas: Arc<Atlas>,
    pub(in crate::app) timezone: chrono_tz::Tz,
    /// Prepared for one state of the reference data.
    land: Mutex<Option<(Arc<Reference>, Arc<Land>)>>,
}

/// Municipalities and water.
struct Land {
    municipalities: Boundaries<Ags>,
    water: Boundaries<()>,
}

impl Grounds {
    pub(in crate::app) fn new(atlas: Arc<Atlas>, timezone: chrono_tz::Tz) -> Self {
        Self { atlas, timezone, land: Mutex::default() }
    }

    /// The land as the current snapshot knows it; long the first time.
    fn land(&self) -> Arc<Land> {
        let reference = Arc::clone(self.atlas.snapshot().reference());
        let mut kept = self.land.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, land)) = kept.as_ref()
            && Arc::ptr_eq(of, &reference)
        {
            return Arc::clone(land);
        }
        let areas = reference.municipalities.iter();
        let water = reference.water.iter();
        let land = Arc::new(Land {
            municipalities: Boundaries::new(
                areas.map(|area| (area.municipality.ags, area.outline.clone())),
            ),
            water: Boundaries::new(water.map(|(_, area)| ((), area.clone()))),
        });
        *kept = Some((reference, Arc::clone(&land)));
        land
    }
}

impl Desk {
    /// What is doubtful about the points of an entry that are new or were moved; nothing where the desk knows no land.
    pub(super) async fn place_doubts(
        &self,
        listing: &Listing,
        old: Option<&Listing>,
    ) -> Result<FieldErrors, AppError> {
        let mut doubts = FieldErrors::default();
        let Some(grounds) = self.grounds.clone() else { return Ok(doubts) };
        let stood = |site: &Site| {
            let sites = old.map_or(&[][..], |old| old.sites.as_slice());
            sites.iter().any(|other| {
                other.id == site.id
                    && other.municipality == site.municipality
                    && other.position.as_ref().map(|p| p.point)
                        == site.position.as_ref().map(|p| p.point)
            })
        };
        let moved: Vec<(usize, LonLat, Option<Ags>)> = listing
            .sites
            .iter()
            .enumerate()
            .filter(|(_, site)| !stood(site))
            .filter_map(|(i, site)| Some((i, site.position.as_ref()?.point, site.municipality)))
            .collect();
        if moved.is_empty() {
            return Ok(doubts);
        }
        let found = off_the_async_threads(move || {
            let land = grounds.land();
            let doubts = moved.into_iter().filter_map(|(i, point, declared)| {
                land.doubt(&format!("/sites/{i}/position/point"), point, declared)
            });
            doubts.collect::<Vec<_>>()
        })
        .await?;
        doubts.0.extend(found);
        Ok(doubts)
    }
}

impl Land {
    /// The doubt about a point, if any.
    fn doubt(&self, pointer: &str, point: LonLat, declared: Option<Ags>) -> Option<FieldError> {
        let doubt = |code: &str, detail: &str| Some(FieldError::new(pointer, code, detail));
        if !(point.lon.is_finite() && point.lat.is_finite()) {
            return None;
        }
        if self.water.containing(point).is_some() {
            return doubt("on_water", "the point lies on water; move it, or acknowledge on_water");
        }
        let Some(found) = self.municipalities.containing_or_nearest(point, OUTLINE_M) else {
            let detail =
                "the point lies outside of the county; move it, or acknowledge outside_county";
            return doubt("outside_county", detail);
        };
        // Near a border the outlines decide nothing.
        let near = |ags: Ags| {
            let mut areas = self.municipalities.iter().filter(|(other, _)| **other == ags);
            areas.any(|(_, area)| area.distance_m(point).is_some_and(|m| m <= OUTLINE_M))
        };
        match declared {
            Some(ags) if ags != *found && !near(ags) => doubt(
                "other_municipality",
                "the point lies in another municipality than the one stated; correct one of them, or \
                 acknowledge other_municipality",
            ),
            _ => None,
        }
    }
}
