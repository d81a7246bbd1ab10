//! `/api/session`: who asks, and what they may do.

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use super::answer::private;
use super::precondition::Sent;
use super::words::Words;
use crate::http::problem::Problem;
use crate::http::session::{DeskUser, Visitor};

/// `GET /api/session`. With a session, `csrf` is what other requests send as `X-CSRF-Token`.
pub(super) async fn show(
    DeskUser(user): DeskUser,
    visitor: Visitor,
    sent: Sent,
) -> Result<Response, Problem> {
    Words::new(sent.query()).finish()?;
    let account = &user.account;
    let scopes = user.scopes.as_ref();
    let csrf = user.session.is_some().then(|| visitor.csrf().to_string());
    Ok(private(
        StatusCode::OK,
        json!({
            "account": {
                "id": account.id, "email": account.email, "name": account.name,
                "role": account.role.as_str(), "organizations": account.organizations,
            },
            "scopes": scopes.map(|all| all.iter().map(|scope| scope.as_str()).collect::<Vec<_>>()),
            "csrf": csrf,
        }),
    ))
}
