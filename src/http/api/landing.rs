//! The landing page and the declaration of conformance.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;

use super::document::{Document, serve, to_json};
use super::negotiate::{Asked, Format, media};
use super::pages;
use crate::app::App;
use crate::http::links::{Base, Link};
use crate::http::problem::Problem;

/// The conformance classes this server meets but for [`DEVIATIONS`]; each requirement has a test (`tests/ogc`).
const CONFORMS_TO: [&str; 5] = [
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
];

/// A clause of a standard that is not followed on purpose.
#[derive(Debug, Serialize)]
pub(super) struct Deviation {
    /// URI of the requirement.
    pub(super) requirement: &'static str,
    /// The clause of the requirement.
    pub(super) part: &'static str,
    /// What is different, for whom, and what a client can do instead.
    pub(super) description: &'static str,
}

/// What is not followed, and why: `docs/adr/0006-a-box-holds-only-what-lies-in-it.md`.
const DEVIATIONS: [Deviation; 1] = [Deviation {
    requirement: "http://www.opengis.net/spec/ogcapi-features-1/1.0/req/core/fc-bbox-response",
    part: "C",
    description: "The parameter bbox does not match features without a geometry. Who asks for a box \
                  looks for help there, and a map could not show them. They are in every answer \
                  without bbox; municipality=<key> and served=true find those that serve a place.",
}];

/// The same in one sentence, for every place where the standard is named.
pub(super) const DEVIATION_NOTE: &str = "One clause of OGC 17-069r4 is not followed on purpose: bbox does \
    not match features without a geometry (/req/core/fc-bbox-response, C); /api/conformance says more.";

/// The declaration of conformance as JSON (17-069r4, 7.4). The standard's schema leaves room for members beside
/// `conformsTo`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Conformance {
    pub(super) conforms_to: [&'static str; 5],
    pub(super) deviations: [Deviation; 1],
    /// Its own address as JSON, for the page.
    #[serde(skip)]
    pub(super) json: String,
}

/// The landing page as JSON.
#[derive(Debug, Serialize)]
pub(super) struct Landing {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) attribution: String,
    pub(super) links: Vec<Link>,
}

impl Document for Landing {
    fn json(&self) -> Result<Vec<u8>, Problem> {
        to_json(self)
    }

    fn html(&self, _: &str) -> Result<String, Problem> {
        pages::landing(self)
    }
}

/// `GET /api`.
pub(super) async fn landing(
    State(app): State<Arc<App>>,
    asked: Asked,
) -> Result<Response, Problem> {
    serve(&app, &asked, "landing", |snapshot, format| {
        let region = &snapshot.reference().region;
        let attributions: Vec<&str> = region.attributions.iter().map(|a| a.text.as_str()).collect();
        let mut links = asked.self_links(format, media::JSON);
        links.extend(ways(&asked.base));
        Landing {
            title: region.site_name.clone(),
            description: format!(
                "Social offers of {} as open data: who offers what where, when and for whom. {} {DEVIATION_NOTE}",
                region.name, region.sample_notice
            ),
            attribution: attributions.join(" · "),
            links,
        }
    })
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

impl Document for Conformance {
    fn json(&self) -> Result<Vec<u8>, Problem> {
        to_json(self)
    }

    fn html(&self, site: &str) -> Result<String, Problem> {
        pages::conformance(site, self)
    }
}

/// `GET /api/conformance`.
pub(super) async fn conformance(
    State(app): State<Arc<App>>,
    asked: Asked,
) -> Result<Response, Problem> {
    serve(&app, &asked, "conformance", |_, _| Conformance {
        conforms_to: CONFORMS_TO,
        deviations: DEVIATIONS,
        json: asked.address(Format::Json),
    })
}
