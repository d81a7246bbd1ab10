//! `GET /mein`: what is to be done first, then everything there is.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::Months;

use super::super::context::Context;
use super::super::respond;
use super::super::shell::{Shell, door};
use super::super::usage::{ReachLine, lines};
use super::Asker;
use super::listing_page::Notice;
use crate::app::{App, ListingSummary, TranslationTask, TranslationTaskKind};
use crate::domain::{
    CoordPrecision, DecisionKind, Listing, LocationDisclosure, ReviewStatus, ServiceId, Site, YesNo,
};
use crate::http::extract::RawQuery;
use crate::http::problem::Problem;
use crate::http::session::{DeskUser, Visitor};

/// Months of numbers on this page: this one and the one before.
const REACH_MONTHS: u32 = 2;

/// An entry in one of the lists.
struct Item {
    id: String,
    name: String,
    href: String,
    /// What is to be said of it; may be empty.
    note: String,
    /// The public version, for the button that confirms it.
    revision: String,
    /// What it lacks, in words.
    missing: Vec<&'static str>,
    state: &'static str,
}

/// An organization with its pages.
struct Own {
    name: String,
    href: String,
    table_href: String,
}

#[derive(Template)]
#[template(path = "mine/todo.html")]
struct TodoPage {
    shell: Shell,
    csrf: String,
    notices: Vec<Notice>,
    /// "2 Einträge bestätigen".
    confirm_title: String,
    confirm: Vec<Item>,
    answer: Vec<Item>,
    /// Translations that wait, were refused, or may be out of date.
    translations: Vec<Item>,
    lacking: Vec<Item>,
    all_title: String,
    all: Vec<Item>,
    organizations: Vec<Own>,
    /// What the entries brought, as far as anybody opened them.
    reach: Vec<ReachLine>,
    is_editor: bool,
}

door!(TodoPage);

pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let asker = Asker::new(&user, &visitor);
    let desk = super::desk(&app)?;
    let summaries = desk.list_own_listings(&asker.author).await?;
    // Editors have their own list.
    let tasks = if asker.author.is_editor() {
        Vec::new()
    } else {
        desk.list_translation_tasks(&asker.author).await?
    };
    let reach = desk.list_reach(&asker.author, REACH_MONTHS).await?;
    let mut page = TodoPage::new(&context, &asker, &summaries, &query);
    page.reach = lines(&context, &reach);
    page.translations = tasks.into_iter().map(|task| to_translate(&context, task)).collect();
    respond(StatusCode::OK, &page)
}

impl TodoPage {
    fn new(context: &Context, asker: &Asker, summaries: &[ListingSummary], query: &str) -> Self {
        let texts = context.texts;
        let all: Vec<Item> = summaries.iter().map(|summary| item(context, summary)).collect();
        let confirm: Vec<Item> = summaries.iter().filter_map(|s| to_confirm(context, s)).collect();
        let answer = summaries.iter().filter_map(|summary| to_answer(context, summary)).collect();
        let lacking = summaries.iter().map(|summary| item(context, summary));
        let lacking = lacking.filter(|item| !item.missing.is_empty()).collect();
        let own = asker.organizations(context).into_iter().map(|organization| Own {
            name: organization.name.clone(),
            href: format!("/mein/traeger/{}", organization.id),
            table_href: format!("/mein/traeger/{}/tabelle", organization.id),
        });
        Self {
            shell: Shell::new(&context.prepared, "desk", texts.t("mine-title"), "").hidden(true),
            csrf: asker.csrf.clone(),
            notices: confirmed(context, summaries, query).into_iter().collect(),
            confirm_title: texts.count("mine-confirm-title", confirm.len() as u64),
            confirm,
            answer,
            translations: Vec::new(),
            lacking,
            all_title: texts.count("mine-all-title", all.len() as u64),
            all,
            organizations: own.collect(),
            reach: Vec::new(),
            is_editor: asker.author.is_editor(),
        }
    }
}

/// That an entry was just confirmed.
fn confirmed(context: &Context, summaries: &[ListingSummary], query: &str) -> Option<Notice> {
    let id: ServiceId = query.strip_prefix("bestaetigt=")?.parse().ok()?;
    let summary = summaries.iter().find(|summary| summary.id == id)?;
    let title = context.texts.with("mine-confirmed", &[("name", (&summary.name).into())]);
    Some(Notice { class: "success", title, text: String::new() })
}

fn item(context: &Context, summary: &ListingSummary) -> Item {
    let listing = public(context, summary.id);
    let missing = listing.map(|listing| missing(&listing)).unwrap_or_default();
    let texts = context.texts;
    Item {
        id: summary.id.to_string(),
        name: summary.name.clone(),
        href: format!("/mein/angebote/{}", summary.id),
        note: String::new(),
        revision: summary.published_revision.map(|n| n.to_string()).unwrap_or_default(),
        missing: missing.into_iter().map(|key| texts.t(key)).collect(),
        state: texts.t(state(summary)),
    }
}

fn state(summary: &ListingSummary) -> &'static str {
    let public = summary.published_revision.is_some();
    match summary.review_status {
        ReviewStatus::Published => "mine-is-public",
        ReviewStatus::Draft if public => "mine-is-draft-public",
        ReviewStatus::Draft => "mine-is-draft",
        ReviewStatus::Pending if public => "mine-is-pending-public",
        ReviewStatus::Pending => "mine-is-pending",
        ReviewStatus::Rejected => "mine-is-rejected",
        ReviewStatus::Archived => "mine-is-archived",
    }
}

/// The entry as it is public now.
fn public(context: &Context, id: ServiceId) -> Option<Listing> {
    let site = *context.snapshot.sites_of(id).first()?;
    let view = context.snapshot.view(site, &context.moment)?;
    Some((*view.listing).clone())
}

/// A public entry whose last confirmation is older than the policy of its category wants.
fn to_confirm(context: &Context, summary: &ListingSummary) -> Option<Item> {
    let listing = public(context, summary.id)?;
    let category = listing.categories.first()?;
    let policy = context.reference().region.freshness_of(category.as_str());
    let today = context.moment.today();
    let due = |site: &Site| {
        let day = site.assurance.date.map(|date| date.first_day());
        let due =
            day.and_then(|day| day.checked_add_months(Months::new(policy.remind_after_months)));
        site.assurance.unconfirmed || due.is_none_or(|due| due <= today)
    };
    if !listing.sites.iter().any(due) {
        return None;
    }
    let oldest = listing.sites.iter().filter_map(|site| site.assurance.date).min();
    let note = match oldest {
        Some(date) => {
            let date = context.texts.partial_date(date);
            context.texts.with("mine-last-confirmed", &[("date", (&date).into())])
        }
        None => context.texts.t("mine-never-confirmed").to_owned(),
    };
    Some(Item { note, ..item(context, summary) })
}

/// An entry that an editor has sent back, with their words.
fn to_answer(context: &Context, summary: &ListingSummary) -> Option<Item> {
    let (kind, note, _) = summary.last_decision.as_ref()?;
    let open = match kind {
        DecisionKind::Reject => summary.review_status == ReviewStatus::Rejected,
        DecisionKind::AskBack => summary.review_status == ReviewStatus::Draft,
        _ => false,
    };
    open.then(|| Item { note: note.clone().unwrap_or_default(), ..item(context, summary) })
}

/// A translation that needs somebody.
fn to_translate(context: &Context, task: TranslationTask) -> Item {
    let key = match task.kind {
        TranslationTaskKind::Waiting => "translate-todo-waiting",
        TranslationTaskKind::Refused => "translate-todo-refused",
        TranslationTaskKind::Stale => "translate-todo-stale",
    };
    let language = context.texts.t(super::language_key(task.language));
    Item {
        id: task.id.to_string(),
        name: format!("{} ({language})", task.name),
        href: super::translations_href(task.id, Some(task.language)),
        note: task.note.unwrap_or_default(),
        revision: String::new(),
        missing: Vec::new(),
        state: context.texts.t(key),
    }
}

/// What people who look for help would miss.
fn missing(listing: &Listing) -> Vec<&'static str> {
    let mut keys = Vec::new();
    let mut lacks = |is: bool, key| {
        if is {
            keys.push(key);
        }
    };
    let sites = &listing.sites;
    let unreachable = |site: &Site| site.contact.is_empty() && listing.contact.is_empty();
    lacks(listing.description.trim().is_empty(), "mine-lacks-description");
    lacks(sites.iter().any(|site| site.schedule.is_empty()), "mine-lacks-hours");
    lacks(sites.iter().any(unreachable), "mine-lacks-contact");
    lacks(listing.free == YesNo::Unknown && listing.cost_text.is_none(), "mine-lacks-cost");
    lacks(listing.languages.is_empty() && listing.languages_text.is_none(), "mine-lacks-languages");
    let silent = |site: &Site| site.accessible == YesNo::Unknown && site.accessible_text.is_none();
    lacks(
        sites.iter().any(|site| site.site_type.is_walk_in() && silent(site)),
        "mine-lacks-access",
    );
    lacks(sites.iter().any(is_coarse), "mine-lacks-point");
    keys
}

/// Whether people go there and do not find it on the map.
fn is_coarse(site: &Site) -> bool {
    let open = matches!(
        site.disclosure,
        LocationDisclosure::Public | LocationDisclosure::MunicipalityOnly
    );
    let exact = |precision: CoordPrecision| precision.is_exact();
    let known = site.position.as_ref().is_some_and(|position| exact(position.precision));
    open && site.site_type.is_walk_in() && !known
}
