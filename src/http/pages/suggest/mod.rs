//! `/vorschlag`: what people without an account tell the editors, and the link by which they follow it.

mod answer;
mod body;
mod fields;
mod form;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

pub(crate) use answer::state_word;
pub(in crate::http::pages) use body::PostedForm;
pub(crate) use form::{kind_word, topic_word};

use crate::app::App;

/// Where suggestions are made.
pub(crate) const PATH: &str = "/vorschlag";

/// What is read.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(form::show))
        .route("/vorschlag/antwort/{token}", get(answer::show))
}

/// What is sent in: each client has a quota of it.
pub(in crate::http) fn posts() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, post(form::submit))
        .route("/vorschlag/antwort/{token}", post(answer::reply))
}
