//! Bodies that run services.

use serde::{Deserialize, Serialize};

use super::assurance::Source;
use super::contact::Contact;
use super::date::PartialDate;
use super::ids::OrganizationId;
use super::site::Address;

/// A provider, office or association (Träger).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    /// Names it.
    pub id: OrganizationId,
    /// The id of its row in the county package.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_id: Option<String>,
    /// Full name.
    pub name: String,
    /// Short name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<String>,
    /// Kind of body in the words of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind_text: Option<String>,
    /// Umbrella association in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub umbrella: Option<String>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Seat.
    #[serde(default)]
    pub address: Address,
    /// How to reach it.
    #[serde(default, skip_serializing_if = "Contact::is_empty")]
    pub contact: Contact,
    /// Date of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_date: Option<PartialDate>,
    /// What kind of source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_kind: Option<String>,
    /// The sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}
