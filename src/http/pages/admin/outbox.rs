//! `/verwaltung/post`: what waits to be sent, and what could not be.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::super::context::Context;
use super::super::respond;
use super::super::shell::{Shell, door};
use super::{Tab, desk, moment, tabs};
use crate::app::App;
use crate::domain::{MailNote, MailState};
use crate::http::extract::{Path, RawQuery};
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, CsrfToken, DeskUser, Fields, Visitor};
use crate::texts::Texts;

/// Mails on the page.
const MOST: u32 = 100;

/// A mail in the list.
struct Row {
    recipient: String,
    subject: String,
    note: String,
    state: &'static str,
    reason: String,
    /// Where the button sends that tries again; empty where there is none.
    again: String,
}

#[derive(Template)]
#[template(path = "admin/outbox.html")]
struct OutboxPage {
    shell: Shell,
    tabs: Vec<Tab>,
    csrf: CsrfToken,
    again: bool,
    waiting: String,
    failed: String,
    sent: String,
    /// Mail has been waiting for long.
    stuck: Option<String>,
    rows: Vec<Row>,
}

door!(OutboxPage);

/// `GET /verwaltung/post`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let state = match raw.as_str() {
        "zustand=wartet" => Some(MailState::Queued),
        "zustand=gescheitert" => Some(MailState::Failed),
        _ => None,
    };
    let (count, mails) = desk(&app)?.list_outbox(&user.author, state, MOST).await?;
    let context = Context::new(&app);
    let texts = context.texts;
    let now = app.clock.now();
    let since = count.waiting_since.filter(|since| now - *since > chrono::TimeDelta::hours(1));
    let page = OutboxPage {
        shell: Shell::new(&context.prepared, "admin", texts.t("admin-mail"), "").hidden(true),
        tabs: tabs("/verwaltung/post"),
        csrf: visitor.csrf(),
        again: raw == "nochmal=1",
        waiting: texts.count("admin-mail-waiting", count.waiting),
        failed: texts.count("admin-mail-failed", count.failed),
        sent: texts.count("admin-mail-sent", count.sent),
        stuck: since.map(|since| {
            let since = moment(&app, since);
            texts.with("admin-mail-stuck", &[("since", (&since).into())])
        }),
        rows: mails.into_iter().map(|mail| row(&app, texts, mail)).collect(),
    };
    respond(StatusCode::OK, &page)
}

fn row(app: &App, texts: &'static Texts, mail: MailNote) -> Row {
    let state = match mail.state {
        MailState::Queued => texts.t("admin-mail-state-queued"),
        MailState::Sending => texts.t("admin-mail-state-sending"),
        MailState::Sent => texts.t("admin-mail-state-sent"),
        MailState::Failed => texts.t("admin-mail-state-failed"),
    };
    let written = moment(app, mail.created_at);
    let mut note = texts.with("admin-mail-written", &[("at", (&written).into())]);
    if mail.state == MailState::Queued && mail.attempts > 0 {
        let next = moment(app, mail.next_try_at);
        note.push(' ');
        note.push_str(&texts.with("admin-mail-next", &[("at", (&next).into())]));
    }
    let failed = mail.state == MailState::Failed;
    Row {
        recipient: mail.recipient,
        subject: mail.subject,
        note,
        state,
        reason: mail.last_error.filter(|_| mail.state != MailState::Sent).unwrap_or_default(),
        again: if failed { format!("/verwaltung/post/{}/nochmal", mail.id) } else { String::new() },
    }
}

/// `POST /verwaltung/post/{id}/nochmal`
pub(super) async fn resend(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(id): Path<String>,
    CsrfForm(_): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let missing = || Problem::not_found("mail");
    let id = id.parse().ok().ok_or_else(missing)?;
    let found = desk(&app)?.resend_mail(&user.author, id).await?;
    if !found {
        return Err(missing());
    }
    Ok(Redirect::to("/verwaltung/post?nochmal=1").into_response())
}
