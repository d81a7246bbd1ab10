//! Signing in by a provider: who is led there, and who comes in when led back.
//!
//! Only accounts that are there come in. The first time, the address that the provider has verified leads to one; from
//! then on the subject does, and an address never again: whoever gets somebody's address there gets no account here.

use super::provider::{Attempt, Identity, Provider, ProviderError};
use super::sessions::NewSession;
use super::sign_in::Visit;
use super::throttle::PROVIDER;
use super::{AuditKind, ProviderOptions};
use crate::app::{AppError, Desk, Letter};
use crate::domain::{Account, AccountId, AccountState, LinkPurpose, author_name, email_key, hex};
use crate::store::{DatabaseError, SessionStage, SessionWay, Tx};

/// What the key is kept for.
const PURPOSE: &str = "provider_attempt";
const KEY_BYTES: usize = 32;
/// Longest code that is passed on.
const LONGEST_CODE: usize = 4096;

/// What became of the wish to sign in by a provider.
#[derive(Clone, PartialEq, Eq)]
pub enum ProviderStart {
    /// The browser goes to this address and keeps the cookie.
    Go {
        /// Where to.
        url: String,
        /// Value of the cookie that the attempt is bound to; it is worth something for ten minutes.
        cookie: String,
    },
    /// There is no provider, or it does not answer.
    Unusable,
}

impl std::fmt::Debug for ProviderStart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if matches!(self, Self::Unusable) { "Unusable" } else { "Go(***)" })
    }
}

/// What a browser brings back from a provider.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ProviderAnswer {
    /// To be exchanged.
    pub code: String,
    /// What the attempt began with.
    pub state: String,
    /// Who answers (RFC 9207, 2022); empty = it does not say.
    pub issuer: String,
    /// Why there is no code; empty = there is one.
    pub error: String,
}

impl std::fmt::Debug for ProviderAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ProviderAnswer(***)")
    }
}

/// What became of a sign-in by a provider.
#[derive(Debug, Clone)]
pub enum ProviderSignIn {
    /// Signed in, and where the person wanted to go.
    Done(NewSession, String),
    /// The session waits for a one-time code.
    CodeNeeded(NewSession, String),
    /// This browser has begun nothing, or too long ago, or something else.
    Stale,
    /// The person has turned back.
    Cancelled,
    /// What the provider says does not hold.
    Refused,
    /// The provider has not verified an address, and nothing is linked yet.
    Unverified,
    /// There is no open account for this person.
    Unknown,
    /// The person has ended the link.
    Unlinked,
    /// The provider does not answer.
    Unusable,
}

/// Who comes in.
enum Found {
    Linked(Account),
    ToLink(Account),
    Nobody(ProviderSignIn, Option<AccountId>),
}

impl Desk {
    /// The sign-in provider, if one is set up.
    #[must_use]
    pub fn provider(&self) -> Option<&ProviderOptions> {
        self.provider.as_ref().map(|provider| provider.options())
    }

    /// Whether passwords open accounts here.
    #[must_use]
    pub fn takes_passwords(&self) -> bool {
        self.provider().is_none_or(|options| !options.only)
    }

    /// Begins a sign-in by the provider; `next` is where the person wants to go.
    ///
    /// # Errors
    /// [`AppError::Throttled`] after too many from one place.
    pub async fn begin_provider_sign_in(
        &self,
        next: &str,
        visit: &Visit,
    ) -> Result<ProviderStart, AppError> {
        let Some(provider) = &self.provider else { return Ok(ProviderStart::Unusable) };
        let now = self.clock.now();
        self.accounts.throttle.take(PROVIDER, &visit.place, now)?;
        let attempt = Attempt::new(self.random_bytes()?, next);
        let sealed = attempt.seal(&self.attempt_key().await?, now);
        let Some(cookie) = sealed else { return Ok(ProviderStart::Unusable) };
        match provider.authorize_url(&attempt, now).await {
            Ok(url) => Ok(ProviderStart::Go { url, cookie }),
            Err(error) => {
                tracing::warn!(cause = %error, "nobody can sign in by the provider");
                Ok(ProviderStart::Unusable)
            }
        }
    }

    /// Ends a sign-in by the provider with what the browser brings back.
    ///
    /// # Errors
    /// [`AppError::Throttled`] after too many from one place.
    pub async fn finish_provider_sign_in(
        &self,
        answer: &ProviderAnswer,
        cookie: Option<&str>,
        visit: &Visit,
    ) -> Result<ProviderSignIn, AppError> {
        let Some(provider) = &self.provider else { return Ok(ProviderSignIn::Unusable) };
        let (Some(cookie), now) = (cookie, self.clock.now()) else {
            return Ok(ProviderSignIn::Stale);
        };
        let attempt = Attempt::open(cookie, &self.attempt_key().await?, now);
        let Some(attempt) = attempt.filter(|attempt| attempt.is_answered_by(&answer.state)) else {
            return Ok(ProviderSignIn::Stale);
        };
        let issuer = provider.options().issuer.as_str();
        if !answer.issuer.is_empty() && answer.issuer != issuer {
            return Ok(ProviderSignIn::Refused);
        }
        match answer.error.as_str() {
            "" if answer.code.is_empty() || answer.code.len() > LONGEST_CODE => {
                return Ok(ProviderSignIn::Refused);
            }
            "" => {}
            "access_denied" => return Ok(ProviderSignIn::Cancelled),
            "server_error" | "temporarily_unavailable" => return Ok(ProviderSignIn::Unusable),
            _ => return Ok(ProviderSignIn::Refused),
        }
        self.accounts.throttle.take(PROVIDER, &visit.place, now)?;
        match provider.redeem(&answer.code, &attempt, now).await {
            Ok(identity) => self.admit_identity(provider, &identity, attempt.next, visit).await,
            Err(ProviderError::Refused(why)) => {
                tracing::info!(cause = why, "a sign-in by the provider was refused");
                self.note_failure(None).await?;
                Ok(ProviderSignIn::Refused)
            }
            Err(error @ ProviderError::Unusable(_)) => {
                tracing::warn!(cause = %error, "nobody can sign in by the provider");
                Ok(ProviderSignIn::Unusable)
            }
        }
    }

    /// Where whoever has signed out here can sign out at the provider too.
    pub async fn provider_logout(&self) -> Option<String> {
        self.provider.as_ref()?.logout_url(self.clock.now()).await
    }

    /// Opens a session for a checked identity, if it belongs to an open account.
    async fn admit_identity(
        &self,
        provider: &Provider,
        identity: &Identity,
        next: String,
        visit: &Visit,
    ) -> Result<ProviderSignIn, AppError> {
        let issuer = provider.options().issuer.as_str();
        // Looked up before, because only who writes waits for others.
        let by_email = match &identity.email {
            Some(email) => self.store.find_account_by_email(email).await?.map(|r| r.account.id),
            None => None,
        };
        let actor = by_email.map_or_else(|| "nobody".to_owned(), author_name);
        let mut tx = self.store.begin_write(&actor, self.clock.now()).await?;
        let mut account = match find(&mut tx, issuer, identity, by_email).await? {
            Found::Nobody(outcome, whose) => {
                tx.rollback().await?;
                self.note_failure(whose).await?;
                return Ok(outcome);
            }
            Found::Linked(account) => {
                tx.touch_identity(issuer, &identity.subject).await?;
                account
            }
            Found::ToLink(account) => {
                tx.link_identity(account.id, issuer, &identity.subject).await?;
                self.note_own(&mut tx, AuditKind::IdentityLinked, account.id).await?;
                self.tell(&mut tx, &account, &Letter::ProviderLinked).await?;
                account
            }
        };
        if account.state == AccountState::Invited {
            account.state = AccountState::Active;
            tx.update_account(&account).await?;
            tx.delete_links_of(account.id, LinkPurpose::Invitation).await?;
            self.note_own(&mut tx, AuditKind::InvitationAccepted, account.id).await?;
        }
        let way =
            if identity.is_strong { SessionWay::ProviderStrong } else { SessionWay::Provider };
        let waits = account.second_factor && !identity.is_strong;
        let stage = if waits { SessionStage::Code } else { SessionStage::Full };
        let session = self.begin_session(&mut tx, &account, (stage, way), visit).await?;
        if !waits {
            let (id, kind) = (account.id, AuditKind::SignIn);
            self.note(&mut tx, kind, Some(id), &author_name(id), "provider").await?;
        }
        tx.commit().await?;
        Ok(if waits {
            ProviderSignIn::CodeNeeded(session, next)
        } else {
            ProviderSignIn::Done(session, next)
        })
    }

    /// The key that all instances seal attempts with; made when it is first needed.
    async fn attempt_key(&self) -> Result<Vec<u8>, AppError> {
        let kept = if let Some(kept) = self.store.find_server_key(PURPOSE).await? {
            kept
        } else {
            let key: [u8; KEY_BYTES] = self.random_bytes()?;
            let text = hex(&key);
            let mut tx = self.store.begin_write("system", self.clock.now()).await?;
            let kept = tx.keep_server_key(PURPOSE, &text).await?;
            tx.commit().await?;
            kept
        };
        // The text itself is the key: 64 characters that hold 256 bits.
        Ok(kept.into_bytes())
    }
}

/// The account of an identity, as of now.
async fn find(
    tx: &mut Tx,
    issuer: &str,
    identity: &Identity,
    by_email: Option<AccountId>,
) -> Result<Found, DatabaseError> {
    let nobody = |outcome, whose| Ok(Found::Nobody(outcome, whose));
    if let Some(known) = tx.find_identity(issuer, &identity.subject).await? {
        let id = Some(known.account_id);
        if known.unlinked_at.is_some() {
            return nobody(ProviderSignIn::Unlinked, id);
        }
        let record = tx.find_account(known.account_id).await?;
        return match record.map(|record| record.account).filter(may_come_in) {
            Some(account) => Ok(Found::Linked(account)),
            None => nobody(ProviderSignIn::Unknown, id),
        };
    }
    let Some(email) = &identity.email else { return nobody(ProviderSignIn::Unverified, None) };
    let Some(id) = by_email else { return nobody(ProviderSignIn::Unknown, None) };
    let record = tx.find_account(id).await?;
    let account = record.map(|record| record.account).filter(may_come_in);
    let same = account.filter(|account| email_key(&account.email) == email_key(email));
    let Some(account) = same else { return nobody(ProviderSignIn::Unknown, Some(id)) };
    // An account has one subject of a provider: another one with the same address is somebody else.
    if tx.list_identities(id).await?.iter().any(|other| other.issuer == issuer) {
        return nobody(ProviderSignIn::Unknown, Some(id));
    }
    Ok(Found::ToLink(account))
}

/// Blocked and erased accounts stay shut.
fn may_come_in(account: &Account) -> bool {
    matches!(account.state, AccountState::Active | AccountState::Invited)
}
