//! What is offered where, as the analysis sees it.

use std::sync::Arc;

use crate::spatial::Projected;

/// Whom a site serves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Serves {
    /// Everybody, also from outside its municipality.
    #[default]
    Everybody,
    /// Only people of these municipalities: sorted places in `Demand::municipalities`.
    Municipalities(Arc<[u16]>),
}

impl Serves {
    /// Whether people of the municipality at this place are served.
    #[must_use]
    pub fn includes(&self, municipality: u16) -> bool {
        match self {
            Self::Everybody => true,
            Self::Municipalities(places) => places.binary_search(&municipality).is_ok(),
        }
    }

    /// Whether nobody at all is served (so it is with closed sites of a scenario).
    #[must_use]
    pub fn is_nobody(&self) -> bool {
        matches!(self, Self::Municipalities(places) if places.is_empty())
    }
}

/// A site that people can go to.
#[derive(Debug, Clone, PartialEq)]
pub struct SupplySite {
    /// Where it is, EPSG:3035.
    pub at: Projected,
    /// How far from there it may really lie, in metres; 0 = exactly there.
    pub accuracy_m: f64,
    /// Whether nobody has confirmed it recently enough.
    pub is_stale: bool,
    /// Whom it serves.
    pub serves: Serves,
    /// The municipality it lies in: a place in `Demand::municipalities`; `None` = outside.
    pub municipality: Option<u16>,
}

impl SupplySite {
    /// A site exactly here, confirmed, for everybody.
    #[must_use]
    pub const fn exact(at: Projected) -> Self {
        Self { at, accuracy_m: 0.0, is_stale: false, serves: Serves::Everybody, municipality: None }
    }

    /// Whether its position is finite; others reach nobody.
    pub(crate) fn is_somewhere(&self) -> bool {
        self.at.easting_m.is_finite() && self.at.northing_m.is_finite()
    }
}

/// All sites that count for a question. Their order is kept: results name a site by its place in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Supply {
    sites: Vec<SupplySite>,
}

impl Supply {
    /// The supply of these sites. Lists of municipalities are sorted; an accuracy below zero or NaN counts as 0.
    ///
    /// A site whose position is not finite reaches nobody.
    #[must_use]
    pub fn new(mut sites: Vec<SupplySite>) -> Self {
        for site in &mut sites {
            // NaN.max(0.0) is 0.0 (IEEE 754 maxNum).
            site.accuracy_m = site.accuracy_m.max(0.0);
            if let Serves::Municipalities(places) = &site.serves
                && !places.is_sorted()
            {
                let mut sorted = places.to_vec();
                sorted.sort_unstable();
                site.serves = Serves::Municipalities(sorted.into());
            }
        }
        Self { sites }
    }

    /// The sites in their order.
    #[must_use]
    pub fn sites(&self) -> &[SupplySite] {
        &self.sites
    }

    /// Number of sites.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sites.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sites.is_empty()
    }
}
