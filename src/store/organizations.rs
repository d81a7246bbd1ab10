//! Organizations (Träger).

use super::error::failed;
use super::feed::Entity;
use super::rows::{ContactOwner, ContactRow};
use super::text::{from_json, to_json};
use super::tx::{Tx, execute};
use super::{DatabaseError, Store};
use crate::domain::{ChangeAction, Organization, OrganizationId};

/// An organization with the state of its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationRecord {
    /// The organization.
    pub organization: Organization,
    /// Version of the record, for the optimistic lock (`ETag`).
    pub version: i64,
    /// Whether the county lets it publish without review.
    pub trusted: bool,
    /// When it was last written, RFC 3339 UTC.
    pub last_modified: String,
}

const FIND: &str =
    "SELECT id, document, version, trusted, last_modified FROM organization WHERE id = $1";
type Row = (String, String, i64, bool, String);

fn read(row: Row) -> Result<OrganizationRecord, DatabaseError> {
    let (id, document, version, trusted, last_modified) = row;
    let organization = from_json("organization", "document", || id.clone(), &document)?;
    Ok(OrganizationRecord { organization, version, trusted, last_modified })
}

impl Store {
    /// All organizations, in id order.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a document that cannot be read.
    pub async fn list_organizations(&self) -> Result<Vec<OrganizationRecord>, DatabaseError> {
        const LIST: &str =
            "SELECT id, document, version, trusted, last_modified FROM organization ORDER BY id";
        let rows: Vec<Row> = on_pool!(self, pool => sqlx::query_as(LIST).fetch_all(pool).await)
            .map_err(failed("reading the organizations"))?;
        rows.into_iter().map(read).collect()
    }

    /// The organization of an id.
    ///
    /// # Errors
    /// As [`Store::list_organizations`].
    pub async fn find_organization(
        &self,
        id: OrganizationId,
    ) -> Result<Option<OrganizationRecord>, DatabaseError> {
        let row: Option<Row> = on_pool!(self, pool => {
            sqlx::query_as(FIND).bind(id.to_string()).fetch_optional(pool).await
        })
        .map_err(failed("reading an organization"))?;
        row.map(read).transpose()
    }
}

impl Tx {
    /// Adds or changes an organization; its version, and whether anything changed: an equal one writes nothing.
    ///
    /// `expected_version` is the version the writer has seen, 0 for a new one; `None` = whatever is there, for
    /// loading a county package.
    ///
    /// # Errors
    /// [`DatabaseError::Conflict`], [`DatabaseError::Nul`].
    pub async fn upsert_organization(
        &mut self,
        organization: &Organization,
        expected_version: Option<i64>,
    ) -> Result<(i64, bool), DatabaseError> {
        const UPSERT: &str = "INSERT INTO organization (id, source_id, name, kind_text, document, \
             version, created_at, last_modified) VALUES ($1, $2, $3, $4, $5, $6, $7, $7) \
             ON CONFLICT (id) DO UPDATE SET source_id = excluded.source_id, \
             name = excluded.name, kind_text = excluded.kind_text, \
             document = excluded.document, version = excluded.version, \
             last_modified = excluded.last_modified";
        const DELETE_CONTACT: &str = "DELETE FROM contact WHERE organization_id = $1";
        const WHAT: &str = "saving an organization";
        let id = organization.id.to_string();
        let document = to_json(|| format!("organization {id}"), organization)?;
        let found: Option<Row> = on_tx!(self, connection => {
            sqlx::query_as(FIND).bind(&id).fetch_optional(&mut *connection).await
        })
        .map_err(failed(WHAT))?;
        let version = found.as_ref().map(|(_, _, version, ..)| *version);
        if let Some(expected) = expected_version.filter(|&e| e != version.unwrap_or(0)) {
            let entity = Entity::Organization;
            return Err(DatabaseError::Conflict { entity, id, expected, found: version });
        }
        if let Some((_, old, version, ..)) = &found
            && *old == document
        {
            return Ok((*version, false));
        }
        let next = version.unwrap_or(0) + 1;
        execute!(
            self,
            WHAT,
            UPSERT,
            &id,
            &organization.source_id,
            &organization.name,
            &organization.kind_text,
            &document,
            next,
            &self.at,
        )?;
        execute!(self, WHAT, DELETE_CONTACT, &id)?;
        let contact = ContactRow::new(ContactOwner::Organization, &id, &organization.contact)?;
        self.insert_contacts(contact.as_slice()).await?;
        let action = if next == 1 { ChangeAction::Create } else { ChangeAction::Update };
        self.append_change(Entity::Organization, &id, action, None, None).await?;
        Ok((next, true))
    }

    /// What the county package said of an organization when it was last taken over; `None` = it never was, or before
    /// that was noted. Also whether anybody but a package has ever changed the record.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a document that cannot be read.
    pub async fn find_organization_source(
        &mut self,
        id: OrganizationId,
    ) -> Result<(Option<Organization>, bool), DatabaseError> {
        const SOURCE: &str = "SELECT source_document FROM organization WHERE id = $1";
        const ACTORS: &str = "SELECT DISTINCT actor FROM change \
             WHERE entity_id = $1 AND entity = 'organization'";
        const WHAT: &str = "reading what a package said of an organization";
        let key = id.to_string();
        let row: Option<(Option<String>,)> = on_tx!(self, connection => {
            sqlx::query_as(SOURCE).bind(&key).fetch_optional(&mut *connection).await
        })
        .map_err(failed(WHAT))?;
        if let Some(document) = row.and_then(|(document,)| document) {
            let column = "source_document";
            let said = from_json("organization", column, || key.clone(), &document)?;
            return Ok((Some(said), false));
        }
        let actors: Vec<(String,)> = on_tx!(self, connection => {
            sqlx::query_as(ACTORS).bind(&key).fetch_all(&mut *connection).await
        })
        .map_err(failed(WHAT))?;
        Ok((None, actors.iter().any(|(actor,)| !actor.starts_with("import:"))))
    }

    /// Notes what the county package says of an organization.
    ///
    /// # Errors
    /// [`DatabaseError::Nul`]; as the database reports.
    pub async fn save_organization_source(
        &mut self,
        organization: &Organization,
    ) -> Result<(), DatabaseError> {
        const SAVE: &str = "UPDATE organization SET source_document = $2 \
             WHERE id = $1 AND (source_document IS NULL OR source_document <> $2)";
        let id = organization.id.to_string();
        let document = to_json(|| format!("organization {id}"), organization)?;
        execute!(self, "noting what a package says of an organization", SAVE, &id, &document)?;
        Ok(())
    }

    /// The organization of an id, as this transaction sees it.
    ///
    /// # Errors
    /// As [`Store::list_organizations`].
    pub async fn find_organization(
        &mut self,
        id: OrganizationId,
    ) -> Result<Option<OrganizationRecord>, DatabaseError> {
        let row: Option<Row> = on_tx!(self, connection => {
            sqlx::query_as(FIND).bind(id.to_string()).fetch_optional(&mut *connection).await
        })
        .map_err(failed("reading an organization"))?;
        row.map(read).transpose()
    }

    /// Lets an organization publish without review, or no longer; the version of its record.
    ///
    /// # Errors
    /// [`DatabaseError::Conflict`] when it is at another version than `expected_version`, or not there.
    pub async fn trust_organization(
        &mut self,
        id: OrganizationId,
        trusted: bool,
        expected_version: i64,
    ) -> Result<i64, DatabaseError> {
        const TRUST: &str = "UPDATE organization SET trusted = $2, version = version + 1, \
             last_modified = $3 WHERE id = $1 AND version = $4";
        let found = self.find_organization(id).await?.map(|record| record.version);
        let key = id.to_string();
        let expected = expected_version;
        if found != Some(expected) {
            let entity = Entity::Organization;
            return Err(DatabaseError::Conflict { entity, id: key, expected, found });
        }
        execute!(self, "trusting an organization", TRUST, &key, trusted, &self.at, expected)?;
        self.append_change(Entity::Organization, &key, ChangeAction::Update, None, None).await?;
        Ok(expected + 1)
    }

    /// Counts that an organization has published without review; how often it had before.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn count_unreviewed(&mut self, id: OrganizationId) -> Result<i64, DatabaseError> {
        const COUNT: &str = "UPDATE organization SET unreviewed = unreviewed + 1 WHERE id = $1 \
             RETURNING unreviewed";
        let row: Option<(i64,)> = on_tx!(self, connection => {
            sqlx::query_as(COUNT).bind(id.to_string()).fetch_optional(&mut *connection).await
        })
        .map_err(failed("counting what was published without review"))?;
        Ok(row.map_or(0, |(count,)| count - 1))
    }
}
