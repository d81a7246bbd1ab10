//! The prepared part of a GeoJSON feature: all that does not depend on the moment.

use serde::Serialize;
use serde_json::{Map, Value};

use super::lookup::Lookup;
use super::public::effective_status;
use crate::atlas::base::Fragment;
use crate::domain::{
    Address, Ags, AssuredBy, Confidence, Contact, CoordPrecision, Facet, FeatureId, Listing,
    LonLat, Organization, OrganizationId, PartialDate, PublicTranslation, PublicTranslations,
    Reach, ServiceId, ServiceStatus, ServiceText, Site, SiteText, SiteType, TermCode, TextKey,
    YesNo,
};
use crate::spatial::Crs;

/// Length of everything before the geometry, which is the same in every fragment: an id has 36 characters.
pub(in crate::atlas) const GEOMETRY_AT: usize = HEAD.len() + 36 + NECK.len();
const HEAD: &[u8] = br#"{"type":"Feature","id":""#;
const NECK: &[u8] = br#"","geometry":"#;
const PROPERTIES: &[u8] = br#","properties":"#;
const SERVICE: &[u8] = br#"{"service_id":""#;
const NAME: &[u8] = br#"","name":"#;

/// The flat properties of a feature, in the order in which they are written. `None` = unknown.
#[derive(Debug, Serialize)]
struct Properties<'a> {
    service_id: ServiceId,
    name: &'a str,
    description: Option<&'a str>,
    organization_id: Option<OrganizationId>,
    organization_name: Option<&'a str>,
    category: &'a [TermCode],
    category_label: Option<&'a str>,
    target_group: &'a [TermCode],
    minimum_age: Option<u8>,
    maximum_age: Option<u8>,
    municipality_ags: Option<Ags>,
    municipality_name: Option<&'a str>,
    address: Option<String>,
    coord_precision: Option<CoordPrecision>,
    position_accuracy_m: Option<f64>,
    site_type: SiteType,
    opening_hours: Option<&'a str>,
    opening_hours_text: Option<&'a str>,
    cost: Option<&'a str>,
    free: YesNo,
    anonymous: YesNo,
    languages: Option<&'a [String]>,
    accessible: YesNo,
    phone: Option<&'a str>,
    website: Option<&'a str>,
    service_area: Option<&'a [Ags]>,
    service_area_text: Option<&'a str>,
    status: ServiceStatus,
    assured_date: Option<PartialDate>,
    assured_by: AssuredBy,
    confidence: Option<Confidence>,
    source_urls: Vec<&'a str>,
    valid_to: Option<PartialDate>,
    last_modified: &'a str,
    /// By tag of the language; left out where nobody has translated anything.
    #[serde(skip_serializing_if = "Map::is_empty")]
    translations: Map<String, Value>,
}

/// Appends the fragment of a site, which lacks only the two properties that depend on the moment, and the two
/// closing braces. Returns the length of the geometry's text.
///
/// # Errors
/// None that could occur: every value is text, number or list. Serde asks for the type all the same.
pub(in crate::atlas) fn write_fragment(
    (listing, translations): (&Listing, &PublicTranslations),
    site: &Site,
    last_modified: &str,
    lookup: &Lookup,
    out: &mut Vec<u8>,
) -> Result<u8, serde_json::Error> {
    let start = out.len();
    write_head(site.id, out);
    write_point(site.public_position().map(|p| p.point), Crs::Crs84, out);
    let geometry_len = out.len() - start - GEOMETRY_AT;
    out.extend_from_slice(PROPERTIES);
    let properties = Properties {
        translations: translated(translations, site),
        ..properties(listing, site, last_modified, lookup)
    };
    serde_json::to_writer(&mut *out, &properties)?;
    // The object stays open for what is appended later.
    out.pop();
    // A point has at most two coordinates of 15 characters and 35 around them.
    Ok(u8::try_from(geometry_len).unwrap_or(u8::MAX))
}

/// The name in a prepared feature, found by its place: the properties begin with `service_id` and `name`.
pub(in crate::atlas) fn name_in(text: &[u8], fragment: Fragment) -> Option<String> {
    let rest = text.get(GEOMETRY_AT + usize::from(fragment.geometry_len)..)?;
    let rest = rest.strip_prefix(PROPERTIES)?.strip_prefix(SERVICE)?.get(36..)?;
    let rest = rest.strip_prefix(NAME)?;
    serde_json::Deserializer::from_slice(rest).into_iter::<String>().next()?.ok()
}

fn write_head(id: FeatureId, out: &mut Vec<u8>) {
    out.extend_from_slice(HEAD);
    let mut text = [0; 36];
    out.extend_from_slice(id.0.as_hyphenated().encode_lower(&mut text).as_bytes());
    out.extend_from_slice(NECK);
}

/// Appends a point in the axis order of the reference system, or `null` where there is none.
pub(in crate::atlas) fn write_point(point: Option<LonLat>, crs: Crs, out: &mut Vec<u8>) {
    let Some([first, second]) = point.and_then(|point| crs.from_lonlat(point)) else {
        out.extend_from_slice(b"null");
        return;
    };
    out.extend_from_slice(br#"{"type":"Point","coordinates":["#);
    write_coordinate(first, crs, out);
    out.push(b',');
    write_coordinate(second, crs, out);
    out.extend_from_slice(b"]}");
}

/// Appends a coordinate: degrees to 7 decimals (a centimetre), metres to 3; no trailing zeros.
pub(in crate::atlas) fn write_coordinate(value: f64, crs: Crs, out: &mut Vec<u8>) {
    use std::io::Write as _;
    let start = out.len();
    let decimals = if crs.is_geographic() { 7 } else { 3 };
    // Writing to memory does not fail.
    let _ = write!(out, "{value:.decimals$}");
    while out.last() == Some(&b'0') {
        out.pop();
    }
    if out.last() == Some(&b'.') {
        out.pop();
    }
    if out.get(start..) == Some(b"-0") {
        out.truncate(start);
        out.push(b'0');
    }
}

fn properties<'a>(
    listing: &'a Listing,
    site: &'a Site,
    last_modified: &'a str,
    lookup: &'a Lookup,
) -> Properties<'a> {
    let organization =
        listing.organization_id.and_then(|id| lookup.reference.organizations.get(&id));
    let municipality = site.municipality.and_then(|ags| lookup.municipality(ags));
    let precision = site.public_position().map(|p| p.precision);
    let accuracy = &lookup.reference.region.accuracy;
    let description = site.description.as_deref().unwrap_or(&listing.description);
    Properties {
        service_id: listing.id,
        name: listing.name_at(site),
        description: Some(description).filter(|text| !text.is_empty()),
        organization_id: listing.organization_id,
        organization_name: organization_name(listing, organization),
        category: &listing.categories,
        category_label: listing
            .categories
            .first()
            .and_then(|code| lookup.reference.taxonomy.find(code.as_str()))
            .filter(|term| term.facet == Facet::Topic)
            .map(|term| term.label.as_str()),
        target_group: &listing.target_groups,
        minimum_age: listing.ages.minimum,
        maximum_age: listing.ages.maximum,
        municipality_ags: site.municipality,
        municipality_name: municipality.map(|m| m.name.as_str()),
        address: address_line(&site.address).filter(|_| !site.is_protected()),
        coord_precision: precision,
        position_accuracy_m: precision.and_then(|p| accuracy.metres(p, site.municipality)),
        site_type: site.site_type,
        opening_hours: site.schedule.osm.as_deref(),
        opening_hours_text: site.schedule.text.as_deref(),
        cost: listing.cost_text.as_deref(),
        free: listing.free,
        anonymous: listing.anonymous,
        languages: Some(listing.languages.as_slice()).filter(|tags| !tags.is_empty()),
        accessible: site.accessible,
        phone: contact(listing, site, organization, |c| c.phones.first().map(String::as_str)),
        website: contact(listing, site, organization, |c| c.website.as_deref()),
        service_area: match &site.service_area.reach {
            Reach::Municipalities(list) => Some(list),
            Reach::Undeclared | Reach::Everywhere => None,
        },
        service_area_text: site.service_area.text.as_deref(),
        status: effective_status(listing.status, site.status),
        assured_date: site.assurance.date,
        assured_by: site.assurance.by,
        confidence: site.assurance.confidence,
        source_urls: site.assurance.sources.iter().map(|source| source.url.as_str()).collect(),
        valid_to: site.valid_to,
        last_modified,
        translations: Map::new(),
    }
}

/// The translated texts of a site and its service, by language, each under the name of its property; `stale` where the
/// German of any of them has changed since.
fn translated(translations: &PublicTranslations, site: &Site) -> Map<String, Value> {
    let one = |translation: &PublicTranslation| {
        let mut texts = Map::new();
        let mut stale = false;
        for (key, text) in &translation.texts {
            if let Some(name) = property_of(*key, site) {
                texts.insert(name.to_owned(), text.as_str().into());
                stale |= translation.stale.contains(key);
            }
        }
        texts.insert("stale".to_owned(), stale.into());
        (translation.language.tag().to_owned(), Value::Object(texts))
    };
    let some = translations.0.iter().map(one);
    some.filter(|(_, texts)| texts.as_object().is_some_and(|texts| texts.len() > 1)).collect()
}

/// The property that a text is shown in at a site; `None` for those that are no property, those of other sites, and those
/// in whose place the site has words of its own.
fn property_of(key: TextKey, site: &Site) -> Option<&'static str> {
    Some(match key {
        TextKey::Service(ServiceText::Name) if site.name.is_none() => "name",
        TextKey::Service(ServiceText::Description) if site.description.is_none() => "description",
        TextKey::Service(ServiceText::Cost) => "cost",
        TextKey::Site(id, text) if id == site.id => match text {
            SiteText::Name => "name",
            SiteText::Description => "description",
            SiteText::Hours => "opening_hours_text",
            SiteText::Area => "service_area_text",
            _ => return None,
        },
        TextKey::Service(_) | TextKey::Site(..) => return None,
    })
}

fn organization_name<'a>(
    listing: &'a Listing,
    organization: Option<&'a Organization>,
) -> Option<&'a str> {
    organization.map(|o| o.name.as_str()).or(listing.organization_text.as_deref())
}

/// A way to reach it: the site's own, else the service's, else the organization's.
fn contact<'a>(
    listing: &'a Listing,
    site: &'a Site,
    organization: Option<&'a Organization>,
    pick: impl Fn(&'a Contact) -> Option<&'a str>,
) -> Option<&'a str> {
    pick(&site.contact)
        .or_else(|| pick(&listing.contact))
        .or_else(|| organization.and_then(|o| pick(&o.contact)))
}

/// An address in one line: street, part of town, postcode and town, further words.
fn address_line(address: &Address) -> Option<String> {
    let town: Vec<&str> =
        [&address.postcode, &address.locality].into_iter().filter_map(|p| p.as_deref()).collect();
    let town = Some(town.join(" "));
    let parts: Vec<&str> = [&address.street, &address.district, &town, &address.detail]
        .into_iter()
        .filter_map(|part| part.as_deref())
        .filter(|part| !part.trim().is_empty())
        .collect();
    Some(parts.join(", ")).filter(|line| !line.is_empty())
}
