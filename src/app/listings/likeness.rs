//! How much two entries look alike, and why: a number with its reasons, so that an editor can judge.
//!
//! Names are compared by the Sørensen–Dice coefficient of their trigrams (Dice 1945, "Measures of the amount of
//! ecologic association between species"; on letters of words: Adamson and Boreham 1974). A name alone proves nothing:
//! a pair needs a phone number, an address, a nearby point, a mail address or a website in common. One house with
//! several offers of one provider stays below the threshold, because their names differ.

use std::collections::BTreeSet;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::domain::{Contact, Listing, LonLat, OrganizationId, ServiceId, Site, TermCode};
use crate::spatial::distance::straight_m;

/// Metres between the points of two sites that may be the same house.
const NEAR_M: f64 = 75.0;
/// Score from which a pair is worth a look.
pub(super) const WORTH_A_LOOK: f64 = 0.5;

/// Something two entries have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// Their names are alike.
    Name,
    /// A phone number.
    Phone,
    /// Street, house number and postcode.
    Address,
    /// Points within 75 metres.
    Distance,
    /// A mail address.
    Email,
    /// A website.
    Website,
    /// The provider.
    Organization,
    /// A category.
    Category,
}

/// What of an entry is compared.
#[derive(Debug, Clone)]
pub(super) struct Profile {
    pub(super) id: ServiceId,
    pub(super) name: String,
    trigrams: BTreeSet<[char; 3]>,
    phones: BTreeSet<String>,
    emails: BTreeSet<String>,
    websites: BTreeSet<String>,
    addresses: BTreeSet<String>,
    points: Vec<LonLat>,
    organization: Option<OrganizationId>,
    categories: BTreeSet<TermCode>,
}

impl Profile {
    pub(super) fn new(listing: &Listing) -> Self {
        let contacts: Vec<&Contact> = std::iter::once(&listing.contact)
            .chain(listing.sites.iter().map(|site| &site.contact))
            .collect();
        let phones = contacts.iter().flat_map(|c| &c.phones).map(|text| phone(text));
        let emails = contacts.iter().filter_map(|c| c.email.as_deref()).map(str::to_lowercase);
        let websites = contacts.iter().filter_map(|c| c.website.as_deref()).map(website);
        let own = listing.sites.iter();
        Self {
            id: listing.id,
            name: listing.name.clone(),
            trigrams: trigrams(&folded(&listing.name)),
            phones: phones.filter(|digits| digits.len() >= 5).collect(),
            emails: emails.collect(),
            websites: websites.collect(),
            addresses: own.clone().filter_map(address).collect(),
            // The point of a protected site is no clue for anybody.
            points: own
                .filter_map(|site| site.public_position())
                .filter(|position| position.precision.is_exact())
                .map(|position| position.point)
                .collect(),
            organization: listing.organization_id,
            categories: listing.categories.iter().cloned().collect(),
        }
    }

    /// Words under which another entry must be found to be compared at all.
    pub(super) fn keys(&self) -> impl Iterator<Item = String> + '_ {
        let of = |kind: &'static str, texts: &BTreeSet<String>| -> Vec<String> {
            texts.iter().map(|text| format!("{kind}{text}")).collect()
        };
        // Squares of about 100 m: points within 75 m of each other share one of the four around their corners.
        let squares = self.points.iter().flat_map(|point| {
            let (x, y) = (point.lon * 750.0, point.lat * 1_000.0);
            [(0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5)].map(|(dx, dy)| {
                format!("@{dx}{dy}{:.0},{:.0}", (x / 2.0 + dx).floor(), (y / 2.0 + dy).floor())
            })
        });
        of("p", &self.phones)
            .into_iter()
            .chain(of("m", &self.emails))
            .chain(of("w", &self.websites))
            .chain(of("a", &self.addresses))
            .chain(squares)
    }

    /// How much two entries look alike, from 0 to 1, and why.
    pub(super) fn compare(&self, other: &Self) -> (f64, Vec<Likeness>) {
        let shares = |a: &BTreeSet<String>, b: &BTreeSet<String>| !a.is_disjoint(b);
        let name = dice(&self.trigrams, &other.trigrams);
        let near =
            self.points.iter().any(|a| other.points.iter().any(|b| straight_m(*a, *b) <= NEAR_M));
        let same_organization =
            self.organization.is_some() && self.organization == other.organization;
        let evidence = [
            (Likeness::Phone, 0.12, shares(&self.phones, &other.phones)),
            (Likeness::Address, 0.10, shares(&self.addresses, &other.addresses)),
            (Likeness::Distance, 0.06, near),
            (Likeness::Email, 0.05, shares(&self.emails, &other.emails)),
            (Likeness::Website, 0.04, shares(&self.websites, &other.websites)),
        ];
        if !evidence.iter().any(|(_, _, holds)| *holds) {
            return (0.0, Vec::new());
        }
        let hints = [
            (Likeness::Organization, 0.02, same_organization),
            (Likeness::Category, 0.06, !self.categories.is_disjoint(&other.categories)),
        ];
        let mut score = 0.55 * name;
        let mut reasons = Vec::new();
        if name >= 0.5 {
            reasons.push(Likeness::Name);
        }
        for (reason, weight, _) in evidence.into_iter().chain(hints).filter(|(.., holds)| *holds) {
            score += weight;
            reasons.push(reason);
        }
        (score, reasons)
    }
}

/// Whether two sites are the same house: the same address, or points within 75 m where one of them has none.
#[must_use]
pub(super) fn same_place(a: &Site, b: &Site) -> bool {
    if a.is_protected() || b.is_protected() {
        // What is known of the one must not be taken over into the other.
        return a.id == b.id;
    }
    if a.location_id == b.location_id {
        return true;
    }
    if let (Some(a), Some(b)) = (address(a), address(b)) {
        return a == b;
    }
    let points = a.public_position().zip(b.public_position());
    points.is_some_and(|(a, b)| {
        a.precision.is_exact() && b.precision.is_exact() && straight_m(a.point, b.point) <= NEAR_M
    })
}

/// Lower case without marks; what is neither letter nor digit becomes one space.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace('ß', "ss");
    let letters = lower.nfkd().filter(|c| !is_combining_mark(*c));
    let spaced: String = letters.map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn trigrams(text: &str) -> BTreeSet<[char; 3]> {
    let padded: Vec<char> = "  ".chars().chain(text.chars()).chain(" ".chars()).collect();
    padded.windows(3).filter_map(|three| three.try_into().ok()).collect()
}

fn dice(a: &BTreeSet<[char; 3]>, b: &BTreeSet<[char; 3]>) -> f64 {
    let all = a.len() + b.len();
    if all == 0 { 0.0 } else { 2.0 * a.intersection(b).count() as f64 / all as f64 }
}

/// Digits of a number without the country's prefix.
fn phone(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let national = match text.trim_start().strip_prefix('+') {
        Some(_) => digits.strip_prefix("49").unwrap_or(&digits),
        None => digits.strip_prefix("0049").unwrap_or(&digits),
    };
    national.trim_start_matches('0').to_owned()
}

/// Host and path without what is written in many ways.
fn website(text: &str) -> String {
    let lower = text.to_lowercase();
    let rest = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/').to_owned()
}

/// Street with house number, and postcode or town; none without a number, and none of a protected site.
fn address(site: &Site) -> Option<String> {
    if site.is_protected() {
        return None;
    }
    let street = folded(site.address.street.as_deref()?);
    if !street.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let town = site.address.postcode.as_deref().or(site.address.locality.as_deref())?;
    let words = street.replace("strasse", "str").replace(' ', "");
    Some(format!("{words}|{}", folded(town)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_streets_and_addresses_of_pages_meet_however_they_are_written() {
        assert_eq!(phone("+49 7531 800-0"), phone("07531/8000"));
        assert_eq!(phone("0049 (0)7531 8000"), phone("07531 8000"));
        assert_eq!(website("https://www.Example.org/a/"), website("http://example.org/a"));
        assert_eq!(folded("Straße  der Äpfel, 1"), "strasse der apfel 1");
    }

    #[test]
    fn names_alike_score_high_and_others_low() {
        let score = |a: &str, b: &str| dice(&trigrams(&folded(a)), &trigrams(&folded(b)));
        assert!((score("Tafel", "Tafel") - 1.0).abs() < f64::EPSILON);
        assert!(score("Tafel Musterstadt e.V.", "Musterstädter Tafel") > 0.5);
        assert!(score("Schuldnerberatung", "Schwangerenberatung") < 0.6);
        assert!(score("", "") > 0.0, "two empty names have their padding in common");
    }
}
