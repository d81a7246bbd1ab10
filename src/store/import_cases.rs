//! Where a county package differs from what people have written: cases for an editor.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::error::failed;
use super::text::{from_json, read_word, to_json, without_nul};
use super::tx::{Tx, execute};
use super::{DatabaseError, Store};
use crate::domain::{Listing, OrganizationId, ReviewStatus, ServiceId};

/// What became of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportCaseState {
    /// Nobody has decided yet.
    Open,
    /// The entry says what the package says.
    Taken,
    /// The entry stays as people wrote it.
    Kept,
}

impl ImportCaseState {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Open, Self::Taken, Self::Kept];

    /// The word used in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Taken => "taken",
            Self::Kept => "kept",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// What a package says of an entry: the entry, and where it would stand.
pub type Said = (Listing, ReviewStatus);

/// A package says otherwise than people have written, or no longer has the entry.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportCase {
    /// The entry.
    pub service_id: ServiceId,
    /// Short name of the county whose package it is.
    pub region: String,
    /// SHA-256 of what the package says.
    pub digest: String,
    /// What the package says; `None` = it no longer has the entry.
    pub said: Option<Said>,
    /// What became of it.
    pub state: ImportCaseState,
    /// Whether nobody has decided, and nobody is asked while the entry is archived.
    pub is_set_aside: bool,
    /// Since when the package says so, RFC 3339 UTC.
    pub since: String,
}

/// What is known of what a package says of an entry, decided or not, while the entry is part of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedCase {
    /// Short name of the county whose package it is.
    pub region: String,
    /// SHA-256 of what the package says.
    pub digest: String,
    /// What the package says, as it was kept; `None` = it no longer has the entry.
    pub document: Option<String>,
    /// Where the package would have it stand.
    pub review_status: Option<String>,
    /// What became of the case.
    pub state: String,
    /// Since when, RFC 3339 UTC.
    pub since: String,
}

/// A case in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportCaseSummary {
    /// The entry.
    pub service_id: ServiceId,
    /// Its name as it stands here.
    pub name: String,
    /// The organization that owns it.
    pub owner: Option<OrganizationId>,
    /// Whether the package no longer has it.
    pub gone: bool,
    /// Version of its record.
    pub version: i64,
    /// Since when, RFC 3339 UTC.
    pub since: String,
}

type Row = (String, String, Option<String>, Option<String>, String, String);

const FIND: &str = "SELECT region, digest, document, review_status, state, since \
     FROM import_case WHERE service_id = $1";
/// Before the hash of a case that is set aside: so it is like none that a package could bring.
const ASIDE: &str = "aside:";
const READING: &str = "reading what a package says otherwise";
const WRITING: &str = "noting what a package says otherwise";

fn read(id: ServiceId, row: Row) -> Result<ImportCase, DatabaseError> {
    const TABLE: &str = "import_case";
    let (region, digest, document, status, state, since) = row;
    let key = id.to_string();
    let listing: Option<Listing> = document
        .map(|document| from_json(TABLE, "document", || key.clone(), &document))
        .transpose()?;
    let status = status
        .map(|word| read_word(TABLE, "review_status", &key, &word, ReviewStatus::parse))
        .transpose()?;
    let state = read_word(TABLE, "state", &key, &state, ImportCaseState::parse)?;
    let is_set_aside = digest.starts_with(ASIDE);
    let digest = digest.strip_prefix(ASIDE).map_or(digest.clone(), str::to_owned);
    let said = listing.zip(status);
    Ok(ImportCase { service_id: id, region, digest, said, state, is_set_aside, since })
}

impl Store {
    /// What a package says otherwise of an entry, decided or not.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a document that cannot be read.
    pub async fn find_import_case(
        &self,
        id: ServiceId,
    ) -> Result<Option<ImportCase>, DatabaseError> {
        let row: Option<Row> = on_pool!(self, pool => {
            sqlx::query_as(FIND).bind(id.to_string()).fetch_optional(pool).await
        })
        .map_err(failed(READING))?;
        row.map(|row| read(id, row)).transpose()
    }

    /// The cases that nobody has decided yet, oldest first, at most `limit`.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_import_cases(
        &self,
        limit: u32,
    ) -> Result<Vec<ImportCaseSummary>, DatabaseError> {
        const LIST: &str = "SELECT c.service_id, s.name, s.organization_id, \
             CAST(CASE WHEN c.document IS NULL THEN 1 ELSE 0 END AS BIGINT), s.version, c.since \
             FROM import_case c JOIN service s ON s.id = c.service_id \
             WHERE c.state = 'open' ORDER BY c.since, c.service_id LIMIT $1";
        type Summary = (String, String, Option<String>, i64, i64, String);
        let rows: Vec<Summary> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(i64::from(limit)).fetch_all(pool).await
        })
        .map_err(failed(READING))?;
        rows.into_iter()
            .map(|(id, name, owner, gone, version, since)| {
                let owner = owner
                    .map(|text| {
                        read_word("service", "organization_id", &id, &text, |t| t.parse().ok())
                    })
                    .transpose()?;
                let service_id =
                    read_word("import_case", "service_id", &id, &id, |text| text.parse().ok())?;
                Ok(ImportCaseSummary { service_id, name, owner, gone: gone == 1, version, since })
            })
            .collect()
    }
}

impl Tx {
    /// What a package says otherwise of an entry, as this transaction sees it.
    ///
    /// # Errors
    /// As [`Store::find_import_case`].
    pub async fn find_import_case(
        &mut self,
        id: ServiceId,
    ) -> Result<Option<ImportCase>, DatabaseError> {
        let row: Option<Row> = on_tx!(self, connection => {
            sqlx::query_as(FIND).bind(id.to_string()).fetch_optional(&mut *connection).await
        })
        .map_err(failed(READING))?;
        row.map(|row| read(id, row)).transpose()
    }

    /// The entries of which something is known, decided or not.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_import_case_ids(&mut self) -> Result<BTreeSet<ServiceId>, DatabaseError> {
        const LIST: &str = "SELECT service_id FROM import_case";
        let rows: Vec<(String,)> = on_tx!(self, connection => {
            sqlx::query_as(LIST).fetch_all(&mut *connection).await
        })
        .map_err(failed(READING))?;
        rows.into_iter()
            .map(|(id,)| read_word("import_case", "service_id", &id, &id, |text| text.parse().ok()))
            .collect()
    }

    /// Opens a case: what the package of `region` says now, `None` = nothing any more. What was known of the entry
    /// before is replaced.
    ///
    /// # Errors
    /// [`DatabaseError::Nul`]; as the database reports.
    pub async fn open_import_case(
        &mut self,
        id: ServiceId,
        region: &str,
        digest: &str,
        said: Option<(&Listing, ReviewStatus)>,
    ) -> Result<(), DatabaseError> {
        const OPEN: &str = "INSERT INTO import_case \
             (service_id, region, digest, document, review_status, state, since) \
             VALUES ($1, $2, $3, $4, $5, 'open', $6) ON CONFLICT (service_id) DO UPDATE SET \
             region = excluded.region, digest = excluded.digest, document = excluded.document, \
             review_status = excluded.review_status, state = excluded.state, \
             since = excluded.since";
        let region = without_nul("the name of a region", region)?;
        let document = said
            .map(|(listing, _)| to_json(|| format!("entry {id} of a package"), listing))
            .transpose()?;
        let status = said.map(|(_, status)| status.as_str());
        execute!(self, WRITING, OPEN, id.to_string(), region, digest, document, status, &self.at)?;
        Ok(())
    }

    /// Notes what became of a case.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn settle_import_case(
        &mut self,
        id: ServiceId,
        state: ImportCaseState,
    ) -> Result<(), DatabaseError> {
        const SETTLE: &str = "UPDATE import_case SET state = $2 WHERE service_id = $1";
        execute!(self, WRITING, SETTLE, id.to_string(), state.as_str())?;
        Ok(())
    }

    /// Asks nobody about a case while its entry is archived.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn set_aside_import_case(&mut self, id: ServiceId) -> Result<(), DatabaseError> {
        const SET_ASIDE: &str = "UPDATE import_case SET state = 'kept', digest = $2 || digest \
             WHERE service_id = $1 AND state = 'open'";
        execute!(self, WRITING, SET_ASIDE, id.to_string(), ASIDE)?;
        Ok(())
    }

    /// Asks about a case again that was set aside: the entry is no longer archived.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn bring_back_import_case(&mut self, id: ServiceId) -> Result<(), DatabaseError> {
        const BRING_BACK: &str = "UPDATE import_case SET state = 'open', \
             digest = REPLACE(digest, $2, '') WHERE service_id = $1 AND digest LIKE $2 || '%'";
        execute!(self, WRITING, BRING_BACK, id.to_string(), ASIDE)?;
        Ok(())
    }

    /// Takes away what is known of an entry that becomes part of another, so that it can be put back.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn take_import_case(
        &mut self,
        id: ServiceId,
    ) -> Result<Option<MovedCase>, DatabaseError> {
        let row: Option<Row> = on_tx!(self, connection => {
            sqlx::query_as(FIND).bind(id.to_string()).fetch_optional(&mut *connection).await
        })
        .map_err(failed(READING))?;
        self.forget_import_case(id).await?;
        Ok(row.map(|(region, digest, document, review_status, state, since)| MovedCase {
            region,
            digest,
            document,
            review_status,
            state,
            since,
        }))
    }

    /// Puts back what [`Tx::take_import_case`] took away.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn put_back_import_case(
        &mut self,
        id: ServiceId,
        case: &MovedCase,
    ) -> Result<(), DatabaseError> {
        const PUT: &str = "INSERT INTO import_case \
             (service_id, region, digest, document, review_status, state, since) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (service_id) DO UPDATE SET \
             region = excluded.region, digest = excluded.digest, document = excluded.document, \
             review_status = excluded.review_status, state = excluded.state, \
             since = excluded.since";
        let MovedCase { region, digest, document, review_status, state, since } = case;
        let id = id.to_string();
        execute!(self, WRITING, PUT, id, region, digest, document, review_status, state, since)?;
        Ok(())
    }

    /// Forgets a case: the package and the entry say the same again.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn forget_import_case(&mut self, id: ServiceId) -> Result<(), DatabaseError> {
        const DELETE: &str = "DELETE FROM import_case WHERE service_id = $1";
        execute!(self, WRITING, DELETE, id.to_string())?;
        Ok(())
    }
}
