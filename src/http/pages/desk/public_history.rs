//! `/angebote/{id}/verlauf`: what changed when, without names, and whom to ask.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::facts::field_word;
use super::view::{day, desk};
use crate::app::{App, PublicHistoryItem, PublicHistoryKind};
use crate::domain::ServiceId;
use crate::http::extract::Path;
use crate::http::language::at;
use crate::http::pages::context::Context;
use crate::http::pages::discreet::{is_discreet, private};
use crate::http::pages::respond;
use crate::http::pages::shell::{Shell, door};
use crate::http::problem::Problem;

/// Something that changed.
pub(crate) struct PublicEvent {
    pub(crate) when: String,
    pub(crate) datetime: String,
    pub(crate) what: String,
}

/// `/angebote/{id}/verlauf`
#[derive(Template)]
#[template(path = "public-history.html")]
pub(crate) struct PublicHistoryPage {
    pub(crate) shell: Shell,
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) report: String,
    pub(crate) events: Vec<PublicEvent>,
    pub(crate) operator: String,
    pub(crate) contact: Vec<String>,
}

door!(PublicHistoryPage);

/// `GET /angebote/{id}/verlauf`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id: ServiceId = id.parse().map_err(|_none| Problem::not_found("entry"))?;
    let context = Context::new(&app);
    // Only what the public sees now has a public history; that is known without the database.
    let mut sites = context.snapshot.sites_of(id);
    sites.retain(|site| context.snapshot.is_public(*site, &context.moment));
    let view = sites.first().and_then(|site| context.snapshot.view(*site, &context.moment));
    let view = view.ok_or_else(|| Problem::not_found("entry"))?;
    let items = desk(&app)?.public_history(id).await?;
    let items = items.ok_or_else(|| Problem::not_found("entry"))?;
    let operator = &context.reference().region.operator;
    let contact = [&operator.street, &operator.town, &operator.phone, &operator.email];
    let discreet = is_discreet(&context, &view.listing.categories);
    let name = view.listing.name.clone();
    let title = context.texts.with("public-history-title", &[("name", (&name).into())]);
    let canonical = format!("/angebote/{id}/verlauf");
    let page = PublicHistoryPage {
        shell: Shell::new(&context.prepared, "history", title, canonical)
            .hidden(true)
            .discreet(discreet),
        name,
        href: at(&format!("/angebote/{id}")),
        report: at(&format!("/vorschlag?kind=correction&entry={id}")),
        events: items.iter().map(|item| event(&context, &app, item)).collect(),
        operator: operator.name.clone(),
        contact: contact.into_iter().filter(|text| !text.is_empty()).cloned().collect(),
    };
    let response = respond(StatusCode::OK, &page)?;
    Ok(if discreet { private(response) } else { response })
}

fn event(context: &Context, app: &App, item: &PublicHistoryItem) -> PublicEvent {
    let texts = context.texts;
    let what = match item.kind {
        PublicHistoryKind::Published => texts.t("public-event-published").to_owned(),
        PublicHistoryKind::Confirmed => texts.t("public-event-confirmed").to_owned(),
        PublicHistoryKind::Withdrawn => texts.t("public-event-withdrawn").to_owned(),
        PublicHistoryKind::Changed => {
            let mut fields: Vec<String> =
                item.changed.iter().map(|field| field_word(context, field).to_owned()).collect();
            fields.sort();
            fields.dedup();
            let fields = texts.list(&fields);
            texts.with("public-event-changed", &[("fields", (&fields).into())])
        }
    };
    PublicEvent { when: day(context, app, &item.at), datetime: item.at.clone(), what }
}
