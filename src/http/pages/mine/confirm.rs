//! `POST /mein/angebote/{id}/bestaetigen`: "still right", with one button.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::Asker;
use crate::app::{App, Confirm};
use crate::domain::ServiceId;
use crate::http::extract::Path;
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, DeskUser, Fields, Visitor};

pub(super) async fn send(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(sent): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let asker = Asker::new(&user, &visitor);
    let id: ServiceId = id.parse().ok().ok_or_else(|| Problem::not_found("entry"))?;
    // Only the version that was shown beside the button is confirmed.
    let confirm = Confirm { id, revision: sent.get("revision").parse().ok(), once: None };
    let confirmed = super::desk(&app)?.confirm_listing(&asker.author, confirm).await?;
    confirmed.ok_or_else(|| Problem::not_found("entry"))?;
    Ok(Redirect::to(&format!("/mein?bestaetigt={id}")).into_response())
}
