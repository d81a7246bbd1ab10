//! Without internet: what a browser keeps of the county, the page that reads it, and what makes the site installable.
//!
//! A service worker (`web/src/offline/worker.ts`) keeps what `/_/offline.json` lists and holds: the files of every page,
//! the map's background, two pages, and all public entries as data. Never kept: anything that belongs to a person, and
//! entries about topics that are nobody else's business (`discreet_topics` of region.toml): who picks up the device
//! must not find them on it.

mod entries;
mod filters;
mod icons;
mod manifest;
mod shelf;
mod worker;

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Serialize;

use self::entries::{Category, Entry, categories};
use self::filters::{Filter, Sets};
use self::shelf::{Shelf, Written};
use super::context::Context;
use super::map::services;
use super::respond;
use super::shell::{Shell, door};
use crate::app::App;
use crate::http::assets;
use crate::http::extract::IfNoneMatch;
use crate::http::language::{at, in_language, language};
use crate::http::problem::Problem;

/// The data for use without internet.
pub(crate) const DATA: &str = "/_/offline.json";
/// The page that reads them.
pub(crate) const PAGE: &str = "/offline";
/// The service worker: at the root, since it answers for what lies below its own address.
pub(crate) const WORKER: &str = "/sw.js";
/// What a device needs to install the site.
pub(crate) const MANIFEST: &str = "/app.webmanifest";

/// Above so many sites nothing is kept: a state's collection does not fit a phone's store and data plan.
const MOST_SITES: usize = 5_000;

/// The pages and files of this module.
pub(super) fn routes() -> Router<Arc<App>> {
    let shelf = Arc::new(Shelf::default());
    let data = move |app: State<Arc<App>>, have: IfNoneMatch| data(app, have, Arc::clone(&shelf));
    Router::new()
        .route(PAGE, get(show))
        .route(DATA, get(data))
        .route(WORKER, get(worker::show))
        .route(MANIFEST, get(manifest::show))
        .merge(icons::routes())
}

/// The page that scripts fill from what was kept.
#[derive(Template)]
#[template(path = "offline.html")]
struct OfflinePage {
    shell: Shell,
    data: String,
    filters: Vec<Filter>,
}

door!(OfflinePage);

/// `GET /offline`
async fn show(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let title = context.texts.t("offline-title");
    let shell = Shell::new(&context.prepared, "offline", title, PAGE).hidden(true);
    let filters = filters::filters(&context);
    respond(StatusCode::OK, &OfflinePage { shell, data: at(DATA), filters })
}

/// Everything a browser keeps in one language.
#[derive(Serialize)]
struct Kept<'a> {
    /// Another one means that something has changed.
    version: String,
    /// Local date and time of the data, `YYYY-MM-DDTHH:MM:SS`.
    made: String,
    /// The same in words.
    made_words: String,
    /// What to show where a page cannot be loaded.
    page: String,
    /// Pages to keep as they are.
    pages: Vec<String>,
    /// Files with names that change with their content.
    assets: Vec<String>,
    /// The map's background.
    backdrop: String,
    /// What the map draws without any filter.
    map: services::Answer,
    /// Topics of which nothing is kept, and of which no search is remembered.
    discreet: Vec<String>,
    /// Public sites that are not kept.
    left_out: u64,
    categories: Vec<Category<'a>>,
    entries: Vec<Entry>,
    filters: Sets,
}

/// `GET /_/offline.json`
async fn data(
    State(app): State<Arc<App>>,
    have: IfNoneMatch,
    shelf: Arc<Shelf>,
) -> Result<Response, Problem> {
    let language = language();
    let current = || version(&Context::new(&app));
    let now = current();
    let (version, bytes) = if have.has(&entity_tag(&now)) {
        (now, Bytes::new())
    } else {
        let app = Arc::clone(&app);
        let write = move || in_language(language, || write(&app));
        let written = shelf.find_or_write(language, current, write).await?;
        (written.version, written.bytes)
    };
    let etag = HeaderValue::from_str(&entity_tag(&version)).map_err(Problem::internal)?;
    let json = HeaderValue::from_static("application/json");
    Ok(have.answer(&etag, "no-cache", || ([(CONTENT_TYPE, json)], bytes).into_response()))
}

fn entity_tag(version: &str) -> String {
    format!("W/\"offline-{version}\"")
}

/// Tells one state of the data from another.
fn version(context: &Context) -> String {
    // The hours are those of the next seven days.
    format!(
        "{}-{}-{}-{}",
        context.snapshot.tag(),
        context.moment.today(),
        context.language().code(),
        // Its name changes with its content, and with that of everything it loads.
        assets::CURRENT.names().js.rsplit('/').next().unwrap_or_default(),
    )
}

/// The present state, written down.
fn write(app: &App) -> Result<Written, Problem> {
    let context = Context::new(app);
    let version = version(&context);
    let bytes = serde_json::to_vec(&kept(&context, version.clone())).map_err(Problem::internal)?;
    Ok(Written { version, bytes: Bytes::from(bytes) })
}

fn kept(context: &Context, version: String) -> Kept<'_> {
    let texts = context.texts;
    let (sites, left_out) = entries::sites(context, MOST_SITES);
    let (entries, sites) = entries::entries(context, &sites);
    let day = texts.date(context.moment.today());
    let assets = assets::CURRENT.closure(&[
        "src/main.ts",
        "src/map/start.ts",
        "src/offline/page.ts",
        "styles/main.css",
    ]);
    Kept {
        made: context.moment.local.format("%Y-%m-%dT%H:%M:%S").to_string(),
        made_words: texts.with("offline-made", &[("date", (&day).into())]),
        page: at(PAGE),
        pages: vec![at(PAGE), at("/wichtige-nummern")],
        backdrop: context.prepared.backdrop.address.clone(),
        map: services::answer(context, sites.len() as u64, &sites),
        discreet: entries::discreet(context),
        categories: categories(context),
        filters: filters::sets(context, &sites, MOST_SITES),
        assets,
        entries,
        left_out,
        version,
    }
}
