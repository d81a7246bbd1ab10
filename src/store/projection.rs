//! The published version of an entry as relations.

use super::DatabaseError;
use super::rows::{
    ContactOwner, ContactRow, LocationRow, ScheduleRow, SiteRow, area_keys, term_codes,
};
use super::tx::{Tx, execute};
use crate::domain::{Contact, Listing, Site};

const WHAT: &str = "publishing an entry";

const UPSERT_LOCATION: &str = "INSERT INTO location (id, disclosure, municipality_ags, street, \
     postcode, locality, district, detail, lon, lat, coord_precision, position_source) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
     ON CONFLICT (id) DO UPDATE SET disclosure = excluded.disclosure, \
     municipality_ags = excluded.municipality_ags, street = excluded.street, \
     postcode = excluded.postcode, locality = excluded.locality, district = excluded.district, \
     detail = excluded.detail, lon = excluded.lon, lat = excluded.lat, \
     coord_precision = excluded.coord_precision, position_source = excluded.position_source";
const INSERT_SITE: &str = "INSERT INTO service_at_location (id, service_id, location_id, ordinal, \
     source_id, name, site_type, status, accessible, valid_to, assured_date, assured_by, \
     confidence, reach, service_area_text) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
const INSERT_SCHEDULE: &str = "INSERT INTO schedule \
     (service_at_location_id, osm, text, appointment) VALUES ($1, $2, $3, $4)";
const INSERT_CONTACT: &str = "INSERT INTO contact \
     (organization_id, service_id, service_at_location_id, phones, email, website) \
     VALUES ($1, $2, $3, $4, $5, $6)";
/// Up to eight at once, the rest NULL: a round trip each would make loading slow.
const INSERT_TERMS: &str = "INSERT INTO service_term (service_id, term_code) \
     SELECT $1, v.column1 FROM (VALUES ($2), ($3), ($4), ($5), ($6), ($7), ($8), ($9)) AS v \
     WHERE v.column1 IS NOT NULL ON CONFLICT (service_id, term_code) DO NOTHING";
const INSERT_AREAS: &str = "INSERT INTO service_area (service_at_location_id, ags) \
     SELECT $1, v.column1 FROM (VALUES ($2), ($3), ($4), ($5), ($6), ($7), ($8), ($9)) AS v \
     WHERE v.column1 IS NOT NULL ON CONFLICT (service_at_location_id, ags) DO NOTHING";
/// How many they take at once.
const AT_ONCE: usize = 8;
const UPSERT_ALIAS: &str = "INSERT INTO id_alias (source_id, service_id, service_at_location_id) \
     VALUES ($1, $2, $3) ON CONFLICT (source_id) DO UPDATE SET \
     service_id = excluded.service_id, service_at_location_id = excluded.service_at_location_id";

/// Locations that no other entry uses.
const DELETE_LOCATIONS: &str = "DELETE FROM location WHERE id IN \
     (SELECT location_id FROM service_at_location WHERE service_id = $1) \
     AND NOT EXISTS (SELECT 1 FROM service_at_location other \
     WHERE other.location_id = location.id AND other.service_id <> $1)";

impl Tx {
    /// Writes the rows of a published version; the old ones must be gone.
    pub(super) async fn project(&mut self, listing: &Listing) -> Result<(), DatabaseError> {
        let id = listing.id.to_string();
        for (ordinal, site) in (0_i64..).zip(&listing.sites) {
            self.insert_location(&LocationRow::new(site)).await?;
            self.insert_site(&SiteRow::new(&id, ordinal, site)).await?;
            self.project_parts(&id, site).await?;
        }
        let codes: Vec<&str> = term_codes(listing).collect();
        self.insert_words(INSERT_TERMS, &id, &codes).await?;
        self.project_contact(ContactOwner::Service, &id, &listing.contact).await
    }

    /// Removes the rows of the version published so far; what hangs on a site goes with it.
    pub(super) async fn clear_projection(&mut self, id: &str) -> Result<(), DatabaseError> {
        const DELETE_SITES: &str = "DELETE FROM service_at_location WHERE service_id = $1";
        const DELETE_TERMS: &str = "DELETE FROM service_term WHERE service_id = $1";
        const DELETE_CONTACT: &str = "DELETE FROM contact WHERE service_id = $1";
        for statement in [DELETE_LOCATIONS, DELETE_SITES, DELETE_TERMS, DELETE_CONTACT] {
            execute!(self, WHAT, statement, id)?;
        }
        Ok(())
    }

    /// Writes a contact where anything is known; the old one must be gone.
    pub(super) async fn project_contact(
        &mut self,
        owner: ContactOwner,
        id: &str,
        contact: &Contact,
    ) -> Result<(), DatabaseError> {
        let Some(row) = ContactRow::new(owner, id, contact)? else { return Ok(()) };
        execute!(
            self,
            WHAT,
            INSERT_CONTACT,
            &row.organization_id,
            &row.service_id,
            &row.service_at_location_id,
            &row.phones,
            &row.email,
            &row.website,
        )?;
        Ok(())
    }

    /// What hangs on a site: areas, hours, contact, and the way from its old id.
    async fn project_parts(&mut self, service_id: &str, site: &Site) -> Result<(), DatabaseError> {
        let id = site.id.to_string();
        let keys: Vec<&str> = area_keys(site).collect();
        self.insert_words(INSERT_AREAS, &id, &keys).await?;
        if let Some(row) = ScheduleRow::new(site) {
            let ScheduleRow { service_at_location_id: site_id, osm, text, appointment } = &row;
            execute!(self, WHAT, INSERT_SCHEDULE, site_id, osm, text, appointment)?;
        }
        if let Some(source_id) = &site.source_id {
            execute!(self, WHAT, UPSERT_ALIAS, source_id, service_id, &id)?;
        }
        self.project_contact(ContactOwner::Site, &id, &site.contact).await
    }

    /// Inserts one row per word, a few at once; `statement` takes the id and [`AT_ONCE`] words.
    async fn insert_words(
        &mut self,
        statement: &'static str,
        id: &str,
        words: &[&str],
    ) -> Result<(), DatabaseError> {
        for some in words.chunks(AT_ONCE) {
            let word = |n: usize| some.get(n).copied();
            execute!(
                self,
                WHAT,
                statement,
                id,
                word(0),
                word(1),
                word(2),
                word(3),
                word(4),
                word(5),
                word(6),
                word(7),
            )?;
        }
        Ok(())
    }

    async fn insert_location(&mut self, row: &LocationRow) -> Result<(), DatabaseError> {
        execute!(
            self,
            WHAT,
            UPSERT_LOCATION,
            &row.id,
            &row.disclosure,
            &row.municipality_ags,
            &row.street,
            &row.postcode,
            &row.locality,
            &row.district,
            &row.detail,
            row.lon,
            row.lat,
            &row.coord_precision,
            &row.position_source,
        )?;
        Ok(())
    }

    async fn insert_site(&mut self, row: &SiteRow) -> Result<(), DatabaseError> {
        execute!(
            self,
            WHAT,
            INSERT_SITE,
            &row.id,
            &row.service_id,
            &row.location_id,
            row.ordinal,
            &row.source_id,
            &row.name,
            &row.site_type,
            &row.status,
            &row.accessible,
            &row.valid_to,
            &row.assured_date,
            &row.assured_by,
            &row.confidence,
            &row.reach,
            &row.service_area_text,
        )?;
        Ok(())
    }
}
