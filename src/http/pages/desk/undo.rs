//! What was done to several entries can be undone for some minutes.
//!
//! The address says what was done to which version. Undoing goes through the same use cases as everything else: rights
//! are asked, and an entry that has changed meanwhile is left alone.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use super::view::{desk, see};
use crate::app::{App, AppError, Archive, Author, DatabaseError, Desk, Reopen, Restore};
use crate::domain::ServiceId;
use crate::domain::policy::{Action, Subject, may};
use crate::http::pages::context::Context;
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, DeskUser, Fields};

/// For how many seconds it can be undone in one go; later each entry by its history.
const UNDO_S: i64 = 15 * 60;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Did {
    Publish,
    Confirm,
    Archive,
    Reject,
    AskBack,
}

impl Did {
    const fn word(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Confirm => "confirm",
            Self::Archive => "archive",
            Self::Reject => "reject",
            Self::AskBack => "ask_back",
        }
    }

    pub(super) fn parse(word: &str) -> Option<Self> {
        [Self::Publish, Self::Confirm, Self::Archive, Self::Reject, Self::AskBack]
            .into_iter()
            .find(|did| did.word() == word)
    }

    /// Whether the provider gets words with it.
    pub(super) const fn needs_words(self) -> bool {
        matches!(self, Self::Reject | Self::AskBack)
    }
}

/// What undoes it for one entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) id: ServiceId,
    /// Version of the record after it was done.
    pub(super) version: i64,
    /// Number of the version that was public before; 0 = none.
    pub(super) before: i64,
}

/// What was done, for the page.
pub(crate) struct Done {
    /// "3 Einträge veröffentlicht."
    pub(crate) text: String,
    /// How many could not be done; empty if all could.
    pub(crate) failed: String,
    /// How many were left because a protected place would have become public; empty if none.
    pub(crate) secret: String,
    /// What the button sends; empty where it is too late, or nothing was done.
    pub(crate) undo: String,
}

/// As it stands in the address: `publish.1700000000.0.<id>-<version>-<before>_…`.
pub(super) fn encode(did: Did, at: i64, steps: &[Step], failed: usize) -> String {
    let steps: Vec<String> =
        steps.iter().map(|s| format!("{}-{}-{}", s.id.0.simple(), s.version, s.before)).collect();
    format!("{}.{at}.{failed}.{}", did.word(), steps.join("_"))
}

fn decode(text: &str) -> Option<(Did, i64, usize, Vec<Step>)> {
    let mut parts = text.splitn(4, '.');
    let did = Did::parse(parts.next()?)?;
    let at = parts.next()?.parse().ok()?;
    let failed = parts.next()?.parse().ok()?;
    let step = |text: &str| {
        let mut parts = text.split('-');
        let id = uuid::Uuid::try_parse(parts.next()?).ok()?;
        let version = parts.next()?.parse().ok()?;
        let before = parts.next()?.parse().ok()?;
        Some(Step { id: ServiceId(id), version, before })
    };
    let steps =
        parts.next()?.split('_').filter(|s| !s.is_empty()).map(step).collect::<Option<_>>()?;
    Some((did, at, failed, steps))
}

/// What the address says was done.
pub(super) fn done(context: &Context, app: &App, raw: &str) -> Option<Done> {
    let text = raw.split('&').find_map(|pair| pair.strip_prefix("getan="))?;
    if let Some(count) = text.strip_prefix("undone.") {
        let (done, failed) = count.split_once('.')?;
        let (done, failed): (u64, u64) = (done.parse().ok()?, failed.parse().ok()?);
        return Some(Done {
            text: context.texts.count("undo-done", done),
            failed: told_failed(context, failed),
            secret: String::new(),
            undo: String::new(),
        });
    }
    if text == "late" {
        let text = context.texts.t("undo-late").to_owned();
        let (failed, secret, undo) = (String::new(), String::new(), String::new());
        return Some(Done { text, failed, secret, undo });
    }
    let (did, at, failed, steps) = decode(text)?;
    let key = match did {
        Did::Publish => "bulk-published",
        Did::Confirm => "bulk-confirmed",
        Did::Archive => "bulk-archived",
        Did::Reject => "bulk-rejected",
        Did::AskBack => "bulk-asked-back",
    };
    let in_time = (0..=UNDO_S).contains(&(app.clock.now().timestamp() - at));
    let undo = if in_time && !steps.is_empty() { text.to_owned() } else { String::new() };
    Some(Done {
        text: context.texts.count(key, steps.len() as u64),
        failed: told_failed(context, failed as u64),
        secret: told_secret(context, raw),
        undo,
    })
}

fn told_failed(context: &Context, failed: u64) -> String {
    if failed == 0 { String::new() } else { context.texts.count("bulk-failed", failed) }
}

fn told_secret(context: &Context, raw: &str) -> String {
    let count = raw.split('&').find_map(|pair| pair.strip_prefix("geschuetzt="));
    let count = count.and_then(|count| count.parse().ok()).filter(|count| *count > 0);
    count.map(|count: u64| context.texts.count("bulk-discloses", count)).unwrap_or_default()
}

/// `POST /redaktion/rueckgaengig`
pub(super) async fn act(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    may(&user.author.actor, Action::ReviewListing, Subject::default()).map_err(AppError::from)?;
    let Some((did, at, _, steps)) = decode(form.get("undo")) else {
        return Ok(see("/redaktion"));
    };
    if app.clock.now().timestamp() - at > UNDO_S {
        return Ok(see("/redaktion?getan=late"));
    }
    let desk = desk(&app)?;
    let (mut undone, mut failed) = (0, 0);
    for step in steps {
        match undo(desk, &user.author, did, step).await {
            Ok(true) => undone += 1,
            Ok(false)
            | Err(
                AppError::Transition(_)
                | AppError::Invalid(_)
                | AppError::Doubtful(_)
                | AppError::Database(DatabaseError::Conflict { .. }),
            ) => failed += 1,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(see(&format!("/redaktion?getan=undone.{undone}.{failed}")))
}

/// What was public before is public again; what never was leaves the public view; what was sent back waits again.
async fn undo(desk: &Desk, author: &Author, did: Did, step: Step) -> Result<bool, AppError> {
    let Step { id, version, before } = step;
    if did.needs_words() {
        let reopen = Reopen { id, expected_version: version, once: None };
        return Ok(desk.reopen_revision(author, reopen).await?.is_some());
    }
    if before == 0 {
        if did == Did::Archive {
            return Ok(false);
        }
        let archive = Archive { id, expected_version: version, reason: None, once: None };
        return Ok(desk.archive_listing(author, archive).await?.is_some());
    }
    let restore =
        Restore { id, revision: before, expected_version: version, reason: None, once: None };
    Ok(desk.restore_revision(author, restore).await?.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_reads_back_from_the_address() {
        let step = |n: u32| Step {
            id: ServiceId::stable("test", &n.to_string()),
            version: i64::from(n) + 2,
            before: i64::from(n),
        };
        let steps: Vec<Step> = (0..50).map(step).collect();
        let text = encode(Did::Confirm, 1_800_000_000, &steps, 3);
        assert!(text.len() < 3_000, "it has to fit into an address");
        assert_eq!(decode(&text), Some((Did::Confirm, 1_800_000_000, 3, steps)));
        assert_eq!(decode(&encode(Did::Publish, 1, &[], 2)), Some((Did::Publish, 1, 2, vec![])));
        for nonsense in ["", "publish", "publish.x.0.", "burn.1.0.", "publish.1.0.abc"] {
            assert_eq!(decode(nonsense), None, "{nonsense}");
        }
    }
}
