//! Figures for whoever runs the server, in the text format of Prometheus; on a listener of their own.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use prometheus::proto::MetricFamily;
use prometheus::{
    Encoder, HistogramOpts, HistogramVec, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry,
    TextEncoder,
};

use super::problem::Problem;
use crate::app::{App, TileCounts, TileOutcome};

/// Upper bounds of the latency classes in seconds: from prepared answers to the time limit.
const LATENCY_S: [f64; 12] =
    [0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.1, 0.25, 1.0, 5.0, 30.0];

/// Counters of the public listener.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    latency: HistogramVec,
    seq: IntGauge,
    sites: IntGauge,
    tiles: TileFigures,
}

impl Metrics {
    /// Makes fresh counters.
    ///
    /// # Errors
    /// When a name is not valid or stands twice, which a test excludes.
    pub fn new() -> Result<Self, prometheus::Error> {
        let requests = IntCounterVec::new(
            Opts::new("sozialatlas_http_requests_total", "Answered requests."),
            &["method", "route", "status"],
        )?;
        let latency = HistogramVec::new(
            HistogramOpts::new(
                "sozialatlas_http_request_duration_seconds",
                "Time until the head of the answer was ready.",
            )
            .buckets(LATENCY_S.to_vec()),
            &["route"],
        )?;
        let seq = IntGauge::new("sozialatlas_atlas_seq", "Position in the change feed.")?;
        let sites = IntGauge::new("sozialatlas_atlas_sites", "Public sites.")?;
        let registry = Registry::new();
        registry.register(Box::new(requests.clone()))?;
        registry.register(Box::new(latency.clone()))?;
        registry.register(Box::new(seq.clone()))?;
        registry.register(Box::new(sites.clone()))?;
        let tiles = TileFigures::new()?;
        Ok(Self { registry, requests, latency, seq, sites, tiles })
    }

    /// Counts one answer.
    pub(super) fn observe(&self, method: &Method, route: &str, status: StatusCode, took: Duration) {
        // An invented method must not make a new series.
        let method = if matches!(method.as_str(), "GET" | "HEAD" | "POST" | "PUT" | "DELETE") {
            method.as_str()
        } else {
            "other"
        };
        self.requests.with_label_values(&[method, route, status.as_str()]).inc();
        self.latency.with_label_values(&[route]).observe(took.as_secs_f64());
    }

    fn text(&self, app: &App) -> Result<Vec<u8>, prometheus::Error> {
        let snapshot = app.atlas.snapshot();
        self.seq.set(snapshot.seq());
        self.sites.set(i64::try_from(snapshot.site_count()).unwrap_or(i64::MAX));
        let mut text = Vec::with_capacity(8 << 10);
        let mut families = self.registry.gather();
        if let Some(tiles) = &app.tiles {
            families.extend(self.tiles.gather(tiles.counts()));
        }
        TextEncoder::new().encode(&families, &mut text)?;
        Ok(text)
    }
}

/// What becomes of tiles: told only where there are some. The app counts; here the counts are only repeated.
#[derive(Debug)]
struct TileFigures {
    registry: Registry,
    outcomes: IntGaugeVec,
    asked: IntGauge,
    faults: IntGauge,
    bytes: IntGauge,
}

impl TileFigures {
    fn new() -> Result<Self, prometheus::Error> {
        let outcomes =
            Opts::new("sozialatlas_tiles", "Tiles that pages asked for since the start.");
        let outcomes = IntGaugeVec::new(outcomes, &["outcome"])?;
        let gauge = |name: &str, help: &str| IntGauge::new(name, help);
        let asked = gauge("sozialatlas_tile_source_asked", "Questions to the tile source.")?;
        let faults = gauge("sozialatlas_tile_source_faults", "How many of them failed.")?;
        let bytes = gauge("sozialatlas_tiles_kept_bytes", "Bytes of tiles on the disk.")?;
        let registry = Registry::new();
        registry.register(Box::new(outcomes.clone()))?;
        for one in [&asked, &faults, &bytes] {
            registry.register(Box::new(one.clone()))?;
        }
        Ok(Self { registry, outcomes, asked, faults, bytes })
    }

    fn gather(&self, counts: &TileCounts) -> Vec<MetricFamily> {
        let whole = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        for outcome in TileOutcome::ALL {
            let count = whole(counts.of(outcome));
            self.outcomes.with_label_values(&[outcome.name()]).set(count);
        }
        self.asked.set(whole(counts.asked()));
        self.faults.set(whole(counts.faults()));
        self.bytes.set(whole(counts.kept_bytes()));
        self.registry.gather()
    }
}

/// `/metrics`, for a listener that the public cannot reach.
pub fn router(app: Arc<App>, metrics: Arc<Metrics>) -> Router {
    Router::new().route("/metrics", get(scrape)).with_state((app, metrics))
}

async fn scrape(
    State((app, metrics)): State<(Arc<App>, Arc<Metrics>)>,
) -> Result<Response, Problem> {
    let text = metrics.text(&app).map_err(Problem::internal)?;
    let format = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    Ok(([(CONTENT_TYPE, format)], text).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invented_method_makes_no_new_series() {
        let metrics = Metrics::new().unwrap();
        let odd = Method::from_bytes(b"BREW").unwrap();
        metrics.observe(&odd, "/", StatusCode::METHOD_NOT_ALLOWED, Duration::from_millis(1));
        assert_eq!(metrics.requests.with_label_values(&["other", "/", "405"]).get(), 1);
    }
}
