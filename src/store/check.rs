//! Does the projection say what the published versions say? For the operator's examination; it changes nothing.

use std::collections::BTreeMap;
use std::fmt;

use super::error::failed;
use super::rows::{
    ContactOwner, ContactRow, LocationRow, ScheduleRow, SiteRow, area_keys, term_codes,
};
use super::text::from_json;
use super::{DatabaseError, Store};
use crate::domain::Listing;

const WHAT: &str = "checking the tables against the published versions";
/// Entries looked at in one go.
const PAGE: i64 = 500;

/// All rows of a question that takes the first and the last id.
macro_rules! fetch_between {
    ($store:expr, $sql:expr, $row:ty, $first:expr, $last:expr) => {{
        let rows: Vec<$row> = on_pool!($store, pool => {
            sqlx::query_as($sql).bind($first).bind($last).fetch_all(pool).await
        })
        .map_err(failed(WHAT))?;
        rows
    }};
}

const SITES: &str = "SELECT * FROM service_at_location WHERE service_id BETWEEN $1 AND $2";
const LOCATIONS: &str = "SELECT a.service_id AS owner, l.* FROM location l \
     JOIN service_at_location a ON a.location_id = l.id \
     WHERE a.service_id BETWEEN $1 AND $2 AND NOT EXISTS \
     (SELECT 1 FROM service_at_location other WHERE other.location_id = l.id \
     AND other.service_id <> a.service_id)";
const SCHEDULES: &str = "SELECT a.service_id AS owner, h.* FROM schedule h \
     JOIN service_at_location a ON a.id = h.service_at_location_id \
     WHERE a.service_id BETWEEN $1 AND $2";
const CONTACTS: &str = "SELECT COALESCE(c.service_id, a.service_id) AS owner, c.* \
     FROM contact c LEFT JOIN service_at_location a ON a.id = c.service_at_location_id \
     WHERE COALESCE(c.service_id, a.service_id) BETWEEN $1 AND $2";
const TERMS: &str =
    "SELECT service_id AS owner, term_code FROM service_term WHERE service_id BETWEEN $1 AND $2";
const AREAS: &str = "SELECT a.service_id AS owner, g.service_at_location_id, g.ags \
     FROM service_area g JOIN service_at_location a ON a.id = g.service_at_location_id \
     WHERE a.service_id BETWEEN $1 AND $2";

/// A place where the database contradicts itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The table.
    pub table: &'static str,
    /// Which rows: the entry they belong to, or what is wrong with the table as a whole.
    pub rows: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "table {}: {}", self.table, self.rows)
    }
}

/// The rows of one entry.
#[derive(Debug, Default, PartialEq)]
struct Rows {
    sites: Vec<SiteRow>,
    locations: Vec<LocationRow>,
    schedules: Vec<ScheduleRow>,
    contacts: Vec<ContactRow>,
    terms: Vec<String>,
    areas: Vec<(String, String)>,
}

impl Rows {
    /// What the published version says; `shared` locations are left out, since the last entry to be published
    /// decides what they say.
    fn expected(listing: &Listing, shared: &[String]) -> Result<Self, DatabaseError> {
        let id = listing.id.to_string();
        let mut rows = Self {
            terms: term_codes(listing).map(str::to_owned).collect(),
            contacts: ContactRow::new(ContactOwner::Service, &id, &listing.contact)?
                .into_iter()
                .collect(),
            ..Self::default()
        };
        for (ordinal, site) in (0_i64..).zip(&listing.sites) {
            let site_id = site.id.to_string();
            rows.sites.push(SiteRow::new(&id, ordinal, site));
            rows.locations.push(LocationRow::new(site));
            rows.schedules.extend(ScheduleRow::new(site));
            rows.contacts.extend(ContactRow::new(ContactOwner::Site, &site_id, &site.contact)?);
            rows.areas.extend(area_keys(site).map(|key| (site_id.clone(), key.to_owned())));
        }
        rows.locations.retain(|row| !shared.contains(&row.id));
        rows.sort();
        Ok(rows)
    }

    fn sort(&mut self) {
        self.sites.sort_by(|a, b| a.id.cmp(&b.id));
        self.locations.sort_by(|a, b| a.id.cmp(&b.id));
        self.locations.dedup_by(|a, b| a.id == b.id);
        self.schedules.sort_by(|a, b| a.service_at_location_id.cmp(&b.service_at_location_id));
        self.contacts.sort_by(|a, b| a.service_at_location_id.cmp(&b.service_at_location_id));
        self.terms.sort();
        self.terms.dedup();
        self.areas.sort();
        self.areas.dedup();
    }

    /// The tables in which two states of an entry differ.
    fn differences(&self, other: &Self) -> Vec<&'static str> {
        [
            ("service_at_location", self.sites == other.sites),
            ("location", self.locations == other.locations),
            ("schedule", self.schedules == other.schedules),
            ("contact", self.contacts == other.contacts),
            ("service_term", self.terms == other.terms),
            ("service_area", self.areas == other.areas),
        ]
        .into_iter()
        .filter_map(|(table, same)| (!same).then_some(table))
        .collect()
    }
}

/// An entry: id, number and document of its published version.
type Head = (String, Option<i64>, Option<String>);

impl Store {
    /// Compares the tables with the published versions, and the history with itself.
    ///
    /// Takes a while on a large database; writes of others meanwhile may show as differences.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a document that cannot be read.
    pub async fn check_projection(&self) -> Result<Vec<Fault>, DatabaseError> {
        const HEADS: &str = "SELECT s.id, s.published_revision, r.document FROM service s \
             LEFT JOIN revision r ON r.seq = s.published_seq \
             AND r.service_id = s.id AND r.number = s.published_revision \
             WHERE s.id > $1 ORDER BY s.id LIMIT $2";
        let mut faults = self.check_history().await?;
        let shared = self.shared_locations().await?;
        let mut after = String::new();
        loop {
            let heads: Vec<Head> = on_pool!(self, pool => {
                sqlx::query_as(HEADS).bind(&after).bind(PAGE).fetch_all(pool).await
            })
            .map_err(failed(WHAT))?;
            let (Some(first), Some(last)) = (heads.first(), heads.last()) else {
                return Ok(faults);
            };
            let mut actual = self.rows_between(&first.0, &last.0).await?;
            after.clone_from(&last.0);
            for (id, number, document) in heads {
                let found = actual.remove(&id).unwrap_or_default();
                let expected = match (number, document) {
                    (None, _) => Rows::default(),
                    (Some(number), Some(document)) => {
                        let row = || format!("{id}/{number}");
                        let listing = from_json("revision", "document", row, &document)?;
                        Rows::expected(&listing, &shared)?
                    }
                    (Some(number), None) => {
                        let rows = format!("version {number} of entry {id} is published but gone");
                        faults.push(Fault { table: "revision", rows });
                        continue;
                    }
                };
                faults.extend(expected.differences(&found).into_iter().map(|table| Fault {
                    table,
                    rows: format!("entry {id} differs from its published version"),
                }));
            }
        }
    }

    /// The rows of all entries from `first` to `last`, in the order of [`Rows::sort`].
    async fn rows_between(
        &self,
        first: &str,
        last: &str,
    ) -> Result<BTreeMap<String, Rows>, DatabaseError> {
        let mut all: BTreeMap<String, Rows> = BTreeMap::new();
        for row in fetch_between!(self, SITES, SiteRow, first, last) {
            all.entry(row.service_id.clone()).or_default().sites.push(row);
        }
        for Owned { owner, row } in fetch_between!(self, LOCATIONS, Owned<LocationRow>, first, last)
        {
            all.entry(owner).or_default().locations.push(row);
        }
        for Owned { owner, row } in fetch_between!(self, SCHEDULES, Owned<ScheduleRow>, first, last)
        {
            all.entry(owner).or_default().schedules.push(row);
        }
        for Owned { owner, row } in fetch_between!(self, CONTACTS, Owned<ContactRow>, first, last) {
            all.entry(owner).or_default().contacts.push(row);
        }
        for (owner, code) in fetch_between!(self, TERMS, (String, String), first, last) {
            all.entry(owner).or_default().terms.push(code);
        }
        for (owner, site, ags) in fetch_between!(self, AREAS, (String, String, String), first, last)
        {
            all.entry(owner).or_default().areas.push((site, ags));
        }
        all.values_mut().for_each(Rows::sort);
        Ok(all)
    }

    /// Locations that several entries use.
    async fn shared_locations(&self) -> Result<Vec<String>, DatabaseError> {
        const SHARED: &str = "SELECT location_id FROM service_at_location \
             GROUP BY location_id HAVING COUNT(DISTINCT service_id) > 1";
        let rows: Vec<(String,)> =
            on_pool!(self, pool => sqlx::query_as(SHARED).fetch_all(pool).await)
                .map_err(failed(WHAT))?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// Gaps in the feed or in the versions of an entry, and places that nothing uses.
    async fn check_history(&self) -> Result<Vec<Fault>, DatabaseError> {
        const QUESTIONS: [(&str, &str, &str); 3] = [
            (
                "change",
                "numbers are missing in the feed",
                "SELECT COALESCE(MAX(seq), 0) - COUNT(*) FROM change",
            ),
            (
                "revision",
                "versions of entries are missing",
                "SELECT CAST(COALESCE(SUM(latest_revision), 0) AS BIGINT) \
                 - (SELECT COUNT(*) FROM revision) FROM service",
            ),
            (
                "location",
                "places belong to no public entry",
                "SELECT COUNT(*) FROM location l WHERE NOT EXISTS \
                 (SELECT 1 FROM service_at_location a WHERE a.location_id = l.id)",
            ),
        ];
        let mut faults = Vec::new();
        for (table, what, question) in QUESTIONS {
            let (number,): (i64,) =
                on_pool!(self, pool => sqlx::query_as(question).fetch_one(pool).await)
                    .map_err(failed(WHAT))?;
            if number != 0 {
                faults.push(Fault { table, rows: format!("{number} {what}") });
            }
        }
        Ok(faults)
    }
}

/// A row with the entry it belongs to.
#[derive(Debug, sqlx::FromRow)]
struct Owned<T> {
    owner: String,
    #[sqlx(flatten)]
    row: T,
}
