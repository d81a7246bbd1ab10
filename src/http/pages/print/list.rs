//! `/liste.pdf`: a list of offers on paper, by the same words as the list: for a municipality, a category, a search.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use serde_json::{Value, json};

use super::document;
use super::room::{Form, Order, print};
use crate::app::App;
use crate::atlas::{PageRequest, SiteRef};
use crate::domain::RegionWord;
use crate::exchange::print::LIST;
use crate::http::extract::{IfNoneMatch, RawQuery};
use crate::http::links::Base;
use crate::http::pages::card::card;
use crate::http::pages::context::Context;
use crate::http::pages::discreet::searches_discreetly;
use crate::http::pages::entry::files::qr_code_of_list;
use crate::http::pages::entry::poster::{Line, paper_hours, paper_place};
use crate::http::pages::places::understand;
use crate::http::pages::query::Words;
use crate::http::pages::search;
use crate::http::problem::Problem;

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
        let words = context.read(&raw).understood()?.filters();
        let qr = Some(qr_code_of_list(&base, &words)?);
        let (data, discreet) = data(&context, &words);
        Order { document: LIST, data, qr, form: Form::Pdf, name: "list", discreet }
    };
    print(order, &have).await
}

/// What the list shows, and whether nobody else should see it.
pub(in crate::http::pages) fn data(context: &Context, words: &Words) -> (Value, bool) {
    let texts = context.texts;
    let place = understand(context, words, "/liste");
    let query = words.to_query(place.as_ref().map(|place| place.point), &context.moment);
    let page = PageRequest { limit: MOST, after: None };
    let found = context.snapshot.search(&query, &context.moment, &page);
    let date = texts.date(context.moment.today());
    let where_ = context.region_text(RegionWord::NameLocative);
    let labels = search::filter_labels(context, words, place.as_ref());
    let plain = texts.with("list-pdf-title", &[("place", where_.into())]);
    let title = if labels.is_empty() { plain } else { texts.list(&labels) };
    let number = texts.number(MOST as u64);
    let more = (found.matched > MOST as u64)
        .then(|| texts.with("list-pdf-more", &[("number", (&number).into())]));
    let entries: Vec<Entry> =
        found.hits.iter().filter_map(|hit| entry(context, hit.site)).collect();
    let discreet = searches_discreetly(context, words, entries.first().map(|e| e.theme.as_str()));
    let data = json!({
        "from": context.region_text(RegionWord::SiteName),
        "printed": texts.with("list-pdf-stand", &[("date", (&date).into())]),
        "page-word": texts.t("list-pdf-page"),
        "count": texts.count("results-found", found.matched),
        "more": more, "notice": context.region_text(RegionWord::SampleNotice),
        "qr-alt": texts.t("posters-qr-alt"), "entries": entries,
    });
    (document(context, &title, data), discreet)
}

/// An offer on paper.
#[derive(Serialize)]
struct Entry {
    name: Line,
    category: String,
    organization: Option<Line>,
    lines: Vec<Line>,
    phone: Option<String>,
    stale: Option<String>,
    #[serde(skip)]
    theme: String,
}

fn entry(context: &Context, site: SiteRef) -> Option<Entry> {
    let card = card(context, site, None, &Words::default())?;
    let view = context.view(site)?;
    let site = view.site()?;
    let lines =
        [paper_place(context, site)].into_iter().chain(paper_hours(context, site, &view.spoken));
    Some(Entry {
        name: Line::theirs(card.name, card.name_translated),
        category: card.category,
        organization: card.organization.map(Line::german),
        lines: lines.filter(|line| !line.text.is_empty()).collect(),
        phone: card.phone.map(|phone| phone.number),
        stale: card.stale,
        theme: card.mark.theme,
    })
}
