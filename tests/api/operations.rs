//! What whoever runs the server looks at.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Request;
use sozialatlas::http::{Limits, Metrics, metrics, router};
use tower::ServiceExt;

use crate::support::{Reply, WORLD, world};

#[tokio::test]
async fn the_server_says_that_it_lives_and_that_it_is_ready() {
    assert_eq!(WORLD.get("/healthz").await.json()["status"], "alive");
    let ready = WORLD.get("/readyz").await.json();
    assert_eq!((&ready["status"], &ready["sites"]), (&"ready".into(), &world::SITES.into()));
    assert_eq!(ready["seq"], 1);
}

#[tokio::test]
async fn figures_stand_on_a_router_of_their_own() {
    let figures = Arc::new(Metrics::new().unwrap());
    let public = router(Arc::clone(&WORLD.app), Limits::default(), Arc::clone(&figures));
    let own = metrics::router(Arc::clone(&WORLD.app), figures);
    let get = async |router: &axum::Router, path: &str| {
        let request = Request::get(path).body(Body::empty()).unwrap();
        Reply::read(router.clone().oneshot(request).await.unwrap()).await
    };
    get(&public, "/api/collections/services").await;
    get(&public, "/api/collections/services/items?limit=0").await;
    get(&public, "/api/collections/organizations").await;
    let text = get(&own, "/metrics").await;
    assert!(text.header("content-type").starts_with("text/plain; version=0.0.4"));
    let has =
        |line: &str| assert!(text.text().lines().any(|l| l == line), "{line}\n{}", text.text());
    has(
        "sozialatlas_http_requests_total{method=\"GET\",route=\"/api/collections/{collection}\",status=\"200\"} 2",
    );
    has(
        "sozialatlas_http_requests_total{method=\"GET\",route=\"/api/collections/{collection}/items\",status=\"400\"} 1",
    );
    has(&format!("sozialatlas_atlas_sites {}", world::SITES));
    assert_eq!(get(&public, "/metrics").await.status, 404, "never on the public listener");
}
