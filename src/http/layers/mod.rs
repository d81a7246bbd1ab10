//! What every request passes: from the outside in `frame` (id, log, figures, headers, form of errors),
//! compression, the net under a panic, `guard` (limits of size, number and time), and `apart` (threads for whatever changes
//! something). Routes that cost more opt in to
//! `per_client`; whatever brings something has places of its own (`writers`).

mod apart;
mod client;
mod frame;
mod guard;
mod headers;
mod per_client;
mod writers;

pub(super) use apart::apart;
pub(super) use client::Client;
pub use frame::RequestId;
pub(super) use frame::{Frame, frame};
pub(super) use guard::{Guard, guard};
#[cfg(test)]
pub(super) use headers::is_open_data;
pub(super) use headers::{is_framed, is_machine};
pub use per_client::{ClientQuotas, Quota, Timer, per_client};

use std::any::Any;
use std::time::Duration;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};

use super::problem::Problem;

/// Limits of the public listener.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Requests that only read worked on at the same time; more are refused with 503.
    pub max_concurrent: usize,
    /// Requests of all other methods, which may bring a body, at the same time; more are refused with 503.
    pub max_writes: usize,
    /// How many of those each client may have under way; 0 = no limit of its own. Beyond it 429.
    pub writes_per_client: u16,
    /// Longest time for one answer; then 503.
    pub timeout: Duration,
    /// Longest query string in bytes; beyond it 414.
    pub max_query_bytes: usize,
    /// Largest sum of header names and values in bytes; beyond it 431.
    pub max_header_bytes: usize,
    /// Largest body in bytes; beyond it 413.
    pub max_body_bytes: u64,
    /// What each client may ask of the planner's analysis; `None` = no limit. Beyond it 429.
    pub analysis: Option<Quota>,
    /// What each client may send to the editors without an account; `None` = no limit. Beyond it 429.
    pub suggestions: Option<Quota>,
    /// How many tiles each client may load; `None` = no limit. Beyond it 429.
    pub tiles: Option<Quota>,
    /// How many proxies stand in front whose word about the client's address is believed.
    pub trusted_proxies: u16,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_concurrent: 512,
            // Each may hold an upload: together they fit the memory of a small machine.
            max_writes: 64,
            writes_per_client: 12,
            timeout: Duration::from_secs(30),
            max_query_bytes: 8 << 10,
            max_header_bytes: 16 << 10,
            // The extractors of JSON and plain forms read less.
            max_body_bytes: super::session::MAX_UPLOAD_BYTES as u64 + (64 << 10),
            analysis: Quota::new(240, 80),
            suggestions: Quota::new(6, 12),
            // A view has some forty; a school or an office may stand behind one address.
            tiles: Quota::new(2_400, 1_200),
            trusted_proxies: 0,
        }
    }
}

/// Below this size compression costs more than it saves (one network packet).
const MIN_COMPRESSED_BYTES: u64 = 1_400;

/// gzip and brotli for whoever asks; never for what is compressed by nature.
pub(super) fn compression() -> CompressionLayer<impl Predicate> {
    let worth = SizeAbove::new(MIN_COMPRESSED_BYTES)
        .and(NotForContentType::IMAGES)
        .and(NotForContentType::const_new("font/"));
    CompressionLayer::new().compress_when(worth)
}

/// Turns a panic into a 500, whose words go to the log only.
#[allow(clippy::needless_pass_by_value, reason = "the signature is the library's")]
pub(super) fn caught(panic: Box<dyn Any + Send + 'static>) -> Response<Body> {
    let words = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned());
    Problem::broken(format!("panic: {}", words.unwrap_or_default())).into_response()
}
