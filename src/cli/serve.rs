//! `sozialatlas serve`: from nothing but the binary and a county package to a running server.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::{CommandError, Exit, Terminal};
use crate::app::{
    App, Clock, Follower, LoadedPackage, Readiness, Settings, SystemClock, load_county, open_atlas,
    read_package,
};
use crate::config::Config;
use crate::http::{self, Limits, Metrics};
use crate::store::{DatabaseError, OpenOptions, Store};

/// How long requests may take to finish after the signal to stop.
const DRAIN: Duration = Duration::from_secs(10);

pub(super) async fn run(
    config: &Config,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, CommandError> {
    let began = Instant::now();
    // Bound first: a port in use is told before any work is done, and nothing is answered before all stands.
    let listener = bind(&config.listen.to_string()).await?;
    let metrics_listener = match config.metrics_listen {
        Some(address) => Some(bind(&address.to_string()).await?),
        None => None,
    };
    let loaded = read_package(&config.region)?;
    let store = open_store(config).await?;
    let served = serve(config, loaded, &store, listener, metrics_listener, began, terminal).await;
    store.close().await;
    served.map(|()| Exit::Done)
}

async fn bind(address: &str) -> Result<TcpListener, CommandError> {
    TcpListener::bind(address).await.map_err(CommandError::io(format!(
        "cannot listen on {address} (another program may; choose one with --listen)"
    )))
}

async fn open_store(config: &Config) -> Result<Store, CommandError> {
    std::fs::create_dir_all(&config.data_dir)
        .map_err(CommandError::io(format!("the data directory {}", config.data_dir.display())))?;
    let store = Store::open(config.database_url.expose(), &OpenOptions::default()).await?;
    let migrated = store.migrate().await?;
    match migrated.from {
        None => tracing::info!(database = %config.database_url, "the database was created"),
        Some(from) if from < migrated.to => {
            tracing::info!(database = %config.database_url, from, to = migrated.to, "the database was migrated");
        }
        Some(_) => tracing::info!(database = %config.database_url, "the database was opened"),
    }
    Ok(store)
}

/// Loads the package where the database is empty; tells where it holds another state of it.
async fn load_if_empty(
    store: &Store,
    loaded: &LoadedPackage,
    clock: &dyn Clock,
) -> Result<(), CommandError> {
    let slug = &loaded.package.region.slug;
    if store.is_empty().await? {
        let report = load_county(store, clock, loaded, false).await?;
        tracing::info!(
            region = slug,
            entries = report.entries.added,
            organizations = report.organizations.added,
            rows = %report.package,
            "the county package was loaded"
        );
        return Ok(());
    }
    match store.find_region(slug).await? {
        Some(region) if region.package_hash == loaded.hash => {}
        Some(_) => tracing::info!(
            region = slug,
            "the county package differs from what was loaded; `sozialatlas import` brings it in"
        ),
        None => {
            return Err(CommandError::Refused(format!(
                "the database holds data, but not of {slug}; choose the right database or package, or run \
                 `sozialatlas import` to add this one"
            )));
        }
    }
    Ok(())
}

async fn serve(
    config: &Config,
    loaded: LoadedPackage,
    store: &Store,
    listener: TcpListener,
    metrics_listener: Option<TcpListener>,
    began: Instant,
    terminal: &mut Terminal<'_>,
) -> Result<(), CommandError> {
    let clock = Arc::new(SystemClock);
    load_if_empty(store, &loaded, clock.as_ref()).await?;
    let package = Arc::new(loaded.package);
    let timezone = package.region.timezone.parse().map_err(|_| {
        CommandError::Refused(format!(
            "region.toml: {} is no IANA time zone such as Europe/Berlin",
            package.region.timezone
        ))
    })?;
    let atlas = open_atlas(store, &package).await?;
    let readiness = Arc::new(Readiness::default());
    let snapshot = atlas.snapshot();
    let local = listener.local_addr().map_err(CommandError::io("the listening address"))?;
    tracing::info!(
        address = %local,
        sites = snapshot.site_count(),
        seq = snapshot.seq(),
        took_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
        "ready"
    );
    let app = Arc::new(App {
        atlas: Arc::clone(&atlas),
        clock,
        settings: Settings { base_url: config.base_url.clone(), timezone },
        readiness: Arc::clone(&readiness),
    });
    let metrics = Arc::new(Metrics::new().map_err(|error| {
        // Fixed names: a test excludes this.
        CommandError::Refused(format!("the measurements cannot be set up: {error}"))
    })?);
    let (stop, stopped) = watch::channel(false);
    let follower = Follower {
        store: store.clone(),
        atlas,
        package: Arc::clone(&package),
        readiness: Arc::clone(&readiness),
    };
    let following = tokio::spawn(follower.follow(stopped.clone()));
    let measuring = metrics_listener.map(|listener| {
        let router = http::metrics::router(Arc::clone(&app), Arc::clone(&metrics));
        tokio::spawn(http::serve(listener, router, until(stopped.clone())))
    });
    let router = http::router(app, Limits::default(), metrics);
    let serving = tokio::spawn(http::serve(listener, router, until(stopped)));
    terminal.say(format_args!("{}: http://{local}", package.region.site_name));
    let signal = wait_for_signal().await?;
    tracing::info!(signal, "stopping: no new connections, requests may finish");
    readiness.drain();
    stop.send_replace(true);
    let drained = tokio::time::timeout(DRAIN, serving).await;
    if let Some(measuring) = measuring {
        measuring.abort();
    }
    // It ends at once: it waits for nothing but the database.
    if tokio::time::timeout(DRAIN, following).await.is_err() {
        tracing::warn!("the follower of the change feed did not stop in time");
    }
    match drained {
        Err(_) => tracing::warn!("some requests did not finish in time and were cut off"),
        Ok(Ok(Ok(()))) => tracing::info!("stopped"),
        Ok(Ok(Err(source))) => {
            return Err(CommandError::Io { what: "serving".to_owned(), source });
        }
        Ok(Err(error)) => return Err(CommandError::Refused(format!("the server broke: {error}"))),
    }
    Ok(())
}

/// Resolves when the flag turns true.
async fn until(mut stopped: watch::Receiver<bool>) {
    // A sender that is gone means the same.
    let _ = stopped.wait_for(|stop| *stop).await;
}

/// Waits for SIGTERM or SIGINT; the name of the one that came.
async fn wait_for_signal() -> Result<&'static str, CommandError> {
    let listen = |kind| signal(kind).map_err(CommandError::io("listening for signals"));
    let mut terminate = listen(SignalKind::terminate())?;
    let mut interrupt = listen(SignalKind::interrupt())?;
    Ok(tokio::select! {
        _ = terminate.recv() => "SIGTERM",
        _ = interrupt.recv() => "SIGINT",
    })
}
