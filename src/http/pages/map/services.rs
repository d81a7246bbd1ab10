//! `/_/map/services.json`: all sites of a query for drawing: points, groups at a place, and the number of
//! those that have neither.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderValue;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::super::card::organization_name;
use super::super::context::Context;
use super::super::discreet::{asks_discreetly, private};
use super::super::places::understand;
use crate::app::App;
use crate::atlas::{PageRequest, SiteRef, SiteView};
use crate::domain::{CoordPrecision, Site};
use crate::http::extract::{IfNoneMatch, Json, RawQuery};
use crate::http::problem::{Problem, ProblemError};

/// One site known to the street or better.
#[derive(Serialize)]
struct Point {
    id: String,
    service: String,
    lon: f64,
    lat: f64,
    theme: String,
    category: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    org: Option<String>,
    place: String,
    /// Present only where the point is not that of the house or next door.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    approx: bool,
}

/// A site of which only the place is known.
#[derive(Serialize)]
struct Member {
    id: String,
    service: String,
    name: String,
    theme: String,
}

/// Sites known only to a part of town, a postcode or a municipality.
#[derive(Serialize)]
struct Place {
    name: String,
    precision: &'static str,
    lon: f64,
    lat: f64,
    radius_m: f64,
    features: Vec<Member>,
}

/// Everything to draw.
#[derive(Serialize, Default)]
pub(crate) struct Answer {
    total: u64,
    points: Vec<Point>,
    places: Vec<Place>,
    placeless: u64,
}

/// `GET /_/map/services.json`
pub(crate) async fn show(
    State(app): State<Arc<App>>,
    RawQuery(raw): RawQuery,
    have: IfNoneMatch,
) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let reading = context.read(&raw);
    let place = understand(&context, &reading.words, "/");
    let faults: Vec<ProblemError> = reading
        .faults
        .iter()
        .map(|f| ProblemError::parameter(&f.word, f.code.clone(), "cannot be understood"))
        .collect();
    if !faults.is_empty() {
        return Err(Problem::invalid_query(faults));
    }
    // The answer depends on the time only where it is asked for what is open.
    let minute = reading.words.open.map(|_| context.moment.local.and_utc().timestamp() / 60);
    let etag = format!(
        "W/\"map-{}-{}-{}\"",
        context.snapshot.tag(),
        minute.unwrap_or_default(),
        context.language().code()
    );
    let etag = HeaderValue::from_str(&etag).map_err(Problem::internal)?;
    let discreet = asks_discreetly(&context, &reading.words);
    let response = have.answer(&etag, "no-cache", || {
        let query = reading.words.to_query(place.map(|p| p.point), &context.moment);
        let page = PageRequest { limit: 1, after: None };
        let total = context.snapshot.search(&query, &context.moment, &page).matched;
        let sites = context.snapshot.all_sites(&query, &context.moment);
        Json(answer(&context, total, &sites)).into_response()
    });
    Ok(if discreet { private(response) } else { response })
}

/// What there is to draw of some sites.
pub(crate) fn answer(context: &Context, total: u64, sites: &[SiteRef]) -> Answer {
    let mut answer = Answer { total, ..Answer::default() };
    // Grouped by the very point: all of a place share it.
    let mut places: BTreeMap<(&'static str, i64, i64), Place> = BTreeMap::new();
    let mut drawn = 0;
    for site_ref in sites {
        let Some(point) = context.snapshot.point(*site_ref) else { continue };
        let Some(view) = context.view(*site_ref) else { continue };
        let Some((site, precision)) =
            view.site().and_then(|site| Some((site, site.public_position()?.precision)))
        else {
            continue;
        };
        let (lon, lat) = (rounded(point.lon), rounded(point.lat));
        drawn += 1;
        if precision.is_marker() {
            answer.points.extend(marker(context, &view, site, precision, [lon, lat]));
        } else {
            let key = (precision.as_str(), (lon * 1e5) as i64, (lat * 1e5) as i64);
            let place = places.entry(key).or_insert_with(|| Place {
                name: place_name(context, site, precision),
                precision: precision.as_str(),
                lon,
                lat,
                radius_m: context
                    .reference()
                    .region
                    .accuracy
                    .metres(precision, site.municipality)
                    .unwrap_or_default(),
                features: Vec::new(),
            });
            place.features.extend(member(context, &view, site));
        }
    }
    answer.places = places.into_values().collect();
    answer.placeless = total.saturating_sub(drawn);
    answer
}

fn marker(
    context: &Context,
    view: &SiteView,
    site: &Site,
    precision: CoordPrecision,
    [lon, lat]: [f64; 2],
) -> Option<Point> {
    let category = view.listing.categories.first()?.as_str();
    Some(Point {
        id: site.id.to_string(),
        service: view.listing.id.to_string(),
        lon,
        lat,
        theme: context.prepared.mark(category)?.theme.clone(),
        category: category.to_owned(),
        name: view.listing.name_at(site).to_owned(),
        org: organization_name(context, &view.listing),
        place: super::super::card::place(context, site),
        approx: !precision.is_exact(),
    })
}

fn member(context: &Context, view: &SiteView, site: &Site) -> Option<Member> {
    let category = view.listing.categories.first()?.as_str();
    Some(Member {
        id: site.id.to_string(),
        service: view.listing.id.to_string(),
        name: view.listing.name_at(site).to_owned(),
        theme: context.prepared.mark(category)?.theme.clone(),
    })
}

/// Part of town, postcode, or municipality.
fn place_name(context: &Context, site: &Site, precision: CoordPrecision) -> String {
    let town = site.municipality.map(|ags| context.municipality_name(ags)).unwrap_or_default();
    let own = match precision {
        CoordPrecision::Ortsteil => site.address.district.as_deref(),
        CoordPrecision::Plz => site.address.postcode.as_deref(),
        _ => None,
    };
    match own {
        Some(own) if !town.is_empty() && !town.contains(own) => format!("{own}, {town}"),
        Some(own) => own.to_owned(),
        None => town.to_owned(),
    }
}

/// Five decimals: a metre, finer than any point is known.
fn rounded(degrees: f64) -> f64 {
    (degrees * 1e5).round() / 1e5
}
