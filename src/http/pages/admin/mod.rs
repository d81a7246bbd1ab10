//! `/verwaltung`: accounts, mail, what happened, how long everything is kept. For administrators alone: each page asks
//! a use case that refuses everybody else.

mod account;
mod accounts;
mod audit;
mod invite;
mod outbox;
mod periods;

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};

pub(crate) use periods::{PeriodView, periods};

use super::account::{moment, role_name};
use super::context::Context;
use crate::app::{App, Desk};
use crate::domain::policy::Role;
use crate::domain::{AccountState, FieldError, FieldErrors, OrganizationId};
use crate::http::problem::Problem;
use crate::texts::Texts;

/// All pages of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/verwaltung", get(accounts::show))
        .route("/verwaltung/einladen", get(invite::show).post(invite::send))
        .route("/verwaltung/konten/{id}", get(account::show).post(account::send))
        .route("/verwaltung/post", get(outbox::show))
        .route("/verwaltung/post/{id}/nochmal", post(outbox::resend))
        .route("/verwaltung/protokoll", get(audit::show))
        .route("/verwaltung/fristen", get(periods::show))
}

/// The writing side; 404 on an instance that only answers questions.
fn desk(app: &App) -> Result<&Desk, Problem> {
    app.desk.as_deref().ok_or_else(|| Problem::of_status(StatusCode::NOT_FOUND))
}

/// An entry of the menu of these pages.
pub(crate) struct Tab {
    pub(crate) href: &'static str,
    pub(crate) label: &'static str,
    pub(crate) current: bool,
}

/// The menu, with `current` as the page that is shown.
fn tabs(current: &str) -> Vec<Tab> {
    let texts = Texts::german();
    [
        ("/verwaltung", texts.t("admin-tab-accounts")),
        ("/verwaltung/post", texts.t("admin-tab-mail")),
        ("/verwaltung/protokoll", texts.t("admin-tab-audit")),
        ("/verwaltung/fristen", texts.t("admin-tab-periods")),
    ]
    .map(|(href, label)| Tab { href, label, current: href == current })
    .into()
}

/// A choice of a list.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

impl Choice {
    fn new(value: &str, label: &str, chosen: &str) -> Self {
        Self { value: value.to_owned(), label: label.to_owned(), chosen: value == chosen }
    }
}

/// The roles that an account can have.
const ROLES: [Role; 4] = [Role::Provider, Role::Editor, Role::Planner, Role::Admin];

fn role_choices(chosen: &str) -> Vec<Choice> {
    let choice = |role: Role| Choice::new(role.as_str(), role_name(role), chosen);
    ROLES.map(choice).into()
}

fn state_name(state: AccountState) -> &'static str {
    let texts = Texts::german();
    match state {
        AccountState::Invited => texts.t("admin-state-invited"),
        AccountState::Active => texts.t("admin-state-active"),
        AccountState::Blocked => texts.t("admin-state-blocked"),
        AccountState::Erased => texts.t("admin-state-erased"),
    }
}

/// The names of all organizations, for the list that a field suggests.
fn organization_names(context: &Context) -> Vec<String> {
    let mut names: Vec<String> =
        context.reference().organizations.values().map(|one| one.name.clone()).collect();
    names.sort_by_key(|name| name.to_lowercase());
    names
}

/// The organization of a name as it was typed; empty = none.
fn find_organization(
    context: &Context,
    typed: &str,
    faults: &mut FieldErrors,
) -> Option<OrganizationId> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let same = |name: &str| name.to_lowercase() == typed.to_lowercase();
    let all = context.reference().organizations.values();
    let found = all.filter(|one| same(&one.name)).map(|one| one.id).min();
    if found.is_none() {
        let detail = "there is no organization of this name";
        faults.push(FieldError::new("/organization", "unknown", detail));
    }
    found
}
