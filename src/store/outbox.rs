//! The outbox: mails that wait to be sent, taken by one instance at a time.
//!
//! A mail is taken with a lease: whoever has it must finish within it, or is taken for dead and another sends it. So
//! a mail is sent at least once, and twice only when an instance dies between the mail server's answer and its note.

use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::error::failed;
use super::text::{read_number, read_time, read_word, time_text, without_nul};
use super::tx::{Tx, execute};
use super::{DatabaseError, Store};
use crate::domain::{Mail, MailId, MailNote, MailState, OutboxCount};

/// No mail ever waits longer than this for its next attempt; one that seems to was written before the clock was set
/// back, and is due.
const HORIZON: TimeDelta = TimeDelta::hours(6);

const DUE: &str = "SELECT id FROM outbox WHERE state IN ('queued', 'sending') \
     AND (next_try_at <= $1 OR next_try_at > $2) ORDER BY next_try_at, id LIMIT $3";
const TAKE: &str = "UPDATE outbox SET state = 'sending', taken_by = $2, next_try_at = $3, \
     attempts = attempts + 1 WHERE id = $1 \
     RETURNING id, kind, recipient, account_id, subject, plain, html, created_at, attempts";

/// A mail that this instance has to send now.
#[derive(Debug, Clone)]
pub struct TakenMail {
    /// The mail.
    pub mail: Mail,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// Which attempt this is, from 1.
    pub attempt: u32,
}

#[derive(Debug, sqlx::FromRow)]
struct TakenRow {
    id: String,
    kind: String,
    recipient: String,
    account_id: Option<String>,
    subject: String,
    plain: String,
    html: String,
    created_at: String,
    attempts: i64,
}

#[derive(Debug, sqlx::FromRow)]
struct NoteRow {
    id: String,
    kind: String,
    recipient: String,
    subject: String,
    created_at: String,
    state: String,
    next_try_at: String,
    attempts: i64,
    last_error: Option<String>,
    finished_at: Option<String>,
}

fn read_id(text: &str) -> Result<MailId, DatabaseError> {
    read_word("outbox", "id", text, text, |word| MailId::from_str(word).ok())
}

fn at(row: &str, column: &'static str, text: &str) -> Result<DateTime<Utc>, DatabaseError> {
    read_time("outbox", column, row, text)
}

impl TakenRow {
    fn read(self) -> Result<TakenMail, DatabaseError> {
        let account = self.account_id.as_deref().map(|text| {
            read_word("outbox", "account_id", &self.id, text, |word| Uuid::try_parse(word).ok())
        });
        Ok(TakenMail {
            created_at: at(&self.id, "created_at", &self.created_at)?,
            attempt: read_number("outbox", "attempts", &self.id, self.attempts)?,
            mail: Mail {
                id: read_id(&self.id)?,
                account: account.transpose()?,
                kind: self.kind,
                recipient: self.recipient,
                subject: self.subject,
                plain: self.plain,
                html: self.html,
            },
        })
    }
}

impl NoteRow {
    fn read(self) -> Result<MailNote, DatabaseError> {
        let finished = self.finished_at.as_deref();
        Ok(MailNote {
            id: read_id(&self.id)?,
            created_at: at(&self.id, "created_at", &self.created_at)?,
            state: read_word("outbox", "state", &self.id, &self.state, MailState::parse)?,
            next_try_at: at(&self.id, "next_try_at", &self.next_try_at)?,
            attempts: read_number("outbox", "attempts", &self.id, self.attempts)?,
            finished_at: finished.map(|text| at(&self.id, "finished_at", text)).transpose()?,
            last_error: self.last_error,
            kind: self.kind,
            recipient: self.recipient,
            subject: self.subject,
        })
    }
}

impl Tx {
    /// Writes a mail into the outbox: it is sent if, and only if, this transaction is committed.
    ///
    /// # Errors
    /// [`DatabaseError::Nul`]; [`DatabaseError::Duplicate`] for an id that is there already.
    pub async fn enqueue_mail(&mut self, mail: &Mail) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO outbox (id, kind, recipient, account_id, subject, \
             plain, html, created_at, state, next_try_at, attempts) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $8, 0)";
        for text in [&mail.kind, &mail.recipient, &mail.subject, &mail.plain, &mail.html] {
            without_nul("a mail", text)?;
        }
        execute!(
            self,
            "writing a mail",
            INSERT,
            mail.id.to_string(),
            &mail.kind,
            &mail.recipient,
            mail.account.map(|id| id.to_string()),
            &mail.subject,
            &mail.plain,
            &mail.html,
            &self.at,
        )?;
        self.has_mail = true;
        Ok(())
    }

    /// Takes at most `limit` mails that are due, for `taker`, who must finish each before `until`.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn take_mail(
        &mut self,
        taker: &str,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<TakenMail>, DatabaseError> {
        const WHAT: &str = "taking mails to send";
        let (now_text, until_text) = (time_text(now), time_text(until));
        let horizon = time_text(now + HORIZON);
        let due: Vec<(String,)> = on_tx!(self, connection => {
            sqlx::query_as(DUE)
                .bind(&now_text)
                .bind(&horizon)
                .bind(i64::from(limit))
                .fetch_all(&mut *connection)
                .await
        })
        .map_err(failed(WHAT))?;
        let mut taken = Vec::with_capacity(due.len());
        for (id,) in due {
            let row: TakenRow = on_tx!(self, connection => {
                sqlx::query_as(TAKE)
                    .bind(&id)
                    .bind(taker)
                    .bind(&until_text)
                    .fetch_one(&mut *connection)
                    .await
            })
            .map_err(failed(WHAT))?;
            taken.push(row.read()?);
        }
        Ok(taken)
    }

    /// Notes that the mail server has taken a mail, and forgets its text. `false` = it was no longer `taker`'s.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn finish_mail(&mut self, id: MailId, taker: &str) -> Result<bool, DatabaseError> {
        const FINISH: &str = "UPDATE outbox SET state = 'sent', taken_by = NULL, \
             finished_at = $3, last_error = NULL, plain = '', html = '' \
             WHERE id = $1 AND taken_by = $2";
        let rows = execute!(self, "noting a sent mail", FINISH, id.to_string(), taker, &self.at)?;
        Ok(rows == 1)
    }

    /// Gives a mail back, to be tried again at `next`. `reason` = why it was not sent; the attempt `counts` unless it
    /// failed for a reason that is not the mail's. `false` = it was no longer `taker`'s.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn postpone_mail(
        &mut self,
        id: MailId,
        taker: &str,
        next: DateTime<Utc>,
        reason: Option<&str>,
        counts: bool,
    ) -> Result<bool, DatabaseError> {
        const POSTPONE: &str = "UPDATE outbox SET state = 'queued', taken_by = NULL, \
             next_try_at = $3, attempts = attempts - $5, \
             last_error = COALESCE($4, last_error) WHERE id = $1 AND taken_by = $2";
        let rows = execute!(
            self,
            "postponing a mail",
            POSTPONE,
            id.to_string(),
            taker,
            time_text(next),
            reason.map(without_nul_bytes),
            i64::from(!counts),
        )?;
        Ok(rows == 1)
    }

    /// Notes that a mail cannot be delivered. `false` = it was no longer `taker`'s.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn fail_mail(
        &mut self,
        id: MailId,
        taker: &str,
        reason: &str,
    ) -> Result<bool, DatabaseError> {
        const FAIL: &str = "UPDATE outbox SET state = 'failed', taken_by = NULL, \
             finished_at = $3, last_error = $4 WHERE id = $1 AND taken_by = $2";
        let reason = without_nul_bytes(reason);
        let id = id.to_string();
        let rows = execute!(self, "giving up a mail", FAIL, &id, taker, &self.at, reason)?;
        Ok(rows == 1)
    }

    /// Puts a mail that was given up back into the queue. `false` = there is none that was given up.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn requeue_mail(&mut self, id: MailId) -> Result<bool, DatabaseError> {
        const REQUEUE: &str = "UPDATE outbox SET state = 'queued', finished_at = NULL, \
             next_try_at = $2, attempts = 0 WHERE id = $1 AND state = 'failed'";
        let rows = execute!(self, "sending a mail again", REQUEUE, id.to_string(), &self.at)?;
        self.has_mail |= rows == 1;
        Ok(rows == 1)
    }

    /// Erases all mails to an account; how many there were.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn erase_mail_of(&mut self, account: Uuid) -> Result<u64, DatabaseError> {
        const ERASE: &str = "DELETE FROM outbox WHERE account_id = $1";
        execute!(self, "erasing the mails of an account", ERASE, account.to_string())
    }

    /// Forgets mails that were sent, or given up, before these moments; how many.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn forget_mail(
        &mut self,
        sent_before: DateTime<Utc>,
        failed_before: DateTime<Utc>,
    ) -> Result<u64, DatabaseError> {
        const FORGET: &str = "DELETE FROM outbox WHERE (state = 'sent' AND finished_at < $1) \
             OR (state = 'failed' AND finished_at < $2)";
        let (sent, failed) = (time_text(sent_before), time_text(failed_before));
        execute!(self, "forgetting old mails", FORGET, &sent, &failed)
    }
}

/// A reason is written down even if a mail server answers with NUL in it.
fn without_nul_bytes(text: &str) -> String {
    text.replace('\0', "")
}

impl Store {
    /// Whether a mail is due at `now`; looks without taking the writer's lock.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn has_due_mail(&self, now: DateTime<Utc>) -> Result<bool, DatabaseError> {
        let (now_text, horizon) = (time_text(now), time_text(now + HORIZON));
        let due: Option<(String,)> = on_pool!(self, pool => {
            sqlx::query_as(DUE)
                .bind(&now_text)
                .bind(&horizon)
                .bind(1_i64)
                .fetch_optional(pool)
                .await
        })
        .map_err(failed("looking for mail to send"))?;
        Ok(due.is_some())
    }

    /// Waits until this process has written a mail, at most `limit`.
    pub async fn wait_for_mail(&self, limit: Duration) {
        // Either outcome means: look.
        let _ = tokio::time::timeout(limit, self.wake.mail_rung()).await;
    }

    /// How many mails are in which state.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn count_outbox(&self) -> Result<OutboxCount, DatabaseError> {
        const COUNT: &str = "SELECT state, COUNT(*), MIN(created_at) FROM outbox GROUP BY state";
        let rows: Vec<(String, i64, String)> =
            on_pool!(self, pool => sqlx::query_as(COUNT).fetch_all(pool).await)
                .map_err(failed("counting the mails"))?;
        let mut count = OutboxCount::default();
        for (state, number, oldest) in rows {
            let number: u64 = read_number("outbox", "state", &state, number)?;
            match read_word("outbox", "state", &state, &state, MailState::parse)? {
                MailState::Queued | MailState::Sending => {
                    let oldest = at(&state, "created_at", &oldest)?;
                    count.waiting += number;
                    let earlier = count.waiting_since.is_none_or(|since| oldest < since);
                    count.waiting_since = if earlier { Some(oldest) } else { count.waiting_since };
                }
                MailState::Sent => count.sent = number,
                MailState::Failed => count.failed = number,
            }
        }
        Ok(count)
    }

    /// The newest mails, newest first, at most `limit`; of one state or of all.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_mail(
        &self,
        state: Option<MailState>,
        limit: u32,
    ) -> Result<Vec<MailNote>, DatabaseError> {
        const LIST: &str = "SELECT id, kind, recipient, subject, created_at, state, next_try_at, \
             attempts, last_error, finished_at FROM outbox \
             WHERE $1 = '' OR state = $1 ORDER BY created_at DESC, id DESC LIMIT $2";
        let word = state.map_or("", MailState::as_str);
        let rows: Vec<NoteRow> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(word).bind(i64::from(limit)).fetch_all(pool).await
        })
        .map_err(failed("listing the mails"))?;
        rows.into_iter().map(NoteRow::read).collect()
    }
}
