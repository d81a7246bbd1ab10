//! A form as people without an account send it: no cookie is needed, but it must come from our own pages.

use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::{CONTENT_TYPE, ORIGIN};
use axum::http::{HeaderMap, StatusCode};

use crate::app::App;
use crate::http::extract::MAX_BODY_BYTES;
use crate::http::links::Base;
use crate::http::problem::Problem;

/// The fields of a form, in the order they were sent.
#[derive(Debug, Default)]
pub(crate) struct PostedForm(Vec<(String, String)>);

impl PostedForm {
    /// The first value of a field; empty where there is none.
    pub(crate) fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }
}

impl FromRequest<Arc<App>> for PostedForm {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let Ok(base) = Base::from_request_parts(&mut parts, app).await;
        if !is_own(&parts.headers, &base) {
            let detail = "The form was sent from another site.";
            return Err(Problem::new(StatusCode::FORBIDDEN, "foreign_origin", detail));
        }
        let kind = parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !kind.unwrap_or_default().starts_with("application/x-www-form-urlencoded") {
            return Err(Problem::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let bytes = axum::body::to_bytes(body, MAX_BODY_BYTES)
            .await
            .map_err(|_cut_off| Problem::of_status(StatusCode::PAYLOAD_TOO_LARGE))?;
        Ok(Self(url::form_urlencoded::parse(&bytes).into_owned().collect()))
    }
}

/// Whether the request comes from our own pages. Browsers say so; what says nothing is no browser and carries nobody's
/// rights.
fn is_own(headers: &HeaderMap, base: &Base) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match headers.get(ORIGIN) {
        None => true,
        Some(origin) => {
            // Behind a proxy that ends the encryption only the host is certain.
            let host = |url: &str| url.split_once("://").map(|(_, host)| host.to_owned());
            origin.to_str().ok().and_then(host) == host(&base.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn own(headers: &[(&'static str, &'static str)]) -> bool {
        let map = headers
            .iter()
            .map(|(name, value)| ((*name).parse().unwrap(), HeaderValue::from_static(value)))
            .collect();
        is_own(&map, &Base("http://atlas.example".into()))
    }

    #[test]
    fn only_our_own_pages_and_no_browsers_at_all_may_send_forms() {
        assert!(own(&[]));
        assert!(own(&[("sec-fetch-site", "same-origin"), ("origin", "http://atlas.example")]));
        assert!(own(&[("origin", "https://atlas.example")]));
        for foreign in [
            [("sec-fetch-site", "cross-site")],
            [("sec-fetch-site", "same-site")],
            [("origin", "http://evil.example")],
            [("origin", "null")],
        ] {
            assert!(!own(&foreign), "{foreign:?}");
        }
    }
}
