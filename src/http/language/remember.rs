//! `/_/sprache?code=en&zu=/liste`: the menu of languages. Remembers the choice and leads to the page.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::{path_in, preference};
use crate::app::App;
use crate::domain::Language;
use crate::http::extract::RawQuery;
use crate::http::problem::Problem;

/// Where the menu leads.
pub(in crate::http) const PATH: &str = "/_/sprache";

/// `GET /_/sprache?code=…&zu=…`
pub(in crate::http) async fn show(
    State(app): State<Arc<App>>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let words: Vec<_> = url::form_urlencoded::parse(raw.as_bytes()).collect();
    let word = |name: &str| words.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_ref());
    let language = word("code").and_then(Language::of_code);
    let language = language.ok_or_else(|| Problem::not_found("language"))?;
    let page = path_in(language, &own_page(word("zu").unwrap_or("/")));
    let is_https = app.settings.base_url.as_deref().is_some_and(|url| url.starts_with("https:"));
    let cookie = preference::remember(language, is_https);
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    headers.insert(LOCATION, HeaderValue::from_str(&page).map_err(Problem::internal)?);
    headers.insert(SET_COOKIE, HeaderValue::from_str(&cookie).map_err(Problem::internal)?);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// The page to go to, without its language; the start page for what is no page of ours: nobody is led to another host.
fn own_page(path: &str) -> String {
    let harmless = path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    let page = Language::split(path).1;
    if harmless && page.starts_with('/') && !page.starts_with("//") && !page.starts_with("/_/") {
        page
    } else {
        "/".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_to_another_host() {
        for path in
            ["//example.org", "https://example.org", "/\\example.org", "/en//x", "/a\nb", ""]
        {
            assert_eq!(own_page(path), "/", "{path}");
        }
        assert_eq!(own_page("/en/liste?q=a%20b"), "/liste?q=a%20b");
        assert_eq!(own_page("/angebote/1"), "/angebote/1");
        assert_eq!(own_page("/_/sprache?code=en"), "/");
    }
}
