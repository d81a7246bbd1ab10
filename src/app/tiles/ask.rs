//! Asks the source for one tile: with an end to patience and size, without redirects, and with nothing of whoever
//! looks at the map.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::DateTime;
use ureq::Agent;
use ureq::http::header::{
    ACCEPT, AGE, CACHE_CONTROL, DATE, ETAG, EXPIRES, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LAST_MODIFIED, RETRY_AFTER,
};
use ureq::http::{HeaderMap, HeaderName};

use super::record::{Picture, TileRecord};
use crate::app::trust::machine_trust;
use crate::spatial::TileId;

/// Largest picture of a tile in bytes: aerial ones of 512 pixels take some 200 KiB.
pub(super) const LONGEST_TILE: u64 = 1 << 20;
/// Longest tag or time of the source that is repeated to it.
const LONGEST_WORD: usize = 200;
const NAME: &str = concat!("Sozialatlas/", env!("CARGO_PKG_VERSION"));
const PICTURES: &str = "image/webp, image/png, image/jpeg";

/// Why the source has given no tile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SourceFault {
    /// An answer that means no tile.
    #[error("the tile source answers with status {status}")]
    Status {
        /// HTTP status.
        status: u16,
        /// Seconds for which it asks to be left alone.
        wait_s: Option<u64>,
    },
    /// It sends us elsewhere; only the configured place is asked.
    #[error("the tile source leads elsewhere; redirects are not followed")]
    Redirect,
    /// HTML, text, or anything else.
    #[error("the tile source sends something that is no PNG, JPEG or WebP picture")]
    NoPicture,
    /// More than a tile can be.
    #[error("the tile source sends more than {LONGEST_TILE} bytes for one tile")]
    TooLarge,
    /// The network, the certificate, or no answer in time.
    #[error("the tile source cannot be reached: {0}")]
    Unreachable(String),
    /// It has failed of late and is left alone for a while.
    #[error("the tile source has failed and is left alone for a while")]
    Resting,
}

/// What the source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SourceAnswer {
    /// A picture.
    New(SourceTile),
    /// What we have is still right.
    Same {
        /// For how many seconds, if it says so.
        fresh_s: Option<u64>,
    },
    /// It has none here.
    Nothing,
}

/// A picture with what the source says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SourceTile {
    pub(super) picture: Picture,
    pub(super) etag: Option<String>,
    pub(super) last_modified: Option<String>,
    /// For how many seconds it is right, if it says so.
    pub(super) fresh_s: Option<u64>,
}

/// Asks one source.
pub(super) struct SourceAsker {
    template: String,
    user_agent: String,
    patience: Duration,
    /// Made when it is first needed: reading the certificates of the machine takes a while.
    agent: OnceLock<Arc<Agent>>,
}

impl SourceAsker {
    /// Asks the source with this address, in the name of this site.
    pub(super) fn new(template: &str, site: Option<&str>, patience: Duration) -> Self {
        let user_agent = site.map_or_else(|| NAME.to_owned(), |site| format!("{NAME} (+{site})"));
        Self { template: template.to_owned(), user_agent, patience, agent: OnceLock::new() }
    }

    /// Asks once and waits; `kept` is what we have of the tile.
    pub(super) fn ask(
        &self,
        id: TileId,
        kept: Option<&TileRecord>,
    ) -> Result<SourceAnswer, SourceFault> {
        let url = self
            .template
            .replace("{z}", &id.zoom().to_string())
            .replace("{x}", &id.x().to_string())
            .replace("{y}", &id.y().to_string());
        let mut request = self.agent().get(url).header(ACCEPT, PICTURES);
        let kept = kept.filter(|kept| kept.picture.is_some());
        if let Some(etag) = kept.and_then(|kept| kept.etag.as_ref()) {
            request = request.header(IF_NONE_MATCH, etag);
        }
        if let Some(time) = kept.and_then(|kept| kept.last_modified.as_ref()) {
            request = request.header(IF_MODIFIED_SINCE, time);
        }
        let answer = request.call().map_err(fault)?;
        let (parts, mut body) = answer.into_parts();
        let headers = &parts.headers;
        match parts.status.as_u16() {
            200 => {
                if body.content_length().is_some_and(|len| len > LONGEST_TILE) {
                    return Err(SourceFault::TooLarge);
                }
                let bytes = body.with_config().limit(LONGEST_TILE).read_to_vec().map_err(fault)?;
                let picture = Picture::read(bytes).ok_or(SourceFault::NoPicture)?;
                Ok(SourceAnswer::New(SourceTile {
                    picture,
                    etag: word(headers, &ETAG),
                    last_modified: word(headers, &LAST_MODIFIED),
                    fresh_s: fresh_s(headers),
                }))
            }
            304 if kept.is_some() => Ok(SourceAnswer::Same { fresh_s: fresh_s(headers) }),
            204 | 404 | 410 => Ok(SourceAnswer::Nothing),
            300..=399 => Err(SourceFault::Redirect),
            status => {
                let wait_s = word(headers, &RETRY_AFTER).and_then(|text| text.parse().ok());
                Err(SourceFault::Status { status, wait_s })
            }
        }
    }

    fn agent(&self) -> &Agent {
        self.agent.get_or_init(|| {
            let config = Agent::config_builder()
                .timeout_global(Some(self.patience))
                .max_redirects(0)
                .max_redirects_will_error(false)
                .http_status_as_error(false)
                .user_agent(&self.user_agent)
                .proxy(None)
                .tls_config(machine_trust())
                .build();
            Arc::new(Agent::new_with_config(config))
        })
    }
}

fn fault(error: ureq::Error) -> SourceFault {
    match error {
        ureq::Error::BodyExceedsLimit(_) => SourceFault::TooLarge,
        // An address may hold a key; these errors repeat it.
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => {
            SourceFault::Unreachable("its address cannot be used".to_owned())
        }
        error => SourceFault::Unreachable(error.to_string().chars().take(200).collect()),
    }
}

/// A header of plain letters, not too long.
fn word(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let text = headers.get(name)?.to_str().ok()?;
    (!text.is_empty() && text.len() <= LONGEST_WORD).then(|| text.to_owned())
}

/// For how many seconds the answer is right for a cache that many share (RFC 9111, section 4.2.1); `None` = it does not
/// say.
fn fresh_s(headers: &HeaderMap) -> Option<u64> {
    let control = headers.get(CACHE_CONTROL).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let words = || control.split(',').map(str::trim);
    let value = |name: &str| {
        words().find_map(|word| {
            let (key, value) = word.split_once('=')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim_matches('"').parse::<u64>().ok())?
        })
    };
    let has = |name: &str| words().any(|word| word.eq_ignore_ascii_case(name));
    if has("no-cache") || has("no-store") {
        return Some(0);
    }
    if let Some(lifetime) = value("s-maxage").or_else(|| value("max-age")) {
        let age = word(headers, &AGE).and_then(|text| text.parse().ok()).unwrap_or(0);
        return Some(lifetime.saturating_sub(age));
    }
    let time = |name| DateTime::parse_from_rfc2822(&word(headers, name)?).ok();
    let (expires, date) = (time(&EXPIRES)?, time(&DATE)?);
    Some(u64::try_from((expires - date).num_seconds()).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fresh(list: &[(HeaderName, &str)]) -> Option<u64> {
        let headers = list.iter().map(|(name, value)| (name.clone(), value.parse().unwrap()));
        fresh_s(&headers.collect())
    }

    #[test]
    fn how_long_a_tile_is_right_is_read_as_shared_caches_do() {
        assert_eq!(fresh(&[]), None);
        assert_eq!(fresh(&[(CACHE_CONTROL, "public, max-age=600")]), Some(600));
        assert_eq!(fresh(&[(CACHE_CONTROL, "max-age=600, s-maxage=60")]), Some(60));
        assert_eq!(fresh(&[(CACHE_CONTROL, "max-age=600"), (AGE, "100")]), Some(500));
        assert_eq!(fresh(&[(CACHE_CONTROL, "No-Cache, max-age=600")]), Some(0));
        assert_eq!(fresh(&[(CACHE_CONTROL, "max-age=x")]), None);
        let date = (DATE, "Mon, 23 Nov 2026 09:00:00 GMT");
        let expires = (EXPIRES, "Mon, 23 Nov 2026 10:00:00 GMT");
        assert_eq!(fresh(&[date.clone(), expires.clone()]), Some(3_600));
        assert_eq!(fresh(&[(CACHE_CONTROL, "max-age=5"), date.clone(), expires]), Some(5));
        assert_eq!(fresh(&[date, (EXPIRES, "0")]), None);
    }
}
