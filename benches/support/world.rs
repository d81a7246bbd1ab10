//! Databases, servers in this process and the built binary.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use axum::body::Bytes;
use axum::routing::get;
use sozialatlas::app::{
    App, Clock, Follower, LoadedPackage, Readiness, Settings, SystemClock, load_county, open_atlas,
    read_package, spawn_writing,
};
use sozialatlas::domain::{Facet, Listing, TermCode};
use sozialatlas::http::{self, Limits, Metrics};
use sozialatlas::store::{OpenOptions, Store};
use tokio::sync::watch;

use super::client::Connection;
use super::offers::Offers;

/// Entries written in one transaction while loading.
const AT_ONCE: usize = 10_000;

/// The county package that the repository carries.
pub fn package() -> LoadedPackage {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(data)
        .expect("the repository carries a county package")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    read_package(&folders[0]).expect("the county package is sound")
}

/// A new SQLite database in `folder` with the county in it.
pub async fn county_database(folder: &Path, loaded: &LoadedPackage) -> Store {
    let options = OpenOptions { write_cache_kib: 1_000_000, ..OpenOptions::default() };
    let url = format!("sqlite://{}", database_file(folder).display());
    let store = Store::open(&url, &options).await.expect("a new database");
    store.migrate().await.expect("the schema");
    load_county(&store, &SystemClock, loaded, false).await.expect("the county loads");
    store
}

/// Where the program looks for its database below a data directory.
fn database_file(folder: &Path) -> PathBuf {
    folder.join("sozialatlas.db")
}

/// A source of offers in the package's own categories.
pub fn offers(loaded: &LoadedPackage) -> Offers {
    let codes = |facet: Facet| -> Vec<TermCode> {
        let terms = loaded.package.taxonomy.terms().iter().filter(|term| term.facet == facet);
        terms.map(|term| term.code.clone()).collect()
    };
    Offers::new(20_261_123, codes(Facet::Topic), codes(Facet::TargetGroup))
}

/// Writes so many offers; keeps every thousandth for edits, and all points.
pub async fn add_offers(store: &Store, mut source: Offers, count: usize) -> Added {
    let mut added = Added { samples: Vec::new(), points: Vec::with_capacity(count) };
    let mut left = count;
    while left > 0 {
        let some: Vec<Listing> = (0..left.min(AT_ONCE)).map(|_| source.listing()).collect();
        let mut tx = store.begin_write("bench", SystemClock.now()).await.expect("a writer");
        tx.add_published(&some).await.expect("offers are sound");
        tx.commit().await.expect("a commit");
        left -= some.len();
        for listing in &some {
            let sites = listing.sites.iter().filter_map(|site| site.position.as_ref());
            added.points.extend(sites.map(|position| position.point));
        }
        added.samples.extend(some.into_iter().step_by(1_000));
    }
    added
}

/// What was written.
pub struct Added {
    /// Every thousandth offer.
    pub samples: Vec<Listing>,
    /// Every point.
    pub points: Vec<sozialatlas::domain::LonLat>,
}

/// The server in this process: the program's own router, and beside it a body as large as asked for.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// What `/bench/static` sends: set it once, sending it is then all there is to do.
    pub static_body: Arc<OnceLock<Bytes>>,
    stop: watch::Sender<bool>,
    tasks: Vec<tokio::task::JoinHandle<()>>,
}

impl Running {
    /// Starts over a database.
    pub async fn start(store: &Store, loaded: LoadedPackage) -> Self {
        let package = Arc::new(loaded.package);
        let atlas = open_atlas(store, &package).await.expect("the read model");
        let readiness = Arc::new(Readiness::default());
        let timezone = package.region.timezone.parse().expect("a time zone");
        let app = App {
            atlas: Arc::clone(&atlas),
            clock: Arc::new(SystemClock),
            settings: Settings { base_url: None, timezone, planning: true },
            readiness: Arc::clone(&readiness),
            analysis: Arc::default(),
            desk: None,
        };
        let mut running = Self::over(app).await;
        let stopped = running.stop.subscribe();
        let follower = Follower { store: store.clone(), atlas, package, readiness };
        let following = spawn_writing(follower.follow(stopped));
        running.tasks.push(tokio::spawn(async { following.join().await.expect("it follows") }));
        running
    }

    /// Starts over an app that does not change.
    pub async fn over(app: App) -> Self {
        let (stop, stopped) = watch::channel(false);
        let metrics = Arc::new(Metrics::new().expect("measurements"));
        // The bare comparison stands outside of all layers: whatever they cost counts against us.
        let static_body = Arc::new(OnceLock::<Bytes>::new());
        let body = Arc::clone(&static_body);
        // The quota of a client is no part of what is measured.
        let limits = Limits { analysis: None, ..Limits::default() };
        let send = move || async move { body.get().cloned().unwrap_or_default() };
        let router = http::router(Arc::new(app), limits, metrics).route("/bench/static", get(send));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("bound");
        let mut until = stopped;
        let serving = tokio::spawn(async move {
            let stopped = async move {
                let _ = until.wait_for(|stop| *stop).await;
            };
            http::serve(listener, router, stopped).await.expect("it serves");
        });
        Self { address, static_body, stop, tasks: vec![serving] }
    }

    /// Stops and waits for the end.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        for task in self.tasks {
            task.await.expect("it ends");
        }
    }
}

/// The built binary on a database.
pub struct Binary {
    child: Child,
    /// Time from the start to the first answer of `/readyz`.
    pub ready: Duration,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Binary {
    /// Starts it over a data directory.
    pub fn start(folder: &Path) -> Self {
        let began = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_sozialatlas"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(folder)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("it was piped");
        BufReader::new(stdout).read_line(&mut line).expect("it tells where it listens");
        let address =
            line.trim().rsplit_once("http://").and_then(|(_, address)| address.parse().ok());
        let address = address.expect("its one line ends with the address");
        let mut connection = Connection::open(address);
        while connection.get("/readyz").status != 200 {
            std::thread::sleep(Duration::from_millis(1));
        }
        Self { child, ready: began.elapsed(), address }
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Binary {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
