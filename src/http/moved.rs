//! Old addresses of entries and sites that became part of others.

use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::problem::Problem;
use crate::app::{Alias, App};

/// Where an id leads that nothing public has any more; asked only when nothing was found, so that what is there is
/// answered without the database.
///
/// # Errors
/// 404 with `missing` where it leads nowhere.
pub(super) async fn moved(
    app: &App,
    old: Uuid,
    missing: &'static str,
    place: impl FnOnce(Alias) -> String,
) -> Result<Response, Problem> {
    let found = match &app.desk {
        Some(desk) => desk.find_merged(old).await?,
        None => None,
    };
    let alias = found.ok_or_else(|| Problem::not_found(missing))?;
    let place = HeaderValue::from_str(&place(alias)).map_err(Problem::internal)?;
    Ok((StatusCode::MOVED_PERMANENTLY, [(LOCATION, place)]).into_response())
}
