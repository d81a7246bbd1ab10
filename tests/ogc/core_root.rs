//! Core: landing page, definition, conformance, rules for all.

use axum::http::Method;

use crate::COLLECTIONS;
use crate::support::WORLD;
use crate::support::reply::find_link;

#[tokio::test]
async fn req_core_root_op() {
    assert_eq!(WORLD.get("/api").await.status, 200);
    assert_eq!(WORLD.get("/api/").await.status, 200);
}

#[tokio::test]
async fn req_core_root_success() {
    let landing = WORLD.get("/api").await.json();
    for rel in ["service-desc", "service-doc", "conformance", "data", "self", "alternate"] {
        let href = find_link(&landing, rel).unwrap_or_else(|| panic!("no link {rel}"));
        assert_eq!(WORLD.follow(&href).await.status, 200, "{href}");
    }
    assert!(!landing["title"].as_str().unwrap().is_empty());
}

#[tokio::test]
async fn req_core_api_definition_op() {
    let landing = WORLD.get("/api").await.json();
    let href = find_link(&landing, "service-desc").unwrap();
    assert_eq!(WORLD.follow(&href).await.status, 200);
}

#[tokio::test]
async fn req_core_api_definition_success() {
    let definition = WORLD
        .get_with(
            "/api/openapi.json",
            &[("accept", "application/vnd.oai.openapi+json;version=3.0")],
        )
        .await;
    assert_eq!(definition.header("content-type"), "application/vnd.oai.openapi+json;version=3.0");
    assert!(definition.json()["paths"]["/api/collections"].is_object());
}

#[tokio::test]
async fn req_core_conformance_op() {
    assert_eq!(WORLD.get("/api/conformance").await.status, 200);
}

#[tokio::test]
async fn req_core_conformance_success() {
    let conformance = WORLD.get("/api/conformance").await.json();
    let classes: Vec<&str> =
        conformance["conformsTo"].as_array().unwrap().iter().map(|c| c.as_str().unwrap()).collect();
    for class in ["core", "oas30", "html", "geojson"] {
        let uri = format!("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{class}");
        assert!(classes.contains(&uri.as_str()), "{uri}");
    }
    assert!(classes.contains(&"http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs"));
    // Part 3 has expressions, which this server does not read: it must not be claimed.
    assert!(!classes.iter().any(|c| c.contains("ogcapi-features-3")));
}

#[tokio::test]
async fn the_clause_that_is_not_followed_is_told_wherever_the_standard_is_named() {
    let conformance = WORLD.get("/api/conformance").await.json();
    let deviations = conformance["deviations"].as_array().unwrap();
    assert_eq!(deviations.len(), 1);
    let requirement = deviations[0]["requirement"].as_str().unwrap();
    assert!(requirement.ends_with("/req/core/fc-bbox-response"), "{requirement}");
    assert_eq!(deviations[0]["part"], "C");
    assert!(!deviations[0]["description"].as_str().unwrap().is_empty());
    let landing = WORLD.get("/api").await.json();
    let definition = WORLD.get("/api/openapi.json").await.json();
    for told in [
        &landing["description"],
        &definition["info"]["description"],
        &definition["components"]["parameters"]["bbox"]["description"],
    ] {
        assert!(told.as_str().unwrap().contains("/req/core/fc-bbox-response"), "{told}");
    }
    for page in ["/api?f=html", "/api/conformance?f=html", "/api/docs"] {
        let page = WORLD.get(page).await;
        assert!(page.text().contains("/req/core/fc-bbox-response"), "{}", page.text());
    }
}

#[tokio::test]
async fn req_core_http() {
    for path in ["/api", "/api/collections/services/items?limit=3", "/api/collections/services"] {
        let get = WORLD.get(path).await;
        let head = WORLD.send(Method::HEAD, path, &[]).await;
        assert_eq!(head.status, get.status);
        assert!(head.body.is_empty());
        assert_eq!(head.header("content-type"), get.header("content-type"));
        assert_eq!(head.header("content-length"), get.body.len().to_string());
        let post = WORLD.send(Method::POST, path, &[]).await;
        post.assert_problem(405, &[]);
        assert!(post.header("allow").contains("GET"), "{}", post.header("allow"));
    }
    WORLD.get("/api/nothing").await.assert_problem(404, &[]);
}

#[tokio::test]
async fn req_core_query_param_unknown() {
    let mut paths = vec![
        "/api".to_owned(),
        "/api/conformance".into(),
        "/api/openapi.json".into(),
        "/api/docs".into(),
        "/api/collections".into(),
    ];
    for id in COLLECTIONS {
        paths.push(format!("/api/collections/{id}"));
        paths.push(format!("/api/collections/{id}/queryables"));
        paths.push(format!("/api/collections/{id}/items"));
    }
    for path in paths {
        WORLD
            .get(&format!("{path}?unknown_parameter=1"))
            .await
            .assert_problem(400, &["unknown_parameter"]);
    }
}

#[tokio::test]
async fn req_core_query_param_invalid() {
    for id in COLLECTIONS {
        let items = format!("/api/collections/{id}/items");
        for (query, name) in [
            ("limit=none", "limit"),
            ("bbox=1,2,3", "bbox"),
            ("datetime=yesterday", "datetime"),
            ("f=xml", "f"),
            ("crs=EPSG:4326", "crs"),
            ("bbox-crs=nowhere&bbox=1,2,3,4", "bbox-crs"),
        ] {
            WORLD.get(&format!("{items}?{query}")).await.assert_problem(400, &[name]);
        }
    }
}

#[tokio::test]
async fn req_core_crs84() {
    let items = WORLD.get("/api/collections/services/items?limit=50").await;
    assert_eq!(items.header("content-crs"), "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
    for feature in items.json()["features"].as_array().unwrap() {
        let [lon, lat] = [0, 1].map(|i| feature["geometry"]["coordinates"][i].as_f64());
        if let (Some(lon), Some(lat)) = (lon, lat) {
            assert!((8.0..9.0).contains(&lon) && (47.0..48.0).contains(&lat), "{feature}");
        }
    }
}
