//! Killed at any moment under write load, the program loses nothing it has acknowledged, and nothing is half there.
//!
//! `SOZIALATLAS_TEST_KILLS` says how often it is killed on each database (30 by default; `make torture`: 300).

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rand::{Rng as _, RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use rustix::process::Signal;
use serde_json::json;
use sozialatlas::store::{OpenOptions, Store};

use crate::writers::{Client, County, times, with_database};

/// Writers at work when the program is killed.
const WRITERS: usize = 4;

/// What one writer knows of one entry.
#[derive(Debug, Clone)]
struct Known {
    version: i64,
    revision: i64,
    name: String,
    /// The name that was being written when the connection broke.
    tried: Option<String>,
}

/// What a writer was told, and what it was not.
#[derive(Debug, Default)]
struct Ledger {
    entries: BTreeMap<String, Known>,
    /// New entries whose answer did not come: key and name.
    unanswered: Vec<(String, String)>,
    acknowledged: usize,
}

/// Writes until the connection breaks.
fn write(client: &Client, ledger: &Mutex<Ledger>, stop: &AtomicBool, name: &str, seed: u64) {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    for n in 0.. {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let mut ledger = ledger.lock().unwrap();
        let title = format!("{name}-{n}-{}", random.next_u32());
        let some: Vec<String> = ledger.entries.keys().cloned().collect();
        if some.len() < 3 || random.random_bool(0.2) {
            match client.post("/api/listings", &title, &client.entry(&title)) {
                Some((201, made)) => {
                    let path = format!("/api/listings/{}", made["id"].as_str().unwrap());
                    let known = Known { version: 1, revision: 1, name: title, tried: None };
                    ledger.entries.insert(path, known);
                    ledger.acknowledged += 1;
                }
                Some((503, _)) => {}
                Some(other) => panic!("{other:?}"),
                None => return ledger.unanswered.push((title.clone(), title)),
            }
        } else {
            let path = &some[random.random_range(0..some.len())];
            let known = ledger.entries.get_mut(path).unwrap();
            match client.patch(path, known.version, &json!({ "name": title })) {
                Some((200, saved)) => {
                    known.version = saved["version"].as_i64().unwrap();
                    known.revision = saved["revision"].as_i64().unwrap();
                    known.name = title;
                    ledger.acknowledged += 1;
                }
                Some((503, _)) => {}
                Some(other) => panic!("{other:?}"),
                None => {
                    known.tried = Some(title);
                    return;
                }
            }
        }
    }
}

/// Compares what was acknowledged with what is there; takes over what was written but not told.
fn settle(client: &Client, ledger: &mut Ledger) {
    for (path, known) in &mut ledger.entries {
        let (status, now) = client.get(path);
        assert_eq!(status, 200, "{path}: an acknowledged entry is gone");
        let version = now["record"]["version"].as_i64().unwrap();
        let name = now["name"].as_str().unwrap();
        if version == known.version {
            assert_eq!(name, known.name, "{path}");
        } else {
            // Only what was on its way may have come through, and then as a whole.
            assert_eq!(version, known.version + 1, "{path}: an acknowledged edit is gone");
            assert_eq!(Some(name), known.tried.as_deref(), "{path}");
            known.version = version;
            known.revision += 1;
            name.clone_into(&mut known.name);
        }
        known.tried = None;
        let (status, kept) = client.get(&format!("{path}/revisions/{}", known.revision));
        assert_eq!((status, kept["listing"]["name"].as_str()), (200, Some(known.name.as_str())));
    }
    for (key, name) in std::mem::take(&mut ledger.unanswered) {
        // Sent again, it is there once, whether it had come through or not.
        let made = client.post("/api/listings", &key, &client.entry(&name)).unwrap();
        assert_eq!(made.0, 201, "{made:?}");
        let path = format!("/api/listings/{}", made.1["id"].as_str().unwrap());
        assert_eq!(client.get(&path).1["name"], name.as_str());
        let known = Known { version: 1, revision: 1, name, tried: None };
        assert!(ledger.entries.insert(path, known).is_none(), "an entry was added twice");
    }
}

fn torture(county: &County) {
    let kills = times("SOZIALATLAS_TEST_KILLS", 30);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut random = ChaCha8Rng::seed_from_u64(4);
    let ledgers: Vec<Mutex<Ledger>> = (0..WRITERS).map(|_| Mutex::default()).collect();
    for round in 0..kills {
        let mut server = county.serve();
        let client = county.client(&server);
        for ledger in &ledgers {
            settle(&client, &mut ledger.lock().unwrap());
        }
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            for (n, ledger) in ledgers.iter().enumerate() {
                let (client, stop, seed) = (client.clone(), &stop, random.next_u64());
                scope.spawn(move || write(&client, ledger, stop, &format!("{round}-{n}"), seed));
            }
            std::thread::sleep(Duration::from_millis(random.random_range(5..1_000)));
            server.signal(Signal::KILL);
            stop.store(true, Ordering::Relaxed);
        });
        server.wait();
        // The history has no gap, no version is missing, the tables say what the public versions say.
        let faults = runtime.block_on(async {
            let store = Store::open(&county.url, &OpenOptions::default()).await.unwrap();
            let faults = store.check_projection().await.unwrap();
            store.close().await;
            faults
        });
        assert_eq!(faults, [], "after kill {round}");
    }
    let server = county.serve();
    let client = county.client(&server);
    let mut acknowledged = 0;
    for ledger in &ledgers {
        let mut ledger = ledger.lock().unwrap();
        settle(&client, &mut ledger);
        acknowledged += ledger.acknowledged;
        for (path, known) in &ledger.entries {
            let (status, page) = server.get(&path.replace("/api/listings", "/angebote"));
            assert!(status == 200 && page.contains(&known.name), "{path}: {status}");
        }
    }
    println!("{kills} kills, {acknowledged} acknowledged edits, none lost");
    assert!(acknowledged > kills, "hardly anything was written");
    server.stop();
}

#[test]
fn killed_at_any_moment_nothing_acknowledged_is_lost_on_sqlite() {
    torture(&County::new(|place| {
        std::fs::create_dir_all(place.path("var")).unwrap();
        format!("sqlite://{}", place.database().display())
    }));
}

#[test]
fn killed_at_any_moment_nothing_acknowledged_is_lost_on_postgresql() {
    with_database(|_, url| torture(&County::new(|_| url.to_owned())));
}
