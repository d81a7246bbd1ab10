//! Finds the picture of a tile: kept, or fetched now. The same tile is fetched once however many want it, a few at a
//! time, and nobody waits long; an old picture is better than none.

use std::collections::HashMap;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::{Semaphore, watch};

use super::ask::{SourceAnswer, SourceAsker, SourceFault};
use super::cache::TileCache;
use super::counts::{TileCounts, TileOutcome};
use super::outage::{Change, Outage};
use super::record::TileRecord;
use super::{PictureKind, TileOptions};
use crate::app::Clock;
use crate::spatial::{Bbox, TileId};

/// Widest zoom that is given: the map shows no more of the world.
const MIN_ZOOM: u8 = 7;
/// Tiles fetched at the same time: as many as sources ask of programs.
const AT_ONCE: usize = 4;
/// Tiles that wait to be fetched; beyond that the map does without.
const MOST_WAITING: usize = 256;
/// For how long a tile is right where the source does not say.
const USUAL_AGE_S: u64 = 7 * 86_400;
/// Longest time for which a browser keeps a tile without asking us.
const LONGEST_IN_BROWSER_S: i64 = 86_400;
/// The same for an old tile that stands in for a newer one.
const OLD_IN_BROWSER_S: i64 = 300;

/// A picture for the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundTile {
    /// Its format.
    pub kind: PictureKind,
    /// The picture.
    pub bytes: Vec<u8>,
    /// Tells it from other pictures.
    pub tag: String,
    /// For how many seconds a browser may keep it.
    pub fresh_s: i64,
    /// How it was come by.
    pub outcome: TileOutcome,
}

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TileError {
    /// No such tile, too far from the county, or a zoom that is not given.
    #[error("no tile is given here")]
    Refused,
    /// The source has none here.
    #[error("the tile source has nothing here")]
    Nothing,
    /// It is still being fetched.
    #[error("the tile source is slow")]
    Late,
    /// Too many are being fetched.
    #[error("too many tiles wait for the source")]
    Busy,
    /// The source fails.
    #[error("{0}")]
    Source(#[from] SourceFault),
}

/// What came of asking the source.
type Landed = Result<(Arc<TileRecord>, TileOutcome), SourceFault>;
type Flight = watch::Receiver<Option<Landed>>;

/// Pictures of one source.
pub struct Pictures {
    asker: SourceAsker,
    cache: TileCache,
    area: Bbox,
    max_zoom: u8,
    min_age: Duration,
    max_age: Duration,
    page_patience: Duration,
    stale_patience: Duration,
    clock: Arc<dyn Clock>,
    counts: Arc<TileCounts>,
    outage: Outage,
    places: Arc<Semaphore>,
    flights: Mutex<HashMap<TileId, Flight>>,
    disk_told: AtomicBool,
}

impl Pictures {
    pub(super) fn open(
        options: &TileOptions,
        template: &str,
        area: Bbox,
        counts: &Arc<TileCounts>,
        clock: Arc<dyn Clock>,
    ) -> io::Result<Self> {
        let (dir, max_bytes) = (&options.cache_dir, options.cache_bytes);
        let cache = TileCache::open(dir, template, max_bytes, clock.now())?;
        counts.set_kept_bytes(cache.bytes());
        Ok(Self {
            asker: SourceAsker::new(template, options.site.as_deref(), options.source_patience),
            cache,
            area,
            max_zoom: options.max_zoom,
            min_age: options.min_age,
            max_age: options.max_age,
            page_patience: options.page_patience,
            stale_patience: options.stale_patience,
            clock,
            counts: Arc::clone(counts),
            outage: Outage::default(),
            places: Arc::new(Semaphore::new(AT_ONCE)),
            flights: Mutex::default(),
            disk_told: AtomicBool::new(false),
        })
    }

    /// The picture of a tile.
    ///
    /// # Errors
    /// Why there is none; the map does without it.
    pub async fn find(self: &Arc<Self>, zoom: u8, x: u32, y: u32) -> Result<FoundTile, TileError> {
        let found = self.look(zoom, x, y).await;
        self.counts.add(match &found {
            Ok(tile) => tile.outcome,
            Err(TileError::Refused) => TileOutcome::Refused,
            Err(TileError::Nothing) => TileOutcome::Nothing,
            Err(TileError::Late | TileError::Busy | TileError::Source(_)) => TileOutcome::Failed,
        });
        found
    }

    async fn look(self: &Arc<Self>, zoom: u8, x: u32, y: u32) -> Result<FoundTile, TileError> {
        let id = TileId::new(zoom, x, y)
            .filter(|id| (MIN_ZOOM..=self.max_zoom).contains(&zoom) && id.touches(&self.area))
            .ok_or(TileError::Refused)?;
        let now = self.clock.now();
        let this = Arc::clone(self);
        let kept = tokio::task::spawn_blocking(move || this.cache.find(id, now)).await;
        let kept = kept.unwrap_or_default().map(Arc::new);
        if let Some(kept) = kept.as_ref().filter(|kept| now < kept.fresh_until) {
            return give(kept, TileOutcome::Kept, now);
        }
        match self.fetched(id, kept.clone()).await {
            Ok((record, outcome)) => give(&record, outcome, self.clock.now()),
            Err(why) => kept.map_or(Err(why), |kept| give(&kept, TileOutcome::Old, now)),
        }
    }

    /// What comes of asking the source, if it comes in time.
    async fn fetched(
        self: &Arc<Self>,
        id: TileId,
        kept: Option<Arc<TileRecord>>,
    ) -> Result<(Arc<TileRecord>, TileOutcome), TileError> {
        let patience = if kept.is_some() { self.stale_patience } else { self.page_patience };
        let mut flight = self.join(id, kept)?;
        let landed = tokio::time::timeout(patience, flight.wait_for(Option::is_some)).await;
        match landed {
            Ok(Ok(landed)) => match &*landed {
                Some(landed) => Ok(landed.clone()?),
                None => Err(TileError::Late),
            },
            // The task is gone only when the program stops.
            Ok(Err(_)) | Err(_) => Err(TileError::Late),
        }
    }

    /// Joins those who wait for a tile, or begins to fetch it. Fetching goes on when nobody waits any more: the next
    /// who looks there finds it.
    fn join(
        self: &Arc<Self>,
        id: TileId,
        kept: Option<Arc<TileRecord>>,
    ) -> Result<Flight, TileError> {
        let mut flights = self.lock();
        if let Some(flight) = flights.get(&id) {
            return Ok(flight.clone());
        }
        if self.outage.is_on(self.clock.now()) {
            return Err(SourceFault::Resting.into());
        }
        if flights.len() >= MOST_WAITING {
            return Err(TileError::Busy);
        }
        let (sender, flight) = watch::channel(None);
        flights.insert(id, flight.clone());
        drop(flights);
        let this = Arc::clone(self);
        tokio::spawn(async move {
            let landed = this.fetch(id, kept).await;
            this.lock().remove(&id);
            sender.send_replace(Some(landed));
        });
        Ok(flight)
    }

    /// Waits for a place, asks the source and keeps what it says.
    async fn fetch(self: &Arc<Self>, id: TileId, kept: Option<Arc<TileRecord>>) -> Landed {
        let broken = |why: &dyn std::fmt::Display| SourceFault::Unreachable(why.to_string());
        let place = Arc::clone(&self.places).acquire_owned().await.map_err(|e| broken(&e))?;
        if self.outage.is_on(self.clock.now()) {
            return Err(SourceFault::Resting);
        }
        let this = Arc::clone(self);
        let work = move || {
            this.counts.add_asked();
            let answer = this.asker.ask(id, kept.as_deref());
            drop(place);
            this.settle(id, kept.as_deref(), answer)
        };
        tokio::task::spawn_blocking(work).await.map_err(|e| broken(&e))?
    }

    /// Keeps what the source says, and tells the log when it begins or ceases to fail.
    fn settle(
        &self,
        id: TileId,
        kept: Option<&TileRecord>,
        answer: Result<SourceAnswer, SourceFault>,
    ) -> Landed {
        let now = self.clock.now();
        let answer = answer.inspect_err(|fault| self.note(fault, now))?;
        if self.outage.answered() == Change::Ended {
            tracing::info!("the tile source answers again");
        }
        let (record, outcome) = match (answer, kept) {
            (SourceAnswer::New(tile), _) => {
                let record = TileRecord {
                    fresh_until: self.fresh_until(tile.fresh_s, now),
                    etag: tile.etag,
                    last_modified: tile.last_modified,
                    picture: Some(tile.picture),
                };
                (record, TileOutcome::Fetched)
            }
            (SourceAnswer::Same { fresh_s }, Some(kept)) => {
                let fresh_until = self.fresh_until(fresh_s, now);
                (TileRecord { fresh_until, ..kept.clone() }, TileOutcome::Confirmed)
            }
            (SourceAnswer::Nothing | SourceAnswer::Same { .. }, _) => {
                let fresh_until = self.fresh_until(Some(0), now);
                let (etag, last_modified, picture) = (None, None, None);
                let record = TileRecord { fresh_until, etag, last_modified, picture };
                (record, TileOutcome::Nothing)
            }
        };
        if let Err(error) = self.cache.keep(id, &record, now) {
            // The map works without; once is enough.
            if !self.disk_told.swap(true, Ordering::Relaxed) {
                tracing::warn!(%error, "tiles cannot be kept; each is fetched anew");
            }
        } else {
            self.disk_told.store(false, Ordering::Relaxed);
        }
        self.counts.set_kept_bytes(self.cache.bytes());
        Ok((Arc::new(record), outcome))
    }

    fn note(&self, fault: &SourceFault, now: DateTime<Utc>) {
        self.counts.add_fault();
        let wait_s = match fault {
            SourceFault::Status { wait_s, .. } => *wait_s,
            _ => None,
        };
        if self.outage.failed(now, wait_s) == Change::Began {
            tracing::warn!(why = %fault, "no streets on the map where no tiles are kept");
        }
    }

    fn fresh_until(&self, fresh_s: Option<u64>, now: DateTime<Utc>) -> DateTime<Utc> {
        let said = Duration::from_secs(fresh_s.unwrap_or(USUAL_AGE_S));
        let age = said.min(self.max_age).max(self.min_age);
        // The configuration allows a year at most.
        now + TimeDelta::from_std(age).unwrap_or_default()
    }

    /// Nothing is left half done by a panic.
    fn lock(&self) -> MutexGuard<'_, HashMap<TileId, Flight>> {
        self.flights.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A record for a browser.
fn give(
    record: &TileRecord,
    outcome: TileOutcome,
    now: DateTime<Utc>,
) -> Result<FoundTile, TileError> {
    let picture = record.picture.as_ref().ok_or(TileError::Nothing)?;
    let fresh_s = match outcome {
        TileOutcome::Old => OLD_IN_BROWSER_S,
        _ => (record.fresh_until - now).num_seconds().clamp(0, LONGEST_IN_BROWSER_S),
    };
    let (kind, bytes) = (picture.kind, picture.bytes.clone());
    let tag = picture.hash.chars().take(32).collect();
    Ok(FoundTile { kind, bytes, tag, fresh_s, outcome })
}
