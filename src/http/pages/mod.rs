//! The pages that people read: German, rendered here, complete without scripts.

mod account;
mod admin;
mod card;
mod confirm;
mod context;
mod desk;
mod discreet;
mod easy;
mod embed;
mod entry;
mod error;
mod feeds;
mod forms;
mod guide;
mod hours;
mod map;
mod mine;
mod municipality;
mod offline;
mod organization;
mod places;
mod plain;
mod planning;
mod posters;
mod prepared;
mod print;
mod query;
mod quoted;
mod saved;
mod search;
mod shell;
mod suggest;
mod usage;

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use axum::routing::get;

use super::language::in_language;
use super::problem::Problem;
use crate::app::App;
use crate::domain::Language;

pub(crate) use account::expired_form;
pub(crate) use error::render as error_page;

/// All pages, and what their maps fetch.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/", get(search::map))
        .route("/liste", get(search::list))
        .route("/angebote/{id}", get(entry::show))
        .route("/angebote/{id}/karte.vcf", get(entry::files::contact))
        .route("/angebote/{id}/zeiten.ics", get(entry::files::hours))
        .route("/angebote/{id}/qr.svg", get(entry::files::qr))
        .route("/angebote/{id}/merkblatt", get(entry::poster::show))
        .route(saved::PATH, get(saved::show))
        .route("/traeger/{id}", get(organization::show))
        .route("/gemeinden", get(municipality::list))
        .route("/gemeinden/{ags}", get(municipality::show))
        .route(posters::PATH, get(posters::show))
        .route("/wichtige-nummern", get(plain::numbers))
        .route("/impressum", get(plain::imprint))
        .route("/datenschutz", get(plain::privacy))
        .route("/barrierefreiheit", get(plain::accessibility))
        .route("/leichte-sprache", get(easy::show))
        .merge(embed::routes())
        .route(search::COMPLETIONS, get(search::complete))
        .merge(feeds::routes())
        .merge(offline::routes())
        .merge(guide::routes())
        .merge(suggest::routes())
        .merge(confirm::routes())
        .merge(admin::routes())
        .merge(desk::routes())
        .merge(account::routes())
        .merge(mine::routes())
        .merge(usage::routes())
        .route(map::SERVICES, get(map::services::show))
        .route(map::BACKDROP, get(map::backdrop::show))
}

/// The pages for planners: they compute, so that they have a quota of their own.
pub fn planning_routes() -> Router<Arc<App>> {
    planning::routes()
}

/// Pictures and paper: they compute, so that they have a quota.
pub fn print_routes() -> Router<Arc<App>> {
    print::routes()
}

/// Streets on the map: many small requests, with a quota of their own.
pub fn tile_routes() -> Router<Arc<App>> {
    map::tiles::routes()
}

/// What people without an account send in: it has a quota of its own.
pub fn suggestion_routes() -> Router<Arc<App>> {
    suggest::posts().merge(confirm::posts())
}

/// Makes what all pages share, so that the first visitor need not wait for it.
pub fn warm_up(app: &App) {
    for language in Language::ALL {
        in_language(language, || context::Context::new(app));
    }
}

/// Data for a `<script>` element: inside it only "<" could end the block; as an escape it is the same JSON.
fn in_script(data: &impl serde::Serialize) -> String {
    serde_json::to_string(data).unwrap_or_default().replace('<', "\\u003c")
}

/// A rendered page as an answer. Pages are asked for anew each time: whether something is open changes by
/// the minute.
fn respond(status: StatusCode, page: &impl Template) -> Result<Response, Problem> {
    let body = page.render().map_err(Problem::internal)?;
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(response)
}

#[cfg(test)]
mod tests;
