//! What the one entry that stays says from now on: chosen field by field from two.

use std::collections::BTreeMap;

use crate::domain::{Contact, FeatureId, Listing};

/// Where a field is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum From {
    /// The entry that stays.
    Kept,
    /// The entry that goes.
    Merged,
    /// Both: a list holds the values of either.
    Both,
}

impl From {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Merged => "merged",
            Self::Both => "both",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        [Self::Kept, Self::Merged, Self::Both].into_iter().find(|from| from.word() == word)
    }
}

/// The fields that can be chosen, in the order of the entry's page; whether both can be had.
pub(super) const FIELDS: [(&str, bool); 16] = [
    ("name", false),
    ("description", false),
    ("organization_id", false),
    ("co_organization_ids", true),
    ("categories", true),
    ("target_groups", true),
    ("service_forms", true),
    ("legal_bases", true),
    ("ages", false),
    ("free", false),
    ("anonymous", false),
    ("languages", true),
    ("phones", true),
    ("email", false),
    ("website", false),
    ("related", true),
];

/// Where each field is taken from, and which sites come along.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Choices {
    pub(super) fields: BTreeMap<&'static str, From>,
    /// Sites of the entry that goes.
    pub(super) sites: Vec<FeatureId>,
}

impl Choices {
    /// What is most likely meant: what the one that stays says, of the other what it lacks, and all its sites.
    pub(super) fn likely(kept: &Listing, merged: &Listing) -> Self {
        let fields = FIELDS.into_iter().map(|(field, both)| {
            let from = match (is_empty(kept, field), both) {
                (true, _) => From::Merged,
                (false, true) => From::Both,
                (false, false) => From::Kept,
            };
            (field, from)
        });
        Self { fields: fields.collect(), sites: merged.sites.iter().map(|site| site.id).collect() }
    }

    /// What was chosen in a form; `get` gives the value of a field, `sites` those that are ticked.
    pub(super) fn read<'a>(
        get: impl Fn(&str) -> &'a str,
        sites: impl Iterator<Item = &'a str>,
    ) -> Self {
        let fields = FIELDS.into_iter().map(|(field, both)| {
            let from = From::parse(get(field)).filter(|from| both || *from != From::Both);
            (field, from.unwrap_or(From::Kept))
        });
        Self { fields: fields.collect(), sites: sites.filter_map(|id| id.parse().ok()).collect() }
    }

    /// Where a field is taken from.
    pub(super) fn from(&self, field: &str) -> From {
        self.fields.get(field).copied().unwrap_or(From::Kept)
    }

    /// The entry that stays, as it is to be.
    pub(super) fn apply(&self, kept: &Listing, merged: &Listing) -> Listing {
        let mut listing = kept.clone();
        for (field, from) in &self.fields {
            take(&mut listing, merged, field, *from);
        }
        listing.related.retain(|id| *id != kept.id && *id != merged.id);
        let added = merged.sites.iter().filter(|site| self.sites.contains(&site.id));
        let new: Vec<_> =
            added.filter(|site| !kept.sites.iter().any(|own| own.id == site.id)).cloned().collect();
        listing.sites.extend(new);
        listing
    }
}

fn is_empty(listing: &Listing, field: &str) -> bool {
    match field {
        "name" => listing.name.trim().is_empty(),
        "description" => listing.description.trim().is_empty(),
        "organization_id" => {
            listing.organization_id.is_none() && listing.organization_text.is_none()
        }
        "co_organization_ids" => listing.co_organization_ids.is_empty(),
        "categories" => listing.categories.is_empty(),
        "target_groups" => {
            listing.target_groups.is_empty() && listing.target_group_texts.is_empty()
        }
        "service_forms" => listing.service_forms.is_empty(),
        "legal_bases" => listing.legal_bases.is_empty(),
        "ages" => listing.ages.is_empty(),
        "free" => listing.free.is_unknown() && listing.cost_text.is_none(),
        "anonymous" => listing.anonymous.is_unknown(),
        "languages" => listing.languages.is_empty() && listing.languages_text.is_none(),
        "phones" => listing.contact.phones.is_empty(),
        "email" => listing.contact.email.is_none(),
        "website" => listing.contact.website.is_none(),
        "related" => listing.related.is_empty(),
        _ => false,
    }
}

/// Takes a field of the other entry: instead of one's own, or in addition to it.
fn take(listing: &mut Listing, other: &Listing, field: &str, from: From) {
    if from == From::Kept {
        return;
    }
    let both = from == From::Both;
    match field {
        "name" => listing.name.clone_from(&other.name),
        "description" => listing.description.clone_from(&other.description),
        "organization_id" => {
            listing.organization_id = other.organization_id;
            listing.organization_text.clone_from(&other.organization_text);
        }
        "co_organization_ids" => {
            join(&mut listing.co_organization_ids, &other.co_organization_ids, both);
        }
        "categories" => join(&mut listing.categories, &other.categories, both),
        "target_groups" => {
            join(&mut listing.target_groups, &other.target_groups, both);
            join(&mut listing.target_group_texts, &other.target_group_texts, both);
        }
        "service_forms" => join(&mut listing.service_forms, &other.service_forms, both),
        "legal_bases" => join(&mut listing.legal_bases, &other.legal_bases, both),
        "ages" => listing.ages = other.ages,
        "free" => {
            listing.free = other.free;
            listing.cost_text.clone_from(&other.cost_text);
        }
        "anonymous" => listing.anonymous = other.anonymous,
        "languages" => {
            join(&mut listing.languages, &other.languages, both);
            let text = &mut listing.languages_text;
            match (both, &text) {
                (true, Some(_)) => {}
                _ => text.clone_from(&other.languages_text),
            }
        }
        "related" => join(&mut listing.related, &other.related, both),
        _ => take_contact(&mut listing.contact, &other.contact, field, both),
    }
}

fn take_contact(contact: &mut Contact, other: &Contact, field: &str, both: bool) {
    match field {
        "phones" => join(&mut contact.phones, &other.phones, both),
        "email" => contact.email.clone_from(&other.email),
        "website" => contact.website.clone_from(&other.website),
        _ => {}
    }
}

fn join<T: Clone + PartialEq>(own: &mut Vec<T>, other: &[T], both: bool) {
    if !both {
        own.clear();
    }
    for value in other {
        if !own.contains(value) {
            own.push(value.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AgeRange, ServiceId, ServiceStatus, YesNo};

    fn listing(name: &str) -> Listing {
        let mut listing: Listing = serde_json::from_value(serde_json::json!({
            "id": ServiceId::stable("test", name),
            "name": name,
            "categories": ["tafel"],
            "sites": [],
        }))
        .unwrap();
        listing.status = ServiceStatus::Active;
        listing
    }

    #[test]
    fn the_likely_choice_keeps_what_is_there_and_fills_what_is_missing() {
        let mut kept = listing("eins");
        kept.contact.phones = vec!["0 1".into()];
        let mut merged = listing("zwei");
        merged.description = "Eine Beschreibung".into();
        merged.contact.phones = vec!["0 2".into(), "0 1".into()];
        merged.free = YesNo::Yes;
        kept.anonymous = YesNo::No;
        merged.anonymous = YesNo::Yes;
        let result = Choices::likely(&kept, &merged).apply(&kept, &merged);
        assert_eq!((result.id, &*result.name), (kept.id, "eins"));
        assert_eq!(result.description, "Eine Beschreibung");
        assert_eq!(result.contact.phones, ["0 1", "0 2"]);
        assert_eq!((result.free, result.anonymous), (YesNo::Yes, YesNo::No));
        kept.anonymous = YesNo::Unknown;
        let result = Choices::likely(&kept, &merged).apply(&kept, &merged);
        assert_eq!(result.anonymous, YesNo::Yes, "what the one does not say, the other may");
    }

    #[test]
    fn every_field_can_be_had_from_either_side() {
        let kept = listing("eins");
        let mut merged = listing("zwei");
        merged.ages = AgeRange { minimum: Some(6), maximum: None };
        merged.related = vec![kept.id, ServiceId::stable("test", "drei")];
        let all = |word: &'static str| Choices::read(|_| word, std::iter::empty());
        assert_eq!(all("kept").apply(&kept, &merged), kept);
        let taken = all("merged").apply(&kept, &merged);
        assert_eq!((taken.id, &*taken.name), (kept.id, "zwei"), "the id stays");
        assert_eq!(taken.ages, merged.ages);
        assert_eq!(taken.related, [ServiceId::stable("test", "drei")], "never related to itself");
        assert_eq!(all("both").apply(&kept, &merged).name, "eins", "a name cannot be both");
        assert_eq!(all("nonsense").apply(&kept, &merged), kept);
    }
}
