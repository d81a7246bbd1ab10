//! An entry (Eintrag): a service with its sites, hours and contacts, shown and edited as one.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::contact::Contact;
use super::error::FieldErrors;
use super::ids::{OrganizationId, ServiceId, TermCode};
use super::known::YesNo;
use super::site::Site;
use super::status::ServiceStatus;

/// Ages in full years, both inclusive; an open end is absent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgeRange {
    /// Youngest age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u8>,
    /// Oldest age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<u8>,
}

impl AgeRange {
    /// Whether neither end is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.minimum.is_none() && self.maximum.is_none()
    }
}

/// Why an entry of a county package is kept but not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithheldReason {
    /// It is only planned.
    Planned,
    /// It has closed.
    Closed,
    /// Its limited time is over.
    Expired,
    /// Facts whose source is a file of unnamed origin wait for confirmation.
    UnnamedSource,
}

impl WithheldReason {
    /// The word used in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Closed => "closed",
            Self::Expired => "expired",
            Self::UnnamedSource => "unnamed_source",
        }
    }
}

/// A service with its sites: the document that is edited, reviewed, stored as a revision and shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Listing {
    /// Names the service.
    pub id: ServiceId,
    /// The provider, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization_id: Option<OrganizationId>,
    /// The provider's name in words, where it is named only in general.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization_text: Option<String>,
    /// Providers with joint responsibility.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_organization_ids: Vec<OrganizationId>,
    /// Name.
    pub name: String,
    /// What it is, in one or two sentences.
    #[serde(default)]
    pub description: String,
    /// Topic codes (facet Thema); at least one.
    pub categories: Vec<TermCode>,
    /// Target group codes (facet Zielgruppe).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<TermCode>,
    /// Target groups in the words of the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_group_texts: Vec<String>,
    /// Forms of service (facet Angebotsform).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_forms: Vec<TermCode>,
    /// Legal bases (facet Rechtsgrundlage).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legal_bases: Vec<TermCode>,
    /// Ages it is meant for.
    #[serde(default, skip_serializing_if = "AgeRange::is_empty")]
    pub ages: AgeRange,
    /// Free of charge.
    #[serde(default, skip_serializing_if = "YesNo::is_unknown")]
    pub free: YesNo,
    /// What it costs, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_text: Option<String>,
    /// Languages spoken there (BCP 47); empty = unknown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// The source's words about languages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub languages_text: Option<String>,
    /// Contact of the service as a whole; a site's own contact goes before it.
    #[serde(default, skip_serializing_if = "Contact::is_empty")]
    pub contact: Contact,
    /// What the service does as a whole.
    #[serde(default)]
    pub status: ServiceStatus,
    /// Services that belong together with this one ("gehört zu").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<ServiceId>,
    /// The sites; at least one, so that every service has a feature.
    pub sites: Vec<Site>,
}

impl Listing {
    /// Checks every field and reports every fault.
    ///
    /// # Errors
    /// All faults, each with its JSON pointer.
    pub fn validate(&self) -> Result<(), FieldErrors> {
        let mut faults = FieldErrors::default();
        check_text(&mut faults, "/name", &self.name, 1, 200);
        check_text(&mut faults, "/description", &self.description, 0, 5_000);
        faults.check(
            !self.categories.is_empty(),
            "/categories",
            "required",
            "an entry has at least one category",
        );
        faults.check(
            !self.sites.is_empty(),
            "/sites",
            "required",
            "an entry has at least one site",
        );
        if let (Some(low), Some(high)) = (self.ages.minimum, self.ages.maximum) {
            faults.check(
                low <= high,
                "/ages/maximum",
                "out_of_order",
                "the oldest age must not be below the youngest",
            );
        }
        self.contact.validate("/contact", &mut faults);
        let mut seen = BTreeSet::new();
        for (i, site) in self.sites.iter().enumerate() {
            let prefix = format!("/sites/{i}");
            faults.check(
                seen.insert(site.id),
                &format!("{prefix}/id"),
                "duplicate",
                "two sites of an entry have the same id",
            );
            site.validate(&prefix, &mut faults);
        }
        faults.into_result(())
    }

    /// The name a visitor reads for one of the sites.
    #[must_use]
    pub fn name_at<'a>(&'a self, site: &'a Site) -> &'a str {
        site.name.as_deref().unwrap_or(&self.name)
    }
}

/// Length in characters and no control characters but line breaks (PostgreSQL refuses NUL, so do we).
fn check_text(faults: &mut FieldErrors, pointer: &str, text: &str, min: usize, max: usize) {
    let length = text.trim().chars().count();
    faults.check(
        (min..=max).contains(&length),
        pointer,
        "length",
        &format!("must have {min} to {max} characters"),
    );
    faults.check(
        !text.chars().any(|c| c.is_control() && c != '\n'),
        pointer,
        "control_character",
        "must not hold control characters",
    );
}
