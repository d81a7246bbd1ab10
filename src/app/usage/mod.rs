//! Counting without tracking: how often entries are opened, which questions lead to them, which find nothing.
//!
//! Pages push what they have seen through a bounded channel and go on; a worker adds it up in memory and writes the sums
//! down once a minute. What fewer than [`LEAST_ALIKE`](crate::domain::LEAST_ALIKE) asked alike stays in memory and is
//! dropped when its week or month is over, or when the program ends. Several instances add up: to a question that one of them
//! has written down, the others add theirs.

mod counters;
mod list_reach;
mod list_unmet;
mod worker;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::{Mutex, mpsc};

pub use list_reach::{LedWords, Reach, ReachMonth};
pub use list_unmet::{Unmet, UnmetFilter};
pub use worker::UsageWorker;

use super::{AppError, Desk};
use crate::atlas::Asked;
use crate::domain::{LedCount, Month, ServiceId, UnmetKind, ViewCount, Week};
use crate::store::{DatabaseError, Tx};
use counters::{Counters, Due, Known};

/// What is waiting at most to be added up; the worker looks every second.
const WAITING: usize = 8_192;
/// Longest question that is looked at, in bytes.
const LONGEST_QUESTION: usize = 200;

/// What a page has seen: nothing of who asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// An entry was opened.
    View {
        /// The entry.
        service_id: ServiceId,
        /// The text whose results it was opened from, as typed.
        asked: Option<String>,
    },
    /// A question had no good answer.
    Unmet {
        /// How badly it was answered.
        kind: UnmetKind,
        /// The question.
        asked: Asked,
    },
}

/// Where pages leave what they have seen, and where it is added up.
pub(in crate::app) struct UsageRoom {
    door: mpsc::Sender<Seen>,
    /// What found no place at the door.
    lost: AtomicU64,
    inside: Mutex<Inside>,
}

struct Inside {
    waiting: mpsc::Receiver<Seen>,
    counters: Counters,
}

impl Default for UsageRoom {
    fn default() -> Self {
        let (door, waiting) = mpsc::channel(WAITING);
        let inside = Mutex::new(Inside { waiting, counters: Counters::default() });
        Self { door, lost: AtomicU64::new(0), inside }
    }
}

impl Desk {
    /// Notes what a page has seen. Never waits: where too much is waiting, it is not counted.
    pub fn note_seen(&self, seen: Seen) {
        if self.usage.door.try_send(seen).is_err() {
            self.usage.lost.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Adds up what is waiting, under today's date.
    pub async fn add_up_usage(&self) {
        let mut inside = self.usage.inside.lock().await;
        self.add_up(&mut inside);
    }

    fn add_up(&self, inside: &mut Inside) {
        let today = self.today();
        let (month, week) = (Month::of(today), Week::of(today));
        inside.counters.turn_to(month, week);
        let snapshot = self.grounds.as_ref().map(|grounds| grounds.atlas.snapshot());
        while let Ok(seen) = inside.waiting.try_recv() {
            match seen {
                Seen::View { service_id, asked } => {
                    let short = asked.filter(|text| text.len() <= LONGEST_QUESTION);
                    let plain = short.filter(|text| !crate::domain::looks_personal(text));
                    let asked = plain.zip(snapshot.as_ref()).and_then(|(text, s)| s.asked(&text));
                    inside.counters.view(month, service_id, asked.map(|asked| asked.wording));
                }
                Seen::Unmet { kind, asked } => {
                    inside.counters.unmet(week, kind, asked.municipality, asked.wording);
                }
            }
        }
    }

    /// Adds up what is waiting and writes down what may be written: views, and questions of which there are enough.
    /// What was written is forgotten here; what failed to be written is kept for the next time.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn flush_usage(&self) -> Result<(), AppError> {
        let mut inside = self.usage.inside.lock().await;
        self.add_up(&mut inside);
        let lost = self.usage.lost.swap(0, Ordering::Relaxed);
        if lost > 0 {
            tracing::warn!(lost, "more was asked than could be counted");
        }
        let known = self.known_questions(&inside.counters).await?;
        let due = inside.counters.due(&known);
        if due.is_empty() {
            return Ok(());
        }
        let mut tx = self.store.begin_write("system", self.clock.now()).await?;
        write_counts(&mut tx, &due).await?;
        tx.add_unmet(&due.unmet).await?;
        tx.commit().await?;
        inside.counters.written(&due);
        Ok(())
    }

    /// What is written down already of the questions at hand.
    async fn known_questions(&self, counters: &Counters) -> Result<Known, DatabaseError> {
        let mut known = Known::default();
        for month in counters.months() {
            let keys = self.store.known_led(month).await?;
            known.led.extend(keys.into_iter().map(|key| (month, key)));
        }
        for week in counters.weeks() {
            let keys = self.store.known_unmet(week).await?;
            known.unmet.extend(keys.into_iter().map(|key| (week, key)));
        }
        Ok(known)
    }
}

/// What was counted for an entry that became part of another meanwhile goes to that one.
async fn write_counts(tx: &mut Tx, due: &Due) -> Result<(), DatabaseError> {
    let merged: BTreeMap<ServiceId, ServiceId> = tx.list_merged().await?.into_iter().collect();
    let heir = |id: ServiceId| merged.get(&id).copied().unwrap_or(id);
    let (moved, own): (Vec<&ViewCount>, Vec<&ViewCount>) =
        due.views.iter().partition(|count| merged.contains_key(&count.service_id));
    let own: Vec<ViewCount> = own.into_iter().cloned().collect();
    tx.add_views(&own).await?;
    for count in moved {
        // One by one: several may go to the same entry.
        let count = ViewCount { service_id: heir(count.service_id), ..count.clone() };
        tx.add_views(&[count]).await?;
    }
    let led: Vec<LedCount> = due
        .led
        .iter()
        .map(|count| LedCount { service_id: heir(count.service_id), ..count.clone() })
        .collect();
    tx.add_led(&led).await
}
