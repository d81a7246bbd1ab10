//! One entry before its editor: what waits beside what is public, and what can be done.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::compare::{Comparison, comparison};
use super::disclosure::places;
use super::facts::{Fact, facts};
use super::view::{Names, answer, beside, case_href, desk, review_word, shell, when};
use crate::app::{App, Author, ListingView, SuggestionFilter, WaitingCase};
use crate::domain::{DecisionKind, ReviewStatus, ServiceId, ServiceStatus, SuggestionState};
use crate::http::extract::{Path, RawQuery};
use crate::http::pages::context::Context;
use crate::http::pages::shell::{Shell, door};
use crate::http::pages::suggest::kind_word;
use crate::http::problem::Problem;
use crate::http::session::{DeskUser, Visitor};

/// Most other entries that may be the same.
const DUPLICATES: usize = 5;
/// Most suggestions about the entry.
const SUGGESTIONS: u32 = 10;

/// A link with a word beside it.
pub(crate) struct Beside {
    pub(crate) href: String,
    pub(crate) label: String,
    pub(crate) note: String,
}

/// What was typed and why it was not taken.
#[derive(Default)]
pub(super) struct Refused {
    /// Words for the provider.
    pub(super) note: String,
    /// What is wrong with them; empty if nothing.
    pub(super) fault: String,
    /// Title and text of what stands in the way.
    pub(super) alert: Option<(&'static str, String)>,
    /// What was typed about a closure.
    pub(super) closure: Option<ClosureForm>,
}

/// What is said while it is closed.
#[derive(Default, Clone)]
pub(crate) struct ClosureForm {
    pub(crate) text: String,
    /// ISO date; empty if none.
    pub(crate) until: String,
    pub(crate) fault: String,
}

/// `/redaktion/eintraege/{id}`
#[derive(Template)]
#[template(path = "desk/case.html")]
#[allow(clippy::struct_excessive_bools, reason = "a page has many parts that are there or not")]
pub(crate) struct CasePage {
    pub(crate) shell: Shell,
    pub(crate) csrf: String,
    pub(crate) tab: &'static str,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) organization: String,
    pub(crate) state: &'static str,
    pub(crate) state_class: &'static str,
    /// Version of the record, and number of the version shown.
    pub(crate) version: i64,
    pub(crate) revision: i64,
    /// "von … am …".
    pub(crate) written: String,
    pub(crate) question: Option<String>,
    /// A version waits for a decision.
    pub(crate) pending: bool,
    /// The latest version was refused or asked back, and nobody has written on since.
    pub(crate) sent_back: bool,
    /// Number of the public version.
    pub(crate) public: Option<i64>,
    pub(crate) archived: bool,
    pub(crate) closed: bool,
    pub(crate) comparison: Comparison,
    /// What the entry says, where nothing is to be compared.
    pub(crate) facts: Vec<Fact>,
    /// Places that were protected and would be public with the version that waits.
    pub(crate) discloses: Vec<String>,
    /// Title over the comparison.
    pub(crate) heading: &'static str,
    pub(crate) duplicates: Vec<Beside>,
    pub(crate) suggestions: Vec<Beside>,
    /// The next case of the queue.
    pub(crate) next: Option<String>,
    /// The cases beside it.
    pub(crate) beside: Vec<Beside>,
    /// Where it is decided what of the county's package is taken over; empty if nothing.
    pub(crate) source: String,
    /// The entry that became part of this one just now, if that can be undone.
    pub(crate) undo_merge: Option<String>,
    pub(crate) note: String,
    pub(crate) fault: String,
    pub(crate) alert: Option<(&'static str, String)>,
    /// What was done just now.
    pub(crate) done: &'static str,
    pub(crate) closure: ClosureForm,
}

door!(CasePage);

/// `GET /redaktion/eintraege/{id}`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let id: ServiceId = id.parse().map_err(|_none| Problem::not_found("entry"))?;
    let csrf = visitor.csrf().to_string();
    let mut page = page(&app, &user.author, id, csrf, Refused::default()).await?;
    page.done = done_word(&Context::new(&app), &raw);
    answer(StatusCode::OK, &page)
}

/// What was done just now, as the address says.
fn done_word(context: &Context, raw: &str) -> &'static str {
    let done = raw.split('&').find_map(|pair| pair.strip_prefix("getan="));
    context.texts.t(match done {
        Some("publish") => "done-publish",
        Some("reject") => "done-reject",
        Some("ask_back") => "done-ask-back",
        Some("restore") => "done-restore",
        Some("confirm") => "done-confirm",
        Some("archive") => "done-archive",
        Some("close") => "done-close",
        Some("open") => "done-open",
        Some("merge") => "done-merge",
        Some("reopen") => "done-reopen",
        Some("undo_merge") => "done-undo-merge",
        Some("source_take") => "done-source-take",
        Some("source_keep") => "done-source-keep",
        _ => return "",
    })
}

/// The page of an entry, with what was typed where something was refused.
pub(super) async fn page(
    app: &App,
    author: &Author,
    id: ServiceId,
    csrf: String,
    refused: Refused,
) -> Result<CasePage, Problem> {
    let desk = desk(app)?;
    let view = desk.find_listing_for(author, id).await?;
    let view = view.ok_or_else(|| Problem::not_found("entry"))?;
    // Editors alone: providers have a desk of their own.
    let neighbours = desk.neighbours(author, WaitingCase { id, source: false }).await?;
    let source = desk.find_import_case(author, id).await?;
    let merge = desk.find_undoable_merge(author, id).await?;
    let context = Context::new(app);
    let record = &view.record;
    let mut names = Names::new(desk);
    let who = names.of(&context, &record.author).await?;
    let at = when(&context, app, &record.last_modified);
    let written =
        context.texts.with("case-written", &[("who", (&who).into()), ("when", (&at).into())]);
    let pending = record.review_status == ReviewStatus::Pending;
    let old = view.published.as_ref().map(|revision| &revision.listing);
    let listing = &record.listing;
    let shown = if old.is_some() || pending { old } else { Some(listing) };
    let closure = refused.closure.unwrap_or_else(|| closure_form(&view));
    let disclosed =
        if pending { desk.list_disclosed_sites(author, record).await? } else { Vec::new() };
    Ok(CasePage {
        shell: shell(&context, listing.name.clone()),
        csrf,
        tab: "queue",
        discloses: places(&context, listing, &disclosed),
        id: id.to_string(),
        name: listing.name.clone(),
        organization: organization(&context, &view),
        state: review_word(&context, record.review_status),
        state_class: record.review_status.as_str(),
        version: record.version,
        revision: record.latest_revision,
        written,
        question: view.question().map(str::to_owned),
        pending,
        sent_back: sent_back(&view),
        public: record.published_revision,
        archived: record.review_status == ReviewStatus::Archived,
        closed: view.public().is_some_and(|l| l.status == ServiceStatus::TemporarilyClosed),
        heading: heading(&context, &view),
        comparison: comparison(&context, shown, listing),
        facts: if shown.is_some() && old.is_none() { said(&context, listing) } else { Vec::new() },
        duplicates: duplicates(&context, app, author, &view).await?,
        suggestions: suggestions(&context, app, author, id).await?,
        next: neighbours.next.map(case_href),
        beside: beside(&context, &neighbours),
        source: source.map(|_| case_href(WaitingCase { id, source: true })).unwrap_or_default(),
        undo_merge: merge.map(|merge| merge.merged.to_string()),
        note: refused.note,
        fault: refused.fault,
        alert: refused.alert,
        done: "",
        closure,
    })
}

/// Whether the last thing that happened to the latest version is that it was sent back.
fn sent_back(view: &ListingView) -> bool {
    view.last_decision.as_ref().is_some_and(|decision| {
        decision.revision == view.record.latest_revision
            && matches!(decision.kind, DecisionKind::Reject | DecisionKind::AskBack)
    })
}

fn said(context: &Context, listing: &crate::domain::Listing) -> Vec<Fact> {
    let mut all = facts(context, listing);
    all.retain(|fact| !fact.text.is_empty());
    all
}

fn organization(context: &Context, view: &ListingView) -> String {
    let listing = &view.record.listing;
    let known = listing.organization_id.and_then(|id| context.reference().organizations.get(&id));
    known.map(|o| o.name.clone()).or_else(|| listing.organization_text.clone()).unwrap_or_default()
}

fn heading(context: &Context, view: &ListingView) -> &'static str {
    context.texts.t(match (view.record.review_status, view.record.published_revision) {
        (ReviewStatus::Published, _) => "case-unchanged",
        (ReviewStatus::Archived, _) => "case-archived",
        (_, Some(_)) => "case-changes",
        (_, None) => "case-new",
    })
}

fn closure_form(view: &ListingView) -> ClosureForm {
    let closure = view.public().and_then(|listing| listing.closure.clone());
    let until = closure.as_ref().and_then(|c| c.until).map(|day| day.to_string());
    ClosureForm {
        text: closure.map(|closure| closure.text).unwrap_or_default(),
        until: until.unwrap_or_default(),
        fault: String::new(),
    }
}

/// Other entries that may be the same, each with what they have in common.
async fn duplicates(
    context: &Context,
    app: &App,
    author: &Author,
    view: &ListingView,
) -> Result<Vec<Beside>, Problem> {
    let listing = &view.record.listing;
    let found = desk(app)?.find_duplicates(author, listing).await?;
    let id = listing.id;
    Ok(found
        .into_iter()
        .take(DUPLICATES)
        .map(|other| {
            let reasons: Vec<String> = other
                .reasons
                .iter()
                .map(|r| super::queue::likeness_word(context, *r).to_owned())
                .collect();
            Beside {
                href: format!("/redaktion/zusammenfuehren?kept={id}&merged={}", other.id),
                label: other.name,
                note: context.texts.list(&reasons),
            }
        })
        .collect())
}

/// What people have written about the entry and nobody has decided yet.
async fn suggestions(
    context: &Context,
    app: &App,
    author: &Author,
    id: ServiceId,
) -> Result<Vec<Beside>, Problem> {
    let states = SuggestionState::ALL.into_iter().filter(|state| state.is_open()).collect();
    let filter = SuggestionFilter { service_id: Some(id), states, ..SuggestionFilter::default() };
    let page = desk(app)?.list_suggestions(author, filter, SUGGESTIONS, 0).await?;
    Ok(page
        .suggestions
        .into_iter()
        .map(|found| Beside {
            href: format!("/redaktion/vorschlaege/{}", found.id),
            label: kind_word(context, found.kind).to_owned(),
            note: found.text.map(|text| first_words(&text.message)).unwrap_or_default(),
        })
        .collect())
}

/// The beginning of a text, for a list.
pub(super) fn first_words(text: &str) -> String {
    const LONGEST: usize = 120;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let mut short: String = line.chars().take(LONGEST).collect();
    short.push('…');
    short
}
