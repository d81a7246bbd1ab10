//! A service at a location: one marker, one GeoJSON feature.

use serde::{Deserialize, Serialize};

use super::assurance::Assurance;
use super::capacity::Capacity;
use super::contact::Contact;
use super::date::PartialDate;
use super::error::FieldErrors;
use super::geo::LonLat;
use super::ids::{Ags, FeatureId, LocationId};
use super::known::YesNo;
use super::schedule::Schedule;
use super::service_area::ServiceArea;
use super::status::ServiceStatus;

/// What kind of site it is.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum SiteType {
    /// Rooms of its own, always there (`fest`).
    Fixed,
    /// A guest in somebody else's house (`gast_im_haus`).
    Hosted,
    /// Office hours away from the main site (`aussensprechstunde`).
    OfficeHours,
    /// Several sites behind one entry (`mehrere_standorte`).
    Several,
    /// No rooms of its own (`ohne_eigene_raeume`).
    NoRooms,
    /// Comes to people (`aufsuchend`).
    Outreach,
    /// On wheels (`mobil`).
    Mobile,
    /// By telephone only (`nur_telefon`).
    Phone,
    /// Online only (`online`).
    Online,
    /// The address is protected (`adresse_geschuetzt`).
    Protected,
    /// Not stated (`ohne_angabe`).
    #[default]
    Unstated,
}

impl SiteType {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::Fixed,
        Self::Hosted,
        Self::OfficeHours,
        Self::Several,
        Self::NoRooms,
        Self::Outreach,
        Self::Mobile,
        Self::Phone,
        Self::Online,
        Self::Protected,
        Self::Unstated,
    ];

    /// The word used in URLs, JSON and the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Hosted => "hosted",
            Self::OfficeHours => "office_hours",
            Self::Several => "several",
            Self::NoRooms => "no_rooms",
            Self::Outreach => "outreach",
            Self::Mobile => "mobile",
            Self::Phone => "phone",
            Self::Online => "online",
            Self::Protected => "protected",
            Self::Unstated => "unstated",
        }
    }

    /// Whether people go there: outreach, phone, online, mobile and protected ones have no public point.
    #[must_use]
    pub const fn is_walk_in(self) -> bool {
        !matches!(
            self,
            Self::Outreach | Self::Mobile | Self::Phone | Self::Online | Self::Protected
        )
    }
}

/// What the public may learn about the place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LocationDisclosure {
    /// Address and point are public (`ja`).
    #[default]
    Public,
    /// The source says no more than the municipality; no secret (`nur_gemeinde`).
    MunicipalityOnly,
    /// There is no place (`kein_ort`).
    Placeless,
    /// Protected (`nein`): the public sees the municipality at most, whatever the record holds.
    Protected,
}

/// How exactly a point is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoordPrecision {
    /// The building (`gebaeude`).
    Gebaeude,
    /// Near the house number (`hausnummer_nahe`).
    HausnummerNahe,
    /// A stop named after the place (`haltestelle`).
    Haltestelle,
    /// The street (`strasse`).
    Strasse,
    /// The part of town (`ortsteil`).
    Ortsteil,
    /// The postcode area (`plz`).
    Plz,
    /// The municipality (`gemeinde`).
    Gemeinde,
}

impl CoordPrecision {
    /// All precisions, finest first.
    pub const ALL: [Self; 7] = [
        Self::Gebaeude,
        Self::HausnummerNahe,
        Self::Haltestelle,
        Self::Strasse,
        Self::Ortsteil,
        Self::Plz,
        Self::Gemeinde,
    ];

    /// The word used in URLs, JSON and the data (the German words of the collection).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Gebaeude => "gebaeude",
            Self::HausnummerNahe => "hausnummer_nahe",
            Self::Haltestelle => "haltestelle",
            Self::Strasse => "strasse",
            Self::Ortsteil => "ortsteil",
            Self::Plz => "plz",
            Self::Gemeinde => "gemeinde",
        }
    }

    /// The precision named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.as_str() == text)
    }

    /// Whether the point may be drawn as a marker; coarser ones are shown as "at this place".
    #[must_use]
    pub fn is_marker(self) -> bool {
        self <= Self::Strasse
    }

    /// Whether the point is that of the house or next door.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self <= Self::HausnummerNahe
    }
}

/// A point and how well it is known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Where.
    pub point: LonLat,
    /// How exactly.
    pub precision: CoordPrecision,
    /// Where the position was taken from, with its licence, if it has a source of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A postal address, as far as known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Street and house number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Postcode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// Town (Ort).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locality: Option<String>,
    /// Part of town (Ortsteil).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// Further words ("im Rathaus, 2. Stock").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// A service at a location, with what may differ from site to site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Site {
    /// Names the service at this location; the GeoJSON feature id.
    pub id: FeatureId,
    /// Names the location.
    pub location_id: LocationId,
    /// The id of the row in the county package it came from, so that old links can be resolved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_id: Option<String>,
    /// The site's own name where it differs from the service's ("Tafel Radolfzell").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What is offered here, where it differs from the service's description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What kind of site.
    pub site_type: SiteType,
    /// What the public may learn about the place.
    #[serde(default)]
    pub disclosure: LocationDisclosure,
    /// The municipality, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<Ags>,
    /// The address.
    #[serde(default)]
    pub address: Address,
    /// The point; that of a protected site is known to its provider and the editors alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// When it is open.
    #[serde(default, skip_serializing_if = "Schedule::is_empty")]
    pub schedule: Schedule,
    /// How to reach it.
    #[serde(default, skip_serializing_if = "Contact::is_empty")]
    pub contact: Contact,
    /// Wheelchair access.
    #[serde(default, skip_serializing_if = "YesNo::is_unknown")]
    pub accessible: YesNo,
    /// The source's words about access.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessible_text: Option<String>,
    /// Places, as the source words it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity_text: Option<String>,
    /// Whether somebody new finds a place, with the day this was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    /// For whom it is meant.
    #[serde(default, skip_serializing_if = "ServiceArea::is_empty")]
    pub service_area: ServiceArea,
    /// What it does now.
    #[serde(default)]
    pub status: ServiceStatus,
    /// The source's words about the status, where they say more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_text: Option<String>,
    /// The last day (or month, year) it runs, where it is limited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<PartialDate>,
    /// When and by whom it was last confirmed.
    #[serde(default)]
    pub assurance: Assurance,
    /// Set in what the public may see of a protected site whose exact place its provider has recorded: analyses then
    /// count it at the centre of its municipality. Never set in a record.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub place_recorded: bool,
    /// Remarks for editors; never public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub internal_note: Option<String>,
}

impl Site {
    /// The point the public may see: none for protected sites and for those nobody walks to.
    #[must_use]
    pub fn public_position(&self) -> Option<&Position> {
        let open = matches!(
            self.disclosure,
            LocationDisclosure::Public | LocationDisclosure::MunicipalityOnly
        );
        self.position.as_ref().filter(|_| open && self.site_type.is_walk_in())
    }

    /// Whether the place is secret.
    #[must_use]
    pub fn is_protected(&self) -> bool {
        self.disclosure == LocationDisclosure::Protected || self.site_type == SiteType::Protected
    }

    /// Collects what is wrong, with pointers below `prefix`.
    pub fn validate(&self, prefix: &str, faults: &mut FieldErrors) {
        if let Some(position) = &self.position {
            if let Err(wrong) = LonLat::new(position.point.lon, position.point.lat) {
                for error in wrong.0 {
                    faults.push(error.below(&format!("{prefix}/position/point")));
                }
            }
            // Analyses count it there: without it, nothing could be said of it without saying where it is.
            faults.check(
                !self.is_protected() || self.municipality.is_some(),
                &format!("{prefix}/municipality"),
                "required",
                "a protected site whose point is recorded says its municipality",
            );
        }
        faults.check(
            !self.place_recorded,
            &format!("{prefix}/place_recorded"),
            "read_only",
            "is told of the public view only",
        );
        if let Err(error) = self.schedule.validate() {
            faults.push(error.below(&format!("{prefix}/schedule")));
        }
        self.contact.validate(&format!("{prefix}/contact"), faults);
        for (i, source) in self.assurance.sources.iter().enumerate() {
            faults.check(
                super::contact::is_web_address(&source.url),
                &format!("{prefix}/assurance/sources/{i}/url"),
                "not_a_web_address",
                "a source starts with http:// or https://",
            );
        }
    }
}
