//! Reading entries back.

use super::error::failed;
use super::text::{from_json, read_word};
use super::tx::Tx;
use super::{DatabaseError, Store};
use crate::domain::{FeatureId, Listing, OrganizationId, ReviewStatus, Revision, ServiceId};

/// An entry as it stands: its latest version and where that is.
#[derive(Debug, Clone, PartialEq)]
pub struct ListingRecord {
    /// The latest version, public or not.
    pub listing: Listing,
    /// Version of the record, for the optimistic lock (`ETag`).
    pub version: i64,
    /// Where the latest version stands.
    pub review_status: ReviewStatus,
    /// The organization that owns it: that of the published version, or of the latest where none is published.
    pub owner: Option<OrganizationId>,
    /// Number of the latest version.
    pub latest_revision: i64,
    /// Number of the public version, if any.
    pub published_revision: Option<i64>,
    /// Who wrote the latest version.
    pub author: String,
    /// When the entry was added, RFC 3339 UTC.
    pub created_at: String,
    /// When it was last written, RFC 3339 UTC.
    pub last_modified: String,
}

#[derive(Debug, sqlx::FromRow)]
struct ListingRow {
    document: String,
    version: i64,
    review_status: String,
    organization_id: Option<String>,
    latest_revision: i64,
    published_revision: Option<i64>,
    author: String,
    created_at: String,
    last_modified: String,
}

const FIND: &str = "SELECT r.document, s.version, s.review_status, s.organization_id, \
     s.latest_revision, s.published_revision, r.author, s.created_at, s.last_modified \
     FROM service s JOIN revision r ON r.service_id = s.id AND r.number = s.latest_revision \
     WHERE s.id = $1";
const FIND_REVISION: &str = "SELECT number, review_status, author, created_at, reason, document \
     FROM revision WHERE service_id = $1 AND number = $2";
/// The versions below a number since the one that is public (or was public last) that may hold a protected site: the word
/// stands in every document that has one (`disclosure` or `site_type`).
const FIND_PROTECTED: &str = "SELECT r.number, r.review_status, r.author, r.created_at, r.reason, \
     r.document FROM revision r JOIN service s ON s.id = r.service_id \
     WHERE r.service_id = $1 AND r.number < $2 AND r.number >= COALESCE(s.published_revision, \
     (SELECT c.before_revision FROM change c WHERE c.entity_id = $1 AND c.entity = 'service' \
     AND c.action = 'withdraw' ORDER BY c.seq DESC LIMIT 1), 1) \
     AND r.document LIKE '%\"protected\"%' ORDER BY r.number";
const WHAT: &str = "reading an entry";
const READING_PROTECTED: &str = "reading where an entry was protected";

fn read_review_status(
    table: &'static str,
    row: &str,
    word: &str,
) -> Result<ReviewStatus, DatabaseError> {
    read_word(table, "review_status", row, word, ReviewStatus::parse)
}

fn read_listing(id: ServiceId, row: ListingRow) -> Result<ListingRecord, DatabaseError> {
    let key = id.to_string();
    let number = row.latest_revision;
    let owner = row
        .organization_id
        .map(|text| read_word("service", "organization_id", &key, &text, |t| t.parse().ok()))
        .transpose()?;
    Ok(ListingRecord {
        listing: from_json("revision", "document", || format!("{key}/{number}"), &row.document)?,
        version: row.version,
        review_status: read_review_status("service", &key, &row.review_status)?,
        owner,
        latest_revision: number,
        published_revision: row.published_revision,
        author: row.author,
        created_at: row.created_at,
        last_modified: row.last_modified,
    })
}

type RevisionRow = (i64, String, String, String, Option<String>, String);

fn read_revision(service_id: ServiceId, row: RevisionRow) -> Result<Revision, DatabaseError> {
    let (number, review_status, author, created_at, reason, document) = row;
    let key = format!("{service_id}/{number}");
    Ok(Revision {
        service_id,
        number,
        review_status: read_review_status("revision", &key, &review_status)?,
        author,
        created_at,
        reason,
        listing: from_json("revision", "document", || key.clone(), &document)?,
    })
}

impl Store {
    /// The entry, whatever its state.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a document that cannot be read.
    pub async fn find_listing(
        &self,
        id: ServiceId,
    ) -> Result<Option<ListingRecord>, DatabaseError> {
        let row: Option<ListingRow> = on_pool!(self, pool => {
            sqlx::query_as(FIND).bind(id.to_string()).fetch_optional(pool).await
        })
        .map_err(failed(WHAT))?;
        row.map(|row| read_listing(id, row)).transpose()
    }

    /// The versions of an entry, newest first, at most `limit`, below number `before` if given.
    ///
    /// # Errors
    /// As [`Store::find_listing`].
    pub async fn list_revisions(
        &self,
        id: ServiceId,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<Revision>, DatabaseError> {
        const LIST: &str = "SELECT number, review_status, author, created_at, reason, document \
             FROM revision WHERE service_id = $1 AND number < $2 ORDER BY number DESC LIMIT $3";
        let rows: Vec<RevisionRow> = on_pool!(self, pool => {
            sqlx::query_as(LIST)
                .bind(id.to_string())
                .bind(before.unwrap_or(i64::MAX))
                .bind(i64::from(limit))
                .fetch_all(pool)
                .await
        })
        .map_err(failed("reading the versions of an entry"))?;
        rows.into_iter().map(|row| read_revision(id, row)).collect()
    }

    /// The ids of all entries with state and record version, in id order, after `after`, at most `limit`.
    ///
    /// # Errors
    /// As [`Store::find_listing`].
    pub async fn list_services(
        &self,
        after: Option<ServiceId>,
        limit: u32,
    ) -> Result<Vec<(ServiceId, ReviewStatus, i64)>, DatabaseError> {
        const LIST: &str = "SELECT id, review_status, version FROM service \
             WHERE id > $1 ORDER BY id LIMIT $2";
        let after = after.map(|id| id.to_string()).unwrap_or_default();
        let rows: Vec<(String, String, i64)> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(after).bind(i64::from(limit)).fetch_all(pool).await
        })
        .map_err(failed("listing the entries"))?;
        rows.into_iter()
            .map(|(id, status, version)| {
                let key = read_word("service", "id", &id, &id, |text| text.parse().ok())?;
                Ok((key, read_review_status("service", &id, &status)?, version))
            })
            .collect()
    }

    /// Where the row of a county package went: the entry and the site made of it, published at least once.
    ///
    /// # Errors
    /// As [`Store::find_listing`].
    pub async fn find_alias(
        &self,
        source_id: &str,
    ) -> Result<Option<(ServiceId, FeatureId)>, DatabaseError> {
        const FIND_ALIAS: &str =
            "SELECT service_id, service_at_location_id FROM id_alias WHERE source_id = $1";
        if source_id.contains('\0') {
            return Ok(None);
        }
        let row: Option<(String, String)> = on_pool!(self, pool => {
            sqlx::query_as(FIND_ALIAS).bind(source_id).fetch_optional(pool).await
        })
        .map_err(failed("looking up an old id"))?;
        row.map(|(service, site)| {
            let read = |text: &str| text.parse().ok();
            let site_id =
                read_word("id_alias", "service_at_location_id", source_id, &site, |text| {
                    text.parse().ok()
                })?;
            Ok((read_word("id_alias", "service_id", source_id, &service, read)?, site_id))
        })
        .transpose()
    }
}

impl Store {
    /// One version of an entry.
    ///
    /// # Errors
    /// As [`Store::find_listing`].
    pub async fn find_revision(
        &self,
        id: ServiceId,
        number: i64,
    ) -> Result<Option<Revision>, DatabaseError> {
        let row: Option<RevisionRow> = on_pool!(self, pool => {
            sqlx::query_as(FIND_REVISION)
                .bind(id.to_string())
                .bind(number)
                .fetch_optional(pool)
                .await
        })
        .map_err(failed("reading a version"))?;
        row.map(|row| read_revision(id, row)).transpose()
    }
}

impl Store {
    /// As [`Tx::list_protected_versions`].
    ///
    /// # Errors
    /// As [`Store::find_listing`].
    pub async fn list_protected_versions(
        &self,
        id: ServiceId,
        below: i64,
    ) -> Result<Vec<Listing>, DatabaseError> {
        let rows: Vec<RevisionRow> = on_pool!(self, pool => {
            sqlx::query_as(FIND_PROTECTED).bind(id.to_string()).bind(below).fetch_all(pool).await
        })
        .map_err(failed(READING_PROTECTED))?;
        rows.into_iter().map(|row| Ok(read_revision(id, row)?.listing)).collect()
    }
}

impl Tx {
    /// The versions of an entry below number `below`, from the public one on, that may hold a protected site. Of an
    /// entry that is not public: from the one on that was public last, or all.
    ///
    /// # Errors
    /// As [`Store::find_listing`].
    pub async fn list_protected_versions(
        &mut self,
        id: ServiceId,
        below: i64,
    ) -> Result<Vec<Listing>, DatabaseError> {
        let rows: Vec<RevisionRow> = on_tx!(self, connection => {
            sqlx::query_as(FIND_PROTECTED)
                .bind(id.to_string())
                .bind(below)
                .fetch_all(&mut *connection)
                .await
        })
        .map_err(failed(READING_PROTECTED))?;
        rows.into_iter().map(|row| Ok(read_revision(id, row)?.listing)).collect()
    }

    /// One version of an entry, as this transaction sees it.
    ///
    /// # Errors
    /// As [`Store::find_listing`].
    pub async fn find_revision(
        &mut self,
        id: ServiceId,
        number: i64,
    ) -> Result<Option<Revision>, DatabaseError> {
        let row: Option<RevisionRow> = on_tx!(self, connection => {
            sqlx::query_as(FIND_REVISION)
                .bind(id.to_string())
                .bind(number)
                .fetch_optional(&mut *connection)
                .await
        })
        .map_err(failed("reading a version"))?;
        row.map(|row| read_revision(id, row)).transpose()
    }

    /// The newest version of an entry that `author` wrote, as this transaction sees it.
    ///
    /// # Errors
    /// As [`Store::find_listing`].
    pub async fn find_last_version_by(
        &mut self,
        id: ServiceId,
        author: &str,
    ) -> Result<Option<Revision>, DatabaseError> {
        const FIND_LAST: &str = "SELECT number, review_status, author, created_at, reason, \
             document FROM revision WHERE service_id = $1 AND author = $2 \
             ORDER BY number DESC LIMIT 1";
        let row: Option<RevisionRow> = on_tx!(self, connection => {
            sqlx::query_as(FIND_LAST)
                .bind(id.to_string())
                .bind(author)
                .fetch_optional(&mut *connection)
                .await
        })
        .map_err(failed("reading a version"))?;
        row.map(|row| read_revision(id, row)).transpose()
    }

    /// The entry, whatever its state, as this transaction sees it.
    ///
    /// # Errors
    /// As [`Store::find_listing`].
    pub async fn find_listing(
        &mut self,
        id: ServiceId,
    ) -> Result<Option<ListingRecord>, DatabaseError> {
        let row: Option<ListingRow> = on_tx!(self, connection => {
            sqlx::query_as(FIND).bind(id.to_string()).fetch_optional(&mut *connection).await
        })
        .map_err(failed(WHAT))?;
        row.map(|row| read_listing(id, row)).transpose()
    }
}
