//! Organizations: changed by those who speak for them, trusted by the county.

use serde::{Deserialize, Serialize};

use super::Author;
use super::once::{Once, answered, remember};
use crate::app::{AppError, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{Organization, OrganizationId};
use crate::store::OrganizationRecord;

/// What is to be saved of an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationEdit {
    /// The whole organization. The id of a new one is given anew.
    pub organization: Organization,
    /// The version the person has seen; `None` = a new organization.
    pub expected_version: Option<i64>,
    /// The key of the request, if it carries one.
    pub once: Option<Once>,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganizationEdited {
    /// The organization.
    pub id: OrganizationId,
    /// Its version now (`ETag`).
    pub version: i64,
}

impl Desk {
    /// Saves an organization; only editors add one. `None` = there is no such organization.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Invalid`]; [`AppError::Database`] with a conflict.
    pub async fn edit_organization(
        &self,
        author: &Author,
        edit: OrganizationEdit,
    ) -> Result<Option<OrganizationEdited>, AppError> {
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        if let Some(known) = answered(&mut tx, edit.once.as_ref()).await? {
            return Ok(Some(known));
        }
        let mut organization = edit.organization;
        let before = match edit.expected_version {
            Some(_) => match tx.find_organization(organization.id).await? {
                Some(before) => Some(before),
                None => return Ok(None),
            },
            None => None,
        };
        let owner = before.as_ref().map(|record| record.organization.id);
        may(&author.actor, Action::EditOrganization, Subject::of(owner))?;
        if let Some(before) = &before {
            organization.source_id.clone_from(&before.organization.source_id);
        } else {
            organization.id = OrganizationId(self.ids.next());
            organization.source_id = None;
        }
        organization.validate()?;
        let expected = edit.expected_version.unwrap_or(0);
        let (version, _) = tx.upsert_organization(&organization, Some(expected)).await?;
        let edited = OrganizationEdited { id: organization.id, version };
        remember(&mut tx, edit.once.as_ref(), &edited).await?;
        tx.commit().await?;
        Ok(Some(edited))
    }

    /// Lets an organization publish without review, or no longer. `None` = there is no such organization.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Database`] with a conflict.
    pub async fn trust_organization(
        &self,
        author: &Author,
        id: OrganizationId,
        trusted: bool,
        expected_version: i64,
    ) -> Result<Option<OrganizationEdited>, AppError> {
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let Some(before) = tx.find_organization(id).await? else { return Ok(None) };
        may(&author.actor, Action::TrustOrganization, Subject::of(Some(id)))?;
        if before.trusted == trusted && before.version == expected_version {
            return Ok(Some(OrganizationEdited { id, version: before.version }));
        }
        let version = tx.trust_organization(id, trusted, expected_version).await?;
        tx.commit().await?;
        Ok(Some(OrganizationEdited { id, version }))
    }

    /// An organization with the state of its record; what the public knows of one is no secret.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_organization(
        &self,
        id: OrganizationId,
    ) -> Result<Option<OrganizationRecord>, AppError> {
        Ok(self.store.find_organization(id).await?)
    }

    /// All organizations, by name.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_organizations(&self) -> Result<Vec<OrganizationRecord>, AppError> {
        let mut all = self.store.list_organizations().await?;
        all.sort_by(|a, b| {
            (&a.organization.name, a.organization.id)
                .cmp(&(&b.organization.name, b.organization.id))
        });
        Ok(all)
    }
}
