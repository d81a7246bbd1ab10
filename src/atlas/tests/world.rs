//! Invented counties, made from a seed.

use chrono::{NaiveDate, NaiveDateTime};
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;

pub(in crate::atlas) use super::county::reference;
use crate::atlas::{Entry, Moment};
use crate::domain::*;

pub(in crate::atlas) type Rng = ChaCha8Rng;

pub(in crate::atlas) fn rng(seed: u64) -> Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

pub(in crate::atlas) fn moment(text: &str) -> Moment {
    Moment { local: text.parse().unwrap() }
}

/// Days around the one that tests ask on.
const DAYS: [&str; 4] = ["2026-11-22", "2026-11-23", "2026-11-24", "2027-02-01"];

/// A Monday morning.
pub(in crate::atlas) fn now() -> Moment {
    moment("2026-11-23T09:30:00")
}

pub(in crate::atlas) fn ags(number: u32) -> Ags {
    format!("{number:08}").parse().unwrap()
}

pub(in crate::atlas) fn code(text: &str) -> TermCode {
    text.parse().unwrap()
}

/// Words for names and texts; some share beginnings, some have umlauts.
pub(in crate::atlas) const WORDS: [&str; 16] = [
    "Beratung",
    "Schulden",
    "Schuldnerhilfe",
    "Café",
    "Küche",
    "Mueller",
    "Müller",
    "Pflege",
    "Straße",
    "Öffnung",
    "Treff",
    "Jugend",
    "Jugendhaus",
    "Rat",
    "Süd",
    "Tafel",
];

/// Languages spoken.
pub(in crate::atlas) const LANGUAGES: [&str; 5] = ["de", "uk", "ar", "zh-Hant", "DE-x-leicht"];

/// Hours, one of which no machine can read.
const HOURS: [&str; 5] =
    ["Mo-Fr 08:00-12:00", "Mo 09:00-10:00; PH off", "24/7", "Sa 10:00-14:00", "irgendwann"];

/// Words that must never leave a protected entry.
pub(in crate::atlas) const SECRET_STREET: &str = "Geheimgasse";
pub(in crate::atlas) const SECRET_TOWN: &str = "Verborgenhausen";

/// An entry and the listing it was made from.
#[derive(Debug, Clone)]
pub(in crate::atlas) struct Invented {
    pub(in crate::atlas) listing: Listing,
    pub(in crate::atlas) last_modified: String,
}

impl Invented {
    pub(in crate::atlas) fn entry(&self) -> Entry {
        Entry {
            document: serde_json::to_string(&self.listing).unwrap().into(),
            last_modified: self.last_modified.clone(),
        }
    }
}

pub(in crate::atlas) fn world(rng: &mut Rng, services: usize) -> Vec<Invented> {
    (0..services).map(|_| invented(rng, None)).collect()
}

fn text(rng: &mut Rng, words: usize) -> String {
    (0..words).map(|_| *WORDS.choose(rng).unwrap()).collect::<Vec<_>>().join(" ")
}

fn some<T>(rng: &mut Rng, share: f64, make: impl FnOnce(&mut Rng) -> T) -> Option<T> {
    rng.random_bool(share).then(|| make(rng))
}

fn pick<T: Copy>(rng: &mut Rng, from: &[T]) -> T {
    *from.choose(rng).unwrap()
}

/// A few of some codes, each at most once.
fn codes(rng: &mut Rng, from: &[&str], share: f64) -> Vec<TermCode> {
    from.iter().filter(|_| rng.random_bool(share)).map(|c| code(c)).collect()
}

/// An invented listing, with the id of another or a new one.
pub(in crate::atlas) fn invented(rng: &mut Rng, id: Option<ServiceId>) -> Invented {
    let mut categories =
        codes(rng, &["kita", "familie", "schuldnerberatung", "pflege", "geld", "familienrat"], 0.2);
    if categories.is_empty() {
        categories.push(code("pflege"));
    }
    let organization =
        |rng: &mut Rng| OrganizationId(Uuid::from_u128(rng.random_range(1..=11_u128) << 64));
    let count = pick(rng, &[1, 1, 1, 2, 3]);
    let listing = Listing {
        id: id.unwrap_or_else(|| ServiceId(Uuid::from_u128(rng.random()))),
        organization_id: some(rng, 0.8, organization),
        organization_text: some(rng, 0.2, |rng| text(rng, 2)),
        co_organization_ids: some(rng, 0.1, organization).into_iter().collect(),
        name: text(rng, 2),
        description: if rng.random_bool(0.8) { text(rng, 4) } else { String::new() },
        categories,
        target_groups: codes(rng, &["maedchen", "jugendliche", "alle"], 0.3),
        target_group_texts: some(rng, 0.2, |rng| text(rng, 1)).into_iter().collect(),
        service_forms: codes(rng, &["gruppe"], 0.2),
        legal_bases: Vec::new(),
        ages: AgeRange { minimum: some(rng, 0.3, |_| 6), maximum: some(rng, 0.3, |_| 18) },
        free: pick(rng, &YesNo::ALL),
        anonymous: pick(rng, &YesNo::ALL),
        cost_text: some(rng, 0.2, |_| "5 €".into()),
        languages: LANGUAGES.iter().filter(|_| rng.random_bool(0.2)).map(|&t| t.into()).collect(),
        languages_text: None,
        contact: contact(rng),
        status: pick(
            rng,
            &[
                ServiceStatus::Active,
                ServiceStatus::Active,
                ServiceStatus::Active,
                ServiceStatus::Active,
                ServiceStatus::TemporarilyClosed,
                ServiceStatus::Inactive,
            ],
        ),
        closure: None,
        publish_from: some(rng, 0.15, |rng| pick(rng, &DAYS).parse().unwrap()),
        publish_until: some(rng, 0.15, |rng| pick(rng, &DAYS).parse().unwrap()),
        related: Vec::new(),
        sites: (0..count).map(|_| site(rng)).collect(),
    };
    let hour = rng.random_range(0..24);
    Invented { listing, last_modified: format!("2026-11-01T{hour:02}:00:00Z") }
}

fn contact(rng: &mut Rng) -> Contact {
    Contact {
        phones: some(rng, 0.3, |rng| format!("0171 {}", rng.random_range(100..999)))
            .into_iter()
            .collect(),
        email: None,
        website: some(rng, 0.3, |rng| format!("https://a.example/{}", rng.random_range(0..99))),
    }
}

fn site(rng: &mut Rng) -> Site {
    let site_type = if rng.random_bool(0.5) { SiteType::Fixed } else { pick(rng, &SiteType::ALL) };
    let disclosure = match site_type {
        SiteType::Protected => LocationDisclosure::Protected,
        _ => pick(
            rng,
            &[
                LocationDisclosure::Public,
                LocationDisclosure::Public,
                LocationDisclosure::Public,
                LocationDisclosure::MunicipalityOnly,
                LocationDisclosure::Placeless,
                LocationDisclosure::Protected,
            ],
        ),
    };
    // The house rules forbid such details in protected entries; they are put in to see that none comes out.
    let protected = disclosure == LocationDisclosure::Protected;
    Site {
        id: FeatureId(Uuid::from_u128(rng.random())),
        location_id: LocationId(Uuid::from_u128(rng.random())),
        source_id: None,
        name: some(rng, 0.3, |rng| text(rng, 2)),
        description: some(rng, 0.2, |rng| text(rng, 3)),
        site_type,
        disclosure,
        municipality: some(rng, 0.8, |rng| ags(rng.random_range(1..=13))),
        address: address(rng, protected),
        position: some(rng, 0.85, position),
        schedule: Schedule {
            osm: some(rng, 0.4, |rng| pick(rng, &HOURS).into()),
            text: some(rng, 0.3, |rng| text(rng, 2)),
            appointment: pick(rng, &YesNo::ALL),
        },
        contact: contact(rng),
        accessible: pick(rng, &YesNo::ALL),
        accessible_text: None,
        place_recorded: false,
        capacity_text: None,
        capacity: some(rng, 0.4, |rng| Capacity {
            state: pick(rng, &CapacityState::ALL),
            as_of: NaiveDate::from_ymd_opt(2026, 11, 1).unwrap(),
        }),
        service_area: ServiceArea { reach: reach(rng), text: some(rng, 0.1, |rng| text(rng, 2)) },
        status: pick(
            rng,
            &[
                ServiceStatus::Active,
                ServiceStatus::Active,
                ServiceStatus::Active,
                ServiceStatus::TemporarilyClosed,
                ServiceStatus::Inactive,
                ServiceStatus::Defunct,
            ],
        ),
        status_text: None,
        valid_to: some(rng, 0.2, |rng| {
            pick(rng, &["2026", "2026-11", "2026-11-22", "2026-11-23", "2027"]).parse().unwrap()
        }),
        assurance: assurance(rng),
        internal_note: some(rng, 0.3, |_| "Vermerk: nur intern".into()),
    }
}

fn address(rng: &mut Rng, protected: bool) -> Address {
    Address {
        street: some(
            rng,
            0.6,
            |rng| {
                if protected { format!("{SECRET_STREET} 7") } else { text(rng, 1) }
            },
        ),
        postcode: some(rng, 0.5, |_| "78000".into()),
        locality: some(rng, 0.5, |rng| if protected { SECRET_TOWN.into() } else { text(rng, 1) }),
        district: some(rng, 0.2, |rng| text(rng, 1)),
        detail: some(rng, 0.1, |_| "im \"Rathaus\"".into()),
    }
}

fn assurance(rng: &mut Rng) -> Assurance {
    Assurance {
        date: some(rng, 0.9, day),
        by: pick(rng, &[AssuredBy::Source, AssuredBy::Provider, AssuredBy::Editor]),
        unconfirmed: rng.random_bool(0.05),
        confidence: some(rng, 0.7, |rng| {
            pick(rng, &[Confidence::Low, Confidence::Medium, Confidence::High])
        }),
        tier: None,
        source_kind: None,
        sources: some(rng, 0.5, |_| Source { url: "https://q.example/?a=1&b=2".into() })
            .into_iter()
            .collect(),
    }
}

/// A day, a month or a year of the last ten years.
fn day(rng: &mut Rng) -> PartialDate {
    let first = NaiveDate::from_ymd_opt(2017, 1, 1).unwrap();
    let day = first + chrono::Days::new(rng.random_range(0..3_700));
    let format = pick(rng, &["%Y", "%Y-%m", "%Y-%m-%d"]);
    day.format(format).to_string().parse().unwrap()
}

fn reach(rng: &mut Rng) -> Reach {
    match rng.random_range(0..10) {
        0 => Reach::Everywhere,
        1..=4 => {
            Reach::Municipalities((1..=12).filter(|_| rng.random_bool(0.3)).map(ags).collect())
        }
        _ => Reach::Undeclared,
    }
}

/// Half of the points lie on a coarse lattice, so that many share a place and lie on edges.
fn position(rng: &mut Rng) -> Position {
    let point = if rng.random_bool(0.5) {
        LonLat {
            lon: 8.5 + f64::from(rng.random_range(0..8)) * 0.05,
            lat: 47.5 + f64::from(rng.random_range(0..8)) * 0.05,
        }
    } else {
        // Seven decimals: more would not survive JSON to the last bit.
        let degrees =
            |low: u32, rng: &mut Rng| f64::from(low + rng.random_range(0..4_000_000)) / 1e7;
        LonLat { lon: degrees(85_000_000, rng), lat: degrees(475_000_000, rng) }
    };
    Position { point, precision: pick(rng, &CoordPrecision::ALL), source: None }
}

pub(in crate::atlas) fn local(rng: &mut Rng) -> NaiveDateTime {
    let day =
        NaiveDate::from_ymd_opt(2026, 11, 20).unwrap() + chrono::Days::new(rng.random_range(0..50));
    day.and_hms_opt(rng.random_range(0..24), rng.random_range(0..60), 30).unwrap()
}
