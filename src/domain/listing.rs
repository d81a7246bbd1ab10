//! An entry (Eintrag): a service with its sites, hours and contacts, shown and edited as one.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::contact::Contact;
use super::error::FieldErrors;
use super::ids::{OrganizationId, ServiceId, TermCode};
use super::known::YesNo;
use super::site::{Address, Site};
use super::status::ServiceStatus;
use super::text::check_texts;

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

/// A closure that will pass: what the public reads meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// Why, and what to do meanwhile, in words.
    pub text: String,
    /// The last day it is expected to last; it does not open by itself, but is asked about from the day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
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
    /// Whether one is helped there without giving one's name.
    #[serde(default, skip_serializing_if = "YesNo::is_unknown")]
    pub anonymous: YesNo,
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
    /// What the public reads while it is closed for a while; only with [`ServiceStatus::TemporarilyClosed`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closure: Option<Closure>,
    /// The first day on which it is shown, where it is published ahead of its time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publish_from: Option<NaiveDate>,
    /// The last day on which it is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publish_until: Option<NaiveDate>,
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
        check_texts(self, &mut faults);
        faults.check(!self.name.trim().is_empty(), "/name", "required", "an entry has a name");
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
        self.validate_publication(&mut faults);
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

    /// Checks what even a draft must keep to: what is missing may be missing, what is there must be sound.
    ///
    /// # Errors
    /// All faults, each with its JSON pointer.
    pub fn validate_draft(&self) -> Result<(), FieldErrors> {
        let mut faults = self.validate().err().unwrap_or_default();
        faults.0.retain(|fault| fault.code != "required");
        faults.into_result(())
    }

    /// When it is shown, and what is said while it is closed.
    fn validate_publication(&self, faults: &mut FieldErrors) {
        if let (Some(from), Some(until)) = (self.publish_from, self.publish_until) {
            faults.check(
                from <= until,
                "/publish_until",
                "out_of_order",
                "the last day must not be before the first",
            );
        }
        if let Some(closure) = &self.closure {
            faults.check(
                self.status == ServiceStatus::TemporarilyClosed,
                "/closure",
                "not_closed",
                "only an entry that is closed for a while says so; set its status or leave this out",
            );
            faults.check(
                !closure.text.trim().is_empty(),
                "/closure/text",
                "required",
                "say why, and what to do meanwhile",
            );
        }
    }

    /// The entry without what is nobody's business but that of its provider and the editors: remarks, and of protected
    /// sites everything that tells the place but the municipality.
    #[must_use]
    pub fn for_public(&self) -> Self {
        let mut listing = self.clone();
        for site in &mut listing.sites {
            site.internal_note = None;
            site.place_recorded = site.is_protected()
                && site.municipality.is_some()
                && (site.position.is_some() || site.place_recorded);
            if site.public_position().is_none() {
                site.position = None;
            }
            if site.is_protected() {
                site.address = Address::default();
            }
        }
        listing
    }

    /// The name a visitor reads for one of the sites.
    #[must_use]
    pub fn name_at<'a>(&'a self, site: &'a Site) -> &'a str {
        site.name.as_deref().unwrap_or(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_that_says_nothing_of_names_stays_as_it_is() {
        let old = serde_json::json!({
            "id": ServiceId::stable("test", "a"), "name": "Tafel", "description": "",
            "categories": ["tafel"], "status": "active", "sites": [],
        });
        let mut listing: Listing = serde_json::from_value(old.clone()).unwrap();
        assert_eq!(listing.anonymous, YesNo::Unknown);
        assert_eq!(serde_json::to_value(&listing).unwrap(), old);
        for answer in [YesNo::Yes, YesNo::No] {
            listing.anonymous = answer;
            let document = serde_json::to_value(&listing).unwrap();
            assert_eq!(document["anonymous"], answer.as_str());
            assert_eq!(serde_json::from_value::<Listing>(document).unwrap(), listing);
        }
    }
}
