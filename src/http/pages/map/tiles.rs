//! `/_/map/tiles/{z}/{x}/{y}` and `/_/map/tiles.pmtiles`: streets on the map, where an operator wants them. From our own
//! origin, so that no visitor's address reaches a tile source.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_RANGE,
    RANGE,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Serialize;

use crate::app::{App, SourceFault, TileArchive, TileError, TileSupply, Tiles};
use crate::http::extract::{IfNoneMatch, Path, RawQuery};
use crate::http::problem::Problem;

/// Pictures of a source.
const PICTURES: &str = "/_/map/tiles/{z}/{x}/{y}";
/// A file of vector tiles.
const ARCHIVE: &str = "/_/map/tiles.pmtiles";
/// Largest range of the file that is sent at once, in bytes. The reader in the browser asks for 16 KiB first, then for
/// single directories and tiles, which are smaller; more would let one client fetch gigabytes within its quota.
const LONGEST_RANGE: u64 = 512 << 10;
/// Seconds after which a map may try again where the source fails, or is slow.
const RETRY_FAILED_S: u32 = 30;
const RETRY_SLOW_S: u32 = 2;

/// The streets, where there are any.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route(PICTURES, get(picture)).route(ARCHIVE, get(archive))
}

/// What the scripts of a page need to know of the streets.
#[derive(Debug, Serialize)]
pub(crate) struct Streets<'a> {
    /// Whether they come as pictures or as a file.
    kind: &'static str,
    /// Where from: for pictures with `{z}`, `{x}` and `{y}`.
    address: String,
    /// West, south, east, north: beyond it there are none.
    bounds: [f64; 4],
    #[serde(rename = "maxZoom")]
    max_zoom: u8,
    attribution: &'a str,
    #[serde(rename = "attributionUrl", skip_serializing_if = "Option::is_none")]
    attribution_url: Option<&'a str>,
}

impl<'a> Streets<'a> {
    /// The streets for a page.
    pub(crate) fn of(tiles: &'a Tiles) -> Self {
        let (kind, path) = match tiles.supply() {
            TileSupply::Pictures(_) => ("pictures", PICTURES),
            TileSupply::Archive(_) => ("archive", ARCHIVE),
        };
        let area = tiles.area();
        Self {
            kind,
            address: format!("{path}?v={}", tiles.tag()),
            bounds: [area.west, area.south, area.east, area.north],
            max_zoom: tiles.max_zoom(),
            attribution: tiles.attribution(),
            attribution_url: tiles.attribution_url(),
        }
    }
}

/// `GET /_/map/tiles/{z}/{x}/{y}`
async fn picture(
    State(app): State<Arc<App>>,
    Path((z, x, y)): Path<(u8, u32, u32)>,
    have: IfNoneMatch,
) -> Result<Response, Problem> {
    let Some(TileSupply::Pictures(pictures)) = app.tiles.as_deref().map(Tiles::supply) else {
        return Err(Problem::of_status(StatusCode::NOT_FOUND));
    };
    let tile = pictures.find(z, x, y).await.map_err(|error| why_not(&error))?;
    let etag = format!("\"{}\"", tile.tag);
    let mut response = if have.has(&etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let kind = HeaderValue::from_static(tile.kind.media_type());
        ([(CONTENT_TYPE, kind)], tile.bytes).into_response()
    };
    let keep = format!("public, max-age={}", tile.fresh_s);
    set(&mut response, ETAG, &etag)?;
    set(&mut response, CACHE_CONTROL, &keep)?;
    Ok(response)
}

/// A map does without a tile that cannot be had; what is behind it is for the log and the figures.
fn why_not(error: &TileError) -> Problem {
    match error {
        TileError::Refused => Problem::not_found("tile"),
        TileError::Nothing => Problem::not_found("tile of the source"),
        TileError::Late | TileError::Busy => Problem::busy("tile_source_slow", RETRY_SLOW_S),
        TileError::Source(
            SourceFault::Status { .. }
            | SourceFault::Redirect
            | SourceFault::NoPicture
            | SourceFault::TooLarge
            | SourceFault::Unreachable(_)
            | SourceFault::Resting,
        ) => Problem::busy("tile_source_failed", RETRY_FAILED_S),
    }
}

fn set(response: &mut Response, name: HeaderName, value: &str) -> Result<(), Problem> {
    let value = HeaderValue::from_str(value).map_err(Problem::internal)?;
    response.headers_mut().insert(name, value);
    Ok(())
}

/// `GET /_/map/tiles.pmtiles`: one range of the file (RFC 9110, section 14). The whole of it is sent to nobody: it may be
/// larger than a visitor's contract, and than this server's line.
async fn archive(
    State(app): State<Arc<App>>,
    method: Method,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Some(TileSupply::Archive(archive)) = app.tiles.as_deref().map(Tiles::supply) else {
        return Err(Problem::of_status(StatusCode::NOT_FOUND));
    };
    let archive = Arc::clone(archive);
    let len = archive.len();
    let etag = format!("\"{}\"", archive.tag());
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    // A reader that has parts of another state of the file must not mix them with these.
    let changed = text(IF_RANGE).is_some_and(|known| known != etag);
    let range = text(RANGE).filter(|_| !changed).and_then(|range| read_range(range, len));
    let mut response = match range {
        _ if method == Method::HEAD => {
            let mut response = StatusCode::OK.into_response();
            set(&mut response, CONTENT_LENGTH, &len.to_string())?;
            response
        }
        None => {
            let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
            set(&mut response, CONTENT_RANGE, &format!("bytes */{len}"))?;
            set(&mut response, CONTENT_TYPE, "application/octet-stream")?;
            response
        }
        Some((from, count)) => {
            let bytes = read(archive, from, count).await?;
            let mut response = (StatusCode::PARTIAL_CONTENT, Body::from(bytes)).into_response();
            let told = format!("bytes {from}-{}/{len}", from + count as u64 - 1);
            set(&mut response, CONTENT_RANGE, &told)?;
            set(&mut response, CONTENT_TYPE, "application/octet-stream")?;
            response
        }
    };
    let current = raw == format!("v={}", etag.trim_matches('"'));
    let keep = if current { "public, max-age=31536000, immutable" } else { "no-cache" };
    set(&mut response, ACCEPT_RANGES, "bytes")?;
    set(&mut response, CACHE_CONTROL, keep)?;
    set(&mut response, ETAG, &etag)?;
    Ok(response)
}

async fn read(archive: Arc<TileArchive>, from: u64, count: usize) -> Result<Vec<u8>, Problem> {
    let reading = tokio::task::spawn_blocking(move || archive.read(from, count));
    reading.await.map_err(Problem::internal)?.map_err(Problem::internal)
}

/// The first byte of a single range and how many bytes it has; `None` for several, too many, none, or no bytes.
fn read_range(text: &str, len: u64) -> Option<(u64, usize)> {
    let (first, last) = text.strip_prefix("bytes=")?.trim().split_once('-')?;
    let (from, to) = if first.is_empty() {
        let count: u64 = last.parse().ok().filter(|count| *count > 0)?;
        (len.saturating_sub(count), len.checked_sub(1)?)
    } else {
        let last = if last.is_empty() { u64::MAX } else { last.parse().ok()? };
        (first.parse().ok()?, last.min(len.checked_sub(1)?))
    };
    let count = to.checked_sub(from)?.checked_add(1)?;
    (count <= LONGEST_RANGE).then_some((from, usize::try_from(count).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_as_http_means_it() {
        assert_eq!(read_range("bytes=0-9", 100), Some((0, 10)));
        assert_eq!(read_range("bytes=90-200", 100), Some((90, 10)));
        assert_eq!(read_range("bytes=90-", 100), Some((90, 10)));
        assert_eq!(read_range("bytes=-10", 100), Some((90, 10)));
        assert_eq!(read_range("bytes=-200", 100), Some((0, 100)));
        for none in [
            "",
            "bytes",
            "bytes=",
            "bytes=-",
            "bytes=-0",
            "bytes=9-3",
            "bytes=100-",
            "bytes=a-b",
            "bytes=0-1,5-6",
            "items=0-1",
            "bytes=0--1",
            "bytes=18446744073709551616-",
        ] {
            assert_eq!(read_range(none, 100), None, "{none}");
        }
        assert_eq!(read_range("bytes=0-0", 0), None);
        assert_eq!(read_range("bytes=0-", u64::MAX), None, "more than is sent at once");
        assert_eq!(read_range("bytes=5-524292", u64::MAX), Some((5, 512 << 10)));
        assert_eq!(read_range("bytes=5-524293", u64::MAX), None, "a byte more");
        assert_eq!(
            read_range("bytes=0-16383", u64::MAX),
            Some((0, 16 << 10)),
            "what a map begins with"
        );
    }
}
