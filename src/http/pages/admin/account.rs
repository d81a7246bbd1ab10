//! `/verwaltung/konten/{id}`: one account, and what can be done to it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::super::context::Context;
use super::super::forms::{Fault, Faults};
use super::super::respond;
use super::super::shell::{Shell, door};
use super::{
    Choice, Tab, desk, find_organization, moment, organization_names, role_choices, role_name,
    state_name, tabs,
};
use crate::app::{App, AppError, Desk};
use crate::domain::policy::{Action, Role, Subject, may};
use crate::domain::{Account, AccountId, AccountState, FieldError, FieldErrors, OrganizationId};
use crate::http::extract::{Path, RawQuery};
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, CsrfToken, DeskUser, Fields, SignedIn, Visitor};

#[derive(Template)]
#[template(path = "admin/account.html")]
struct AccountPage {
    shell: Shell,
    tabs: Vec<Tab>,
    csrf: CsrfToken,
    /// What was done, or could not be: kind and text.
    notice: Option<(&'static str, &'static str)>,
    faults: Faults,
    action: String,
    name: String,
    /// Label and value.
    facts: Vec<(&'static str, String)>,
    roles: Vec<Choice>,
    own: Vec<Choice>,
    organization: String,
    organization_fault: String,
    organizations: Vec<String>,
    is_invited: bool,
    is_blocked: bool,
}

door!(AccountPage);

impl AccountPage {
    fn new(app: &App, visitor: &Visitor, account: &Account) -> Self {
        let context = Context::new(app);
        let texts = context.texts;
        let last = account.last_sign_in.map(|at| moment(app, at));
        let factor = if account.second_factor { "admin-yes" } else { "admin-no" };
        let known = &context.reference().organizations;
        let own = account.organizations.iter().filter_map(|id| known.get(id)).map(|one| Choice {
            value: one.id.to_string(),
            label: one.name.clone(),
            chosen: true,
        });
        Self {
            shell: Shell::new(&context.prepared, "admin", &account.name, "").hidden(true),
            tabs: tabs(""),
            csrf: visitor.csrf(),
            notice: None,
            faults: Faults::default(),
            action: format!("/verwaltung/konten/{}", account.id),
            name: account.name.clone(),
            facts: vec![
                (texts.t("account-email"), account.email.clone()),
                (texts.t("own-role"), role_name(account.role).to_owned()),
                (texts.t("admin-state"), state_name(account.state).to_owned()),
                (texts.t("admin-second-factor"), texts.t(factor).to_owned()),
                (texts.t("admin-created"), moment(app, account.created_at)),
                (
                    texts.t("admin-last"),
                    last.unwrap_or_else(|| texts.t("admin-never-signed-in").to_owned()),
                ),
            ],
            roles: role_choices(account.role.as_str()),
            own: own.collect(),
            organization: String::new(),
            organization_fault: String::new(),
            organizations: organization_names(&context),
            is_invited: account.state == AccountState::Invited,
            is_blocked: account.state == AccountState::Blocked,
        }
    }

    /// The same with what was typed and what is wrong with it.
    fn faulty(mut self, app: &App, sent: &Fields, errors: &FieldErrors) -> Self {
        let texts = Context::new(app).texts;
        let field_of = |pointer: &str| match pointer.trim_start_matches('/') {
            name if name.starts_with("organization") => "organization".to_owned(),
            name => name.to_owned(),
        };
        let label = |name: &str| match name {
            "role" => texts.t("own-role").to_owned(),
            "organization" => texts.t("admin-organization").to_owned(),
            _ => texts.t("admin-erase-check").to_owned(),
        };
        self.faults = Faults::new(texts, &Fault::list(errors, field_of), label);
        self.roles = role_choices(sent.get("role"));
        sent.get("organization").clone_into(&mut self.organization);
        self.faults.of("organization").clone_into(&mut self.organization_fault);
        self
    }
}

/// `GET /verwaltung/konten/{id}`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let account = find(desk(&app)?, &user, &id).await?;
    let mut page = AccountPage::new(&app, &visitor, &account);
    let texts = Context::new(&app).texts;
    page.notice = match raw.as_str() {
        "getan=rolle" => Some(("success", texts.t("admin-done-role"))),
        "getan=einladung" => Some(("success", texts.t("admin-done-invite"))),
        "getan=sperren" => Some(("success", texts.t("admin-done-block"))),
        "getan=entsperren" => Some(("success", texts.t("admin-done-unblock"))),
        _ => None,
    };
    respond(StatusCode::OK, &page)
}

/// `POST /verwaltung/konten/{id}`: `action` says what is to be done.
pub(super) async fn send(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(sent): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let desk = desk(&app)?;
    let account = find(desk, &user, &id).await?;
    let done = |what: &str| {
        Redirect::to(&format!("/verwaltung/konten/{}?getan={what}", account.id)).into_response()
    };
    let author = &user.author;
    let outcome = match sent.get("action") {
        "role" => change_role(&app, desk, &user, &account, &sent).await.map(|()| done("rolle")),
        "invite" => desk.repeat_invitation(author, account.id).await.map(|_| done("einladung")),
        "block" => desk.block_account(author, account.id).await.map(|_| done("sperren")),
        "unblock" => desk.unblock_account(author, account.id).await.map(|_| done("entsperren")),
        "erase" if sent.get("sure") == "yes" => desk
            .erase_account(author, account.id)
            .await
            .map(|_| Redirect::to("/verwaltung").into_response()),
        "erase" => {
            let detail = "erasing has to be confirmed";
            let fault = FieldError::new("/sure", "required", detail);
            Err(FieldErrors(vec![fault]).into())
        }
        _ => return Err(Problem::of_status(StatusCode::BAD_REQUEST)),
    };
    let page = AccountPage::new(&app, &visitor, &account);
    match outcome {
        Ok(response) => Ok(response),
        Err(AppError::Invalid(errors)) => {
            respond(StatusCode::UNPROCESSABLE_ENTITY, &page.faulty(&app, &sent, &errors))
        }
        Err(AppError::Transition(_)) => {
            let mut page = page;
            page.notice = Some(("warning", Context::new(&app).texts.t("admin-not-now")));
            respond(StatusCode::CONFLICT, &page)
        }
        Err(AppError::Denied(_)) => {
            // Whoever came so far may manage accounts: what is left is the last administrator.
            let mut page = page;
            page.notice = Some(("danger", Context::new(&app).texts.t("admin-last-admin")));
            respond(StatusCode::FORBIDDEN, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// The account of a path, for an administrator; an erased one is not there.
async fn find(desk: &Desk, user: &SignedIn, id: &str) -> Result<Account, Problem> {
    may(&user.author.actor, Action::ManageAccounts, Subject::default()).map_err(AppError::from)?;
    let missing = || Problem::not_found("account");
    let id: AccountId = id.parse().ok().ok_or_else(missing)?;
    let account = desk.find_account(id).await?;
    account.filter(|one| one.state != AccountState::Erased).ok_or_else(missing)
}

async fn change_role(
    app: &App,
    desk: &Desk,
    user: &SignedIn,
    account: &Account,
    sent: &Fields,
) -> Result<(), AppError> {
    let mut faults = FieldErrors::default();
    let role = Role::parse(sent.get("role")).unwrap_or(Role::Resident);
    let mut organizations: Vec<OrganizationId> = Vec::new();
    if role == Role::Provider {
        organizations.extend(sent.all("keep").filter_map(|id| id.parse::<OrganizationId>().ok()));
        // The context is no guest of a task that waits.
        let added = find_organization(&Context::new(app), sent.get("organization"), &mut faults);
        organizations.extend(added);
        organizations.sort();
        organizations.dedup();
    }
    faults.into_result(())?;
    desk.change_role(&user.author, account.id, role, organizations).await.map(|_| ())
}
