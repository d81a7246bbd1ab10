//! Tokens of the machine interface: one secret, some scopes, an end.

use chrono::{DateTime, TimeDelta, Utc};

use super::secret::{hash_secret, new_secret};
use super::{AuditKind, OwnProof};
use crate::app::{AppError, Author, Desk, with_causes};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{
    Account, AccountId, AccountState, FieldError, FieldErrors, Scope, author_name,
};
use crate::store::{DatabaseError, TokenRecord};

/// What every token begins with, so that one that leaks is found by searching.
const PREFIX: &str = "sozialatlas_";
/// Longest life of a token.
const LONGEST: TimeDelta = TimeDelta::days(366);
/// Most tokens of one account.
const MOST: usize = 20;
/// How exactly is noted when a token was last used.
const USED_EVERY: TimeDelta = TimeDelta::hours(1);

/// A token to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRequest {
    /// What the person calls it.
    pub name: String,
    /// What it may be used for.
    pub scopes: Vec<Scope>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

/// A token that was made. Its secret is handed out this once.
#[derive(Clone)]
pub struct NewToken {
    /// What stands in the list.
    pub record: TokenRecord,
    /// The token itself.
    pub secret: String,
}

impl std::fmt::Debug for NewToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewToken").field("record", &self.record).finish_non_exhaustive()
    }
}

/// Who uses a token, and what for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenUser {
    /// The account.
    pub account: Account,
    /// What it may be used for.
    pub scopes: Vec<Scope>,
}

impl Desk {
    /// Makes a token for the author's own account: the password confirms it, or whoever finds the browser open would keep
    /// a way in for a year. All faults are told at once.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/password` and as [`Desk::create_token`].
    pub async fn create_own_token(
        &self,
        author: &Author,
        account: &Account,
        request: TokenRequest,
        by: OwnProof<'_>,
    ) -> Result<NewToken, AppError> {
        let mut faults = match check(account, &request, self.clock.now()) {
            Ok(()) => FieldErrors::default(),
            Err(faults) => faults,
        };
        match self.confirm_password(author, by).await {
            Ok(_) => {}
            Err(AppError::Invalid(more)) => faults.0.extend(more.0),
            Err(error) => return Err(error),
        }
        faults.into_result(())?;
        self.create_token(author, account, request).await
    }

    /// Makes a token for an account: its own person, or an administrator.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Invalid`] at `/name`, `/scopes`, `/expires_at`.
    pub async fn create_token(
        &self,
        author: &Author,
        account: &Account,
        request: TokenRequest,
    ) -> Result<NewToken, AppError> {
        if author.account() != Some(account.id) {
            may(&author.actor, Action::ManageAccounts, Subject::default())?;
        }
        let now = self.clock.now();
        check(account, &request, now)?;
        let held = self.list_tokens(account.id).await?.len();
        if held >= MOST {
            let detail = "there are 20 tokens already; end one of them before";
            return Err(FieldErrors(vec![FieldError::new("", "too_many", detail)]).into());
        }
        let secret = format!("{PREFIX}{}", new_secret(self.random.as_ref())?);
        let mut scopes = request.scopes;
        scopes.sort_unstable();
        scopes.dedup();
        let record = TokenRecord {
            id: self.ids.next().to_string(),
            account_id: account.id,
            name: request.name.trim().to_owned(),
            scopes,
            created_at: now,
            expires_at: request.expires_at,
            last_used_at: None,
        };
        let mut tx = self.store.begin_write(&author.name, now).await?;
        tx.insert_token(&hash_secret(&secret), &record).await?;
        let words: Vec<&str> = record.scopes.iter().map(|scope| scope.as_str()).collect();
        let (kind, id) = (AuditKind::TokenCreated, Some(account.id));
        self.note(&mut tx, kind, id, &author.name, &words.join(" ")).await?;
        tx.commit().await?;
        Ok(NewToken { record, secret })
    }

    /// The tokens of an account that have not ended, the newest first.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_tokens(&self, account: AccountId) -> Result<Vec<TokenRecord>, AppError> {
        let now = self.clock.now();
        let mut tokens = self.store.list_tokens(account).await?;
        tokens.retain(|token| now < token.expires_at);
        Ok(tokens)
    }

    /// Ends a token of the author's own account; `false` if it has none of this id.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn revoke_token(&self, author: &Author, id: &str) -> Result<bool, AppError> {
        let account = author.account().ok_or(super::manage_accounts::NOBODY)?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let ended = tx.delete_token(account, id).await?;
        if ended {
            self.note_own(&mut tx, AuditKind::TokenRevoked, account).await?;
        }
        tx.commit().await?;
        Ok(ended)
    }

    /// Who a token speaks for; `None` if it is none, has ended, or its account is not open.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_token(&self, secret: &str) -> Result<Option<TokenUser>, AppError> {
        if !secret.strip_prefix(PREFIX).is_some_and(super::secret::is_secret) {
            return Ok(None);
        }
        let Some(token) = self.store.find_token(&hash_secret(secret)).await? else {
            return Ok(None);
        };
        let now = self.clock.now();
        let found = self.store.find_account(token.account_id).await?;
        let open = found.filter(|record| record.account.state == AccountState::Active);
        let Some(account) = open.filter(|_| now < token.expires_at).map(|r| r.account) else {
            return Ok(None);
        };
        if token.last_used_at.is_none_or(|at| (now - at).abs() >= USED_EVERY) {
            self.touch_token(&token).await;
        }
        Ok(Some(TokenUser { account, scopes: token.scopes }))
    }

    /// Notes that a token is used. Nobody is turned away because that could not be written.
    async fn touch_token(&self, token: &TokenRecord) {
        let outcome: Result<(), DatabaseError> = async {
            let name = author_name(token.account_id);
            let mut tx = self.store.begin_write(&name, self.clock.now()).await?;
            tx.touch_token(&token.id).await?;
            tx.commit().await.map(|_| ())
        }
        .await;
        if let Err(error) = outcome {
            tracing::warn!(cause = with_causes(&error), "the use of a token was not noted");
        }
    }
}

fn check(account: &Account, request: &TokenRequest, now: DateTime<Utc>) -> Result<(), FieldErrors> {
    let mut faults = FieldErrors::default();
    let length = request.name.trim().chars().count();
    faults.check(
        (1..=80).contains(&length) && !request.name.chars().any(char::is_control),
        "/name",
        "length",
        "a name has 1 to 80 characters",
    );
    faults.check(!request.scopes.is_empty(), "/scopes", "required", "name at least one scope");
    for scope in &request.scopes {
        if !scope.is_open_to(account.role) {
            let detail =
                format!("{} is not open to the role {}", scope.as_str(), account.role.as_str());
            faults.push(FieldError::new("/scopes", "not_allowed", detail));
        }
    }
    faults.check(
        request.expires_at > now && request.expires_at <= now + LONGEST,
        "/expires_at",
        "out_of_range",
        "a token ends within a year",
    );
    faults.into_result(())
}
