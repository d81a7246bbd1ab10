//! What the atlas knows: the nouns, their validation, their state transitions, who may do what.
//!
//! This room is pure: no input or output, no clock, no randomness, no async. Everything that needs the
//! present moment takes it as an argument. The words are those of the glossary in `docs/DATA-MODEL.md`;
//! where the Human Services Data Specification (HSDS 3.0, Open Referral, 2023) has a term, ours is the same.

mod account;
mod assurance;
mod calendar;
mod capacity;
mod census;
mod contact;
mod county_texts;
mod date;
mod error;
mod freshness;
mod geo;
pub mod guide;
mod hex;
pub mod hours;
mod ids;
mod known;
mod language;
mod link;
mod link_check;
mod listing;
mod mail;
mod municipality;
mod organization;
mod password;
pub mod policy;
mod population;
mod region;
mod retention;
mod review;
mod revision;
mod scenario;
mod schedule;
mod service_area;
mod site;
mod status;
pub mod suggestion;
mod taxonomy;
mod text;
mod translation;
mod usage;

pub use account::{
    Account, AccountState, LONGEST_EMAIL, LinkPurpose, Scope, account_of_author, author_name,
    check_person, check_role, email_key, is_email,
};
pub use assurance::{Assurance, AssuredBy, Confidence, Freshness, FreshnessCount, Source};
pub use calendar::{Calendar, PublicHoliday};
pub use capacity::{Capacity, CapacityState};
pub use census::{CensusCounts, CensusFile, CensusImport, CensusVintage, GridWords, RegionCensus};
pub use contact::Contact;
pub use county_texts::{CountyTexts, GuideTexts, NumberText, RegionWord, TermText};
pub use date::PartialDate;
pub use error::{Denied, FieldError, FieldErrors, InvalidTransition};
pub use freshness::ReminderStep;
pub use geo::LonLat;
pub use hex::hex;
pub use ids::{
    AccountId, Ags, FeatureId, LocationId, OrganizationId, ScenarioId, ServiceId, SuggestionId,
    TermCode, stable_uuid,
};
pub use known::YesNo;
pub use language::Language;
pub use link::Link;
pub use link_check::{LinkCheck, LinkOutcome};
pub use listing::{AgeRange, Closure, Listing, WithheldReason};
pub use mail::{Mail, MailId, MailNote, MailState, OutboxCount};
pub use municipality::{
    CrisisNumber, GazetteerEntry, GazetteerKind, Municipality, SchoolHoliday, Station, Stop,
};
pub use organization::Organization;
pub use password::{check_password, normal_password};
pub use population::{AgeBands, PopulationCell};
pub use region::{
    Accuracy, Attribution, Completeness, ContactPoint, FreshnessPolicy, Region, RegionBounds,
};
pub use retention::{KeptFor, RetentionPolicy};
pub use review::{Decision, DecisionKind};
pub use revision::{ChangeAction, Revision};
pub use scenario::{SiteFate, StoredAnswer, StoredScenario, StoredSite};
pub use schedule::{Appointment, OpenSpan, OpenState, PreparedSchedule, Schedule};
pub use service_area::{Reach, ServiceArea};
pub use site::{Address, CoordPrecision, LocationDisclosure, Position, Site, SiteType};
pub use status::{ReviewStatus, ServiceStatus};
pub use suggestion::{
    FeedbackTopic, NewSuggestion, SuggestionKind, SuggestionState, SuggestionText,
};
pub use taxonomy::{Facet, Synonym, Taxonomy, Term, TermShape};
pub use text::is_bidi_control;
pub use translation::{
    PublicTranslation, PublicTranslations, ServiceText, SiteText, Spoken, TRANSLATED, TextKey,
    TranslatedText, Translation, UnknownText,
};
pub use usage::{
    FEW_HITS, KEEP_LED_MONTHS, KEEP_UNMET_MONTHS, KEEP_VIEWS_MONTHS, LEAST_ALIKE, LedCount, Month,
    UnmetCount, UnmetKind, ViewCount, Week, Wording, looks_personal,
};
