//! The case after a case, and the one before it, by key: whoever decides one reads no list of all of them.

use super::error::failed;
use super::text::read_word;
use super::{DatabaseError, Store};
use crate::domain::ServiceId;

/// A part of the editors' list, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WaitingPart {
    /// Versions that wait while nothing of their entry is public.
    New,
    /// Versions that wait while an older one is public.
    Changed,
    /// Entries of which a county package says something else than people have written.
    SourceChanged,
    /// Entries that a county package no longer has.
    SourceGone,
    /// Versions published without review.
    Sample,
}

/// Where something stands within its part: since when it waits (RFC 3339 UTC), and which entry it is.
pub type WaitingKey = (String, ServiceId);

/// The statements of a part: what comes after a key, and what before it. Rows are compared as wholes, by an index.
macro_rules! keyed {
    ($from:literal, $since:literal, $id:literal) => {
        (
            concat!(
                "SELECT ",
                $since,
                ", ",
                $id,
                " FROM ",
                $from,
                " AND (",
                $since,
                ", ",
                $id,
                ") > ($1, $2) ORDER BY ",
                $since,
                ", ",
                $id,
                " LIMIT 1"
            ),
            concat!(
                "SELECT ",
                $since,
                ", ",
                $id,
                " FROM ",
                $from,
                " AND (",
                $since,
                ", ",
                $id,
                ") < ($1, $2) ORDER BY ",
                $since,
                " DESC, ",
                $id,
                " DESC LIMIT 1"
            ),
        )
    };
}

impl WaitingPart {
    /// All parts in their order.
    pub const ALL: [Self; 5] =
        [Self::New, Self::Changed, Self::SourceChanged, Self::SourceGone, Self::Sample];

    const fn statements(self) -> (&'static str, &'static str) {
        match self {
            // A version that waits was the last thing written of its entry: `last_modified` is since when it waits.
            Self::New => keyed!(
                "service WHERE review_status = 'pending' AND published_revision IS NULL",
                "last_modified",
                "id"
            ),
            Self::Changed => keyed!(
                "service WHERE review_status = 'pending' AND published_revision IS NOT NULL",
                "last_modified",
                "id"
            ),
            Self::SourceChanged => keyed!(
                "import_case WHERE state = 'open' AND document IS NOT NULL",
                "since",
                "service_id"
            ),
            Self::SourceGone => keyed!(
                "import_case WHERE state = 'open' AND document IS NULL",
                "since",
                "service_id"
            ),
            Self::Sample => keyed!("sample WHERE revision > 0", "since", "service_id"),
        }
    }
}

const WHAT: &str = "looking for the next case";
/// Behind every time there is.
const LAST: &str = "9999";

impl Store {
    /// What comes next in a part: behind a key, or the first of all.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn next_waiting(
        &self,
        part: WaitingPart,
        after: Option<&WaitingKey>,
    ) -> Result<Option<WaitingKey>, DatabaseError> {
        let (since, id) = after.map_or((String::new(), String::new()), bound);
        self.one_waiting(part.statements().0, since, id).await
    }

    /// What comes before a key in a part, or the last of all.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn previous_waiting(
        &self,
        part: WaitingPart,
        before: Option<&WaitingKey>,
    ) -> Result<Option<WaitingKey>, DatabaseError> {
        let (since, id) = before.map_or((LAST.to_owned(), String::new()), bound);
        self.one_waiting(part.statements().1, since, id).await
    }

    async fn one_waiting(
        &self,
        statement: &'static str,
        since: String,
        id: String,
    ) -> Result<Option<WaitingKey>, DatabaseError> {
        let row: Option<(String, String)> = on_pool!(self, pool => {
            sqlx::query_as(statement).bind(since).bind(id).fetch_optional(pool).await
        })
        .map_err(failed(WHAT))?;
        row.map(|(since, id)| {
            let id = read_word("service", "id", &id, &id, |text| text.parse().ok())?;
            Ok((since, id))
        })
        .transpose()
    }

    /// Since when an entry is to be looked at that was published without review.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_sample(&self, id: ServiceId) -> Result<Option<String>, DatabaseError> {
        const FIND: &str = "SELECT since FROM sample WHERE service_id = $1";
        let row: Option<(String,)> = on_pool!(self, pool => {
            sqlx::query_as(FIND).bind(id.to_string()).fetch_optional(pool).await
        })
        .map_err(failed(WHAT))?;
        Ok(row.map(|(since,)| since))
    }
}

fn bound((since, id): &WaitingKey) -> (String, String) {
    (since.clone(), id.to_string())
}
