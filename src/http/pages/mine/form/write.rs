//! From an entry to fields.

use chrono::NaiveDate;

use super::site::{self, MOST_SITES, site_count};
use super::{Fields, FormWords, read};
use crate::domain::Listing;

/// The fields of an entry; of a new one if there is none.
pub(crate) fn fields_of(listing: Option<&Listing>, words: &FormWords) -> Fields {
    let blank = read::blank();
    let listing = listing.unwrap_or(&blank);
    let mut fields = Fields::default();
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    fields
        .push("organization", listing.organization_id.map(|id| id.to_string()).unwrap_or_default());
    fields.push("name", &listing.name);
    fields.push("description", &listing.description);
    listing.categories.iter().for_each(|code| fields.push("category", code.as_str()));
    listing.target_groups.iter().for_each(|code| fields.push("target_group", code.as_str()));
    listing.service_forms.iter().for_each(|code| fields.push("service_form", code.as_str()));
    listing.legal_bases.iter().for_each(|code| fields.push("legal_basis", code.as_str()));
    listing.related.iter().for_each(|id| fields.push("related", id.to_string()));
    fields.push("target-words", listing.target_group_texts.join("\n"));
    let age = |age: Option<u8>| age.map(|age| age.to_string()).unwrap_or_default();
    fields.push("age-minimum", age(listing.ages.minimum));
    fields.push("age-maximum", age(listing.ages.maximum));
    fields.push("free", listing.free.as_str());
    fields.push("anonymous", listing.anonymous.as_str());
    fields.push("cost", text(&listing.cost_text));
    listing.languages.iter().for_each(|tag| fields.push("language", tag));
    fields.push("languages-text", text(&listing.languages_text));
    site::write_contact(&mut fields, "", &listing.contact);
    fields.push("status", listing.status.as_str());
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let closure = listing.closure.as_ref();
    fields.push("closure", closure.map(|c| c.text.clone()).unwrap_or_default());
    fields.push("closure-until", day(closure.and_then(|c| c.until)));
    fields.push("publish-from", day(listing.publish_from));
    fields.push("publish-until", day(listing.publish_until));
    fields.push("sites", listing.sites.len().to_string());
    for (at, site) in listing.sites.iter().enumerate() {
        site::write(&mut fields, at, site, words);
    }
    fields
}

/// The form with one more empty site.
pub(crate) fn add_site(fields: &mut Fields, words: &FormWords) {
    let count = site_count(fields);
    if count < MOST_SITES {
        site::write(fields, count, &site::blank(), words);
        fields.set("sites", (count + 1).to_string());
    }
}

/// The form without site `gone`; the later ones move up.
pub(crate) fn remove_site(fields: &mut Fields, gone: usize) {
    let count = site_count(fields);
    if gone >= count {
        return;
    }
    fields.rename(|name| {
        let moved = name
            .strip_prefix("site-")
            .and_then(|rest| rest.split_once('-'))
            .and_then(|(number, end)| number.parse::<usize>().ok().map(|number| (number, end)));
        match moved {
            Some((number, _)) if number == gone => None,
            Some((number, end)) if number > gone => Some(site::site_field(number - 1, end)),
            _ => Some(name.to_owned()),
        }
    });
    fields.set("sites", (count - 1).to_string());
}
