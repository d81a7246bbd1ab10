//! What every letter of this instance has in common: who writes, and where its links lead.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::domain::{ContactPoint, Region};
use crate::texts::Texts;

/// Who writes, and from where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// Name of the site ("Sozialatlas Landkreis Musterstadt").
    pub site_name: String,
    /// Where the site is about ("im Landkreis Musterstadt"); empty = not known.
    pub place: String,
    /// The responsible body.
    pub operator: ContactPoint,
    /// Public address without a trailing slash. Never taken from a request: its host could be made up.
    pub base_url: String,
    /// Time zone in which dates are told.
    pub timezone: Tz,
}

impl Default for Letterhead {
    /// A site without a county, for tests and trying out.
    fn default() -> Self {
        Self {
            site_name: "Sozialatlas".to_owned(),
            place: String::new(),
            operator: ContactPoint::default(),
            base_url: "http://127.0.0.1:8080".to_owned(),
            timezone: Tz::UTC,
        }
    }
}

impl Letterhead {
    /// The letterhead of a county whose pages are reached at `base_url`.
    #[must_use]
    pub fn new(region: &Region, base_url: &str, timezone: Tz) -> Self {
        Self {
            site_name: region.site_name.clone(),
            place: region.name_locative.clone(),
            operator: region.operator.clone(),
            base_url: base_url.trim_end_matches('/').to_owned(),
            timezone,
        }
    }

    /// The full address of a page given by its path.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    /// A moment as the recipient tells it: day and time of day in the region.
    pub(super) fn moment(&self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.timezone).naive_local();
        let texts = Texts::german();
        let minutes = chrono::Timelike::num_seconds_from_midnight(&local.time()) / 60;
        let minutes = u16::try_from(minutes).unwrap_or_default();
        let (day, time) = (texts.date(local.date()), texts.time(minutes));
        texts.with("mail-moment", &[("day", (&day).into()), ("time", (&time).into())])
    }
}
