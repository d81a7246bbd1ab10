//! `GET /api/coverage/sites`: the sites of an answer, in the order in which its cells name them.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use chrono::NaiveDate;
use serde::Serialize;

use super::document::{QuestionDocument, question};
use super::formats::{self, Kind};
use super::read::{read_question, tag_of};
use crate::app::{Analysed, AnalysedSite, App, AppError, LeftOut, SiteCounts, SiteKind};
use crate::coverage::Serves;
use crate::domain::{Ags, FeatureId, ServiceId};
use crate::http::api::document::to_json;
use crate::http::api::negotiate::Asked;
use crate::http::params::QUESTION;
use crate::http::problem::Problem;

#[derive(Debug, Serialize)]
struct Answer<'a> {
    question: QuestionDocument<'a>,
    counts: SiteCounts,
    sites: Vec<SiteDocument<'a>>,
    /// The municipalities that `serves` and the cells name by their places.
    municipalities: Vec<Ags>,
    /// Changes of the scenario that make no difference here.
    left_out: &'a [LeftOut],
    snapshot: &'a str,
}

/// A site of an answer.
#[derive(Debug, Serialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own in the answer")]
pub(super) struct SiteDocument<'a> {
    feature_id: Option<FeatureId>,
    service_id: Option<ServiceId>,
    name: &'a str,
    lon: f64,
    lat: f64,
    accuracy_m: f64,
    stale: bool,
    confirmed: Option<NaiveDate>,
    unconfirmed: bool,
    approximate: bool,
    kind: SiteKind,
    place: Option<u32>,
    outside: bool,
    serves: Option<&'a [u16]>,
}

/// The sites of an answer; of a scenario closed ones stay in their places.
pub(super) fn sites(analysed: &Analysed) -> Vec<SiteDocument<'_>> {
    let sites = analysed.sites.iter();
    sites.map(SiteDocument::new).collect()
}

impl<'a> SiteDocument<'a> {
    fn new(site: &'a AnalysedSite) -> Self {
        let AnalysedSite { feature_id, service_id, name, at, kind, accuracy_m, stale, .. } = site;
        Self {
            feature_id: *feature_id,
            service_id: *service_id,
            name,
            lon: at.lon,
            lat: at.lat,
            accuracy_m: *accuracy_m,
            stale: *stale,
            confirmed: site.confirmed,
            unconfirmed: site.unconfirmed,
            approximate: *accuracy_m > Analysed::APPROXIMATE_FROM_M,
            kind: *kind,
            place: site.place,
            outside: site.municipality.is_none(),
            serves: match &site.serves {
                Serves::Everybody => None,
                Serves::Municipalities(places) => Some(places),
            },
        }
    }
}

/// `GET /api/coverage/sites`.
pub(super) async fn serve(State(app): State<Arc<App>>, asked: Asked) -> Result<Response, Problem> {
    let read = read_question(&app, &asked, QUESTION, &[Kind::Json]).await?;
    let etag = tag_of(&app, &("sites", &read.question), read.kind);
    if let Some(unchanged) = asked.not_modified(&etag) {
        return Ok(unchanged);
    }
    let analysed = app.analyse(read.question).await?;
    let job = move || {
        to_json(&Answer {
            question: question(&analysed.question),
            counts: analysed.site_counts(),
            sites: sites(&analysed),
            municipalities: analysed.demand.municipalities().iter().map(|m| m.ags).collect(),
            left_out: &analysed.left_out,
            snapshot: &analysed.snapshot,
        })
    };
    let body = app.analysis.work(job).await.map_err(AppError::from)??;
    Ok(formats::respond(body, Kind::Json, &etag, "sites"))
}
