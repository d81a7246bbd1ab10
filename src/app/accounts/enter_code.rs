//! The second step of signing in: a one-time code, or a recovery code.

use super::secret::hash_secret;
use super::sessions::NewSession;
use super::sign_in::Visit;
use super::{AuditKind, throttle};
use crate::app::{AppError, Desk};
use crate::domain::author_name;
use crate::store::SessionStage;

/// What became of a code.
#[derive(Debug, Clone)]
pub enum CodeEntered {
    /// Signed in; how many recovery codes are left if one of them was used.
    Done(NewSession, Option<u64>),
    /// The code is wrong, too old, or used before.
    Wrong,
    /// There is no sign-in to complete: it took too long, or never began.
    TooLate,
}

impl Desk {
    /// Completes the sign-in that a browser has begun.
    ///
    /// # Errors
    /// [`AppError::Throttled`] after too many wrong codes.
    pub async fn enter_code(&self, code: &str, visit: &Visit) -> Result<CodeEntered, AppError> {
        let secret = visit.session.as_deref().unwrap_or_default();
        let begun = self.find_session(secret).await?.filter(|session| session.awaits_code);
        let Some(begun) = begun else { return Ok(CodeEntered::TooLate) };
        let id = begun.account.id;
        self.take_code_attempt(id)?;
        let mut tx = self.store.begin_write(&author_name(id), self.clock.now()).await?;
        let Some(record) = tx.find_account(id).await? else {
            return Ok(CodeEntered::TooLate);
        };
        let Some(kind) = self.use_code(&mut tx, &record, code).await? else {
            tx.rollback().await?;
            self.note_failure(Some(id)).await?;
            return Ok(CodeEntered::Wrong);
        };
        // Two at once with the same cookie: one of them comes too late.
        if !tx.delete_session(&hash_secret(secret)).await? {
            return Ok(CodeEntered::TooLate);
        }
        let opened = (SessionStage::Full, begun.way);
        let session = self.begin_session(&mut tx, &record.account, opened, visit).await?;
        if kind == AuditKind::RecoveryCodeUsed {
            self.note_own(&mut tx, kind, id).await?;
        }
        self.note_own(&mut tx, AuditKind::SignIn, id).await?;
        tx.commit().await?;
        self.accounts.throttle.clear(throttle::CODE, &id.to_string());
        let left = match kind {
            AuditKind::RecoveryCodeUsed => Some(self.store.count_recovery_codes(id).await?),
            _ => None,
        };
        Ok(CodeEntered::Done(session, left))
    }
}
