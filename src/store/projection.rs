//! The published version of an entry as relations.

use std::collections::BTreeMap;

use super::DatabaseError;
use super::error::failed;
use super::rows::{
    ContactOwner, ContactRow, LocationRow, ScheduleRow, SiteRow, area_keys, term_codes,
};
use super::text::read_word;
use super::tx::{Tx, execute, insert_rows};
use crate::domain::{FeatureId, Listing, ServiceId};

const WHAT: &str = "publishing an entry";

/// The beginnings of statements that go on with rows of values, and their ends.
const INSERT_LOCATIONS: &str = "INSERT INTO location (id, disclosure, municipality_ags, street, \
     postcode, locality, district, detail, lon, lat, coord_precision, position_source) ";
const OR_UPDATE_LOCATIONS: &str = " ON CONFLICT (id) DO UPDATE SET \
     disclosure = excluded.disclosure, municipality_ags = excluded.municipality_ags, \
     street = excluded.street, postcode = excluded.postcode, locality = excluded.locality, \
     district = excluded.district, detail = excluded.detail, lon = excluded.lon, \
     lat = excluded.lat, coord_precision = excluded.coord_precision, \
     position_source = excluded.position_source";
const INSERT_SITES: &str = "INSERT INTO service_at_location (id, service_id, location_id, \
     ordinal, source_id, name, site_type, status, accessible, valid_to, assured_date, \
     assured_by, confidence, reach, service_area_text) ";
const INSERT_SCHEDULES: &str =
    "INSERT INTO schedule (service_at_location_id, osm, text, appointment) ";
const INSERT_CONTACTS: &str = "INSERT INTO contact \
     (organization_id, service_id, service_at_location_id, phones, email, website) ";
const INSERT_TERMS: &str = "INSERT INTO service_term (service_id, term_code) ";
const UNLESS_TERMS: &str = " ON CONFLICT (service_id, term_code) DO NOTHING";
const INSERT_AREAS: &str = "INSERT INTO service_area (service_at_location_id, ags) ";
const UNLESS_AREAS: &str = " ON CONFLICT (service_at_location_id, ags) DO NOTHING";
const INSERT_ALIASES: &str =
    "INSERT INTO id_alias (source_id, service_id, service_at_location_id) ";
const OR_UPDATE_ALIASES: &str = " ON CONFLICT (source_id) DO UPDATE SET \
     service_id = excluded.service_id, service_at_location_id = excluded.service_at_location_id";

/// Locations that no other entry uses.
const DELETE_LOCATIONS: &str = "DELETE FROM location WHERE id IN \
     (SELECT location_id FROM service_at_location WHERE service_id = $1) \
     AND NOT EXISTS (SELECT 1 FROM service_at_location other \
     WHERE other.location_id = location.id AND other.service_id <> $1)";

/// The rows of some entries, table by table.
#[derive(Debug, Default)]
struct Tables {
    /// By id: two sites may share one.
    locations: BTreeMap<String, LocationRow>,
    sites: Vec<SiteRow>,
    schedules: Vec<ScheduleRow>,
    contacts: Vec<ContactRow>,
    terms: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    /// Entry and site by the id of the package's row.
    aliases: BTreeMap<String, (String, String)>,
}

impl Tables {
    fn add(&mut self, listing: &Listing) -> Result<(), DatabaseError> {
        let id = listing.id.to_string();
        self.terms.extend(term_codes(listing).map(|code| (id.clone(), code.to_owned())));
        self.contacts.extend(ContactRow::new(ContactOwner::Service, &id, &listing.contact)?);
        for (ordinal, site) in (0_i64..).zip(&listing.sites) {
            let row = SiteRow::new(&id, ordinal, site);
            self.locations.insert(row.location_id.clone(), LocationRow::new(site));
            self.schedules.extend(ScheduleRow::new(site));
            self.contacts.extend(ContactRow::new(ContactOwner::Site, &row.id, &site.contact)?);
            self.areas.extend(area_keys(site).map(|key| (row.id.clone(), key.to_owned())));
            if let Some(source_id) = &site.source_id {
                self.aliases.insert(source_id.clone(), (id.clone(), row.id.clone()));
            }
            self.sites.push(row);
        }
        Ok(())
    }
}

impl Tx {
    /// Writes the rows of published versions; the old ones must be gone.
    pub(super) async fn project<'a>(
        &mut self,
        listings: impl IntoIterator<Item = &'a Listing>,
    ) -> Result<(), DatabaseError> {
        let mut tables = Tables::default();
        for listing in listings {
            tables.add(listing)?;
        }
        self.insert_places(&tables).await?;
        let Tables { schedules, terms, areas, aliases, .. } = &tables;
        insert_rows!(
            self,
            WHAT,
            INSERT_SCHEDULES,
            "",
            schedules,
            |row| &row.service_at_location_id,
            &row.osm,
            &row.text,
            &row.appointment
        );
        self.insert_contacts(&tables.contacts).await?;
        insert_rows!(self, WHAT, INSERT_TERMS, UNLESS_TERMS, terms, |row| &row.0, &row.1);
        insert_rows!(self, WHAT, INSERT_AREAS, UNLESS_AREAS, areas, |row| &row.0, &row.1);
        let aliases: Vec<_> = aliases.iter().collect();
        insert_rows!(
            self,
            WHAT,
            INSERT_ALIASES,
            OR_UPDATE_ALIASES,
            aliases,
            |row| row.0,
            &row.1.0,
            &row.1.1
        );
        Ok(())
    }

    /// Which entry each public site belongs to, as this transaction sees it.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_site_holders(
        &mut self,
    ) -> Result<BTreeMap<FeatureId, ServiceId>, DatabaseError> {
        const LIST: &str = "SELECT id, service_id FROM service_at_location";
        let rows: Vec<(String, String)> = on_tx!(self, connection => {
            sqlx::query_as(LIST).fetch_all(&mut *connection).await
        })
        .map_err(failed("reading which entry a site belongs to"))?;
        rows.into_iter()
            .map(|(site, service)| {
                const TABLE: &str = "service_at_location";
                let id = read_word(TABLE, "id", &site, &site, |text| text.parse().ok())?;
                let holder =
                    read_word(TABLE, "service_id", &site, &service, |text| text.parse().ok())?;
                Ok((id, holder))
            })
            .collect()
    }

    /// Lets another entry take over public sites of this one. Its own public version has to be written anew, or the
    /// entry withdrawn, within the same transaction.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn release_sites(&mut self, id: ServiceId) -> Result<(), DatabaseError> {
        self.clear_projection(&id.to_string()).await
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

    /// Writes contacts; the old ones must be gone.
    pub(super) async fn insert_contacts(
        &mut self,
        contacts: &[ContactRow],
    ) -> Result<(), DatabaseError> {
        insert_rows!(
            self,
            WHAT,
            INSERT_CONTACTS,
            "",
            contacts,
            |row| &row.organization_id,
            &row.service_id,
            &row.service_at_location_id,
            &row.phones,
            &row.email,
            &row.website,
        );
        Ok(())
    }

    /// Locations, then the sites there.
    async fn insert_places(&mut self, tables: &Tables) -> Result<(), DatabaseError> {
        let locations: Vec<&LocationRow> = tables.locations.values().collect();
        insert_rows!(
            self,
            WHAT,
            INSERT_LOCATIONS,
            OR_UPDATE_LOCATIONS,
            locations,
            |row| &row.id,
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
        );
        insert_rows!(
            self,
            WHAT,
            INSERT_SITES,
            "",
            tables.sites,
            |row| &row.id,
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
        );
        Ok(())
    }
}
