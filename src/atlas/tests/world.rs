//! Invented counties, made from a seed.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use geo::{MultiPolygon, Rect};
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::json;
use uuid::Uuid;

use crate::atlas::{Entry, Moment, MunicipalityArea, Reference};
use crate::domain::*;

pub(in crate::atlas) type Rng = ChaCha8Rng;

pub(in crate::atlas) fn rng(seed: u64) -> Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

pub(in crate::atlas) fn moment(text: &str) -> Moment {
    Moment { local: text.parse().unwrap() }
}

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
    "Beratung", "Schulden", "Schuldnerhilfe", "Café", "Küche", "Mueller", "Müller", "Pflege",
    "Straße", "Öffnung", "Treff", "Jugend", "Jugendhaus", "Rat", "Süd", "Tafel",
];

/// Languages spoken.
pub(in crate::atlas) const LANGUAGES: [&str; 5] = ["de", "uk", "ar", "zh-Hant", "DE-x-leicht"];

/// Hours, one of which no machine can read.
const HOURS: [&str; 5] =
    ["Mo-Fr 08:00-12:00", "Mo 09:00-10:00; PH off", "24/7", "Sa 10:00-14:00", "irgendwann"];

/// Words that must never leave a protected entry.
pub(in crate::atlas) const SECRET_STREET: &str = "Geheimgasse";
pub(in crate::atlas) const SECRET_TOWN: &str = "Verborgenhausen";

fn term(code: &str, facet: Facet, parent: Option<&str>, label: &str, synonyms: &[&str]) -> Term {
    serde_json::from_value(json!({
        "code": code, "facet": facet, "parent": parent, "label": label, "synonyms": synonyms,
        "icon": "house", "color": "#123456", "shape": "circle",
    }))
    .unwrap()
}

fn taxonomy() -> Taxonomy {
    use Facet::{ServiceForm, TargetGroup, Topic};
    Taxonomy::new(vec![
        term("familie", Topic, None, "Kinder und Familie", &["Eltern"]),
        term("kita", Topic, Some("familie"), "Kindertagesstätte", &["Krippe", "Hort"]),
        term("familienrat", Topic, Some("familie"), "Rat für Familien", &[]),
        term("geld", Topic, None, "Geld und Arbeit", &["Schulden", "Müllerei"]),
        term("schuldnerberatung", Topic, Some("geld"), "Schuldnerberatung", &["Insolvenz"]),
        term("pflege", Topic, None, "Älter werden und Pflege", &[]),
        term("jugendliche", TargetGroup, None, "Jugendliche", &["Jugend", "Teenager"]),
        term("maedchen", TargetGroup, Some("jugendliche"), "Mädchen", &[]),
        term("alle", TargetGroup, None, "Alle", &[]),
        term("gruppe", ServiceForm, None, "Treff in der Gruppe", &[]),
    ])
    .unwrap()
}

fn region() -> Region {
    let policy = |remind, stale, hide| FreshnessPolicy {
        remind_after_months: remind,
        stale_after_months: stale,
        hide_after_months: hide,
    };
    Region {
        slug: "musterkreis".into(),
        name: "Musterkreis".into(),
        name_genitive: "des Musterkreises".into(),
        name_locative: "im Musterkreis".into(),
        site_name: "Sozialatlas".into(),
        district_key: "99001".into(),
        state: "XX".into(),
        timezone: "Europe/Berlin".into(),
        bounds: RegionBounds { west: 8.0, south: 47.0, east: 10.0, north: 48.5 },
        data_bounds: RegionBounds { west: 8.0, south: 47.0, east: 10.0, north: 48.5 },
        grid_epsg: 3035,
        cell_size_m: 100,
        population: 1_000,
        population_date: "2022-05-15".into(),
        population_note: "Hochrechnung: \"so\"".into(),
        sample_notice: "Auswahl".into(),
        county_towns: vec![ags(1)],
        accuracy: Accuracy {
            by_precision: BTreeMap::from([
                (CoordPrecision::Gebaeude, 25.0),
                (CoordPrecision::Ortsteil, 800.0),
                (CoordPrecision::Gemeinde, 2_000.0),
            ]),
            by_municipality: BTreeMap::from([(ags(2), 1_234.5)]),
        },
        freshness: policy(12, 24, None),
        freshness_by_category: BTreeMap::from([
            ("kita".into(), policy(3, 6, None)),
            ("pflege".into(), policy(3, 6, Some(100))),
        ]),
        max_distance_m: BTreeMap::new(),
        completeness: BTreeMap::new(),
        operator: ContactPoint::default(),
        attributions: Vec::new(),
    }
}

fn municipality(number: u32) -> MunicipalityArea {
    let (west, south) =
        (8.5 + f64::from(number % 4) * 0.1, 47.5 + f64::from(number / 4) * 0.1);
    let square = Rect::new((west, south), (west + 0.1, south + 0.1)).to_polygon();
    MunicipalityArea {
        municipality: serde_json::from_value(json!({
            "ags": ags(number), "name": format!("{}dorf {number}", WORDS[number as usize]),
            "designation": "Gemeinde", "population": 100 * number, "population_date": "2022-05-15",
            "center": {"lon": west + 0.05, "lat": south + 0.05}, "rank": 2,
        }))
        .unwrap(),
        outline: MultiPolygon(vec![square]),
    }
}

fn organization(number: u128) -> Organization {
    let mut organization: Organization = serde_json::from_value(json!({
        "id": OrganizationId(Uuid::from_u128(number << 64)),
        "name": format!("{} {}", WORDS[number as usize % 7], WORDS[number as usize % 5]),
        "short_name": (number % 2 == 0).then(|| format!("Kürzel{number}")),
        "kind_text": "e. V.", "contact": {"phones": [format!("07531 {number:04}")]},
    }))
    .unwrap();
    if number % 3 == 0 {
        organization.contact.website = Some(format!("https://org{number}.example"));
    }
    organization
}

/// Reference data of an invented county with twelve municipalities.
pub(in crate::atlas) fn reference() -> Arc<Reference> {
    let organizations: Vec<Organization> = (1..=9).map(organization).collect();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let stops = (0..30).map(|i| Stop {
        name: format!("Halt {i}"),
        point: LonLat { lon: 8.5 + f64::from(i) * 0.013, lat: 47.5 + f64::from(i * 7 % 30) * 0.01 },
        municipality: None,
        products: vec!["bus".into()],
    });
    Arc::new(Reference {
        region: region(),
        taxonomy: taxonomy(),
        municipalities: (1..=12).map(municipality).collect(),
        organizations: organizations.into_iter().map(|o| (o.id, o)).collect::<HashMap<_, _>>(),
        gazetteer: gazetteer(),
        stops: stops.collect(),
        stations: Vec::new(),
        crisis_numbers: Vec::new(),
        calendar: Calendar::new(&[day("2026-12-25")].into(), &[].into()),
        cells: cells(),
        water: Vec::new(),
        neighbours: Vec::new(),
        labels: Vec::new(),
    })
}

fn gazetteer() -> Vec<GazetteerEntry> {
    use GazetteerKind::{District, Municipality, Postcode, Stop};
    [
        ("Überlingen", Municipality), ("Engen", Municipality), ("Konstanz, Engener Weg", Stop),
        ("Engen", Stop), ("78234", Postcode), ("78224", Postcode), ("Engenhausen", District),
        ("Wengen", District), ("Ueberlingen am Ried", District),
    ]
    .map(|(name, kind)| GazetteerEntry {
        name: name.into(),
        kind,
        municipalities: vec![ags(1)],
        point: LonLat { lon: 8.6, lat: 47.6 },
        point_is_fallback: false,
    })
    .into()
}

fn cells() -> Vec<PopulationCell> {
    let mut rng = rng(77);
    let mut cells = Vec::new();
    for row in 0..40 {
        for column in 0..40 {
            if rng.random_bool(0.4) {
                let people = rng.random_range(1..9);
                cells.push(PopulationCell {
                    easting_m: 4_240_000 + column * 100,
                    northing_m: 2_720_000 + (39 - row) * 100,
                    size_m: 100,
                    ags: ags(rng.random_range(0..4)),
                    ages: AgeBands { lt18: people, ge65: 2, ..AgeBands::default() },
                });
            }
        }
    }
    cells
}

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
    let organization = |rng: &mut Rng| OrganizationId(Uuid::from_u128(rng.random_range(1..=11_u128) << 64));
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
        cost_text: some(rng, 0.2, |_| "5 €".into()),
        languages: LANGUAGES.iter().filter(|_| rng.random_bool(0.2)).map(|&t| t.into()).collect(),
        languages_text: None,
        contact: contact(rng),
        status: pick(rng, &[ServiceStatus::Active, ServiceStatus::Active, ServiceStatus::Active,
            ServiceStatus::Active, ServiceStatus::TemporarilyClosed, ServiceStatus::Inactive]),
        related: Vec::new(),
        sites: (0..count).map(|_| site(rng)).collect(),
    };
    let hour = rng.random_range(0..24);
    Invented { listing, last_modified: format!("2026-11-01T{hour:02}:00:00Z") }
}

fn contact(rng: &mut Rng) -> Contact {
    Contact {
        phones: some(rng, 0.3, |rng| format!("0171 {}", rng.random_range(100..999))).into_iter().collect(),
        email: None,
        website: some(rng, 0.3, |rng| format!("https://a.example/{}", rng.random_range(0..99))),
    }
}

fn site(rng: &mut Rng) -> Site {
    let site_type = if rng.random_bool(0.5) { SiteType::Fixed } else { pick(rng, &SiteType::ALL) };
    let disclosure = match site_type {
        SiteType::Protected => LocationDisclosure::Protected,
        _ => pick(rng, &[LocationDisclosure::Public, LocationDisclosure::Public,
            LocationDisclosure::Public, LocationDisclosure::MunicipalityOnly,
            LocationDisclosure::Placeless, LocationDisclosure::Protected]),
    };
    // The house rules forbid such details in protected entries; they are put in to see that none comes out.
    let protected = disclosure == LocationDisclosure::Protected;
    let day = |rng: &mut Rng| {
        let day = NaiveDate::from_ymd_opt(2017, 1, 1).unwrap() + chrono::Days::new(rng.random_range(0..3_700));
        let format = pick(rng, &["%Y", "%Y-%m", "%Y-%m-%d"]);
        day.format(format).to_string().parse::<PartialDate>().unwrap()
    };
    Site {
        id: FeatureId(Uuid::from_u128(rng.random())),
        location_id: LocationId(Uuid::from_u128(rng.random())),
        source_id: None,
        name: some(rng, 0.3, |rng| text(rng, 2)),
        description: some(rng, 0.2, |rng| text(rng, 3)),
        site_type,
        disclosure,
        municipality: some(rng, 0.8, |rng| ags(rng.random_range(1..=13))),
        address: Address {
            street: some(rng, 0.6, |rng| if protected { format!("{SECRET_STREET} 7") } else { text(rng, 1) }),
            postcode: some(rng, 0.5, |_| "78000".into()),
            locality: some(rng, 0.5, |rng| if protected { SECRET_TOWN.into() } else { text(rng, 1) }),
            district: some(rng, 0.2, |rng| text(rng, 1)),
            detail: some(rng, 0.1, |_| "im \"Rathaus\"".into()),
        },
        position: some(rng, 0.85, position),
        schedule: Schedule {
            osm: some(rng, 0.4, |rng| pick(rng, &HOURS).into()),
            text: some(rng, 0.3, |rng| text(rng, 2)),
            appointment: pick(rng, &YesNo::ALL),
        },
        contact: contact(rng),
        accessible: pick(rng, &YesNo::ALL),
        accessible_text: None,
        capacity_text: None,
        service_area: ServiceArea { reach: reach(rng), text: some(rng, 0.1, |rng| text(rng, 2)) },
        status: pick(rng, &[ServiceStatus::Active, ServiceStatus::Active, ServiceStatus::Active,
            ServiceStatus::TemporarilyClosed, ServiceStatus::Inactive, ServiceStatus::Defunct]),
        status_text: None,
        valid_to: some(rng, 0.2, |rng| pick(rng, &["2026", "2026-11", "2026-11-22", "2026-11-23", "2027"]).parse().unwrap()),
        assurance: Assurance {
            date: some(rng, 0.9, day),
            by: pick(rng, &[AssuredBy::Source, AssuredBy::Provider, AssuredBy::Editor]),
            unconfirmed: rng.random_bool(0.05),
            confidence: some(rng, 0.7, |rng| pick(rng, &[Confidence::Low, Confidence::Medium, Confidence::High])),
            tier: None,
            source_kind: None,
            sources: some(rng, 0.5, |_| Source { url: "https://q.example/?a=1&b=2".into() }).into_iter().collect(),
        },
        internal_note: some(rng, 0.3, |_| "Vermerk: nur intern".into()),
    }
}

fn reach(rng: &mut Rng) -> Reach {
    match rng.random_range(0..10) {
        0 => Reach::Everywhere,
        1..=4 => Reach::Municipalities((1..=12).filter(|_| rng.random_bool(0.3)).map(ags).collect()),
        _ => Reach::Undeclared,
    }
}

/// Half of the points lie on a coarse lattice, so that many share a place and lie on edges.
fn position(rng: &mut Rng) -> Position {
    let point = if rng.random_bool(0.5) {
        LonLat { lon: 8.5 + f64::from(rng.random_range(0..8)) * 0.05, lat: 47.5 + f64::from(rng.random_range(0..8)) * 0.05 }
    } else {
        // Seven decimals: more would not survive JSON to the last bit.
        let degrees = |low: u32, rng: &mut Rng| f64::from(low + rng.random_range(0..4_000_000)) / 1e7;
        LonLat { lon: degrees(85_000_000, rng), lat: degrees(475_000_000, rng) }
    };
    Position { point, precision: pick(rng, &CoordPrecision::ALL), source: None }
}

pub(in crate::atlas) fn local(rng: &mut Rng) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap() + chrono::Days::new(rng.random_range(0..50));
    day.and_hms_opt(rng.random_range(0..24), rng.random_range(0..60), 30).unwrap()
}
