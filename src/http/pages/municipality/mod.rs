//! `/gemeinden` and `/gemeinden/{ags}`: what is in a municipality, what is not, and where the nearest is.

mod near;
mod offers;
mod people;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use self::near::NearAndFar;
use self::offers::{Missing, Served, ThemeHere};
use self::people::People;
use super::context::Context;
use super::entry::Link;
use super::entry::contact::Website;
use super::posters;
use super::query::Words;
use super::respond;
use super::shell::{Nav, Shell, door};
use crate::app::App;
use crate::atlas::Query;
use crate::domain::{Ags, Municipality, RegionWord};
use crate::http::extract::Path;
use crate::http::language::at;
use crate::http::problem::Problem;

/// One line of the list.
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) population: String,
    pub(crate) offers: String,
}

/// The list of all municipalities.
#[derive(Template)]
#[template(path = "municipalities.html")]
pub(crate) struct MunicipalitiesPage {
    pub(crate) shell: Shell,
    pub(crate) title: String,
    pub(crate) intro: String,
    pub(crate) population_source: String,
    pub(crate) lines: Vec<Line>,
}

/// The page of a municipality.
#[derive(Template)]
#[template(path = "municipality.html")]
pub(crate) struct MunicipalityPage {
    pub(crate) shell: Shell,
    pub(crate) ags: String,
    pub(crate) name: String,
    pub(crate) designation: String,
    pub(crate) known: String,
    pub(crate) list_href: String,
    /// What there is to print about it.
    pub(crate) posters: Link,
    pub(crate) here: Vec<ThemeHere>,
    pub(crate) missing: Vec<Missing>,
    pub(crate) distances: String,
    pub(crate) near: Option<NearAndFar>,
    pub(crate) served: Served,
    pub(crate) people: People,
    pub(crate) districts: String,
    pub(crate) town_hall: Vec<String>,
    pub(crate) website: Option<Website>,
    pub(crate) administration: Option<String>,
}

door!(MunicipalitiesPage, MunicipalityPage);

/// `GET /gemeinden`
pub(crate) async fn list(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let context = Context::new(&app);
    respond(StatusCode::OK, &MunicipalitiesPage::new(&context))
}

/// `GET /gemeinden/{ags}`
pub(crate) async fn show(
    State(app): State<Arc<App>>,
    Path(ags): Path<String>,
) -> Result<Response, Problem> {
    let missing = || Problem::not_found("municipality");
    let ags: Ags = ags.parse().ok().ok_or_else(missing)?;
    let context = Context::new(&app);
    let municipality = context.reference().municipality(ags).ok_or_else(missing)?;
    let figures = near::figures(&app).await;
    let near = figures.and_then(|matrix| NearAndFar::new(&context, municipality, &matrix));
    respond(
        StatusCode::OK,
        &MunicipalityPage { near, ..MunicipalityPage::new(&context, municipality) },
    )
}

impl MunicipalitiesPage {
    fn new(context: &Context) -> Self {
        let texts = context.texts;
        let reference = context.reference();
        let facets = context.snapshot.facets(&Query::default(), &context.moment);
        let lines = reference.municipalities.iter().map(|m| {
            let m = &m.municipality;
            let count = facets.municipalities.iter().find(|(ags, _)| *ags == m.ags);
            Line {
                name: m.name.clone(),
                href: at(&format!("/gemeinden/{}", m.ags)),
                population: texts.number(u64::from(m.population)),
                offers: texts.number(count.map_or(0, |(_, count)| *count)),
            }
        });
        let place = context.region_text(RegionWord::NameGenitive);
        let title = texts.with("municipalities-title", &[("place", place.into())]);
        let first = reference.municipalities.first();
        let date = first.map(|m| texts.date(m.municipality.population_date)).unwrap_or_default();
        let intro = texts.count("municipalities-intro", reference.municipalities.len() as u64);
        Self {
            shell: Shell::new(&context.prepared, "municipality", &title, "/gemeinden")
                .at(Nav::Municipalities)
                .described(&intro),
            title,
            intro,
            population_source: texts
                .with("municipalities-population-source", &[("date", (&date).into())]),
            lines: lines.collect(),
        }
    }
}

impl MunicipalityPage {
    fn new(context: &Context, municipality: &Municipality) -> Self {
        let texts = context.texts;
        let ags = municipality.ags;
        let query = Query { municipalities: vec![ags], ..Query::default() };
        let facets = context.snapshot.facets(&query, &context.moment);
        let page = crate::atlas::PageRequest { limit: 1, after: None };
        let total = context.snapshot.search(&query, &context.moment, &page).matched;
        let words = Words { municipalities: vec![ags], ..Words::default() };
        let town: Vec<&str> = [municipality.postcode.as_deref(), Some(municipality.name.as_str())]
            .into_iter()
            .flatten()
            .collect();
        let name = (&municipality.name).into();
        let known = texts.count("municipality-known", total);
        Self {
            shell: Shell::new(
                &context.prepared,
                "municipality",
                &municipality.name,
                format!("/gemeinden/{ags}"),
            )
            .at(Nav::Municipalities)
            .described(&format!("{}: {known}", municipality.name)),
            ags: ags.to_string(),
            name: municipality.name.clone(),
            designation: municipality.designation.clone(),
            known,
            list_href: words.href("/"),
            posters: Link {
                label: texts.with("posters-link-here", &[("name", (&municipality.name).into())]),
                href: posters::address(&words),
                note: String::new(),
                translated: false,
            },
            here: offers::here(context, ags, &facets),
            missing: offers::missing(context, municipality, &facets),
            distances: texts.with("municipality-distances", &[("name", name)]),
            near: None,
            served: Served::new(context, ags),
            people: People::new(context, municipality),
            districts: texts.list(&municipality.districts),
            town_hall: match &municipality.town_hall_street {
                Some(street) => vec![street.clone(), town.join(" ")],
                None => Vec::new(),
            },
            website: municipality.website.as_deref().map(website),
            administration: municipality.administrative_union.clone(),
        }
    }
}

/// Addresses of towns are often noted without a scheme.
fn website(address: &str) -> Website {
    if address.starts_with("http://") || address.starts_with("https://") {
        Website::new(address)
    } else {
        Website::new(&format!("https://{address}"))
    }
}
