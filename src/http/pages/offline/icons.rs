//! The icons of the installed site: one drawing, as SVG and, for devices that take no SVG, as PNG in the sizes they ask for.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::Response;
use axum::routing::get;
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use crate::exchange::print::{ICON, Job, PrintError, png};
use crate::http::problem::Problem;

/// Two days: the drawing changes with the program only, and the address does not.
const KEEP: &str = "public, max-age=172800";

/// Our mark alone, with rounded corners.
const PLAIN: &str = concat!(
    r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="512" height="512">"#,
    r##"<rect width="64" height="64" rx="14" fill="#1f42a8"/>"##,
    r##"<path fill="#fff" d="M32 9c-9.6 0-17 7.2-17 17 0 12 17 29 17 29s17-17 17-29c0-9.8-7.4-17-17-17z"/>"##,
    r##"<circle cx="32" cy="26" r="6.7" fill="#1f42a8"/></svg>"##,
);
/// The same with so much room around it that no device's mask cuts it: within the middle circle of 80 % (W3C, "Web
/// Application Manifest", "Icon masks and safe zone").
const MASKABLE: &str = concat!(
    r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="512" height="512">"#,
    r##"<path fill="#1f42a8" d="M0 0h64v64H0z"/>"##,
    r##"<path fill="#fff" d="M32 13c-8 0-14 6-14 14 0 10 14 24 14 24s14-14 14-24c0-8-6-14-14-14z"/>"##,
    r##"<circle cx="32" cy="27" r="5.5" fill="#1f42a8"/></svg>"##,
);

/// A picture of one size.
struct Picture {
    path: &'static str,
    side: u32,
    /// For what the manifest names it; empty for the one that pages name themselves.
    purpose: &'static str,
    drawn: &'static str,
    made: OnceCell<Bytes>,
}

impl Picture {
    const fn new(
        path: &'static str,
        side: u32,
        purpose: &'static str,
        drawn: &'static str,
    ) -> Self {
        Self { path, side, purpose, drawn, made: OnceCell::const_new() }
    }
}

/// Android asks for 192 and 512, each with and without a mask; iOS, which masks every icon, for 180.
static PICTURES: [Picture; 5] = [
    Picture::new("/app-icon-192.png", 192, "any", PLAIN),
    Picture::new("/app-icon-512.png", 512, "any", PLAIN),
    Picture::new("/app-icon-maskable-192.png", 192, "maskable", MASKABLE),
    Picture::new("/app-icon-maskable-512.png", 512, "maskable", MASKABLE),
    Picture::new("/app-icon-180.png", 180, "", MASKABLE),
];

/// Where the drawing itself is.
const DRAWING: &str = "/app-icon.svg";

/// The icons, each at its address.
pub(super) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let drawing = Router::new().route(DRAWING, get(drawing));
    PICTURES
        .iter()
        .fold(drawing, |routes, picture| routes.route(picture.path, get(move || show(picture))))
}

/// What the manifest says of them.
pub(super) fn listed() -> Value {
    let named = PICTURES.iter().filter(|picture| !picture.purpose.is_empty());
    let pictures = named.map(|picture| {
        json!({
            "src": picture.path,
            "sizes": format!("{0}x{0}", picture.side),
            "type": "image/png",
            "purpose": picture.purpose,
        })
    });
    let drawing =
        json!({ "src": DRAWING, "sizes": "any", "type": "image/svg+xml", "purpose": "any" });
    std::iter::once(drawing).chain(pictures).collect()
}

/// `GET /app-icon.svg`
async fn drawing() -> Response {
    file("image/svg+xml; charset=utf-8", Bytes::from_static(PLAIN.as_bytes()))
}

/// `GET /app-icon-….png`: drawn when it is first asked for, on a thread that answers nothing else.
async fn show(picture: &'static Picture) -> Result<Response, Problem> {
    let make = || async move {
        let drawn = tokio::task::spawn_blocking(move || draw(picture));
        let drawn = drawn.await.map_err(Problem::internal)?;
        drawn.map(Bytes::from).map_err(Problem::internal)
    };
    let bytes = picture.made.get_or_try_init(make).await?;
    Ok(file("image/png", bytes.clone()))
}

fn draw(picture: &Picture) -> Result<Vec<u8>, PrintError> {
    let pictures = [("icon.svg", picture.drawn.as_bytes())];
    png(&Job { document: ICON, data: &json!({ "side": picture.side }), pictures: &pictures })
}

fn file(content_type: &'static str, body: Bytes) -> Response {
    let mut response = Response::new(Body::from(body));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(KEEP));
    response
}
