//! The landing page and the declaration of conformance.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;

use super::negotiate::{Asked, Format, answer, media, tag};
use super::pages;
use crate::app::App;
use crate::http::links::{Base, Link};
use crate::http::problem::Problem;

/// The conformance classes this server meets; each requirement has a test (`tests/ogc`).
pub(super) const CONFORMS_TO: [&str; 5] = [
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
];

/// The landing page as JSON.
#[derive(Debug, Serialize)]
pub(super) struct Landing {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) attribution: String,
    pub(super) links: Vec<Link>,
}

/// `GET /api`.
pub(super) async fn landing(
    State(app): State<Arc<App>>,
    asked: Asked,
) -> Result<Response, Problem> {
    let format = asked.only_format()?;
    let snapshot = app.atlas.snapshot();
    let etag = tag(&[snapshot.tag(), "landing", format.as_str()]);
    if let Some(unchanged) = asked.not_modified(&etag) {
        return Ok(unchanged);
    }
    let region = &snapshot.reference().region;
    let attributions: Vec<&str> = region.attributions.iter().map(|a| a.text.as_str()).collect();
    let mut links = asked.self_links(format, media::JSON);
    links.extend(ways(&asked.base));
    let landing = Landing {
        title: region.site_name.clone(),
        description: format!(
            "Social offers of {} as open data: who offers what where, when and for whom. {}",
            region.name, region.sample_notice
        ),
        attribution: attributions.join(" · "),
        links,
    };
    match format {
        Format::Json => Ok(answer(to_json(&landing)?, media::JSON, &etag)),
        Format::Html => pages::landing(&landing).map(|html| answer(html, media::HTML, &etag)),
    }
}

/// Where to go from the landing page.
fn ways(base: &Base) -> Vec<Link> {
    let link = |path: &str, rel, media_type, title| {
        Link::new(base.url(path), rel, media_type).titled(title)
    };
    vec![
        link("/api/openapi.json", "service-desc", media::OPENAPI, "API definition (OpenAPI 3.0)"),
        link("/api/docs", "service-doc", media::HTML, "API documentation"),
        link("/api/conformance", "conformance", media::JSON, "Conformance classes"),
        link("/api/collections", "data", media::JSON, "Collections"),
    ]
}

/// `GET /api/conformance`.
pub(super) async fn conformance(
    State(app): State<Arc<App>>,
    asked: Asked,
) -> Result<Response, Problem> {
    let format = asked.only_format()?;
    let etag = tag(&["conformance", format.as_str()]);
    if let Some(unchanged) = asked.not_modified(&etag) {
        return Ok(unchanged);
    }
    match format {
        Format::Json => {
            let json = to_json(&serde_json::json!({ "conformsTo": CONFORMS_TO }))?;
            Ok(answer(json, media::JSON, &etag))
        }
        Format::Html => {
            let snapshot = app.atlas.snapshot();
            let site = &snapshot.reference().region.site_name;
            pages::conformance(site, &CONFORMS_TO, &asked.address(Format::Json))
                .map(|html| answer(html, media::HTML, &etag))
        }
    }
}

/// JSON text of a document of ours.
pub(super) fn to_json(document: &impl Serialize) -> Result<Vec<u8>, Problem> {
    serde_json::to_vec(document).map_err(Problem::internal)
}
