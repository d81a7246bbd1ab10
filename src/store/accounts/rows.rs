//! Rows of accounts as they are read.

use chrono::{DateTime, Utc};

use super::AccountRecord;
use crate::domain::policy::Role;
use crate::domain::{Account, AccountState, OrganizationId};
use crate::store::DatabaseError;
use crate::store::text::read_word;

/// The question for accounts, one row for each of their organizations, with its end.
macro_rules! account_sql {
    ($end:literal) => {
        concat!(
            "SELECT a.id, a.email, a.name, a.role, a.state, a.password_hash, a.totp_secret, ",
            "a.totp_pending, a.totp_last_step, a.created_at, a.last_sign_in_at, o.organization_id ",
            "FROM account a LEFT JOIN account_organization o ON o.account_id = a.id ",
            $end
        )
    };
}
pub(super) use account_sql;

/// A row of that question.
#[derive(sqlx::FromRow)]
pub(super) struct AccountRow {
    id: String,
    email: String,
    name: String,
    role: String,
    state: String,
    password_hash: Option<String>,
    totp_secret: Option<String>,
    totp_pending: Option<String>,
    totp_last_step: i64,
    created_at: String,
    last_sign_in_at: Option<String>,
    organization_id: Option<String>,
}

impl AccountRow {
    /// The organization of this row.
    pub(super) fn organization(&self) -> Result<Option<OrganizationId>, DatabaseError> {
        let read = |text: &String| {
            read_word("account_organization", "organization_id", &self.id, text, |t| t.parse().ok())
        };
        self.organization_id.as_ref().map(read).transpose()
    }

    /// The record without its organizations.
    pub(super) fn into_record(self) -> Result<AccountRecord, DatabaseError> {
        let key = self.id;
        Ok(AccountRecord {
            account: Account {
                id: read_word("account", "id", &key, &key, |t| t.parse().ok())?,
                email: self.email,
                name: self.name,
                role: read_word("account", "role", &key, &self.role, Role::parse)?,
                organizations: Vec::new(),
                state: read_word("account", "state", &key, &self.state, AccountState::parse)?,
                second_factor: self.totp_secret.is_some(),
                created_at: read_time("account", "created_at", &key, &self.created_at)?,
                last_sign_in: self
                    .last_sign_in_at
                    .map(|at| read_time("account", "last_sign_in_at", &key, &at))
                    .transpose()?,
            },
            password_hash: self.password_hash,
            totp_secret: self.totp_secret,
            totp_pending: self.totp_pending,
            totp_last_step: self.totp_last_step,
        })
    }
}

/// Reads a time back.
pub(super) fn read_time(
    table: &'static str,
    column: &'static str,
    row: &str,
    text: &str,
) -> Result<DateTime<Utc>, DatabaseError> {
    read_word(table, column, row, text, |t| t.parse().ok())
}
