//! How long everything is kept: the list that the upkeep follows, for `/verwaltung/fristen` and `/datenschutz`.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::super::context::Context;
use super::super::respond;
use super::super::shell::{Shell, door};
use super::{Tab, desk, moment, tabs};
use crate::app::{App, kept};
use crate::domain::KeptFor;
use crate::http::problem::Problem;
use crate::http::session::DeskUser;
use crate::texts::Texts;

/// What is kept, and how long, in words.
pub(crate) struct PeriodView {
    pub(crate) what: &'static str,
    pub(crate) time: String,
}

/// A task of the upkeep in words.
struct TaskView {
    what: &'static str,
    when: String,
    outcome: Outcome,
}

/// What a task did.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    /// In words.
    Done(String),
    /// It failed; the message is the program's own, for whoever looks for the fault.
    Failed(String),
}

#[derive(Template)]
#[template(path = "admin/periods.html")]
struct PeriodsPage {
    shell: Shell,
    tabs: Vec<Tab>,
    periods: Vec<PeriodView>,
    tasks: Vec<TaskView>,
}

door!(PeriodsPage);

/// Everything that is kept of people, and how long.
pub(crate) fn periods(context: &Context) -> Vec<PeriodView> {
    let texts = context.texts;
    let policy = context.reference().region.retention;
    kept(policy)
        .into_iter()
        .map(|row| PeriodView { what: words(texts, row.what), time: time(texts, row.time) })
        .collect()
}

/// What a task noted ("3 sessions, 0 mails", "2 entries in 1 letters") in German, without what did not happen.
fn outcome(texts: &Texts, noted: &str) -> Outcome {
    let mut parts = Vec::new();
    for part in noted.split(", ").flat_map(|part| part.split(" in ")).filter(|p| !p.is_empty()) {
        let told = part.split_once(' ').and_then(|(count, what)| {
            let count: u64 = count.parse().ok()?;
            Some((count, noun(what)?))
        });
        match told {
            None => return Outcome::Failed(noted.to_owned()),
            Some((0, _)) => {}
            Some((count, key)) => parts.push(texts.count(key, count)),
        }
    }
    Outcome::Done(if parts.is_empty() {
        texts.t("upkeep-nothing").to_owned()
    } else {
        texts.list(&parts)
    })
}

fn noun(what: &str) -> Option<&'static str> {
    Some(match what {
        "sessions" => "upkeep-sessions",
        "devices" => "upkeep-devices",
        "tokens" => "upkeep-tokens",
        "links" => "upkeep-links",
        "events" => "upkeep-events",
        "mails" => "upkeep-mails",
        "months" => "upkeep-months",
        "suggestions" => "upkeep-suggestions",
        "requests" => "upkeep-requests",
        "entries" => "upkeep-entries",
        "letters" => "upkeep-letters",
        "counts" => "upkeep-counts",
        _ => return None,
    })
}

fn time(texts: &Texts, time: KeptFor) -> String {
    match time {
        KeptFor::Hours(count) => texts.count("kept-hours", count.into()),
        KeptFor::Days(count) => texts.count("kept-days", count.into()),
        KeptFor::Months(count) => texts.count("kept-months", count.into()),
        KeptFor::UntilErased => texts.t("kept-until-erased").to_owned(),
    }
}

fn words(texts: &'static Texts, what: &str) -> &'static str {
    match what {
        "account" => texts.t("kept-account"),
        "scenario" => texts.t("kept-scenario"),
        "session-idle" => texts.t("kept-session-idle"),
        "session-provider" => texts.t("kept-session-provider"),
        "session-county" => texts.t("kept-session-county"),
        "device" => texts.t("kept-device"),
        "invitation" => texts.t("kept-invitation"),
        "reset" => texts.t("kept-reset"),
        "email-confirm" => texts.t("kept-email-confirm"),
        "email-objection" => texts.t("kept-email-objection"),
        "confirm-link" => texts.t("kept-confirm-link"),
        "audit" => texts.t("kept-audit"),
        "sent-mail" => texts.t("kept-sent-mail"),
        "failed-mail" => texts.t("kept-failed-mail"),
        "suggestion" => texts.t("kept-suggestion"),
        "feedback" => texts.t("kept-feedback"),
        "usage-view" => texts.t("kept-usage-view"),
        "usage-led" => texts.t("kept-usage-led"),
        "usage-unmet" => texts.t("kept-usage-unmet"),
        "suggestion-open" => texts.t("kept-suggestion-open"),
        "request" => texts.t("kept-request"),
        _ => texts.t("kept-other"),
    }
}

/// `GET /verwaltung/fristen`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
) -> Result<Response, Problem> {
    let tasks = desk(&app)?.list_upkeep(&user.author).await?;
    let context = Context::new(&app);
    let texts = context.texts;
    let tasks = tasks.into_iter().map(|task| TaskView {
        what: match task.name.as_str() {
            "forget" => texts.t("upkeep-forget"),
            "remind" => texts.t("upkeep-remind"),
            "tell_hidden" => texts.t("upkeep-tell-hidden"),
            "count_months" => texts.t("upkeep-count-months"),
            _ => texts.t("kept-other"),
        },
        when: match task.finished_at {
            Some(at) => moment(&app, at),
            None => texts.t("upkeep-never").to_owned(),
        },
        outcome: outcome(texts, task.outcome.as_deref().unwrap_or_default()),
    });
    let page = PeriodsPage {
        shell: Shell::new(&context.prepared, "admin", texts.t("admin-periods"), "").hidden(true),
        tabs: tabs("/verwaltung/fristen"),
        periods: periods(&context),
        tasks: tasks.collect(),
    };
    respond(StatusCode::OK, &page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::RetentionPolicy;

    #[test]
    fn what_a_task_did_is_told_in_german_and_a_fault_as_it_is() {
        let texts = Texts::german();
        let told = |noted: &str| match outcome(texts, noted) {
            Outcome::Done(words) => words,
            Outcome::Failed(words) => format!("!{words}"),
        };
        assert_eq!(told("0 entries in 0 letters"), texts.t("upkeep-nothing"));
        assert_eq!(told("2 entries in 1 letters"), "2 Einträge und ein Brief");
        let all = "1 sessions, 2 devices, 3 tokens, 4 links, 5 events, 6 mails, 7 suggestions, 8 requests, \
             9 counts";
        let words = told(all);
        assert!(!words.contains("upkeep-") && !words.starts_with('!'), "{words}");
        assert!(words.contains("eine Sitzung") && words.contains("8 "), "{words}");
        assert_eq!(told("database is locked"), "!database is locked");
        assert_eq!(told("3 wishes"), "!3 wishes");
    }

    #[test]
    fn everything_that_is_kept_has_words() {
        let texts = Texts::german();
        for row in kept(RetentionPolicy::default()) {
            assert_ne!(words(texts, row.what), texts.t("kept-other"), "{}", row.what);
        }
    }
}
