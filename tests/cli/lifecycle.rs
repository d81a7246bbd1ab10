//! From the first start to the last signal.

use std::io::{Read, Write};
use std::net::TcpStream;

use rustix::process::Signal;

use crate::support::{PATIENCE, Place, wait_until};

#[test]
fn the_first_start_creates_loads_and_serves_and_says_so_in_one_line() {
    let place = Place::new();
    let server = place.serve();
    let region = std::fs::read_to_string(place.region().join("region.toml")).unwrap();
    let region: toml::Table = region.parse().unwrap();
    let name = region["site_name"].as_str().unwrap();
    assert_eq!(server.first_line, format!("{name}: {}", server.url));
    assert!(!server.url.ends_with(":0"), "the real port must be told");
    assert!(place.database().is_file());
    assert_eq!(server.get("/healthz").0, 200);
    let ready = server.get_json("/readyz");
    assert_eq!(
        (ready["status"].as_str(), ready["following"].as_bool()),
        (Some("ready"), Some(true))
    );
    assert!(server.sites() > 500);
    for path in ["/", "/liste", "/impressum", "/api", "/api/collections", "/gibt-es-nicht"] {
        let (status, body) = server.get(path);
        assert_eq!(status, if path.ends_with("nicht") { 404 } else { 200 }, "{path}: {body}");
    }
    let log = server.log();
    for part in ["the database was created", "the county package was loaded", "ready"] {
        assert!(log.contains(part), "{part} is missing in\n{log}");
    }
    assert_eq!(server.complaints(), [""; 0]);
    server.stop();
}

#[test]
fn a_second_start_on_the_same_file_loads_nothing_and_shows_the_same() {
    let place = Place::new();
    let server = place.serve();
    let (sites, seq) = (server.sites(), server.get_json("/readyz")["seq"].clone());
    server.stop();
    let server = place.serve();
    assert_eq!(server.sites(), sites);
    assert_eq!(server.get_json("/readyz")["seq"], seq, "nothing may have been written");
    assert_eq!(server.log().matches("the county package was loaded").count(), 1);
    assert_eq!(server.complaints(), [""; 0]);
    server.stop();
}

#[test]
fn both_signals_end_the_server_cleanly() {
    let place = Place::new();
    for signal in [Signal::TERM, Signal::INT] {
        let mut server = place.serve();
        server.signal(signal);
        assert_eq!(server.wait().code(), Some(0), "{}", server.log());
        assert!(server.log().contains("stopped"));
        assert_eq!(server.complaints(), [""; 0]);
    }
}

#[test]
fn a_request_that_has_begun_is_answered_after_the_signal() {
    let place = Place::new();
    let mut server = place.serve();
    let host = server.url.trim_start_matches("http://");
    let mut open = TcpStream::connect(host).unwrap();
    open.set_read_timeout(Some(PATIENCE)).unwrap();
    // Half a request: the server says itself that it is waiting for the rest when the signal comes.
    let head = format!(
        "POST /vorschlag HTTP/1.1\r\nHost: {host}\r\nOrigin: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n\
         Expect: 100-continue\r\n\r\n",
        server.url
    );
    open.write_all(head.as_bytes()).unwrap();
    let mut asks = [0; 25];
    open.read_exact(&mut asks).unwrap();
    assert_eq!(&asks, b"HTTP/1.1 100 Continue\r\n\r\n");
    server.signal(Signal::TERM);
    wait_until("it says that it stops", || server.log().contains("stopping"));
    open.write_all(b"a=b&c=d").unwrap();
    let mut answer = String::new();
    open.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 422") && answer.contains("</html>"), "{answer}");
    assert_eq!(server.wait().code(), Some(0));
}

#[test]
fn a_port_in_use_is_told_with_what_to_do() {
    let place = Place::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let ended = place.run(&["serve", "--listen", &address]).expect(1);
    assert!(ended.err.contains(&address) && ended.err.contains("--listen"), "{}", ended.err);
    assert!(!place.database().exists(), "nothing is done before the port is known to be free");
}

#[test]
fn the_measurements_have_an_address_of_their_own() {
    let place = Place::new();
    // Tests beside this one take ports of 127.0.0.1; this one is nobody else's.
    let free = std::net::TcpListener::bind("127.0.0.2:0").unwrap().local_addr().unwrap();
    let mut command = place.command(&["serve"]);
    command.env("SOZIALATLAS_METRICS_LISTEN", free.to_string());
    let server = place.serve_with(command);
    assert_eq!(server.get("/metrics").0, 404, "the public listener has none");
    let mut answer = ureq::get(format!("http://{free}/metrics")).call().unwrap();
    let text = answer.body_mut().read_to_string().unwrap();
    assert!(text.contains("sozialatlas_atlas_sites"), "{text}");
    server.stop();
}

#[test]
fn a_log_in_json_is_json_line_by_line() {
    let place = Place::new();
    let mut command = place.command(&["serve"]);
    command.env("SOZIALATLAS_LOG_FORMAT", "json");
    let server = place.serve_with(command);
    server.get("/healthz");
    let log = server.log();
    server.stop();
    assert!(log.lines().count() >= 2);
    for line in log.lines() {
        let event: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(event["timestamp"].is_string() && event["level"].is_string(), "{line}");
    }
}
