//! What only a real connection shows.

use std::sync::Arc;

use sozialatlas::http::{Limits, Metrics, router, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::support::WORLD;

/// A server on a free port; it ends with the test's runtime.
async fn listening() -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let metrics = Arc::new(Metrics::new().unwrap());
    let public = router(Arc::clone(&WORLD.app), Limits::default(), metrics);
    tokio::spawn(serve(listener, public, std::future::pending()));
    address
}

/// Sends bytes and reads until the server closes.
async fn talk(address: std::net::SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8(answer).unwrap()
}

#[tokio::test]
async fn an_address_of_100_kb_is_refused_by_name_and_the_server_stays_up() {
    let address = listening().await;
    let long = "x".repeat(100_000);
    let request =
        format!("GET /api/collections/services/items?limit=3&q={long} HTTP/1.1\r\nhost: a\r\n\r\n");
    let answer = talk(address, request.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 414 URI Too Long\r\n"), "{answer}");
    assert!(answer.contains("content-type: application/problem+json\r\n"), "{answer}");
    assert!(answer.contains("\"parameter\":\"q\""), "{answer}");
    let next =
        talk(address, b"GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
    assert!(next.starts_with("HTTP/1.1 200 OK\r\n"), "{next}");
}

#[tokio::test]
async fn what_is_no_http_is_refused_in_words() {
    let address = listening().await;
    let answer = talk(address, b"GET /api HTTP/1.1\r\nbroken header\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 400 Bad Request\r\n"), "{answer}");
    assert!(answer.contains("\"code\":\"bad_request\""), "{answer}");
}

#[tokio::test]
async fn a_connection_is_used_for_many_requests() {
    let address = listening().await;
    let mut stream = TcpStream::connect(address).await.unwrap();
    for _ in 0..3 {
        stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
        let mut answer = [0; 4096];
        let length = stream.read(&mut answer).await.unwrap();
        assert!(answer[..length].starts_with(b"HTTP/1.1 200 OK\r\n"));
    }
}
