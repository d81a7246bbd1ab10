//! What pages note for the count, and whose requests count.
//!
//! A handler leaves a [`Seen`] in the extensions of its answer. The layer passes it on if a person has asked: by GET,
//! answered with 200, no program by its own word, not fetched ahead, not loaded once more, and not signed in: whoever works
//! with the entries does not count as somebody who looks for help. Nothing of the request is kept.
//!
//! An entry counts as found by a question when its page is asked for from a page of results of our own. The browser says so
//! itself (`Referer`; our pages allow it towards our own origin alone), so that it takes no script, no cookie and no word in
//! the address: a link that was shared counts as a view and nothing more.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, HOST, PRAGMA, REFERER, USER_AGENT};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use url::Url;

use crate::app::{App, Seen};
use crate::domain::ServiceId;
use crate::http::layers::is_machine;
use crate::http::session::is_signed_in;

/// Words of programs that name themselves, in small letters.
const PROGRAMS: [&str; 22] = [
    "bot",
    "crawl",
    "spider",
    "slurp",
    "archiv",
    "preview",
    "monitor",
    "headless",
    "lighthouse",
    "facebookexternalhit",
    "whatsapp",
    "curl",
    "wget",
    "python",
    "java/",
    "okhttp",
    "go-http",
    "axios",
    "node",
    "libwww",
    "scrapy",
    "httpclient",
];

/// Passes on what a page has seen, if a person has asked.
pub(super) async fn count(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let Some(desk) = app.desk.as_ref() else { return next.run(request).await };
    let counts = request.method() == Method::GET
        && !is_machine(request.uri().path())
        && is_person(request.headers())
        && !is_signed_in(request.extensions());
    let mut response = next.run(request).await;
    let seen = response.extensions_mut().remove::<Seen>();
    if let Some(seen) = seen.filter(|_| counts && response.status() == StatusCode::OK) {
        desk.note_seen(seen);
    }
    response
}

/// Whether somebody reads what is asked for now, as far as the request tells.
fn is_person(headers: &HeaderMap) -> bool {
    let says = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(agent) = says(&USER_AGENT).map(str::to_ascii_lowercase) else { return false };
    let has = |name: &HeaderName, word: &str| {
        says(name).is_some_and(|value| value.to_ascii_lowercase().contains(word))
    };
    // W3C, Prefetch and Speculation Rules; `Purpose` and `X-Moz` are the older words of Chromium and Firefox.
    let is_ahead = has(&HeaderName::from_static("sec-purpose"), "prefetch")
        || has(&HeaderName::from_static("purpose"), "prefetch")
        || has(&HeaderName::from_static("x-moz"), "prefetch");
    // What browsers send when a page is loaded once more (RFC 9111, 5.2.1.1 and 5.2.1.4).
    let is_again = has(&CACHE_CONTROL, "max-age=0")
        || has(&CACHE_CONTROL, "no-cache")
        || has(&PRAGMA, "no-cache");
    !agent.is_empty() && !PROGRAMS.iter().any(|word| agent.contains(word)) && !is_ahead && !is_again
}

/// Notes that the page of an entry was opened.
pub(in crate::http) fn note_view(
    response: &mut Response,
    app: &App,
    id: ServiceId,
    headers: &HeaderMap,
) {
    let asked = question_before(app, headers);
    response.extensions_mut().insert(Seen::View { service_id: id, asked });
}

/// The text of the page of results that a request comes from, if it comes from one of ours.
pub(in crate::http) fn question_before(app: &App, headers: &HeaderMap) -> Option<String> {
    let before = Url::parse(headers.get(REFERER)?.to_str().ok()?).ok()?;
    let base = app.settings.base_url.as_deref().and_then(|base| Url::parse(base).ok());
    let is_ours = match base {
        Some(base) => base.origin() == before.origin(),
        None => {
            headers.get(HOST).and_then(|host| host.to_str().ok())
                == Some(host_of(&before)?.as_str())
        }
    };
    if !is_ours || !is_results(before.path()) {
        return None;
    }
    let q = before.query_pairs().find(|(name, _)| name == "q").map(|(_, text)| text.into_owned());
    q.filter(|text| !text.trim().is_empty())
}

/// Host and port as `Host` has them.
fn host_of(address: &Url) -> Option<String> {
    let host = address.host_str()?;
    Some(address.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}

/// Whether a path is that of the map or the list, in any language: `/`, `/liste`, `/en`, `/en/liste`.
fn is_results(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let is_language = |part: &str| part.len() == 2 || part == "leicht"; // word of the format
    match parts.as_slice() {
        [] | ["liste"] => true,
        [one] => is_language(one),
        [language, "liste"] => is_language(language),
        _ => false,
    }
}

/// Puts what a page has seen beside its answer.
pub(in crate::http) fn note(response: &mut Response, seen: Option<Seen>) {
    if let Some(seen) = seen {
        response.extensions_mut().insert(seen);
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn headers(all: &[(&'static str, &'static str)]) -> HeaderMap {
        let pair = |(name, value): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        all.iter().map(pair).collect()
    }

    const FIREFOX: &str = "Mozilla/5.0 (Android 13; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0";

    #[test]
    fn people_count_and_programs_do_not() {
        assert!(is_person(&headers(&[("user-agent", FIREFOX)])));
        assert!(!is_person(&headers(&[])), "whoever does not say what they are");
        for program in [
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "curl/8.5.0",
            "Mozilla/5.0 HeadlessChrome/130.0",
            "WhatsApp/2.23",
            "",
        ] {
            assert!(!is_person(&headers(&[("user-agent", program)])), "{program}");
        }
        for (name, value) in [
            ("sec-purpose", "prefetch;prerender"),
            ("purpose", "prefetch"),
            ("x-moz", "prefetch"),
            ("cache-control", "max-age=0"),
            ("cache-control", "no-cache"),
            ("pragma", "no-cache"),
        ] {
            assert!(!is_person(&headers(&[("user-agent", FIREFOX), (name, value)])), "{name}");
        }
    }

    #[test]
    fn pages_of_results_are_known_in_every_language() {
        for path in ["/", "/liste", "/en", "/en/", "/en/liste", "/leicht/liste"] {
            assert!(is_results(path), "{path}");
        }
        for path in ["/angebote/1", "/liste/x", "/traeger/1", "/wegweiser", "/en/wegweiser"] {
            assert!(!is_results(path), "{path}");
        }
    }
}
