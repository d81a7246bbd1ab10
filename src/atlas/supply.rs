//! Sites as an analysis sees them: where, how exactly, how lately confirmed, for whom.

use std::sync::Arc;

use chrono::{Months, NaiveDate};

use super::SiteRef;
use crate::domain::{
    Ags, CoordPrecision, FeatureId, LocationDisclosure, LonLat, Reach, ServiceId, SiteType,
};

/// What sites that are alike have in common as a supply.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SupplyKind {
    /// What kind of site.
    pub site_type: SiteType,
    /// What the public may learn about the place.
    pub disclosure: LocationDisclosure,
    /// Whether it works now (not closed for a while).
    pub is_active: bool,
    /// The source itself calls the entry unconfirmed.
    pub unconfirmed: bool,
    /// How exactly the public point is known; `None` without one.
    pub precision: Option<CoordPrecision>,
    /// The municipality it says it lies in.
    pub municipality: Option<Ags>,
    /// Whom it declares to serve.
    pub area: Reach,
    /// The place is protected and known: counted at the centre of its municipality, as roughly as one known only to that.
    pub coarse: bool,
    /// Topics by their places in the taxonomy, those of its codes and their parents, sorted.
    pub categories: Box<[u16]>,
}

/// One active public site as a supply.
#[derive(Debug, Clone, PartialEq)]
pub struct SupplyFact {
    /// The site in the snapshot it was found in.
    pub site: SiteRef,
    /// Its feature.
    pub feature_id: FeatureId,
    /// Its service.
    pub service_id: ServiceId,
    /// Its public point; of a protected site whose place is recorded the centre of its municipality.
    pub point: Option<LonLat>,
    /// How far the true place may be from the point, in metres, as the county has set it.
    pub accuracy_m: Option<f64>,
    /// The first day its confirmation may mean; `None` without any date.
    pub confirmed: Option<NaiveDate>,
    /// First day on which it is stale by the policy of its category; `None` without any date.
    pub stale_from: Option<NaiveDate>,
    /// What it has in common with others.
    pub kind: Arc<SupplyKind>,
}

impl SupplyFact {
    /// Whether it is stale on a day: by so many months, or else by the policy of its category. An entry without date,
    /// and one its source calls unconfirmed, always is.
    #[must_use]
    pub fn is_stale(&self, stale_after_months: Option<u32>, today: NaiveDate) -> bool {
        if self.kind.unconfirmed {
            return true;
        }
        let from = match stale_after_months {
            None => self.stale_from,
            Some(months) => self
                .confirmed
                .map(|day| day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)),
        };
        from.is_none_or(|from| from <= today)
    }

    /// Whether people go there and the point is public.
    #[must_use]
    pub fn is_located(&self) -> bool {
        self.point.is_some()
    }

    /// Whether it reaches people without their going anywhere: it comes to them, or answers by phone or online.
    #[must_use]
    pub fn is_remote(&self) -> bool {
        matches!(
            self.kind.site_type,
            SiteType::Outreach | SiteType::Mobile | SiteType::Phone | SiteType::Online
        )
    }
}
