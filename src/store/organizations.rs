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
    /// When it was last written, RFC 3339 UTC.
    pub last_modified: String,
}

const FIND: &str = "SELECT id, document, version, last_modified FROM organization WHERE id = $1";
type Row = (String, String, i64, String);

fn read(row: Row) -> Result<OrganizationRecord, DatabaseError> {
    let (id, document, version, last_modified) = row;
    let organization = from_json("organization", "document", || id.clone(), &document)?;
    Ok(OrganizationRecord { organization, version, last_modified })
}

impl Store {
    /// All organizations, in id order.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a document that cannot be read.
    pub async fn list_organizations(&self) -> Result<Vec<OrganizationRecord>, DatabaseError> {
        const LIST: &str =
            "SELECT id, document, version, last_modified FROM organization ORDER BY id";
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
        let version = found.as_ref().map(|(_, _, version, _)| *version);
        if let Some(expected) = expected_version.filter(|&e| e != version.unwrap_or(0)) {
            let entity = Entity::Organization;
            return Err(DatabaseError::Conflict { entity, id, expected, found: version });
        }
        if let Some((_, old, version, _)) = &found
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
}
