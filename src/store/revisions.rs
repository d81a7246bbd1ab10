//! Writing entries: append a version, publish it, take it out.

use super::feed::Entity;
use super::text::{check_numbers, from_json, to_json, without_nul};
use super::tx::{Tx, execute, insert_rows};
use super::{DatabaseError, error::failed};
use crate::domain::{ChangeAction, Listing, ReviewStatus, ServiceId};

/// What a write to an entry led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// Number of the version it is about.
    pub revision: i64,
    /// Version of the record, for the next optimistic lock (`ETag`).
    pub version: i64,
    /// Position in the change feed.
    pub seq: i64,
}

/// Entries that are added together.
const ADD_AT_ONCE: usize = 256;

/// A new entry on its way into the tables.
#[derive(Debug)]
struct NewRow<'a> {
    seq: i64,
    id: String,
    organization_id: Option<String>,
    name: &'a str,
    status: &'static str,
    document: String,
}

impl<'a> NewRow<'a> {
    fn new(seq: i64, listing: &'a Listing, document: String) -> Self {
        Self {
            seq,
            id: listing.id.to_string(),
            organization_id: listing.organization_id.map(|id| id.to_string()),
            name: &listing.name,
            status: listing.status.as_str(),
            document,
        }
    }
}

/// Where an entry stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    pub(super) version: i64,
    pub(super) latest: i64,
    pub(super) published: Option<i64>,
}

const INSERT_SERVICE: &str = "INSERT INTO service (id, organization_id, name, review_status, \
     status, version, latest_revision, published_revision, published_seq, published_at, \
     created_at, last_modified) \
     VALUES ($1, $2, $3, $4, $5, 1, 1, $6, $7, $8, $9, $9) ON CONFLICT (id) DO NOTHING";
/// The owner changes with what is published: a proposal gives no rights over the entry.
const ADVANCE_SERVICE: &str = "UPDATE service SET version = version + 1, \
     latest_revision = latest_revision + 1, review_status = $2, last_modified = $3, \
     organization_id = CASE WHEN published_revision IS NULL THEN $4 ELSE organization_id END, \
     name = CASE WHEN published_revision IS NULL THEN $5 ELSE name END, \
     status = CASE WHEN published_revision IS NULL THEN $6 ELSE status END \
     WHERE id = $1";
const MARK_PUBLISHED: &str = "UPDATE service SET review_status = 'published', \
     published_revision = $2, published_seq = $3, published_at = $4, last_modified = $4, \
     organization_id = $5, name = $6, status = $7 WHERE id = $1";
const INSERT_REVISION: &str = "INSERT INTO revision \
     (seq, service_id, number, review_status, author, created_at, reason, document) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
const LATEST_DOCUMENT: &str = "SELECT r.seq, r.document FROM service s \
     JOIN revision r ON r.service_id = s.id AND r.number = s.latest_revision WHERE s.id = $1";

impl Tx {
    /// Appends a version of an entry; with [`ReviewStatus::Published`] it becomes public in the same step,
    /// otherwise the last published one stays public.
    ///
    /// `expected_version` is the version the writer has seen, 0 for a new entry.
    ///
    /// # Errors
    /// [`DatabaseError::Conflict`] when the entry has changed meanwhile, [`DatabaseError::Nul`],
    /// [`DatabaseError::UnknownReference`] for an unknown organization. The caller then drops the transaction.
    pub async fn save_revision(
        &mut self,
        listing: &Listing,
        review_status: ReviewStatus,
        reason: Option<&str>,
        expected_version: i64,
    ) -> Result<Saved, DatabaseError> {
        check_numbers(listing)?;
        let document = to_json(|| format!("entry {}", listing.id), listing)?;
        reason.map(|text| without_nul("the reason of a version", text)).transpose()?;
        let id = listing.id.to_string();
        if expected_version == 0 {
            return self.save_first(listing, &id, review_status, reason, &document).await;
        }
        let head = self.expect_head(listing.id, expected_version).await?;
        let number = head.latest + 1;
        execute!(
            self,
            "saving a version",
            ADVANCE_SERVICE,
            &id,
            review_status.as_str(),
            &self.at,
            listing.organization_id.map(|o| o.to_string()),
            &listing.name,
            listing.status.as_str(),
        )?;
        let seq = self
            .append_change(
                Entity::Service,
                &id,
                ChangeAction::Update,
                Some(head.latest),
                Some(number),
            )
            .await?;
        self.insert_revision(seq, &id, number, review_status, reason, &document).await?;
        if review_status == ReviewStatus::Published {
            self.mark_published(listing, &id, number, seq).await?;
            if head.published.is_some() {
                self.clear_projection(&id).await?;
            }
            self.project([listing]).await?;
        }
        Ok(Saved { revision: number, version: head.version + 1, seq })
    }

    /// Adds many new entries, each published at once as its version 1; for loading, much quicker than one by one.
    ///
    /// # Errors
    /// As [`Tx::save_revision`]; [`DatabaseError::Duplicate`] for an entry that is there already.
    pub async fn add_published(&mut self, listings: &[Listing]) -> Result<(), DatabaseError> {
        for some in listings.chunks(ADD_AT_ONCE) {
            let mut rows = Vec::with_capacity(some.len());
            for (seq, listing) in (self.last_seq + 1..).zip(some) {
                check_numbers(listing)?;
                let document = to_json(|| format!("entry {}", listing.id), listing)?;
                rows.push(NewRow::new(seq, listing, document));
            }
            self.insert_published(&rows).await?;
            self.last_seq = rows.last().map_or(self.last_seq, |row| row.seq);
            self.project(some).await?;
        }
        Ok(())
    }

    /// The root, the change and the document of new entries.
    async fn insert_published(&mut self, rows: &[NewRow<'_>]) -> Result<(), DatabaseError> {
        const WHAT: &str = "adding entries";
        const SERVICES: &str = "INSERT INTO service (id, organization_id, name, review_status, \
             status, version, latest_revision, published_revision, published_seq, published_at, \
             created_at, last_modified) ";
        const CHANGES: &str = "INSERT INTO change (seq, at, actor, entity, entity_id, action, \
             before_revision, after_revision) ";
        const REVISIONS: &str = "INSERT INTO revision (seq, service_id, number, review_status, \
             author, created_at, reason, document) ";
        let (at, actor) = (self.at.clone(), self.actor.clone());
        let published = ReviewStatus::Published.as_str();
        insert_rows!(
            self,
            WHAT,
            SERVICES,
            "",
            rows,
            |row| &row.id,
            &row.organization_id,
            row.name,
            published,
            row.status,
            1_i64,
            1_i64,
            1_i64,
            row.seq,
            &at,
            &at,
            &at,
        );
        insert_rows!(
            self,
            WHAT,
            CHANGES,
            "",
            rows,
            |row| row.seq,
            &at,
            &actor,
            Entity::Service.as_str(),
            &row.id,
            ChangeAction::Create.as_str(),
            None::<i64>,
            1_i64,
        );
        insert_rows!(
            self,
            WHAT,
            REVISIONS,
            "",
            rows,
            |row| row.seq,
            &row.id,
            1_i64,
            published,
            &actor,
            &at,
            None::<&str>,
            &row.document,
        );
        Ok(())
    }

    /// Makes the latest version public.
    ///
    /// # Errors
    /// As [`Tx::save_revision`]; [`DatabaseError::UnknownReference`] at commit for an unknown term.
    pub async fn publish(
        &mut self,
        id: ServiceId,
        expected_version: i64,
    ) -> Result<Saved, DatabaseError> {
        let head = self.expect_head(id, expected_version).await?;
        let key = id.to_string();
        let (revision_seq, document): (i64, String) = on_tx!(self, connection => {
            sqlx::query_as(LATEST_DOCUMENT).bind(&key).fetch_one(&mut *connection).await
        })
        .map_err(failed("reading the version to publish"))?;
        let row = || format!("{key}/{}", head.latest);
        let listing: Listing = from_json("revision", "document", row, &document)?;
        self.bump(&key, None).await?;
        let seq = self
            .append_change(
                Entity::Service,
                &key,
                ChangeAction::Update,
                head.published,
                Some(head.latest),
            )
            .await?;
        self.mark_published(&listing, &key, head.latest, revision_seq).await?;
        self.clear_projection(&key).await?;
        self.project([&listing]).await?;
        Ok(Saved { revision: head.latest, version: head.version + 1, seq })
    }

    /// Takes an entry out of the public view and archives it; its versions stay.
    ///
    /// # Errors
    /// [`DatabaseError::Conflict`] when the entry has changed meanwhile or does not exist.
    pub async fn withdraw(
        &mut self,
        id: ServiceId,
        expected_version: i64,
    ) -> Result<Saved, DatabaseError> {
        const UNPUBLISH: &str = "UPDATE service SET published_revision = NULL, \
             published_seq = NULL, published_at = NULL WHERE id = $1";
        let head = self.expect_head(id, expected_version).await?;
        let key = id.to_string();
        self.bump(&key, Some(ReviewStatus::Archived)).await?;
        execute!(self, "withdrawing an entry", UNPUBLISH, &key)?;
        self.clear_projection(&key).await?;
        let before = head.published.or(Some(head.latest));
        let seq =
            self.append_change(Entity::Service, &key, ChangeAction::Withdraw, before, None).await?;
        Ok(Saved { revision: head.latest, version: head.version + 1, seq })
    }

    /// The first version: one statement for the root, so that loading half a million is quick.
    async fn save_first(
        &mut self,
        listing: &Listing,
        id: &str,
        review_status: ReviewStatus,
        reason: Option<&str>,
        document: &str,
    ) -> Result<Saved, DatabaseError> {
        let public = review_status == ReviewStatus::Published;
        let seq = self.last_seq + 1;
        let added = execute!(
            self,
            "adding an entry",
            INSERT_SERVICE,
            id,
            listing.organization_id.map(|o| o.to_string()),
            &listing.name,
            review_status.as_str(),
            listing.status.as_str(),
            public.then_some(1_i64),
            public.then_some(seq),
            public.then_some(&self.at),
            &self.at,
        )?;
        if added == 0 {
            let found = self.head(id).await?.map(|head| head.version);
            return Err(conflict(id, 0, found));
        }
        self.append_change(Entity::Service, id, ChangeAction::Create, None, Some(1)).await?;
        self.insert_revision(seq, id, 1, review_status, reason, document).await?;
        if public {
            self.project([listing]).await?;
        }
        Ok(Saved { revision: 1, version: 1, seq })
    }

    async fn insert_revision(
        &mut self,
        seq: i64,
        id: &str,
        number: i64,
        review_status: ReviewStatus,
        reason: Option<&str>,
        document: &str,
    ) -> Result<(), DatabaseError> {
        execute!(
            self,
            "adding a version",
            INSERT_REVISION,
            seq,
            id,
            number,
            review_status.as_str(),
            self.writer.as_ref().unwrap_or(&self.actor),
            &self.at,
            reason,
            document,
        )?;
        Ok(())
    }

    async fn mark_published(
        &mut self,
        listing: &Listing,
        id: &str,
        number: i64,
        revision_seq: i64,
    ) -> Result<(), DatabaseError> {
        execute!(
            self,
            "publishing an entry",
            MARK_PUBLISHED,
            id,
            number,
            revision_seq,
            &self.at,
            listing.organization_id.map(|o| o.to_string()),
            &listing.name,
            listing.status.as_str(),
        )?;
        Ok(())
    }

    /// Counts the record's version up, and sets its state if given.
    pub(super) async fn bump(
        &mut self,
        id: &str,
        state: Option<ReviewStatus>,
    ) -> Result<(), DatabaseError> {
        const BUMP: &str = "UPDATE service SET version = version + 1, last_modified = $2, \
             review_status = COALESCE($3, review_status) WHERE id = $1";
        let state = state.map(ReviewStatus::as_str);
        execute!(self, "changing an entry", BUMP, id, &self.at, state)?;
        Ok(())
    }

    async fn head(&mut self, id: &str) -> Result<Option<Head>, DatabaseError> {
        const HEAD: &str =
            "SELECT version, latest_revision, published_revision FROM service WHERE id = $1";
        let row: Option<(i64, i64, Option<i64>)> = on_tx!(self, connection => {
            sqlx::query_as(HEAD).bind(id).fetch_optional(&mut *connection).await
        })
        .map_err(failed("reading the state of an entry"))?;
        Ok(row.map(|(version, latest, published)| Head { version, latest, published }))
    }

    /// Where the entry stands, if that is what the writer has seen. No other writer can come between.
    pub(super) async fn expect_head(
        &mut self,
        id: ServiceId,
        expected: i64,
    ) -> Result<Head, DatabaseError> {
        let id = id.to_string();
        let head = self.head(&id).await?;
        head.filter(|head| head.version == expected)
            .ok_or_else(|| conflict(&id, expected, head.map(|head| head.version)))
    }
}

fn conflict(id: &str, expected: i64, found: Option<i64>) -> DatabaseError {
    DatabaseError::Conflict { entity: Entity::Service, id: id.to_owned(), expected, found }
}
