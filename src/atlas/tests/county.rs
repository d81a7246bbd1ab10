//! Reference data of an invented county.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use geo::{MultiPolygon, Rect};
use rand::RngExt;
use serde_json::json;
use uuid::Uuid;

use super::world::{WORDS, ags, rng};
use crate::atlas::{MunicipalityArea, Reference};
use crate::domain::*;

fn term(code: &str, facet: Facet, parent: Option<&str>, label: &str, synonyms: &[&str]) -> Term {
    let synonyms: Vec<serde_json::Value> = synonyms
        .iter()
        .map(|text| match text.split_once(':') {
            Some((language, text)) => json!({"language": language, "text": text}),
            None => json!(text),
        })
        .collect();
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
        term(
            "geld",
            Topic,
            None,
            "Geld und Arbeit",
            &["Schulden", "Müllerei", "Miete nicht zahlen", "en:debt"],
        ),
        term(
            "schuldnerberatung",
            Topic,
            Some("geld"),
            "Schuldnerberatung",
            &["Insolvenz", "uk:борги", "Pflege zahlen"],
        ),
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
        census: RegionCensus {
            source: "Zählung".into(),
            reference_date: "2011-05-09".parse().unwrap(),
            grids: BTreeMap::new(),
        },
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
        retention: crate::domain::RetentionPolicy::default(),
        near_m: 5_000.0,
        max_distance_m: BTreeMap::new(),
        completeness: BTreeMap::new(),
        discreet_topics: Vec::new(),
        quick_exit_url: String::new(),
        government_topics: Vec::new(),
        operator: ContactPoint::default(),
        attributions: Vec::new(),
    }
}

fn municipality(number: u32) -> MunicipalityArea {
    let (west, south) = (8.5 + f64::from(number % 4) * 0.1, 47.5 + f64::from(number / 4) * 0.1);
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
        "short_name": number.is_multiple_of(2).then(|| format!("Kürzel{number}")),
        "kind_text": "e. V.", "contact": {"phones": [format!("07531 {number:04}")]},
    }))
    .unwrap();
    if number.is_multiple_of(3) {
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
        guide: crate::domain::guide::Guide::default(),
        calendar: Calendar::new(
            [(day("2026-12-25"), PublicHoliday::ChristmasDay)].into(),
            &[].into(),
        ),
        cells: cells(),
        census: region().package_census(),
        water: Vec::new(),
        neighbours: Vec::new(),
        links: vec![],
        labels: Vec::new(),
        languages: std::collections::BTreeMap::new(),
    })
}

fn gazetteer() -> Vec<GazetteerEntry> {
    use GazetteerKind::{District, Municipality, Postcode, Stop};
    [
        ("Überlingen", Municipality),
        ("Engen", Municipality),
        ("Musterstadt, Engener Weg", Stop),
        ("Engen", Stop),
        ("78234", Postcode),
        ("78224", Postcode),
        ("Engenhausen", District),
        ("Wengen", District),
        ("Ueberlingen am Ried", District),
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
                    people: people + 2,
                    ages: AgeBands::known([people, 0, 0, 0, 2]),
                });
            }
        }
    }
    cells
}
