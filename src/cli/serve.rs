//! `sozialatlas serve`: from nothing but the binary and a county package to a running server.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

use super::{CommandError, Exit, Terminal, desk, mail, tiles};
use crate::app::{
    AnalysisOptions, AnalysisRoom, App, Clock, Follower, Letterhead, LoadedPackage, MailWorker,
    Readiness, Settings, SystemClock, Upkeep, UsageWorker, load_county, open_atlas, read_package,
    spawn_writing, with_causes,
};
use crate::config::{Config, Setting};
use crate::http::{self, Limits, Metrics, Quota};
use crate::store::{OpenOptions, Store};

/// How long requests may take to finish after the signal to stop.
const DRAIN: Duration = Duration::from_secs(10);

/// Everything built and ready to answer.
struct Running {
    app: Arc<App>,
    follower: Follower,
    mail: Option<MailWorker>,
    upkeep: Upkeep,
    site_name: String,
}

pub(super) async fn run(
    config: &Config,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, CommandError> {
    let began = Instant::now();
    let signals = Signals::listen()?;
    // Bound first: a port in use is told before any work is done. Nothing is accepted before all stands.
    let listeners = Listeners::bind(config).await?;
    let loaded = read_package(&config.region)?;
    let store = open_store(config).await?;
    let outcome = async {
        let running = prepare(config, loaded, &store, listeners.address).await?;
        let snapshot = running.app.atlas.snapshot();
        tracing::info!(
            address = %listeners.address,
            sites = snapshot.site_count(),
            seq = snapshot.seq(),
            took_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
            "ready"
        );
        drop(snapshot);
        serve(running, limits(config), listeners, signals, terminal).await
    };
    let outcome = outcome.await;
    store.close().await;
    outcome.map(|()| Exit::Done)
}

/// The limits of the public listener, as far as they can be configured.
fn limits(config: &Config) -> Limits {
    Limits {
        analysis: Quota::new(config.analysis_per_minute, config.analysis_burst),
        writes_per_client: config.writes_per_client,
        trusted_proxies: config.trusted_proxies,
        ..Limits::default()
    }
}

/// The sockets of the server.
struct Listeners {
    public: TcpListener,
    address: SocketAddr,
    metrics: Option<TcpListener>,
}

impl Listeners {
    async fn bind(config: &Config) -> Result<Self, CommandError> {
        let public = bind(config.listen, Setting::Listen).await?;
        let metrics = match config.metrics_listen {
            Some(address) => Some(bind(address, Setting::MetricsListen).await?),
            None => None,
        };
        let address = public.local_addr().map_err(CommandError::io("the listening address"))?;
        Ok(Self { public, address, metrics })
    }
}

async fn bind(address: SocketAddr, setting: Setting) -> Result<TcpListener, CommandError> {
    let flag = setting.flag();
    TcpListener::bind(address).await.map_err(CommandError::io(format!(
        "cannot listen on {address} (choose another with {flag})"
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
        if report.already_loaded {
            tracing::info!(region = slug, "another process has just loaded the county package");
        } else {
            tracing::info!(
                region = slug,
                entries = report.entries.added,
                organizations = report.organizations.added,
                rows = %report.package,
                "the county package was loaded"
            );
        }
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

/// Loads what is missing and builds the read model.
async fn prepare(
    config: &Config,
    loaded: LoadedPackage,
    store: &Store,
    address: SocketAddr,
) -> Result<Running, CommandError> {
    let clock = Arc::new(SystemClock);
    load_if_empty(store, &loaded, clock.as_ref()).await?;
    let package = Arc::new(loaded.package);
    let timezone = package.region.timezone.parse().map_err(|error| {
        CommandError::Refused(format!(
            "region.toml: timezone must be an IANA name such as Europe/Berlin: {error}"
        ))
    })?;
    let atlas = open_atlas(store, &package).await?;
    let readiness = Arc::new(Readiness::default());
    // Letters lead to the public address; without one they lead to this machine, where it is tried out.
    let base_url = config.base_url.clone().unwrap_or_else(|| format!("http://{address}"));
    let letterhead = Letterhead::new(&package.region, &base_url, timezone);
    let desk =
        desk(config, store).with_letterhead(letterhead).with_atlas(Arc::clone(&atlas), timezone);
    let mail = mail::worker(config, &desk)?;
    let upkeep = Upkeep::new(desk.clone(), Arc::new(package.region.clone()));
    let app = App {
        atlas: Arc::clone(&atlas),
        clock,
        settings: Settings {
            base_url: config.base_url.clone(),
            timezone,
            planning: config.planning,
        },
        readiness: Arc::clone(&readiness),
        analysis: Arc::new(AnalysisRoom::new(AnalysisOptions {
            threads: 0,
            cache_dir: Some(config.data_dir.join("cache")),
            store: Some(store.clone()),
        })),
        desk: Some(Arc::new(desk)),
        tiles: tiles::open(config, package.region.bounds)?,
    };
    // The first question shall not wait for what is made once.
    if let Err(error) = app.prepare_analysis().await {
        // The pages do not depend on it.
        tracing::error!(error = with_causes(&error), "coverage cannot be analysed");
    }
    // The first visitor shall not wait for what is made once.
    http::pages::warm_up(&app);
    Ok(Running {
        app: Arc::new(app),
        mail,
        upkeep,
        site_name: package.region.site_name.clone(),
        follower: Follower { store: store.clone(), atlas, package, readiness },
    })
}

/// Answers until a signal comes, then lets requests finish.
async fn serve(
    running: Running,
    limits: Limits,
    listeners: Listeners,
    mut signals: Signals,
    terminal: &mut Terminal<'_>,
) -> Result<(), CommandError> {
    let Running { app, follower, mail, upkeep, site_name } = running;
    let metrics = Arc::new(Metrics::new().map_err(|error| {
        // The names are fixed, and a test excludes this.
        CommandError::Refused(format!("the measurements cannot be set up: {error}"))
    })?);
    let (stop, stopped) = watch::channel(false);
    let following = spawn_writing(follower.follow(stopped.clone()));
    let tending = tokio::spawn(upkeep.run(stopped.clone()));
    let counting = app.desk.clone().map(UsageWorker::new);
    let counting = counting.map(|worker| tokio::spawn(worker.run(stopped.clone())));
    let mailing = mail.map(|worker| tokio::spawn(worker.run(stopped.clone())));
    let measuring = listeners.metrics.map(|listener| {
        let router = http::metrics::router(Arc::clone(&app), Arc::clone(&metrics));
        tokio::spawn(http::serve(listener, router, until(stopped.clone())))
    });
    let router = http::router(Arc::clone(&app), limits, metrics);
    let mut serving = tokio::spawn(http::serve(listeners.public, router, until(stopped)));
    terminal.say(format_args!("{site_name}: http://{}", listeners.address));
    let served = tokio::select! {
        signal = signals.next() => {
            tracing::info!(signal, "stopping: no new connections, requests may finish");
            app.readiness.drain();
            stop.send_replace(true);
            tokio::time::timeout(DRAIN, &mut serving).await.ok()
        }
        // It never ends by itself but by a failure.
        served = &mut serving => Some(served),
    };
    stop.send_replace(true);
    if let Some(measuring) = measuring {
        measuring.abort();
    }
    if tokio::time::timeout(DRAIN, following.join()).await.is_err() {
        tracing::warn!("the follower of the change feed did not stop in time");
    }
    if tokio::time::timeout(DRAIN, tending).await.is_err() {
        tracing::warn!("the upkeep did not stop in time; another start takes it up again");
    }
    if let Some(mailing) = mailing
        && tokio::time::timeout(DRAIN, mailing).await.is_err()
    {
        tracing::warn!("a mail server did not answer in time; the mail is sent again later");
    }
    stop_counting(&app, counting).await;
    ended(served)
}

/// How serving ended: `None` = it had to be cut off.
fn ended(
    served: Option<Result<std::io::Result<()>, tokio::task::JoinError>>,
) -> Result<(), CommandError> {
    match served {
        None => tracing::warn!("some requests did not finish in time and were cut off"),
        Some(Ok(Ok(()))) => tracing::info!("stopped"),
        Some(Ok(Err(source))) => {
            return Err(CommandError::Io { what: "serving".to_owned(), source });
        }
        Some(Err(error)) => {
            return Err(CommandError::Refused(format!("the server broke: {error}")));
        }
    }
    Ok(())
}

/// Writes down what was counted up to the last answer.
async fn stop_counting(app: &App, counting: Option<tokio::task::JoinHandle<()>>) {
    let (Some(desk), Some(counting)) = (&app.desk, counting) else { return };
    let last = async {
        // It ends by itself; what is counted is kept by the desk.
        let _ = counting.await;
        desk.flush_usage().await
    };
    match tokio::time::timeout(DRAIN, last).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => {
            tracing::warn!(error = with_causes(&error), "the last counts could not be written");
        }
        Err(_late) => tracing::warn!("the last counts were not written in time"),
    }
}

/// Resolves when the flag turns true.
async fn until(mut stopped: watch::Receiver<bool>) {
    // A sender that is gone means the same.
    let _ = stopped.wait_for(|stop| *stop).await;
}

/// The signals that ask the program to stop.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    fn listen() -> Result<Self, CommandError> {
        let listen = |kind| signal(kind).map_err(CommandError::io("listening for signals"));
        Ok(Self {
            terminate: listen(SignalKind::terminate())?,
            interrupt: listen(SignalKind::interrupt())?,
        })
    }

    /// Waits for one; its name.
    async fn next(&mut self) -> &'static str {
        tokio::select! {
            _ = self.terminate.recv() => "SIGTERM",
            _ = self.interrupt.recv() => "SIGINT",
        }
    }
}
