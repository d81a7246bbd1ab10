//! Scenarios of the planning that were kept.

use super::error::failed;
use super::feed::Entity;
use super::text::{from_json, read_word, to_json};
use super::tx::{Tx, execute};
use super::{DatabaseError, Store};
use crate::domain::{AccountId, ChangeAction, ScenarioId, StoredScenario};

/// A scenario with the state of its record.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioRecord {
    /// Names it.
    pub id: ScenarioId,
    /// Whose it is; `None` once that account is erased.
    pub account_id: Option<AccountId>,
    /// The scenario.
    pub scenario: StoredScenario,
    /// Version of the record, for the optimistic lock (`ETag`).
    pub version: i64,
    /// When it was first kept, RFC 3339 UTC.
    pub created_at: String,
    /// When it was last written, RFC 3339 UTC.
    pub last_modified: String,
}

type Row = (String, Option<String>, String, i64, String, String);

const FIND: &str = "SELECT id, account_id, document, version, created_at, last_modified \
     FROM scenario WHERE id = $1";
const WHAT: &str = "reading a scenario";
const WRITING: &str = "keeping a scenario";

fn read(row: Row) -> Result<ScenarioRecord, DatabaseError> {
    const TABLE: &str = "scenario";
    let (key, account, document, version, created_at, last_modified) = row;
    let account_id = account
        .map(|text| read_word(TABLE, "account_id", &key, &text, |text| text.parse().ok()))
        .transpose()?;
    Ok(ScenarioRecord {
        id: read_word(TABLE, "id", &key, &key, |text| text.parse().ok())?,
        account_id,
        scenario: from_json(TABLE, "document", || key.clone(), &document)?,
        version,
        created_at,
        last_modified,
    })
}

impl Store {
    /// All kept scenarios, in id order.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a row that cannot be read.
    pub async fn list_scenarios(&self) -> Result<Vec<ScenarioRecord>, DatabaseError> {
        const LIST: &str = "SELECT id, account_id, document, version, created_at, last_modified \
             FROM scenario ORDER BY id";
        let rows: Vec<Row> = on_pool!(self, pool => sqlx::query_as(LIST).fetch_all(pool).await)
            .map_err(failed("reading the scenarios"))?;
        rows.into_iter().map(read).collect()
    }

    /// The scenario of an id.
    ///
    /// # Errors
    /// As [`Store::list_scenarios`].
    pub async fn find_scenario(
        &self,
        id: ScenarioId,
    ) -> Result<Option<ScenarioRecord>, DatabaseError> {
        let row: Option<Row> = on_pool!(self, pool => {
            sqlx::query_as(FIND).bind(id.to_string()).fetch_optional(pool).await
        })
        .map_err(failed(WHAT))?;
        row.map(read).transpose()
    }
}

impl Tx {
    /// The scenario of an id, as this transaction sees it.
    ///
    /// # Errors
    /// As [`Store::list_scenarios`].
    pub async fn find_scenario(
        &mut self,
        id: ScenarioId,
    ) -> Result<Option<ScenarioRecord>, DatabaseError> {
        let row: Option<Row> = on_tx!(self, connection => {
            sqlx::query_as(FIND).bind(id.to_string()).fetch_optional(&mut *connection).await
        })
        .map_err(failed(WHAT))?;
        row.map(read).transpose()
    }

    /// How many scenarios an account has kept.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn count_scenarios_of(&mut self, account: AccountId) -> Result<u64, DatabaseError> {
        const COUNT: &str = "SELECT COUNT(*) FROM scenario WHERE account_id = $1";
        let account = account.to_string();
        let (count,): (i64,) = on_tx!(self, connection => {
            sqlx::query_as(COUNT).bind(&account).fetch_one(&mut *connection).await
        })
        .map_err(failed("counting scenarios"))?;
        Ok(count.unsigned_abs())
    }

    /// Keeps a scenario; it is at version 1.
    ///
    /// # Errors
    /// [`DatabaseError::Nul`], [`DatabaseError::UnknownReference`] for an account that is not there.
    pub async fn insert_scenario(
        &mut self,
        id: ScenarioId,
        account: Option<AccountId>,
        scenario: &StoredScenario,
    ) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO scenario \
             (id, account_id, document, version, created_at, last_modified) \
             VALUES ($1, $2, $3, 1, $4, $4)";
        let (key, account) = (id.to_string(), account.map(|account| account.to_string()));
        let document = to_json(|| format!("scenario {key}"), scenario)?;
        execute!(self, WRITING, INSERT, &key, account, &document, &self.at)?;
        self.append_change(Entity::Scenario, &key, ChangeAction::Create, None, Some(1)).await?;
        Ok(())
    }

    /// Writes a scenario in the place of the version that was seen; its new version.
    ///
    /// # Errors
    /// [`DatabaseError::Conflict`] when it is at another version, or not there; [`DatabaseError::Nul`].
    pub async fn update_scenario(
        &mut self,
        id: ScenarioId,
        scenario: &StoredScenario,
        expected_version: i64,
    ) -> Result<i64, DatabaseError> {
        const UPDATE: &str = "UPDATE scenario SET document = $2, version = version + 1, \
             last_modified = $3 WHERE id = $1 AND version = $4";
        let key = id.to_string();
        let document = to_json(|| format!("scenario {key}"), scenario)?;
        let done = execute!(self, WRITING, UPDATE, &key, &document, &self.at, expected_version)?;
        self.check_scenario(id, expected_version, done).await?;
        let (before, next) = (Some(expected_version), expected_version + 1);
        let action = ChangeAction::Update;
        self.append_change(Entity::Scenario, &key, action, before, Some(next)).await?;
        Ok(next)
    }

    /// Deletes a scenario that is at the version that was seen.
    ///
    /// # Errors
    /// [`DatabaseError::Conflict`] when it is at another version, or not there.
    pub async fn delete_scenario(
        &mut self,
        id: ScenarioId,
        expected_version: i64,
    ) -> Result<(), DatabaseError> {
        const DELETE: &str = "DELETE FROM scenario WHERE id = $1 AND version = $2";
        let key = id.to_string();
        let done = execute!(self, "deleting a scenario", DELETE, &key, expected_version)?;
        self.check_scenario(id, expected_version, done).await?;
        let (action, before) = (ChangeAction::Withdraw, Some(expected_version));
        self.append_change(Entity::Scenario, &key, action, before, None).await?;
        Ok(())
    }

    /// Fails where no row was at the version that was seen.
    async fn check_scenario(
        &mut self,
        id: ScenarioId,
        expected: i64,
        done: u64,
    ) -> Result<(), DatabaseError> {
        if done == 1 {
            return Ok(());
        }
        let found = self.find_scenario(id).await?.map(|record| record.version);
        let (entity, id) = (Entity::Scenario, id.to_string());
        Err(DatabaseError::Conflict { entity, id, expected, found })
    }
}
