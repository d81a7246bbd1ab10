//! `/traeger/{id}`: a provider, what it runs, where the facts come from.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::card::{Card, card};
use super::context::Context;
use super::entry::contact::{ContactView, Website};
use super::query::Words;
use super::respond;
use super::shell::{Shell, door};
use crate::app::App;
use crate::atlas::{PageRequest, Query};
use crate::domain::{Organization, OrganizationId};
use crate::http::extract::Path;
use crate::http::problem::Problem;

/// More sites than any provider of a county has.
const ALL: usize = 2_000;

/// The page of a provider.
#[derive(Template)]
#[template(path = "organization.html")]
pub(crate) struct OrganizationPage {
    pub(crate) shell: Shell,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) facts: Vec<(&'static str, String)>,
    pub(crate) address: Vec<String>,
    pub(crate) contact: ContactView,
    pub(crate) services_title: String,
    pub(crate) services: Vec<Card>,
    pub(crate) standing: String,
    pub(crate) source_kind: Option<String>,
    pub(crate) sources: Vec<Website>,
}

door!(OrganizationPage);

/// `GET /traeger/{id}`
pub(crate) async fn show(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let missing = || Problem::not_found("organization");
    let id: OrganizationId = id.parse().ok().ok_or_else(missing)?;
    let context = Context::new(&app);
    let organization = context.reference().organizations.get(&id);
    let organization = organization.ok_or_else(missing)?;
    respond(StatusCode::OK, &OrganizationPage::new(&context, organization))
}

impl OrganizationPage {
    fn new(context: &Context, organization: &Organization) -> Self {
        let texts = context.texts;
        let services = services(context, organization.id);
        let facts = [
            ("organization-short", &organization.short_name),
            ("organization-kind", &organization.kind_text),
            ("organization-umbrella", &organization.umbrella),
        ];
        let facts = facts.into_iter().filter_map(|(key, value)| {
            Some((texts.t(key), value.clone().filter(|v| !v.is_empty())?))
        });
        let standing = match organization.source_date {
            Some(date) => {
                let date = texts.partial_date(date);
                texts.with("organization-standing", &[("date", (&date).into())])
            }
            None => texts.t("standing-unknown").to_owned(),
        };
        let path = format!("/traeger/{}", organization.id);
        let services_title = texts.count("organization-services", services.len() as u64);
        let about = format!("{}: {services_title}", organization.name);
        Self {
            shell: Shell::new(&context.prepared, "organization", &organization.name, path)
                .described(&about),
            name: organization.name.clone(),
            description: organization.description.clone(),
            facts: facts.collect(),
            address: address(organization),
            contact: ContactView::of(&organization.contact),
            services_title,
            services,
            standing,
            source_kind: organization.source_kind.clone(),
            sources: organization.sources.iter().map(|s| Website::new(&s.url)).collect(),
        }
    }
}

fn address(organization: &Organization) -> Vec<String> {
    let address = &organization.address;
    let town: Vec<&str> =
        [address.postcode.as_deref(), address.locality.as_deref()].into_iter().flatten().collect();
    [address.street.clone(), Some(town.join(" ")), address.detail.clone()]
        .into_iter()
        .flatten()
        .filter(|line| !line.is_empty())
        .collect()
}

/// One card for each service, by name; a service with several sites says how many.
fn services(context: &Context, id: OrganizationId) -> Vec<Card> {
    let query = Query { organization: Some(id), ..Query::default() };
    let page = PageRequest { limit: ALL, after: None };
    let hits = context.snapshot.search(&query, &context.moment, &page).hits;
    let mut cards: Vec<Card> = Vec::new();
    let mut sites: Vec<u64> = Vec::new();
    for hit in hits {
        let Some(card) = card(context, hit.site, None, &Words::default()) else { continue };
        let known = cards.iter().position(|c| c.service_id == card.service_id);
        if let Some(count) = known.and_then(|at| sites.get_mut(at)) {
            *count += 1;
        } else {
            cards.push(card);
            sites.push(1);
        }
    }
    for (card, count) in cards.iter_mut().zip(sites).filter(|(_, count)| *count > 1) {
        card.place = context.texts.count("place-sites", count);
        card.approx = false;
    }
    cards.sort_by_cached_key(|card| card.name.to_lowercase());
    cards
}
