//! Headers that every answer carries.

use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CACHE_CONTROL,
    CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// Only our own origin, nothing inline: a script that slips into a page cannot run.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; \
    worker-src 'self'; manifest-src 'self'; frame-src 'none'; frame-ancestors 'none'";
/// The same for the page that shows our own list in a frame, as others may.
const GUIDE_POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; \
    form-action 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'self'; \
    frame-ancestors 'none'";
/// The same for the page that others may put into theirs.
const EMBED_POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; \
    form-action 'none'; frame-src 'none'; worker-src 'none'; frame-ancestors *";

/// Two years. Not for subdomains: they may be run by others.
const HSTS: &str = "max-age=63072000";

/// Whether the path belongs to the machine interfaces.
pub(in crate::http) fn is_machine(path: &str) -> bool {
    let below =
        |root: &str| path.strip_prefix(root).is_some_and(|r| r.is_empty() || r.starts_with('/'));
    below("/api") || below("/hsds") || below("/_") || path == "/healthz" || path == "/readyz"
}

/// The page that others may show in a frame of theirs. The language is off the path here.
const FRAMED: &str = "/embed";
/// The page that tells how, with a frame of its own.
const GUIDE: &str = "/embed/anleitung";

/// Whether others may show the page in a frame.
pub(in crate::http) fn is_framed(path: &str) -> bool {
    path == FRAMED
}

/// Roots of what the desks and the programs of providers use: answers for one person, or for one role.
const DESKS: [&str; 7] = [
    "/api/session",
    "/api/listings",
    "/api/revisions",
    "/api/duplicates",
    "/api/organizations",
    "/api/usage",
    "/api/coverage/scenarios",
];

/// Whether scripts of other origins may read what stands there: the open data, and nothing that the desks answer.
pub(in crate::http) fn is_open_data(path: &str) -> bool {
    let below =
        |root: &str| path.strip_prefix(root).is_some_and(|r| r.is_empty() || r.starts_with('/'));
    // What changed in an entry and when, without names, is everybody's.
    let history = path.starts_with("/api/listings/") && path.ends_with("/history");
    (below("/api") || below("/hsds")) && (history || !DESKS.into_iter().any(below))
}

/// Adds what every answer carries, and cross-origin access to the open data below `/api` and `/hsds`.
pub(super) fn add(headers: &mut HeaderMap, path: &str, https: bool) {
    let embed = is_framed(path);
    let policy = match path {
        FRAMED => EMBED_POLICY,
        GUIDE => GUIDE_POLICY,
        _ => POLICY,
    };
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    if !embed {
        headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    }
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // What somebody searched for must not leave with the next click.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "geolocation=(self), camera=(), microphone=(), payment=(), usb=()",
        ),
    );
    if !embed {
        // No page of another site keeps a hand on ours.
        let policy = HeaderName::from_static("cross-origin-opener-policy");
        headers.insert(policy, HeaderValue::from_static("same-origin"));
    }
    if https {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HSTS));
    }
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    if is_open_data(path) {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        headers.insert(
            ACCESS_CONTROL_EXPOSE_HEADERS,
            HeaderValue::from_static("Content-Crs, ETag, Link, Retry-After, X-Request-Id"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_embed_may_be_framed_and_only_data_may_be_shared() {
        let with = |path: &str| {
            let mut headers = HeaderMap::new();
            add(&mut headers, path, false);
            headers
        };
        assert!(with("/").contains_key(X_FRAME_OPTIONS));
        assert!(!with("/embed").contains_key(X_FRAME_OPTIONS));
        for path in ["/embedded", "/embed/", "/embed/anleitung", "/embed/sozial-atlas.js"] {
            assert!(with(path).contains_key(X_FRAME_OPTIONS), "{path}");
        }
        let policy = |path: &str| with(path)[CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
        assert!(policy("/embed").contains("frame-ancestors *"));
        assert!(policy("/embed/anleitung").contains("frame-src 'self'; frame-ancestors 'none'"));
        assert!(policy("/").contains("frame-src 'none'; frame-ancestors 'none'"));
        assert!(!with("/").contains_key(ACCESS_CONTROL_ALLOW_ORIGIN));
        assert!(with("/api/collections").contains_key(ACCESS_CONTROL_ALLOW_ORIGIN));
        for desk in ["/api/session", "/api/listings", "/api/listings/1/revisions", "/apis"] {
            assert!(!with(desk).contains_key(ACCESS_CONTROL_ALLOW_ORIGIN), "{desk}");
        }
    }

    #[test]
    fn machines_are_told_apart_by_the_first_segment() {
        assert!(is_machine("/api") && is_machine("/api/x") && is_machine("/_/map/backdrop.json"));
        assert!(!is_machine("/apis") && !is_machine("/") && !is_machine("/angebote/1"));
    }
}
