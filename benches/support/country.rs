//! A country of people and sites behind a server, and how the pages fare while it is analysed.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use sozialatlas::app::{App, Readiness, Settings, SystemClock, package_reference};
use sozialatlas::atlas::{Atlas, Entry};

use super::client::Connection;
use super::people::{country_cells, country_file};
use super::report::Report;
use super::world::{Running, offers, package};

/// As many sites as there are of one kind.
const SITES: usize = 6_463;
/// Pages asked for without anything else going on.
const IDLE: usize = 2_000;
/// How long analyses run beside the pages.
const TIME: Duration = Duration::from_secs(20);

/// The app over the county's municipalities, among whom a country's people are shared out.
fn app(file: &Path) -> App {
    let loaded = package();
    let mut source = offers(&loaded);
    let mut reference = package_reference(&loaded.package);
    let keys: Vec<_> = reference.municipalities.iter().map(|area| area.municipality.ags).collect();
    reference.cells = country_cells(file, keys[0]);
    let share = reference.cells.len() / keys.len() + 1;
    for (at, cell) in reference.cells.iter_mut().enumerate() {
        cell.ags = keys[at / share];
    }
    let entries = (0..SITES)
        .map(|_| Entry {
            document: serde_json::to_string(&source.listing()).expect("JSON").into(),
            last_modified: "2026-11-01T08:00:00Z".into(),
        })
        .collect();
    App {
        settings: Settings {
            base_url: None,
            timezone: reference.region.timezone.parse().expect("a time zone"),
            planning: true,
        },
        atlas: Arc::new(Atlas::new(Arc::new(reference), entries, 1)),
        clock: Arc::new(SystemClock),
        readiness: Arc::new(Readiness::default()),
        analysis: Arc::default(),
        desk: None,
        tiles: None,
    }
}

/// The time within which 99 of 100 answers began, in milliseconds.
fn p99(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() * 99 / 100].as_secs_f64() * 1000.0
}

/// Asks for the start page until told to stop, or so many times.
fn pages(address: SocketAddr, most: usize, stop: &AtomicBool) -> Vec<Duration> {
    let mut connection = Connection::open(address);
    let mut times = Vec::new();
    while times.len() < most && !stop.load(Ordering::Relaxed) {
        let answer = connection.get("/");
        assert_eq!(answer.status, 200);
        times.push(answer.first_byte);
    }
    times
}

/// Analyses of the whole country, one after the other, none of which is remembered.
fn analyses(address: SocketAddr, stop: &AtomicBool, done: &AtomicU64) {
    let mut connection = Connection::open(address);
    let mut metres = 3_000;
    while !stop.load(Ordering::Relaxed) {
        metres += 1;
        let path = format!("/api/coverage?max_distance_m={metres}&f=csv");
        let answer = connection.get(&path);
        assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(answer.body));
        done.fetch_add(1, Ordering::Relaxed);
    }
}

/// The start page with and without analyses of a country beside it.
pub async fn pages_beside_analyses(report: &mut Report) {
    let Some(file) = country_file() else {
        println!("SKIP the country: SOZIALATLAS_TEST_DATA is not set to a folder with its cells");
        return;
    };
    let app = app(&file);
    let cells = app.atlas.snapshot().reference().cells.len();
    app.prepare_analysis().await.expect("people and borders fit");
    let running = Running::over(app).await;
    let address = running.address;
    let figures = tokio::task::spawn_blocking(move || {
        let never = AtomicBool::new(false);
        pages(address, 200, &never);
        let idle = p99(pages(address, IDLE, &never));
        let (stop, done) = (AtomicBool::new(false), AtomicU64::new(0));
        let (began, busy) = std::thread::scope(|scope| {
            scope.spawn(|| analyses(address, &stop, &done));
            let asking = scope.spawn(|| pages(address, usize::MAX, &stop));
            let began = Instant::now();
            std::thread::sleep(TIME);
            stop.store(true, Ordering::Relaxed);
            (began, asking.join().expect("the pages are there"))
        });
        (idle, p99(busy), began.elapsed(), done.into_inner())
    });
    let (idle, busy, took, done) = figures.await.expect("the client does not stop");
    report.tell(
        &format!("analyses of {cells} cells and {SITES} sites beside the pages, one client"),
        format!("{:.2} s each", took.as_secs_f64() / done.max(1) as f64),
    );
    report.demand(
        "first byte of `/` meanwhile, 99 of 100, against idle",
        format!("{busy:.2} ms against {idle:.2} ms ({:.1} times)", busy / idle),
        "at most 10 ms or five times idle",
        busy <= 10.0 || busy <= 5.0 * idle,
    );
    running.stop().await;
}
