//! Everything the program keeps of a person, for that person (DSGVO, articles 15 and 20).

use serde::Serialize;

use super::manage_accounts::NOBODY;
use crate::app::{AppError, Author, Desk, ScenarioRecord};

/// What is kept of a person.
#[derive(Debug, Clone, Serialize)]
pub struct OwnData {
    /// The account.
    pub account: AccountData,
    /// Sessions that stand.
    pub sessions: Vec<SessionData>,
    /// Tokens that have not ended.
    pub tokens: Vec<TokenData>,
    /// Subjects of sign-in providers that are linked, or were.
    pub identities: Vec<IdentityData>,
    /// Scenarios of the planning that were kept.
    pub scenarios: Vec<ScenarioData>,
    /// What the audit keeps about the account.
    pub events: Vec<EventData>,
}

/// The account.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the words are those of the account")]
pub struct AccountData {
    pub id: String,
    pub email: String,
    /// An address that is still to be confirmed.
    pub new_email: Option<String>,
    pub name: String,
    pub role: &'static str,
    pub organizations: Vec<String>,
    pub state: &'static str,
    pub second_factor: bool,
    pub recovery_codes_left: u64,
    pub created_at: String,
    pub last_sign_in: Option<String>,
}

/// A session.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the words are those of the session")]
pub struct SessionData {
    pub device: String,
    pub created_at: String,
    pub last_seen_at: String,
    pub expires_at: String,
}

/// A token.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the words are those of the token")]
pub struct TokenData {
    pub name: String,
    pub scopes: Vec<&'static str>,
    pub created_at: String,
    pub expires_at: String,
    pub last_used_at: Option<String>,
}

/// A subject of a sign-in provider.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the words are those of the identity")]
pub struct IdentityData {
    pub issuer: String,
    pub subject: String,
    pub linked_at: String,
    pub last_used_at: String,
    pub unlinked_at: Option<String>,
}

/// A kept scenario.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the words are those of the scenario")]
pub struct ScenarioData {
    pub name: String,
    pub note: String,
    pub question: String,
    pub created_at: String,
    pub last_modified: String,
}

/// An event of the audit.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the words are those of the audit")]
pub struct EventData {
    pub at: String,
    pub kind: String,
    pub detail: String,
}

impl Desk {
    /// What is kept of the author.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn own_data(&self, author: &Author) -> Result<OwnData, AppError> {
        let id = author.account().ok_or(NOBODY)?;
        let account = self.find_account(id).await?.ok_or(NOBODY)?;
        let sessions = self.list_sessions(id).await?.into_iter().map(|session| SessionData {
            device: session.device,
            created_at: session.created_at.to_rfc3339(),
            last_seen_at: session.last_seen_at.to_rfc3339(),
            expires_at: session.expires_at.to_rfc3339(),
        });
        let tokens = self.list_tokens(id).await?.into_iter().map(|token| TokenData {
            name: token.name,
            scopes: token.scopes.iter().map(|scope| scope.as_str()).collect(),
            created_at: token.created_at.to_rfc3339(),
            expires_at: token.expires_at.to_rfc3339(),
            last_used_at: token.last_used_at.map(|at| at.to_rfc3339()),
        });
        let identities = self.list_identities(id).await?.into_iter().map(|one| IdentityData {
            issuer: one.issuer,
            subject: one.subject,
            linked_at: one.linked_at.to_rfc3339(),
            last_used_at: one.last_used_at.to_rfc3339(),
            unlinked_at: one.unlinked_at.map(|at| at.to_rfc3339()),
        });
        let own = |record: &ScenarioRecord| record.account_id == Some(id);
        let kept = self.store.list_scenarios().await?.into_iter().filter(own);
        let scenarios = kept.map(|record| ScenarioData {
            name: record.scenario.name,
            note: record.scenario.note,
            question: record.scenario.question,
            created_at: record.created_at,
            last_modified: record.last_modified,
        });
        let events = self.store.list_audit_of(id).await?.into_iter().map(|event| EventData {
            at: event.at.to_rfc3339(),
            kind: event.kind,
            detail: event.detail,
        });
        Ok(OwnData {
            sessions: sessions.collect(),
            tokens: tokens.collect(),
            identities: identities.collect(),
            scenarios: scenarios.collect(),
            events: events.collect(),
            account: AccountData {
                id: account.id.to_string(),
                email: account.email,
                new_email: self.find_email_change(id).await?.map(|change| change.email),
                name: account.name,
                role: account.role.as_str(),
                organizations: account.organizations.iter().map(ToString::to_string).collect(),
                state: account.state.as_str(),
                second_factor: account.second_factor,
                recovery_codes_left: self.store.count_recovery_codes(id).await?,
                created_at: account.created_at.to_rfc3339(),
                last_sign_in: account.last_sign_in.map(|at| at.to_rfc3339()),
            },
        })
    }
}
