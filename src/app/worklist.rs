//! Everything that waits for an editor, entries and suggestions in one list.

use std::collections::BTreeMap;

use super::{
    AppError, Author, Desk, QueueItem, QueueKind, QueueOrder, QueueQuery, SuggestionFilter,
    SuggestionRecord,
};
use crate::domain::{SuggestionKind, SuggestionState};

/// Most suggestions looked at: a list that is longer is worked off from its top all the same.
const MOST: u32 = 5_000;

/// Why something waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WorkKind {
    /// An entry.
    Listing(QueueKind),
    /// A suggestion; praise and complaints have an inbox of their own.
    Suggestion(SuggestionKind),
}

impl WorkKind {
    /// The word used in URLs: `new`, `stale`, `suggested_correction` …
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::Listing(kind) => kind.as_str().to_owned(),
            Self::Suggestion(kind) => format!("suggested_{}", kind.as_str()),
        }
    }

    /// The kind named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.strip_prefix("suggested_") {
            Some(kind) => {
                SuggestionKind::parse(kind).filter(|kind| !kind.is_feedback()).map(Self::Suggestion)
            }
            None => QueueKind::parse(text).map(Self::Listing),
        }
    }

    /// All kinds, the most urgent first: what somebody has written and waits for, then what only grows old.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all = vec![
            Self::Listing(QueueKind::New),
            Self::Listing(QueueKind::Changed),
            Self::Listing(QueueKind::Translation),
        ];
        let suggested = SuggestionKind::ALL.into_iter().filter(|kind| !kind.is_feedback());
        all.extend(suggested.map(Self::Suggestion));
        let rest = QueueKind::ALL
            .into_iter()
            .filter(|k| !matches!(k, QueueKind::New | QueueKind::Changed | QueueKind::Translation));
        all.extend(rest.map(Self::Listing));
        all
    }

    /// Whether it is shown unless it is asked for by name.
    #[must_use]
    pub const fn is_usual(self) -> bool {
        !matches!(self, Self::Listing(QueueKind::Draft | QueueKind::Duplicate))
    }
}

/// Something that waits.
#[derive(Debug, Clone, PartialEq)]
pub enum WorkItem {
    /// An entry.
    Listing(QueueItem),
    /// A suggestion.
    Suggestion(SuggestionRecord),
}

impl WorkItem {
    /// Why it waits.
    #[must_use]
    pub const fn kind(&self) -> WorkKind {
        match self {
            Self::Listing(item) => WorkKind::Listing(item.kind),
            Self::Suggestion(record) => WorkKind::Suggestion(record.kind),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Listing(item) => &item.name,
            Self::Suggestion(record) => record.text.as_ref().map_or("", |text| &text.about),
        }
    }

    /// Since when it waits: RFC 3339 UTC, or a day; empty where that means nothing.
    #[must_use]
    pub fn since(&self) -> &str {
        match self {
            Self::Listing(item) => &item.since,
            Self::Suggestion(record) => &record.created_at,
        }
    }

    /// The likelier of two pairs that may be the same goes first.
    fn score(&self) -> f64 {
        match self {
            Self::Listing(item) => item.other.as_ref().map_or(0.0, |other| other.score),
            Self::Suggestion(_) => 0.0,
        }
    }
}

/// What of the list is wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkQuery {
    /// Only these kinds; empty = the usual ones.
    pub kinds: Vec<WorkKind>,
    /// Only what is called so.
    pub text: Option<String>,
    /// In which order.
    pub order: QueueOrder,
    /// How many to leave out.
    pub offset: usize,
    /// At most so many.
    pub limit: usize,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkPage {
    /// The items.
    pub items: Vec<WorkItem>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many there are of each kind, the kinds of the query apart.
    pub counts: BTreeMap<WorkKind, usize>,
}

impl Desk {
    /// What waits for an editor: versions, suggestions, samples, likely duplicates, what has become old.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn list_work(
        &self,
        author: &Author,
        query: &WorkQuery,
    ) -> Result<WorkPage, AppError> {
        let listings = QueueQuery {
            // Duplicates are compared only when they are asked for: that reads every entry.
            kinds: QueueKind::ALL
                .into_iter()
                .filter(|kind| {
                    *kind != QueueKind::Duplicate
                        || query.kinds.contains(&WorkKind::Listing(QueueKind::Duplicate))
                })
                .collect(),
            text: query.text.clone(),
            limit: usize::MAX,
            ..QueueQuery::default()
        };
        let found = self.list_queue(author, &listings).await?;
        let filter = SuggestionFilter {
            kinds: SuggestionKind::ALL.into_iter().filter(|kind| !kind.is_feedback()).collect(),
            states: SuggestionState::ALL.into_iter().filter(|state| state.is_open()).collect(),
            ..SuggestionFilter::default()
        };
        let suggestions = self.list_suggestions(author, filter, MOST, 0).await?.suggestions;
        let wanted = query.text.as_ref().map(|text| text.to_lowercase());
        let mut items: Vec<WorkItem> = found.items.into_iter().map(WorkItem::Listing).collect();
        items.extend(suggestions.into_iter().map(WorkItem::Suggestion).filter(|item| {
            wanted.as_ref().is_none_or(|text| item.name().to_lowercase().contains(text.as_str()))
        }));
        let mut page = page(items, query);
        self.fill_in_versions(&mut page.items).await?;
        Ok(page)
    }

    /// What the days alone bring is known from what is public; whoever decides about it from the list has to say which
    /// version they have seen.
    async fn fill_in_versions(&self, items: &mut [WorkItem]) -> Result<(), AppError> {
        for item in items {
            if let WorkItem::Listing(item) = item
                && item.version.is_none()
            {
                let record = self.store.find_listing(item.id).await?;
                item.version = record.map(|record| record.version);
            }
        }
        Ok(())
    }
}

/// Counts, filters, orders, cuts.
fn page(mut items: Vec<WorkItem>, query: &WorkQuery) -> WorkPage {
    let mut counts = BTreeMap::new();
    for item in &items {
        *counts.entry(item.kind()).or_insert(0) += 1;
    }
    items.retain(|item| match query.kinds.as_slice() {
        [] => item.kind().is_usual(),
        kinds => kinds.contains(&item.kind()),
    });
    let ranks = WorkKind::all();
    let rank = |kind: WorkKind| ranks.iter().position(|other| *other == kind);
    // Stable, so that pages neither repeat nor leave out: entries come ordered, suggestions by time.
    match query.order {
        QueueOrder::Urgency => items.sort_by(|a, b| {
            (rank(a.kind()), a.since())
                .cmp(&(rank(b.kind()), b.since()))
                .then(b.score().total_cmp(&a.score()))
        }),
        QueueOrder::Oldest => items.sort_by(|a, b| a.since().cmp(b.since())),
        QueueOrder::Newest => items.sort_by(|a, b| b.since().cmp(a.since())),
        QueueOrder::Name => items.sort_by_cached_key(|item| item.name().to_lowercase()),
    }
    let total = items.len();
    let items = items.into_iter().skip(query.offset).take(query.limit.max(1)).collect();
    WorkPage { items, total, counts }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_names_itself_and_is_listed_once() {
        let all = WorkKind::all();
        for kind in &all {
            assert_eq!(WorkKind::parse(&kind.word()), Some(*kind));
            assert_eq!(all.iter().filter(|other| *other == kind).count(), 1, "{kind:?}");
        }
        assert_eq!(all.len(), QueueKind::ALL.len() + 4);
        assert_eq!(WorkKind::parse("suggested_praise"), None);
    }
}
