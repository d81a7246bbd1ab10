//! `/liste.pdf`: a list of offers on paper, by the same words as the list: for a municipality, a category, a search.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde_json::{Value, json};

use super::room::{Form, Order, print};
use crate::app::App;
use crate::atlas::{PageRequest, SiteRef};
use crate::exchange::print::LIST;
use crate::http::extract::{IfNoneMatch, RawQuery};
use crate::http::links::Base;
use crate::http::pages::card::card;
use crate::http::pages::context::Context;
use crate::http::pages::entry::files::qr_code;
use crate::http::pages::entry::poster::paper_hours;
use crate::http::pages::places::understand;
use crate::http::pages::query::{Fault, Words};
use crate::http::pages::search;
use crate::http::problem::{Problem, ProblemError};

/// The path of the list.
pub(crate) const PATH: &str = "/liste.pdf";
/// Most entries on paper: about twenty sheets.
const MOST: usize = 200;

/// `GET /liste.pdf?category=…&municipality=…`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    RawQuery(raw): RawQuery,
    base: Base,
    have: IfNoneMatch,
) -> Result<Response, Problem> {
    let order = {
        let context = Context::new(&app);
        let reading = context.read(&raw);
        if !reading.faults.is_empty() {
            let fault = |f: &Fault| {
                ProblemError::parameter(&f.word, f.code.clone(), "cannot be understood")
            };
            return Err(Problem::invalid_query(reading.faults.iter().map(fault).collect()));
        }
        let words = reading.words.filters();
        let qr = Some(qr_code(&base.url(&words.href("/liste")))?);
        let data = data(&context, &words);
        Order { document: LIST, data, qr, form: Form::Pdf, name: "list" }
    };
    print(order, &have).await
}

fn data(context: &Context, words: &Words) -> Value {
    let texts = context.texts;
    let place = understand(context, words, "/liste");
    let query = words.to_query(place.as_ref().map(|place| place.point), &context.moment);
    let page = PageRequest { limit: MOST, after: None };
    let found = context.snapshot.search(&query, &context.moment, &page);
    let region = &context.reference().region;
    let date = texts.date(context.moment.today());
    let where_ = region.name_locative.as_str();
    let labels = search::filter_labels(context, words, place.as_ref());
    let plain = texts.with("list-pdf-title", &[("place", where_.into())]);
    let title = if labels.is_empty() { plain } else { texts.list(&labels) };
    let number = texts.number(MOST as u64);
    let more = (found.matched > MOST as u64)
        .then(|| texts.with("list-pdf-more", &[("number", (&number).into())]));
    let entries = found.hits.iter().filter_map(|hit| entry(context, hit.site));
    json!({
        "title": title, "lang": "de", "site": region.site_name, "from": region.site_name,
        "printed": texts.with("list-pdf-stand", &[("date", (&date).into())]),
        "page-word": texts.t("list-pdf-page"),
        "count": texts.count("results-found", found.matched),
        "more": more, "notice": region.sample_notice, "qr-alt": texts.t("qr-alt"),
        "entries": entries.collect::<Vec<_>>(),
    })
}

fn entry(context: &Context, site: SiteRef) -> Option<Value> {
    let card = card(context, site, None, &Words::default())?;
    let view = context.view(site)?;
    let organization = card.organization.map(|name| format!(" · {name}")).unwrap_or_default();
    let hours = paper_hours(context, view.site()?);
    let lines = [card.place].into_iter().chain(hours).chain(card.phone.map(|phone| phone.number));
    Some(json!({
        "name": card.name, "what": format!("{}{organization}", card.category),
        "lines": lines.filter(|line| !line.is_empty()).collect::<Vec<_>>(), "stale": card.stale,
    }))
}
