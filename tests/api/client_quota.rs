//! A quota for each client: through a router with a clock that stands, and over a socket.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request};
use axum::routing::get;
use sozialatlas::http::{ClientQuotas, Limits, Metrics, Peer, Quota, Timer, per_client, wrap};
use tower::ServiceExt;

use crate::support::{Reply, WORLD, listening, talk};

/// Routes with and without a quota (6 a minute, 2 at once), and the seconds of their clock.
fn routes(trusted_proxies: u16) -> (Router, Arc<AtomicU64>) {
    let seconds = Arc::new(AtomicU64::new(0));
    let told = Arc::clone(&seconds);
    let timer = Timer::new(move || Duration::from_secs(told.load(Ordering::Relaxed)));
    let quotas = Arc::new(ClientQuotas::new(Quota::new(6, 2), trusted_proxies, timer));
    let costly = Router::new()
        .route("/api/costly", get(async || "figures"))
        .route("/costly", get(async || "page"));
    let routes =
        Router::new().route("/api/cheap", get(async || "")).merge(per_client(costly, &quotas));
    let metrics = Arc::new(Metrics::new().unwrap());
    (wrap(routes, Arc::clone(&WORLD.app), Limits::default(), metrics), seconds)
}

/// A request whose connection comes from `peer`.
async fn ask(
    router: &Router,
    method: Method,
    path: &str,
    peer: &str,
    headers: &[(&str, &str)],
) -> Reply {
    let peer = Peer(SocketAddr::new(peer.parse().unwrap(), 50_000));
    let mut request = Request::builder().method(method).uri(path).extension(ConnectInfo(peer));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    Reply::read(router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()).await
}

#[tokio::test]
async fn who_has_used_up_the_quota_gets_429_and_is_told_when_to_come_back() {
    let (router, seconds) = routes(0);
    let costly = async || ask(&router, Method::GET, "/api/costly", "192.0.2.1", &[]).await;
    assert_eq!(costly().await.status, 200);
    assert_eq!(costly().await.status, 200);
    let refused = costly().await;
    refused.assert_problem(429, &[]);
    assert_eq!(refused.header("retry-after"), "10");
    assert_eq!(refused.header("cache-control"), "no-store");
    assert_eq!(refused.header("access-control-allow-origin"), "*", "scripts elsewhere read it too");
    assert!(refused.text().contains("\"code\":\"too_many_requests\""), "{}", refused.text());
    seconds.store(9, Ordering::Relaxed);
    assert_eq!(costly().await.header("retry-after"), "1");
    seconds.store(10, Ordering::Relaxed);
    assert_eq!(costly().await.status, 200);
    assert_eq!(costly().await.status, 429);
}

#[tokio::test]
async fn routes_that_share_a_quota_share_it_and_others_do_not_know_it() {
    let (router, _) = routes(0);
    let get = async |path| ask(&router, Method::GET, path, "192.0.2.1", &[]).await;
    assert_eq!(get("/api/costly").await.status, 200);
    assert_eq!(get("/costly").await.status, 200);
    let page = get("/costly").await;
    assert_eq!((page.status.as_u16(), page.header("retry-after")), (429, "10"));
    assert!(page.header("content-type").starts_with("text/html"), "a person gets a page");
    for _ in 0..10 {
        assert_eq!(get("/api/cheap").await.status, 200);
        assert_eq!(get("/api/nothing").await.status, 404);
        assert_eq!(get("/healthz").await.status, 200);
    }
}

#[tokio::test]
async fn a_preflight_costs_nothing_and_head_costs_what_get_costs() {
    let (router, _) = routes(0);
    let send =
        async |method| ask(&router, method, "/api/costly", "192.0.2.1", &[]).await.status.as_u16();
    for _ in 0..5 {
        assert_ne!(send(Method::OPTIONS).await, 429);
    }
    assert_eq!(send(Method::HEAD).await, 200);
    assert_eq!(send(Method::HEAD).await, 200);
    assert_eq!(send(Method::HEAD).await, 429);
}

#[tokio::test]
async fn clients_do_not_pay_for_each_other_and_a_header_makes_nobody_new() {
    let (router, _) = routes(0);
    let from = async |peer, forwarded: &str| {
        let headers = [("x-forwarded-for", forwarded)];
        ask(&router, Method::GET, "/api/costly", peer, &headers).await.status.as_u16()
    };
    assert_eq!(from("192.0.2.1", "1.1.1.1").await, 200);
    assert_eq!(from("192.0.2.1", "1.1.1.2").await, 200);
    assert_eq!(from("192.0.2.1", "1.1.1.3").await, 429);
    assert_eq!(from("192.0.2.2", "1.1.1.1").await, 200);
    assert_eq!(from("2001:db8::1", "").await, 200);
    assert_eq!(from("2001:db8::2", "").await, 200);
    assert_eq!(from("2001:db8::3", "").await, 429, "one network of 64 bits is one client");
    assert_eq!(from("2001:db8:0:1::1", "").await, 200);
}

#[tokio::test]
async fn behind_a_trusted_proxy_each_of_its_clients_has_a_quota() {
    let (router, _) = routes(1);
    let via = async |chain: &str| {
        let headers = [("x-forwarded-for", chain)];
        ask(&router, Method::GET, "/api/costly", "10.0.0.1", &headers).await.status.as_u16()
    };
    assert_eq!(via("192.0.2.1").await, 200);
    assert_eq!(via("1.1.1.1, 192.0.2.1").await, 200);
    assert_eq!(
        via("1.1.1.2, 192.0.2.1").await,
        429,
        "what the client wrote itself is not believed"
    );
    assert_eq!(via("192.0.2.2").await, 200);
}

#[tokio::test]
async fn over_a_socket_the_address_of_the_peer_is_the_client() {
    let (router, seconds) = routes(0);
    let address = listening(router).await;
    let costly = async || {
        let request = b"GET /api/costly HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
        talk(address, request).await
    };
    assert!(costly().await.starts_with("HTTP/1.1 200 OK\r\n"));
    assert!(costly().await.starts_with("HTTP/1.1 200 OK\r\n"), "each is a connection of its own");
    let refused = costly().await;
    assert!(refused.starts_with("HTTP/1.1 429 Too Many Requests\r\n"), "{refused}");
    assert!(refused.contains("\r\nretry-after: 10\r\n"), "{refused}");
    seconds.store(10, Ordering::Relaxed);
    assert!(costly().await.starts_with("HTTP/1.1 200 OK\r\n"));
}
