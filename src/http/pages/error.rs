//! Errors as pages: what happened, and the ways out.

use askama::Template;

use super::context::Context;
use super::shell::{Shell, door};
use crate::app::App;
use crate::http::extract::MAX_BODY_BYTES;
use crate::http::problem::{Problem, plain_page};
use crate::http::session::MAX_UPLOAD_BYTES;
use crate::texts::Texts;

/// The page of an error.
#[derive(Template)]
#[template(path = "error.html")]
pub(crate) struct ErrorPage {
    pub(crate) shell: Shell,
    pub(crate) code: String,
    pub(crate) title: &'static str,
    pub(crate) text: String,
    /// To quote when asking for help.
    pub(crate) request_id: String,
}

door!(ErrorPage);

/// What is too large: how much is taken, and what to do.
fn too_large(texts: &Texts) -> String {
    let megabytes = |bytes: usize| texts.number((bytes >> 20) as u64);
    let (form, file) = (megabytes(MAX_BODY_BYTES), megabytes(MAX_UPLOAD_BYTES));
    texts.with("error-413-text", &[("form", (&form).into()), ("file", (&file).into())])
}

/// Renders a problem for people; the plainest page where even that fails.
pub(crate) fn render(app: &App, problem: &Problem, request_id: &str) -> String {
    let context = Context::new(app);
    let texts = context.texts;
    let (title, text) = match problem.status.as_u16() {
        401 => ("error-401-title", "error-401-text"),
        403 if problem.code == "forged" => ("error-forged-title", "error-forged-text"),
        403 => ("error-403-title", "error-403-text"),
        404 | 410 => ("error-404-title", "error-404-text"),
        405 => ("error-405-title", "error-405-text"),
        413 => ("error-413-title", "error-413-text"),
        429 => ("error-429-title", "error-429-text"),
        400..=499 => ("error-400-title", "error-400-text"),
        503 => ("error-503-title", "error-503-text"),
        _ => ("error-500-title", "error-500-text"),
    };
    let number = problem.status.as_u16().to_string();
    let page = ErrorPage {
        shell: Shell::new(&context.prepared, "error", texts.t(title), "").hidden(true),
        code: texts.with("error-code", &[("code", (&number).into())]),
        title: texts.t(title),
        text: if problem.status == 413 { too_large(texts) } else { texts.t(text).to_owned() },
        request_id: texts.with("error-request-id", &[("id", request_id.into())]),
    };
    page.render().unwrap_or_else(|_| plain_page(app, problem, request_id))
}
