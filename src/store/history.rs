//! What was public at a time that is over, read off the change feed and the versions.

use chrono::{DateTime, Utc};

use super::error::failed;
use super::published::{PublishedDocument, public_text};
use super::text::{read_word, time_text};
use super::{DatabaseError, Store};

const WHAT: &str = "reading what was public";

/// The last event before a time that said what is public of each entry. Such an event is a withdrawal, the saving of a
/// version that was published at once (it has the position of its version), or the publishing of a version saved before
/// (it has a position of its own); the saving of a proposal is none. A withdrawal names no version after it.
const PUBLIC_BEFORE: &str = "SELECT r.document, c.at FROM \
     (SELECT c.entity_id AS entity_id, MAX(c.seq) AS seq FROM change c \
      LEFT JOIN revision own ON own.seq = c.seq \
      WHERE c.entity = 'service' AND c.at < $1 \
      AND (c.action = 'withdraw' OR own.seq IS NULL OR own.review_status = 'published') \
      GROUP BY c.entity_id) last \
     JOIN change c ON c.seq = last.seq \
     JOIN revision r ON r.service_id = c.entity_id AND r.number = c.after_revision \
     ORDER BY c.seq";

impl Store {
    /// When the first entry was written; `None` = none ever was. Of earlier days nothing is known.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a time that is none.
    pub async fn first_record(&self) -> Result<Option<DateTime<Utc>>, DatabaseError> {
        const FIRST: &str = "SELECT at FROM change WHERE entity = 'service' ORDER BY seq LIMIT 1";
        let row: Option<(String,)> = on_pool!(self, pool => {
            sqlx::query_as(FIRST).fetch_optional(pool).await
        })
        .map_err(failed(WHAT))?;
        row.map(|(at,)| read_word("change", "at", "1", &at, |text| text.parse().ok())).transpose()
    }

    /// Every document that was public just before a time, in the order in which they were published; the last change of
    /// what is public of an entry counts. Reads the whole history of the entries: for analyses, not for pages.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn published_documents_at(
        &self,
        before: DateTime<Utc>,
    ) -> Result<Vec<PublishedDocument>, DatabaseError> {
        let before = time_text(before);
        let rows: Vec<(String, String)> = on_pool!(self, pool => {
            sqlx::query_as(PUBLIC_BEFORE).bind(&before).fetch_all(pool).await
        })
        .map_err(failed(WHAT))?;
        let document = |(document, last_modified): (String, String)| PublishedDocument {
            document: public_text(&document),
            last_modified,
        };
        Ok(rows.into_iter().map(document).collect())
    }
}
