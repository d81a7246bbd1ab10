//! The only room that names axum. This file is the router, written as a table of contents.

pub mod api;
mod app_errors;
pub mod assets;
mod connection;
pub mod extract;
mod health;
pub(crate) mod language;
mod layers;
pub mod links;
pub mod metrics;
mod moved;
pub mod pages;
pub mod params;
pub mod problem;
pub mod session;
mod usage;

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;

pub use api::openapi_document;
pub use connection::Peer;
pub use layers::{ClientQuotas, Limits, Quota, RequestId, Timer, per_client};
pub use metrics::Metrics;

use crate::app::App;
use problem::{ErrorPage, Problem};

/// How errors on pages look.
const ERROR_PAGE: ErrorPage = pages::error_page;

/// Everything the public listener answers.
pub fn router(app: Arc<App>, limits: Limits, metrics: Arc<Metrics>) -> Router {
    // One quota for all that computes.
    let analysis = Arc::new(ClientQuotas::for_analysis(&limits));
    // What people without an account send to the editors: so many a minute, and so many a day.
    let (a_minute, a_day) = ClientQuotas::for_suggestions(&limits);
    let suggestions = per_client(pages::suggestion_routes(), &Arc::new(a_day));
    let tiles = Arc::new(ClientQuotas::for_tiles(&limits));
    let routes = Router::new()
        // pages: `/`, `/liste`, `/angebote/{id}` … and what their maps fetch below `/_/map/`
        .merge(pages::routes())
        // `/_/map/tiles`: streets on the map, where an operator wants them
        .merge(per_client(pages::tile_routes(), &tiles))
        // `/planung`: pages that compute, so that they share the quota of the analysis
        .merge(per_client(pages::planning_routes(), &analysis))
        // `/liste.pdf` and its like: paper and pictures that are made when they are asked for
        .merge(per_client(pages::print_routes(), &analysis))
        // `/vorschlag`: sending in
        .merge(per_client(suggestions, &Arc::new(a_minute)))
        // `/api`: OGC API Features and the planner's interface
        .merge(api::routes())
        .merge(per_client(api::coverage_routes(), &analysis))
        // `/api/listings`, `/api/revisions`, `/api/organizations`, `/api/session`: the desks
        .merge(api::desk_routes())
        .route("/_/assets/{*file}", get(assets::serve))
        // The menu of languages: `/en/liste` is `/liste` to the router (`language`)
        .route(language::REMEMBER, get(language::remember));
    wrap(routes, app, limits, metrics)
}

/// Puts health checks beside the routes and all layers around them: whatever the routes are, sizes, number and
/// time are limited, errors have their form, and every answer has its headers.
pub fn wrap(
    routes: Router<Arc<App>>,
    app: Arc<App>,
    limits: Limits,
    metrics: Arc<Metrics>,
) -> Router {
    let frame = Arc::new(layers::Frame::new(Arc::clone(&app), metrics, ERROR_PAGE));
    let guard = Arc::new(layers::Guard::new(limits));
    let carried = from_fn_with_state(Arc::clone(&app), session::carry);
    let counted = from_fn_with_state(Arc::clone(&app), usage::count);
    let guarded = routes
        .fallback(nothing_here)
        .layer(counted)
        .layer(carried)
        .layer(from_fn(layers::apart))
        .layer(from_fn(language::lead))
        .layer(from_fn_with_state(guard, layers::guard));
    let routed: Router = Router::new()
        .merge(health::routes())
        .merge(guarded)
        .layer(CatchPanicLayer::custom(layers::caught))
        .layer(layers::compression())
        .layer(from_fn_with_state(frame, layers::frame))
        .with_state(app);
    // The language is taken off the address before anything is routed, so this stands around the router.
    Router::new().fallback_service(routed).layer(from_fn(language::choose))
}

/// Answers on a listener until `shutdown` is ready; then finishes what has begun.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    listener: tokio::net::TcpListener,
    router: Router,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let service = router.into_make_service_with_connect_info::<Peer>();
    axum::serve(connection::Door::new(listener), service).with_graceful_shutdown(shutdown).await
}

async fn nothing_here() -> Problem {
    Problem::of_status(StatusCode::NOT_FOUND)
}
