//! The upkeep: what has to be done every day, once, whichever of several instances does it.
//!
//! A task belongs to a day of the region. The database gives it to one instance, with a lease: one that dies is
//! replaced, and as every task can be begun again without doing anything twice, nothing is lost or doubled.

mod retention;

use std::sync::Arc;
use std::time::Duration;

use chrono::{TimeDelta, Timelike};
use tokio::sync::watch;

pub use retention::{Kept, kept};

use crate::app::{AppError, Desk, with_causes};
use crate::domain::Region;

/// How long an instance may be at one task.
const LEASE: TimeDelta = TimeDelta::hours(1);
/// The hour of the day from which the tasks are due: nobody is reminded at night.
const FROM_HOUR: u32 = 6;
/// How often to look whether a new day has begun.
const LOOK_EVERY: Duration = Duration::from_mins(1);

/// A task of the upkeep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UpkeepTask {
    /// Forgets what has been kept long enough.
    Forget,
    /// Reminds organizations of entries that nobody has confirmed for long.
    Remind,
    /// Tells the editors which entries have left the public view for their age.
    TellHidden,
    /// Counts how fresh the entries were at the end of the months that are over.
    CountMonths,
}

impl UpkeepTask {
    /// All tasks, in the order in which they are done.
    pub const ALL: [Self; 4] = [Self::Forget, Self::Remind, Self::TellHidden, Self::CountMonths];

    /// Its name in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Forget => "forget",
            Self::Remind => "remind",
            Self::TellHidden => "tell_hidden",
            Self::CountMonths => "count_months",
        }
    }
}

/// The worker that does the tasks of each day.
pub struct Upkeep {
    desk: Desk,
    region: Arc<Region>,
    /// Its name in the database, new at each start.
    name: String,
}

impl Upkeep {
    /// An upkeep for the database of `desk`, by the policies of `region`.
    #[must_use]
    pub fn new(desk: Desk, region: Arc<Region>) -> Self {
        let name = format!("upkeep:{}", desk.ids.next());
        Self { desk, region, name }
    }

    /// Does what is due until `stopped` turns true.
    pub async fn run(self, mut stopped: watch::Receiver<bool>) {
        loop {
            for (task, done) in self.run_due().await {
                if let Err(error) = done {
                    let task = task.as_str();
                    tracing::error!(task, error = with_causes(&error), "the upkeep failed");
                }
            }
            tokio::select! {
                () = tokio::time::sleep(LOOK_EVERY) => {}
                // A sender that is gone means the same.
                _ = stopped.wait_for(|stop| *stop) => return,
            }
        }
    }

    /// Does the tasks of today that nobody has done yet; those that were done, with what they did, or why they failed.
    pub async fn run_due(&self) -> Vec<(UpkeepTask, Result<String, AppError>)> {
        let mut all = Vec::new();
        let timezone = self.desk.letterhead().timezone;
        let local = self.desk.clock.now().with_timezone(&timezone).naive_local();
        if local.hour() < FROM_HOUR {
            return all;
        }
        let period = local.date().to_string();
        for task in UpkeepTask::ALL {
            match self.run_once(task, &period).await {
                Ok(None) => {}
                Ok(Some(outcome)) => all.push((task, Ok(outcome))),
                Err(error) => all.push((task, Err(error))),
            }
        }
        all
    }

    /// Does a task, unless it was done for this period or somebody else is at it.
    async fn run_once(&self, task: UpkeepTask, period: &str) -> Result<Option<String>, AppError> {
        let (store, name) = (&self.desk.store, task.as_str());
        let now = self.desk.clock.now();
        let mut tx = store.begin_write(&self.name, now).await?;
        let taken = tx.take_task(name, period, &self.name, now, now + LEASE).await?;
        tx.commit().await?;
        if !taken {
            return Ok(None);
        }
        let done = self.run_task(task).await;
        let mut tx = store.begin_write(&self.name, self.desk.clock.now()).await?;
        let outcome = match &done {
            Ok(outcome) => outcome.clone(),
            Err(error) => with_causes(error),
        };
        let period = done.is_ok().then_some(period);
        tx.finish_task(name, &self.name, period, &outcome).await?;
        tx.commit().await?;
        tracing::info!(task = name, outcome, "upkeep");
        done.map(Some)
    }

    async fn run_task(&self, task: UpkeepTask) -> Result<String, AppError> {
        match task {
            UpkeepTask::Forget => self.desk.forget_what_is_over(self.region.retention).await,
            UpkeepTask::Remind => {
                let sent = self.desk.send_reminders(&self.region).await?;
                Ok(format!("{} entries in {} letters", sent.entries, sent.letters))
            }
            UpkeepTask::TellHidden => {
                let entries = self.desk.tell_hidden(&self.region).await?;
                Ok(format!("{entries} entries"))
            }
            UpkeepTask::CountMonths => {
                let today = self.desk.today();
                let months = self.desk.count_months(today, &self.region).await?;
                Ok(format!("{months} months"))
            }
        }
    }
}
