//! Who sends a body slowly takes places from other senders at most, and of these only a few.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::routing::get;
use sozialatlas::http::{Limits, Metrics, wrap};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::support::{WORLD, listening, talk};

/// A server whose `/api/form` is read and written, and what tells that somebody is being listened to.
async fn server(limits: Limits) -> (SocketAddr, UnboundedReceiver<()>) {
    let (tell, told) = unbounded_channel();
    let take = move |request: Request| {
        tell.send(()).unwrap();
        async {
            match to_bytes(request.into_body(), 1_000).await {
                Ok(body) => (StatusCode::OK, format!("{} bytes", body.len())),
                Err(_) => (StatusCode::BAD_REQUEST, "it broke off".to_owned()),
            }
        }
    };
    let form = get(async || "read").post(take.clone()).put(take);
    let routes = Router::new().route("/api/form", form);
    let metrics = Arc::new(Metrics::new().unwrap());
    let router = wrap(routes, Arc::clone(&WORLD.app), limits, metrics);
    (listening(router).await, told)
}

/// The head of a request with ten bytes to come, from a client that a proxy tells of.
fn head(method: &str, client: &str) -> String {
    format!(
        "{method} /api/form HTTP/1.1\r\nhost: a\r\nx-forwarded-for: {client}\r\n\
         connection: close\r\ncontent-length: 10\r\n\r\n"
    )
}

/// Begins to send, a byte of ten, and waits until somebody listens.
async fn begin(
    address: SocketAddr,
    told: &mut UnboundedReceiver<()>,
    method: &str,
    client: &str,
) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(format!("{}x", head(method, client)).as_bytes()).await.unwrap();
    told.recv().await.unwrap();
    stream
}

/// Sends the rest and reads the answer.
async fn finish(mut stream: TcpStream) -> String {
    stream.write_all(b"123456789").await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

async fn post(address: SocketAddr, client: &str) -> String {
    talk(address, format!("{}0123456789", head("POST", client)).as_bytes()).await
}

async fn read(address: SocketAddr, client: &str) -> String {
    let head = format!("GET /api/form HTTP/1.1\r\nhost: a\r\nx-forwarded-for: {client}\r\n");
    talk(address, format!("{head}connection: close\r\n\r\n").as_bytes()).await
}

#[track_caller]
fn assert_status(answer: &str, status: u16) {
    assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
    if status == 429 || status == 503 {
        assert!(answer.contains("\r\nretry-after: 2\r\n"), "{answer}");
    }
}

#[tokio::test]
async fn slow_bodies_leave_reading_alone_and_the_surplus_is_told_to_come_back() {
    // As many places for reading as there are slow senders: they take none of them.
    let limits =
        Limits { max_concurrent: 2, max_writes: 2, writes_per_client: 0, ..Limits::default() };
    let (address, mut told) = server(limits).await;
    let slow = [
        begin(address, &mut told, "POST", "192.0.2.1").await,
        begin(address, &mut told, "PUT", "192.0.2.1").await,
    ];
    assert_status(&read(address, "192.0.2.1").await, 200);
    assert_status(&post(address, "192.0.2.1").await, 503);
    for stream in slow {
        let answer = finish(stream).await;
        assert_status(&answer, 200);
        assert!(answer.ends_with("10 bytes"), "{answer}");
    }
    assert_status(&post(address, "192.0.2.1").await, 200);
}

#[tokio::test]
async fn one_client_has_a_few_places_for_sending_and_others_keep_theirs() {
    let limits = Limits { writes_per_client: 2, trusted_proxies: 1, ..Limits::default() };
    let (address, mut told) = server(limits).await;
    let slow = begin(address, &mut told, "POST", "192.0.2.1").await;
    let gone = begin(address, &mut told, "POST", "192.0.2.1").await;
    let refused = post(address, "192.0.2.1").await;
    assert_status(&refused, 429);
    assert!(refused.contains("\"code\":\"too_many_requests\""), "{refused}");
    assert_status(&read(address, "192.0.2.1").await, 200);
    assert_status(&post(address, "192.0.2.2").await, 200);
    // A place is free again as soon as the server has noticed that its sender went away.
    drop(gone);
    while post(address, "192.0.2.1").await.starts_with("HTTP/1.1 429 ") {
        tokio::task::yield_now().await;
    }
    assert_status(&finish(slow).await, 200);
    assert_status(&post(address, "192.0.2.1").await, 200);
}

#[tokio::test]
async fn slow_bodies_beyond_all_places_of_an_unchanged_server_leave_its_pages_readable() {
    let usual = Limits::default();
    assert!(usual.writes_per_client > 0 && usize::from(usual.writes_per_client) < usual.max_writes);
    assert!(usual.max_writes < usual.max_concurrent);
    let (address, mut told) = server(usual).await;
    let mut slow = Vec::new();
    for _ in 0..usual.writes_per_client {
        slow.push(begin(address, &mut told, "POST", "192.0.2.1").await);
    }
    assert_status(&post(address, "192.0.2.1").await, 429);
    assert_status(&read(address, "192.0.2.1").await, 200);
}
