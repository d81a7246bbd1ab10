//! Ids of entries and sites that became part of others.

use super::error::failed;
use super::text::read_word;
use super::tx::{Tx, execute};
use super::{DatabaseError, Store};
use crate::domain::{FeatureId, ServiceId};

/// Where an old id leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alias {
    /// The entry.
    pub service_id: ServiceId,
    /// The site, where the old id was that of a site.
    pub site_id: Option<FeatureId>,
}

type Row = (String, Option<String>);

const FIND: &str = "SELECT service_id, site_id FROM entry_alias WHERE old_id = $1";
const WHAT: &str = "looking up a merged entry";

fn read(old: &str, (service, site): Row) -> Result<Alias, DatabaseError> {
    let service_id =
        read_word("entry_alias", "service_id", old, &service, |text| text.parse().ok())?;
    let site_id = site
        .map(|site| read_word("entry_alias", "site_id", old, &site, |text| text.parse().ok()))
        .transpose()?;
    Ok(Alias { service_id, site_id })
}

impl Store {
    /// Where the id of an entry or site leads that became part of another.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_merged(&self, old: uuid::Uuid) -> Result<Option<Alias>, DatabaseError> {
        let old = old.to_string();
        let row: Option<Row> = on_pool!(self, pool => {
            sqlx::query_as(FIND).bind(&old).fetch_optional(pool).await
        })
        .map_err(failed(WHAT))?;
        row.map(|row| read(&old, row)).transpose()
    }

    /// The entries that became part of this one.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_merged_into(&self, id: ServiceId) -> Result<Vec<ServiceId>, DatabaseError> {
        const LIST: &str = "SELECT old_id FROM entry_alias WHERE service_id = $1 \
             AND kind = 'service' ORDER BY old_id";
        let rows: Vec<(String,)> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(id.to_string()).fetch_all(pool).await
        })
        .map_err(failed(WHAT))?;
        rows.into_iter()
            .map(|(old,)| read_word("entry_alias", "old_id", &old, &old, |text| text.parse().ok()))
            .collect()
    }
}

impl Tx {
    /// Where the id of an entry leads that became part of another, as this transaction sees it.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_merged(&mut self, old: uuid::Uuid) -> Result<Option<Alias>, DatabaseError> {
        let old = old.to_string();
        let row: Option<Row> = on_tx!(self, connection => {
            sqlx::query_as(FIND).bind(&old).fetch_optional(&mut *connection).await
        })
        .map_err(failed(WHAT))?;
        row.map(|row| read(&old, row)).transpose()
    }

    /// Lets the ids of an entry and of its sites lead to another one; ids that led to it go on with it.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn save_merged(
        &mut self,
        old: ServiceId,
        kept: ServiceId,
        sites: &[(FeatureId, FeatureId)],
    ) -> Result<(), DatabaseError> {
        const FOLLOW: &str = "UPDATE entry_alias SET service_id = $2 WHERE service_id = $1";
        const FOLLOW_SITE: &str = "UPDATE entry_alias SET site_id = $2 WHERE site_id = $1";
        const FOLLOW_ROWS: &str = "UPDATE id_alias SET service_id = $2 WHERE service_id = $1";
        const FOLLOW_ROW: &str =
            "UPDATE id_alias SET service_at_location_id = $2 WHERE service_at_location_id = $1";
        const INSERT: &str = "INSERT INTO entry_alias (old_id, kind, service_id, site_id, since) \
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (old_id) DO UPDATE SET \
             service_id = excluded.service_id, site_id = excluded.site_id";
        const SAVING: &str = "merging entries";
        let (old, kept) = (old.to_string(), kept.to_string());
        for statement in [FOLLOW, FOLLOW_ROWS] {
            execute!(self, SAVING, statement, &old, &kept)?;
        }
        execute!(self, SAVING, INSERT, &old, "service", &kept, None::<&str>, &self.at)?;
        for (gone, stays) in sites {
            let (gone, stays) = (gone.to_string(), stays.to_string());
            for statement in [FOLLOW_SITE, FOLLOW_ROW] {
                execute!(self, SAVING, statement, &gone, &stays)?;
            }
            execute!(self, SAVING, INSERT, &gone, "site", &kept, Some(&stays), &self.at)?;
        }
        Ok(())
    }
}
