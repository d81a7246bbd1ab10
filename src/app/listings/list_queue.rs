//! What waits for an editor: one queue, most urgent first.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Author, Grounds};
use crate::app::open_atlas::off_the_async_threads;
use crate::app::{AppError, BrokenLink, Desk, LinkedEntry, TranslationTask, TranslationTaskKind};
use crate::atlas::{Moment, Query};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{
    DecisionKind, Language, Listing, OrganizationId, ReviewStatus, ServiceId, ServiceStatus,
};
use crate::store::{ListingSummary, SummaryQuery};

/// Most items looked at of each kind: a queue that is longer is worked off from its top all the same.
const MOST: u32 = 5_000;

/// Why an entry is in the queue. The order is that of urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QueueKind {
    /// A version waits, and nothing of the entry is public.
    New,
    /// A version waits while an older one is public.
    Changed,
    /// A translation waits; the last published one is public meanwhile.
    Translation,
    /// The day is over until which it was to be closed.
    ClosureOver,
    /// Published without review, to be looked at.
    Sample,
    /// Two entries may be the same.
    Duplicate,
    /// Confirmed too long ago.
    Stale,
    /// The German text of a public translation has changed since.
    StaleTranslation,
    /// A website it names has not answered several times.
    BrokenLink,
    /// A draft that was asked back and waits for its provider.
    AskedBack,
    /// A draft that nobody has submitted.
    Draft,
}

impl QueueKind {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::New,
        Self::Changed,
        Self::Translation,
        Self::ClosureOver,
        Self::Sample,
        Self::Duplicate,
        Self::Stale,
        Self::StaleTranslation,
        Self::BrokenLink,
        Self::AskedBack,
        Self::Draft,
    ];

    /// The word used in URLs and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Translation => "translation",
            Self::ClosureOver => "closure_over",
            Self::Sample => "sample",
            Self::Duplicate => "duplicate",
            Self::Stale => "stale",
            Self::StaleTranslation => "stale_translation",
            Self::BrokenLink => "broken_link",
            Self::AskedBack => "asked_back",
            Self::Draft => "draft",
        }
    }

    /// The kind named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum QueueOrder {
    /// By kind, and within a kind what has waited longest.
    #[default]
    Urgency,
    /// What has waited longest.
    Oldest,
    /// What came last.
    Newest,
    /// By name.
    Name,
}

/// What of the queue is wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueQuery {
    /// Only these kinds; empty = all but drafts nobody has submitted and duplicates.
    pub kinds: Vec<QueueKind>,
    /// Only entries of this organization.
    pub organization: Option<OrganizationId>,
    /// Only entries whose name holds this text, whatever its case.
    pub text: Option<String>,
    /// In which order.
    pub order: QueueOrder,
    /// How many to leave out.
    pub offset: usize,
    /// At most so many.
    pub limit: usize,
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QueueItem {
    /// Why.
    pub kind: QueueKind,
    /// The entry.
    pub id: ServiceId,
    /// Its name.
    pub name: String,
    /// The organization that owns it.
    pub organization_id: Option<OrganizationId>,
    /// The version it is about.
    pub revision: Option<i64>,
    /// Version of the record (`ETag`), where one was read.
    pub version: Option<i64>,
    /// Since when it waits: RFC 3339 UTC, or a day.
    pub since: String,
    /// Who wrote the version.
    pub author: Option<String>,
    /// The words that go with it: reason, question.
    pub note: Option<String>,
    /// The language, where it is about a translation.
    pub language: Option<Language>,
    /// The other entry, of a pair that may be the same; with how alike they are.
    pub other: Option<super::ListingDuplicate>,
}

/// A page of the queue.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QueuePage {
    /// The items.
    pub items: Vec<QueueItem>,
    /// How many there are in all.
    pub total: usize,
    /// How many there are of each kind, the kinds of the query apart.
    pub counts: BTreeMap<QueueKind, usize>,
}

impl Desk {
    /// What waits for an editor.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn list_queue(
        &self,
        author: &Author,
        query: &QueueQuery,
    ) -> Result<QueuePage, AppError> {
        may(&author.actor, Action::ReviewListing, Subject::default())?;
        let mut items = self.waiting().await?;
        items.extend(self.samples().await?);
        items
            .extend(self.list_translation_tasks(author).await?.into_iter().filter_map(translation));
        items.extend(self.list_broken_links(author).await?.into_iter().flat_map(broken));
        if let Some(grounds) = self.grounds.clone() {
            let today = self.today();
            items.extend(off_the_async_threads(move || by_day(&grounds, today)).await?);
        }
        if query.kinds.contains(&QueueKind::Duplicate) {
            items.extend(self.list_duplicates(author, MOST as usize).await?.into_iter().map(pair));
        }
        Ok(page(items, query))
    }

    /// Versions in the states that somebody has to do something about.
    async fn waiting(&self) -> Result<Vec<QueueItem>, AppError> {
        let mut items = Vec::new();
        for state in [ReviewStatus::Pending, ReviewStatus::Draft] {
            let query = SummaryQuery { review_status: Some(state), ..SummaryQuery::default() };
            items.extend(self.store.list_summaries(&query, MOST).await?.into_iter().map(waiting));
        }
        Ok(items)
    }

    async fn samples(&self) -> Result<Vec<QueueItem>, AppError> {
        let mut items = Vec::new();
        for sample in self.store.list_samples(MOST).await? {
            let Some(record) = self.store.find_listing(sample.service_id).await? else { continue };
            items.push(QueueItem {
                kind: QueueKind::Sample,
                id: sample.service_id,
                name: record.listing.name,
                organization_id: record.owner,
                revision: Some(sample.revision),
                version: Some(record.version),
                since: sample.since,
                author: Some(record.author),
                note: None,
                language: None,
                other: None,
            });
        }
        Ok(items)
    }
}

fn waiting(summary: ListingSummary) -> QueueItem {
    let asked = matches!(&summary.last_decision, Some((DecisionKind::AskBack, ..)));
    let kind = match (summary.review_status, summary.published_revision) {
        (ReviewStatus::Draft, _) if asked => QueueKind::AskedBack,
        (ReviewStatus::Draft, _) => QueueKind::Draft,
        (_, None) => QueueKind::New,
        (_, Some(_)) => QueueKind::Changed,
    };
    let question = summary.last_decision.and_then(|(_, note, _)| note);
    QueueItem {
        kind,
        id: summary.id,
        name: summary.name,
        organization_id: summary.owner,
        revision: Some(summary.latest_revision),
        version: Some(summary.version),
        since: summary.written_at,
        author: Some(summary.author),
        note: if kind == QueueKind::AskedBack { question } else { summary.reason },
        language: None,
        other: None,
    }
}

/// A translation that waits or does not fit any more; what was refused waits for who wrote it.
fn translation(task: TranslationTask) -> Option<QueueItem> {
    let kind = match task.kind {
        TranslationTaskKind::Waiting => QueueKind::Translation,
        TranslationTaskKind::Stale => QueueKind::StaleTranslation,
        TranslationTaskKind::Refused => return None,
    };
    Some(QueueItem {
        since: task.written_at,
        author: Some(task.author),
        language: Some(task.language),
        ..of_day(kind, task.id, task.name, task.owner, NaiveDate::MIN)
    })
}

/// The entries that name a website nobody answers at.
fn broken(link: BrokenLink) -> Vec<QueueItem> {
    let day = link.since.map_or(NaiveDate::MIN, |at| at.date_naive());
    let item = |entry: LinkedEntry| QueueItem {
        note: Some(link.check.url.clone()),
        ..of_day(QueueKind::BrokenLink, entry.id, entry.name, entry.organization_id, day)
    };
    link.entries.into_iter().map(item).collect()
}

fn pair(pair: super::DuplicatePair) -> QueueItem {
    QueueItem {
        other: Some(pair.other),
        ..of_day(QueueKind::Duplicate, pair.id, pair.name, None, NaiveDate::MIN)
    }
}

fn of_day(
    kind: QueueKind,
    id: ServiceId,
    name: String,
    organization_id: Option<OrganizationId>,
    day: NaiveDate,
) -> QueueItem {
    let since = if day == NaiveDate::MIN { String::new() } else { day.to_string() };
    QueueItem {
        kind,
        id,
        name,
        organization_id,
        revision: None,
        version: None,
        since,
        author: None,
        note: None,
        language: None,
        other: None,
    }
}

/// What the days alone bring: entries that have become stale, and closures that should be over.
fn by_day(grounds: &Grounds, today: NaiveDate) -> Vec<QueueItem> {
    let snapshot = grounds.atlas.snapshot();
    let moment = Moment { local: today.and_time(chrono::NaiveTime::MIN) };
    let mut stale = BTreeMap::new();
    for fact in snapshot.supply(&Query::default(), &moment) {
        if fact.is_stale(None, today) {
            let from = fact.stale_from.unwrap_or(NaiveDate::MIN);
            let first = stale.entry(fact.service_id).or_insert((from, fact.site));
            if from < first.0 {
                *first = (from, fact.site);
            }
        }
    }
    let view = |site| snapshot.view(site, &moment).map(|view| view.listing);
    let mut items: Vec<QueueItem> = stale
        .into_iter()
        .filter_map(|(id, (from, site))| {
            let listing = view(site)?;
            let (name, owner) = (listing.name.clone(), listing.organization_id);
            Some(of_day(QueueKind::Stale, id, name, owner, from))
        })
        .collect();
    let closed = snapshot.closed_services(&moment);
    items.extend(closed.into_iter().filter_map(view).filter_map(|listing| {
        let until = over_since(&listing, today)?;
        let (id, name) = (listing.id, listing.name.clone());
        Some(of_day(QueueKind::ClosureOver, id, name, listing.organization_id, until))
    }));
    items
}

/// The first day after a closure that should be over.
fn over_since(listing: &Listing, today: NaiveDate) -> Option<NaiveDate> {
    let until = listing.closure.as_ref()?.until?;
    let closed = listing.status == ServiceStatus::TemporarilyClosed;
    (closed && until < today).then(|| until.succ_opt().unwrap_or(today))
}

/// Filters, counts, orders, cuts.
fn page(mut items: Vec<QueueItem>, query: &QueueQuery) -> QueuePage {
    let text = query.text.as_deref().map(str::to_lowercase);
    items.retain(|item| {
        let owned = query.organization.is_none() || item.organization_id == query.organization;
        owned && text.as_ref().is_none_or(|text| item.name.to_lowercase().contains(text.as_str()))
    });
    let mut counts = BTreeMap::new();
    for item in &items {
        *counts.entry(item.kind).or_insert(0) += 1;
    }
    items.retain(|item| match query.kinds.as_slice() {
        [] => !matches!(item.kind, QueueKind::Draft | QueueKind::Duplicate),
        kinds => kinds.contains(&item.kind),
    });
    // Stable for equal items, so that pages neither repeat nor leave out.
    items.sort_by_key(|item| item.id);
    match query.order {
        QueueOrder::Urgency => items.sort_by(|a, b| {
            let score = |item: &QueueItem| item.other.as_ref().map_or(0.0, |other| other.score);
            let key = |item: &QueueItem| (item.kind, item.since.clone());
            key(a).cmp(&key(b)).then(score(b).total_cmp(&score(a)))
        }),
        QueueOrder::Oldest => items.sort_by(|a, b| a.since.cmp(&b.since)),
        QueueOrder::Newest => items.sort_by(|a, b| b.since.cmp(&a.since)),
        QueueOrder::Name => items.sort_by_cached_key(|item| item.name.to_lowercase()),
    }
    let total = items.len();
    let items = items.into_iter().skip(query.offset).take(query.limit.max(1)).collect();
    QueuePage { items, total, counts }
}
