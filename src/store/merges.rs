//! Merges as they have to be known to be undone: what stood before, and what was moved.

use serde::{Deserialize, Serialize};

use super::error::failed;
use super::import_cases::MovedCase;
use super::text::{from_json, read_word, time_text, to_json};
use super::tx::{Tx, execute};
use super::{DatabaseError, DecisionRecord, ListingRecord, Store};
use crate::domain::{DecisionKind, FeatureId, ReviewStatus, ServiceId};

/// With what a version was sent back to who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentBack {
    /// Refused, or asked back.
    pub kind: DecisionKind,
    /// The reason or the question.
    pub note: Option<String>,
    /// The version it is about; who wrote it may have gone on with it since.
    pub revision: i64,
}

/// Where an entry stood before it was merged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoodBefore {
    /// Where its latest version stood.
    pub review_status: ReviewStatus,
    /// Number of its latest version.
    pub latest_revision: i64,
    /// Number of its public version, if any.
    pub published_revision: Option<i64>,
    /// What the last decision about it was, if something was refused or asked back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_back: Option<SentBack>,
}

impl StoodBefore {
    /// Of a record as it stands, with the last decision about it.
    #[must_use]
    pub fn of(record: &ListingRecord, last: Option<DecisionRecord>) -> Self {
        let sent_back =
            last.filter(|last| matches!(last.kind, DecisionKind::Reject | DecisionKind::AskBack));
        Self {
            review_status: record.review_status,
            latest_revision: record.latest_revision,
            published_revision: record.published_revision,
            sent_back: sent_back.map(|DecisionRecord { kind, note, revision, .. }| SentBack {
                kind,
                note,
                revision,
            }),
        }
    }
}

/// An old id of an entry or site, and where it led.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedAlias {
    /// The old id.
    pub old_id: String,
    /// `service` or `site`.
    pub kind: String,
    /// The entry it led to.
    pub service_id: String,
    /// The site it led to.
    pub site_id: Option<String>,
    /// Since when it is no longer its own.
    pub since: String,
}

/// A row of the county package, and where it led.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedRow {
    /// The row.
    pub source_id: String,
    /// The entry it led to.
    pub service_id: String,
    /// The site it led to.
    pub site_id: String,
}

/// Views of a month that were counted for the entry that went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedViews {
    /// The month (`2026-11`).
    pub month: String,
    /// How many.
    pub views: i64,
}

/// Questions of a month that led to the entry that went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedLed {
    /// The month.
    pub month: String,
    /// What makes them alike.
    pub alike: String,
    /// How most of them were spelled.
    pub words: String,
    /// How many.
    pub asked: i64,
}

/// What stood before a merge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergeBefore {
    /// The entry that stayed.
    pub kept: StoodBefore,
    /// The entry that went.
    pub merged: StoodBefore,
    /// Old ids that led to the one that went, or to its sites.
    pub aliases: Vec<MovedAlias>,
    /// Ids that lead elsewhere only since the merge.
    pub added: Vec<String>,
    /// Rows of the package.
    pub rows: Vec<MovedRow>,
    /// Views.
    pub views: Vec<MovedViews>,
    /// Questions.
    pub led: Vec<MovedLed>,
    /// What a county package says otherwise of the entry that went; of merges before this was kept, nothing.
    #[serde(default)]
    pub import_case: Option<MovedCase>,
}

/// A merge that may still be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeUndo {
    /// The entry that went.
    pub merged: ServiceId,
    /// The entry that stayed.
    pub kept: ServiceId,
    /// When, RFC 3339 UTC.
    pub at: String,
    /// Version of the record that went, after the merge.
    pub merged_version: i64,
    /// Version of the record that stayed, after the merge.
    pub kept_version: i64,
    /// What stood before.
    pub before: MergeBefore,
}

type Row = (String, String, String, i64, i64, String);

const READING: &str = "reading a merge";
const WRITING: &str = "noting a merge";
const UNDOING: &str = "undoing a merge";

fn read(row: Row) -> Result<MergeUndo, DatabaseError> {
    const TABLE: &str = "merge_undo";
    let (merged, kept, at, merged_version, kept_version, before) = row;
    let id = |column, text: &str| read_word(TABLE, column, &merged, text, |text| text.parse().ok());
    Ok(MergeUndo {
        before: from_json(TABLE, "before", || merged.clone(), &before)?,
        kept: id("kept_id", &kept)?,
        merged: id("merged_id", &merged)?,
        at,
        merged_version,
        kept_version,
    })
}

impl Store {
    /// The last merge into an entry, if it was at `since` or later and nobody has written either record after it.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a row that cannot be read.
    pub async fn find_merge_into(
        &self,
        kept: ServiceId,
        since: chrono::DateTime<chrono::Utc>,
    ) -> Result<Option<MergeUndo>, DatabaseError> {
        const FIND: &str = "SELECT m.merged_id, m.kept_id, m.at, m.merged_version, \
             m.kept_version, m.before FROM merge_undo m \
             JOIN service k ON k.id = m.kept_id AND k.version = m.kept_version \
             JOIN service g ON g.id = m.merged_id AND g.version = m.merged_version \
             WHERE m.kept_id = $1 AND m.at >= $2 ORDER BY m.at DESC LIMIT 1";
        let row: Option<Row> = on_pool!(self, pool => {
            sqlx::query_as(FIND)
                .bind(kept.to_string())
                .bind(time_text(since))
                .fetch_optional(pool)
                .await
        })
        .map_err(failed(READING))?;
        row.map(read).transpose()
    }
}

impl Tx {
    /// What has to be known to undo that `old` became part of another entry: where ids lead that will be moved with it
    /// and with its sites. To be asked before [`Tx::save_merged`].
    ///
    /// # Errors
    /// As the database reports.
    pub async fn links_before_merge(
        &mut self,
        old: ServiceId,
        sites: &[(FeatureId, FeatureId)],
    ) -> Result<(Vec<MovedAlias>, Vec<MovedRow>), DatabaseError> {
        const ALIASES: &str = "SELECT old_id, kind, service_id, site_id, since FROM entry_alias \
             WHERE old_id = $1 OR service_id = $1 OR site_id = $1";
        const ROWS: &str = "SELECT source_id, service_id, service_at_location_id FROM id_alias \
             WHERE service_id = $1 OR service_at_location_id = $1";
        type AliasRow = (String, String, String, Option<String>, String);
        let mut aliases: Vec<MovedAlias> = Vec::new();
        let mut rows: Vec<MovedRow> = Vec::new();
        let gone = sites.iter().map(|(gone, _)| gone.to_string());
        for id in std::iter::once(old.to_string()).chain(gone) {
            let found: Vec<AliasRow> = on_tx!(self, connection => {
                sqlx::query_as(ALIASES).bind(&id).fetch_all(&mut *connection).await
            })
            .map_err(failed(READING))?;
            for (old_id, kind, service_id, site_id, since) in found {
                let alias = MovedAlias { old_id, kind, service_id, site_id, since };
                if !aliases.contains(&alias) {
                    aliases.push(alias);
                }
            }
            let found: Vec<(String, String, String)> = on_tx!(self, connection => {
                sqlx::query_as(ROWS).bind(&id).fetch_all(&mut *connection).await
            })
            .map_err(failed(READING))?;
            for (source_id, service_id, site_id) in found {
                let row = MovedRow { source_id, service_id, site_id };
                if !rows.contains(&row) {
                    rows.push(row);
                }
            }
        }
        Ok((aliases, rows))
    }

    /// Lets ids lead again where they led before a merge.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn restore_links(&mut self, before: &MergeBefore) -> Result<(), DatabaseError> {
        const DELETE: &str = "DELETE FROM entry_alias WHERE old_id = $1";
        const ALIAS: &str = "INSERT INTO entry_alias (old_id, kind, service_id, site_id, since) \
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (old_id) DO UPDATE SET \
             kind = excluded.kind, service_id = excluded.service_id, \
             site_id = excluded.site_id, since = excluded.since";
        const ROW: &str = "INSERT INTO id_alias (source_id, service_id, service_at_location_id) \
             VALUES ($1, $2, $3) ON CONFLICT (source_id) DO UPDATE SET \
             service_id = excluded.service_id, \
             service_at_location_id = excluded.service_at_location_id";
        for id in &before.added {
            execute!(self, UNDOING, DELETE, id)?;
        }
        for alias in &before.aliases {
            let MovedAlias { old_id, kind, service_id, site_id, since } = alias;
            execute!(self, UNDOING, ALIAS, old_id, kind, service_id, site_id, since)?;
        }
        for MovedRow { source_id, service_id, site_id } in &before.rows {
            execute!(self, UNDOING, ROW, source_id, service_id, site_id)?;
        }
        Ok(())
    }

    /// Notes a merge of this transaction's moment.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn save_merge_undo(
        &mut self,
        (merged, merged_version): (ServiceId, i64),
        (kept, kept_version): (ServiceId, i64),
        before: &MergeBefore,
    ) -> Result<(), DatabaseError> {
        const SAVE: &str = "INSERT INTO merge_undo \
             (merged_id, kept_id, at, merged_version, kept_version, before) \
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (merged_id) DO UPDATE SET \
             kept_id = excluded.kept_id, at = excluded.at, \
             merged_version = excluded.merged_version, kept_version = excluded.kept_version, \
             before = excluded.before";
        let before = to_json(|| format!("the merge of {merged}"), before)?;
        let (merged, kept) = (merged.to_string(), kept.to_string());
        let at = &self.at;
        execute!(self, WRITING, SAVE, merged, kept, at, merged_version, kept_version, before)?;
        Ok(())
    }

    /// How an entry became part of another, while that may be undone.
    ///
    /// # Errors
    /// As [`Store::find_merge_into`].
    pub async fn find_merge_undo(
        &mut self,
        merged: ServiceId,
    ) -> Result<Option<MergeUndo>, DatabaseError> {
        const FIND: &str = "SELECT merged_id, kept_id, at, merged_version, kept_version, before \
             FROM merge_undo WHERE merged_id = $1";
        let row: Option<Row> = on_tx!(self, connection => {
            sqlx::query_as(FIND).bind(merged.to_string()).fetch_optional(&mut *connection).await
        })
        .map_err(failed(READING))?;
        row.map(read).transpose()
    }

    /// Forgets how an entry became part of another: it was undone.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn forget_merge_undo(&mut self, merged: ServiceId) -> Result<(), DatabaseError> {
        const DELETE: &str = "DELETE FROM merge_undo WHERE merged_id = $1";
        execute!(self, UNDOING, DELETE, merged.to_string())?;
        Ok(())
    }

    /// Forgets merges before a time; they cannot be undone in one go any more. How many.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn forget_merges(
        &mut self,
        before: chrono::DateTime<chrono::Utc>,
    ) -> Result<u64, DatabaseError> {
        const DELETE: &str = "DELETE FROM merge_undo WHERE at < $1";
        execute!(self, "forgetting merges", DELETE, time_text(before))
    }
}
