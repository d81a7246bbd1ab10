//! An entry as a picture and on paper.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde_json::json;

use super::room::{Form, Order, print};
use crate::app::App;
use crate::exchange::print::{PREVIEW, SHEET};
use crate::http::extract::{IfNoneMatch, Path, RawQuery};
use crate::http::links::Base;
use crate::http::pages::context::Context;
use crate::http::pages::entry::files::{find, qr_code};
use crate::http::pages::entry::poster::Sheet;
use crate::http::pages::quoted::Quoted;
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
        let data = json!({
            "title": sheet.name, "lang": context.language().tag(), "color": mark.map(|mark| mark.color.as_str()),
            "category": sheet.category, "name": sheet.name, "organization": sheet.organization,
            "place": sheet.place, "site": context.reference().region.site_name,
        });
        mark.ok_or_else(missing)?;
        Order { document: PREVIEW, data, qr: None, form: Form::Png, name: "entry" }
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
        let (texts, site) = (context.texts, &context.reference().region.site_name);
        let data = json!({
            "title": texts.with("poster-title", &[("name", (&sheet.name).into())]), "lang": context.language().tag(),
            "site": site, "category": sheet.category, "name": sheet.name,
            "organization": sheet.organization, "summary": sheet.summary,
            "facts": facts(&context, &sheet), "qr-alt": texts.t("qr-alt"),
            "scan": texts.t("poster-scan"), "standing": sheet.standing,
            "from": texts.with("poster-from", &[("site", site.into())]), "url": url,
        });
        let qr = Some(qr_code(&url)?);
        Order { document: SHEET, data, qr, form: Form::Pdf, name: "entry" }
    };
    print(order, &have).await
}

/// The facts of a sheet, each with its label; what is not known is left out.
fn facts(context: &Context, sheet: &Sheet) -> Vec<serde_json::Value> {
    let one = |text: &Option<Quoted>| -> Vec<String> { text.iter().map(Quoted::text).collect() };
    let groups: Vec<String> = sheet.for_whom.iter().map(Quoted::text).collect();
    let for_whom = if groups.is_empty() { Vec::new() } else { vec![groups.join(", ")] };
    let reach = sheet.phones.iter().chain(&sheet.email).chain(&sheet.website).cloned();
    let facts = [
        ("poster-where", vec![sheet.place.clone()]),
        ("poster-when", sheet.hours.clone()),
        ("poster-contact", reach.collect()),
        ("poster-for-whom", for_whom),
        ("poster-cost", one(&sheet.cost)),
        ("poster-access", one(&sheet.access)),
    ];
    let known = facts.into_iter().filter(|(_, lines): &(_, Vec<String>)| !lines.is_empty());
    known.map(|(key, lines)| json!({"label": context.texts.t(key), "lines": lines})).collect()
}
