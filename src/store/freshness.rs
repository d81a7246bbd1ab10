//! How fresh the entries were at the end of months that are over: counted once by each policy.

use std::collections::BTreeMap;

use super::error::failed;
use super::text::{read_number, without_nul};
use super::tx::{Tx, execute};
use super::{DatabaseError, Store};
use crate::domain::FreshnessCount;

impl Store {
    /// The months that were counted by a policy (its SHA-256), by month (`2026-11`).
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_freshness_months(
        &self,
        policy: &str,
    ) -> Result<BTreeMap<String, FreshnessCount>, DatabaseError> {
        const LIST: &str =
            "SELECT month, fresh, stale, unknown FROM freshness_month WHERE policy = $1";
        let rows: Vec<(String, i64, i64, i64)> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(policy).fetch_all(pool).await
        })
        .map_err(failed("reading how fresh entries were"))?;
        rows.into_iter()
            .map(|(month, fresh, stale, unknown)| {
                let read = |column, number| read_number("freshness_month", column, &month, number);
                let counted = FreshnessCount {
                    fresh: read("fresh", fresh)?,
                    stale: read("stale", stale)?,
                    unknown: read("unknown", unknown)?,
                };
                Ok((month, counted))
            })
            .collect()
    }
}

impl Tx {
    /// Writes down how fresh the entries were at the end of a month. Counted by somebody else meanwhile, it stays so:
    /// what is over does not change.
    ///
    /// # Errors
    /// [`DatabaseError::Nul`]; as the database reports.
    pub async fn save_freshness_month(
        &mut self,
        month: &str,
        policy: &str,
        counted: &FreshnessCount,
    ) -> Result<(), DatabaseError> {
        const SAVE: &str = "INSERT INTO freshness_month (month, policy, fresh, stale, unknown) \
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (month, policy) DO NOTHING";
        const WHAT: &str = "writing down how fresh entries were";
        let amount = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let (fresh, stale) = (amount(counted.fresh), amount(counted.stale));
        let month = without_nul("a month", month)?;
        execute!(self, WHAT, SAVE, month, policy, fresh, stale, amount(counted.unknown))?;
        Ok(())
    }
}
