//! A page that shows something secret, this once.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use crate::app::App;
use crate::http::pages::context::Context;
use crate::http::pages::respond;
use crate::http::pages::shell::{Shell, door};
use crate::http::problem::Problem;

/// A page that shows something secret, this once.
#[derive(Template)]
#[template(path = "account/secrets.html")]
pub(super) struct SecretsPage {
    shell: Shell,
    title: String,
    intro: String,
    secrets: Vec<String>,
    /// Where it goes on.
    next: String,
}

door!(SecretsPage);

/// The page with these secrets, which leads on to a path of ours.
pub(super) fn show(
    app: &App,
    title: &str,
    intro: &str,
    secrets: Vec<String>,
    next: &str,
) -> Result<Response, Problem> {
    let context = Context::new(app);
    let page = SecretsPage {
        shell: Shell::new(&context.prepared, "account", title, "").hidden(true),
        title: title.to_owned(),
        intro: intro.to_owned(),
        secrets,
        next: next.to_owned(),
    };
    respond(StatusCode::OK, &page)
}
