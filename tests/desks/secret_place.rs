//! A place that must stay secret: two counties that differ in nothing but where it is answer alike, byte by byte; and
//! whoever measures from many addresses finds the middle of its municipality.

use axum::http::Method;
use serde_json::{Value, json};
use sozialatlas::app::{Author, Clock, TokenRequest};
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{LonLat, Scope};
use sozialatlas::spatial::distance::straight_m;

use crate::house::House;
use crate::support::Reply;
use crate::world;

const STREET: &str = "Verborgener Weg 77";
const PLACES: [LonLat; 2] =
    [LonLat { lon: 8.1234, lat: 47.0567 }, LonLat { lon: 8.4321, lat: 47.4123 }];
/// The middle of the municipality that the entry says it lies in.
const MIDDLE: LonLat = LonLat { lon: 8.25, lat: 47.25 };

/// A county with a shelter at a place, and the ids of its entry and site.
struct County {
    house: House,
    service: String,
    feature: String,
    token: String,
}

impl County {
    async fn with_shelter(place: LonLat) -> Self {
        let house = House::open().await;
        let account = house.add("e@example.org", Role::Editor).await;
        let request = TokenRequest {
            name: "test".into(),
            scopes: vec![Scope::ListingsRead, Scope::ListingsWrite],
            expires_at: house.clock.now() + chrono::TimeDelta::days(9),
        };
        let token = house.desk.create_token(&Author::of(&account), &account, request).await;
        let token = token.unwrap().secret;
        let mut county = Self { house, service: String::new(), feature: String::new(), token };
        let entry = json!({
            "name": "Zufluchtshaus", "description": "Schutz", "categories": ["tafel"],
            "organization_id": world::organization_id(0),
            "sites": [{
                "site_type": "protected", "disclosure": "protected", "municipality": "99001001",
                "address": { "street": STREET, "postcode": "99887", "locality": "Hinterdorf" },
                "position": { "point": place, "precision": "gebaeude" },
                "internal_note": "nie weitersagen",
                "assurance": { "date": "2026-10-01", "by": "editor" },
            }],
        });
        let made = county.send(Method::POST, "/api/listings", &entry.to_string()).await;
        assert_eq!(made.status, 201, "{}", made.text());
        made.header("location").rsplit('/').next().unwrap().clone_into(&mut county.service);
        let kept = county.send(Method::GET, made.header("location"), "").await.json();
        // Who tends it reads it back.
        assert_eq!(kept["sites"][0]["position"]["point"]["lon"], place.lon);
        assert_eq!(kept["sites"][0]["address"]["street"], STREET);
        kept["sites"][0]["id"].as_str().unwrap().clone_into(&mut county.feature);
        county
    }

    async fn send(&self, method: Method, path: &str, body: &str) -> Reply {
        let bearer = format!("Bearer {}", self.token);
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        self.house.browser().send(method, path, &headers, body.to_owned()).await
    }

    /// Everything that anybody may ask and that could tell of the place.
    fn questions(&self) -> Vec<String> {
        let (service, feature) = (&self.service, &self.feature);
        let cover = "q=zufluchtshaus&max_distance_m=9000";
        let mut all: Vec<String> = [
            "/api/collections/services/items?limit=100",
            "/api/collections/services/items?bbox=8.12,47.05,8.13,47.06",
            "/api/collections/services/items?bbox=8.43,47.41,8.44,47.42",
            "/api/collections/services/items?near=8.1234,47.0567&within_m=500",
            "/api/collections/services/items?near=8.1234,47.0567&limit=100",
            "/api/collections/services/items?q=Verborgener",
            "/api/collections/services/items?q=Hinterdorf",
            "/api/collections/services/items?municipality=99001001",
            "/api/collections/services",
            "/api/collections/municipalities/items",
            "/api/collections/organizations/items",
            "/",
            "/liste",
            "/liste?q=Verborgener",
            "/liste?near=8.1234,47.0567",
            "/gemeinden/99001001",
            "/_/map/services",
            "/planung?category=tafel&max_distance_m=9000",
        ]
        .map(str::to_owned)
        .to_vec();
        all.push(format!("/angebote/{service}"));
        all.push(format!("/api/listings/{service}/history"));
        for crs in [
            "http://www.opengis.net/def/crs/EPSG/0/25832",
            "http://www.opengis.net/def/crs/EPSG/0/3035",
        ] {
            all.push(format!("/api/collections/services/items/{feature}?crs={crs}"));
        }
        for kind in ["", "/cells", "/sites"] {
            all.push(format!("/api/coverage{kind}?{cover}"));
        }
        all.push(format!("/api/coverage?{cover}&f=geojson"));
        all.push(format!("/api/coverage?{cover}&f=csv"));
        all.push("/api/coverage/matrix?q=zufluchtshaus&max_distance_m=9000".to_owned());
        all.push(format!("/api/coverage/scenario?{cover}&add=8.2,47.1"));
        all.push(format!("/api/coverage/scenario?{cover}&close={feature}"));
        all.push(format!("/api/coverage/scenario?{cover}&move={feature}@8.2,47.1"));
        all.push(format!("/api/coverage/compare?{cover}&other_max_distance_m=3000"));
        for (lon, lat) in
            [(8.1234, 47.0567), (8.05, 47.05), (8.45, 47.05), (8.45, 47.45), (8.05, 47.45)]
        {
            all.push(format!("/api/coverage/at?q=zufluchtshaus&lon={lon}&lat={lat}"));
        }
        all
    }
}

/// An answer without what differs from request to request.
fn told(reply: &Reply) -> (u16, String, String, String) {
    let text = String::from_utf8_lossy(&reply.body).into_owned();
    let id = reply.header("x-request-id").to_owned();
    // A problem quotes the id of its request.
    let text = if id.is_empty() { text } else { text.replace(&id, "ID") };
    let kept = |name| reply.header(name).to_owned();
    (reply.status.as_u16(), text, kept("etag"), kept("link"))
}

#[tokio::test]
async fn two_counties_that_differ_in_the_secret_alone_cannot_be_told_apart() {
    let (one, other) =
        (County::with_shelter(PLACES[0]).await, County::with_shelter(PLACES[1]).await);
    assert_eq!((&one.service, &one.feature), (&other.service, &other.feature));
    let (mut answered, mut named) = (0, 0);
    for question in one.questions() {
        let mine = one.house.browser().get(&question).await;
        let theirs = other.house.browser().get(&question).await;
        let (a, b) = (told(&mine), told(&theirs));
        assert_eq!(a, b, "{question}");
        for secret in [STREET, "Hinterdorf", "99887", "nie weitersagen", "8.1234,47.0567,"] {
            assert!(!a.1.contains(secret) || question.contains(secret), "{secret} in {question}");
        }
        answered += usize::from(a.0 == 200);
        named += usize::from(a.1.contains("Zufluchtshaus"));
    }
    // The questions were good ones: most are answered, and many speak of the entry.
    assert!(answered > 30, "{answered}");
    assert!(named > 8, "{named}");
    // Nor does what is stored for the public hold it.
    for county in [&one, &other] {
        let id = county.service.parse().unwrap();
        let document = county.house.store.find_published(id).await.unwrap().unwrap().document;
        assert!(!document.contains(STREET) && !document.contains("position"), "{document}");
        assert_eq!(county.house.store.check_projection().await.unwrap(), []);
    }
}

/// The point whose distances to the stations come nearest to those measured: Gauss and Newton on the plane.
#[allow(clippy::many_single_char_names, reason = "the names of the normal equations")]
fn trilaterate(stations: &[(LonLat, f64)]) -> LonLat {
    let (scale_lon, scale_lat) = (75_500.0, 111_200.0);
    let mut at = LonLat { lon: 8.3, lat: 47.2 };
    for _ in 0..200 {
        let (mut a, mut b, mut c, mut gx, mut gy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (station, measured) in stations {
            let distance = straight_m(at, *station).max(1.0);
            let x = (at.lon - station.lon) * scale_lon / distance;
            let y = (at.lat - station.lat) * scale_lat / distance;
            let off = distance - measured;
            (a, b, c) = (a + x * x, b + x * y, c + y * y);
            (gx, gy) = (gx + x * off, gy + y * off);
        }
        let det = a * c - b * b;
        at.lon -= (c * gx - b * gy) / det / scale_lon;
        at.lat -= (a * gy - b * gx) / det / scale_lat;
    }
    at
}

#[tokio::test]
async fn who_measures_from_many_addresses_finds_the_middle_of_the_municipality() {
    for place in PLACES {
        let county = County::with_shelter(place).await;
        let mut stations = Vec::new();
        for (lon, lat) in [(8.03, 47.04), (8.46, 47.05), (8.44, 47.46), (8.06, 47.44), (8.3, 47.1)]
        {
            let path = format!("/api/coverage/at?q=zufluchtshaus&lon={lon}&lat={lat}");
            let around = county.house.browser().get(&path).await.json();
            let nearest = around["categories"].as_array().unwrap();
            let found: Vec<f64> = nearest
                .iter()
                .filter_map(|one: &Value| one["nearest"]["distance_m"].as_f64())
                .collect();
            assert!(!found.is_empty(), "{around}");
            stations.push((LonLat { lon, lat }, found[0]));
        }
        let solved = trilaterate(&stations);
        assert!(straight_m(solved, MIDDLE) < 50.0, "{solved:?}");
        assert!(straight_m(solved, place) > 5_000.0, "{solved:?} gives {place:?} away");
    }
}

#[tokio::test]
async fn what_was_protected_is_not_let_out_by_a_slip() {
    let county = County::with_shelter(PLACES[0]).await;
    let path = format!("/api/listings/{}", county.service);
    let seen = county.send(Method::GET, &path, "").await;
    let mut entry = seen.json();
    entry["sites"][0]["site_type"] = json!("fixed");
    entry["sites"][0]["disclosure"] = json!("public");
    let bearer = format!("Bearer {}", county.token);
    let put = async |path: String| {
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
            ("if-match", seen.header("etag")),
        ];
        county.house.browser().send(Method::PUT, &path, &headers, entry.to_string()).await
    };
    let asked = put(path.clone()).await;
    asked.assert_problem(422, &[]);
    assert!(asked.text().contains("discloses_place"), "{}", asked.text());
    let stands = put(format!("{path}?acknowledge=discloses_place")).await;
    assert_eq!(stands.status, 200, "{}", stands.text());
}
