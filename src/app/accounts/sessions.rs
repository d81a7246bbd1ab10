//! Sessions: what a browser that is signed in holds, how long, and how it is taken away.

use chrono::{DateTime, TimeDelta, Utc};

use super::AuditKind;
use super::secret::{hash_secret, is_secret, new_secret};
use super::sign_in::Visit;
use crate::app::{AppError, Author, Desk, with_causes};
use crate::domain::policy::Role;
use crate::domain::{Account, AccountId, AccountState, author_name};
use crate::store::{DatabaseError, SessionRecord, SessionStage, SessionWay, Tx};

/// A session that is not used for so long ends (ASVS 5.0, 7.3.1).
pub(in crate::app) const IDLE: TimeDelta = TimeDelta::hours(8);
/// A provider's session ends after this time in any case.
pub(in crate::app) const LONGEST_PROVIDER: TimeDelta = TimeDelta::days(7);
/// The same for editors, planners and administrators.
pub(in crate::app) const LONGEST_COUNTY: TimeDelta = TimeDelta::hours(12);
/// How long there is for the one-time code after the password.
const FOR_CODE: TimeDelta = TimeDelta::minutes(10);
/// How exactly is noted when a session was last used: not every request shall write.
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(5);
/// How long a browser is known.
pub(in crate::app) const KNOWN_FOR: TimeDelta = TimeDelta::days(180);

/// A session that has just begun. Its secrets are handed out this once.
#[derive(Clone)]
pub struct NewSession {
    /// Value of the cookie.
    pub secret: String,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
    /// Value of the cookie by which the browser is known, and when that ends.
    pub device: Option<(String, DateTime<Utc>)>,
    /// Whose it is.
    pub account: AccountId,
    /// Whether the person has to set up a second factor before anything else.
    pub needs_second_factor: bool,
}

impl std::fmt::Debug for NewSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewSession").field("account", &self.account).finish_non_exhaustive()
    }
}

/// A session that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    /// Names it in the person's list.
    pub id: String,
    /// Whose it is, as of now.
    pub account: Account,
    /// Whether the one-time code is still to come: until then nobody is signed in.
    pub awaits_code: bool,
    /// Whether the person has to set up a second factor before anything else.
    pub needs_second_factor: bool,
    /// How it was opened.
    pub way: SessionWay,
}

/// How long a session of a role lasts at most.
const fn longest(role: Role) -> TimeDelta {
    match role {
        Role::Provider | Role::Resident => LONGEST_PROVIDER,
        Role::Editor | Role::Planner | Role::Admin => LONGEST_COUNTY,
    }
}

impl Desk {
    /// Begins a session in place of the one the browser had: an older value is worth nothing from now on.
    pub(super) async fn begin_session(
        &self,
        tx: &mut Tx,
        account: &Account,
        (stage, way): (SessionStage, SessionWay),
        visit: &Visit,
    ) -> Result<NewSession, AppError> {
        let now = self.clock.now();
        if let Some(old) = visit.session.as_deref().filter(|old| is_secret(old)) {
            tx.delete_session(&hash_secret(old)).await?;
        }
        let secret = new_secret(self.random.as_ref())?;
        let lasts = match stage {
            SessionStage::Code => FOR_CODE,
            SessionStage::Full => longest(account.role),
        };
        let session = SessionRecord {
            id: self.ids.next().to_string(),
            account_id: account.id,
            stage,
            way,
            device: visit.device_name.clone(),
            created_at: now,
            last_seen_at: now,
            expires_at: now + lasts,
        };
        tx.insert_session(&hash_secret(&secret), &session).await?;
        let mut device = None;
        if stage == SessionStage::Full {
            tx.set_signed_in(account.id).await?;
            let known = new_secret(self.random.as_ref())?;
            tx.remember_device(account.id, &hash_secret(&known), now + KNOWN_FOR).await?;
            device = Some((known, now + KNOWN_FOR));
        }
        Ok(NewSession {
            secret,
            expires_at: session.expires_at,
            device,
            account: account.id,
            needs_second_factor: self.lacks_second_factor(account, way),
        })
    }

    /// The session of a cookie, if it still stands.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_session(&self, secret: &str) -> Result<Option<OpenSession>, AppError> {
        if !is_secret(secret) {
            return Ok(None);
        }
        let Some(session) = self.store.find_session(&hash_secret(secret)).await? else {
            return Ok(None);
        };
        let now = self.clock.now();
        // Where the clock was set back, nobody can tell how old a session is that begins in the future.
        let unborn = session.created_at > now + SEEN_EVERY;
        let idle = now - session.last_seen_at >= IDLE;
        if unborn || idle || now >= session.expires_at {
            return Ok(None);
        }
        let Some(record) = self.store.find_account(session.account_id).await? else {
            return Ok(None);
        };
        let account = record.account;
        if account.state != AccountState::Active {
            return Ok(None);
        }
        if (now - session.last_seen_at).abs() >= SEEN_EVERY {
            self.touch(&session).await;
        }
        Ok(Some(OpenSession {
            id: session.id,
            awaits_code: session.stage == SessionStage::Code,
            needs_second_factor: self.lacks_second_factor(&account, session.way),
            way: session.way,
            account,
        }))
    }

    /// Whether somebody who has come in this way has to set up a second factor: their role asks for one, and neither we
    /// nor the provider has asked for it.
    pub(super) fn lacks_second_factor(&self, account: &Account, way: SessionWay) -> bool {
        let required = self.accounts.options.second_factor.requires(account.role);
        required && !account.second_factor && way != SessionWay::ProviderStrong
    }

    /// Notes that a session is used. Nobody is turned away because that could not be written.
    async fn touch(&self, session: &SessionRecord) {
        let outcome: Result<(), DatabaseError> = async {
            let name = author_name(session.account_id);
            let mut tx = self.store.begin_write(&name, self.clock.now()).await?;
            tx.touch_session(&session.id).await?;
            tx.commit().await.map(|_| ())
        }
        .await;
        if let Err(error) = outcome {
            tracing::warn!(cause = with_causes(&error), "the use of a session was not noted");
        }
    }

    /// Ends the session of a cookie; how it was opened, if it stood.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn sign_out(&self, secret: &str) -> Result<Option<SessionWay>, AppError> {
        let Some(session) = self.find_session(secret).await? else { return Ok(None) };
        let id = session.account.id;
        let mut tx = self.store.begin_write(&author_name(id), self.clock.now()).await?;
        if tx.delete_session(&hash_secret(secret)).await? {
            self.note_own(&mut tx, AuditKind::SignOut, id).await?;
        }
        tx.commit().await?;
        Ok(Some(session.way))
    }

    /// The sessions of an account that still stand, the last used first.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_sessions(&self, account: AccountId) -> Result<Vec<SessionRecord>, AppError> {
        let now = self.clock.now();
        let mut sessions = self.store.list_sessions(account).await?;
        sessions.retain(|session| now < session.expires_at && now - session.last_seen_at < IDLE);
        Ok(sessions)
    }

    /// Ends one session of the author's own account; `false` if it has none of this id.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn revoke_session(&self, author: &Author, id: &str) -> Result<bool, AppError> {
        let account = author.account().ok_or(super::manage_accounts::NOBODY)?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let ended = tx.delete_session_of(account, id).await?;
        if ended {
            self.note_own(&mut tx, AuditKind::SessionRevoked, account).await?;
        }
        tx.commit().await?;
        Ok(ended)
    }

    /// Ends all sessions of the author's own account but the one of id `but`, and forgets its known browsers.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn revoke_other_sessions(&self, author: &Author, but: &str) -> Result<u64, AppError> {
        let account = author.account().ok_or(super::manage_accounts::NOBODY)?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let ended = tx.delete_sessions_of(account, Some(but)).await?;
        tx.forget_devices(account).await?;
        self.note_own(&mut tx, AuditKind::SessionRevoked, account).await?;
        tx.commit().await?;
        Ok(ended)
    }
}
