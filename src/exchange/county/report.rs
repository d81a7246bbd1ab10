//! What a reading took, what it left, and why.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use crate::domain::{FeatureId, ServiceId, WithheldReason};
use crate::exchange::ImportError;

/// What became of one row of `offers.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowOutcome {
    /// Line of the file.
    pub row: u64,
    /// Id in the collection.
    pub offer_id: String,
    /// The service it went into.
    pub service_id: ServiceId,
    /// Its site, that is its feature.
    pub feature_id: FeatureId,
    /// Why it is kept but not public; `None` = published.
    pub withheld: Option<WithheldReason>,
}

/// Accounts for every row of the offers, and for what was left out or could not be mapped elsewhere.
///
/// A row with a fault is refused together with the whole package ([`crate::exchange::ImportErrors`] names it), so a
/// report exists only when no row was refused.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// One outcome for every row of `offers.csv`, in its order.
    pub offers: Vec<RowOutcome>,
    /// What was left out or kept as text only: wordings without a mapping, hours that do not parse, facts withheld.
    pub notes: Vec<ImportError>,
}

impl Report {
    /// Number of published rows.
    #[must_use]
    pub fn published(&self) -> usize {
        self.offers.iter().filter(|o| o.withheld.is_none()).count()
    }

    /// Numbers of rows kept but not public, by reason.
    #[must_use]
    pub fn withheld(&self) -> BTreeMap<WithheldReason, usize> {
        let mut counts = BTreeMap::new();
        for reason in self.offers.iter().filter_map(|o| o.withheld) {
            *counts.entry(reason).or_default() += 1;
        }
        counts
    }

    /// The service and site that a row of the collection went into.
    #[must_use]
    pub fn find_offer(&self, offer_id: &str) -> Option<&RowOutcome> {
        self.offers.iter().find(|o| o.offer_id == offer_id)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} rows: {} published", self.offers.len(), self.published())?;
        for (reason, count) in self.withheld() {
            write!(f, ", {count} kept but not public ({})", reason.as_str())?;
        }
        write!(f, ", 0 refused; {} notes", self.notes.len())
    }
}
