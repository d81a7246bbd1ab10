//! GeoJSON and HTML.

use crate::COLLECTIONS;
use crate::support::WORLD;
use crate::support::county::COUNTY;
use crate::support::reply::find_link;
use crate::support::world::{self, SITES};

const GEOJSON: &str = "application/geo+json";
const HTML: &str = "text/html; charset=utf-8";

async fn type_of(path: &str, accept: &str) -> String {
    let reply = WORLD.get_with(path, &[("accept", accept)]).await;
    assert_eq!(reply.status, 200, "{path} {accept}: {}", reply.text());
    reply.header("content-type").to_owned()
}

#[tokio::test]
async fn req_geojson_definition() {
    for id in COLLECTIONS {
        let items = format!("/api/collections/{id}/items");
        assert_eq!(type_of(&items, GEOJSON).await, GEOJSON);
        assert_eq!(type_of(&items, "application/json").await, GEOJSON);
        assert_eq!(type_of(&format!("{items}?f=json"), "text/html").await, GEOJSON);
    }
    for path in ["/api", "/api/conformance", "/api/collections", "/api/collections/services"] {
        assert_eq!(type_of(path, "application/json").await, "application/json");
    }
}

#[tokio::test]
async fn req_geojson_content() {
    for id in COLLECTIONS {
        let page = WORLD.get(&format!("/api/collections/{id}/items?limit=10000")).await.json();
        assert_eq!(page["type"], "FeatureCollection");
        for feature in page["features"].as_array().unwrap() {
            assert_eq!(feature["type"], "Feature");
            assert!(feature["id"].is_string() && feature["properties"].is_object());
            // The geometry must be there, if only as null (RFC 7946, 3.2).
            let geometry = feature.get("geometry").unwrap();
            let known = ["Point", "Polygon", "MultiPolygon"];
            let kind = geometry["type"].as_str();
            assert!(geometry.is_null() || known.contains(&kind.unwrap()), "{geometry}");
            let text = feature.to_string();
            let read: geojson::Feature = text.parse().expect("GeoJSON");
            assert!(read.id.is_some());
        }
    }
    let placeless = format!("/api/collections/services/items/{}", world::feature_id(SITES - 1));
    assert!(WORLD.get(&placeless).await.json()["geometry"].is_null());
}

#[tokio::test]
async fn req_html_definition() {
    for id in COLLECTIONS {
        let collection = format!("/api/collections/{id}");
        for path in
            [collection.clone(), format!("{collection}/items"), format!("{collection}/queryables")]
        {
            assert_eq!(type_of(&path, "text/html").await, HTML);
            assert_eq!(type_of(&format!("{path}?f=html"), "application/json").await, HTML);
        }
    }
    let feature = format!("/api/collections/services/items/{}", world::feature_id(5));
    for path in ["/api", "/api/conformance", "/api/collections", "/api/docs", &feature] {
        assert_eq!(type_of(path, "text/html,*/*;q=0.8").await, HTML);
    }
    let reply = WORLD.get_with("/api", &[("accept", "image/png")]).await;
    reply.assert_problem(406, &[]);
}

#[tokio::test]
async fn req_html_content() {
    let id = world::feature_id(5);
    let feature = WORLD.get(&format!("/api/collections/services/items/{id}?f=html")).await;
    assert!(feature.text().contains("Angebot 5"));
    // What providers write never becomes markup.
    assert!(feature.text().contains("&#60;Zeichen&#62;") && !feature.text().contains("<Zeichen>"));
    let list = WORLD.get("/api/collections/services/items?f=html&limit=10").await;
    assert!(list.text().contains(&format!("10 of {SITES} features")));
    let large = COUNTY.get("/api/collections/population_cells/items?f=html&limit=10000").await;
    assert!(large.text().contains("1000 of "), "a page for people has at most 1000 features");
    let json = WORLD.get("/api/collections/services/items?f=json&limit=10").await.json();
    for feature in json["features"].as_array().unwrap() {
        assert!(list.text().contains(feature["id"].as_str().unwrap()));
    }
    let collections = WORLD.get("/api/collections?f=html").await;
    for id in COLLECTIONS {
        assert!(collections.text().contains(&format!("/api/collections/{id}?f=html")));
    }
    for path in ["/api?f=html", "/api/docs", "/api/collections/services?f=html"] {
        let page = WORLD.get(path).await;
        assert!(page.text().starts_with("<!doctype html>") && !page.text().contains("<script"));
        assert!(!page.text().contains(" style="));
    }
    let landing = WORLD.get("/api").await.json();
    let page = WORLD.get("/api?f=html").await;
    assert!(page.text().contains(&find_link(&landing, "data").unwrap()));
}
