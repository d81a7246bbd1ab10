//! Limits of size, number and time, on a router with slow and broken routes.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::routing::get;
use sozialatlas::http::{Limits, Metrics, wrap};
use std::sync::Arc;
use tower::ServiceExt;

use crate::support::{Reply, WORLD};

fn odd_routes(limits: Limits) -> Router {
    let routes = Router::new()
        .route("/api/slow", get(async || tokio::time::sleep(Duration::from_secs(5)).await))
        .route("/api/panic", get(async || -> &'static str { panic!("secret words") }));
    wrap(routes, Arc::clone(&WORLD.app), limits, Arc::new(Metrics::new().unwrap()))
}

async fn send(router: &Router, path: &str, headers: &[(&str, &str)]) -> Reply {
    let mut request = Request::builder().uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    Reply::read(response).await
}

#[tokio::test]
async fn more_requests_than_places_are_refused_and_told_when_to_come_back() {
    let router = odd_routes(Limits { max_concurrent: 1, ..Limits::default() });
    let slow = tokio::spawn({
        let router = router.clone();
        async move { send(&router, "/api/slow", &[]).await }
    });
    // The first request takes the only place as soon as it is polled.
    tokio::task::yield_now().await;
    let refused = send(&router, "/api/slow", &[]).await;
    refused.assert_problem(503, &[]);
    assert_eq!(refused.header("retry-after"), "2");
    assert_eq!(
        send(&router, "/healthz", &[]).await.status,
        200,
        "health is never refused for load"
    );
    slow.abort();
}

#[tokio::test]
async fn what_takes_too_long_is_ended() {
    let limits = Limits { timeout: Duration::from_millis(20), ..Limits::default() };
    let reply = send(&odd_routes(limits), "/api/slow", &[]).await;
    reply.assert_problem(503, &[]);
    assert!(reply.text().contains("timeout"));
}

#[tokio::test]
async fn a_panic_is_a_500_that_says_nothing_but_its_request_id() {
    let router = odd_routes(Limits::default());
    let reply = send(&router, "/api/panic", &[]).await;
    reply.assert_problem(500, &[]);
    assert!(!reply.text().contains("secret") && !reply.text().contains("detail"));
    assert_eq!(send(&router, "/healthz", &[]).await.status, 200, "the server is up");
}

#[tokio::test]
async fn headers_and_bodies_that_are_too_large_are_refused() {
    let router = odd_routes(Limits::default());
    let large = "x".repeat(20_000);
    send(&router, "/api/panic", &[("x-large", &large)]).await.assert_problem(431, &[]);
    send(&router, "/api/panic", &[("content-length", "999999999")]).await.assert_problem(413, &[]);
}
