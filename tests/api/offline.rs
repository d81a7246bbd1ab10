//! What a device keeps: who picks it up must find nothing on it that is nobody else's business.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use sozialatlas::app::{App, Clock};
use sozialatlas::atlas::{Entry, EntryChange};
use sozialatlas::domain::{
    Address, CoordPrecision, Listing, LocationDisclosure, LonLat, Position, SiteType,
};

use crate::support::county::{COUNTY, published};
use crate::support::{Server, app_of, noon, world};

/// First segments of the addresses; German has none.
const LANGUAGES: [&str; 7] = ["", "/en", "/uk", "/ar", "/tr", "/fr", "/leicht"];
/// The topic that is nobody else's business here.
const DISCREET: &str = "schulden";
const STREET: &str = "Verborgene Gasse";

/// The invented county with a discreet topic, and with a protected house whose address came into the document.
fn county() -> Server {
    let mut reference = world::reference();
    reference.region.discreet_topics = vec![DISCREET.parse().unwrap()];
    let mut entries = world::entries();
    let mut house = world::listing(world::SITES - 1);
    assert_ne!(house.categories[0].as_str(), DISCREET, "protected for its place alone");
    let site = &mut house.sites[0];
    assert_eq!(
        (site.site_type, site.disclosure),
        (SiteType::Protected, LocationDisclosure::Protected)
    );
    site.address = Address { street: Some(STREET.into()), ..Address::default() };
    let point = LonLat { lon: 8.123_456, lat: 47.654_321 };
    site.position = Some(Position { point, precision: CoordPrecision::Gebaeude, source: None });
    *entries.last_mut().unwrap() = entry(&house);
    Server::new(app_of(reference, entries, None))
}

fn entry(listing: &Listing) -> Entry {
    Entry {
        document: Arc::from(serde_json::to_string(listing).unwrap()),
        last_modified: "2026-11-01T08:00:00Z".into(),
    }
}

async fn kept(server: &Server, language: &str) -> (String, Value) {
    let reply = server.get(&format!("{language}/_/offline.json")).await;
    let value = reply.json();
    (reply.text().to_owned(), value)
}

fn ids(kept: &Value) -> BTreeSet<&str> {
    kept["entries"].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn nothing_discreet_and_nothing_protected_is_kept_in_any_language() {
    let server = county();
    let hidden: Vec<usize> =
        (0..world::SITES).filter(|i| world::category(*i) == DISCREET).collect();
    assert!(!hidden.is_empty() && hidden.len() < world::SITES);
    for language in LANGUAGES {
        let (text, value) = kept(&server, language).await;
        assert_eq!(value["discreet"], serde_json::json!([DISCREET]), "{language}");
        assert_eq!(value["left_out"], hidden.len(), "{language}");
        let ids = ids(&value);
        assert_eq!(ids.len(), world::SITES - hidden.len(), "{language}: all others are kept");
        for i in &hidden {
            assert!(!text.contains(&world::service_id(*i).to_string()), "{language}: service {i}");
            assert!(
                !text.contains(&world::feature_id(*i).to_string()),
                "{language}: on the map {i}"
            );
        }
        let topics = value["categories"].as_array().unwrap();
        assert!(!topics.is_empty() && topics.iter().all(|topic| topic["code"] != DISCREET));

        let house = world::service_id(world::SITES - 1).to_string();
        assert!(ids.contains(house.as_str()), "{language}: the house itself is public");
        for secret in [STREET, "8.1234", "47.6543", "never to be seen"] {
            assert!(!text.contains(secret), "{language}: {secret}");
        }
    }
}

#[tokio::test]
async fn of_the_county_that_comes_with_the_program_no_discreet_offer_is_kept() {
    let snapshot = COUNTY.app.atlas.snapshot();
    let reference = snapshot.reference();
    let is_hidden =
        |listing: &&Listing| reference.region.is_discreet(&reference.taxonomy, &listing.categories);
    let hidden: BTreeSet<String> =
        published().filter(is_hidden).map(|listing| listing.id.to_string()).collect();
    let found = COUNTY.get("/api/collections/services/items?limit=1000").await.json();
    let features = found["features"].as_array().unwrap();
    assert_eq!(found["numberMatched"], features.len(), "all on one page");
    let public: BTreeSet<&str> = features
        .iter()
        .map(|feature| feature["properties"]["service_id"].as_str().unwrap())
        .collect();
    let others: BTreeSet<&str> =
        public.iter().filter(|id| !hidden.contains(**id)).copied().collect();
    assert!(others.len() < public.len(), "there is something to leave out");
    for language in ["", "/ar", "/leicht"] {
        let (text, value) = kept(&COUNTY, language).await;
        for id in &hidden {
            assert!(!text.contains(id.as_str()), "{language}: {id}");
        }
        assert_eq!(ids(&value), others, "{language}: all others are kept");
    }
}

/// A clock that tells another moment of the same day each time.
#[derive(Default)]
struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now(&self) -> DateTime<Utc> {
        noon() + TimeDelta::seconds(self.0.fetch_add(1, Ordering::Relaxed))
    }
}

#[tokio::test]
async fn the_same_data_are_written_once_and_a_change_is_seen_at_once() {
    let Ok(app) = Arc::try_unwrap(app_of(world::reference(), world::entries(), None)) else {
        panic!("nobody else has it");
    };
    let server = Server::new(Arc::new(App { clock: Arc::new(Ticking::default()), ..app }));
    let ask = async |language: &str| server.get(&format!("{language}/_/offline.json")).await;
    let first = ask("").await;
    assert_eq!(first.header("content-type"), "application/json");
    // What is written anew tells another second.
    let others = futures_util::future::join_all((0..8).map(|_| ask(""))).await;
    assert!(others.iter().all(|other| other.body == first.body), "written again");
    let english = ask("/en").await;
    assert_ne!(english.header("etag"), first.header("etag"));
    assert_eq!(english.json()["page"], "/en/offline");

    let change =
        EntryChange::Put(entry(&Listing { name: "Ganz neu benannt".into(), ..world::listing(0) }));
    server.app.atlas.apply(vec![change], 2);
    let known = [("if-none-match", first.header("etag"))];
    let changed = server.get_with("/_/offline.json", &known).await;
    assert_eq!(changed.status, 200);
    assert_ne!(changed.header("etag"), first.header("etag"));
    assert!(changed.text().contains("Ganz neu benannt"), "{}", changed.text());
    assert!(changed.json()["version"] != first.json()["version"]);
    assert_eq!(ask("").await.body, changed.body);
    let known = [("if-none-match", changed.header("etag"))];
    assert_eq!(server.get_with("/_/offline.json", &known).await.status, 304);
    assert!(ask("/en").await.text().contains("Ganz neu benannt"), "in each language");
}

#[tokio::test]
async fn above_five_thousand_sites_nothing_but_the_shell_is_kept() {
    for (sites, entries) in [(5_000, 5_000), (5_001, 0)] {
        let all = (0..sites).map(|i| entry(&world::listing(i))).collect();
        let server = Server::new(app_of(world::reference(), all, None));
        let (_, value) = kept(&server, "").await;
        assert_eq!(value["entries"].as_array().unwrap().len(), entries, "of {sites}");
        assert_eq!(value["left_out"], sites - entries, "of {sites}");
        assert!(value["pages"].as_array().unwrap().contains(&"/offline".into()));
    }
}

#[tokio::test]
async fn each_filter_leaves_without_internet_what_it_leaves_with_it() {
    let (_, value) = kept(&COUNTY, "").await;
    let sites: Vec<&str> = value["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["site"].as_str().unwrap())
        .collect();
    let known: BTreeSet<&str> = sites.iter().copied().collect();
    assert_eq!(known.len(), sites.len(), "each site once");
    let filters = value["filters"].as_object().unwrap();
    for word in ["municipality", "target_group", "language", "free", "anonymous", "accessible"] {
        assert!(filters.contains_key(word), "{word}");
    }
    let mut chosen = 0;
    for (word, values) in filters {
        for (choice, places) in values.as_object().unwrap() {
            let path = format!("/api/collections/services/items?limit=1000&{word}={choice}");
            let found = COUNTY.get(&path).await.json();
            let features = found["features"].as_array().unwrap();
            assert_eq!(found["numberMatched"], features.len(), "{path}: all on one page");
            let expected: BTreeSet<&str> = features
                .iter()
                .map(|feature| feature["id"].as_str().unwrap())
                .filter(|id| known.contains(id))
                .collect();
            let left: BTreeSet<&str> = places
                .as_array()
                .unwrap()
                .iter()
                .map(|place| sites[usize::try_from(place.as_u64().unwrap()).unwrap()])
                .collect();
            assert_eq!(left, expected, "{path}");
            chosen += left.len();
        }
    }
    assert!(chosen > sites.len(), "filters leave something");
}

#[tokio::test]
async fn each_language_has_a_version_of_its_own_and_who_has_it_is_not_sent_it_again() {
    let mut versions = BTreeSet::new();
    for language in LANGUAGES {
        let path = format!("{language}/_/offline.json");
        let reply = COUNTY.get(&path).await;
        let version = reply.json()["version"].as_str().unwrap().to_owned();
        assert!(versions.insert(version), "{language}");
        let again = COUNTY.get_with(&path, &[("if-none-match", reply.header("etag"))]).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{language}");
        // Without cookies: what is kept is the same for everybody.
        let cookies = [("cookie", "session=abcdefgh; language=tr")];
        assert_eq!(COUNTY.get_with(&path, &cookies).await.body, reply.body, "{language}");
    }
}

#[tokio::test]
async fn the_site_can_be_installed_in_every_language() {
    for language in LANGUAGES {
        let page = COUNTY.get(&format!("{language}/liste")).await;
        let link = page.text().split("rel=\"manifest\" href=\"").nth(1).expect("a manifest");
        let link = link.split('"').next().unwrap();
        let manifest = COUNTY.get(link).await;
        assert_eq!(manifest.header("content-type"), "application/manifest+json");
        let manifest = manifest.json();
        let tag = page.text().split("<html lang=\"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(manifest["lang"], tag);
        assert_eq!(manifest["dir"], if language == "/ar" { "rtl" } else { "ltr" });
        let start = if language.is_empty() { "/" } else { language };
        assert_eq!(manifest["start_url"], start);
        for word in ["name", "short_name", "description"] {
            assert_ne!(manifest[word].as_str().unwrap(), "", "{language}: {word}");
        }
        let shortcuts = manifest["shortcuts"].as_array().unwrap();
        let links = shortcuts.iter().map(|shortcut| &shortcut["url"]);
        for address in links.chain([&manifest["start_url"]]) {
            let reply = COUNTY.get(address.as_str().unwrap()).await;
            assert_eq!(reply.status, 200, "{address}");
        }
    }
}

#[tokio::test]
async fn the_icons_are_pictures_of_the_sizes_that_devices_ask_for() {
    let manifest = COUNTY.get("/app.webmanifest?lang=de").await.json();
    let mut sizes = BTreeSet::new();
    for icon in manifest["icons"].as_array().unwrap() {
        let reply = COUNTY.get(icon["src"].as_str().unwrap()).await;
        assert_eq!(reply.status, 200, "{icon}");
        let (size, media_type) = (icon["sizes"].as_str().unwrap(), reply.header("content-type"));
        if size == "any" {
            assert_eq!(icon["type"], "image/svg+xml");
            assert_eq!(media_type, "image/svg+xml; charset=utf-8", "it is text");
            assert!(reply.text().starts_with("<svg"));
            continue;
        }
        assert_eq!(media_type, icon["type"].as_str().unwrap());
        assert!(reply.body.starts_with(b"\x89PNG\r\n\x1a\n"), "{icon}");
        // Width and height of the header (PNG, 11.2.2).
        let side = u32::from_be_bytes(reply.body[16..20].try_into().unwrap());
        assert_eq!(reply.body[16..20], reply.body[20..24], "{icon}: a square");
        assert_eq!(size, format!("{side}x{side}"));
        sizes.insert((side, icon["purpose"].as_str().unwrap().to_owned()));
    }
    for side in [192, 512] {
        for purpose in ["any", "maskable"] {
            assert!(sizes.contains(&(side, purpose.to_owned())), "{side} {purpose}");
        }
    }
    let page = COUNTY.get("/liste").await;
    let link = page.text().split("rel=\"apple-touch-icon\" href=\"").nth(1).unwrap();
    let reply = COUNTY.get(link.split('"').next().unwrap()).await;
    assert_eq!(reply.body[16..20], 180_u32.to_be_bytes());
}
