//! What every answer carries.

use axum::http::Method;

use crate::support::{Server, WORLD, app_of, world};

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    for path in
        ["/api", "/api/nothing", "/nothing", "/healthz", "/api/collections/services/items?bbox=1"]
    {
        let reply = WORLD.get(path).await;
        let policy = reply.header("content-security-policy");
        assert!(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"));
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("referrer-policy"), "same-origin");
        assert!(reply.header("permissions-policy").contains("geolocation=(self)"));
        assert_eq!(reply.header("strict-transport-security"), "", "only behind https");
    }
}

#[tokio::test]
async fn whoever_is_led_to_another_language_gets_the_same_headers() {
    let app = app_of(world::reference(), vec![], Some("https://atlas.example/"));
    let server = Server::new(app);
    let chosen: &[(&str, &str)] = &[("cookie", "__Host-language=en")];
    for (path, headers, status, place) in [
        ("/de/liste?q=a", &[][..], 308, "/liste?q=a"),
        ("/EN/liste", &[][..], 308, "/en/liste"),
        ("/en/planung", &[][..], 307, "/planung"),
        ("/", chosen, 302, "/en"),
    ] {
        let reply = server.get_with(path, headers).await;
        assert_eq!((reply.status.as_u16(), reply.header("location")), (status, place), "{path}");
        let policy = reply.header("content-security-policy");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert_eq!(reply.header("x-frame-options"), "DENY", "{path}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("referrer-policy"), "same-origin", "{path}");
        assert!(reply.header("strict-transport-security").starts_with("max-age="), "{path}");
        assert!(!reply.header("x-request-id").is_empty(), "{path}");
    }
    // A frame of others may be led to the page that is made for them.
    let framed = server.get("/de/embed").await;
    assert_eq!((framed.status.as_u16(), framed.header("location")), (308, "/embed"));
    assert_eq!(framed.header("x-frame-options"), "");
    // The limits hold for it too.
    let long = format!("/de/liste?q={}", "a".repeat(9 << 10));
    assert_eq!(server.get(&long).await.status, 414);
}

#[tokio::test]
async fn behind_https_the_browser_is_told_to_stay_there() {
    let app = app_of(world::reference(), vec![], Some("https://atlas.example/"));
    let server = Server::new(app);
    let reply = server.get("/api").await;
    assert!(reply.header("strict-transport-security").starts_with("max-age="));
    assert_eq!(reply.link("data").unwrap(), "https://atlas.example/api/collections");
}

#[tokio::test]
async fn links_are_made_from_the_host_of_the_request_but_never_from_markup() {
    let reply = WORLD.get_with("/api", &[("host", "atlas.example:8080")]).await;
    assert_eq!(reply.link("data").unwrap(), "http://atlas.example:8080/api/collections");
    let reply = WORLD.get_with("/api?f=html", &[("host", "x\"><script>")]).await;
    assert!(!reply.text().contains("<script"));
}

#[tokio::test]
async fn every_request_has_an_id_and_keeps_a_harmless_one() {
    let first = WORLD.get("/api").await;
    let second = WORLD.get("/api").await;
    assert_ne!(first.header("x-request-id"), second.header("x-request-id"));
    let given = WORLD.get_with("/api", &[("x-request-id", "proxy-4711")]).await;
    assert_eq!(given.header("x-request-id"), "proxy-4711");
    let forged = WORLD.get_with("/api", &[("x-request-id", "a b<script>")]).await;
    assert!(!forged.header("x-request-id").contains('<'));
}

#[tokio::test]
async fn open_data_may_be_read_by_scripts_of_other_origins() {
    let reply = WORLD.get_with("/api/collections", &[("origin", "https://else.example")]).await;
    assert_eq!(reply.header("access-control-allow-origin"), "*");
    assert!(reply.header("access-control-expose-headers").contains("Content-Crs"));
    let preflight = WORLD
        .send(
            Method::OPTIONS,
            "/api/collections/services/items",
            &[("origin", "https://else.example"), ("access-control-request-method", "GET")],
        )
        .await;
    assert_eq!(preflight.status, 204);
    assert!(preflight.header("access-control-allow-methods").contains("GET"));
    assert_eq!(preflight.header("access-control-allow-origin"), "*");
    for path in ["/nothing", "/api/session", "/api/listings", "/api/organizations/1"] {
        let page = WORLD.get_with(path, &[("origin", "https://else.example")]).await;
        assert_eq!(page.header("access-control-allow-origin"), "", "{path}: not for others");
    }
}

#[tokio::test]
async fn an_error_is_a_page_for_people_and_a_problem_for_machines() {
    let page = WORLD.get("/no/such/page").await;
    assert_eq!(
        (page.status.as_u16(), page.header("content-type")),
        (404, "text/html; charset=utf-8")
    );
    assert!(page.text().starts_with("<!doctype html>"));
    WORLD.get("/api/no/such/thing").await.assert_problem(404, &[]);
    WORLD.get("/hsds/nothing").await.assert_problem(404, &[]);
    WORLD.get("/_/nothing").await.assert_problem(404, &[]);
}
