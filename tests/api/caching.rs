//! Entity tags, 304, compression.

use axum::http::Method;
use sozialatlas::atlas::EntryChange;

use crate::support::{Server, WORLD, app_of, world};

const ITEMS: &str = "/api/collections/services/items?limit=100";

#[tokio::test]
async fn who_has_the_state_already_gets_304_without_a_body() {
    let feature = format!("/api/collections/services/items/{}", world::feature_id(1));
    for path in [
        "/api",
        "/api/conformance",
        "/api/collections",
        "/api/collections/services",
        "/api/collections/municipalities/items",
        "/api/collections/services/queryables",
        "/api/openapi.json",
        "/api/docs",
        ITEMS,
        &feature,
    ] {
        let first = WORLD.get(path).await;
        let etag = first.header("etag").to_owned();
        assert!(etag.starts_with("W/\""), "{path}: {etag}");
        let again = WORLD.get_with(path, &[("if-none-match", &etag)]).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{path}");
        assert_eq!(again.header("etag"), etag);
        let head = WORLD.send(Method::HEAD, path, &[("if-none-match", &etag)]).await;
        assert_eq!(head.status, 304);
        let other = WORLD.get_with(path, &[("if-none-match", "\"other\"")]).await;
        assert_eq!(other.status, 200);
        // The other representation has another tag.
        let html = WORLD.get_with(path, &[("accept", "text/html"), ("if-none-match", &etag)]).await;
        assert!(html.status == 200 || path == "/api/docs", "{path}");
        assert!(first.header("vary").to_lowercase().contains("accept"), "{path}");
    }
}

#[tokio::test]
async fn a_change_of_the_data_changes_the_tag_and_the_next_answer() {
    let app = app_of(world::reference(), world::entries(), None);
    let server = Server::new(app);
    let before = server.get(ITEMS).await;
    server.app.atlas.apply(vec![EntryChange::Remove(world::service_id(0))], 2);
    let after = server.get_with(ITEMS, &[("if-none-match", before.header("etag"))]).await;
    assert_eq!(after.status, 200);
    assert_eq!(after.json()["numberMatched"], world::SITES - 1);
    let gone = format!("/api/collections/services/items/{}", world::feature_id(0));
    server.get(&gone).await.assert_problem(404, &[]);
}

#[tokio::test]
async fn large_answers_are_compressed_for_whoever_asks_and_only_then() {
    let plain = WORLD.get(ITEMS).await;
    assert_eq!(plain.header("content-encoding"), "");
    assert_eq!(plain.header("content-length"), plain.body.len().to_string());
    for encoding in ["gzip", "br"] {
        let packed = WORLD.get_with(ITEMS, &[("accept-encoding", encoding)]).await;
        assert_eq!(packed.header("content-encoding"), encoding);
        assert!(packed.body.len() * 4 < plain.body.len());
        assert_eq!(packed.header("etag"), plain.header("etag"));
    }
    let small = WORLD.get_with("/healthz", &[("accept-encoding", "gzip, br")]).await;
    assert_eq!(small.header("content-encoding"), "");
}

#[tokio::test]
async fn assets_may_be_kept_for_ever() {
    let names = sozialatlas::http::assets::CURRENT.names();
    for path in [&names.css, &names.js, &names.sprite] {
        let asset = WORLD.get(path).await;
        assert_eq!(asset.status, 200, "{path}");
        assert_eq!(asset.header("cache-control"), "public, max-age=31536000, immutable");
        let again = WORLD.get_with(path, &[("if-none-match", asset.header("etag"))]).await;
        assert_eq!(again.status, 304);
    }
}
