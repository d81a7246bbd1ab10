//! Words about accounts: roles, scopes, moments.

use chrono::{DateTime, Timelike, Utc};

use crate::app::App;
use crate::domain::Scope;
use crate::domain::policy::Role;
use crate::texts::Texts;

/// What a role is called.
pub(crate) fn role_name(role: Role) -> &'static str {
    let texts = Texts::german();
    match role {
        Role::Resident => texts.t("role-resident"),
        Role::Provider => texts.t("role-provider"),
        Role::Editor => texts.t("role-editor"),
        Role::Planner => texts.t("role-planner"),
        Role::Admin => texts.t("role-admin"),
    }
}

/// What a scope is called.
pub(super) fn scope_name(scope: Scope) -> &'static str {
    let texts = Texts::german();
    match scope {
        Scope::ListingsRead => texts.t("scope-listings-read"),
        Scope::ListingsWrite => texts.t("scope-listings-write"),
        Scope::OrganizationsWrite => texts.t("scope-organizations-write"),
        Scope::ScenariosWrite => texts.t("scope-scenarios-write"),
        Scope::AccountsAdmin => texts.t("scope-accounts-admin"),
    }
}

/// A moment in the region's time: "3. März 2026, 14:05 Uhr".
pub(crate) fn moment(app: &App, at: DateTime<Utc>) -> String {
    let (texts, local) = (Texts::german(), at.with_timezone(&app.settings.timezone));
    let time = format!("{}:{:02}", local.hour(), local.minute());
    let date = texts.date(local.date_naive());
    texts.with("account-moment", &[("date", (&date).into()), ("time", (&time).into())])
}

/// A day in the region's time.
pub(super) fn day(app: &App, at: DateTime<Utc>) -> String {
    Texts::german().date(at.with_timezone(&app.settings.timezone).date_naive())
}
