//! `/plakate/a4.pdf`: a poster of a municipality, a topic, or both; A3 to pin up, A5 to hand out.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use serde_json::json;

use super::document;
use super::room::{Form, Order, print};
use crate::app::App;
use crate::atlas::SiteView;
use crate::domain::{FeatureId, RegionWord, ServiceStatus, Site};
use crate::exchange::print::POSTER;
use crate::http::extract::{IfNoneMatch, Path, RawQuery};
use crate::http::links::Base;
use crate::http::pages::card::{is_protected, stale};
use crate::http::pages::context::Context;
use crate::http::pages::entry::files::qr_code_of_list;
use crate::http::pages::entry::poster::{Line, paper_hours, paper_place};
use crate::http::pages::posters::{Choice, Offer, Paper, Picked, pick};
use crate::http::problem::Problem;

/// Longest hours on a poster, in characters; longer ones are looked up.
const HOURS: usize = 160;
/// The colour of a poster without a topic.
const COLOR: &str = "#1f42a8";

/// `GET /plakate/a4.pdf?municipality=…&category=…`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Path(file): Path<String>,
    RawQuery(raw): RawQuery,
    base: Base,
    have: IfNoneMatch,
) -> Result<Response, Problem> {
    let order = {
        let context = Context::new(&app);
        let paper = Paper::of_file(&file).ok_or_else(|| Problem::not_found("poster"))?;
        let choice = Choice::new(&context, &context.read(&raw).understood()?);
        let url = base.url(&choice.words.href("/liste"));
        let qr = Some(qr_code_of_list(&base, &choice.words)?);
        let picked = pick(&context, &choice);
        let data = data(&context, paper, &choice, &picked, &url);
        let discreet = choice.discreet;
        Order { document: POSTER, data, qr, form: Form::Pdf, name: "poster", discreet }
    };
    print(order, &have).await
}

/// What the poster shows.
pub(in crate::http::pages) fn data(
    context: &Context,
    paper: Paper,
    choice: &Choice,
    picked: &Picked,
    url: &str,
) -> serde_json::Value {
    let texts = context.texts;
    let region = |word| context.region_text(word);
    let date = texts.date(context.moment.today());
    let about = [("what", (&choice.what).into()), ("where", (&choice.place.text).into())];
    let category = choice.words.categories.first();
    let color = category.and_then(|code| context.prepared.mark(code.as_str()));
    let many = choice.words.categories.len() != 1;
    let entries: Vec<Entry> =
        picked.offers.iter().filter_map(|offer| entry(context, offer, many)).collect();
    let how = if choice.words.categories.is_empty() { "posters-how-topics" } else { "posters-how" };
    let from = [("site", region(RegionWord::SiteName).into()), ("date", (&date).into())];
    let data = json!({
        "paper": paper.as_str(), "color": color.map_or(COLOR, |mark| mark.color.as_str()),
        "heading": choice.what, "place": choice.place,
        "count": picked.total.words(texts),
        "others": picked.instead, "shown": shown(context, picked.total.offers, entries.len()),
        "entries": entries, "numbers-title": texts.t("numbers-title"),
        "numbers": choice.numbers(context), "scan": texts.t("posters-scan"),
        "qr-alt": texts.t("posters-qr-alt"),
        // Instead of what there is none of, others stand in an order of their own.
        "how": if picked.total.offers > 0 { texts.t(how) } else { "" },
        "notice": region(RegionWord::SampleNotice), "from": texts.with("posters-from", &from), "url": url,
    });
    document(context, &texts.with("posters-document", &about), data)
}

/// "Auf diesem Plakat: 6 von 29 Angeboten.", by how many fit the paper; nothing where that is all of them.
fn shown(context: &Context, total: u64, most: usize) -> Vec<Option<String>> {
    let texts = context.texts;
    let number = texts.number(total);
    let said = |shown: u64| {
        let shown = texts.number(shown);
        let args =
            [("count", total.into()), ("number", (&number).into()), ("shown", (&shown).into())];
        texts.with("posters-shown", &args)
    };
    (0..=most as u64).map(|shown| (shown > 0 && shown < total).then(|| said(shown))).collect()
}

/// An offer on a poster.
#[derive(Serialize)]
struct Entry {
    name: Line,
    category: Option<String>,
    lines: Vec<Line>,
    phone: Option<String>,
    stale: Option<String>,
}

/// "und an 5 weiteren Orten": an offer stands on a poster once, with one of its places. Protected ones are not spoken of.
fn elsewhere(context: &Context, view: &SiteView, here: &Site) -> Option<Line> {
    let (snapshot, moment) = (&context.snapshot, &context.moment);
    let shown = snapshot.sites_of(view.listing.id).into_iter();
    let shown: Vec<FeatureId> = shown
        .filter(|site| snapshot.is_public(*site, moment))
        .filter_map(|site| snapshot.feature_id(site))
        .collect();
    let others = view.listing.sites.iter().filter(|site| {
        let open = site.status == ServiceStatus::Active && !is_protected(site);
        open && site.id != here.id && shown.contains(&site.id)
    });
    let count = others.count() as u64;
    (count > 0).then(|| Line::ours(context.texts.count("posters-more-places", count)))
}

/// `many`: whether the poster is about more than one topic, so that each offer says its own.
fn entry(context: &Context, offer: &Offer, many: bool) -> Option<Entry> {
    let view = context.view(offer.site)?;
    let (site, card) = (view.site()?, &offer.card);
    let phone = card.phone.as_ref().map(|phone| phone.number.clone());
    if is_protected(site) {
        // Neither its name nor its town: only what it is, and how to reach it.
        return Some(Entry {
            name: Line::ours(&card.category),
            category: None,
            lines: vec![Line::ours(context.texts.t("place-protected"))],
            phone,
            // None of its words stand here, so that nothing is said of their translation.
            stale: stale(context, &view),
        });
    }
    let hours = paper_hours(context, site, &view.spoken);
    let length: usize = hours.iter().map(|line| line.text.chars().count()).sum();
    let hours = if length > HOURS {
        vec![Line::ours(context.texts.t("posters-hours-online"))]
    } else {
        hours
    };
    let organization = card.organization.as_ref().filter(|name| **name != card.name);
    let distance = card.distance.as_ref().map(Line::ours);
    let lines = organization.map(Line::german).into_iter();
    let lines = lines.chain([paper_place(context, site)]).chain(distance);
    let lines = lines.chain(elsewhere(context, &view, site)).chain(hours);
    Some(Entry {
        name: Line::theirs(&card.name, card.name_translated),
        category: many.then(|| card.category.clone()),
        lines: lines.filter(|line| !line.text.is_empty()).collect(),
        phone,
        stale: card.stale.clone(),
    })
}
