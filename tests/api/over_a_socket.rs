//! What only a real connection shows.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::{WORLD, listening, talk};

#[tokio::test]
async fn an_address_of_100_kb_is_refused_by_name_and_the_server_stays_up() {
    let address = listening(WORLD.router.clone()).await;
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
    let address = listening(WORLD.router.clone()).await;
    let answer = talk(address, b"GET /api HTTP/1.1\r\nbroken header\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 400 Bad Request\r\n"), "{answer}");
    assert!(answer.contains("\"code\":\"bad_request\""), "{answer}");
}

#[tokio::test]
async fn a_connection_is_used_for_many_requests() {
    let address = listening(WORLD.router.clone()).await;
    let mut stream = TcpStream::connect(address).await.unwrap();
    for _ in 0..3 {
        stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
        let mut answer = [0; 4096];
        let length = stream.read(&mut answer).await.unwrap();
        assert!(answer[..length].starts_with(b"HTTP/1.1 200 OK\r\n"));
    }
}
