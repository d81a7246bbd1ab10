//! What the atlas knows: the nouns, their validation, their state transitions, who may do what.
//!
//! This room is pure: no input or output, no clock, no randomness, no async. Everything that needs the
//! present moment takes it as an argument. The words are those of the glossary in `docs/DATA-MODEL.md`;
//! where the Human Services Data Specification (HSDS 3.0, Open Referral, 2023) has a term, ours is the same.

mod assurance;
mod census;
mod contact;
mod date;
mod error;
mod geo;
mod ids;
mod known;
mod link;
mod listing;
mod municipality;
mod organization;
pub mod policy;
mod population;
mod region;
mod revision;
mod schedule;
mod service_area;
mod site;
mod status;
mod taxonomy;

pub use assurance::{Assurance, AssuredBy, Confidence, Freshness, Source};
pub use census::{CensusCounts, CensusFile, CensusImport, CensusVintage, GridWords, RegionCensus};
pub use contact::Contact;
pub use date::PartialDate;
pub use error::{Denied, FieldError, FieldErrors, InvalidTransition};
pub use geo::LonLat;
pub use ids::{Ags, FeatureId, LocationId, OrganizationId, ServiceId, TermCode, stable_uuid};
pub use known::YesNo;
pub use link::Link;
pub use listing::{AgeRange, Listing, WithheldReason};
pub use municipality::{
    CrisisNumber, GazetteerEntry, GazetteerKind, Municipality, SchoolHoliday, Station, Stop,
};
pub use organization::Organization;
pub use population::{AgeBands, PopulationCell};
pub use region::{
    Accuracy, Attribution, Completeness, ContactPoint, FreshnessPolicy, Region, RegionBounds,
};
pub use revision::{ChangeAction, Revision};
pub use schedule::{Appointment, Calendar, OpenSpan, OpenState, PreparedSchedule, Schedule};
pub use service_area::{Reach, ServiceArea};
pub use site::{Address, CoordPrecision, LocationDisclosure, Position, Site, SiteType};
pub use status::{ReviewStatus, ServiceStatus};
pub use taxonomy::{Facet, Synonym, Taxonomy, Term, TermShape};
