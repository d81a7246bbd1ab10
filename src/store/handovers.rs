//! Entries on their way to another organization.

use super::error::failed;
use super::text::read_word;
use super::tx::{Tx, execute};
use super::{DatabaseError, Store};
use crate::domain::{OrganizationId, ServiceId};

/// A proposal that nobody has decided about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverRecord {
    /// The entry.
    pub service_id: ServiceId,
    /// Whose it is.
    pub from: OrganizationId,
    /// Whose it shall be.
    pub to: OrganizationId,
    /// Who proposed it.
    pub proposed_by: String,
    /// When, RFC 3339 UTC.
    pub proposed_at: String,
}

type Row = (String, String, String, String, String);

const COLUMNS_BY_SERVICE: &str = "SELECT service_id, from_organization, to_organization, \
     proposed_by, proposed_at FROM handover WHERE service_id = $1";
const ALL: &str = "SELECT service_id, from_organization, to_organization, proposed_by, \
     proposed_at FROM handover ORDER BY proposed_at, service_id";

fn read(
    (service, from, to, proposed_by, proposed_at): Row,
) -> Result<HandoverRecord, DatabaseError> {
    let organization = |column: &'static str, text: &str| {
        read_word("handover", column, &service, text, |text| text.parse().ok())
    };
    Ok(HandoverRecord {
        service_id: read_word("handover", "service_id", &service, &service, |t| t.parse().ok())?,
        from: organization("from_organization", &from)?,
        to: organization("to_organization", &to)?,
        proposed_by,
        proposed_at,
    })
}

impl Tx {
    /// Notes that an entry shall be handed over; a proposal that was there before is replaced.
    ///
    /// # Errors
    /// [`DatabaseError::UnknownReference`] for an entry or organization that is not there.
    pub async fn propose_handover(
        &mut self,
        id: ServiceId,
        from: OrganizationId,
        to: OrganizationId,
    ) -> Result<(), DatabaseError> {
        const PROPOSE: &str = "INSERT INTO handover (service_id, from_organization, \
             to_organization, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (service_id) DO UPDATE SET from_organization = excluded.from_organization, \
             to_organization = excluded.to_organization, proposed_by = excluded.proposed_by, \
             proposed_at = excluded.proposed_at";
        let (id, from, to) = (id.to_string(), from.to_string(), to.to_string());
        let what = "proposing to hand an entry over";
        execute!(self, what, PROPOSE, &id, &from, &to, &self.actor, &self.at).map(|_| ())
    }

    /// The proposal about an entry, if there is one.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_handover(
        &mut self,
        id: ServiceId,
    ) -> Result<Option<HandoverRecord>, DatabaseError> {
        let id = id.to_string();
        let row: Option<Row> = on_tx!(self, connection => {
            sqlx::query_as(COLUMNS_BY_SERVICE).bind(&id).fetch_optional(&mut *connection).await
        })
        .map_err(failed("reading a proposal"))?;
        row.map(read).transpose()
    }

    /// Takes the proposal about an entry away, because it is decided; whether there was one.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn close_handover(&mut self, id: ServiceId) -> Result<bool, DatabaseError> {
        const CLOSE: &str = "DELETE FROM handover WHERE service_id = $1";
        Ok(execute!(self, "closing a proposal", CLOSE, id.to_string())? > 0)
    }
}

impl Store {
    /// All proposals, the oldest first.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_handovers(&self) -> Result<Vec<HandoverRecord>, DatabaseError> {
        let rows: Vec<Row> = on_pool!(self, pool => sqlx::query_as(ALL).fetch_all(pool).await)
            .map_err(failed("reading the proposals"))?;
        rows.into_iter().map(read).collect()
    }
}
