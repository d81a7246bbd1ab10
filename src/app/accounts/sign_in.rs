//! Signing in with a password; the one-time code comes after it (`enter_code.rs`).

use super::AuditKind;
use super::passwords::Verdict;
use super::secret::{hash_secret, is_secret};
use super::sessions::NewSession;
use super::throttle::{ACCOUNT, ADDRESS, DEVICE, PAIR};
use crate::app::{AppError, Desk};
use crate::domain::{AccountId, AccountState, Denied, author_name, email_key, normal_password};
use crate::store::{AccountRecord, SessionStage, SessionWay};

/// Longest password that is compared, in bytes: more is no password of ours, and is not hashed.
const LONGEST_TRIED: usize = 4096;

/// Where a sign-in provider is the only way in.
pub(super) const NO_PASSWORDS: Denied =
    Denied { reason: "people sign in by the provider here, not with a password" };

/// Where a request comes from.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Visit {
    /// Who shares a quota with it: an address or network, as text. It is not kept.
    pub place: String,
    /// The browser in words, for the person's list of sessions.
    pub device_name: String,
    /// Value of the cookie of a session, if the browser has one: it ends with a new one.
    pub session: Option<String>,
    /// Value of the cookie by which the browser is known.
    pub device: Option<String>,
}

// Cookies never show.
impl std::fmt::Debug for Visit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Visit").field("device_name", &self.device_name).finish_non_exhaustive()
    }
}

/// What became of a sign-in.
#[derive(Debug, Clone)]
pub enum SignIn {
    /// Signed in.
    Done(NewSession),
    /// The password was right; the session waits for a one-time code.
    CodeNeeded(NewSession),
    /// Address or password are wrong, or the account is not open: nobody is told which.
    Wrong,
}

impl Desk {
    /// Signs a person in by address and password. Known and unknown addresses cost the same: one hash.
    ///
    /// # Errors
    /// [`AppError::Throttled`] after too many attempts, [`AppError::Overloaded`] when too many wait,
    /// [`AppError::Denied`] where no passwords are taken.
    pub async fn sign_in(
        &self,
        email: &str,
        password: &str,
        visit: &Visit,
    ) -> Result<SignIn, AppError> {
        if !self.takes_passwords() {
            return Err(NO_PASSWORDS.into());
        }
        let found = self.store.find_account_by_email(email).await?;
        let device = self.known_device(found.as_ref(), visit).await?;
        self.take_attempt(email, device.as_deref(), visit)?;
        let open = found.filter(|record| record.account.state == AccountState::Active);
        let hash = open.as_ref().and_then(|record| record.password_hash.clone());
        let tried = if password.len() > LONGEST_TRIED { "" } else { password };
        let verdict = self.accounts.passwords.verify(tried, hash).await?;
        match open {
            Some(record) if verdict != Verdict::Wrong => {
                self.clear_attempts(email, device.as_deref(), visit);
                self.admit(record, password, verdict, visit).await
            }
            known => {
                self.note_failure(known.map(|record| record.account.id)).await?;
                Ok(SignIn::Wrong)
            }
        }
    }

    /// The hash of the browser's cookie, if this account has signed in with it before.
    pub(super) async fn known_device(
        &self,
        record: Option<&AccountRecord>,
        visit: &Visit,
    ) -> Result<Option<String>, AppError> {
        let Some(device) = visit.device.as_deref().filter(|device| is_secret(device)) else {
            return Ok(None);
        };
        let Some(record) = record else { return Ok(None) };
        let (hash, now) = (hash_secret(device), self.clock.now());
        let known = self.store.is_known_device(record.account.id, &hash, now).await?;
        Ok(known.then_some(hash))
    }

    fn take_attempt(
        &self,
        email: &str,
        device: Option<&str>,
        visit: &Visit,
    ) -> Result<(), AppError> {
        let (throttle, now) = (&self.accounts.throttle, self.clock.now());
        if let Some(device) = device {
            return throttle.take(DEVICE, device, now);
        }
        let account = email_key(email);
        throttle.take(ADDRESS, &visit.place, now)?;
        throttle.take(PAIR, &pair(&account, visit), now)?;
        throttle.take(ACCOUNT, &account, now)
    }

    fn clear_attempts(&self, email: &str, device: Option<&str>, visit: &Visit) {
        let throttle = &self.accounts.throttle;
        if let Some(device) = device {
            throttle.clear(DEVICE, device);
        }
        // The quota of the account stays as it is: who has the password here does not speak for those elsewhere.
        throttle.clear(PAIR, &pair(&email_key(email), visit));
    }

    /// Begins the session, and hashes the password anew where more is asked of a hash by now.
    async fn admit(
        &self,
        record: AccountRecord,
        password: &str,
        verdict: Verdict,
        visit: &Visit,
    ) -> Result<SignIn, AppError> {
        let account = record.account;
        let better = match verdict {
            Verdict::RightButWeak => Some(self.hash_password(&normal_password(password)).await?),
            _ => None,
        };
        let mut tx = self.store.begin_write(&author_name(account.id), self.clock.now()).await?;
        // Meanwhile it may have been blocked, or the password changed.
        let now = tx.find_account(account.id).await?;
        let same = now.is_some_and(|now| {
            now.account.state == AccountState::Active && now.password_hash == record.password_hash
        });
        if !same {
            tx.rollback().await?;
            return Ok(SignIn::Wrong);
        }
        if let Some(better) = better {
            tx.set_password(account.id, &better).await?;
        }
        let stage = if account.second_factor { SessionStage::Code } else { SessionStage::Full };
        let session =
            self.begin_session(&mut tx, &account, (stage, SessionWay::Password), visit).await?;
        if stage == SessionStage::Full {
            self.note_own(&mut tx, AuditKind::SignIn, account.id).await?;
        }
        tx.commit().await?;
        Ok(match stage {
            SessionStage::Full => SignIn::Done(session),
            SessionStage::Code => SignIn::CodeNeeded(session),
        })
    }

    /// Notes that a password or code was wrong; what was typed is never kept.
    pub(super) async fn note_failure(&self, account: Option<AccountId>) -> Result<(), AppError> {
        let mut tx = self.store.begin_write("nobody", self.clock.now()).await?;
        self.note(&mut tx, AuditKind::SignInFailed, account, "nobody", "").await?;
        tx.commit().await?;
        Ok(())
    }

    /// The PHC string of a password.
    pub(super) async fn hash_password(&self, password: &str) -> Result<String, AppError> {
        let mut salt = [0_u8; 16];
        self.random.fill(&mut salt)?;
        self.accounts.passwords.hash(password, salt).await
    }

    /// How many passwords this process has hashed: what an attempt costs must not tell whether there is an account.
    #[must_use]
    pub fn passwords_hashed(&self) -> u64 {
        self.accounts.passwords.made()
    }

    /// How many passwords may be hashed at the same time, and how many were at most.
    #[must_use]
    pub fn password_places(&self) -> (u64, u64) {
        self.accounts.passwords.places()
    }
}

fn pair(account: &str, visit: &Visit) -> String {
    format!("{account}\0{}", visit.place)
}
