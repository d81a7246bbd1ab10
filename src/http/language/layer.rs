//! The layer that reads the language off the address. It stands around the router: routes know no languages.

use axum::extract::Request;
use axum::http::header::{LOCATION, VARY};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::preference::{chosen, preferred};
use super::{ASKED, Asked, is_for_machines, is_german_only};
use crate::domain::Language;
use crate::http::links::asked_at;

/// The header by which our scripts ask for a part of a page: never led away.
const FRAGMENT: &str = "sozialatlas-fragment";

/// What to do with an address.
#[derive(Debug, PartialEq, Eq)]
enum Way {
    /// Answer as if the path were this.
    Answer(Asked, Option<String>),
    /// The page is at another address, and stays there.
    Moved(String),
    /// The page is for now at another address.
    Elsewhere(String),
}

/// Takes the language off the address and answers in it.
pub(in crate::http) async fn choose(mut request: Request, next: Next) -> Response {
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let (mut asked, path) = match way(uri.path()) {
        Way::Answer(asked, path) => (asked, path),
        Way::Moved(place) => led(&mut request, StatusCode::PERMANENT_REDIRECT, &place),
        Way::Elsewhere(place) => led(&mut request, StatusCode::TEMPORARY_REDIRECT, &place),
    };
    let start = uri.path() == "/" && matches!(method, Method::GET | Method::HEAD);
    if start && !request.headers().contains_key(FRAGMENT) {
        match for_visitor(request.headers(), &uri) {
            Start::Led(language) => {
                led(&mut request, StatusCode::FOUND, &language.path("/"));
            }
            Start::Offered(offer) => asked.offer = offer,
        }
    }
    if let Some(path) = path.and_then(|path| with_path(&uri, &path)) {
        *request.uri_mut() = path;
    }
    let headers = request.headers().clone();
    let answer = asked_at(&headers, next.run(request));
    let mut response = ASKED.scope(asked, answer).await;
    if start {
        response.headers_mut().append(VARY, HeaderValue::from_static("accept-language, cookie"));
    }
    response
}

/// Where a request is led, whatever stands at its address.
#[derive(Clone)]
struct Led {
    status: StatusCode,
    place: Option<HeaderValue>,
}

/// Notes where a request is led; it goes on as if it asked for that page in German. So the answer is made where all others
/// are ([`lead`]): within the limits, with its line in the log, its id and its headers, which are those of the page it
/// leads to (a frame of others that is led to `/embed` may show it).
fn led(request: &mut Request, status: StatusCode, place: &str) -> (Asked, Option<String>) {
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    let header = HeaderValue::from_str(&format!("{place}{query}")).ok();
    request.extensions_mut().insert(Led { status, place: header });
    (Asked::default(), Some(Language::split(place).1))
}

/// Leads on whom [`choose`] has found to be at another address.
pub(in crate::http) async fn lead(request: Request, next: Next) -> Response {
    let Some(led) = request.extensions().get::<Led>().cloned() else {
        return next.run(request).await;
    };
    let mut response = led.status.into_response();
    if let Some(place) = led.place {
        response.headers_mut().insert(LOCATION, place);
    }
    response
}

/// What an address asks for.
fn way(path: &str) -> Way {
    let plain = |asked: Asked| Way::Answer(asked, None);
    let rest = path.strip_prefix('/').unwrap_or_default();
    let (first, rest) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let rest = if rest.is_empty() { "/" } else { rest };
    let language = Language::of_code(first).or_else(|| {
        let easy = first.eq_ignore_ascii_case(Language::Easy.tag());
        easy.then_some(Language::Easy)
    });
    let Some(language) = language else {
        let german_only = is_german_only(path);
        return plain(Asked { unknown: is_foreign(first), german_only, ..Asked::default() });
    };
    // Two slashes would make an address of another host.
    if rest.starts_with("//") || is_for_machines(rest) {
        return plain(Asked { language, ..Asked::default() });
    }
    if is_german_only(rest) {
        return Way::Elsewhere(rest.to_owned());
    }
    if language == Language::German {
        return Way::Moved(rest.to_owned());
    }
    if first != language.code() || path.ends_with('/') && rest == "/" {
        return Way::Moved(language.path(rest));
    }
    Way::Answer(Asked { language, ..Asked::default() }, Some(rest.to_owned()))
}

/// Whether a first segment looks like a language: two or three letters, perhaps with a region (`zh-CN`). We have no
/// pages with so short a name.
fn is_foreign(segment: &str) -> bool {
    let mut parts = segment.split('-');
    let letters = |part: &str, sizes: std::ops::RangeInclusive<usize>| {
        sizes.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic())
    };
    let first = parts.next().is_some_and(|part| letters(part, 2..=3));
    first && segment != "api" && parts.all(|part| letters(part, 2..=4))
}

/// What the start page does for a visitor.
enum Start {
    Led(Language),
    Offered(Option<Language>),
}

/// Who has chosen a language is led there, from the plain start page alone: a search that was typed in German stays
/// where it is. Who has not is only told of a language that the browser prefers.
fn for_visitor(headers: &HeaderMap, uri: &Uri) -> Start {
    match chosen(headers) {
        Some(Language::German) => Start::Offered(None),
        Some(language) if uri.query().is_none_or(str::is_empty) => Start::Led(language),
        Some(_) => Start::Offered(None),
        None => Start::Offered(preferred(headers).filter(|l| *l != Language::German)),
    }
}

/// The same address with another path.
fn with_path(uri: &Uri, path: &str) -> Option<Uri> {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(format!("{path}{query}")).ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(path: &str) -> (Asked, Option<String>) {
        match way(path) {
            Way::Answer(asked, path) => (asked, path),
            other => panic!("{path}: {other:?}"),
        }
    }

    #[test]
    fn the_first_segment_is_the_language_and_the_rest_is_the_page() {
        for (path, language, rest) in [
            ("/en", Language::English, "/"),
            ("/ar/liste", Language::Arabic, "/liste"),
            ("/leicht/angebote/1", Language::Easy, "/angebote/1"),
            ("/uk/_/map/services.json", Language::Ukrainian, "/_/map/services.json"),
        ] {
            let (asked, path) = answered(path);
            assert_eq!((asked.language, path.as_deref()), (language, Some(rest)));
        }
        let (asked, path) = answered("/liste");
        assert_eq!((asked, path), (Asked::default(), None));
    }

    #[test]
    fn each_page_has_one_address() {
        for (path, place) in [
            ("/de", "/"),
            ("/de/liste", "/liste"),
            ("/de-x-leicht/liste", "/leicht/liste"),
            ("/EN/liste", "/en/liste"),
            ("/en/", "/en"),
        ] {
            assert_eq!(way(path), Way::Moved(place.to_owned()), "{path}");
        }
        for (path, place) in
            [("/en/planung", "/planung"), ("/ar/mein/angebote/1", "/mein/angebote/1")]
        {
            assert_eq!(way(path), Way::Elsewhere(place.to_owned()), "{path}");
        }
    }

    #[test]
    fn machine_paths_have_no_language() {
        for path in
            ["/en/api", "/en/api/collections", "/en/healthz", "/en/_/assets/x.js", "/en/robots.txt"]
        {
            let (asked, rest) = answered(path);
            assert_eq!(
                (asked.language, rest),
                (Language::English, None),
                "{path}: nothing is there"
            );
        }
        let (asked, rest) = answered("/de//example.org");
        assert_eq!((asked.language, rest), (Language::German, None), "no way to another host");
    }

    #[test]
    fn a_code_that_is_no_language_of_ours_is_told_from_a_page() {
        for path in ["/xx", "/pl/liste", "/zh-CN/liste", "/kur"] {
            assert!(answered(path).0.unknown, "{path}");
        }
        for path in ["/", "/liste", "/angebote/1", "/api", "/_/x", "/planung"] {
            assert!(!answered(path).0.unknown, "{path}");
        }
    }
}
