//! A contact as vCard 4.0 (RFC 6350).

use calcard::vcard::{
    VCard, VCardEntry, VCardKind, VCardParameter, VCardProperty, VCardValue, VCardValueType,
    VCardVersion,
};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{PRODUCT, utc};
use crate::domain::LonLat;

/// An address, as far as it is public.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CardAddress<'a> {
    /// What stands above the street.
    pub detail: &'a str,
    /// Street and house number.
    pub street: &'a str,
    /// Postcode.
    pub postcode: &'a str,
    /// Town, with the part of it.
    pub locality: &'a str,
}

impl CardAddress<'_> {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == CardAddress::default()
    }
}

/// What a contact says.
#[derive(Debug, Clone, PartialEq)]
pub struct ContactCard<'a> {
    /// Names it; the same at each download, so that a newer card replaces the older.
    pub id: Uuid,
    /// Its name.
    pub name: &'a str,
    /// Who runs it.
    pub organization: Option<&'a str>,
    /// Kinds of offer, in words.
    pub categories: Vec<&'a str>,
    /// `tel:` addresses (RFC 3966).
    pub phones: Vec<&'a str>,
    /// Mail address.
    pub email: Option<&'a str>,
    /// Website.
    pub website: Option<&'a str>,
    /// The page that the card was made from.
    pub page: &'a str,
    /// Where it is; empty where that is not public.
    pub address: CardAddress<'a>,
    /// The point, only where it is that of the house.
    pub point: Option<LonLat>,
    /// Language of the words (BCP 47).
    pub language: &'a str,
    /// How old the facts are, and when it is open, in words.
    pub note: &'a str,
    /// When the entry was changed.
    pub revised: Option<DateTime<Utc>>,
}

/// Writes a contact as vCard 4.0, lines ending with CR LF and folded after 75 bytes.
#[must_use]
pub fn write_contact(card: &ContactCard<'_>) -> String {
    let mut entries = vec![
        text(VCardProperty::Prodid, PRODUCT),
        uri(VCardProperty::Uid, &card.id.urn().to_string()),
        VCardEntry::new(VCardProperty::Kind).with_value(VCardKind::Org),
        text(VCardProperty::Fn, card.name),
        uri(VCardProperty::Source, card.page),
        text(VCardProperty::Lang, card.language),
    ];
    entries.extend(card.organization.map(|name| {
        VCardEntry::new(VCardProperty::Org).with_value(VCardValue::Text(one_line(name)))
    }));
    if !card.categories.is_empty() {
        let labels = card.categories.iter().map(|label| VCardValue::Text(one_line(label)));
        entries.push(VCardEntry::new(VCardProperty::Categories).with_values(labels.collect()));
    }
    entries.extend(card.phones.iter().map(|phone| uri(VCardProperty::Tel, phone)));
    entries.extend(card.email.map(|address| text(VCardProperty::Email, address)));
    entries.extend(card.website.map(|address| uri(VCardProperty::Url, address)));
    if !card.address.is_empty() {
        entries.push(address(&card.address));
    }
    entries.extend(
        card.point.map(|p| uri(VCardProperty::Geo, &format!("geo:{:.5},{:.5}", p.lat, p.lon))),
    );
    if !card.note.is_empty() {
        entries.push(VCardEntry::new(VCardProperty::Note).with_value(card.note.to_owned()));
    }
    entries.extend(card.revised.map(|moment| {
        VCardEntry::new(VCardProperty::Rev).with_value(VCardValue::PartialDateTime(utc(moment)))
    }));
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = VCard { entries }.write_to(&mut out, VCardVersion::V4_0);
    out
}

/// Post box, extension, street, town, region, postcode, country (RFC 6350, 6.3.1).
fn address(address: &CardAddress<'_>) -> VCardEntry {
    let CardAddress { detail, street, postcode, locality } = *address;
    let parts = ["", detail, street, locality, "", postcode, ""];
    let parts = parts.map(|part| VCardValue::Text(one_line(part)));
    VCardEntry::new(VCardProperty::Adr).with_values(parts.into())
}

fn text(name: VCardProperty, value: &str) -> VCardEntry {
    VCardEntry::new(name).with_value(one_line(value))
}

fn uri(name: VCardProperty, value: &str) -> VCardEntry {
    VCardEntry::new(name)
        .with_param(VCardParameter::value(VCardValueType::Uri))
        .with_value(one_line(value))
}

/// What would end a line and begin a property of its own becomes a blank.
fn one_line(text: &str) -> String {
    text.split(char::is_control).collect::<Vec<_>>().join(" ")
}
