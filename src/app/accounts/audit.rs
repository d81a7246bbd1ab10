//! What the audit is told.

use crate::app::{AppError, Author, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{AccountId, author_name};
use crate::store::{AuditRecord, DatabaseError, Tx};

/// What can happen to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AuditKind {
    /// Somebody signed in.
    SignIn,
    /// A password or code was wrong.
    SignInFailed,
    /// Somebody signed out.
    SignOut,
    /// An account was made without an invitation.
    AccountAdded,
    /// Somebody was invited.
    Invited,
    /// An invitation was accepted.
    InvitationAccepted,
    /// A link for a new password was asked for.
    ResetRequested,
    /// A password was chosen anew.
    PasswordChanged,
    /// Name or address were changed.
    PersonChanged,
    /// Another address was named, which is still to be confirmed.
    EmailAsked,
    /// That was given up before it was confirmed.
    EmailCancelled,
    /// Another address was confirmed.
    EmailChanged,
    /// Whoever reads the address that was there before has objected.
    EmailObjected,
    /// A second factor was set up.
    FactorEnabled,
    /// A second factor was given up.
    FactorDisabled,
    /// Recovery codes were made.
    RecoveryCodesMade,
    /// A recovery code was used.
    RecoveryCodeUsed,
    /// Role or organizations were changed.
    RoleChanged,
    /// An account was blocked.
    Blocked,
    /// An account was let in again.
    Unblocked,
    /// A person was erased.
    Erased,
    /// A session was ended from the list.
    SessionRevoked,
    /// A token was made.
    TokenCreated,
    /// A token was ended.
    TokenRevoked,
    /// A sign-in provider's subject was linked to an account.
    IdentityLinked,
    /// A person has ended that link.
    IdentityUnlinked,
    /// An objection to another address has taken such a link away that was made meanwhile.
    ObjectionUnlinked,
    /// It has taken the second factor or the recovery codes away, because they may be those of whoever came in between.
    ObjectionFactor,
}

impl AuditKind {
    /// All kinds.
    pub const ALL: [Self; 28] = [
        Self::SignIn,
        Self::SignInFailed,
        Self::SignOut,
        Self::AccountAdded,
        Self::Invited,
        Self::InvitationAccepted,
        Self::ResetRequested,
        Self::PasswordChanged,
        Self::PersonChanged,
        Self::EmailAsked,
        Self::EmailCancelled,
        Self::EmailChanged,
        Self::EmailObjected,
        Self::FactorEnabled,
        Self::FactorDisabled,
        Self::RecoveryCodesMade,
        Self::RecoveryCodeUsed,
        Self::RoleChanged,
        Self::Blocked,
        Self::Unblocked,
        Self::Erased,
        Self::SessionRevoked,
        Self::TokenCreated,
        Self::TokenRevoked,
        Self::IdentityLinked,
        Self::IdentityUnlinked,
        Self::ObjectionUnlinked,
        Self::ObjectionFactor,
    ];

    /// The word in the database; pages translate it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::SignInFailed => "sign_in_failed",
            Self::SignOut => "sign_out",
            Self::AccountAdded => "account_added",
            Self::Invited => "invited",
            Self::InvitationAccepted => "invitation_accepted",
            Self::ResetRequested => "reset_requested",
            Self::PasswordChanged => "password_changed",
            Self::PersonChanged => "person_changed",
            Self::EmailAsked => "email_asked",
            Self::EmailCancelled => "email_cancelled",
            Self::EmailChanged => "email_changed",
            Self::EmailObjected => "email_objected",
            Self::FactorEnabled => "factor_enabled",
            Self::FactorDisabled => "factor_disabled",
            Self::RecoveryCodesMade => "recovery_codes_made",
            Self::RecoveryCodeUsed => "recovery_code_used",
            Self::RoleChanged => "role_changed",
            Self::Blocked => "blocked",
            Self::Unblocked => "unblocked",
            Self::Erased => "erased",
            Self::SessionRevoked => "session_revoked",
            Self::TokenCreated => "token_created",
            Self::TokenRevoked => "token_revoked",
            Self::IdentityLinked => "identity_linked",
            Self::IdentityUnlinked => "identity_unlinked",
            Self::ObjectionUnlinked => "objection_unlinked",
            Self::ObjectionFactor => "objection_factor",
        }
    }
}

impl Desk {
    /// Appends to the audit within a transaction. `actor` and `detail` hold nothing of a person.
    pub(in crate::app) async fn note(
        &self,
        tx: &mut Tx,
        kind: AuditKind,
        account: Option<AccountId>,
        actor: &str,
        detail: &str,
    ) -> Result<(), DatabaseError> {
        let event = AuditRecord {
            id: self.ids.next().to_string(),
            at: self.clock.now(),
            kind: kind.as_str().to_owned(),
            account_id: account,
            actor: actor.to_owned(),
            detail: detail.to_owned(),
        };
        tx.append_audit(&event).await
    }

    /// The same for what a person does to their own account.
    pub(super) async fn note_own(
        &self,
        tx: &mut Tx,
        kind: AuditKind,
        account: AccountId,
    ) -> Result<(), DatabaseError> {
        self.note(tx, kind, Some(account), &author_name(account), "").await
    }

    /// The newest events of the audit, at most `limit`, older than the one of id `before` where one is given.
    ///
    /// # Errors
    /// [`AppError::Denied`] for whoever is no administrator.
    pub async fn list_audit(
        &self,
        author: &Author,
        before: Option<&str>,
        limit: u32,
    ) -> Result<Vec<AuditRecord>, AppError> {
        may(&author.actor, Action::ReadAudit, Subject::default())?;
        Ok(self.store.list_audit(before, limit).await?)
    }
}
