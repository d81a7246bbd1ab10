//! `/api/session`: who the interface takes the caller for.

use serde::Serialize;

use crate::http::extract::Json;
use crate::http::session::{Entrant, Visitor};

/// Who asks.
#[derive(Debug, Serialize)]
pub(super) struct Session {
    account: SessionAccount,
    /// What the token may be used for; absent for a session, which may do what the person may.
    #[serde(skip_serializing_if = "Option::is_none")]
    scopes: Option<Vec<&'static str>>,
    /// For the header `X-CSRF-Token`; absent for a token.
    #[serde(skip_serializing_if = "Option::is_none")]
    csrf_token: Option<String>,
    /// Whether a second factor has to be set up before anything else.
    second_factor_missing: bool,
}

/// The account.
#[derive(Debug, Serialize)]
struct SessionAccount {
    id: String,
    name: String,
    role: &'static str,
    organizations: Vec<String>,
}

/// `GET /api/session`
pub(super) async fn show(Entrant(user): Entrant, visitor: Visitor) -> Json<Session> {
    let by_session = user.session.is_some();
    let names = |scopes: Vec<crate::domain::Scope>| scopes.iter().map(|s| s.as_str()).collect();
    Json(Session {
        account: SessionAccount {
            id: user.account.id.to_string(),
            name: user.account.name,
            role: user.account.role.as_str(),
            organizations: user.account.organizations.iter().map(ToString::to_string).collect(),
        },
        scopes: user.scopes.map(names),
        csrf_token: by_session.then(|| visitor.csrf().to_string()),
        second_factor_missing: user.needs_second_factor,
    })
}
