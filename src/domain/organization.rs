//! Bodies that run services.

use serde::{Deserialize, Serialize};

use super::assurance::Source;
use super::contact::{Contact, is_web_address};
use super::date::PartialDate;
use super::error::FieldErrors;
use super::ids::OrganizationId;
use super::site::Address;
use super::text::text;

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

impl Organization {
    /// Checks every field and reports every fault.
    ///
    /// # Errors
    /// All faults, each with its JSON pointer.
    pub fn validate(&self) -> Result<(), FieldErrors> {
        let mut faults = FieldErrors::default();
        faults.check(!self.name.trim().is_empty(), "/name", "required", "it has a name");
        text(&mut faults, "/name", &self.name, 200);
        let address = &self.address;
        let lines = [
            ("/source_id", &self.source_id, 300),
            ("/short_name", &self.short_name, 100),
            ("/kind_text", &self.kind_text, 300),
            ("/umbrella", &self.umbrella, 300),
            ("/description", &self.description, 5_000),
            ("/address/street", &address.street, 300),
            ("/address/postcode", &address.postcode, 300),
            ("/address/locality", &address.locality, 300),
            ("/address/district", &address.district, 300),
            ("/address/detail", &address.detail, 2_000),
            ("/source_kind", &self.source_kind, 300),
        ];
        for (pointer, value, most) in lines {
            if let Some(value) = value {
                text(&mut faults, pointer, value, most);
            }
        }
        self.contact.validate("/contact", &mut faults);
        let few = self.sources.len() <= 100;
        faults.check(few, "/sources", "too_many", "has at most 100 entries");
        for (i, source) in self.sources.iter().take(100).enumerate() {
            faults.check(
                is_web_address(&source.url),
                &format!("/sources/{i}/url"),
                "not_a_web_address",
                "a source starts with http:// or https://",
            );
        }
        faults.into_result(())
    }
}
