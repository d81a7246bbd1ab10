//! Streets on the map: pictures that this server fetches and passes on, against a source that lies; and a local file.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::http::Method;
use chrono::{DateTime, TimeDelta, Utc};
use sozialatlas::app::{App, Clock, TileOptions, TileOrigin, TileOutcome, Tiles};
use sozialatlas::domain::RegionBounds;
use sozialatlas::http::{Limits, Metrics, Quota, metrics};

use crate::support::tile_source::{JPEG, Mood, PNG, TileSource};
use crate::support::{Server, WORLD, app_of, noon, world};

/// A tile in the middle of the county, and one beside it.
const TILE: &str = "/_/map/tiles/12/2144/1432";
const NEXT: &str = "/_/map/tiles/12/2145/1432";
const COUNTY: RegionBounds = RegionBounds { west: 8.0, south: 47.0, east: 9.0, north: 48.0 };
const DAY_S: i64 = 86_400;

/// A clock that tests move.
#[derive(Default)]
struct Moved(AtomicI64);

impl Clock for Moved {
    fn now(&self) -> DateTime<Utc> {
        noon() + TimeDelta::seconds(self.0.load(Ordering::Relaxed))
    }
}

impl Moved {
    fn by(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }
}

/// A server over a source, with the folder where it keeps tiles.
struct House {
    server: Server,
    source: TileSource,
    clock: Arc<Moved>,
    dir: tempfile::TempDir,
}

/// Patience that no loaded machine exhausts.
fn patient(template: String, dir: &Path) -> TileOptions {
    TileOptions {
        origin: TileOrigin::Source(template),
        attribution: "© Teststraßen".to_owned(),
        cache_dir: dir.to_owned(),
        cache_bytes: 16 << 20,
        site: Some("https://atlas.example".to_owned()),
        source_patience: Duration::from_mins(1),
        page_patience: Duration::from_mins(1),
        stale_patience: Duration::from_mins(1),
        ..TileOptions::new(COUNTY)
    }
}

fn server(options: &TileOptions, clock: Arc<Moved>, limits: Limits) -> Server {
    let app = app_of(world::reference(), world::entries(), None);
    let app = Arc::into_inner(app).unwrap();
    let tiles = Some(Arc::new(Tiles::open(options, clock).unwrap()));
    Server::with_limits(Arc::new(App { tiles, ..app }), limits)
}

impl House {
    async fn open(mood: Mood) -> Self {
        Self::with(mood, |options| options).await
    }

    async fn with(mood: Mood, change: impl FnOnce(TileOptions) -> TileOptions) -> Self {
        let (source, dir) = (TileSource::open(mood).await, tempfile::tempdir().unwrap());
        let clock = Arc::new(Moved::default());
        let options = change(patient(source.template(), dir.path()));
        let limits = Limits { timeout: Duration::from_mins(2), ..Limits::default() };
        Self { server: server(&options, Arc::clone(&clock), limits), source, clock, dir }
    }

    fn count(&self, outcome: TileOutcome) -> u64 {
        self.server.app.tiles.as_ref().unwrap().counts().of(outcome)
    }
}

#[tokio::test]
async fn where_no_streets_are_configured_nothing_is_there_and_pages_say_nothing_of_them() {
    for path in [TILE, "/_/map/tiles.pmtiles"] {
        WORLD.get(path).await.assert_problem(404, &[]);
    }
    let page = WORLD.get("/").await;
    assert!(!page.text().contains("streets\":"), "{}", page.text());
    assert!(!WORLD.get("/datenschutz").await.text().contains("Bilder der Straßen"));
}

#[tokio::test]
async fn a_tile_is_fetched_once_and_then_given_from_the_disk_also_after_a_restart() {
    let house = House::open(Mood::Good(PNG)).await;
    for _ in 0..3 {
        let tile = house.server.get(TILE).await;
        assert_eq!((tile.status.as_u16(), tile.body.as_slice()), (200, PNG));
        assert_eq!(tile.header("content-type"), "image/png");
        assert_eq!(tile.header("x-content-type-options"), "nosniff");
        assert_eq!(tile.header("cache-control"), "public, max-age=86400");
    }
    assert_eq!(house.source.seen().len(), 1);
    assert_eq!((house.count(TileOutcome::Fetched), house.count(TileOutcome::Kept)), (1, 2));
    house.source.turn(Mood::Status(500));
    let options = patient(house.source.template(), house.dir.path());
    let again = server(&options, Arc::clone(&house.clock), Limits::default());
    assert_eq!(again.get(TILE).await.body, PNG);
    assert_eq!(house.source.seen().len(), 1);
}

#[tokio::test]
async fn a_browser_that_has_the_tile_is_told_so_and_the_bytes_decide_what_it_is() {
    let house = House::open(Mood::Good(JPEG)).await;
    let tile = house.server.get(TILE).await;
    assert_eq!(tile.header("content-type"), "image/jpeg", "whatever the source calls it");
    let again = house.server.get_with(TILE, &[("if-none-match", tile.header("etag"))]).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
}

#[tokio::test]
async fn nothing_of_the_visitor_reaches_the_source() {
    let house = House::open(Mood::Good(PNG)).await;
    let mine = [
        ("x-forwarded-for", "203.0.113.77"),
        ("forwarded", "for=203.0.113.77"),
        ("referer", "https://atlas.example/?q=geheim"),
        ("cookie", "a=geheim"),
        ("authorization", "Bearer geheim"),
        ("user-agent", "geheim"),
        ("accept-language", "geheim"),
        ("if-none-match", "\"geheim\""),
    ];
    let path = format!("{TILE}?v=geheim");
    assert_eq!(house.server.get_with(&path, &mine).await.status, 200);
    let seen = house.source.seen().remove(0);
    let mut lines = seen.trim_end().lines();
    assert_eq!(lines.next(), Some("GET /12/2144/1432.png?key=secret HTTP/1.1"));
    let known = ["host", "user-agent", "accept", "accept-encoding"];
    for line in lines {
        let name = line.split(':').next().unwrap().to_lowercase();
        assert!(known.contains(&name.as_str()), "{line}");
    }
    assert!(!seen.contains("geheim") && !seen.contains("203.0.113.77"), "{seen}");
    assert!(seen.contains("Sozialatlas/") && seen.contains("(+https://atlas.example)"), "{seen}");
}

#[tokio::test]
async fn an_old_tile_is_asked_for_by_tag_and_time_and_304_keeps_it() {
    let house = House::open(Mood::Good(PNG)).await;
    house.server.get(TILE).await;
    house.clock.by(8 * DAY_S);
    assert_eq!(house.server.get(TILE).await.body, PNG);
    let seen = house.source.seen();
    assert_eq!(seen.len(), 2);
    let asked = seen[1].to_lowercase();
    assert!(asked.contains("if-none-match: \"v1\""), "{asked}");
    assert!(asked.contains("if-modified-since: mon, 02 nov 2026 09:00:00 gmt"), "{asked}");
    assert_eq!(house.count(TileOutcome::Confirmed), 1);
    house.server.get(TILE).await;
    assert_eq!(house.source.seen().len(), 2, "and it is right for another week");
}

#[tokio::test]
async fn a_source_that_fails_or_lies_gives_no_tile_and_the_page_keeps_working() {
    let elsewhere = TileSource::open(Mood::Good(PNG)).await;
    let moods = [
        Mood::Status(500),
        Mood::Status(403),
        Mood::Html,
        Mood::Huge,
        Mood::Endless,
        Mood::CutOff,
        Mood::Redirect(format!("http://{}/1/1/1.png", elsewhere.address)),
    ];
    for mood in moods {
        let house = House::open(mood.clone()).await;
        let tile = house.server.get(TILE).await;
        assert_eq!(tile.status, 503, "{mood:?}");
        tile.assert_problem(503, &[]);
        assert_eq!(tile.header("retry-after"), "30", "{mood:?}");
        assert_eq!(tile.header("cache-control"), "no-store", "{mood:?}");
        assert!(!tile.text().contains("secret"), "{}", tile.text());
        assert_eq!(house.server.get("/").await.status, 200, "{mood:?}");
        let counts = house.server.app.tiles.as_ref().unwrap().counts();
        assert_eq!((counts.faults(), counts.kept_bytes()), (1, 0), "{mood:?}");
        house.source.turn(Mood::Good(PNG));
        assert_eq!(house.server.get(TILE).await.body, PNG, "{mood:?}: nothing of it was kept");
    }
    assert!(elsewhere.seen().is_empty(), "only the configured place is asked");
}

#[tokio::test]
async fn an_old_tile_is_better_than_none() {
    let house = House::open(Mood::Good(PNG)).await;
    house.server.get(TILE).await;
    house.clock.by(40 * DAY_S);
    house.source.turn(Mood::Html);
    let old = house.server.get(TILE).await;
    assert_eq!((old.status.as_u16(), old.body.as_slice()), (200, PNG));
    assert_eq!(old.header("cache-control"), "public, max-age=300", "asked for again soon");
    assert_eq!(house.count(TileOutcome::Old), 1);
    house.source.turn(Mood::Good(PNG));
    let new = house.server.get(TILE).await;
    assert_eq!(new.header("cache-control"), "public, max-age=86400");
}

#[tokio::test]
async fn a_source_that_fails_three_times_is_left_alone_for_a_while() {
    let house = House::open(Mood::Status(500)).await;
    for _ in 0..5 {
        assert_eq!(house.server.get(TILE).await.status, 503);
    }
    assert_eq!(house.source.seen().len(), 3);
    house.source.turn(Mood::Good(PNG));
    assert_eq!(house.server.get(NEXT).await.status, 503, "every tile waits");
    house.clock.by(30);
    assert_eq!(house.server.get(NEXT).await.body, PNG);
    assert_eq!(house.source.seen().len(), 4);
}

#[tokio::test]
async fn that_the_source_has_nothing_here_is_remembered_too() {
    let house = House::open(Mood::Status(404)).await;
    for _ in 0..2 {
        house.server.get(TILE).await.assert_problem(404, &[]);
    }
    assert_eq!(house.source.seen().len(), 1);
    house.source.turn(Mood::Good(PNG));
    house.clock.by(2 * DAY_S);
    assert_eq!(house.server.get(TILE).await.body, PNG);
}

#[tokio::test]
async fn only_tiles_around_the_county_are_given_so_that_it_is_nobodys_way_to_other_maps() {
    let house = House::open(Mood::Good(PNG)).await;
    for path in [
        "/_/map/tiles/12/0/0",
        "/_/map/tiles/12/2048/1360",
        "/_/map/tiles/6/33/22",
        "/_/map/tiles/19/274500/183300",
        "/_/map/tiles/12/99999/1",
        "/_/map/tiles/255/0/0",
        "/_/map/tiles/12/-1/1",
        "/_/map/tiles/12/a/1",
        "/_/map/tiles/12/2144/..%2F..%2Fetc",
        "/_/map/tiles.pmtiles",
    ] {
        assert_eq!(house.server.get(path).await.status, 404, "{path}");
    }
    assert!(house.source.seen().is_empty());
    assert_eq!(house.server.get("/_/map/tiles/8/134/89").await.status, 200);
}

#[tokio::test]
async fn many_who_want_the_same_tile_at_once_ask_the_source_once() {
    let house = House::open(Mood::Held).await;
    let all = futures_util::future::join_all((0..20).map(|_| house.server.get(TILE)));
    let release = async {
        while house.source.seen().is_empty() {
            tokio::task::yield_now().await;
        }
        house.source.release();
    };
    let (tiles, ()) = tokio::join!(all, release);
    assert!(tiles.iter().all(|tile| tile.body == PNG));
    assert_eq!(house.source.seen().len(), 1);
}

#[tokio::test]
async fn a_page_does_not_wait_for_a_slow_source_and_finds_the_tile_later() {
    let house =
        House::with(Mood::Held, |options| TileOptions { page_patience: Duration::ZERO, ..options })
            .await;
    let late = house.server.get(TILE).await;
    late.assert_problem(503, &[]);
    assert_eq!(late.header("retry-after"), "2");
    house.source.release();
    while house.server.get(TILE).await.status != 200 {
        tokio::task::yield_now().await;
    }
    assert_eq!(house.source.seen().len(), 1, "fetching went on");
}

#[tokio::test]
async fn a_client_has_a_quota_of_tiles() {
    let (source, dir) = (TileSource::open(Mood::Good(PNG)).await, tempfile::tempdir().unwrap());
    let limits = Limits { tiles: Quota::new(1, 2), ..Limits::default() };
    let options = patient(source.template(), dir.path());
    let server = server(&options, Arc::new(Moved::default()), limits);
    for status in [200, 200, 429] {
        assert_eq!(server.get(TILE).await.status, status);
    }
    assert_eq!(server.get("/").await.status, 200, "pages are not counted");
}

#[tokio::test]
async fn pages_name_the_source_and_tell_scripts_no_more_than_our_own_address() {
    let house = House::open(Mood::Good(PNG)).await;
    for path in ["/", "/en/liste"] {
        let page = house.server.get(path).await;
        let text = page.text();
        assert!(text.contains("/_/map/tiles/{z}/{x}/{y}?v="), "{path}");
        assert!(text.contains("© Teststraßen"), "{path}: in the line of sources, also on paper");
        assert!(!text.contains("secret") && !text.contains("127.0.0.1"), "{path}");
        assert!(page.header("content-security-policy").contains("img-src 'self' data:"));
    }
    assert!(house.server.get("/datenschutz").await.text().contains("Bilder der Straßen"));
    assert!(house.source.seen().is_empty(), "pages ask the source for nothing");
}

#[tokio::test]
async fn figures_tell_what_became_of_tiles_and_nothing_where_there_are_none() {
    let house = House::open(Mood::Good(PNG)).await;
    house.server.get(TILE).await;
    house.server.get(TILE).await;
    let figures = async |app: &Arc<App>| {
        let router = metrics::router(Arc::clone(app), Arc::new(Metrics::new().unwrap()));
        let server = Server { app: Arc::clone(app), router };
        server.get("/metrics").await.text().to_owned()
    };
    let text = figures(&house.server.app).await;
    for line in [
        "sozialatlas_tiles{outcome=\"fetched\"} 1",
        "sozialatlas_tiles{outcome=\"kept\"} 1",
        "sozialatlas_tile_source_asked 1",
        "sozialatlas_tiles_kept_bytes 4096",
    ] {
        assert!(text.lines().any(|told| told == line), "{line} is missing in:\n{text}");
    }
    assert!(!figures(&WORLD.app).await.contains("sozialatlas_tile"));
}

/// A file of vector tiles with a header over the county and nothing sound in it.
fn archive(dir: &Path) -> std::path::PathBuf {
    let mut bytes = vec![7_u8; 300];
    bytes[..8].copy_from_slice(b"PMTiles\x03");
    bytes[56..64].copy_from_slice(&127_u64.to_le_bytes());
    bytes[64..72].copy_from_slice(&173_u64.to_le_bytes());
    bytes[97..102].copy_from_slice(&[2, 2, 1, 0, 14]);
    for (place, degrees) in [(102, 8.0), (106, 47.0), (110, 9.0), (114, 48.0_f64)] {
        bytes[place..place + 4].copy_from_slice(&((degrees * 1e7) as i32).to_le_bytes());
    }
    let path = dir.join("streets.pmtiles");
    std::fs::write(&path, bytes).unwrap();
    path
}

#[tokio::test]
async fn a_file_of_vector_tiles_is_given_in_ranges_and_never_as_a_whole() {
    let dir = tempfile::tempdir().unwrap();
    let origin = TileOrigin::File(archive(dir.path()));
    let options = TileOptions { origin, ..patient(String::new(), dir.path()) };
    let server = server(&options, Arc::new(Moved::default()), Limits::default());
    let page = server.get("/").await;
    let from = page.text().find("/_/map/tiles.pmtiles?v=").unwrap();
    let address = page.text()[from..].split('"').next().unwrap();
    let part = server.get_with(address, &[("range", "bytes=0-6")]).await;
    assert_eq!((part.status.as_u16(), part.body.as_slice()), (206, b"PMTiles".as_slice()));
    assert_eq!(part.header("content-range"), "bytes 0-6/300");
    assert_eq!(part.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(part.header("content-encoding"), "");
    let etag = part.header("etag");
    let tail = server.get_with(address, &[("range", "bytes=-4"), ("if-range", etag)]).await;
    assert_eq!((tail.status.as_u16(), tail.body.as_slice()), (206, [7; 4].as_slice()));
    for headers in [
        vec![],
        vec![("range", "bytes=300-")],
        vec![("range", "bytes=0-1,3-4")],
        vec![("range", "bytes=0-6"), ("if-range", "\"other\"")],
    ] {
        let refused = server.get_with(address, &headers).await;
        assert_eq!(refused.status, 416, "{headers:?}");
        assert_eq!(refused.header("content-range"), "bytes */300", "{headers:?}");
    }
    let head = server.send(Method::HEAD, address, &[]).await;
    assert_eq!((head.status.as_u16(), head.header("accept-ranges")), (200, "bytes"));
    assert_eq!(server.get(TILE).await.status, 404, "there are no pictures");
    assert!(!server.get("/datenschutz").await.text().contains("Bilder der Straßen"));
}
