//! An invented county, small enough to know every answer by heart.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use geo::{MultiPolygon, Rect};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;
use uuid::Uuid;

use crate::app::{App, FixedClock, Settings};
use crate::atlas::{Atlas, Entry, MunicipalityArea, Reference};
use crate::domain::*;
use crate::http::{Limits, Metrics, router};

/// An answer, read to its end.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    /// As sent.
    pub(super) bytes: Vec<u8>,
    /// As text; empty if it is compressed.
    pub(super) body: String,
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|v| v.to_str().unwrap()).unwrap_or_default()
    }

    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// Asks the whole router.
pub(super) async fn get(app: &Arc<App>, path: &str) -> Answer {
    get_with(app, path, &[]).await
}

pub(super) async fn get_with(app: &Arc<App>, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::get(path).header("accept", "text/html");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let limits = Limits { analysis: None, ..Limits::default() };
    let router = router(Arc::clone(app), limits, Arc::new(Metrics::new().unwrap()));
    let response = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    let body = String::from_utf8(bytes.to_vec()).unwrap_or_default();
    Answer { status: parts.status, headers: parts.headers, bytes: bytes.to_vec(), body }
}

pub(super) fn service(number: u128) -> ServiceId {
    ServiceId(Uuid::from_u128(number))
}

pub(super) fn organization_id(number: u128) -> OrganizationId {
    OrganizationId(Uuid::from_u128(number << 64))
}

pub(super) const TOWN: &str = "99001001";
pub(super) const VILLAGE: &str = "99001002";
pub(super) const SECRET: &str = "Geheimgasse";

/// A Monday in November, half past nine in the morning.
pub(super) fn app() -> Arc<App> {
    app_with(entries())
}

pub(super) fn app_with(listings: Vec<Value>) -> Arc<App> {
    // Through the type, so that a slip in the fixture fails here and not as a missing entry.
    let listings = listings.into_iter().map(|listing| serde_json::from_value(listing).unwrap());
    app_of(reference(), listings)
}

pub(super) fn app_of(reference: Reference, listings: impl Iterator<Item = Listing>) -> Arc<App> {
    app_where(reference, listings, true)
}

/// The same with or without the planning pages.
pub(super) fn app_where(
    reference: Reference,
    listings: impl Iterator<Item = Listing>,
    planning: bool,
) -> Arc<App> {
    let documents = listings.map(|listing| serde_json::to_string(&listing).unwrap());
    app_of_documents(reference, documents, planning)
}

/// The same of entries as they are stored.
pub(super) fn app_of_documents(
    reference: Reference,
    documents: impl Iterator<Item = String>,
    planning: bool,
) -> Arc<App> {
    let entries = documents.map(|document| Entry {
        document: document.into(),
        last_modified: "2026-11-01T08:00:00Z".into(),
    });
    let atlas = Atlas::new(Arc::new(reference), entries.collect(), 1);
    Arc::new(App {
        atlas: Arc::new(atlas),
        clock: Arc::new(FixedClock("2026-11-23T08:30:00Z".parse().unwrap())),
        readiness: Arc::default(),
        analysis: Arc::default(),
        desk: None,
        tiles: None,
        settings: Settings { base_url: None, timezone: chrono_tz::Europe::Berlin, planning },
    })
}

fn term(code: &str, facet: &str, parent: Option<&str>, label: &str) -> Term {
    serde_json::from_value(json!({
        "code": code, "facet": facet, "parent": parent, "label": label,
        "icon": "home", "color": "#123456", "shape": "circle",
    }))
    .unwrap()
}

fn region() -> Region {
    serde_json::from_value(json!({
        "slug": "muster", "name": "Landkreis Muster", "name_genitive": "des Landkreises Muster",
        "name_locative": "im Landkreis Muster", "site_name": "Sozialatlas Landkreis Muster",
        "district_key": "99001", "state": "BW", "timezone": "Europe/Berlin",
        "bounds": {"west": 8.4, "south": 47.4, "east": 9.0, "north": 47.8},
        "data_bounds": {"west": 8.0, "south": 47.0, "east": 9.9, "north": 48.4},
        "cell_size_m": 100, "population": 3000, "population_date": "2022-05-15",
        "population_note": "Hochrechnung",
        "census": {"source": "Zensus 2011", "reference_date": "2011-05-09"}, "sample_notice": "Eine Stichprobe.",
        "accuracy": {"by_precision": {"gebaeude": 25.0, "ortsteil": 800.0, "gemeinde": 2000.0}},
        "freshness": {"remind_after_months": 12, "stale_after_months": 24},
        "discreet_topics": ["schutz"], "quick_exit_url": "https://wetter.example/", "government_topics": ["tafel"],
        "operator": {"name": "Landratsamt Muster", "street": "Amtsweg 1", "town": "99999 Stadt",
            "website": "https://amt.example"},
        "attributions": [{"id": "a", "text": "© Quelle A", "licence": "CC BY 4.0", "on_map": true}],
    }))
    .unwrap()
}

/// What the county says in English, looked at by somebody; a gap is left on purpose.
fn languages() -> std::collections::BTreeMap<Language, CountyTexts> {
    let english = serde_json::from_value(json!({
        "reviewed": "Jo, 2026-11-01",
        "region": {"sample_notice": "A sample.", "name_locative": "in the county"},
        "terms": {"geld": {"label": "Money and work"}, "schulden": {"label": "Debt advice"}},
        "numbers": {"notruf": {"name": "Fire brigade", "available": "day and night"}},
    }));
    [(Language::English, english.unwrap())].into()
}

fn municipality(ags: &str, name: &str, west: f64, people: u32) -> MunicipalityArea {
    let square = Rect::new((west, 47.5), (west + 0.1, 47.6)).to_polygon();
    MunicipalityArea {
        municipality: serde_json::from_value(json!({
            "ags": ags, "name": name, "designation": "Gemeinde", "population": people,
            "population_date": "2022-05-15",
            "population_update": [people + 7, "2023-12-31", "Fortschreibung auf Zensus 2011"],
            "town_hall_street": "Marktplatz 1", "postcode": "99999", "website": "stadt.example",
            "districts": ["Oberdorf", "Unterdorf"],
            "center": {"lon": west + 0.05, "lat": 47.55}, "rank": 2,
        }))
        .unwrap(),
        outline: MultiPolygon(vec![square]),
    }
}

fn place(name: &str, kind: GazetteerKind, ags: &str, lon: f64, fallback: bool) -> GazetteerEntry {
    GazetteerEntry {
        name: name.into(),
        kind,
        municipalities: vec![ags.parse().unwrap()],
        point: LonLat { lon, lat: 47.55 },
        point_is_fallback: fallback,
    }
}

pub(super) fn reference() -> Reference {
    use GazetteerKind::{District, Municipality, Postcode, Stop as StopName};
    let organization = |number: u128, name: &str, phone: &str| -> Organization {
        serde_json::from_value(json!({
            "id": organization_id(number), "name": name, "contact": {"phones": [phone]},
            "source_date": "2019", "sources": [{"url": "https://quelle.example/traeger"}],
        }))
        .unwrap()
    };
    let organizations = [
        organization(1, "Hilfe & Rat e. V.", "07531 1"),
        organization(2, "Leerer Verein", "07531 2"),
    ];
    let cell = |easting_m: u32, ags: &str| PopulationCell {
        easting_m,
        northing_m: 2_720_000,
        size_m: 100,
        ags: ags.parse().unwrap(),
        people: 100,
        ages: AgeBands::known([10, 10, 30, 30, 20]),
    };
    Reference {
        census: region().package_census(),
        region: region(),
        taxonomy: Taxonomy::new(vec![
            term("geld", "topic", None, "Geld und Arbeit"),
            term("schulden", "topic", Some("geld"), "Schuldnerberatung"),
            term("tafel", "topic", Some("geld"), "Tafel"),
            term("alter", "topic", None, "Älter werden"),
            term("pflege", "topic", Some("alter"), "Tagespflege"),
            term("schutz", "topic", None, "Schutz vor Gewalt"),
            term("frauenhaus", "topic", Some("schutz"), "Frauenhaus"),
            term("alle", "target_group", None, "Alle Menschen"),
        ])
        .unwrap(),
        municipalities: vec![
            municipality(TOWN, "Stadt", 8.5, 2000),
            municipality(VILLAGE, "Weiler", 8.7, 1000),
        ],
        organizations: organizations.into_iter().map(|o| (o.id, o)).collect(),
        gazetteer: vec![
            place("Stadt", Municipality, TOWN, 8.55, false),
            place("Weiler", Municipality, VILLAGE, 8.75, false),
            place("Berg", District, TOWN, 8.52, false),
            place("Berg", District, VILLAGE, 8.72, true),
            place("99999", Postcode, TOWN, 8.55, true),
            place("Stadt, Am Bahnhof", StopName, TOWN, 8.551, false),
        ],
        stops: vec![Stop {
            name: "Stadt, Am Bahnhof".into(),
            point: LonLat { lon: 8.551, lat: 47.55 },
            municipality: TOWN.parse().ok(),
            products: vec!["bus".into()],
        }],
        stations: vec![Station {
            name: "Stadt Hbf".into(),
            point: LonLat { lon: 8.56, lat: 47.55 },
            step_free: Some("partial".into()),
        }],
        crisis_numbers: vec![CrisisNumber {
            id: "notruf".into(),
            name: "Rettungsdienst".into(),
            number: "112".into(),
            free_of_charge: YesNo::Yes,
            available: "rund um die Uhr".into(),
            for_whom: "Lebensgefahr".into(),
            source: "https://quelle.example/nummern".into(),
            source_date: "2021-02".into(),
        }],
        guide: guide(),
        calendar: Calendar::default(),
        cells: vec![cell(4_200_000, TOWN), cell(4_200_100, TOWN), cell(4_216_000, VILLAGE)],
        water: vec![(
            "See".into(),
            MultiPolygon(vec![Rect::new((8.6, 47.5), (8.65, 47.55)).to_polygon()]),
        )],
        neighbours: Vec::new(),
        links: vec![],
        labels: vec![("Stadt".into(), LonLat { lon: 8.55, lat: 47.55 }, 1)],
        languages: languages(),
    }
}

/// Two situations: one with a question, one about violence.
fn guide() -> guide::Guide {
    let parts = json!({
        "situation": [
            {"key": "schulden", "theme": "geld", "label": "Ich habe Schulden", "to": "wie"},
            {"key": "gewalt", "theme": "schutz", "label": "Es gibt Gewalt", "to": "schutz"},
        ],
        "question": [{"key": "wie", "text": "Wie schlimm ist es?", "answer": [
            {"key": "sehr", "label": "Sehr & schlimm", "to": "beratung"},
            {"key": "wenig", "label": "Ein wenig", "to": "nichts"},
        ]}],
        "result": [
            {"key": "beratung", "title": "Rat bei Schulden", "numbers": ["notruf"],
                "search": [{"category": ["schulden"]}], "advice": ["kosten"]},
            {"key": "nichts", "title": "Nichts", "search": [{"q": "Blockflöte"}]},
            {"key": "schutz", "title": "Schutz", "search": [{"category": ["schutz"]}]},
        ],
        "advice": [{"key": "kosten", "kind": "pays", "text": "Das kostet nichts.",
            "source": "§ 1 Muster"}],
    });
    guide::Guide {
        as_of: "2026-11-23".parse().ok(),
        reviewed: String::new(),
        situations: serde_json::from_value(parts["situation"].clone()).unwrap(),
        questions: serde_json::from_value(parts["question"].clone()).unwrap(),
        results: serde_json::from_value(parts["result"].clone()).unwrap(),
        advice: serde_json::from_value(parts["advice"].clone()).unwrap(),
    }
}

fn site(number: u128, more: Value) -> Value {
    let mut site = json!({
        "id": FeatureId(Uuid::from_u128(number << 32)),
        "location_id": LocationId(Uuid::from_u128(number << 32)),
        "site_type": "fixed", "municipality": TOWN,
        "assurance": {"date": "2026-06-01", "by": "source",
            "sources": [{"url": "https://quelle.example/eintrag"}]},
    });
    let fields = site.as_object_mut().unwrap();
    fields.extend(more.as_object().unwrap().clone());
    site
}

fn listing(number: u128, name: &str, category: &str, more: Value, sites: Vec<Value>) -> Value {
    let mut listing = json!({
        "id": service(number), "name": name, "description": format!("Beschreibung von {name}."),
        "categories": [category], "sites": sites,
    });
    listing.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    listing
}

fn at(lon: f64, lat: f64, precision: &str) -> Value {
    json!({"point": {"lon": lon, "lat": lat}, "precision": precision})
}

/// Entries that show one thing each.
pub(super) fn entries() -> Vec<Value> {
    let street = |text: &str| json!({"street": text, "postcode": "99999", "locality": "Stadt"});
    vec![
        listing(
            1,
            "Schuldnerberatung Stadt",
            "schulden",
            json!({"organization_id": organization_id(1), "related": [service(2)], "free": "yes",
                "anonymous": "yes",
                "target_groups": ["alle"], "ages": {"minimum": 18}}),
            vec![
                site(
                    1,
                    json!({"address": street("Hauptstr. 1"),
                    "position": at(8.551, 47.5505, "gebaeude"), "accessible": "yes",
                    "schedule": {"osm": "Mo-Fr 09:00-12:00", "text": "werktags vormittags"}}),
                ),
                site(
                    101,
                    json!({"name": "Außenstelle Weiler", "municipality": VILLAGE,
                    "position": at(8.75, 47.55, "gemeinde")}),
                ),
            ],
        ),
        // Old source, no contact of its own, no provider with one: nothing but its name.
        listing(
            2,
            "Tafel <b>Stadt</b>",
            "tafel",
            json!({"organization_text": "Ehrenamtliche"}),
            vec![site(
                2,
                json!({"address": street("Markt 2"),
                "position": at(8.552, 47.551, "strasse"),
                "assurance": {"date": "2017", "by": "source", "confidence": "low"}}),
            )],
        ),
        listing(
            3,
            "Frauenhaus",
            "frauenhaus",
            json!({"contact": {"phones": ["07531 999"]}}),
            vec![site(
                3,
                json!({"site_type": "protected", "disclosure": "protected",
                "municipality": TOWN, "address": {"detail": SECRET, "street": SECRET}}),
            )],
        ),
        listing(
            4,
            "Pflege kommt heim",
            "pflege",
            json!({}),
            vec![site(
                4,
                json!({"site_type": "outreach", "disclosure": "placeless",
                "municipality": null, "schedule": {"appointment": "yes"},
                "service_area": {"reach": {"reach": "municipalities",
                    "municipalities": [TOWN, VILLAGE]}}}),
            )],
        ),
        listing(
            5,
            "Tagespflege Weiler",
            "pflege",
            json!({"contact": {"website": "https://pflege.example/"}}),
            vec![site(
                5,
                json!({"municipality": VILLAGE, "status": "temporarily_closed",
                "status_text": "Umbau", "valid_to": "2027-03-03",
                "position": at(8.75, 47.55, "gemeinde")}),
            )],
        ),
    ]
}
