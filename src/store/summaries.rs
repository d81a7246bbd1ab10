//! Entries in lists: what a desk shows of each without reading its document.

use super::error::failed;
use super::text::read_word;
use super::{DatabaseError, Store};
use crate::domain::{DecisionKind, OrganizationId, ReviewStatus, ServiceId};

/// What a list shows of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingSummary {
    /// The entry.
    pub id: ServiceId,
    /// Its name: that of the public version, or of the latest where none is public.
    pub name: String,
    /// The organization that owns it.
    pub owner: Option<OrganizationId>,
    /// Where its latest version stands.
    pub review_status: ReviewStatus,
    /// Version of the record (`ETag`).
    pub version: i64,
    /// Number of the latest version.
    pub latest_revision: i64,
    /// Number of the public version, if any.
    pub published_revision: Option<i64>,
    /// Who wrote the latest version.
    pub author: String,
    /// When the latest version was written, RFC 3339 UTC.
    pub written_at: String,
    /// Why, in the author's words.
    pub reason: Option<String>,
    /// The last decision about the entry, with its words and the version it is about.
    pub last_decision: Option<(DecisionKind, Option<String>, i64)>,
    /// When the record was last written, RFC 3339 UTC.
    pub last_modified: String,
}

/// Which entries, in id order.
#[derive(Debug, Clone, Copy, Default)]
pub struct SummaryQuery {
    /// Only those of this organization.
    pub owner: Option<OrganizationId>,
    /// Only those in this state.
    pub review_status: Option<ReviewStatus>,
    /// Only those behind this id.
    pub after: Option<ServiceId>,
}

#[derive(Debug, sqlx::FromRow)]
struct Row {
    id: String,
    name: String,
    organization_id: Option<String>,
    review_status: String,
    version: i64,
    latest_revision: i64,
    published_revision: Option<i64>,
    author: String,
    created_at: String,
    reason: Option<String>,
    kind: Option<String>,
    note: Option<String>,
    decided: Option<i64>,
    last_modified: String,
}

fn read(row: Row) -> Result<ListingSummary, DatabaseError> {
    let key = row.id;
    let owner = row
        .organization_id
        .map(|text| read_word("service", "organization_id", &key, &text, |t| t.parse().ok()))
        .transpose()?;
    let kind = row
        .kind
        .map(|word| read_word("decision", "kind", &key, &word, DecisionKind::parse))
        .transpose()?;
    let state = &row.review_status;
    Ok(ListingSummary {
        id: read_word("service", "id", &key, &key, |text| text.parse().ok())?,
        name: row.name,
        owner,
        review_status: read_word("service", "review_status", &key, state, ReviewStatus::parse)?,
        version: row.version,
        latest_revision: row.latest_revision,
        published_revision: row.published_revision,
        author: row.author,
        written_at: row.created_at,
        reason: row.reason,
        last_decision: kind.zip(row.decided).map(|(kind, decided)| (kind, row.note, decided)),
        last_modified: row.last_modified,
    })
}

impl Store {
    /// The entries of a query, in id order, at most `limit`.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_summaries(
        &self,
        query: &SummaryQuery,
        limit: u32,
    ) -> Result<Vec<ListingSummary>, DatabaseError> {
        const LIST: &str = "SELECT s.id, s.name, s.organization_id, s.review_status, s.version, \
             s.latest_revision, s.published_revision, r.author, r.created_at, r.reason, \
             d.kind, d.note, d.revision AS decided, s.last_modified FROM service s \
             JOIN revision r ON r.service_id = s.id AND r.number = s.latest_revision \
             LEFT JOIN decision d ON d.seq = \
             (SELECT MAX(own.seq) FROM decision own WHERE own.service_id = s.id) \
             WHERE ($1 IS NULL OR s.organization_id = $1) \
             AND ($2 IS NULL OR s.review_status = $2) AND s.id > $3 ORDER BY s.id LIMIT $4";
        let rows: Vec<Row> = on_pool!(self, pool => {
            sqlx::query_as(LIST)
                .bind(query.owner.map(|id| id.to_string()))
                .bind(query.review_status.map(ReviewStatus::as_str))
                .bind(query.after.map(|id| id.to_string()).unwrap_or_default())
                .bind(i64::from(limit))
                .fetch_all(pool)
                .await
        })
        .map_err(failed("listing entries"))?;
        rows.into_iter().map(read).collect()
    }
}
