//! What editors decide about versions, what is still to be looked at, and the history of an entry.

use super::error::failed;
use super::feed::Entity;
use super::revisions::Saved;
use super::text::{read_word, without_nul};
use super::tx::{Tx, execute};
use super::{DatabaseError, Store};
use crate::domain::{ChangeAction, Decision, DecisionKind, Listing, ReviewStatus, ServiceId};

/// A decision as it was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRecord {
    /// The version it is about.
    pub revision: i64,
    /// What.
    pub kind: DecisionKind,
    /// The words for the provider: reason or question.
    pub note: Option<String>,
    /// Who.
    pub actor: String,
    /// When, RFC 3339 UTC.
    pub at: String,
}

/// A version published without review that is to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The entry.
    pub service_id: ServiceId,
    /// The version.
    pub revision: i64,
    /// Since when, RFC 3339 UTC.
    pub since: String,
}

/// One line in the history of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEvent {
    /// Position in the change feed.
    pub seq: i64,
    /// When, RFC 3339 UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What happened to the record; a decision that shows nothing is an update.
    pub action: ChangeAction,
    /// The version that was written with it: its number, state and reason.
    pub written: Option<(i64, ReviewStatus, Option<String>)>,
    /// The version that is public after it, if it changed what is public: `Some(None)` = none any more.
    pub public: Option<Option<i64>>,
    /// The decision that was taken with it, and its words.
    pub decision: Option<(DecisionKind, Option<String>)>,
}

#[derive(Debug, sqlx::FromRow)]
struct EventRow {
    seq: i64,
    at: String,
    actor: String,
    entity: String,
    action: String,
    after_revision: Option<i64>,
    number: Option<i64>,
    review_status: Option<String>,
    reason: Option<String>,
    kind: Option<String>,
    note: Option<String>,
}

type DecisionRow = (i64, String, Option<String>, String, String);

const LAST_DECISION: &str = "SELECT revision, kind, note, actor, at FROM decision \
     WHERE service_id = $1 ORDER BY seq DESC LIMIT 1";

fn read_decision(id: ServiceId, row: DecisionRow) -> Result<DecisionRecord, DatabaseError> {
    let (revision, kind, note, actor, at) = row;
    let kind = read_kind(&format!("{id}/{revision}"), &kind)?;
    Ok(DecisionRecord { revision, kind, note, actor, at })
}

fn read_kind(row: &str, word: &str) -> Result<DecisionKind, DatabaseError> {
    read_word("decision", "kind", row, word, DecisionKind::parse)
}

fn read_event(row: EventRow) -> Result<HistoryEvent, DatabaseError> {
    let key = row.seq.to_string();
    let action = read_word("change", "action", &key, &row.action, ChangeAction::parse)?;
    let written = match (row.number, row.review_status) {
        (Some(number), Some(word)) => {
            let state = read_word("revision", "review_status", &key, &word, ReviewStatus::parse)?;
            Some((number, state, row.reason))
        }
        _ => None,
    };
    let public = match (&written, action) {
        _ if row.entity != Entity::Service.as_str() => None,
        (_, ChangeAction::Withdraw) => Some(None),
        (Some((number, ReviewStatus::Published, _)), _) => Some(Some(*number)),
        (Some(_), _) => None,
        // A version that was written before was published.
        (None, _) => Some(row.after_revision),
    };
    let decision =
        row.kind.map(|word| read_kind(&key, &word).map(|kind| (kind, row.note))).transpose()?;
    Ok(HistoryEvent {
        seq: row.seq,
        at: row.at,
        actor: row.actor,
        action,
        written,
        public,
        decision,
    })
}

impl Store {
    /// The history of an entry, newest first, below position `before` if given, at most `limit`.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_history(
        &self,
        id: ServiceId,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<HistoryEvent>, DatabaseError> {
        const LIST: &str = "SELECT c.seq, c.at, c.actor, c.entity, c.action, c.after_revision, \
             own.number, own.review_status, own.reason, d.kind, d.note FROM change c \
             LEFT JOIN revision own ON own.seq = c.seq LEFT JOIN decision d ON d.seq = c.seq \
             WHERE c.entity_id = $1 AND c.entity IN ('service', 'review') AND c.seq < $2 \
             ORDER BY c.seq DESC LIMIT $3";
        let rows: Vec<EventRow> = on_pool!(self, pool => {
            sqlx::query_as(LIST)
                .bind(id.to_string())
                .bind(before.unwrap_or(i64::MAX))
                .bind(i64::from(limit))
                .fetch_all(pool)
                .await
        })
        .map_err(failed("reading the history of an entry"))?;
        rows.into_iter().map(read_event).collect()
    }

    /// The last decision about an entry.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn last_decision(
        &self,
        id: ServiceId,
    ) -> Result<Option<DecisionRecord>, DatabaseError> {
        let row: Option<DecisionRow> = on_pool!(self, pool => {
            sqlx::query_as(LAST_DECISION).bind(id.to_string()).fetch_optional(pool).await
        })
        .map_err(failed("reading the decisions about an entry"))?;
        row.map(|row| read_decision(id, row)).transpose()
    }

    /// What was published without review and is still to be looked at, oldest first, at most `limit`.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_samples(&self, limit: u32) -> Result<Vec<Sample>, DatabaseError> {
        const LIST: &str =
            "SELECT service_id, revision, since FROM sample ORDER BY since, service_id LIMIT $1";
        let rows: Vec<(String, i64, String)> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(i64::from(limit)).fetch_all(pool).await
        })
        .map_err(failed("reading what is to be looked at"))?;
        rows.into_iter()
            .map(|(id, revision, since)| {
                let service_id =
                    read_word("sample", "service_id", &id, &id, |text| text.parse().ok())?;
                Ok(Sample { service_id, revision, since })
            })
            .collect()
    }
}

impl Tx {
    /// Sends the latest version back: refused, or as a draft with a question. What is public stays.
    ///
    /// # Errors
    /// [`DatabaseError::Conflict`] when the entry has changed meanwhile; [`DatabaseError::Nul`].
    pub async fn send_back(
        &mut self,
        id: ServiceId,
        decision: &Decision,
        expected_version: i64,
    ) -> Result<Saved, DatabaseError> {
        let head = self.expect_head(id, expected_version).await?;
        let key = id.to_string();
        self.bump(&key, Some(decision.target())).await?;
        let seq = self.append_review(&key, head.latest).await?;
        self.note_decision(id, head.latest, decision.kind(), decision.note(), seq).await?;
        Ok(Saved { revision: head.latest, version: head.version + 1, seq })
    }

    /// Notes that a version which is public already was looked at and found right.
    ///
    /// # Errors
    /// [`DatabaseError::Conflict`] when the entry has changed meanwhile.
    pub async fn approve(
        &mut self,
        id: ServiceId,
        expected_version: i64,
    ) -> Result<Saved, DatabaseError> {
        let head = self.expect_head(id, expected_version).await?;
        let revision = head.published.unwrap_or(head.latest);
        let seq = self.append_review(&id.to_string(), revision).await?;
        self.note_decision(id, revision, DecisionKind::Approve, None, seq).await?;
        Ok(Saved { revision, version: head.version, seq })
    }

    /// Notes that an editor has looked at an entry and left it as it is; the position in the change feed.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn note_looked_at(
        &mut self,
        id: ServiceId,
        revision: i64,
    ) -> Result<i64, DatabaseError> {
        self.append_review(&id.to_string(), revision).await
    }

    async fn append_review(&mut self, key: &str, revision: i64) -> Result<i64, DatabaseError> {
        let number = Some(revision);
        self.append_change(Entity::Review, key, ChangeAction::Update, number, number).await
    }

    /// Writes down the decision that was taken with the change at `seq`; what was to be looked at is done with.
    ///
    /// # Errors
    /// [`DatabaseError::Nul`]; as the database reports.
    pub async fn note_decision(
        &mut self,
        id: ServiceId,
        revision: i64,
        kind: DecisionKind,
        note: Option<&str>,
        seq: i64,
    ) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO decision \
             (seq, service_id, revision, kind, note, actor, at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
        note.map(|text| without_nul("the words of a decision", text)).transpose()?;
        let key = id.to_string();
        let kind = kind.as_str();
        let actor = &self.actor;
        execute!(
            self,
            "writing a decision",
            INSERT,
            seq,
            &key,
            revision,
            kind,
            note,
            actor,
            &self.at
        )?;
        self.close_sample(id).await
    }

    /// Puts a version published without review among those to be looked at.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn open_sample(&mut self, id: ServiceId, revision: i64) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO sample (service_id, revision, since) \
             VALUES ($1, $2, $3) ON CONFLICT (service_id) DO UPDATE SET revision = excluded.revision";
        execute!(
            self,
            "marking a version to be looked at",
            INSERT,
            id.to_string(),
            revision,
            &self.at
        )?;
        Ok(())
    }

    /// Takes an entry from those to be looked at.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn close_sample(&mut self, id: ServiceId) -> Result<(), DatabaseError> {
        const DELETE: &str = "DELETE FROM sample WHERE service_id = $1";
        execute!(self, "closing what was to be looked at", DELETE, id.to_string())?;
        Ok(())
    }

    /// The last decision about an entry, as this transaction sees it.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn last_decision(
        &mut self,
        id: ServiceId,
    ) -> Result<Option<DecisionRecord>, DatabaseError> {
        let row: Option<DecisionRow> = on_tx!(self, connection => {
            sqlx::query_as(LAST_DECISION).bind(id.to_string()).fetch_optional(&mut *connection).await
        })
        .map_err(failed("reading the decisions about an entry"))?;
        row.map(|row| read_decision(id, row)).transpose()
    }

    /// Appends a version in the name of who wrote its words: one that waits while the public one was renewed, or what a
    /// county package says and an editor takes over. The change itself is the actor's.
    ///
    /// # Errors
    /// As [`Tx::save_revision`].
    pub async fn carry_over(
        &mut self,
        listing: &Listing,
        state: ReviewStatus,
        writer: &str,
        reason: Option<&str>,
        expected_version: i64,
    ) -> Result<Saved, DatabaseError> {
        self.writer = Some(writer.to_owned());
        let saved = self.save_revision(listing, state, reason, expected_version).await;
        self.writer = None;
        saved
    }
}
