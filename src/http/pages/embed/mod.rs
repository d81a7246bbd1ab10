//! `/embed`: the hits of chosen filters, for a frame in somebody else's page; and how to put it there.
//!
//! The page knows nobody: no cookie, no storage, nothing kept. It works as a list without scripts.

mod guide;
mod own;
mod script;

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

use self::own::{Own, Shows, Theme};
use super::context::Context;
use super::discreet::private;
use super::query::Words;
use super::respond;
use super::search::{SearchView, View, fault_line};
use super::shell::{Shell, door};
use crate::app::App;
use crate::domain::RegionWord;
use crate::http::assets;
use crate::http::extract::RawQuery;
use crate::http::language::at;
use crate::http::problem::Problem;

/// The script of the framed page.
const SCRIPT: &str = "src/embed/page.ts";

/// The framed list, its script, and how to use them.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(View::Embed.path(), get(show))
        .route(script::PATH, get(script::show))
        .route(guide::PATH, get(guide::show))
}

/// `/embed`
#[derive(Template)]
#[template(path = "embed.html")]
struct EmbedPage {
    shell: Shell,
    view: SearchView,
    own: Own,
    /// The filters in force, in words.
    filters: String,
    /// The same question on the whole site.
    whole: String,
    /// What its link says.
    open: String,
    /// Address of the page's script; empty where the front end was not built.
    script: String,
}

door!(EmbedPage);

impl EmbedPage {
    fn new(context: &Context, raw: &str) -> Self {
        let (own, rest) = Own::read(raw);
        let mut reading = context.read(&rest);
        reading.words.site = None;
        reading.words.list_view = false;
        let mut faults: Vec<_> =
            reading.faults.iter().map(|fault| fault_line(context, fault)).collect();
        faults.extend(own.faults(context.texts));
        // Residents cannot mend what the owner of the page has written: they see what the other words find.
        if reading.faults.iter().any(|fault| fault.word == "near") {
            (reading.words.near, reading.words.within_m) = (None, None);
        }
        let known = |ags: &crate::domain::Ags| context.reference().municipality(*ags).is_some();
        reading.words.municipalities.retain(known);
        reading.words.served &= !reading.words.municipalities.is_empty();
        reading.words = reading.words.sorted_as_can_be();
        reading.faults.clear();
        let mut view = SearchView::new(context, View::Embed, reading);
        view.faults = faults;
        view.next = own.carried(&view.next);
        view.first = own.carried(&view.first);
        for card in &mut view.cards {
            card.framed = true;
        }
        let site = context.region_text(RegionWord::SiteName);
        let labels: Vec<String> = view.active.iter().map(|filter| filter.label.clone()).collect();
        Self {
            shell: Shell::new(&context.prepared, "embed", view.heading.clone(), String::new())
                .hidden(true)
                .discreet(view.discreet),
            filters: context.texts.list(&labels),
            whole: whole(&view.words),
            open: context.texts.with("embed-open", &[("site", site.into())]),
            script: assets::CURRENT.url(SCRIPT).unwrap_or_default(),
            own,
            view,
        }
    }

    fn with_list(&self) -> bool {
        self.own.shows != Shows::Map
    }

    fn with_map(&self) -> bool {
        self.own.shows != Shows::List
    }

    /// Value of `<meta name="color-scheme">`.
    fn scheme(&self) -> &'static str {
        match self.own.theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Device => "light dark",
        }
    }
}

/// The list of the whole site with the same filters.
fn whole(words: &Words) -> String {
    if words.filters().is_empty() { at("/") } else { words.filters().href(View::List.path()) }
}

/// `GET /embed`
async fn show(State(app): State<Arc<App>>, RawQuery(raw): RawQuery) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let page = EmbedPage::new(&context, &raw);
    let status = if page.view.faults.is_empty() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
    let response = respond(status, &page)?;
    Ok(if page.view.discreet { private(response) } else { response })
}
