//! A small invented county, regular enough that tests can count by hand.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use geo::{MultiPolygon, Rect, coord};
use sozialatlas::atlas::{Entry, MunicipalityArea, Reference};
use sozialatlas::domain::*;

/// Columns and rows of sites with a point.
pub const COLUMNS: usize = 20;
/// See [`COLUMNS`].
pub const ROWS: usize = 12;
/// Sites with a public point.
pub const PLACED: usize = COLUMNS * ROWS;
/// Sites without one: telephone services and a protected house.
pub const PLACELESS: usize = 6;
/// All public sites.
pub const SITES: usize = PLACED + PLACELESS;

const SLUG: &str = "testkreis";

/// Where site `i` lies.
pub fn point(i: usize) -> LonLat {
    let (column, row) = (i % COLUMNS, i / COLUMNS);
    LonLat { lon: 8.01 + column as f64 * 0.05, lat: 47.01 + row as f64 * 0.08 }
}

/// The topic of site `i`.
pub fn category(i: usize) -> &'static str {
    ["tafel", "schulden", "pflege"][i % 3]
}

/// Whether site `i` is free of charge.
pub fn free(i: usize) -> YesNo {
    YesNo::ALL[(i / 3) % 3]
}

/// Whether one may keep one's name to oneself at site `i`.
pub fn anonymous(i: usize) -> YesNo {
    YesNo::ALL[(i / 2) % 3]
}

/// When site `i` was confirmed: year, month or day, and never for every seventh.
pub fn assured(i: usize) -> Option<PartialDate> {
    let year = 2015 + i % 11;
    let text = match i % 7 {
        0 => return None,
        1 | 2 => format!("{year}"),
        3 => format!("{year}-06"),
        _ => format!("{year}-06-15"),
    };
    Some(text.parse().unwrap())
}

/// The id of the feature of site `i`.
pub fn feature_id(i: usize) -> FeatureId {
    FeatureId::stable(SLUG, &format!("site-{i}"))
}

/// The id of the service of site `i`.
pub fn service_id(i: usize) -> ServiceId {
    ServiceId::stable(SLUG, &format!("service-{i}"))
}

/// The id of organization `n` (0 or 1).
pub fn organization_id(n: usize) -> OrganizationId {
    OrganizationId::stable(SLUG, &format!("organization-{n}"))
}

/// Boxes of the three municipalities: key, name, west, south, east, north.
pub const MUNICIPALITIES: [(&str, &str, [f64; 4]); 3] = [
    ("99001001", "Anfang", [8.0, 47.0, 8.5, 47.5]),
    ("99001002", "Mitte", [8.5, 47.0, 9.0, 47.5]),
    ("99001003", "Ende", [8.0, 47.5, 9.0, 48.0]),
];

fn municipality_of(at: LonLat) -> Ags {
    let inside = |b: [f64; 4]| at.lon >= b[0] && at.lon < b[2] && at.lat >= b[1] && at.lat < b[3];
    let found = MUNICIPALITIES.iter().find(|(_, _, b)| inside(*b)).unwrap();
    found.0.parse().unwrap()
}

/// Everything the entries refer to.
pub fn reference() -> Reference {
    let organizations: HashMap<OrganizationId, Organization> = (0..2)
        .map(|n| {
            let id = organization_id(n);
            let organization = Organization {
                id,
                source_id: None,
                name: format!("Verein {n}"),
                short_name: None,
                kind_text: Some("Verein".into()),
                umbrella: None,
                description: None,
                address: Address::default(),
                contact: Contact::default(),
                source_date: None,
                source_kind: None,
                sources: vec![],
            };
            (id, organization)
        })
        .collect();
    Reference {
        census: region().package_census(),
        region: region(),
        taxonomy: taxonomy(),
        municipalities: MUNICIPALITIES.iter().map(municipality).collect(),
        organizations,
        gazetteer: vec![],
        stops: vec![],
        stations: vec![],
        crisis_numbers: vec![],
        guide: sozialatlas::domain::guide::Guide::default(),
        calendar: Calendar::default(),
        cells: (0..50).map(cell).collect(),
        water: vec![],
        neighbours: vec![],
        links: vec![],
        labels: vec![],
        languages: std::collections::BTreeMap::new(),
    }
}

fn cell(i: u32) -> PopulationCell {
    PopulationCell {
        easting_m: 4_170_000 + (i % 10) * 100,
        northing_m: 2_700_000 + (i / 10) * 100,
        size_m: 100,
        ags: "99001001".parse().unwrap(),
        people: i + 18,
        ages: AgeBands::known([i, 3, 4, 5, 6]),
    }
}

fn municipality((ags, name, b): &(&str, &str, [f64; 4])) -> MunicipalityArea {
    let outline = Rect::new(coord! { x: b[0], y: b[1] }, coord! { x: b[2], y: b[3] });
    MunicipalityArea {
        municipality: Municipality {
            ags: ags.parse().unwrap(),
            name: (*name).into(),
            designation: "Gemeinde".into(),
            population: 1_000,
            population_date: "2022-05-15".parse().unwrap(),
            population_update: None,
            area_km2: None,
            town_hall_street: None,
            postcode: None,
            website: None,
            administrative_union: None,
            districts: vec![],
            center: LonLat { lon: f64::midpoint(b[0], b[2]), lat: f64::midpoint(b[1], b[3]) },
            rank: 2,
        },
        outline: MultiPolygon::new(vec![outline.to_polygon()]),
    }
}

fn taxonomy() -> Taxonomy {
    let term = |code: &str, facet, parent: Option<&str>| Term {
        code: code.parse().unwrap(),
        facet,
        parent: parent.map(|p| p.parse().unwrap()),
        label: code.into(),
        description: String::new(),
        synonyms: vec![],
        icon: Some("dot".into()),
        color: Some("#123456".into()),
        shape: Some(TermShape::Circle),
    };
    Taxonomy::new(vec![
        term("geld", Facet::Topic, None),
        term("tafel", Facet::Topic, Some("geld")),
        term("schulden", Facet::Topic, Some("geld")),
        term("pflege", Facet::Topic, None),
        term("senioren", Facet::TargetGroup, None),
    ])
    .unwrap()
}

fn region() -> Region {
    let bounds = RegionBounds { west: 8.0, south: 47.0, east: 9.0, north: 48.0 };
    let file = r#"
        slug = "testkreis"
        name = "Testkreis"
        site_name = "Sozialatlas Testkreis"
        district_key = "99001"
        state = "XX"
        timezone = "Europe/Berlin"
        cell_size_m = 100
        population = 3000
        population_date = "2022-05-15"
        population_note = "invented"
        sample_notice = "Everything here is invented."
        [census]
        source = "Invented census"
        reference_date = "2011-05-09"
        [freshness]
        remind_after_months = 12
        stale_after_months = 24
        [operator]
        name = "Testamt"
        [[attributions]]
        id = "invented"
        text = "Invented for tests"
        licence = "none"
    "#;
    let mut table: toml::Table = file.parse().unwrap();
    let bounds = toml::Value::try_from(bounds).unwrap();
    table.insert("bounds".into(), bounds.clone());
    table.insert("data_bounds".into(), bounds);
    let accuracy = Accuracy {
        by_precision: BTreeMap::from([(CoordPrecision::Gebaeude, 25.0)]),
        by_municipality: BTreeMap::new(),
    };
    table.insert("accuracy".into(), toml::Value::try_from(accuracy).unwrap());
    table.try_into().unwrap()
}

/// The published entries.
pub fn entries() -> Vec<Entry> {
    (0..SITES)
        .map(|i| Entry {
            document: Arc::from(serde_json::to_string(&listing(i)).unwrap()),
            last_modified: "2026-11-01T08:00:00Z".into(),
        })
        .collect()
}

/// The entry of site `i`.
pub fn listing(i: usize) -> Listing {
    Listing {
        id: service_id(i),
        organization_id: Some(organization_id(i % 2)),
        organization_text: None,
        co_organization_ids: vec![],
        name: format!("Angebot {i}"),
        description: "Eine \"Beschreibung\" mit <Zeichen> & Umlauten: äöü".into(),
        categories: vec![category(i).parse().unwrap()],
        target_groups: if i.is_multiple_of(5) { vec!["senioren".parse().unwrap()] } else { vec![] },
        target_group_texts: vec![],
        service_forms: vec![],
        legal_bases: vec![],
        ages: AgeRange::default(),
        free: free(i),
        anonymous: anonymous(i),
        cost_text: None,
        languages: if i.is_multiple_of(4) { vec!["de".into(), "uk".into()] } else { vec![] },
        languages_text: None,
        contact: Contact::default(),
        status: ServiceStatus::Active,
        closure: None,
        publish_from: None,
        publish_until: None,
        related: vec![],
        sites: vec![site(i)],
    }
}

fn site(i: usize) -> Site {
    let placed = i < PLACED;
    let site_type = match i {
        _ if placed => SiteType::Fixed,
        _ if i + 1 == SITES => SiteType::Protected,
        _ => SiteType::Phone,
    };
    let protected = site_type == SiteType::Protected;
    let position = placed.then(|| Position {
        point: point(i),
        precision: CoordPrecision::Gebaeude,
        source: None,
    });
    Site {
        id: feature_id(i),
        location_id: LocationId::stable(SLUG, &format!("location-{i}")),
        source_id: None,
        name: None,
        description: None,
        site_type,
        disclosure: match (placed, protected) {
            (true, _) => LocationDisclosure::Public,
            (false, true) => LocationDisclosure::Protected,
            (false, false) => LocationDisclosure::Placeless,
        },
        municipality: placed.then(|| municipality_of(point(i))),
        address: Address::default(),
        position,
        schedule: Schedule {
            osm: i.is_multiple_of(2).then(|| "Mo-Fr 08:00-12:00".into()),
            ..Schedule::default()
        },
        contact: Contact::default(),
        accessible: YesNo::ALL[i % 3],
        accessible_text: None,
        place_recorded: false,
        capacity_text: None,
        capacity: None,
        service_area: ServiceArea::default(),
        status: ServiceStatus::Active,
        status_text: None,
        valid_to: None,
        assurance: Assurance { date: assured(i), ..Assurance::default() },
        internal_note: Some("never to be seen".into()),
    }
}
