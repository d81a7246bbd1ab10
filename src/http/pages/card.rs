//! A hit in a list: what it is, where, when, how to reach it.

use super::context::Context;
use super::entry::translation_outdated;
use super::hours::{self, OpenWords};
use super::places::distance_words;
use super::query::Words;
use super::shell::Mark;
use crate::atlas::{Hit, SiteRef, SiteView};
use crate::domain::{CoordPrecision, Freshness, Listing, LocationDisclosure, Site, SiteType};

/// Longest summary on a card, in characters.
const SUMMARY: usize = 160;

/// A phone number to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phone {
    /// `tel:` address.
    pub(crate) href: String,
    /// As published.
    pub(crate) number: String,
}

/// A part of a text; what was looked for is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) text: String,
    pub(crate) marked: bool,
}

/// A text without marks.
fn plain(text: &str) -> Vec<Part> {
    let part = || Part { text: text.to_owned(), marked: false };
    if text.is_empty() { Vec::new() } else { vec![part()] }
}

/// A card of the list.
#[allow(clippy::struct_excessive_bools, reason = "each is asked for by itself in the template")]
pub(crate) struct Card {
    pub(crate) feature_id: String,
    pub(crate) service_id: String,
    pub(crate) mark: Mark,
    /// Longitude and latitude, where there is a public point.
    pub(crate) point: Option<(f64, f64)>,
    /// Whether the point is that of the house or next door.
    pub(crate) precise: bool,
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) name_parts: Vec<Part>,
    /// Whether the name is translated; otherwise it is German.
    pub(crate) name_translated: bool,
    pub(crate) category: String,
    pub(crate) category_parts: Vec<Part>,
    pub(crate) organization: Option<String>,
    pub(crate) summary_parts: Vec<Part>,
    /// Whether the summary is translated.
    pub(crate) summary_translated: bool,
    /// Why it is a hit, where the marked words do not say so.
    pub(crate) reasons: Vec<String>,
    pub(crate) place: String,
    /// Whether to say that the place is only roughly known.
    pub(crate) approx: bool,
    pub(crate) distance: Option<String>,
    pub(crate) open: OpenWords,
    /// What to say about the age of the entry, if it is stale or of unknown age, and about that of its translation.
    pub(crate) stale: Option<String>,
    pub(crate) phone: Option<Phone>,
    /// "… anrufen: …", for screen readers and print.
    pub(crate) call: String,
    /// The entry is nobody else's business: a list of hits does not offer to keep it.
    pub(crate) discreet: bool,
    /// The page stands in a frame of somebody else: links open a window of their own, nothing is kept.
    pub(crate) framed: bool,
    /// "… merken", for screen readers.
    pub(crate) save: String,
}

/// The cards of the hits of a page; `back` are the words to come back with.
pub(crate) fn cards(context: &Context, hits: &[Hit], back: &Words) -> Vec<Card> {
    hits.iter().filter_map(|hit| card(context, hit.site, hit.distance_m, back)).collect()
}

/// The card of one site; `None` if it has just gone.
pub(crate) fn card(
    context: &Context,
    site: SiteRef,
    distance_m: Option<f64>,
    back: &Words,
) -> Option<Card> {
    let view = context.view(site)?;
    let point = context.snapshot.point(site);
    let site = view.site()?;
    let listing = &view.listing;
    let category = listing.categories.first()?;
    let precision = site.public_position().map(|p| p.precision);
    let organization = organization_name(context, listing);
    let texts = context.texts;
    let phone = phone(context, listing, site);
    let name = listing.name_at(site).to_owned();
    let call = phone.as_ref().map(|phone| {
        let args = [("name", (&name).into()), ("number", (&phone.number).into())];
        texts.with("call-name", &args)
    });
    let region = &context.reference().region;
    Some(Card {
        framed: false,
        discreet: region.is_discreet(&context.reference().taxonomy, &listing.categories),
        save: texts.with("save-named", &[("name", (&name).into())]),
        feature_id: site.id.to_string(),
        service_id: listing.id.to_string(),
        mark: context.prepared.mark(category.as_str())?.clone(),
        point: point.map(|p| (p.lon, p.lat)),
        precise: precision.is_some_and(CoordPrecision::is_exact),
        href: href(listing, site, back),
        name_translated: view.spoken.name_at(site),
        name_parts: plain(&name),
        name,
        category_parts: plain(context.term_label(category.as_str())),
        category: context.term_label(category.as_str()).to_owned(),
        organization,
        summary_translated: view.spoken.description_at(site),
        summary_parts: plain(&summary(listing, site)),
        reasons: Vec::new(),
        place: place(context, site),
        approx: point.is_some() && precision.is_some_and(|p| !p.is_exact()),
        distance: distance_m
            .map(|m| distance_words(texts, m, precision.is_some_and(CoordPrecision::is_marker))),
        open: context.hours().on_card(site, view.open_state),
        stale: doubt(context, &view, site),
        phone,
        call: call.unwrap_or_default(),
    })
}

/// The address of an entry's page, with the words to come back with and the site, if there are several.
pub(crate) fn href(listing: &Listing, site: &Site, back: &Words) -> String {
    let first = listing.sites.first().is_some_and(|s| s.id == site.id);
    let words = Words { site: (!first).then_some(site.id), ..back.clone() };
    words.href(&format!("/angebote/{}", listing.id))
}

/// The provider's name: of the record, else in the words of the source.
pub(crate) fn organization_name(context: &Context, listing: &Listing) -> Option<String> {
    let known = listing.organization_id.and_then(|id| context.reference().organizations.get(&id));
    known.map(|o| o.name.clone()).or_else(|| listing.organization_text.clone())
}

/// The site's own words, else the service's, cut to a few lines.
fn summary(listing: &Listing, site: &Site) -> String {
    let text = site.description.as_deref().unwrap_or(&listing.description);
    hours::shortened(text, SUMMARY)
}

/// Where it is, in one line; never more than the site discloses.
pub(crate) fn place(context: &Context, site: &Site) -> String {
    let texts = context.texts;
    let town = site.municipality.map(|ags| context.municipality_name(ags)).unwrap_or_default();
    if is_protected(site) {
        return if town.is_empty() {
            texts.t("place-protected").to_owned()
        } else {
            texts.with("place-protected-in", &[("town", town.into())])
        };
    }
    match site.site_type {
        SiteType::Online => return texts.t("place-online").to_owned(),
        SiteType::Phone => return texts.t("place-phone").to_owned(),
        SiteType::Outreach => return texts.t("place-outreach").to_owned(),
        SiteType::Mobile => return texts.t("place-mobile").to_owned(),
        _ => {}
    }
    let address = &site.address;
    let town = if town.is_empty() { address.locality.as_deref().unwrap_or_default() } else { town };
    let district = address.district.as_deref().filter(|d| !town.contains(d));
    let parts: Vec<&str> = [address.street.as_deref(), district, Some(town)]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() { texts.t("place-none").to_owned() } else { parts.join(", ") }
}

/// Whether the address is protected: neither street nor point may be shown, whatever the record holds.
pub(crate) fn is_protected(site: &Site) -> bool {
    site.disclosure == LocationDisclosure::Protected || site.site_type == SiteType::Protected
}

/// A warning where the entry is stale or its age unknown, and where its translation may be out of date.
fn doubt(context: &Context, view: &SiteView, site: &Site) -> Option<String> {
    match (stale(context, view), translation_outdated(context, view, site)) {
        (Some(stale), Some(outdated)) => Some(format!("{stale} {outdated}")),
        (stale, outdated) => stale.or(outdated),
    }
}

/// A warning where the entry is stale or its age unknown.
pub(crate) fn stale(context: &Context, view: &SiteView) -> Option<String> {
    let assurance = &view.site()?.assurance;
    let texts = context.texts;
    match (view.freshness, assurance.date) {
        (Freshness::Fresh, _) => None,
        (_, Some(date)) => {
            let date = texts.partial_date(date);
            Some(texts.with("card-stale", &[("date", (&date).into())]))
        }
        (_, None) => Some(texts.t("card-age-unknown").to_owned()),
    }
}

/// The first number: the site's, the service's, else the provider's.
fn phone(context: &Context, listing: &Listing, site: &Site) -> Option<Phone> {
    let organization =
        listing.organization_id.and_then(|id| context.reference().organizations.get(&id));
    let number = site
        .contact
        .phones
        .first()
        .or_else(|| listing.contact.phones.first())
        .or_else(|| organization.and_then(|o| o.contact.phones.first()))?;
    phone_link(number)
}

/// A number with its `tel:` address (RFC 3966): digits, with the leading plus of an international number.
/// Words behind the number ("07531 800 (Mo 8–12 Uhr)") are not dialled.
pub(crate) fn phone_link(number: &str) -> Option<Phone> {
    let trimmed = number.trim();
    let dialled = trimmed.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+' && c != '(');
    let end = dialled.find(char::is_alphabetic).unwrap_or(dialled.len());
    let dialled = dialled.get(..end).unwrap_or_default();
    // "+49 (0)7531": the zero in brackets is not dialled from abroad.
    let (plus, dialled) = if dialled.starts_with('+') {
        ("+", dialled.replacen("(0)", "", 1))
    } else {
        ("", dialled.to_owned())
    };
    let digits: String = dialled.chars().filter(char::is_ascii_digit).collect();
    (!digits.is_empty())
        .then(|| Phone { href: format!("tel:{plus}{digits}"), number: trimmed.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_is_dialled_without_its_ornaments() {
        let href = |number: &str| phone_link(number).map(|p| p.href);
        assert_eq!(href("07531 800-2700").as_deref(), Some("tel:075318002700"));
        assert_eq!(href("+49 (0)7531 800").as_deref(), Some("tel:+497531800"));
        assert_eq!(href("(07531) 800 (Mo 8–12 Uhr)").as_deref(), Some("tel:07531800"));
        assert_eq!(href("Tel. 110").as_deref(), Some("tel:110"));
        assert_eq!(href("Zentrale"), None);
    }
}
