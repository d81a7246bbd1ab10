//! Sends what waits in the outbox, until it is told to stop.
//!
//! Any number of instances may run one each: the outbox gives every mail to one at a time (`store::outbox`). A mail
//! leaves the outbox only when the mail server has taken it, or has refused it for good.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

use super::backoff;
use super::transport::{Mailer, SendError, Session};
use crate::app::{AppError, Desk, with_causes};
use crate::store::{DatabaseError, TakenMail, Tx};

/// Mails that are taken together; their lease must hold for all of them.
const AT_ONCE: u32 = 5;
/// How long an instance may take for what it has taken: five mails with a minute's patience each, and as much again.
const LEASE: TimeDelta = TimeDelta::minutes(10);
/// Attempts before a mail is given up that the server never wants just now: about five days, as RFC 5321 (2008),
/// section 4.5.4.1, advises.
const MOST_ATTEMPTS: u32 = 40;
/// Attempts to note what became of a mail, should the database be busy.
const NOTE_ATTEMPTS: u32 = 5;

/// How fast mail is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SendPace {
    /// Pause after each mail, so that a mail server does not take us for a sender of spam.
    pub pause: Duration,
    /// How often to look for mail that other instances have written, or that is due again.
    pub look_every: Duration,
}

impl Default for SendPace {
    fn default() -> Self {
        Self { pause: Duration::from_millis(200), look_every: Duration::from_secs(5) }
    }
}

/// What one round of sending did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SendReport {
    /// Taken by the mail server.
    pub sent: u32,
    /// Not wanted just now.
    pub postponed: u32,
    /// Refused for good.
    pub failed: u32,
    /// Whether the way was closed, so that all mail waits.
    pub is_closed: bool,
}

impl SendReport {
    /// Whether there was anything to do.
    const fn is_empty(&self) -> bool {
        self.sent == 0 && self.postponed == 0 && self.failed == 0
    }
}

/// What becomes of a mail after an attempt.
enum Fate {
    Sent,
    Postponed { next: DateTime<Utc>, reason: String },
    Failed { reason: String },
}

/// The worker that sends mail.
pub struct MailWorker {
    desk: Desk,
    mailer: Mailer,
    pace: SendPace,
    /// Its name in the outbox, new at each start.
    name: String,
    /// Rounds in a row in which the way was closed.
    closed_rounds: u32,
}

impl MailWorker {
    /// A worker for the outbox of `desk`.
    #[must_use]
    pub fn new(desk: Desk, mailer: Mailer, pace: SendPace) -> Self {
        let name = format!("mail:{}", desk.ids.next());
        Self { desk, mailer, pace, name, closed_rounds: 0 }
    }

    /// Sends until `stopped` turns true; a mail that is being handed over is handed over first.
    pub async fn run(mut self, mut stopped: watch::Receiver<bool>) {
        while !*stopped.borrow() {
            let pause = match self.send_due(&stopped).await {
                Ok(report) if report.is_closed => self.closed_pause(),
                Ok(report) if !report.is_empty() => Duration::ZERO,
                Ok(_) => self.pace.look_every,
                Err(error) => {
                    tracing::error!(error = with_causes(&error), "mail cannot be sent");
                    self.pace.look_every
                }
            };
            if pause.is_zero() {
                continue;
            }
            let waiting = async {
                if self.closed_rounds > 0 {
                    // New mail does not open the way.
                    tokio::time::sleep(pause).await;
                } else {
                    self.desk.store.wait_for_mail(pause).await;
                }
            };
            tokio::select! {
                () = waiting => {}
                // A sender that is gone means the same.
                _ = stopped.wait_for(|stop| *stop) => return,
            }
        }
    }

    /// How long to wait before the way is tried again.
    fn closed_pause(&self) -> Duration {
        let wait = backoff::SERVER.after(self.closed_rounds, self.desk.random.as_ref());
        let wait = wait.unwrap_or(backoff::SERVER.longest);
        wait.to_std().unwrap_or(self.pace.look_every)
    }

    /// Sends what is due, at most a handful; what is left over waits for the next round.
    ///
    /// # Errors
    /// As the database reports. No mail is lost by that: what was taken is due again when its time is over.
    pub async fn send_due(
        &mut self,
        stopped: &watch::Receiver<bool>,
    ) -> Result<SendReport, AppError> {
        let now = self.desk.clock.now();
        if !self.desk.store.has_due_mail(now).await? {
            return Ok(SendReport::default());
        }
        let mut tx = self.desk.store.begin_write(&self.name, now).await?;
        let taken = tx.take_mail(&self.name, now, now + LEASE, AT_ONCE).await?;
        tx.commit().await?;
        let report = self.send_all(&taken, stopped).await?;
        self.closed_rounds =
            if report.is_closed { self.closed_rounds.saturating_add(1) } else { 0 };
        Ok(report)
    }

    async fn send_all(
        &self,
        taken: &[TakenMail],
        stopped: &watch::Receiver<bool>,
    ) -> Result<SendReport, AppError> {
        let mut report = SendReport::default();
        let mut session: Option<Session<'_>> = None;
        for (i, mail) in taken.iter().enumerate() {
            if *stopped.borrow() {
                self.give_back(taken.get(i..).unwrap_or_default(), None).await?;
                break;
            }
            if i > 0 {
                tokio::time::sleep(self.pace.pause).await;
            }
            let sent = match session.take().filter(Session::is_open) {
                Some(open) => Ok(open),
                None => self.mailer.open().await,
            };
            let outcome = match sent {
                Ok(mut open) => {
                    let outcome = open.send(mail).await;
                    session = Some(open);
                    outcome
                }
                Err(error) => Err(error),
            };
            if let Err(SendError::Closed(reason)) = &outcome {
                tracing::warn!(reason, "the mail server cannot be used; mail waits");
                report.is_closed = true;
                self.give_back(taken.get(i..).unwrap_or_default(), Some(reason)).await?;
                break;
            }
            self.note(mail, &self.fate(mail, outcome), &mut report).await?;
        }
        if let Some(open) = session {
            open.close().await;
        }
        Ok(report)
    }

    /// What becomes of a mail after this attempt.
    fn fate(&self, mail: &TakenMail, outcome: Result<(), SendError>) -> Fate {
        match outcome {
            Ok(()) => Fate::Sent,
            Err(SendError::Later(reason)) if mail.attempt < MOST_ATTEMPTS => {
                let wait = backoff::MAIL.after(mail.attempt, self.desk.random.as_ref());
                let wait = wait.unwrap_or(backoff::MAIL.longest);
                Fate::Postponed { next: self.desk.clock.now() + wait, reason }
            }
            Err(
                SendError::Later(reason) | SendError::Never(reason) | SendError::Closed(reason),
            ) => Fate::Failed { reason },
        }
    }

    /// Notes what became of a mail.
    async fn note(
        &self,
        mail: &TakenMail,
        fate: &Fate,
        report: &mut SendReport,
    ) -> Result<(), AppError> {
        let (kind, attempt) = (mail.mail.kind.as_str(), mail.attempt);
        let id = mail.mail.id;
        match fate {
            Fate::Sent => {
                tracing::info!(%id, kind, attempt, "mail sent");
                report.sent += 1;
            }
            Fate::Postponed { reason, .. } => {
                tracing::info!(%id, kind, attempt, reason, "mail postponed");
                report.postponed += 1;
            }
            Fate::Failed { reason } => {
                tracing::warn!(%id, kind, attempt, reason, "mail given up");
                report.failed += 1;
            }
        }
        // A mail that is out must not go out again because somebody else is writing just now.
        let mut tries = 1;
        loop {
            match self.write_fate(mail, fate).await {
                Err(DatabaseError::Busy { .. }) if tries < NOTE_ATTEMPTS => tries += 1,
                written => return Ok(written?),
            }
        }
    }

    async fn write_fate(&self, mail: &TakenMail, fate: &Fate) -> Result<(), DatabaseError> {
        let (id, name) = (mail.mail.id, self.name.as_str());
        let mut tx = self.begin().await?;
        let is_ours = match fate {
            Fate::Sent => tx.finish_mail(id, name).await?,
            Fate::Postponed { next, reason } => {
                tx.postpone_mail(id, name, *next, Some(reason), true).await?
            }
            Fate::Failed { reason } => tx.fail_mail(id, name, reason).await?,
        };
        if !is_ours {
            tracing::warn!(%id, "another instance has taken this mail meanwhile, or it was erased");
        }
        tx.commit().await.map(|_seq| ())
    }

    /// Gives mails back that were not sent for a reason that is not theirs; they are due at once.
    async fn give_back(&self, mails: &[TakenMail], reason: Option<&str>) -> Result<(), AppError> {
        let mut tx = self.begin().await?;
        let now = self.desk.clock.now();
        for mail in mails {
            tx.postpone_mail(mail.mail.id, &self.name, now, reason, false).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    async fn begin(&self) -> Result<Tx, DatabaseError> {
        self.desk.store.begin_write(&self.name, self.desk.clock.now()).await
    }
}
