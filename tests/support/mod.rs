//! What the tests of the interfaces share: an app without a database, and requests without a socket.
#![allow(dead_code, unreachable_pub, reason = "each test binary uses its own part")]

pub mod county;
pub mod reply;
pub mod tile_source;
pub mod world;

use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use chrono::{DateTime, Utc};
use sozialatlas::app::{App, FixedClock, Settings};
use sozialatlas::atlas::{Atlas, Entry, Reference};
use sozialatlas::http::{Limits, Metrics, router, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

pub use reply::Reply;

/// A Monday, 10 o'clock in Berlin.
pub fn noon() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

/// An app over these entries.
pub fn app_of(reference: Reference, entries: Vec<Entry>, base_url: Option<&str>) -> Arc<App> {
    Arc::new(App {
        atlas: Arc::new(Atlas::new(Arc::new(reference), entries, 1)),
        clock: Arc::new(FixedClock(noon())),
        settings: Settings {
            base_url: base_url.map(str::to_owned),
            timezone: chrono_tz::Europe::Berlin,
            planning: true,
        },
        readiness: Arc::default(),
        analysis: Arc::default(),
        desk: None,
        tiles: None,
    })
}

/// The small invented county, built once.
pub static WORLD: LazyLock<Server> =
    LazyLock::new(|| Server::new(app_of(world::reference(), world::entries(), None)));

/// A router to send requests to.
pub struct Server {
    pub app: Arc<App>,
    pub router: Router,
}

impl Server {
    pub fn new(app: Arc<App>) -> Self {
        let timeout = Duration::from_mins(1);
        Self::with_limits(
            app,
            Limits { timeout, analysis: None, suggestions: None, ..Limits::default() },
        )
    }

    pub fn with_limits(app: Arc<App>, limits: Limits) -> Self {
        let metrics = Arc::new(Metrics::new().unwrap());
        Self { router: router(Arc::clone(&app), limits, metrics), app }
    }

    /// `GET` with headers.
    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.send(Method::GET, path, headers).await
    }

    /// `GET`.
    pub async fn get(&self, path: &str) -> Reply {
        self.get_with(path, &[]).await
    }

    /// `GET` of an address from a link of this server.
    pub async fn follow(&self, href: &str) -> Reply {
        let path = href.strip_prefix("http://localhost").expect("a link of this server");
        self.get(path).await
    }

    /// Any request without a body.
    pub async fn send(&self, method: Method, path: &str, headers: &[(&str, &str)]) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        Reply::read(response).await
    }
}

/// Serves a router on a free port; it ends with the test's runtime.
pub async fn listening(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve(listener, router, std::future::pending()));
    address
}

/// Sends bytes over a connection of their own and reads until the server closes it.
pub async fn talk(address: SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8(answer).unwrap()
}
