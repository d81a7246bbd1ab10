//! Accounts and what they sign in with. None of it is part of the change feed: the feed tells what the atlas knows;
//! what happens to accounts stands in the audit ([`AuditRecord`]), which is forgotten after a time.

mod audit;
mod identities;
mod links;
mod rows;
mod sessions;
mod tokens;

pub use audit::{AuditRecord, Forgotten};
pub use identities::IdentityRecord;
pub use links::{LinkEnd, LinkRecord};
pub use sessions::{SessionRecord, SessionStage, SessionWay};
pub use tokens::TokenRecord;

use super::error::failed;
use super::text::{time_text, without_nul};
use super::tx::{Tx, execute};
use super::{DatabaseError, Store};
use crate::domain::{Account, AccountId, email_key};
use rows::{AccountRow, account_sql};

/// An account with what it signs in with.
#[derive(Clone, PartialEq, Eq)]
pub struct AccountRecord {
    /// The account.
    pub account: Account,
    /// PHC string; `None` until a password is chosen.
    pub password_hash: Option<String>,
    /// Base32 key of the one-time codes; `None` = no second factor.
    pub totp_secret: Option<String>,
    /// A key that was shown, but not yet confirmed.
    pub totp_pending: Option<String>,
    /// The newest step a code was accepted for.
    pub totp_last_step: i64,
}

// What it signs in with never shows, not even as a hash.
impl std::fmt::Debug for AccountRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AccountRecord").field("account", &self.account).finish_non_exhaustive()
    }
}

/// Folds the rows of one or more accounts (one row for each organization) into records.
fn fold(rows: Vec<AccountRow>) -> Result<Vec<AccountRecord>, DatabaseError> {
    let mut records: Vec<AccountRecord> = Vec::new();
    for row in rows {
        let organization = row.organization()?;
        let record = row.into_record()?;
        let same = records.last().is_some_and(|last| last.account.id == record.account.id);
        if !same {
            records.push(record);
        }
        if let Some(last) = records.last_mut() {
            last.account.organizations.extend(organization);
        }
    }
    Ok(records)
}

const BY_ID: &str = account_sql!("WHERE a.id = $1 ORDER BY o.organization_id");
const BY_EMAIL: &str = account_sql!("WHERE a.email_key = $1 ORDER BY o.organization_id");
const ALL: &str = account_sql!("ORDER BY a.id, o.organization_id");
const WHAT: &str = "reading an account";

impl Store {
    /// The account of an id.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_account(
        &self,
        id: AccountId,
    ) -> Result<Option<AccountRecord>, DatabaseError> {
        let rows = on_pool!(self, pool => {
            sqlx::query_as(BY_ID).bind(id.to_string()).fetch_all(pool).await
        });
        Ok(fold(rows.map_err(failed(WHAT))?)?.pop())
    }

    /// The account of an address, however it is written.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_account_by_email(
        &self,
        email: &str,
    ) -> Result<Option<AccountRecord>, DatabaseError> {
        let key = email_key(email);
        if key.contains('\0') {
            return Ok(None);
        }
        let rows = on_pool!(self, pool => {
            sqlx::query_as(BY_EMAIL).bind(key).fetch_all(pool).await
        });
        Ok(fold(rows.map_err(failed(WHAT))?)?.pop())
    }

    /// All accounts, erased ones too, in id order.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_accounts(&self) -> Result<Vec<Account>, DatabaseError> {
        let rows = on_pool!(self, pool => sqlx::query_as(ALL).fetch_all(pool).await);
        let records = fold(rows.map_err(failed("reading the accounts"))?)?;
        Ok(records.into_iter().map(|record| record.account).collect())
    }

    /// How many recovery codes of an account are not used yet.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn count_recovery_codes(&self, id: AccountId) -> Result<u64, DatabaseError> {
        const COUNT: &str =
            "SELECT COUNT(*) FROM recovery_code WHERE account_id = $1 AND used_at IS NULL";
        let (count,): (i64,) = on_pool!(self, pool => {
            sqlx::query_as(COUNT).bind(id.to_string()).fetch_one(pool).await
        })
        .map_err(failed("counting recovery codes"))?;
        Ok(count.unsigned_abs())
    }
}

impl Tx {
    /// The account of an id, as of now: nobody else writes until the commit.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_account(
        &mut self,
        id: AccountId,
    ) -> Result<Option<AccountRecord>, DatabaseError> {
        let rows = on_tx!(self, connection => {
            sqlx::query_as(BY_ID).bind(id.to_string()).fetch_all(&mut *connection).await
        });
        Ok(fold(rows.map_err(failed(WHAT))?)?.pop())
    }

    /// The account of an address, however it is written, as of now.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_account_by_email(
        &mut self,
        email: &str,
    ) -> Result<Option<Account>, DatabaseError> {
        let key = email_key(email);
        if key.contains('\0') {
            return Ok(None);
        }
        let rows = on_tx!(self, connection => {
            sqlx::query_as(BY_EMAIL).bind(key).fetch_all(&mut *connection).await
        });
        Ok(fold(rows.map_err(failed(WHAT))?)?.pop().map(|record| record.account))
    }

    /// All accounts, as of now.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_accounts(&mut self) -> Result<Vec<Account>, DatabaseError> {
        let rows = on_tx!(self, connection => {
            sqlx::query_as(ALL).fetch_all(&mut *connection).await
        });
        let records = fold(rows.map_err(failed("reading the accounts"))?)?;
        Ok(records.into_iter().map(|record| record.account).collect())
    }

    /// Adds an account.
    ///
    /// # Errors
    /// [`DatabaseError::Duplicate`] for an address that has one; [`DatabaseError::UnknownReference`] for an
    /// organization that is not there.
    pub async fn insert_account(
        &mut self,
        account: &Account,
        password_hash: Option<&str>,
    ) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO account \
             (id, email, email_key, name, role, state, password_hash, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        execute!(
            self,
            "adding an account",
            INSERT,
            account.id.to_string(),
            without_nul("an address", &account.email)?,
            email_key(&account.email),
            without_nul("a name", &account.name)?,
            account.role.as_str(),
            account.state.as_str(),
            password_hash,
            time_text(account.created_at),
        )?;
        self.write_organizations(account).await
    }

    /// Writes address, name, role, organizations and state of an account that is not erased.
    ///
    /// # Errors
    /// As [`Tx::insert_account`].
    pub async fn update_account(&mut self, account: &Account) -> Result<(), DatabaseError> {
        const UPDATE: &str = "UPDATE account SET email = $2, email_key = $3, name = $4, \
             role = $5, state = $6 WHERE id = $1 AND state <> 'erased'";
        execute!(
            self,
            "changing an account",
            UPDATE,
            account.id.to_string(),
            without_nul("an address", &account.email)?,
            email_key(&account.email),
            without_nul("a name", &account.name)?,
            account.role.as_str(),
            account.state.as_str(),
        )?;
        self.write_organizations(account).await
    }

    async fn write_organizations(&mut self, account: &Account) -> Result<(), DatabaseError> {
        const DELETE: &str = "DELETE FROM account_organization WHERE account_id = $1";
        const INSERT: &str = "INSERT INTO account_organization (account_id, organization_id) \
             VALUES ($1, $2) ON CONFLICT DO NOTHING";
        const WHAT: &str = "writing the organizations of an account";
        let id = account.id.to_string();
        execute!(self, WHAT, DELETE, &id)?;
        for organization in &account.organizations {
            execute!(self, WHAT, INSERT, &id, organization.to_string())?;
        }
        Ok(())
    }

    /// Sets the hash of the password.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn set_password(&mut self, id: AccountId, hash: &str) -> Result<(), DatabaseError> {
        const SET: &str = "UPDATE account SET password_hash = $2 WHERE id = $1";
        execute!(self, "setting a password", SET, id.to_string(), hash).map(|_| ())
    }

    /// Takes the password away: nobody signs in with it any more.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn clear_password(&mut self, id: AccountId) -> Result<(), DatabaseError> {
        const CLEAR: &str = "UPDATE account SET password_hash = NULL WHERE id = $1";
        execute!(self, "taking a password away", CLEAR, id.to_string()).map(|_| ())
    }

    /// Sets the key of the one-time codes, and one that is still to be confirmed.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn set_second_factor(
        &mut self,
        id: AccountId,
        secret: Option<&str>,
        pending: Option<&str>,
    ) -> Result<(), DatabaseError> {
        const SET: &str = "UPDATE account SET totp_secret = $2, totp_pending = $3 WHERE id = $1";
        let what = "setting a second factor";
        execute!(self, what, SET, id.to_string(), secret, pending).map(|_| ())
    }

    /// Notes that a code of this step was accepted; `false` if one of it or a later one was before.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn use_totp_step(&mut self, id: AccountId, step: i64) -> Result<bool, DatabaseError> {
        const USE: &str =
            "UPDATE account SET totp_last_step = $2 WHERE id = $1 AND totp_last_step < $2";
        let used = execute!(self, "accepting a one-time code", USE, id.to_string(), step)?;
        Ok(used == 1)
    }

    /// Notes that the person has signed in now.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn set_signed_in(&mut self, id: AccountId) -> Result<(), DatabaseError> {
        const SET: &str = "UPDATE account SET last_sign_in_at = $2 WHERE id = $1";
        let at = self.at.clone();
        execute!(self, "noting a sign-in", SET, id.to_string(), at).map(|_| ())
    }

    /// Puts these recovery codes (as hashes) in the place of all others.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn replace_recovery_codes(
        &mut self,
        id: AccountId,
        hashes: &[String],
    ) -> Result<(), DatabaseError> {
        const DELETE: &str = "DELETE FROM recovery_code WHERE account_id = $1";
        const INSERT: &str = "INSERT INTO recovery_code (account_id, hash) VALUES ($1, $2)";
        const WHAT: &str = "replacing recovery codes";
        execute!(self, WHAT, DELETE, id.to_string())?;
        for hash in hashes {
            execute!(self, WHAT, INSERT, id.to_string(), hash)?;
        }
        Ok(())
    }

    /// Uses up a recovery code; `false` if the account has no such code, or it is used.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn use_recovery_code(
        &mut self,
        id: AccountId,
        hash: &str,
    ) -> Result<bool, DatabaseError> {
        const USE: &str = "UPDATE recovery_code SET used_at = $3 \
             WHERE account_id = $1 AND hash = $2 AND used_at IS NULL";
        let at = self.at.clone();
        Ok(execute!(self, "using a recovery code", USE, id.to_string(), hash, at)? == 1)
    }

    /// Takes everything of a person out of an account; what stays is its id, role and state.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn erase_account(&mut self, id: AccountId) -> Result<bool, DatabaseError> {
        const ERASE: &str = "UPDATE account SET email = '', email_key = NULL, name = '', \
             state = 'erased', password_hash = NULL, totp_secret = NULL, totp_pending = NULL, \
             totp_last_step = 0, last_sign_in_at = NULL WHERE id = $1 AND state <> 'erased'";
        const WHAT: &str = "erasing an account";
        let id = id.to_string();
        let erased = execute!(self, WHAT, ERASE, &id)? == 1;
        for delete in [
            "DELETE FROM account_organization WHERE account_id = $1",
            "DELETE FROM recovery_code WHERE account_id = $1",
            "DELETE FROM session WHERE account_id = $1",
            "DELETE FROM known_device WHERE account_id = $1",
            "DELETE FROM api_token WHERE account_id = $1",
            "DELETE FROM link_token WHERE account_id = $1",
            "DELETE FROM linked_identity WHERE account_id = $1",
            // Scenarios stay for the colleagues, without the person.
            "UPDATE scenario SET account_id = NULL WHERE account_id = $1",
        ] {
            execute!(self, WHAT, delete, &id)?;
        }
        Ok(erased)
    }
}
