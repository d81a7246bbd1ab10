//! Putting somebody out who has taken an account over: whatever opens it and came about since then goes.

use chrono::{DateTime, TimeDelta, Utc};

use super::AuditKind;
use crate::app::{AppError, Desk, Letter};
use crate::domain::Account;
use crate::store::{AccountRecord, Tx};

/// How much later than the change itself the audit's event of it may stand: both are written in one transaction.
const SAME_MOMENT: TimeDelta = TimeDelta::minutes(1);

impl Desk {
    /// Ends all sessions, tokens and known browsers of an account, and the identities, second factors and recovery codes
    /// that it got since a moment. Older ones stay: they are the owner's. `account` is the owner's as of now, `record` what
    /// stood there before.
    pub(super) async fn put_out(
        &self,
        tx: &mut Tx,
        account: &Account,
        record: &AccountRecord,
        since: DateTime<Utc>,
    ) -> Result<(), AppError> {
        let id = account.id;
        tx.delete_sessions_of(id, None).await?;
        tx.delete_tokens_of(id).await?;
        tx.forget_devices(id).await?;
        if tx.delete_identities_since(id, since).await? > 0 {
            self.note_own(tx, AuditKind::ObjectionUnlinked, id).await?;
        }
        self.put_out_factor(tx, account, record, since).await
    }

    /// The same for second factor and recovery codes. Nothing but the audit knows since when they are there; where it does
    /// not reach back so far, all of them go.
    async fn put_out_factor(
        &self,
        tx: &mut Tx,
        account: &Account,
        record: &AccountRecord,
        since: DateTime<Utc>,
    ) -> Result<(), AppError> {
        let id = account.id;
        let events = tx.list_audit_times(id).await?;
        let reaches_back = events.iter().any(|(_, at)| *at <= since + SAME_MOMENT);
        let is_later = |kind: AuditKind| {
            let same = |(word, at): &(String, DateTime<Utc>)| word == kind.as_str() && *at >= since;
            !reaches_back || events.iter().any(same)
        };
        let has_factor = record.totp_secret.is_some();
        let lose_factor = has_factor && is_later(AuditKind::FactorEnabled);
        let lose_codes = lose_factor || has_factor && is_later(AuditKind::RecoveryCodesMade);
        // A key that only waits for its first code is nobody's.
        let kept = record.totp_secret.as_deref().filter(|_| !lose_factor);
        tx.set_second_factor(id, kept, None).await?;
        if lose_codes {
            tx.replace_recovery_codes(id, &[]).await?;
            self.note_own(tx, AuditKind::ObjectionFactor, id).await?;
        }
        if lose_factor {
            let letter = Letter::SecondFactorChanged { is_on: false };
            self.tell(tx, account, &letter).await?;
        }
        Ok(())
    }
}
