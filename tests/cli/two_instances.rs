//! Two instances on one PostgreSQL, written to on both sides.
//!
//! `SOZIALATLAS_TEST_EDITS` says how many edits they share (300 by default; `make torture`: 10,000).

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use serde_json::json;
use sozialatlas::store::{OpenOptions, Store};

use crate::support::{PATIENCE, Place, Server, wait_until};
use crate::writers::{Client, County, times, with_database};

/// Everything that is public, as anybody reads it.
fn everything(server: &Server) -> Vec<String> {
    let mut all = Vec::new();
    let mut path = "/api/collections/services/items?limit=1000".to_owned();
    loop {
        let page = server.get_json(&path);
        let next = page["links"].as_array().unwrap().iter().find(|link| link["rel"] == "next");
        let next = next.map(|link| link["href"].as_str().unwrap().to_owned());
        all.extend(page["features"].as_array().unwrap().iter().map(ToString::to_string));
        match next {
            Some(address) => address[address.find("/api/").unwrap()..].clone_into(&mut path),
            None => return all,
        }
    }
}

#[test]
fn random_edits_over_two_instances_end_in_the_same_public_bytes() {
    const END_LISTENERS: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
         WHERE datname = current_database() AND query LIKE 'LISTEN%'";
    with_database(|db, url| {
        let county = County::new(|_| url.to_owned());
        let other_place = Place::new();
        let mut command = other_place.command(&["serve"]);
        command.env("SOZIALATLAS_DATABASE_URL", url);
        let servers = [county.serve(), other_place.serve_with(command)];
        let clients = [county.client(&servers[0]), county.client(&servers[1])];
        let edits = times("SOZIALATLAS_TEST_EDITS", 300);
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let entries: Arc<Mutex<Vec<(String, i64)>>> = Arc::default();
        std::thread::scope(|scope| {
            for (n, client) in clients.iter().enumerate() {
                let entries = Arc::clone(&entries);
                scope.spawn(move || {
                    let mut random = ChaCha8Rng::seed_from_u64(n as u64);
                    for round in 0..edits / 2 {
                        edit_something(client, &entries, &mut random, &format!("{n}-{round}"));
                    }
                });
            }
            // Instances that are no longer woken find out by looking.
            for _ in 0..3 {
                std::thread::sleep(Duration::from_millis(300));
                runtime.block_on(db.run(END_LISTENERS));
            }
        });
        let seq = |server: &Server| server.get_json("/readyz")["seq"].as_i64().unwrap();
        let newest = {
            let store = runtime.block_on(Store::open(url, &OpenOptions::default())).unwrap();
            let newest = runtime.block_on(store.latest_seq()).unwrap();
            assert_eq!(runtime.block_on(store.check_projection()).unwrap(), []);
            runtime.block_on(store.close());
            newest
        };
        wait_until("both show everything", || servers.iter().all(|server| seq(server) == newest));
        let [first, second] = [everything(&servers[0]), everything(&servers[1])];
        assert!(first.len() > 500);
        assert_eq!(first, second);
        tell_delays(&clients[0], &servers[1]);
        let [first, second] = [everything(&servers[0]), everything(&servers[1])];
        assert_eq!(first, second);
        // A third that starts now reads the same.
        let third = county.serve();
        assert_eq!(everything(&third), first);
        third.stop();
        let [first, second] = servers;
        first.stop();
        second.stop();
    });
}

/// Measures how long after its acknowledgement an edit on one instance is public on the other, and prints it. Nothing is
/// asserted of times, only that it becomes public.
fn tell_delays(writer: &Client, reader: &Server) {
    let edits = times("SOZIALATLAS_TEST_DELAYS", 50);
    let (status, made) = writer.post("/api/listings", "delay", &writer.entry("delay")).unwrap();
    assert_eq!(status, 201, "{made}");
    let path = format!("/api/listings/{}", made["id"].as_str().unwrap());
    let page = path.replace("/api/listings", "/angebote");
    let mut delays = Vec::with_capacity(edits);
    for n in 0..edits {
        let version = writer.get(&path).1["record"]["version"].as_i64().unwrap();
        let name = format!("delay number {n} of {edits}");
        let (status, told) = writer.patch(&path, version, &json!({ "name": name })).unwrap();
        assert_eq!(status, 200, "{told}");
        let acknowledged = Instant::now();
        loop {
            let (status, html) = reader.get(&page);
            if status == 200 && html.contains(&name) {
                break;
            }
            assert!(acknowledged.elapsed() < PATIENCE, "{name} was never public on the other");
            std::thread::sleep(Duration::from_millis(1));
        }
        delays.push(acknowledged.elapsed());
    }
    delays.sort_unstable();
    let at = |percent: usize| delays[(delays.len() - 1) * percent / 100].as_millis();
    println!(
        "an edit on one instance is public on the other (time to ask included): \
         median {} ms, 90 % within {} ms, most {} ms, {edits} edits",
        at(50),
        at(90),
        at(100)
    );
}

/// A new entry, or another name for one that either instance has made; somebody else may be quicker.
fn edit_something(
    client: &Client,
    entries: &Mutex<Vec<(String, i64)>>,
    random: &mut ChaCha8Rng,
    name: &str,
) {
    let known = {
        let entries = entries.lock().unwrap();
        let some = entries.len() > 10 && random.random_bool(0.8);
        some.then(|| entries[random.random_range(0..entries.len())].0.clone())
    };
    match known {
        None => {
            let (status, made) = client.post("/api/listings", name, &client.entry(name)).unwrap();
            assert_eq!(status, 201, "{made}");
            let path = format!("/api/listings/{}", made["id"].as_str().unwrap());
            entries.lock().unwrap().push((path, 1));
        }
        Some(path) => {
            let version = client.get(&path).1["record"]["version"].as_i64().unwrap();
            let (status, told) = client.patch(&path, version, &json!({ "name": name })).unwrap();
            assert!([200, 412].contains(&status), "{status} {told}");
        }
    }
}
