//! How long everything is kept: one list, which the worker follows and the pages and documents show.

use chrono::{SecondsFormat, TimeDelta};

use crate::app::accounts::periods;
use crate::app::freshness::CONFIRM_LINK_DAYS;
use crate::app::{AppError, Desk, Retention};
use crate::domain::{
    KEEP_LED_MONTHS, KEEP_UNMET_MONTHS, KEEP_VIEWS_MONTHS, KeptFor, Month, RetentionPolicy, Week,
};

/// Something that is kept, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// What, a word of the program; pages translate it (`kept-<what>`).
    pub what: &'static str,
    /// How long.
    pub time: KeptFor,
}

fn hours(span: TimeDelta) -> KeptFor {
    KeptFor::Hours(u32::try_from(span.num_hours()).unwrap_or(u32::MAX))
}

fn days(span: TimeDelta) -> KeptFor {
    KeptFor::Days(u32::try_from(span.num_days()).unwrap_or(u32::MAX))
}

/// Everything that is kept of people, and for how long.
#[must_use]
pub fn kept(policy: RetentionPolicy) -> Vec<Kept> {
    let row = |what, time| Kept { what, time };
    vec![
        row("account", KeptFor::UntilErased),
        row("scenario", KeptFor::UntilErased),
        row("session-idle", hours(periods::IDLE)),
        row("session-provider", days(periods::LONGEST_PROVIDER)),
        row("session-county", hours(periods::LONGEST_COUNTY)),
        row("device", days(periods::KNOWN_FOR)),
        row("invitation", days(periods::INVITATION)),
        row("reset", hours(periods::RESET)),
        row("email-confirm", hours(periods::EMAIL_CONFIRM)),
        row("email-objection", days(periods::EMAIL_OBJECTION)),
        row("confirm-link", KeptFor::Days(CONFIRM_LINK_DAYS)),
        row("audit", KeptFor::Days(policy.audit_days)),
        row("sent-mail", KeptFor::Days(policy.sent_mail_days)),
        row("failed-mail", KeptFor::Days(policy.failed_mail_days)),
        row("suggestion", KeptFor::Months(policy.suggestion_months)),
        row("feedback", KeptFor::Months(policy.feedback_months)),
        row("suggestion-open", KeptFor::Months(policy.suggestion_open_months)),
        row("request", KeptFor::Days(policy.answered_request_days)),
        row("usage-view", KeptFor::Months(KEEP_VIEWS_MONTHS)),
        row("usage-led", KeptFor::Months(KEEP_LED_MONTHS)),
        row("usage-unmet", KeptFor::Months(KEEP_UNMET_MONTHS)),
    ]
}

impl Desk {
    /// Forgets everything whose time is over; what, in numbers.
    ///
    /// # Errors
    /// As the database reports; what was forgotten before stays so.
    pub async fn forget_what_is_over(&self, policy: RetentionPolicy) -> Result<String, AppError> {
        let now = self.clock.now();
        let before = |days: u32| now - TimeDelta::days(i64::from(days));
        let events = TimeDelta::days(i64::from(policy.audit_days));
        let accounts = self.forget_expired(Retention { events }).await?;
        let suggestions = self.erase_old_suggestions().await?;
        let mut tx = self.store.begin_write("system", now).await?;
        let mails =
            tx.forget_mail(before(policy.sent_mail_days), before(policy.failed_mail_days)).await?;
        let answered = before(policy.answered_request_days);
        let answered = answered.to_rfc3339_opts(SecondsFormat::Millis, true);
        let requests = tx.forget_answers(&answered).await?;
        let today = self.today();
        let month = Month::of(today);
        let week = month.before(KEEP_UNMET_MONTHS).first_day();
        let (views, led) = (month.before(KEEP_VIEWS_MONTHS), month.before(KEEP_LED_MONTHS));
        let counted = tx.forget_usage(views, led, Week::of(week)).await?;
        tx.forget_merges(before(1)).await?;
        tx.commit().await?;
        Ok(format!(
            "{} sessions, {} devices, {} tokens, {} links, {} events, {mails} mails, \
             {suggestions} suggestions, {requests} requests, {counted} counts",
            accounts.sessions, accounts.devices, accounts.tokens, accounts.links, accounts.events,
        ))
    }
}
