//! Where things are printed: two at a time, and what was printed last is kept.

use std::collections::VecDeque;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::Value;
use tokio::sync::Semaphore;

use crate::exchange::print::{Job, PrintError, pdf, png};
use crate::http::extract::{IfNoneMatch, entity_tag};
use crate::http::pages::discreet::private;
use crate::http::problem::Problem;

/// Things printed at the same time.
const PLACES: usize = 2;
/// Longest wait for a place.
const WAIT: Duration = Duration::from_secs(10);
/// What is kept, in bytes.
const KEPT: usize = 16 << 20;

static ROOM: Semaphore = Semaphore::const_new(PLACES);
static SHELF: LazyLock<Mutex<VecDeque<(String, Bytes)>>> = LazyLock::new(Mutex::default);

/// What is made of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Pdf,
    Png,
}

/// A document to print.
pub(super) struct Order {
    pub(super) document: &'static str,
    pub(super) data: Value,
    /// The QR code, where the document has one.
    pub(super) qr: Option<String>,
    pub(super) form: Form,
    /// The name of the file, without its ending.
    pub(super) name: &'static str,
    /// What it is about is nobody else's business: no browser keeps it.
    pub(super) discreet: bool,
}

/// Prints, unless whoever asks has it or it is on the shelf.
pub(super) async fn print(order: Order, have: &IfNoneMatch) -> Result<Response, Problem> {
    let etag = tag(&order);
    let key = etag.to_str().map_err(Problem::internal)?.to_owned();
    let (form, name, discreet) = (order.form, order.name, order.discreet);
    let bytes = if have.has(&key) {
        Bytes::new()
    } else if let Some(known) = from_shelf(&key) {
        known
    } else {
        make(order, key).await?
    };
    let (media_type, ending) = match form {
        Form::Pdf => ("application/pdf", "pdf"),
        Form::Png => ("image/png", "png"),
    };
    let file = format!("inline; filename=\"{name}.{ending}\"");
    let file = HeaderValue::from_str(&file).map_err(Problem::internal)?;
    let response = have.answer(&etag, "no-cache", || {
        let mut response = Response::new(Body::from(bytes));
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
        headers.insert(CONTENT_DISPOSITION, file);
        response
    });
    Ok(if discreet { private(response) } else { response })
}

async fn make(order: Order, key: String) -> Result<Bytes, Problem> {
    let place = tokio::time::timeout(WAIT, ROOM.acquire()).await;
    let Ok(Ok(place)) = place else {
        return Err(Problem::of_status(StatusCode::SERVICE_UNAVAILABLE));
    };
    let made = tokio::task::spawn_blocking(move || {
        // Held by the work itself: who goes away while it is done frees no place too early.
        let _place = place;
        printed(&order)
    });
    let bytes = Bytes::from(made.await.map_err(Problem::internal)?.map_err(Problem::internal)?);
    to_shelf(key, bytes.clone());
    Ok(bytes)
}

fn printed(order: &Order) -> Result<Vec<u8>, PrintError> {
    let picture = order.qr.as_ref().map(|qr| ("qr.svg", qr.as_bytes()));
    let pictures: Vec<(&'static str, &[u8])> = picture.into_iter().collect();
    let job = Job { document: order.document, data: &order.data, pictures: &pictures };
    match order.form {
        Form::Pdf => pdf(&job),
        Form::Png => png(&job),
    }
}

/// The same document with the same data is the same thing.
fn tag(order: &Order) -> HeaderValue {
    let (data, qr) = (order.data.to_string(), order.qr.as_deref().unwrap_or_default());
    entity_tag(&[env!("CARGO_PKG_VERSION"), order.document, &data, qr].map(str::as_bytes))
}

fn from_shelf(key: &str) -> Option<Bytes> {
    let shelf = SHELF.lock().unwrap_or_else(PoisonError::into_inner);
    shelf.iter().find(|(known, _)| known == key).map(|(_, bytes)| bytes.clone())
}

fn to_shelf(key: String, bytes: Bytes) {
    let mut shelf = SHELF.lock().unwrap_or_else(PoisonError::into_inner);
    shelf.push_back((key, bytes));
    let mut size: usize = shelf.iter().map(|(_, bytes)| bytes.len()).sum();
    while size > KEPT {
        let Some((_, oldest)) = shelf.pop_front() else { break };
        size -= oldest.len();
    }
}
