//! Tasks that run once a period on one of all instances, and the reminders that were sent.

use chrono::{DateTime, TimeDelta, Utc};

use super::error::failed;
use super::text::{read_time, time_text, without_nul};
use super::tx::{Tx, execute};
use super::{DatabaseError, Store};
use crate::domain::ServiceId;

/// No task is ever taken for longer; one that seems to be was taken before the clock was set back.
const HORIZON: TimeDelta = TimeDelta::hours(6);

/// A task of the upkeep as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRecord {
    /// Its name.
    pub name: String,
    /// The last period it was done for.
    pub done_for: Option<String>,
    /// When it was done.
    pub finished_at: Option<DateTime<Utc>>,
    /// What it did, or why it failed.
    pub outcome: Option<String>,
}

impl Tx {
    /// Takes a task for `taker` until `until`, unless it was done for `period` or somebody else is at it.
    ///
    /// Periods are ordered as text: one that is not behind the last one is done already, also after the clock was set
    /// back.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn take_task(
        &mut self,
        name: &str,
        period: &str,
        taker: &str,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, DatabaseError> {
        const TAKE: &str = "INSERT INTO upkeep_task (name, taken_by, taken_until) \
             VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE \
             SET taken_by = excluded.taken_by, taken_until = excluded.taken_until \
             WHERE (upkeep_task.done_for IS NULL OR upkeep_task.done_for < $4) \
             AND (upkeep_task.taken_until IS NULL OR upkeep_task.taken_until <= $5 \
             OR upkeep_task.taken_until > $6)";
        let horizon = time_text(now + HORIZON);
        let (now, until) = (time_text(now), time_text(until));
        let what = "taking a task of the upkeep";
        Ok(execute!(self, what, TAKE, name, taker, &until, period, &now, &horizon)? == 1)
    }

    /// Notes that a task was done for `period`, or that it failed (`None`) and may be tried again at once.
    /// `false` = it was no longer `taker`'s.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn finish_task(
        &mut self,
        name: &str,
        taker: &str,
        period: Option<&str>,
        outcome: &str,
    ) -> Result<bool, DatabaseError> {
        const FINISH: &str = "UPDATE upkeep_task SET taken_by = NULL, taken_until = NULL, \
             done_for = COALESCE($3, done_for), outcome = $4, \
             finished_at = CASE WHEN $3 IS NULL THEN finished_at ELSE $5 END \
             WHERE name = $1 AND taken_by = $2";
        let outcome = without_nul("the outcome of a task", outcome)?;
        let what = "noting a task of the upkeep";
        Ok(execute!(self, what, FINISH, name, taker, period, outcome, &self.at)? == 1)
    }

    /// Notes that a reminder is sent with this transaction. `false` = it was sent before: nobody sends it again.
    ///
    /// `assured` is the date the entry was last confirmed, empty if never.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn note_reminder(
        &mut self,
        id: ServiceId,
        assured: &str,
        step: i64,
        recipients: u32,
    ) -> Result<bool, DatabaseError> {
        const NOTE: &str = "INSERT INTO reminder (service_id, assured_date, step, sent_at, \
             recipients) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (service_id, assured_date, step) DO NOTHING";
        let id = id.to_string();
        let what = "noting a reminder";
        Ok(execute!(self, what, NOTE, &id, assured, step, &self.at, i64::from(recipients))? == 1)
    }
}

impl Store {
    /// The tasks of the upkeep, by name.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_tasks(&self) -> Result<Vec<TaskRecord>, DatabaseError> {
        type Row = (String, Option<String>, Option<String>, Option<String>);
        const LIST: &str =
            "SELECT name, done_for, finished_at, outcome FROM upkeep_task ORDER BY name";
        let rows: Vec<Row> = on_pool!(self, pool => sqlx::query_as(LIST).fetch_all(pool).await)
            .map_err(failed("reading the tasks of the upkeep"))?;
        rows.into_iter()
            .map(|(name, done_for, finished_at, outcome)| {
                let finished_at = finished_at
                    .map(|text| read_time("upkeep_task", "finished_at", &name, &text))
                    .transpose()?;
                Ok(TaskRecord { name, done_for, finished_at, outcome })
            })
            .collect()
    }
}
