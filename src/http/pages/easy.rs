//! `/leichte-sprache`: what the site is and how it works, in Leichte Sprache, whatever the language around it.

use std::sync::Arc;

use askama::Template;
use askama::filters::Safe;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::context::Context;
use super::respond;
use super::shell::{Shell, door};
use crate::app::App;
use crate::domain::Language;
use crate::http::language::path_in;
use crate::http::problem::Problem;

/// `/leichte-sprache`
#[derive(Template)]
#[template(path = "easy.html")]
pub(crate) struct EasyPage {
    pub(crate) shell: Shell,
    /// Whether people with learning difficulties have read the texts in Leichte Sprache.
    pub(crate) reviewed: bool,
    /// Whether there is a guided way.
    pub(crate) guide: bool,
}

door!(EasyPage);

/// `GET /leichte-sprache`
pub(crate) async fn show(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let title = context.texts.t("easy-title");
    let easy = context.reference().languages.get(&Language::Easy);
    let page = EasyPage {
        shell: Shell::new(&context.prepared, "text", title, "/leichte-sprache"),
        reviewed: easy.is_some_and(|texts| texts.reviewed.is_some()),
        guide: context.prepared.guide,
    };
    respond(StatusCode::OK, &page)
}

impl EasyPage {
    /// The address of a page in Leichte Sprache.
    #[allow(clippy::unused_self, reason = "templates call helpers on their page")]
    fn easy(&self, path: &str) -> String {
        path_in(Language::Easy, path)
    }

    /// `lang` and `dir` of what is written in Leichte Sprache, unless the page is.
    fn easy_part(&self) -> Safe<&'static str> {
        Safe(match self.shell.language() {
            Language::Easy => "",
            Language::Arabic => " lang=\"de-x-leicht\" dir=\"ltr\"",
            _ => " lang=\"de-x-leicht\"",
        })
    }
}
