//! One site of the form.

use super::hours;
use super::text::Reader;
use super::{Fields, FormWords};
use crate::domain::{
    Address, Ags, Assurance, Capacity, CapacityState, Contact, CoordPrecision, FeatureId,
    LocationDisclosure, LocationId, LonLat, PartialDate, Position, Reach, Schedule, ServiceArea,
    ServiceStatus, Site, SiteType, YesNo,
};

/// Most sites of an entry in the form.
pub(crate) const MOST_SITES: usize = 30;

/// The name of a field of site `at`.
pub(crate) fn site_field(at: usize, end: &str) -> String {
    format!("site-{at}-{end}")
}

/// How many sites a form holds.
pub(crate) fn site_count(fields: &Fields) -> usize {
    fields.get("sites").parse::<usize>().unwrap_or(0).min(MOST_SITES)
}

/// A site nobody has filled in; the id is given when it is saved.
pub(super) fn blank() -> Site {
    Site {
        id: FeatureId(uuid::Uuid::nil()),
        location_id: LocationId(uuid::Uuid::nil()),
        source_id: None,
        name: None,
        description: None,
        site_type: SiteType::default(),
        disclosure: LocationDisclosure::default(),
        municipality: None,
        address: Address::default(),
        position: None,
        schedule: Schedule::default(),
        contact: Contact::default(),
        accessible: YesNo::Unknown,
        accessible_text: None,
        place_recorded: false,
        capacity_text: None,
        capacity: None,
        service_area: ServiceArea::default(),
        status: ServiceStatus::default(),
        status_text: None,
        valid_to: None,
        assurance: Assurance::default(),
        internal_note: None,
    }
}

/// The words of what the public may learn about a place.
pub(crate) const DISCLOSURES: [(&str, LocationDisclosure); 4] = [
    ("public", LocationDisclosure::Public),
    ("municipality_only", LocationDisclosure::MunicipalityOnly),
    ("placeless", LocationDisclosure::Placeless),
    ("protected", LocationDisclosure::Protected),
];

/// The states of a service or site that a form offers.
pub(crate) const STATUSES: [ServiceStatus; 4] = [
    ServiceStatus::Active,
    ServiceStatus::TemporarilyClosed,
    ServiceStatus::Inactive,
    ServiceStatus::Defunct,
];

/// Writes site `at`.
pub(super) fn write(fields: &mut Fields, at: usize, site: &Site, words: &FormWords) {
    let mut put = |end: &str, value: &str| fields.push(site_field(at, end), value);
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    if site.id.0.is_nil() {
        put("id", "");
    } else {
        put("id", &site.id.to_string());
    }
    put("name", &text(&site.name));
    put("description", &text(&site.description));
    put("type", site.site_type.as_str());
    let disclosure = DISCLOSURES.iter().find(|(_, d)| *d == site.disclosure);
    put("disclosure", disclosure.map_or("", |(word, _)| *word));
    put("street", &text(&site.address.street));
    put("postcode", &text(&site.address.postcode));
    put("locality", &text(&site.address.locality));
    put("district", &text(&site.address.district));
    put("detail", &text(&site.address.detail));
    put("municipality", &site.municipality.map(|ags| ags.to_string()).unwrap_or_default());
    let point = site.position.as_ref();
    put("lat", &point.map(|p| p.point.lat.to_string()).unwrap_or_default());
    put("lon", &point.map(|p| p.point.lon.to_string()).unwrap_or_default());
    put("precision", point.map_or("", |p| p.precision.as_str()));
    put("accessible", site.accessible.as_str());
    put("accessible-text", &text(&site.accessible_text));
    put("capacity", site.capacity.map_or("", |c| c.state.as_str()));
    put("capacity-day", &site.capacity.map(|c| c.as_of.to_string()).unwrap_or_default());
    put("capacity-text", &text(&site.capacity_text));
    put("status", site.status.as_str());
    put("status-text", &text(&site.status_text));
    put("valid-to", &site.valid_to.map(|d| d.to_string()).unwrap_or_default());
    put("area-text", &text(&site.service_area.text));
    match &site.service_area.reach {
        Reach::Undeclared => put("area", "undeclared"),
        Reach::Everywhere => put("area", "everywhere"),
        Reach::Municipalities(list) => {
            put("area", "municipalities");
            for ags in list {
                put("area-municipality", ags.as_str());
            }
        }
    }
    write_contact(fields, &site_field(at, ""), &site.contact);
    hours::write(fields, at, &site.schedule, words);
}

/// Writes a contact below a prefix.
pub(super) fn write_contact(fields: &mut Fields, prefix: &str, contact: &Contact) {
    fields.push(format!("{prefix}phones"), contact.phones.join("\n"));
    fields.push(format!("{prefix}email"), contact.email.clone().unwrap_or_default());
    fields.push(format!("{prefix}website"), contact.website.clone().unwrap_or_default());
}

/// Reads a contact below a prefix. A website without `https://` is given it.
pub(super) fn read_contact(reader: &mut Reader<'_>, prefix: &str) -> Contact {
    let website = reader.optional(&format!("{prefix}website")).map(|address| {
        let bare = !address.contains("://") && address.contains('.') && !address.contains(' ');
        if bare { format!("https://{address}") } else { address }
    });
    Contact {
        phones: reader.lines(&format!("{prefix}phones")),
        email: reader.optional(&format!("{prefix}email")),
        website,
    }
}

/// Reads site `at`, upon `before` if there was one.
pub(super) fn read(
    reader: &mut Reader<'_>,
    at: usize,
    before: Option<&Site>,
    words: &FormWords,
) -> Site {
    let name = |end: &str| site_field(at, end);
    let mut site = before.cloned().unwrap_or_else(blank);
    site.name = reader.optional(&name("name"));
    site.description = reader.optional(&name("description"));
    site.site_type = reader.choice(&name("type"), SiteType::Unstated, |word| {
        SiteType::ALL.into_iter().find(|kind| kind.as_str() == word)
    });
    site.disclosure = reader.choice(&name("disclosure"), LocationDisclosure::Public, |word| {
        DISCLOSURES.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
    });
    site.municipality = reader.chosen::<Ags>(&name("municipality")).first().copied();
    if site.site_type == SiteType::Protected {
        site.disclosure = LocationDisclosure::Protected;
    }
    site.address = read_address(reader, at);
    site.position = read_position(reader, at, before);
    keep_secret(reader, at, before, &mut site);
    site.accessible = reader.choice(&name("accessible"), YesNo::Unknown, |word| word.parse().ok());
    site.accessible_text = reader.optional(&name("accessible-text"));
    site.capacity = read_capacity(reader, at);
    site.capacity_text = reader.optional(&name("capacity-text"));
    site.status = reader.choice(&name("status"), ServiceStatus::Active, |word| {
        STATUSES.into_iter().find(|status| status.as_str() == word)
    });
    site.status_text = reader.optional(&name("status-text"));
    site.valid_to = read_date(reader, &name("valid-to"));
    site.service_area = read_area(reader, at);
    site.contact = read_contact(reader, &name(""));
    let osm = before.and_then(|site| site.schedule.osm.as_deref());
    site.schedule = hours::read(reader, at, osm, words);
    site
}

/// What is recorded of a place that was protected and stays so, as far as the form does not carry it: who may not see it
/// does not erase it by saving something else. What the form carries is taken as it is, so that it can also be emptied.
fn keep_secret(reader: &Reader<'_>, at: usize, before: Option<&Site>, site: &mut Site) {
    let Some(before) = before.filter(|before| before.is_protected() && site.is_protected()) else {
        return;
    };
    let keeps = |end: &str| !reader.fields.sent(&site_field(at, end));
    let (old, new) = (&before.address, &mut site.address);
    for (end, old, new) in [
        ("street", &old.street, &mut new.street),
        ("postcode", &old.postcode, &mut new.postcode),
        ("locality", &old.locality, &mut new.locality),
        ("district", &old.district, &mut new.district),
        ("detail", &old.detail, &mut new.detail),
    ] {
        if keeps(end) {
            new.clone_from(old);
        }
    }
    if keeps("lat") && keeps("lon") {
        site.position.clone_from(&before.position);
    }
}

fn read_address(reader: &mut Reader<'_>, at: usize) -> Address {
    let name = |end: &str| site_field(at, end);
    let postcode = reader.optional(&name("postcode"));
    let digits = |code: &String| code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit());
    if postcode.as_ref().is_some_and(|code| !digits(code)) {
        reader.fault(&name("postcode"), "not_a_postcode", "");
    }
    Address {
        street: reader.optional(&name("street")),
        postcode,
        locality: reader.optional(&name("locality")),
        district: reader.optional(&name("district")),
        detail: reader.optional(&name("detail")),
    }
}

/// The point that was typed; where it is the one the site had, with its source.
fn read_position(reader: &mut Reader<'_>, at: usize, before: Option<&Site>) -> Option<Position> {
    let (lat, lon) = (site_field(at, "lat"), site_field(at, "lon"));
    let point = match (read_degrees(reader, &lat, 90.0), read_degrees(reader, &lon, 180.0)) {
        (Some(lat), Some(lon)) => LonLat { lon, lat },
        (None, None) => return None,
        (Some(_), None) => {
            reader.fault(&lon, "half_a_point", "");
            return None;
        }
        (None, Some(_)) => {
            reader.fault(&lat, "half_a_point", "");
            return None;
        }
    };
    let field = site_field(at, "precision");
    let precision = reader.choice(&field, CoordPrecision::Gebaeude, CoordPrecision::parse);
    let old = before.and_then(|site| site.position.as_ref());
    let same = old.filter(|old| old.point == point && old.precision == precision);
    Some(same.cloned().unwrap_or(Position { point, precision, source: None }))
}

/// Degrees with a point or a comma.
fn read_degrees(reader: &mut Reader<'_>, field: &str, most: f64) -> Option<f64> {
    let text = reader.fields.get(field).trim().trim_end_matches('°').replace(',', ".");
    if text.is_empty() {
        return None;
    }
    match text.parse::<f64>() {
        Ok(degrees) if degrees.is_finite() && degrees.abs() <= most => Some(degrees),
        Ok(_) => {
            reader.fault(field, "out_of_range", "");
            None
        }
        Err(_) => {
            reader.fault(field, "not_a_number", "");
            None
        }
    }
}

/// Whether there is room, with its day; without one nothing could tell how old it is.
fn read_capacity(reader: &mut Reader<'_>, at: usize) -> Option<Capacity> {
    let state = reader
        .choice(&site_field(at, "capacity"), None, |word| CapacityState::parse(word).map(Some))?;
    let field = site_field(at, "capacity-day");
    let as_of = reader.day(&field);
    if as_of.is_none() {
        // A day that is no day is told first.
        reader.fault(&field, "required", "");
    }
    as_of.map(|as_of| Capacity { state, as_of })
}

/// A day, a month or a year; also as `31.3.2026` and `3.2026`.
fn read_date(reader: &mut Reader<'_>, field: &str) -> Option<PartialDate> {
    let text = reader.fields.get(field).trim().to_owned();
    if text.is_empty() {
        return None;
    }
    let turned = match text.split('.').map(str::trim).collect::<Vec<_>>().as_slice() {
        [day, month, year] => format!("{year}-{month:0>2}-{day:0>2}"),
        [month, year] => format!("{year}-{month:0>2}"),
        _ => text,
    };
    let date = turned.parse().ok();
    if date.is_none() {
        reader.fault(field, "not_a_date", "");
    }
    date
}

fn read_area(reader: &mut Reader<'_>, at: usize) -> ServiceArea {
    let words = ["undeclared", "municipalities", "everywhere"];
    let chosen = reader.choice(&site_field(at, "area"), "undeclared", |word| {
        words.into_iter().find(|known| *known == word)
    });
    let field = site_field(at, "area-municipality");
    let reach = match chosen {
        "everywhere" => Reach::Everywhere,
        "municipalities" => {
            let mut list = reader.chosen::<Ags>(&field);
            list.sort_unstable();
            list.dedup();
            if list.is_empty() {
                reader.fault(&field, "required", "");
            }
            Reach::Municipalities(list)
        }
        _ => Reach::Undeclared,
    };
    ServiceArea { reach, text: reader.optional(&site_field(at, "area-text")) }
}
