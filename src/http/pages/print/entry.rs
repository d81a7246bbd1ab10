//! An entry as a picture and on paper.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde_json::{Value, json};

use super::document;
use super::room::{Form, Order, print};
use crate::app::App;
use crate::domain::RegionWord;
use crate::exchange::print::{PREVIEW, SHEET};
use crate::http::extract::{IfNoneMatch, Path, RawQuery};
use crate::http::links::Base;
use crate::http::pages::context::Context;
use crate::http::pages::discreet::is_discreet;
use crate::http::pages::entry::files::{find, qr_code};
use crate::http::pages::entry::poster::{Line, Sheet};
use crate::http::problem::Problem;

/// `GET /angebote/{id}/bild.png`: what is shown where somebody passes on the link.
pub(super) async fn picture(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
    have: IfNoneMatch,
) -> Result<Response, Problem> {
    let order = {
        let context = Context::new(&app);
        let chosen = find(&context, &id, &raw)?;
        let missing = || Problem::not_found("entry");
        let sheet = Sheet::new(&context, &chosen).ok_or_else(missing)?;
        let category = chosen.view.listing.categories.first();
        let mark = category.and_then(|code| context.prepared.mark(code.as_str()));
        let color = mark.map(|mark| mark.color.clone());
        let data = json!({
            "color": color, "category": sheet.category, "name": sheet.name,
            "organization": sheet.organization, "place": sheet.place.text,
        });
        let data = document(&context, &sheet.name, data);
        mark.ok_or_else(missing)?;
        let discreet = is_discreet(&context, &chosen.view.listing.categories);
        Order { document: PREVIEW, data, qr: None, form: Form::Png, name: "entry", discreet }
    };
    print(order, &have).await
}

/// `GET /angebote/{id}/merkblatt.pdf`: one sheet, to hand out or to pin up.
pub(super) async fn sheet(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
    base: Base,
    have: IfNoneMatch,
) -> Result<Response, Problem> {
    let order = {
        let context = Context::new(&app);
        let chosen = find(&context, &id, &raw)?;
        let sheet = Sheet::new(&context, &chosen).ok_or_else(|| Problem::not_found("entry"))?;
        let url = base.url(&chosen.path(""));
        let (texts, site) = (context.texts, context.region_text(RegionWord::SiteName));
        let title = texts.with("poster-title", &[("name", (&sheet.name).into())]);
        let data = json!({
            "category": sheet.category, "name": Line::theirs(&sheet.name, sheet.name_translated),
            "organization": sheet.organization.as_deref().map(Line::german),
            "summary": Line::theirs(&sheet.summary, sheet.summary_translated),
            "facts": facts(&context, &sheet), "qr-alt": texts.t("qr-alt"),
            "scan": texts.t("poster-scan"), "standing": sheet.standing,
            "from": texts.with("poster-from", &[("site", site.into())]), "url": url,
        });
        let data = document(&context, &title, data);
        let qr = Some(qr_code(&url)?);
        let discreet = is_discreet(&context, &chosen.view.listing.categories);
        Order { document: SHEET, data, qr, form: Form::Pdf, name: "entry", discreet }
    };
    print(order, &have).await
}

/// The facts of a sheet, each with its label; what is not known is left out.
fn facts(context: &Context, sheet: &Sheet) -> Vec<Value> {
    // Numbers and addresses are read from left to right in every language.
    let reach = sheet.phones.iter().chain(&sheet.email).chain(&sheet.website);
    let facts = [
        ("poster-where", vec![sheet.place.clone()]),
        ("poster-when", sheet.hours.clone()),
        ("poster-contact", reach.map(Line::german).collect()),
        ("poster-for-whom", sheet.for_whom.iter().map(Line::quoted).collect()),
        ("poster-cost", sheet.cost.iter().map(Line::quoted).collect()),
        ("poster-access", sheet.access.iter().map(Line::quoted).collect()),
    ];
    let known = facts.into_iter().filter(|(_, lines): &(_, Vec<Line>)| !lines.is_empty());
    known.map(|(key, lines)| json!({"label": context.texts.t(key), "lines": lines})).collect()
}
