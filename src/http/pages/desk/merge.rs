//! Two entries that are the same become one: choose field by field, see what comes of it, do it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::compare::{Comparison, comparison};
use super::facts::{Fact, facts};
use super::merge_form::{Choices, FIELDS};
use super::view::{answer, desk, is_conflict, see, shell};
use crate::app::{App, AppError, Author, ListingView, Merge};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{Listing, ServiceId};
use crate::http::extract::RawQuery;
use crate::http::pages::context::Context;
use crate::http::pages::shell::{Shell, door};
use crate::http::params::decode_lenient;
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, DeskUser, Fields, Visitor};

/// One of the two.
pub(crate) struct Side {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) version: i64,
}

/// A field in which they differ.
pub(crate) struct MergeRow {
    pub(crate) field: &'static str,
    pub(crate) label: &'static str,
    pub(crate) kept: String,
    pub(crate) merged: String,
    pub(crate) both: bool,
    /// `kept`, `merged` or `both`.
    pub(crate) from: &'static str,
}

/// A site of the entry that goes.
pub(crate) struct SiteChoice {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

/// `/redaktion/zusammenfuehren`
#[derive(Template)]
#[template(path = "desk/merge.html")]
pub(crate) struct MergePage {
    pub(crate) shell: Shell,
    pub(crate) csrf: String,
    pub(crate) tab: &'static str,
    pub(crate) kept: Side,
    pub(crate) merged: Side,
    /// The same the other way round.
    pub(crate) swap: String,
    pub(crate) rows: Vec<MergeRow>,
    pub(crate) sites: Vec<SiteChoice>,
    /// What comes of it, once it was asked for.
    pub(crate) preview: Option<Comparison>,
    pub(crate) alert: Option<(&'static str, String)>,
}

door!(MergePage);

/// `GET /redaktion/zusammenfuehren?kept=…&merged=…`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let pairs = decode_lenient(&raw);
    let word = |name: &str| pairs.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str());
    let (kept, merged) = both(&app, &user.author, word("kept"), word("merged")).await?;
    let choices = Choices::likely(listing(&kept), listing(&merged));
    let context = Context::new(&app);
    let page = page(&context, &kept, &merged, &choices, visitor.csrf().to_string());
    answer(StatusCode::OK, &page)
}

/// `POST /redaktion/zusammenfuehren`: shows what comes of it, then does it.
pub(super) async fn act(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let author = &user.author;
    let (kept, merged) = both(&app, author, form.get("kept"), form.get("merged")).await?;
    let choices = Choices::read(|field| form.get(field), form.all("site"));
    let result = choices.apply(listing(&kept), listing(&merged));
    let context = Context::new(&app);
    let mut page = page(&context, &kept, &merged, &choices, visitor.csrf().to_string());
    page.preview = Some(comparison(&context, Some(listing(&kept)), &result));
    if form.get("step") != "merge" {
        return answer(StatusCode::OK, &page);
    }
    let number = |name: &str| form.get(name).parse().unwrap_or_default();
    let merge = Merge {
        kept: listing(&kept).id,
        kept_version: number("kept_version"),
        merged: listing(&merged).id,
        merged_version: number("merged_version"),
        listing: Some(result),
        reason: None,
        once: None,
    };
    let id = merge.kept;
    let t = |key: &'static str| context.texts.t(key);
    let status = match desk(&app)?.merge_listings(author, merge).await {
        Ok(Some(_)) => return Ok(see(&format!("/redaktion/eintraege/{id}?getan=merge"))),
        Ok(None) => return Err(Problem::not_found("entry")),
        Err(error) if is_conflict(&error) => {
            page.alert = Some((t("case-conflict"), t("case-conflict-text").to_owned()));
            StatusCode::PRECONDITION_FAILED
        }
        Err(AppError::Transition(_)) => {
            page.alert = Some((t("case-transition"), t("case-transition-text").to_owned()));
            StatusCode::CONFLICT
        }
        Err(AppError::Invalid(_) | AppError::Doubtful(_)) => {
            page.alert = Some((t("merge-invalid"), t("merge-invalid-text").to_owned()));
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(error) => return Err(error.into()),
    };
    answer(status, &page)
}

/// Both entries as they are.
async fn both(
    app: &App,
    author: &Author,
    kept: &str,
    merged: &str,
) -> Result<(ListingView, ListingView), Problem> {
    let desk = desk(app)?;
    // Whoever may not merge learns nothing of either.
    may(&author.actor, Action::MergeListings, Subject::default()).map_err(AppError::from)?;
    let find = async |id: &str| {
        let id: ServiceId = id.parse().map_err(|_none| Problem::not_found("entry"))?;
        let found = desk.find_listing_for(author, id).await?;
        found.ok_or_else(|| Problem::not_found("entry"))
    };
    Ok((find(kept).await?, find(merged).await?))
}

/// What is public counts; where nothing is, the latest version.
fn listing(view: &ListingView) -> &Listing {
    view.public().unwrap_or(&view.record.listing)
}

fn page(
    context: &Context,
    kept: &ListingView,
    merged: &ListingView,
    choices: &Choices,
    csrf: String,
) -> MergePage {
    let side = |view: &ListingView| Side {
        id: view.record.listing.id.to_string(),
        name: listing(view).name.clone(),
        href: format!("/redaktion/eintraege/{}", view.record.listing.id),
        version: view.record.version,
    };
    let (one, other) = (listing(kept), listing(merged));
    let (before, after) = (facts(context, one), facts(context, other));
    let of = |all: &[Fact], field: &str| {
        let fact = all.iter().find(|fact| fact.site.is_none() && fact.field == field);
        fact.map(|fact| (fact.label, fact.text.clone())).unwrap_or_default()
    };
    let rows = FIELDS.into_iter().filter_map(|(field, both)| {
        let ((label, kept), (_, merged)) = (of(&before, field), of(&after, field));
        // What both say the same needs no choice.
        (kept != merged).then(|| MergeRow {
            field,
            label,
            kept,
            merged,
            both,
            from: choices.from(field).word(),
        })
    });
    let sites = other.sites.iter().map(|site| SiteChoice {
        id: site.id.to_string(),
        label: super::compare::title(context, other, site),
        chosen: choices.sites.contains(&site.id),
    });
    MergePage {
        shell: shell(context, context.texts.t("merge-title")),
        csrf,
        tab: "queue",
        swap: format!("/redaktion/zusammenfuehren?kept={}&merged={}", other.id, one.id),
        rows: rows.collect(),
        sites: sites.collect(),
        kept: side(kept),
        merged: side(merged),
        preview: None,
        alert: None,
    }
}
