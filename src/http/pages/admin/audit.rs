//! `/verwaltung/protokoll`: what happened to accounts.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::super::context::Context;
use super::super::respond;
use super::super::shell::{Shell, door};
use super::{Choice, Tab, desk, moment, tabs};
use crate::app::{App, AuditKind, AuditRecord};
use crate::domain::{Account, AccountId, AccountState, account_of_author};
use crate::http::extract::RawQuery;
use crate::http::problem::Problem;
use crate::http::session::DeskUser;
use crate::texts::Texts;

/// Events on a page.
const A_PAGE: usize = 50;
/// Events read at once.
const AT_ONCE: u32 = 200;
/// Most events looked through for one page.
const MOST: usize = 5_000;

/// An event in the list.
struct Row {
    at: String,
    what: &'static str,
    whom: String,
    by: String,
}

#[derive(Template)]
#[template(path = "admin/audit.html")]
struct AuditPage {
    shell: Shell,
    tabs: Vec<Tab>,
    kinds: Vec<Choice>,
    q: String,
    rows: Vec<Row>,
    /// The page with older ones; empty if there are none.
    older: String,
}

door!(AuditPage);

/// `GET /verwaltung/protokoll`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let desk = desk(&app)?;
    let word = |name: &str| {
        let mut pairs = url::form_urlencoded::parse(raw.as_bytes());
        pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
    };
    let (kind, q, mut before) = (word("kind"), word("q"), word("before"));
    // Refuses everybody who is no administrator before anything is shown.
    let first = (!before.is_empty()).then_some(before.as_str());
    let mut batch = desk.list_audit(&user.author, first, AT_ONCE).await?;
    let accounts: HashMap<AccountId, Account> =
        desk.list_accounts(&user.author).await?.into_iter().map(|one| (one.id, one)).collect();
    let wanted = q.trim().to_lowercase();
    let fits = |event: &AuditRecord| {
        let whose = event.account_id.and_then(|id| accounts.get(&id));
        (kind.is_empty() || event.kind == kind)
            && (wanted.is_empty()
                || whose.is_some_and(|one| {
                    format!("{} {}", one.name, one.email).to_lowercase().contains(&wanted)
                }))
    };
    let (mut found, mut seen) = (Vec::new(), 0);
    'pages: while let Some(last) = batch.last().map(|event| event.id.clone()) {
        for event in &batch {
            seen += 1;
            event.id.clone_into(&mut before);
            if fits(event) {
                found.push(event.clone());
            }
            if found.len() == A_PAGE || seen == MOST {
                break 'pages;
            }
        }
        batch = desk.list_audit(&user.author, Some(&last), AT_ONCE).await?;
    }
    let more = found.len() == A_PAGE || seen == MOST;
    let older = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("kind", kind.as_str()), ("q", &q), ("before", &before)])
        .finish();
    let context = Context::new(&app);
    let choice = |one: AuditKind| Choice::new(one.as_str(), words(one), &kind);
    let page = AuditPage {
        shell: Shell::new(&context.prepared, "admin", context.texts.t("admin-audit"), "")
            .hidden(true),
        tabs: tabs("/verwaltung/protokoll"),
        kinds: AuditKind::ALL.map(choice).into(),
        rows: found.iter().map(|event| row(&app, &accounts, event)).collect(),
        older: if more { format!("/verwaltung/protokoll?{older}") } else { String::new() },
        q,
    };
    respond(StatusCode::OK, &page)
}

fn row(app: &App, accounts: &HashMap<AccountId, Account>, event: &AuditRecord) -> Row {
    let texts = Texts::german();
    let name = |id: AccountId| match accounts.get(&id) {
        Some(one) if one.state != AccountState::Erased => format!("{} ({})", one.name, one.email),
        _ => texts.t("admin-state-erased").to_owned(),
    };
    let by = match (account_of_author(&event.actor), event.actor.as_str()) {
        (Some(id), _) if Some(id) == event.account_id => texts.t("admin-audit-self").to_owned(),
        (Some(id), _) => name(id),
        (None, "command_line") => texts.t("admin-audit-command-line").to_owned(),
        (None, _) => texts.t("admin-audit-nobody").to_owned(),
    };
    let kind = AuditKind::ALL.into_iter().find(|kind| kind.as_str() == event.kind);
    Row {
        at: moment(app, event.at),
        what: kind.map_or(texts.t("audit-other"), words),
        whom: event.account_id.map(name).unwrap_or_default(),
        by,
    }
}

fn words(kind: AuditKind) -> &'static str {
    let texts = Texts::german();
    match kind {
        AuditKind::SignIn => texts.t("audit-sign-in"),
        AuditKind::SignInFailed => texts.t("audit-sign-in-failed"),
        AuditKind::SignOut => texts.t("audit-sign-out"),
        AuditKind::AccountAdded => texts.t("audit-account-added"),
        AuditKind::Invited => texts.t("audit-invited"),
        AuditKind::InvitationAccepted => texts.t("audit-invitation-accepted"),
        AuditKind::ResetRequested => texts.t("audit-reset-requested"),
        AuditKind::PasswordChanged => texts.t("audit-password-changed"),
        AuditKind::PersonChanged => texts.t("audit-person-changed"),
        AuditKind::EmailAsked => texts.t("audit-email-asked"),
        AuditKind::EmailCancelled => texts.t("audit-email-cancelled"),
        AuditKind::EmailChanged => texts.t("audit-email-changed"),
        AuditKind::EmailObjected => texts.t("audit-email-objected"),
        AuditKind::FactorEnabled => texts.t("audit-factor-enabled"),
        AuditKind::FactorDisabled => texts.t("audit-factor-disabled"),
        AuditKind::RecoveryCodesMade => texts.t("audit-recovery-codes-made"),
        AuditKind::RecoveryCodeUsed => texts.t("audit-recovery-code-used"),
        AuditKind::RoleChanged => texts.t("audit-role-changed"),
        AuditKind::Blocked => texts.t("audit-blocked"),
        AuditKind::Unblocked => texts.t("audit-unblocked"),
        AuditKind::Erased => texts.t("audit-erased"),
        AuditKind::SessionRevoked => texts.t("audit-session-revoked"),
        AuditKind::TokenCreated => texts.t("audit-token-created"),
        AuditKind::TokenRevoked => texts.t("audit-token-revoked"),
        AuditKind::IdentityLinked => texts.t("audit-identity-linked"),
        AuditKind::IdentityUnlinked => texts.t("audit-identity-unlinked"),
        AuditKind::ObjectionUnlinked => texts.t("audit-objection-unlinked"),
        AuditKind::ObjectionFactor => texts.t("audit-objection-factor"),
    }
}
