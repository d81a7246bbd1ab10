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
    outcome: String,
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
        "session-idle" => texts.t("kept-session-idle"),
        "session-provider" => texts.t("kept-session-provider"),
        "session-county" => texts.t("kept-session-county"),
        "device" => texts.t("kept-device"),
        "invitation" => texts.t("kept-invitation"),
        "reset" => texts.t("kept-reset"),
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
            _ => texts.t("kept-other"),
        },
        when: match task.finished_at {
            Some(at) => moment(&app, at),
            None => texts.t("upkeep-never").to_owned(),
        },
        // Numbers and messages of the program, for whoever looks for a fault.
        outcome: task.outcome.unwrap_or_default(),
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
    fn everything_that_is_kept_has_words() {
        let texts = Texts::german();
        for row in kept(RetentionPolicy::default()) {
            assert_ne!(words(texts, row.what), texts.t("kept-other"), "{}", row.what);
        }
    }
}
