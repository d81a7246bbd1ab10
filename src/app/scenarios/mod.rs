//! Scenarios that planners keep: seen by all who may keep one, changed by whoever kept it. Where that account is erased,
//! everybody who may keep one may change it.

mod facts;

pub use facts::ScenarioFacts;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::listings::{answered, remember};
use super::{AppError, Author, Desk, Once};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{AccountId, Denied, FieldError, FieldErrors, ScenarioId, StoredScenario};
use crate::store::{DatabaseError, ScenarioRecord, Tx};

/// Most scenarios that an account keeps.
const MOST: u64 = 200;
/// Whoever did not keep a scenario may store a copy of it, and no more.
const NOT_YOURS: Denied = Denied { reason: "only whoever stored the scenario may change it" };

/// A kept scenario, as somebody sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioView {
    /// The scenario and its record.
    pub record: ScenarioRecord,
    /// Who kept it; `None` once that account is erased.
    pub by: Option<String>,
    /// Whether the one who looks may change it.
    pub is_own: bool,
}

/// What is to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioEdit {
    /// The scenario in whose place it comes, and the version of it that was seen; `None` = a new one.
    pub instead_of: Option<(ScenarioId, i64)>,
    /// The scenario.
    pub scenario: StoredScenario,
    /// The key of the request, if it carries one.
    pub once: Option<Once>,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioEdited {
    /// The scenario.
    pub id: ScenarioId,
    /// Its version now (`ETag`).
    pub version: i64,
}

fn may_store(author: &Author) -> Result<(), Denied> {
    may(&author.actor, Action::StoreScenario, Subject::default())
}

fn is_own(author: &Author, record: &ScenarioRecord) -> bool {
    record.account_id.is_none() || record.account_id == author.account()
}

/// Fails where somebody has written since the version that was seen.
fn check_version(record: &ScenarioRecord, expected: i64) -> Result<(), DatabaseError> {
    if record.version == expected {
        return Ok(());
    }
    let entity = crate::store::Entity::Scenario;
    let (id, found) = (record.id.to_string(), Some(record.version));
    Err(DatabaseError::Conflict { entity, id, expected, found })
}

impl Desk {
    /// Everything that was kept, the last written first.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn list_scenarios(&self, author: &Author) -> Result<Vec<ScenarioView>, AppError> {
        may_store(author)?;
        let accounts = self.store.list_accounts().await?;
        let names: BTreeMap<AccountId, String> =
            accounts.into_iter().map(|account| (account.id, account.name)).collect();
        let view = |record: ScenarioRecord| ScenarioView {
            by: record.account_id.and_then(|id| names.get(&id).cloned()),
            is_own: is_own(author, &record),
            record,
        };
        let mut all: Vec<_> = self.store.list_scenarios().await?.into_iter().map(view).collect();
        all.sort_by(|a, b| {
            let rest = |one: &ScenarioView| (one.record.scenario.name.clone(), one.record.id);
            (&b.record.last_modified, rest(a)).cmp(&(&a.record.last_modified, rest(b)))
        });
        Ok(all)
    }

    /// A kept scenario; `None` = there is no such one.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn find_scenario(
        &self,
        author: &Author,
        id: ScenarioId,
    ) -> Result<Option<ScenarioView>, AppError> {
        may_store(author)?;
        let Some(record) = self.store.find_scenario(id).await? else { return Ok(None) };
        let by = match record.account_id {
            Some(account) => self.find_account(account).await?.map(|account| account.name),
            None => None,
        };
        Ok(Some(ScenarioView { by, is_own: is_own(author, &record), record }))
    }

    /// Keeps a scenario, in the place of another one where the edit says so. `None` = that one is not there.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Invalid`]; [`AppError::Database`] with a conflict when somebody has written since
    /// the version that was seen.
    pub async fn store_scenario(
        &self,
        author: &Author,
        edit: ScenarioEdit,
    ) -> Result<Option<ScenarioEdited>, AppError> {
        may_store(author)?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        if let Some(known) = answered(&mut tx, edit.once.as_ref()).await? {
            return Ok(Some(known));
        }
        let mut scenario = edit.scenario;
        scenario.name = scenario.name.trim().to_owned();
        let note = scenario.note.replace("\r\n", "\n");
        note.trim().clone_into(&mut scenario.note);
        let edited = if let Some((id, expected)) = edit.instead_of {
            let Some(record) = tx.find_scenario(id).await? else { return Ok(None) };
            if !is_own(author, &record) {
                return Err(NOT_YOURS.into());
            }
            scenario.validate()?;
            check_version(&record, expected)?;
            let version = tx.update_scenario(id, &scenario, expected).await?;
            ScenarioEdited { id, version }
        } else {
            scenario.validate()?;
            self.check_room(&mut tx, author).await?;
            let id = ScenarioId(self.ids.next());
            tx.insert_scenario(id, author.account(), &scenario).await?;
            ScenarioEdited { id, version: 1 }
        };
        remember(&mut tx, edit.once.as_ref(), &edited).await?;
        tx.commit().await?;
        Ok(Some(edited))
    }

    async fn check_room(&self, tx: &mut Tx, author: &Author) -> Result<(), AppError> {
        let account = author.account().ok_or(Denied { reason: "only people keep scenarios" })?;
        if tx.count_scenarios_of(account).await? < MOST {
            return Ok(());
        }
        let detail = format!("an account keeps at most {MOST} scenarios; delete one before");
        Err(FieldErrors(vec![FieldError::new("/name", "too_many", detail)]).into())
    }

    /// Deletes a scenario. `None` = there is no such one.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Database`] with a conflict.
    pub async fn delete_scenario(
        &self,
        author: &Author,
        id: ScenarioId,
        expected_version: i64,
    ) -> Result<Option<()>, AppError> {
        may_store(author)?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let Some(record) = tx.find_scenario(id).await? else { return Ok(None) };
        if !is_own(author, &record) {
            return Err(NOT_YOURS.into());
        }
        check_version(&record, expected_version)?;
        tx.delete_scenario(id, expected_version).await?;
        tx.commit().await?;
        Ok(Some(()))
    }
}
